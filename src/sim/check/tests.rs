use super::*;
use crate::programme::{CompensationModel, Programme, Readings};
use crate::schema;
use crate::sim::changes;
use crate::sim::partners::PartnerDraws;
use crate::sim::trial::{Setting, Workspace};
use crate::sim::witness::NoTrace;
use crate::units::Money;

/// A baseline that pays tracks what the rebates would cost, and a scenario that opens quotations.
fn plans() -> Plans {
    let mut baseline = schema::defaults();
    baseline.settings.readings = Readings::Static;
    baseline.settings.months = 12;
    baseline.compensation.model = CompensationModel::Tracks;
    baseline.compensation.budget_neutral = true;
    let mut open: Programme = baseline.clone();
    open.registration.installed_base = true;
    Plans::new(&baseline, &[&open])
}

/// Alters a figure of a plan.
type Alter = dyn Fn(&Shape, &mut PlanState);

/// What is found of a trial in which a figure of a plan was altered after it was played.
fn found(plan: usize, alter: &Alter) -> Option<(usize, Text)> {
    let plans = plans();
    let setting = Setting::new(&plans, 1);
    let mut workspace = Workspace::new(&setting, false);
    let mut draws = PartnerDraws::new(&plans, false);
    draws.draw(&plans, &setting.draws, 0, 1);
    draws.deal(&plans, 0);
    workspace.play(&setting, (&draws, 0), 0, &mut NoTrace);
    let (states, chains) = workspace.outcomes();
    changes::compare(&plans, states, chains, ((0, 1), None));
    alter(&plans.shape, &mut states[plan]);
    let totals: Vec<Tally> = states.iter().map(|state| plans.shape.total(&state.rows)).collect();
    trial(&plans, 7, (states, &totals), chains).err().map(|failed| {
        assert_eq!(failed.trial, 7);
        (failed.plan, failed.check)
    })
}

/// Adds to a field in one row of every breakdown, so that they still add up.
fn add(shape: &Shape, state: &mut PlanState, field: Field, amount: i64) {
    for dimension in Shape::DIMENSIONS {
        state.rows[shape.row(dimension, 1)][field] += amount;
    }
}

#[test]
fn nothing_is_found_of_a_trial_as_it_was_played() {
    assert_eq!(found(0, &|_, _| {}), None);
}

#[test]
fn each_check_finds_a_cent_or_a_piece_that_is_wrong() {
    let cases: [(usize, &Alter); 8] = [
        (0, &|shape, state| add(shape, state, Field::CustomerSpend, 1)),
        (1, &|shape, state| state.rows[shape.row(Dimension::Segment, 0)][Field::DeskCost] += 1),
        (2, &|_, state| state.by_partner[Field::DealsWon] += 1),
        (3, &|_, state| state.roll.net[0] += Money::from_minor(1)),
        (4, &|shape, state| {
            add(shape, state, Field::Granted, 1_000_000);
            state.by_partner[Field::Granted] += 1_000_000;
        }),
        (5, &|shape, state| add(shape, state, Field::Held, 1)),
        (6, &|shape, state| add(shape, state, Field::LegacyRebates, 1)),
        (7, &|shape, state| add(shape, state, Field::DeskCost, 1)),
    ];
    for (check, alter) in cases {
        // The baseline is held against its replay, which is the last of the plans.
        let plan = if check == 7 { 2 } else { 1 };
        assert_eq!(found(plan, alter), Some((plan, CHECKS[check])), "{}", CHECKS[check].en);
    }
}
