//! Horizons of one to five fiscal years, with every system: what a longer one adds, and late starts.

use super::{Game, difference, edited, over, play};
use partnersim::outcome::{Dimension, Field};
use partnersim::programme::{CompensationModel, Programme};
use partnersim::units::{Money, Rate};

/// Known when the horizon ends and booked there.
const AT_THE_END: &[Field] = &[Field::WorseOff, Field::Held, Field::ServiceEligible, Field::PaybackMonth];
/// These, and requests that count from a programme's own start.
const ITS_OWN: &[Field] =
    &[Field::WorseOff, Field::Held, Field::ServiceEligible, Field::PaybackMonth, Field::EarlyRequests];
const TRIALS: usize = 5;

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
