//! The simulation as a whole: what may change its figures and what must not (docs/model.md, "Conventions" and "What
//! must hold").

use partnersim::outcome::{Dimension, Field, Tally};
use partnersim::plan::Plans;
use partnersim::programme::{
    CompensationModel, Partner, PartnerTraits, Programme, Readings, SavingsKind, SavingsLine, Year,
};
use partnersim::schema;
use partnersim::sim::run::{Trials, run};
use partnersim::units::{Money, Rate};

mod links;
mod parameters;
mod replay;
mod rules;
mod sharing;
mod sums;
mod trace;
mod years;

const SEED: u64 = 2017;

/// A run with the plans it played.
pub struct Game {
    plans: Plans,
    trials: Trials,
}

/// The defaults with a tenth of the opportunities and only the partners that meet some, in the static reading: as rich as
/// the defaults, and played in milliseconds.
fn small() -> Programme {
    let mut programme = schema::defaults();
    programme.settings.readings = Readings::Static;
    programme.groups.retain(|group| group.name != "Business");
    programme.expected_per_year = 200.0;
    programme
}

/// Every system at once, over two years: tracks, services and tickets, savings, pay-per-use, terms, financing, a
/// recession with a suspension, a listed partner, training that may fail.
fn rich() -> Programme {
    edited(&small(), |p| {
        p.settings.months = 24;
        p.partners = vec![listed("Northern", "Gold", 2_000_000)].into();
        let wishes = ["Power Services", "Power", "-"];
        for (group, track) in p.groups.iter_mut().zip(wishes) {
            group.services = group.purchases.clone();
            (group.services.low, group.services.high) = (Money::from_units(5_000), Money::from_units(90_000));
            group.traits.delivers_services = true;
            group.traits.compensation_track = track.into();
        }
        p.tickets.per_year = 30_000.0;
        (p.field.staff, p.field.new_staff) = (60, 10);
        p.compensation.model = CompensationModel::Tracks;
        (p.pay_per_use.share_start, p.pay_per_use.share_end) = (Rate::per_mille(100), Rate::per_mille(600));
        (p.pay_per_use.term_years, p.pay_per_use.uplift) = (1, Rate::per_mille(50));
        p.savings_lines = vec![saving("desks", 5.0, 3.0, 12.0), saving("sites", 2.0, 8.0, 0.0)].into();
        (p.terms.days_after, p.terms.factored) = (90.0, true);
        p.terms.early_uptake = Rate::per_mille(100);
        p.financing.envelope = Money::from_units(5_000_000);
        p.level_rules.training_pass_rate = Rate::per_mille(900);
        let year = |year, thousandths, thresholds_suspended| Year {
            year,
            demand_change: Rate::per_mille(thousandths),
            thresholds_suspended,
        };
        p.years = vec![year(1, -160, false), year(2, 0, true)].into();
    })
}

/// Every system over a number of months.
fn over(months: i64) -> Programme {
    edited(&rich(), |p| p.settings.months = months)
}

/// A partner by name, certified for its level.
fn listed(id: &str, level: &str, purchases: i64) -> Partner {
    let traits = PartnerTraits {
        level: level.into(),
        certifications: 7,
        shares_data: true,
        compensation_track: "-".into(),
        ..PartnerTraits::default()
    };
    let (id, name) = (id.into(), "-".into());
    Partner { id, name, purchases: Money::from_units(purchases), service_sales: Money::ZERO, traits }
}

fn saving(line: &str, units: f64, start_month: f64, ramp_months: f64) -> SavingsLine {
    SavingsLine {
        line: line.into(),
        kind: SavingsKind::Jobs,
        units,
        saving_per_unit: Money::from_units(80_000),
        one_off_per_unit: Money::from_units(60_000),
        start_month,
        ramp_months,
        realisation: Rate::per_mille(900),
    }
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
        (0..self.trials.count()).map(|trial| self.trials.total(trial, programme)).collect()
    }

    /// A field of a programme, trial by trial.
    fn values(&self, programme: usize, field: Field) -> Vec<i64> {
        self.totals(programme).into_iter().map(|total| total[field]).collect()
    }

    /// The sum over the trials of a field in a row of a dimension.
    fn sum(&self, programme: usize, dimension: Dimension, row: usize, field: Field) -> i128 {
        self.trials.breakdown[programme].sum(self.plans.shape.row(dimension, row), field)
    }

    /// The partners at each level in the end, trial by trial.
    fn held(&self, programme: usize) -> Vec<&[u32]> {
        (0..self.trials.count()).map(|trial| self.trials.held(trial, programme)).collect()
    }

    /// The sums over the trials of every field but some, in a row of a dimension.
    fn row(&self, programme: usize, dimension: Dimension, row: usize, apart: &[Field]) -> Vec<i128> {
        let fields = Field::ALL.iter().filter(|field| !apart.contains(field));
        fields.map(|field| self.sum(programme, dimension, row, *field)).collect()
    }
}

/// The first figure in which a programme of one run differs from one of another, in words.
fn difference((one, at): (&Game, usize), (other, as_at): (&Game, usize), apart: &[Field]) -> Option<String> {
    if one.trials.count() != other.trials.count() {
        return Some(format!("{} trials and {}", one.trials.count(), other.trials.count()));
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
