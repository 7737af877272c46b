//! Horizons of one to five fiscal years, with every system: what a longer one adds, late starts, sums over years.

use super::{Game, difference, edited, play, rich};
use partnersim::measures::{Amounts, MEASURES};
use partnersim::outcome::account::{CONTRIBUTION, NET_MARGIN};
use partnersim::outcome::partner::{PARTNER_FIELDS, PartnerField};
use partnersim::outcome::{Dimension, Field};
use partnersim::programme::{CompensationModel, Programme};
use partnersim::summary::{Names, Summary};
use partnersim::units::{Money, Rate};

/// Known when the horizon ends and booked there.
const AT_THE_END: &[Field] = &[Field::WorseOff, Field::Held, Field::ServiceEligible, Field::PaybackMonth];
/// These, and requests that count from a programme's own start.
const ITS_OWN: &[Field] =
    &[Field::WorseOff, Field::Held, Field::ServiceEligible, Field::PaybackMonth, Field::EarlyRequests];
const TRIALS: usize = 5;

fn over(months: i64) -> Programme {
    edited(&rich(), |p| p.settings.months = months)
}

fn month(game: &Game, programme: usize, month: usize, apart: &[Field]) -> Vec<i128> {
    game.row(programme, Dimension::Month, month, apart)
}

#[test]
fn a_longer_horizon_starts_with_the_whole_years_of_a_shorter_one() {
    let longest = play(&over(60), &[], TRIALS);
    for months in [12, 18, 24, 30, 36, 48, 59] {
        let game = play(&over(months), &[], TRIALS);
        // A year that the horizon cuts short is settled on what was played of it.
        for at in 0..months as usize / 12 * 12 {
            let [short, long] = [&game, &longest].map(|game| month(game, 0, at, AT_THE_END));
            assert_eq!(short, long, "month {} of {months}", at + 1);
        }
        // Deals and tickets know no year end.
        for field in [Field::Opportunities, Field::Tickets, Field::SavingsGross, Field::SubcontractCost] {
            for at in 0..months as usize {
                let [short, long] = [&game, &longest].map(|game| game.sum(0, Dimension::Month, at, field));
                assert_eq!(short, long, "{field:?} in month {} of {months}", at + 1);
            }
        }
    }
}

#[test]
fn a_year_that_is_cut_short_costs_its_part() {
    // What is due by the year and not on purchases: half a year takes half of it, within a cent a partner and month.
    let even = |months| {
        edited(&over(months), |p| {
            for season in &mut p.seasonality {
                season.weight = 1.0;
            }
        })
    };
    let [short, long] = [18, 24].map(|months| play(&even(months), &[], TRIALS));
    for field in [Field::TrackCosts, Field::FinancingGain, Field::ServiceSpend, Field::TrainingPartner] {
        let second_year = |game: &Game, months: usize| -> i128 {
            (12..months).map(|at| game.sum(0, Dimension::Month, at, field)).sum()
        };
        let (half, whole) = (second_year(&short, 18), second_year(&long, 24));
        let bound = (short.plans.members.len() * TRIALS) as i128;
        assert!((2 * half - whole).abs() <= 2 * bound, "{field:?}: {half} of {whole}");
        assert!(whole > 0, "{field:?} is tested");
    }
}

/// What a scenario changes.
type Edit = fn(&mut Programme);

/// Changes of every system.
fn edits() -> Vec<(&'static str, Edit)> {
    vec![
        ("support", |p| p.quotation.support = Rate::per_mille(150)),
        ("levels", |p| p.levels[2].threshold = Money::from_units(900_000)),
        ("rebates", |p| p.levels[1].rebate = Rate::per_mille(25)),
        ("terms", |p| p.terms.days_after = 120.0),
        ("financing", |p| p.financing.envelope = Money::from_units(9_000_000)),
        ("model", |p| p.compensation.model = CompensationModel::Legacy),
        ("tracks", |p| p.tracks[1].bonus_rate = Rate::per_mille(60)),
        ("services", |p| p.services.threshold = Money::from_units(20_000)),
        ("field force", |p| p.field.new_staff = 30),
        ("coverage", |p| p.coverage.cut = Rate::per_mille(400)),
        ("contracts", |p| p.pay_per_use.share_end = Rate::ONE),
        ("savings", |p| p.savings_lines[0].units = 9.0),
        ("demand", |p| p.years[1].demand_change = Rate::per_mille(200)),
    ]
}

#[test]
fn before_the_year_in_which_it_starts_a_scenario_is_the_baseline() {
    let baseline = over(36);
    let late: Vec<(&str, Programme)> = edits()
        .into_iter()
        .flat_map(|(what, edit)| [13, 20].map(|from| (what, edited(&edited(&baseline, edit), |p| p.from_month = from))))
        .collect();
    let game = play(&baseline, &late.iter().map(|(_, programme)| programme).collect::<Vec<_>>(), TRIALS);
    for (at, (what, programme)) in late.iter().enumerate() {
        let rows = |month_at| [0, at + 1].map(|programme| month(&game, programme, month_at, ITS_OWN));
        for month in 0..12 {
            let [before, late] = rows(month);
            assert_eq!(before, late, "{what} from {}: month {}", programme.from_month, month + 1);
        }
        assert!((12..36).any(|month| rows(month)[0] != rows(month)[1]), "{what}: changes something");
    }
}

#[test]
fn before_its_month_a_scenario_sells_what_the_baseline_sells() {
    let baseline = over(24);
    let late: Vec<(&str, Programme)> = edits()
        .into_iter()
        .map(|(what, edit)| (what, edited(&edited(&baseline, edit), |p| p.from_month = 7)))
        .collect();
    let game = play(&baseline, &late.iter().map(|(_, programme)| programme).collect::<Vec<_>>(), TRIALS);
    // What is due on the year's purchases is settled over the year; everything else is the month's own. A year of two
    // parts has its run-rate business and services rounded to the cent part by part.
    let traded = [
        Field::CustomerSpend,
        Field::FrontMargin,
        Field::NetRevenue,
        Field::GrossProfit,
        Field::ServiceSpend,
        Field::Kickbacks,
    ];
    let cents = (TRIALS * game.plans.members.len()) as i128;
    let own = [
        Field::ListWon,
        Field::Presales,
        Field::SupportCost,
        Field::Requests,
        Field::DeskCost,
        Field::ContractValue,
        Field::FieldCost,
        Field::SubcontractCost,
        Field::SavingsGross,
        Field::SavingsOneOff,
    ];
    for (at, (what, _)) in late.iter().enumerate().filter(|(_, (what, _))| *what != "demand") {
        for month in 0..6 {
            for field in own {
                let [before, late] = [0, at + 1].map(|programme| game.sum(programme, Dimension::Month, month, field));
                assert_eq!(before, late, "{what}: {field:?} in month {}", month + 1);
            }
            for field in traded {
                let [before, late] = [0, at + 1].map(|programme| game.sum(programme, Dimension::Month, month, field));
                assert!((before - late).abs() <= cents, "{what}: {field:?} in month {}", month + 1);
            }
        }
    }
}

#[test]
fn budget_neutral_payouts_cost_what_the_rebates_would_in_every_trial() {
    for months in [12, 18, 36] {
        let baseline = over(months);
        let neutral = edited(&baseline, |p| p.compensation.budget_neutral = true);
        let whole_years = edited(&neutral, |p| p.from_month = 13.min(months));
        let all = edited(&neutral, |p| p.compensation.enrolled = Rate::ONE);
        let legacy = edited(&baseline, |p| p.compensation.model = CompensationModel::Legacy);
        let game = play(&baseline, &[&neutral, &all, &legacy, &whole_years], TRIALS);
        for trial in 0..TRIALS {
            let total = |programme| game.trials.total(trial, programme);
            assert_eq!(total(1)[Field::TrackPayouts], total(1)[Field::LegacyRebates]);
            assert_ne!(total(0)[Field::TrackPayouts], total(0)[Field::LegacyRebates], "scaling has to do something");
            // Nobody is left out: the rebates of the same year by the old model, to the cent.
            assert_eq!(total(2)[Field::TrackPayouts], total(3)[Field::Rebates]);
            assert_eq!(total(2)[Field::Rebates], 0);
        }
        if months == 36 {
            for year in 1..3 {
                let of_year = |field| -> i128 {
                    (year * 12..(year + 1) * 12).map(|at| game.sum(4, Dimension::Month, at, field)).sum()
                };
                assert_eq!(of_year(Field::TrackPayouts), of_year(Field::LegacyRebates), "year {}", year + 1);
            }
        }
    }
}

#[test]
fn every_partner_is_at_one_level() {
    for months in [12, 18, 24, 60] {
        let baseline = over(months);
        let unsuspended = edited(&baseline, |p| p.years.clear());
        let game = play(&baseline, &[&unsuspended], TRIALS);
        let members = game.plans.members.len();
        for programme in 0..2 {
            for held in game.held(programme) {
                assert_eq!(held.iter().sum::<u32>() as usize, members);
            }
            let migration = &game.trials.partners[programme].migration;
            let levels = game.plans.shape.levels;
            for (first, row) in migration.chunks(levels).enumerate() {
                let count = game.plans.columns.levels.iter().filter(|level| usize::from(**level) == first).count();
                assert_eq!(row.iter().sum::<i64>() as usize, count * TRIALS, "partners of level {first} at first");
            }
            for last in 0..levels {
                let came: i64 = migration.chunks(levels).map(|row| row[last]).sum();
                let held: u32 = game.held(programme).iter().map(|held| held[last]).sum();
                assert_eq!(came, i64::from(held), "partners of level {last} in the end");
            }
        }
        let moved = game.values(0, Field::Demoted).iter().sum::<i64>();
        assert!(moved > 0, "somebody falls in {months} months");
    }
}

#[test]
fn partners_add_up_to_their_totals() {
    for months in [18, 36] {
        let baseline = over(months);
        let late = edited(&baseline, |p| {
            p.from_month = 8;
            p.terms.days_after = 120.0;
            p.compensation.model = CompensationModel::Legacy;
        });
        let game = play(&baseline, &[&late], TRIALS);
        for programme in 0..2 {
            let mut partners = [0_i128; PARTNER_FIELDS];
            for partner in &game.trials.partners[programme].partners {
                partners.iter_mut().zip(partner).for_each(|(sum, value)| *sum += value);
            }
            let sum = |field: Field| game.values(programme, field).into_iter().map(i128::from).sum::<i128>();
            for (field, total) in [
                (PartnerField::Spend, sum(Field::CustomerSpend) - sum(Field::ServiceSpend)),
                (PartnerField::FrontMargin, sum(Field::FrontMargin)),
                (PartnerField::Presales, sum(Field::Presales)),
                (PartnerField::Saved, sum(Field::Saved)),
                (PartnerField::RidesFree, sum(Field::FreeRiders)),
                (PartnerField::BackEnd, sum(Field::Rebates) + sum(Field::TrackPayouts)),
                (PartnerField::LegacyRebates, sum(Field::LegacyRebates)),
                (PartnerField::ServiceMargin, sum(Field::Kickbacks) + sum(Field::TicketFees) - sum(Field::TicketCosts)),
                (PartnerField::Requests, sum(Field::Requests)),
                (PartnerField::Granted, sum(Field::Granted)),
                (PartnerField::DealsWon, sum(Field::DealsWon)),
            ] {
                assert_eq!(partners[field as usize], total, "{field:?} over {months} months");
            }
        }
    }
}

#[test]
fn what_the_world_gains_is_what_all_gain() {
    // Customers, distributors, partners and the vendor: what one pays another receives, so that all of them together
    // are left with the goods, people and risks that were paid for.
    let game = play(&over(36), &[], TRIALS);
    for total in game.totals(0) {
        let read = |field: Field| total[field];
        let all = NET_MARGIN.whole(read) + CONTRIBUTION.whole(read) + read(Field::DistributorMargin);
        let goods = read(Field::NetRevenue) - read(Field::GrossProfit);
        let spent = goods
            + read(Field::Presales)
            + read(Field::TrackCosts)
            + read(Field::TrainingPartner)
            + read(Field::TrainingVendor)
            + read(Field::StretchCosts)
            + read(Field::TicketCosts)
            + read(Field::FieldCost)
            + read(Field::SubcontractCost)
            + read(Field::DeskCost);
        let money = read(Field::TermsGain) - read(Field::EarlyPartnerCapital) + read(Field::FinancingGain)
            - read(Field::TermsCapital)
            + read(Field::EarlyVendorCapital)
            - read(Field::CreditLoss)
            - read(Field::FinancingCost);
        assert_eq!(all, read(Field::CustomerSpend) - spent + money);
        assert!(read(Field::FinancingCost) > 0 && read(Field::FinancingGain) > 0, "financing costs and brings");
    }
}

#[test]
fn a_scenario_made_of_others_has_an_interaction_term() {
    let baseline = edited(&over(24), |p| p.years.clear());
    let support = edited(&baseline, |p| p.quotation.support = Rate::per_mille(150));
    let levels = edited(&baseline, |p| p.levels[2].threshold = Money::from_units(1_200_000));
    let both = edited(&support, |p| p.levels[2].threshold = Money::from_units(1_200_000));
    let game = play(&baseline, &[&support, &levels, &both], TRIALS);
    let name = |name: &str| name.to_owned();
    let names = Names {
        programmes: ["Baseline", "Support", "Levels", "Both"].map(name).into(),
        includes: vec![vec![], vec![], vec![], vec![1, 2]],
        levels: baseline.levels.iter().map(|level| level.name.clone()).collect(),
        segments: baseline.segments.iter().map(|segment| segment.name.clone()).collect(),
    };
    let summary = Summary::new(&game.trials, &game.plans, &names);
    assert!(summary.programmes[1].interactions.is_empty() && summary.programmes[2].interactions.is_empty());
    let mut interact = 0;
    for (at, measure) in MEASURES.iter().enumerate() {
        let read = |programme: usize| -> f64 {
            let values = game.totals(programme).into_iter().map(|total| (measure.read)(&Amounts::from(total)));
            values.sum::<f64>() / TRIALS as f64
        };
        let [baseline, support, levels, both] = [0, 1, 2, 3].map(read);
        let joint = both - baseline;
        let expected = joint - (support - baseline) - (levels - baseline);
        let term = summary.programmes[3].interactions[at].mean;
        let scale = baseline.abs().max(1.0);
        assert!((term - expected).abs() <= 1e-9 * scale, "{}: {term} and {expected}", measure.id);
        interact += usize::from(term.abs() > 1e-6 * scale);
    }
    assert!(interact > 5, "levels decide on quotations, and quotations on levels");
}

#[test]
fn an_edit_that_plays_no_part_in_a_horizon_changes_nothing() {
    // Thresholds of the last year's end decide on a year that is not played.
    let baseline = over(12);
    let later = edited(&baseline, |p| p.years[1].demand_change = Rate::per_mille(300));
    let game = play(&baseline, &[&later], TRIALS);
    assert_eq!(difference((&game, 0), (&game, 1), &[]), None);
}

#[test]
fn receivables_are_booked_once() {
    let baseline = edited(&over(24), |p| p.terms.days_before = 45.0);
    let late = |edit: fn(&mut Programme)| {
        let mut programme = edited(&baseline, edit);
        programme.from_month = 13;
        programme
    };
    let same_terms = late(|p| p.levels[2].rebate = Rate::per_mille(40));
    let no_longer = late(|p| p.terms.days_before = p.terms.days_after);
    let game = play(&baseline, &[&same_terms, &no_longer], TRIALS);
    let shift = |programme| game.values(programme, Field::ReceivableShift);
    assert!(shift(0).iter().all(|shift| *shift > 0), "15 days more");
    assert_eq!(shift(1), shift(0), "other rebates leave no more money with partners");
    for year in [0, 1] {
        let booked = |programme: usize| -> i128 {
            (year * 12..year * 12 + 12)
                .map(|at| game.sum(programme, Dimension::Month, at, Field::ReceivableShift))
                .sum()
        };
        match year {
            0 => assert_eq!(booked(2), booked(0)),
            _ => assert!(booked(2) < 0, "the money comes back when the terms end"),
        }
    }
}
