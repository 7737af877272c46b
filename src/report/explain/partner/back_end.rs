//! What a partner's fiscal year was paid as back-end: the payout of its track, or the rebate.

use super::Case;
use crate::model::horizon::YEAR_MONTHS;
use crate::model::levels::Ladder;
use crate::model::rebates::RebateRules;
use crate::outcome::Field;
use crate::programme::{RateBy, RebateBasis};
use crate::report::explain::{Step, factor, money, rate};
use crate::say;
use crate::schema::compensation::TRACKS;
use crate::schema::levels::LEVELS;
use crate::units::Rate;

impl Case<'_> {
    /// What the year was paid: a track's payout, or a rebate.
    pub(super) fn back_end(&self) -> Step {
        match &self.year.purchases.track {
            Some((payout, track, score, eligible)) => {
                let name = self.rules.played.tracks.get(*track).map_or("", |track| track.track.as_str());
                let title = say!(
                    "{year}: payout of track {track} {payout}",
                    year = self.name(),
                    track = name,
                    payout = money(*payout)
                );
                let track = |key: &str| self.rules.cell(&TRACKS, *track, key);
                Step::new(title, "Tracks")
                    .line(say!(
                        "score of its indicators {score}, purchases that are paid for {eligible}",
                        score = factor(*score),
                        eligible = money(*eligible)
                    ))
                    .from([track("base_rate"), track("bonus_rate")])
                    .parameters(self.rules, &["compensation.model", "compensation.budget_neutral"])
            }
            None => self.rebate(),
        }
    }

    fn rebate(&self) -> Step {
        let (year, bought, programme) = (self.year, &self.year.purchases, self.rules.played);
        let rebates = &programme.rebates;
        let rules = RebateRules::new(programme);
        let deals = year.deals.money(Field::CustomerSpend) - year.deals.money(Field::FrontMargin);
        let eligible = if rules.on_quotations() { bought.run_rate + deals } else { bought.run_rate };
        let purchases = bought.run_rate + bought.counted;
        let whole = self.of.plans.months >= (year.year + 1) * YEAR_MONTHS;
        let target = rules.target(self.last);
        let paying = match rebates.rate_by {
            RateBy::Level => year.held,
            RateBy::Reached => Ladder::new(programme).reached(purchases),
        };
        let limited = whole && (rebates.gate != Rate::ZERO || rebates.cap != Rate::ZERO);
        let step = Step::new(
            say!("{year}: back-end rebate {rebate}", year = self.name(), rebate = money(bought.rebate)),
            "Rebates",
        );
        let step = match rebates.basis {
            RebateBasis::Whole => step.line(say!(
                "purchases that earn it {eligible}, rate of {level} {rate} on all of them",
                eligible = money(eligible),
                level = self.of.level(paying),
                rate = rate(programme.levels.get(paying).map_or(Rate::ZERO, |level| level.rebate))
            )),
            RebateBasis::Marginal => step.line(say!(
                "purchases that earn it {eligible}, each rate up to {level} on its own band",
                eligible = money(eligible),
                level = self.of.level(paying)
            )),
        };
        let step = match limited {
            true => step.line(say!(
                "target {target}: nothing below {gate} of it, run-rate purchases above {cap} of it do not count",
                target = money(target),
                gate = rate(rebates.gate),
                cap = if rebates.cap == Rate::ZERO { say!("no limit") } else { rate(rebates.cap) }
            )),
            false => step,
        };
        let part = self.year.months != (0, YEAR_MONTHS) && whole;
        let step = step.lines(part.then(|| say!("this is due on the whole year: these months get their part of it")));
        let bands = if rebates.basis == RebateBasis::Whole { paying..paying + 1 } else { 0..paying + 1 };
        let sources: Vec<String> = bands.map(|level| self.rules.cell(&LEVELS, level, "rebate")).collect();
        step.from(sources).parameters(
            self.rules,
            &["rebates.rate_by", "rebates.basis", "rebates.gate", "rebates.cap", "rebates.on_quotations"],
        )
    }
}
