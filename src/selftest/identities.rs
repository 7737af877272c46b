//! Programmes that must come to the same, to the cent and in every trial.

use super::{KnownAnswer, answer};
use crate::outcome::Field;
use crate::plan::Plans;
use crate::programme::{Programme, Readings, Regime};
use crate::say;
use crate::schema;
use crate::sim::check::CheckFailed;
use crate::sim::run::{Trials, run};
use crate::units::Rate;

/// What programmes without grants may differ in: they may have requests to turn down.
const REQUESTS: &[Field] =
    &[Field::Requests, Field::EarlyRequests, Field::DeskCost, Field::DeskWork, Field::WaitedMicroDays];

/// Trials that are compared at most: each is either right or wrong.
const ENOUGH: usize = 100;

/// Plays programmes without grants, and the narrow rule where every account is new beside its extension.
pub fn answers(seed: u64, trials: usize) -> Result<Vec<KnownAnswer>, CheckFailed> {
    let trials = trials.min(ENOUGH);
    let mut baseline = schema::defaults();
    baseline.settings.readings = Readings::Static;
    baseline.groups.retain(|group| group.name != "Business");
    let edited = |edit: fn(&mut Programme)| {
        let mut programme = baseline.clone();
        edit(&mut programme);
        programme
    };
    let none = edited(|p| p.registration.regime = Regime::None);
    let refused = edited(|p| p.registration.approval_rate = Rate::ZERO);
    let unregistered = edited(|p| p.registration.propensity = Rate::ZERO);
    let deals = run(&Plans::new(&baseline, &[&none, &refused, &unregistered]), seed, trials, &|_| {})?;

    let mut narrow = baseline.clone();
    narrow.segments.iter_mut().for_each(|segment| segment.new_account = Rate::ONE);
    let mut extended = narrow.clone();
    extended.registration.installed_base = true;
    let rules = run(&Plans::new(&narrow, &[&extended]), seed, trials, &|_| {})?;

    let section = "Known answers";
    let exact = |name: String, differences: usize| answer(section, name, 0.0, (differences as f64, 0.0));
    Ok(vec![
        exact(say!("approval 0 % against no quotations: figures that differ"), differences(&deals, [2, 1], REQUESTS)),
        exact(say!("propensity 0 % against no quotations: figures that differ"), differences(&deals, [3, 1], &[])),
        exact(
            say!("narrow against extended rule, all accounts new: figures that differ"),
            differences(&rules, [0, 1], &[]),
        ),
    ])
}

/// How many figures of two programmes differ, over fields and trials.
fn differences(run: &Trials, [one, other]: [usize; 2], apart: &[Field]) -> usize {
    let fields = || Field::ALL.iter().filter(|field| !apart.contains(field));
    (0..run.count())
        .map(|trial| {
            let [one, other] = [one, other].map(|at| run.total(trial, at));
            fields().filter(|field| one[**field] != other[**field]).count()
        })
        .sum()
}
