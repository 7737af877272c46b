//! The kernel against its floor: playing trials, and drawing and transforming the same variates alone.
//!
//! Both work on 64 trials of the shipped programmes on one thread; their ratio is what the auctions, the booking and
//! the checks cost beyond the facts.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use partnersim::model::horizon::month_start;
use partnersim::plan::Plans;
use partnersim::programme::{Programme, Readings, Regime};
use partnersim::schema;
use partnersim::sim::arrivals::Strips;
use partnersim::sim::chunks::CHUNK;
use partnersim::sim::draws::{Draws, Flow};
use partnersim::sim::facts::{BLOCK, Drawn, Facts, Sources, Wanted};
use partnersim::sim::partners::PartnerDraws;
use partnersim::sim::run::{on_threads, run};

/// The baseline and the shipped scenarios but the last: four programmes.
fn programmes() -> (Programme, [Programme; 3]) {
    let mut baseline = schema::defaults();
    baseline.settings.readings = Readings::Static;
    let edited = |edit: fn(&mut Programme)| {
        let mut programme = baseline.clone();
        edit(&mut programme);
        programme
    };
    let none = edited(|p| p.registration.regime = Regime::None);
    let open = edited(|p| {
        p.registration.regime = Regime::Open;
        p.registration.installed_base = true;
    });
    let extended = edited(|p| {
        p.registration.installed_base = true;
        p.launch.backlog = 188.0;
    });
    (baseline, [none, open, extended])
}

/// Draws and transforms everything that the trials of a chunk ask for, and plays nothing.
fn floor(plans: &Plans, draws: &Draws, partners: &mut PartnerDraws, (drawn, facts): (&mut Drawn, &mut Facts)) -> u64 {
    let strips = Strips::new(plans);
    let market = &plans.markets[0];
    let (mut marks, mut before) = (Vec::new(), Vec::new());
    let mut sum = 0;
    partners.draw(plans, draws, 0, CHUNK);
    for trial in 0..CHUNK as u64 {
        partners.deal(plans, trial as usize);
        sum += partners.purchases(0, 0)[0].minor() as u64;
        let mut sources = Sources::new(draws, Flow::Market(0), trial);
        strips.calendar.draw(draws, Flow::Market(0), trial, &mut marks, &mut before);
        for month in 0..plans.months {
            let mut first = before[month_start(month)] as usize;
            let end = before[month_start(month + 1)] as usize;
            while first < end {
                let count = (end - first).min(BLOCK);
                sources.draw_registration(&Wanted::all(first as u64, count), drawn);
                facts.read_registration(market, drawn, count);
                sources.draw_auction(&Wanted::all(first as u64, count), drawn);
                facts.read_auction(market, drawn, count, &[true; BLOCK]);
                sum += facts.list[0].minor() as u64;
                first += count;
            }
        }
    }
    sum
}

fn kernel(criterion: &mut Criterion) {
    let (baseline, scenarios) = programmes();
    let plans = Plans::new(&baseline, &scenarios.each_ref());
    let mut group = criterion.benchmark_group("64 trials");
    group.throughput(Throughput::Elements(CHUNK as u64)).sample_size(20);
    let draws = Draws::new(1);
    let mut partners = PartnerDraws::new(&plans, false);
    let (mut drawn, mut facts) = (Box::<Drawn>::default(), Box::<Facts>::default());
    group.bench_function("floor: draw and transform", |bencher| {
        bencher.iter(|| black_box(floor(&plans, &draws, &mut partners, (&mut drawn, &mut facts))));
    });
    for (name, count) in [("baseline alone", 0), ("four programmes", 3)] {
        let chosen: Vec<&Programme> = scenarios.iter().take(count).collect();
        let plans = Plans::new(&baseline, &chosen);
        group.bench_function(format!("kernel: {name}"), |bencher| {
            bencher.iter(|| on_threads(Some(1), || black_box(run(&plans, 1, CHUNK, &|_| {}).is_ok())));
        });
    }
    group.finish();
}

criterion_group!(benches, kernel);
criterion_main!(benches);
