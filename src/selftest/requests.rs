//! How many opportunities, requests and grants there are, and what a launch releases.

use super::{KnownAnswer, answer, by_trial, mean, ratio, share, variance};
use crate::outcome::{Dimension, Field};
use crate::plan::Plans;
use crate::programme::{Programme, Readings, Segment};
use crate::say;
use crate::schema;
use crate::sim::check::CheckFailed;
use crate::sim::run::{Trials, run};
use crate::units::Rate;

/// Requests that the launch releases, and the days in which half of them come.
const BACKLOG: f64 = 188.0;
const HALF_LIFE: f64 = 30.0;

/// Plays the defaults with everything eligible, then the narrow rule against its extension.
pub fn answers(seed: u64, trials: usize) -> Result<Vec<KnownAnswer>, CheckFailed> {
    let mut answers = opened(seed, trials)?;
    answers.extend(narrow(seed, trials)?);
    Ok(answers)
}

/// The defaults without the partners that meet no opportunity: they only cost time here.
fn defaults() -> Programme {
    let mut programme = schema::defaults();
    programme.settings.readings = Readings::Static;
    programme.groups.retain(|group| group.name != "Business");
    programme
}

fn opened(seed: u64, trials: usize) -> Result<Vec<KnownAnswer>, CheckFailed> {
    let mut programme = defaults();
    programme.registration.installed_base = true;
    let run = run(&Plans::new(&programme, &[]), seed, trials, &|_| {})?;
    let a_year = programme.expected_per_year;
    let rules = &programme.registration;
    let granted = (1.0 - rules.conflict_rate.to_f64()) * rules.approval_rate.to_f64();
    let desk = &programme.desk;
    let a_request = desk.minutes_per_request / 60.0 * desk.hourly_cost.to_units();
    let requests = by_trial(&run, 0, Field::Requests);
    let cost: Vec<f64> = by_trial(&run, 0, Field::DeskCost).iter().map(|cents| cents / 100.0).collect();
    let (arrivals, rules) = ("Arrivals", "Eligibility and requests");
    Ok(vec![
        answer(
            arrivals,
            say!("opportunities a year, mean"),
            a_year / programme.registration.propensity.to_f64(),
            mean(by_trial(&run, 0, Field::Opportunities)),
        ),
        answer(arrivals, say!("requests a year, all eligible, mean"), a_year, mean(requests.clone())),
        answer(arrivals, say!("requests a year, all eligible, variance"), a_year, variance(&requests)),
        answer(
            rules,
            say!("grants a year, all eligible, mean"),
            a_year * granted,
            mean(by_trial(&run, 0, Field::Granted)),
        ),
        answer("The desk", say!("cost of the desk a year, mean"), a_year * a_request, mean(cost)),
    ])
}

fn narrow(seed: u64, trials: usize) -> Result<Vec<KnownAnswer>, CheckFailed> {
    let mut baseline = defaults();
    baseline.registration.propensity = Rate::ONE;
    let mut extended = baseline.clone();
    extended.registration.installed_base = true;
    extended.launch.backlog = BACKLOG;
    extended.launch.half_life_days = HALF_LIFE;
    let mut ordinary = baseline.clone();
    for segment in &mut ordinary.segments {
        (segment.new_generation, segment.new_account) = (Rate::ZERO, Rate::ZERO);
    }
    let plans = Plans::new(&baseline, &[&extended, &ordinary]);
    let run = run(&plans, seed, trials, &|_| {})?;
    let mut answers = eligible(&baseline, &run);
    answers.extend(eligible_by_segment(&baseline, &plans, &run));
    let [requests, opportunities] = [Field::Requests, Field::Opportunities].map(|field| by_trial(&run, 2, field));
    answers.push(answer(
        "Eligibility and requests",
        say!("share of ordinary accounts without an order in 24 months"),
        without_order(&baseline),
        ratio(&requests, &opportunities),
    ));
    answers.extend(launch(&baseline, &plans, &run));
    Ok(answers)
}

/// Probability that an installed account's last order is beyond the look-back.
fn without_order(programme: &Programme) -> f64 {
    libm::exp(-programme.registration.lookback_months / programme.bidding.months_between_orders)
}

/// Probability that neither technology nor account makes a deal eligible under the narrow rule.
fn neither(programme: &Programme, segment: &Segment) -> f64 {
    (1.0 - segment.new_generation.to_f64()) * (1.0 - segment.new_account.to_f64()) * (1.0 - without_order(programme))
}

fn eligible(programme: &Programme, run: &Trials) -> Vec<KnownAnswer> {
    let known: f64 =
        programme.segments.iter().map(|segment| segment.share.to_f64() * (1.0 - neither(programme, segment))).sum();
    let [requests, opportunities] = [Field::Requests, Field::Opportunities].map(|field| by_trial(run, 0, field));
    vec![answer(
        "Eligibility and requests",
        say!("eligible under the narrow rule, share of opportunities"),
        known,
        ratio(&requests, &opportunities),
    )]
}

fn eligible_by_segment(programme: &Programme, plans: &Plans, run: &Trials) -> Vec<KnownAnswer> {
    let of = |row: usize, field| run.breakdown[0].sum(plans.shape.row(Dimension::Segment, row), field);
    let rows = programme.segments.iter().enumerate();
    rows.map(|(row, segment)| {
        answer(
            "Eligibility and requests",
            say!("eligible under the narrow rule, {segment}", segment = segment.name),
            1.0 - neither(programme, segment),
            share(of(row, Field::Requests), of(row, Field::Opportunities)),
        )
    })
    .collect()
}

fn launch(programme: &Programme, plans: &Plans, run: &Trials) -> Vec<KnownAnswer> {
    let come = |days: f64| BACKLOG * (1.0 - libm::exp2(-days / HALF_LIFE));
    let early = programme.expected_per_year / 365.0 * 13.0 + come(13.0);
    // Baseline and extension share the market: what the extension has more are the released requests.
    let [extended, baseline] = [1, 0].map(|at| by_trial(run, at, Field::Opportunities));
    let released = extended.iter().zip(&baseline).map(|(with, without)| with - without).collect();
    let weight = |segment: &Segment| segment.share.to_f64() * neither(programme, segment);
    let all: f64 = programme.segments.iter().map(weight).sum();
    let first = plans.shape.row(Dimension::Segment, 0);
    let rows = plans.shape.rows(Dimension::Segment);
    let more = |row: usize| {
        let [with, without] = [1, 0].map(|at| run.breakdown[at].sum(row, Field::Opportunities));
        with - without
    };
    vec![
        answer(
            "Launch",
            say!("requests in the first 13 days, mean"),
            early,
            mean(by_trial(run, 1, Field::EarlyRequests)),
        ),
        answer("Launch", say!("requests released within the year, mean"), come(365.0), mean(released)),
        answer(
            "Launch",
            say!("share of them in {segment}", segment = programme.segments[0].name),
            weight(&programme.segments[0]) / all,
            share(more(first), rows.map(more).sum()),
        ),
    ]
}
