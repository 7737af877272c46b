//! What a trace tells is what the kernel booked: field by field, in every programme that is played.

use std::fs;
use std::path::Path;

use super::sharing::nearly_alike;
use super::{Game, SEED, edited, play_seed, rich, small};
use partnersim::diagnostic::Diagnostics;
use partnersim::inputs;
use partnersim::outcome::partner::{PartnerField, PartnerTally};
use partnersim::outcome::{Business, DealTally, Dimension, Field};
use partnersim::plan::Plans;
use partnersim::programme::{Programme, Readings, Regime};
use partnersim::scenario;
use partnersim::sheet::read::read;
use partnersim::sim::trace::{Request, Trace, trace};
use partnersim::sim::trial::Setting;
use partnersim::sim::witness::Protection;
use partnersim::units::{Money, Rate};

/// The trace of trial 0 of each programme, after what it tells was held against a run.
fn told(baseline: &Programme, scenarios: &[&Programme], seed: u64) -> Vec<Trace> {
    let game = play_seed(baseline, scenarios, 1, seed);
    (0..game.plans.programmes()).map(|programme| told_of(&game, programme, seed)).collect()
}

fn told_of(game: &Game, programme: usize, seed: u64) -> Trace {
    let plans = &game.plans;
    let trace = trace(&Setting::new(plans, seed), None, 0, programme);
    assert_eq!(plans.shape.total(&trace.rows), *game.trials.total(0, programme), "programme {programme}");
    assert_deals(plans, &trace, programme);
    assert_years(plans, &trace, programme);
    assert_partners(plans, &trace, game, programme);
    trace
}

/// What deals bring, and what is recognised of contracts, is what their businesses were booked.
fn assert_deals(plans: &Plans, trace: &Trace, programme: usize) {
    for business in [Business::Opportunities, Business::Launch] {
        let mut sum = DealTally::default();
        for deal in trace.deals.iter().filter(|deal| deal.business == business) {
            sum += &deal.tally();
            (deal.month..plans.months).for_each(|month| sum += &deal.recognised(month));
        }
        let booked = &trace.rows[plans.shape.row(Dimension::Business, business as usize)];
        for field in &Field::ALL[..=Field::LAST_OF_DEALS as usize] {
            assert_eq!(sum[*field], booked[*field], "{field:?} of {business:?}, programme {programme}");
        }
    }
}

/// What each fiscal year's businesses were booked is what its months were, but for what is known only in the end.
fn assert_years(plans: &Plans, trace: &Trace, programme: usize) {
    const APART: &[Field] = &[
        Field::SavingsGross,
        Field::SavingsFromJobs,
        Field::SavingsReinvested,
        Field::SavingsOneOff,
        Field::SavingsExitRunRate,
        Field::PaybackMonth,
        Field::Held,
        Field::WorseOff,
    ];
    for (year, businesses) in trace.businesses.iter().enumerate() {
        let total = trace.total(plans, year);
        for field in Field::ALL.iter().filter(|field| !APART.contains(field)) {
            let sum: i64 = businesses.iter().map(|tally| tally[*field]).sum();
            assert_eq!(sum, total[*field], "{field:?} of year {year}, programme {programme}");
        }
    }
    assert_eq!(trace.businesses.len(), plans.months.div_ceil(12));
}

/// What partners' years came to is what a run of this one trial adds up for each partner.
fn assert_partners(plans: &Plans, trace: &Trace, game: &Game, programme: usize) {
    let mut told = vec![PartnerTally::default(); plans.members.len()];
    for year in &trace.years {
        told[year.partner] += &year.tally;
    }
    let apart = PartnerField::LastLevel as usize;
    for (place, sums) in game.trials.partners[programme].partners.iter().enumerate() {
        for field in (0..sums.len()).filter(|field| *field != apart) {
            assert_eq!(i128::from(told[place].0[field]), sums[field], "field {field} of {}", plans.members[place].id);
        }
    }
}

#[test]
fn what_is_told_adds_up_to_what_is_booked() {
    let open = edited(&rich(), |p| {
        p.registration.regime = Regime::Open;
        p.launch.backlog = 60.0;
        p.registration.installed_base = true;
        p.from_month = 5;
    });
    let tight = edited(&rich(), |p| {
        p.quotation.budget = Money::from_units(20_000);
        p.quotation.protection_days = 30.0;
        p.expected_per_year = 150.0;
        p.levels[2].base_discount = Rate::per_mille(240);
    });
    for seed in [SEED, 5] {
        let traces = told(&rich(), &[&open, &tight], seed);
        // What is written down has all that the rules can do.
        let deals = || traces.iter().flat_map(|trace| &trace.deals);
        for request in
            [Request::NotEligible, Request::NotRegistered, Request::Duplicate, Request::NotApproved, Request::Granted]
        {
            assert!(deals().any(|deal| deal.request == request), "{request:?}");
        }
        let grants = || deals().filter_map(|deal| deal.grant);
        assert!(
            [Protection::InTime, Protection::Extended, Protection::Lapsed]
                .into_iter()
                .all(|protection| grants().any(|grant| grant.protection == protection))
        );
        assert!(grants().any(|grant| grant.unpaid), "a budget that is used up");
        assert!(deals().any(|deal| deal.contract.is_some()) && deals().any(|deal| deal.supported.is_some()));
        assert!(traces[1].deals.iter().any(|deal| deal.business == Business::Launch));
    }
}

#[test]
fn who_is_told_of_alone_comes_to_what_those_alike_do_together() {
    // Nobody leads another while somebody listens.
    let (baseline, scenarios) = nearly_alike();
    let traces = told(&baseline, &scenarios.iter().collect::<Vec<_>>(), SEED);
    assert!(traces.iter().all(|trace| trace.deals.iter().any(|deal| deal.grant.is_some())));
}

#[test]
fn what_is_left_of_several_strips_is_played_as_it_is_told() {
    // Told, every strip is played by itself and nothing is left out of it.
    let baseline = edited(&rich(), |p| p.expected_per_year = 1_500.0);
    let of_rate = |rate: f64, edit: fn(&mut Programme)| {
        edited(&baseline, |p| {
            p.expected_per_year *= rate;
            p.registration.installed_base = true;
            edit(p);
        })
    };
    let [rare, more, late, loyal, crowded] = [
        of_rate(0.3, |_| ()),
        of_rate(1.3, |p| p.levels[2].base_discount = Rate::per_mille(240)),
        of_rate(2.6, |p| p.from_month = 4),
        of_rate(1.3, |p| p.segments.iter_mut().for_each(|segment| segment.loyalty = Rate::per_mille(60))),
        of_rate(1.0, |p| p.segments[0].rivals_mean = 4.0),
    ];
    told(&baseline, &[&rare, &more, &loyal], SEED);
    told(&baseline, &[&rare, &late, &crowded], SEED);
    let budget = of_rate(1.2, |p| p.quotation.budget = Money::from_units(200_000));
    told(&baseline, &[&budget, &rare], SEED);
}

#[test]
fn people_who_answer_are_told_of_too() {
    let baseline = edited(&small(), |p| p.settings.readings = Readings::Both);
    let open = edited(&baseline, |p| p.registration.installed_base = true);
    told(&baseline, &[&open], SEED);
}

#[test]
fn every_shipped_scenario_is_told_as_it_is_booked() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    for entry in fs::read_dir(folder).expect("a folder").flatten().filter(|entry| entry.path().is_dir()) {
        let grid = read(&fs::read(entry.path().join("scenario.xlsx")).expect("a workbook")).expect("a grid");
        let mut found = Diagnostics::default();
        let inputs = inputs::read(&grid, &mut found);
        let scenarios = scenario::build(&inputs, &mut found);
        assert!(!found.has_errors(), "{:?}", entry.path());
        let programmes: Vec<&Programme> = scenarios.iter().map(|scenario| &scenario.programme).collect();
        let seed = inputs.programme.settings.seed as u64;
        let game = play_seed(&inputs.programme, &programmes, 1, seed);
        // One that is not the baseline, in each reading that is played.
        told_of(&game, 1, seed);
        told_of(&game, game.plans.programmes() - 1, seed);
    }
}

#[test]
fn a_deal_is_told_by_hand() {
    // Of the first granted deal that was won with support, everything follows from list value, levels and needs.
    let trace = &told(&small(), &[], SEED)[0];
    let won = |deal: &&partnersim::sim::trace::DealTrace| deal.supported.is_some();
    let deal = trace.deals.iter().find(won).expect("a supported deal");
    let (programme, end) = (small(), deal.won.expect("won"));
    let winner = &deal.bidders[end.slot];
    let discount = programme.levels[winner.level].base_discount;
    let cost = deal.list.times(Rate::ONE - discount - winner.support);
    let need = (deal.list.minor() as f64 * programme.bidding.cost_spread.to_f64() * winner.need).round();
    assert_eq!(winner.reserve, Some(cost + Money::from_minor(need as i64)));
    assert_eq!((end.margin, end.support), (end.price - cost, deal.list.times(programme.quotation.support)));
    let others = deal.bidders.iter().enumerate().filter(|(slot, _)| *slot != end.slot);
    let second = others.filter_map(|(_, bidder)| bidder.reserve).min().unwrap_or(Money::MAX);
    assert_eq!(end.price, second.min(deal.ceiling));
}
