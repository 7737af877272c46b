//! The simulation as a whole: what may change its figures and what must not (docs/model.md, "Conventions" and "What
//! must hold").

use partnersim::outcome::{Dimension, Field, Tally};
use partnersim::plan::Plans;
use partnersim::programme::Programme;
use partnersim::schema;
use partnersim::sim::run::{Trials, run};

mod parameters;
mod replay;
mod rules;
mod sharing;

const SEED: u64 = 2017;

/// A run with the plans it played.
pub struct Game {
    plans: Plans,
    trials: Trials,
}

/// The defaults with a tenth of the opportunities and only the partners that meet some: as rich as the defaults, and
/// played in milliseconds.
fn small() -> Programme {
    let mut programme = schema::defaults();
    programme.groups.retain(|group| group.name != "Business");
    programme.expected_per_year = 200.0;
    programme
}

/// A programme with something changed.
fn edited(programme: &Programme, edit: impl Fn(&mut Programme)) -> Programme {
    let mut programme = programme.clone();
    edit(&mut programme);
    programme
}

fn play(baseline: &Programme, scenarios: &[&Programme], trials: usize) -> Game {
    play_seed(baseline, scenarios, trials, SEED)
}

fn play_seed(baseline: &Programme, scenarios: &[&Programme], trials: usize, seed: u64) -> Game {
    let plans = Plans::new(baseline, scenarios);
    let trials = run(&plans, seed, trials, &|_| {}).expect("every trial passes its checks");
    Game { plans, trials }
}

impl Game {
    /// The totals of a programme, trial by trial.
    fn totals(&self, programme: usize) -> Vec<&Tally> {
        (0..self.trials.count).map(|trial| self.trials.total(trial, programme)).collect()
    }

    /// A field of a programme, trial by trial.
    fn values(&self, programme: usize, field: Field) -> Vec<i64> {
        self.totals(programme).into_iter().map(|total| total[field]).collect()
    }

    /// The sum over the trials of a field in a row of a dimension.
    fn sum(&self, programme: usize, dimension: Dimension, row: usize, field: Field) -> i128 {
        self.trials.breakdown[programme].sum(self.plans.shape.row(dimension, row), field)
    }

    /// The sums over the trials of every field but some, in a row of a dimension.
    fn row(&self, programme: usize, dimension: Dimension, row: usize, apart: &[Field]) -> Vec<i128> {
        let fields = Field::ALL.iter().filter(|field| !apart.contains(field));
        fields.map(|field| self.sum(programme, dimension, row, *field)).collect()
    }
}

/// The first figure in which a programme of one run differs from one of another, in words.
fn difference((one, at): (&Game, usize), (other, as_at): (&Game, usize), apart: &[Field]) -> Option<String> {
    if one.trials.count != other.trials.count {
        return Some(format!("{} trials and {}", one.trials.count, other.trials.count));
    }
    one.totals(at).into_iter().zip(other.totals(as_at)).enumerate().find_map(|(trial, (a, b))| {
        let field = Field::ALL.iter().find(|field| !apart.contains(field) && a[**field] != b[**field])?;
        Some(format!("{field:?} of trial {trial}: {} and {}", a[*field], b[*field]))
    })
}

/// Asserts that a mean over trials is what it should be, as near as luck allows: the bound of the self-test.
fn assert_mean(values: &[i64], expected: f64, what: &str) {
    let n = values.len() as f64;
    let mean = values.iter().sum::<i64>() as f64 / n;
    let squares: f64 = values.iter().map(|value| (*value as f64 - mean).powi(2)).sum();
    let error = (squares / (n - 1.0) / n).sqrt();
    let z = (mean - expected) / error;
    assert!(z.abs() <= partnersim::selftest::Z_BOUND, "{what}: {mean} where {expected} is expected, z {z}");
}
