//! An independent, plain simulator: every programme by itself, deal by deal and partner by partner, nothing shared,
//! nothing booked as a difference. It reads the same draws, and must come to the same cent.

use self::auctions::end;
use self::deals::{Deal, Trial, deals};
use self::programmes::programmes;
use self::years::{Bought, Fate, settle};
use super::{SEED, play};
use partnersim::model::market::Market;
use partnersim::model::population::{Member, population};
use partnersim::model::registration::{Candidate, Registration};
use partnersim::model::treatment::{Support, Treatment};
use partnersim::outcome::partner::{PARTNER_FIELDS, PartnerField, PartnerTally};
use partnersim::outcome::{Business, Dimension, Field, Tally};
use partnersim::programme::Programme;
use partnersim::sim::draws::Draws;
use partnersim::units::Money;

mod auctions;
mod deals;
mod programmes;
mod years;

/// What is read off the desk's months elsewhere, and what compares with the baseline.
const APART: &[Field] = &[Field::DeskWork, Field::DeskCapacity, Field::WaitedMicroDays, Field::WorseOff];

/// What a trial of a programme comes to.
struct Played {
    /// By level held, and in the last place what belongs to none.
    levels: Vec<Tally>,
    partners: Vec<PartnerTally>,
    held: Vec<u32>,
}

impl Played {
    /// Books what a deal brought a partner that has the level `level`.
    fn deal(&mut self, level: usize, partner: usize, tally: &Tally) {
        self.levels[level] += tally;
        let kept = &mut self.partners[partner];
        for (field, of) in [
            (PartnerField::Spend, Field::CustomerSpend),
            (PartnerField::FrontMargin, Field::FrontMargin),
            (PartnerField::Presales, Field::Presales),
            (PartnerField::Requests, Field::Requests),
            (PartnerField::Granted, Field::Granted),
            (PartnerField::DealsWon, Field::DealsWon),
        ] {
            kept[field] += tally[of];
        }
        kept[PartnerField::Purchases] += tally[Field::CustomerSpend] - tally[Field::FrontMargin];
    }
}

/// A trial of a programme that starts at once and releases no backlog, over whole fiscal years.
fn replay(programme: &Programme, members: &[Member], draws: &Draws, trial: u64) -> Played {
    let market = Market::new(programme, members, programme.registration.propensity, (0, 1.0));
    let deals = deals(programme, &market, &Trial { draws, trial });
    let mut held: Vec<usize> = members.iter().map(|member| member.level).collect();
    let first = held.clone();
    let mut before: Vec<Money> = members.iter().map(|member| member.purchases).collect();
    let mut backlog = 0.0;
    let mut played = Played {
        levels: vec![Tally::default(); programme.levels.len() + 1],
        partners: vec![PartnerTally::default(); members.len()],
        held: vec![0; programme.levels.len()],
    };
    for year in 0..programme.settings.months as usize / 12 {
        let quoting = if programme.links.level_quotations { &held } else { &first };
        let bought = sell(programme, quoting, &deals, year, &mut backlog, &mut played);
        let fate = Fate { draws, trial };
        for (at, member) in members.iter().enumerate() {
            let run_rate = fate.purchases(programme, member, year);
            let bought = Bought { run_rate, deals: bought[at], before: before[at] };
            let part =
                member.purchases.minor() as f64 / members.iter().map(|m| m.purchases.minor() as f64).sum::<f64>();
            held[at] = settle(programme, member, (&fate, year), (at, held[at]), (&bought, part), &mut played);
            before[at] = run_rate;
        }
    }
    for (at, level) in held.into_iter().enumerate() {
        played.held[level] += 1;
        played.levels[level][Field::Held] += 1;
        played.partners[at][PartnerField::LastLevel] += level as i64;
    }
    played
}

/// Plays the deals of a year; what each partner bought for them.
fn sell(
    programme: &Programme,
    levels: &[usize],
    deals: &[Deal],
    year: usize,
    backlog: &mut f64,
    played: &mut Played,
) -> Vec<Money> {
    let (rules, support) = (Registration::new(programme), Support::new(programme));
    let mut desk = programme.desk.clone();
    if programme.links.coverage_quotations {
        desk.minutes_per_request *= programme.coverage.minutes_factor();
    }
    let mut bought = vec![Money::ZERO; levels.len()];
    let mut left = support.budget;
    for month in year * 12..(year + 1) * 12 {
        let of_month = || deals.iter().filter(|deal| deal.month == month);
        let requested = |deal: &Deal| {
            let candidate = Candidate {
                list: deal.list,
                level: levels[deal.bidders[0]],
                newest: deal.newest,
                new_account: deal.new_account,
                last_order: deal.last_order,
            };
            rules.eligible(&candidate) && rules.propensity.hits(deal.registers)
        };
        let requests = of_month().filter(|deal| requested(deal)).count() as u64;
        let review = desk.month(requests, *backlog);
        *backlog = review.backlog;
        played.levels[programme.levels.len()][Field::DeskCost] += desk.cost(requests).minor();
        let granted = support.granted(programme.registration.regime, desk.ask_factor(review.wait));
        for deal in of_month() {
            let is_requested = requested(deal);
            let is_granted = is_requested && rules.granted(deal.conflict, deal.approval);
            let without = end(programme, levels, deal, &Treatment::NONE);
            let mut tallies = vec![Tally::default(); deal.bidders.len()];
            tallies[0][Field::Opportunities] = 1;
            tallies[0][Field::Requests] = i64::from(is_requested);
            tallies[0][Field::EarlyRequests] = i64::from(is_requested && deal.early);
            tallies[0][Field::Granted] = i64::from(is_granted);
            if let Some(slot) = without.winner {
                tallies[slot][Field::PriceWithout] = without.price.minor();
                tallies[slot][Field::ListWithout] = deal.list.minor();
            }
            let kept = support.in_time(review.wait).hits(deal.cycle) || support.extension.hits(deal.extension);
            let mut with = match is_granted {
                true => end(programme, levels, deal, &if kept { granted } else { granted.lapsed() }),
                false => end(programme, levels, deal, &Treatment::NONE),
            };
            if support.budget > Money::ZERO && with.support > left {
                with = end(programme, levels, deal, &granted.lapsed());
            }
            left -= with.support;
            if let Some(slot) = with.winner {
                tallies[slot][Field::QuotationsWon] = i64::from(is_granted);
                if without.winner.is_some() && with.support > Money::ZERO {
                    tallies[slot][Field::Deadweight] = with.support.minor();
                    tallies[slot][Field::PriceCut] = (without.price - with.price).minor();
                }
            }
            for (slot, tally) in tallies.iter_mut().enumerate() {
                *tally += &with.by_slot[slot];
                let partner = deal.bidders[slot];
                bought[partner] += tally.money(Field::CustomerSpend) - tally.money(Field::FrontMargin);
                played.deal(levels[partner], partner, tally);
            }
        }
    }
    bought
}

#[test]
fn a_plain_simulator_comes_to_the_same_cent() {
    let programmes = programmes();
    let scenarios: Vec<&Programme> = programmes[1..].iter().collect();
    let game = play(&programmes[0], &scenarios, 4);
    let draws = Draws::new(SEED);
    let mut tested = [false; Field::ALL.len()];
    for (at, programme) in programmes.iter().enumerate() {
        let members = population(programme);
        let rows = programme.levels.len() + 1;
        let mut levels = vec![[0_i128; Field::ALL.len()]; rows];
        let mut partners = vec![[0_i128; PARTNER_FIELDS]; members.len()];
        for trial in 0..game.trials.count() {
            let plain = replay(programme, &members, &draws, trial as u64);
            assert_eq!(game.trials.held(trial, at), plain.held, "programme {at}: levels held");
            for (sums, tally) in levels.iter_mut().zip(&plain.levels) {
                sums.iter_mut().zip(tally.0).for_each(|(sum, value)| *sum += i128::from(value));
            }
            for (sums, tally) in partners.iter_mut().zip(&plain.partners) {
                sums.iter_mut().zip(tally.0).for_each(|(sum, value)| *sum += i128::from(value));
            }
        }
        for field in Field::ALL.iter().filter(|field| !APART.contains(field)) {
            for (row, plain) in levels.iter().enumerate() {
                let shared = game.sum(at, Dimension::Level, row, *field);
                assert_eq!(shared, plain[*field as usize], "programme {at}, level {row}: {field:?}");
                tested[*field as usize] |= shared != 0;
            }
            let of_businesses: i128 =
                (0..=Business::ALL.len()).map(|row| game.sum(at, Dimension::Business, row, *field)).sum();
            let plain: i128 = levels.iter().map(|row| row[*field as usize]).sum();
            assert_eq!(of_businesses, plain, "programme {at}: {field:?}");
        }
        assert_eq!(game.trials.partners[at].partners, partners, "programme {at}: by partner");
    }
    // Neither contracts nor tracks, services or savings are played here.
    let contracts = [
        Field::Contracts,
        Field::ContractValue,
        Field::ContractPurchases,
        Field::ContractWorth,
        Field::ContractPrice,
        Field::ContractSpend,
        Field::ContractMargin,
        Field::OutrightMargin,
        Field::MarginAdvanced,
    ];
    for field in Field::ALL.iter().filter(|field| !APART.contains(field)) {
        let dues = Field::TermsGain as usize..=Field::FinancingCost as usize;
        let years = Field::Held as usize..=Field::CliffCost as usize;
        let number = *field as usize;
        let played = (number <= Field::LAST_OF_DEALS as usize && !contracts.contains(field))
            || dues.contains(&number)
            || years.contains(&number);
        assert!(tested[number] || !played && *field != Field::Rebates, "{field:?} is tested");
    }
}
