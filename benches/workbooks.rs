//! Reading the shipped input workbook, and writing its result.

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, criterion_group, criterion_main};
use partnersim::diagnostic::Diagnostics;
use partnersim::embedded::Extent;
use partnersim::plan::Plans;
use partnersim::programme::Readings;
use partnersim::report::{RunFacts, Story, report};
use partnersim::scenario::{self, Scenario};
use partnersim::sheet::{read, write};
use partnersim::sim::run::run;
use partnersim::summary::{Names, Summary};
use partnersim::{check, inputs};

fn understand(bytes: &[u8]) -> (inputs::Inputs, Vec<Scenario>) {
    let grid = read::read(bytes).expect("the shipped workbook is read");
    let mut found = Diagnostics::default();
    let inputs = inputs::read(&grid, &mut found);
    check::baseline(&inputs, &mut found);
    let scenarios = scenario::build(&inputs, &mut found);
    assert!(!found.has_errors());
    (inputs, scenarios)
}

fn workbooks(criterion: &mut Criterion) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/deal-registration/scenario.xlsx");
    let bytes = std::fs::read(file).expect("the shipped workbook is there");
    criterion.bench_function("read and check the input workbook", |bencher| {
        bencher.iter(|| black_box(understand(&bytes)));
    });
    let (inputs, scenarios) = understand(&bytes);
    let programmes: Vec<_> = scenarios.iter().map(|scenario| &scenario.programme).collect();
    let plans = Plans::new(&inputs.programme, &programmes);
    let trials = run(&plans, 1, 256, &|_| {}).expect("every check holds");
    let names = Names {
        programmes: std::iter::once("Baseline".to_owned())
            .chain(scenarios.iter().map(|scenario| scenario.name.clone()))
            .collect(),
        includes: vec![Vec::new(); scenarios.len() + 1],
        levels: inputs.programme.levels.iter().map(|level| level.name.clone()).collect(),
        segments: inputs.programme.segments.iter().map(|segment| segment.name.clone()).collect(),
    };
    criterion.bench_function("statistics of 256 trials", |bencher| {
        bencher.iter(|| black_box(Summary::new(&trials, &plans, &names)));
    });
    let summary = Summary::new(&trials, &plans, &names);
    let facts = RunFacts {
        file: "scenario.xlsx".into(),
        sha256: "0".repeat(64),
        seed: 1,
        version: "0",
        extent: Extent::Whole,
        asked: Readings::Both,
    };
    let story = Story {
        inputs: &inputs,
        scenarios: &scenarios,
        members: &plans.members,
        plans: &plans,
        summary: &summary,
        run: &facts,
        drawn: None,
        exactness: None,
        guarded: &[],
        brought: &[],
        sensitivity: None,
        audit: None,
    };
    criterion.bench_function("write the result workbook", |bencher| {
        bencher.iter(|| black_box(write::workbook(&report(&story)).expect("written")));
    });
}

criterion_group!(benches, workbooks);
criterion_main!(benches);
