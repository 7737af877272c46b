//! Cost against size: 5,000 partners over 36 months in five scenarios, and the same with twice the partners, deals,
//! trials or scenarios. Cost is linear in each if its double takes at most twice as long.
//!
//! The partners, deals and scenarios of the large case are what the shipped workbooks are asked to bear; the number of
//! trials is cut so that a run takes a second.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use partnersim::plan::Plans;
use partnersim::programme::{CompensationModel, Programme, Readings, SavingsLine};
use partnersim::schema;
use partnersim::sim::run::{on_threads, run};
use partnersim::units::{Money, Rate};

/// How large a run is.
#[derive(Clone, Copy)]
struct Size {
    partners: i64,
    /// Expected requests a year.
    deals: f64,
    scenarios: usize,
    trials: usize,
}

const LARGE: Size = Size { partners: 5_000, deals: 2_000.0, scenarios: 5, trials: 16 };

/// Every system, over three years.
fn baseline(size: &Size) -> Programme {
    let mut programme = schema::defaults();
    programme.settings.readings = Readings::Static;
    programme.settings.months = 36;
    programme.expected_per_year = size.deals;
    let all: i64 = programme.groups.iter().map(|group| group.count).sum();
    for group in &mut programme.groups {
        group.count = group.count * size.partners / all;
        group.services.low = Money::from_units(12_000);
        group.traits.delivers_services = true;
    }
    programme.tickets.per_year = 300_000.0;
    programme.pay_per_use.share_end = Rate::per_mille(300);
    (programme.terms.days_after, programme.terms.factored) = (90.0, true);
    programme.savings_lines = vec![SavingsLine {
        line: "jobs".into(),
        units: 500.0,
        saving_per_unit: Money::from_units(125_000),
        one_off_per_unit: Money::from_units(100_000),
        ramp_months: 24.0,
        realisation: Rate::ONE,
        ..SavingsLine::default()
    }]
    .into();
    programme
}

/// As many scenarios as asked for, each of which changes year ends, deals or both.
fn scenarios(baseline: &Programme, count: usize) -> Vec<Programme> {
    (0..count as i64)
        .map(|at| {
            let mut programme = baseline.clone();
            match at % 5 {
                0 => programme.quotation.support = Rate::per_mille(100 + at),
                1 => programme.levels[1].rebate = Rate::per_mille(20 + at),
                2 => programme.compensation.model = CompensationModel::Tracks,
                3 => programme.coverage.cut = Rate::per_mille(200 + at),
                _ => programme.registration.installed_base = true,
            }
            // No two alike, so that nothing is played once for both.
            programme.levels[2].base_discount = Rate::per_mille(221 + at);
            programme
        })
        .collect()
}

fn scale(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("36 months on one thread");
    group.sample_size(10);
    let doubled = [
        ("5,000 partners, 2,000 requests a year, 5 scenarios, 16 trials", LARGE),
        ("twice the partners", Size { partners: 2 * LARGE.partners, ..LARGE }),
        ("twice the deals", Size { deals: 2.0 * LARGE.deals, ..LARGE }),
        ("twice the scenarios", Size { scenarios: 2 * LARGE.scenarios, ..LARGE }),
        ("twice the trials", Size { trials: 2 * LARGE.trials, ..LARGE }),
    ];
    for (name, size) in doubled {
        let baseline = baseline(&size);
        let scenarios = scenarios(&baseline, size.scenarios);
        let plans = Plans::new(&baseline, &scenarios.iter().collect::<Vec<_>>());
        group.throughput(Throughput::Elements(size.trials as u64));
        group.bench_with_input(BenchmarkId::from_parameter(name), &plans, |bencher, plans| {
            bencher.iter(|| on_threads(Some(1), || black_box(run(plans, 1, size.trials, &|_| {}).is_ok())));
        });
    }
    group.finish();
}

criterion_group!(benches, scale);
criterion_main!(benches);
