//! What a fiscal year is worth to a partner, and which level it holds in the next, as docs/model.md has it.

use partnersim::model::population::Member;
use partnersim::outcome::partner::PartnerField;
use partnersim::outcome::{Field, Tally};
use partnersim::programme::{Programme, RateBy, RebateBasis};
use partnersim::quantile::{Chance, exps, normal, uniform};
use partnersim::sim::draws::{Draws, Flow, Kind};
use partnersim::sim::partners::year_key;
use partnersim::units::{Money, Rate};

use super::Played;

/// The draws of partners in a trial.
pub struct Fate<'a> {
    /// The draws of the run.
    pub draws: &'a Draws,
    /// Its number, from 0.
    pub trial: u64,
}

impl Fate<'_> {
    fn own(&self, kind: Kind, key: u64) -> u64 {
        let mut source = self.draws.of_entity(kind, key);
        source.seek(self.trial * 2);
        let mut bits = [0];
        source.bits(&mut bits);
        bits[0]
    }

    /// Run-rate purchases of a year, from 0.
    pub fn purchases(&self, programme: &Programme, member: &Member, year: usize) -> Money {
        let sds = (programme.run_rate.common_sd, programme.run_rate.own_sd);
        let mut common = [0; 5];
        self.draws.of_trial(Kind::CommonShock, Flow::Market(0), self.trial).bits(&mut common);
        let common = normal(uniform(common[year]));
        let own = normal(uniform(self.own(Kind::OwnShock, year_key(member.key, year))));
        let changes = programme.years.iter().filter(|row| row.year == year as i64 + 1);
        let change: f64 = changes.map(|row| libm::log1p(row.demand_change.to_f64())).sum();
        let mean = change - (sds.0 * sds.0 + sds.1 * sds.1) / 2.0;
        let mut own = [sds.1 * own];
        exps(&mut own);
        Money::round_minor(member.purchases.minor() as f64 * libm::exp(mean + sds.0 * common) * own[0])
    }

    fn passes(&self, programme: &Programme, member: &Member, year: usize) -> bool {
        let mut source = self.draws.of_entity(Kind::Training, year_key(member.key, year));
        source.seek(self.trial);
        let mut mark = [0];
        source.marks(&mut mark);
        Chance::new(programme.level_rules.training_pass_rate.to_f64()).hits(mark[0])
    }

    /// The level of the next year, and the level by rule.
    fn evaluate(
        &self,
        programme: &Programme,
        member: &Member,
        (year, held): (usize, usize),
        trailing: Money,
    ) -> (usize, usize) {
        let levels = &programme.levels;
        let below = levels[held.max(1) - 1].certifications;
        let counted = match self.passes(programme, member, year) {
            true => member.certifications,
            false => member.certifications.min(below),
        };
        let mut by_rule = 0;
        let mut certified = 0;
        for (at, level) in levels.iter().enumerate() {
            if level.certifications <= counted {
                by_rule = if level.threshold <= trailing { at } else { by_rule };
                certified = if at <= held { at } else { certified };
            }
        }
        let saved = suspended(programme, year + 1) && by_rule < held;
        (if saved { certified } else { by_rule }, by_rule)
    }
}

/// Whether thresholds are suspended in a year, from 0.
fn suspended(programme: &Programme, year: usize) -> bool {
    programme.years.iter().any(|row| row.year == year as i64 + 1 && row.thresholds_suspended)
}

/// What a partner bought in a year.
#[derive(Clone, Copy)]
pub struct Bought {
    /// Outside quotations.
    pub run_rate: Money,
    /// On won opportunities.
    pub deals: Money,
    /// Outside quotations in the year before.
    pub before: Money,
}

/// Settles a year with a partner; the level it holds in the next.
pub fn settle(
    programme: &Programme,
    member: &Member,
    (fate, year): (&Fate<'_>, usize),
    (at, held): (usize, usize),
    (bought, part): (&Bought, f64),
    played: &mut Played,
) -> usize {
    let level = &programme.levels[held];
    let run_rate = bought.run_rate;
    let sales = Money::round_minor(run_rate.minor() as f64 / (1.0 - level.run_rate_margin.to_f64()));
    let distributor = run_rate.times(programme.distribution.margin.of(programme.distribution.share));
    let cost = run_rate.times(programme.run_rate.unit_cost);
    let paid = rebate(programme, held, bought);
    let mut row = Tally::default();
    for (field, amount) in [
        (Field::CustomerSpend, sales),
        (Field::RunRateSpend, sales),
        (Field::FrontMargin, sales - run_rate),
        (Field::RunRateMargin, sales - run_rate),
        (Field::DistributorMargin, distributor),
        (Field::NetRevenue, run_rate - distributor),
        (Field::GrossProfit, run_rate - distributor - cost),
        (Field::Rebates, paid),
    ] {
        row[field] = amount.minor();
    }
    terms(programme, member, run_rate + bought.deals, year, &mut row);
    let financed = programme.financing.envelope.times(programme.financing.uptake).minor() as f64;
    let financed = Money::round_minor(financed * part);
    let vendor = programme.terms.vendor_capital_cost;
    row[Field::FinancingGain] = financed.times(concession(programme, member.cost_of_capital)).minor();
    row[Field::FinancingCost] = financed.times(concession(programme, vendor)).minor();
    let counted = if programme.links.quotations_levels { bought.deals } else { Money::ZERO };
    let trailing = run_rate + counted;
    let (next, by_rule) = fate.evaluate(programme, member, (year, held), trailing);
    row[Field::Promoted] = i64::from(next > held);
    row[Field::Demoted] = i64::from(next < held);
    row[Field::Saved] = i64::from(next > by_rule);
    if suspended(programme, year) && held > 0 && trailing < level.threshold {
        row[Field::FreeRiders] = 1;
        row[Field::FreeRiderRebates] = paid.minor();
    }
    row[Field::CliffCost] = cost_of_crossing(programme, next, trailing).minor();
    played.levels[held] += &row;
    let kept = &mut played.partners[at];
    kept[PartnerField::Spend] += sales.minor();
    kept[PartnerField::FrontMargin] += (sales - run_rate).minor();
    kept[PartnerField::BackEnd] += paid.minor();
    kept[PartnerField::FinanceGain] += row[Field::TermsGain] + row[Field::EarlyDiscounts] + row[Field::FinancingGain]
        - row[Field::EarlyPartnerCapital];
    kept[PartnerField::Purchases] += run_rate.minor();
    kept[PartnerField::Saved] += row[Field::Saved];
    kept[PartnerField::RidesFree] += row[Field::FreeRiders];
    if year + 1 == programme.settings.months as usize / 12 {
        kept[PartnerField::LastPurchases] += trailing.minor();
    }
    next
}

/// The rebate of a year at a level.
fn rebate(programme: &Programme, held: usize, bought: &Bought) -> Money {
    let (rules, levels) = (&programme.rebates, &programme.levels);
    let target = bought.before.times(Rate::ONE + rules.target_growth);
    if bought.run_rate < target.times(rules.gate) {
        return Money::ZERO;
    }
    let mut counted = bought.run_rate;
    if rules.cap != Rate::ZERO {
        counted = counted.min(target.times(rules.cap));
    }
    if rules.on_quotations {
        counted += bought.deals;
    }
    let purchases = bought.run_rate + if programme.links.quotations_levels { bought.deals } else { Money::ZERO };
    let top = match rules.rate_by {
        RateBy::Level => held,
        RateBy::Reached => levels.iter().rposition(|level| level.threshold <= purchases).unwrap_or(0),
    };
    if rules.basis == RebateBasis::Whole {
        return counted.times(levels[top].rebate);
    }
    let mut due = Money::ZERO;
    for at in 0..=top {
        let from = if at == 0 { Money::ZERO } else { levels[at].threshold };
        let to = if at == top { counted } else { levels[at + 1].threshold.min(counted) };
        due += (to - from).max(Money::ZERO).times(levels[at].rebate);
    }
    due
}

/// What crossing the next threshold would cost the vendor, where the partner is near it after a year end.
fn cost_of_crossing(programme: &Programme, held: usize, purchases: Money) -> Money {
    let (rules, levels) = (&programme.rebates, &programme.levels);
    let paid = match rules.rate_by {
        RateBy::Level => held,
        RateBy::Reached => levels.iter().rposition(|level| level.threshold <= purchases).unwrap_or(0),
    };
    let Some(next) = levels.get(paid + 1).filter(|_| rules.basis == RebateBasis::Whole) else { return Money::ZERO };
    let missing = next.threshold - purchases;
    let near = missing > Money::ZERO && missing <= next.threshold.times(programme.level_rules.cliff_window);
    if near { next.threshold.times((next.rebate - levels[paid].rebate).max(Rate::ZERO)) } else { Money::ZERO }
}

/// What payment terms come to in a year, from 0.
fn terms(programme: &Programme, member: &Member, purchases: Money, year: usize, row: &mut Tally) {
    let terms = &programme.terms;
    let lawful = |days: f64| if terms.factored { days } else { days.min(terms.legal_cap_days) };
    let of_year = |share: f64, days: f64| Rate::from_ppb((share * days / 365.0 * 1e9).round() as i64);
    let added = lawful(terms.days_after) - lawful(terms.days_before);
    let receivable = purchases.times(of_year(terms.scope.to_f64(), added));
    let early = purchases.times(terms.early_uptake);
    let discount = early.times(terms.early_discount);
    let forward = (early - discount).times(of_year(1.0, terms.early_days));
    let lost = terms.default_hazard.of(terms.loss_given_default);
    for (field, amount) in [
        (Field::TermsGain, receivable.times(member.cost_of_capital)),
        (Field::TermsCapital, receivable.times(terms.vendor_capital_cost)),
        (Field::CreditLoss, (receivable - forward).times(lost)),
        (Field::ReceivableShift, if year == 0 { receivable } else { Money::ZERO }),
        (Field::EarlyDiscounts, discount),
        (Field::EarlyPartnerCapital, forward.times(member.cost_of_capital)),
        (Field::EarlyVendorCapital, forward.times(terms.vendor_capital_cost)),
    ] {
        row[field] += amount.minor();
    }
}

/// What deferred payments on a contract are worth, as a share of it, at a rate a year.
fn concession(programme: &Programme, rate: Rate) -> Rate {
    let rules = &programme.financing;
    let monthly = rate.to_f64() / 12.0;
    let worth = |paid: &dyn Fn(i64) -> f64| -> f64 {
        (1..=rules.term_months).map(|month| paid(month) * libm::pow(1.0 + monthly, -(month as f64))).sum()
    };
    let (term, deferred) = (rules.term_months as f64, rules.deferral_months as f64);
    let first = rules.deferral_rate.to_f64();
    let later = (1.0 - deferred * first) / (term - deferred);
    let given = worth(&|_| 1.0 / term) - worth(&|month| if month <= rules.deferral_months { first } else { later });
    Rate::from_ppb((given * 1e9).round() as i64)
}
