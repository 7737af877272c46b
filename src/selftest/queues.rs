//! Queues played event by event: who finds nobody free, who waits and how long, and how many technicians that makes
//! worth having.

use super::services::{CALLS, SERVERS, TICKETS, with_field_force};
use super::{Estimate, KnownAnswer, answer, bounded, count, ratio, shown};
use crate::model::desk::erlang_c;
use crate::model::staffing::Demand;
use crate::programme::Field;
use crate::quantile::normal_cdf;
use crate::say;
use crate::sim::check::CheckFailed;
use crate::sim::draws::{Draws, Flow, Kind, Source};
use crate::units::{Money, Rate};

const FORCE: &str = "Tickets and the field force";
const DESK: &str = "The desk";

/// Cycles played for a trial: enough that 2,000 trials leave shares a standard error of a quarter of a percent.
const CALL_CYCLES: usize = 256;
const WAIT_CYCLES: usize = 2_048;
/// Two people at the desk, each of whom reviews 8 requests a day, and the requests that come.
const REVIEWERS: usize = 2;
const REVIEWS: f64 = 8.0;
const REQUESTS: f64 = 8.0;
/// A wait that is asked about, in days.
const WAIT: f64 = 0.125;
/// What a call costs at a subcontractor.
const PRICE: Money = Money::from_units(150);
/// A load at which the square-root rule is near its limit.
const GREAT_LOAD: f64 = 4e6;

/// Plays the field force and the desk, searches the best number of technicians and holds the square-root rule against
/// its limit.
pub fn answers(seed: u64, trials: usize) -> Result<Vec<KnownAnswer>, CheckFailed> {
    let draws = Draws::new(seed);
    let mut answers = vec![tenth_technician(&draws, trials)];
    answers.extend([30_000, 60_000].map(searched));
    answers.extend(waits(&draws, trials));
    answers.extend([0.5, 1.0].map(square_root_rule));
    Ok(answers)
}

/// Uniform draws, as many as are asked for.
struct Uniforms {
    source: Source,
    marks: Vec<u32>,
    next: usize,
}

impl Uniforms {
    fn of(draws: &Draws, strip: u16, trial: usize) -> Uniforms {
        let source = draws.of_trial(Kind::Arrivals, Flow::Market(strip), trial as u64);
        Uniforms { source, marks: vec![0; 1_024], next: 1_024 }
    }

    /// Between 0 and 1, both left out.
    fn uniform(&mut self) -> f64 {
        if self.next == self.marks.len() {
            self.source.marks(&mut self.marks);
            self.next = 0;
        }
        self.next += 1;
        (f64::from(self.marks[self.next - 1]) + 0.5) / 4_294_967_296.0
    }

    /// Exponential with a rate.
    fn exponential(&mut self, rate: f64) -> f64 {
        -libm::log(self.uniform()) / rate
    }
}

/// What the field force of the other simulations is asked for.
fn demand() -> Demand {
    Demand { calls: TICKETS, own: 0.0, load: TICKETS / 12.0 / CALLS }
}

/// Nine technicians are asked first; what they have no time for goes to the tenth, if it is free.
fn tenth_technician(draws: &Draws, trials: usize) -> KnownAnswer {
    let demand = demand();
    let calls = |trial| {
        let mut uniforms = Uniforms::of(draws, 0, trial);
        (0..CALL_CYCLES).map(|_| calls_until_taken(&mut uniforms, demand.load)).sum::<u64>() as f64
    };
    let calls: Vec<f64> = (0..trials).map(calls).collect();
    let (taken, error) = ratio(&vec![CALL_CYCLES as f64; trials], &calls);
    let a_year = demand.calls * PRICE.to_units();
    answer(
        FORCE,
        say!("what the tenth technician saves a year at a load of 9.1, calls at 150"),
        demand.next_saving(demand.crew(SERVERS - 1), PRICE),
        (taken * a_year, error * a_year),
    )
}

/// Calls from one that the last technician takes to the next that it takes; all are busy when it has taken one, so that
/// each such span is like the first.
fn calls_until_taken(uniforms: &mut Uniforms, load: f64) -> u64 {
    let (mut others, mut last, mut calls) = (SERVERS - 1, true, 0);
    loop {
        // Calls come at the rate of the load, and each busy technician is done at a rate of 1.
        let event = uniforms.uniform() * (load + others as f64 + f64::from(u8::from(last))) - load;
        if event >= 0.0 {
            if event < others as f64 {
                others -= 1;
            } else {
                last = false;
            }
            continue;
        }
        calls += 1;
        if others < SERVERS - 1 {
            others += 1;
        } else if !last {
            return calls;
        }
    }
}

/// The people on site who cost least with what they leave to subcontractors, by trying all, beside the rule.
fn searched(cost: i64) -> KnownAnswer {
    let demand = demand();
    let field = Field {
        cost: Money::from_units(cost),
        utilisation: Rate::per_mille(750),
        ..with_field_force(0, TICKETS).field
    };
    let yearly = |people: usize| {
        let overflow = super::formulas::blocked(people * 3 / 4, demand.load);
        people as f64 * cost as f64 + demand.calls * overflow * PRICE.to_units()
    };
    let least = (0..=5 * SERVERS).min_by(|one, other| yearly(*one).total_cmp(&yearly(*other)));
    let found = field.crew_worth_having(demand, PRICE).map_or(f64::NAN, |crew| field.people_for(crew));
    let name = say!(
        "people on site worth having at a load of 9.1, at {cost} a person in use 75 % of its time",
        cost = count(cost)
    );
    answer(FORCE, name, least.map_or(f64::NAN, |least| least as f64), (found, 0.0))
}

/// First come, first served: who waits at all, and who longer than an hour of eight.
fn waits(draws: &Draws, trials: usize) -> Vec<KnownAnswer> {
    let mut requests = Vec::with_capacity(trials);
    let mut waited: [Vec<f64>; 2] = Default::default();
    for trial in 0..trials {
        let mut uniforms = Uniforms::of(draws, 1, trial);
        let mut cycles = Cycles::default();
        (0..WAIT_CYCLES).for_each(|_| cycles.play(&mut uniforms));
        requests.push(cycles.requests);
        waited[0].push(cycles.waited);
        waited[1].push(cycles.waited_long);
    }
    let load = REQUESTS / REVIEWS;
    let beyond = |wait: f64| erlang_c(REVIEWERS, load) * libm::exp(-(REVIEWERS as f64 - load) * REVIEWS * wait);
    let [any, long]: [Estimate; 2] = waited.map(|waited| ratio(&waited, &requests));
    vec![
        answer(DESK, say!("2 people, 8 of 16 requests a day: share that waits, Erlang C"), beyond(0.0), any),
        answer(
            DESK,
            say!("2 people, 8 of 16 requests a day: P(wait > 1/8 day) = C exp(-(c - a) mu t)"),
            beyond(WAIT),
            long,
        ),
    ]
}

/// Requests of cycles, each from one that finds everybody free to the next such.
#[derive(Default)]
struct Cycles {
    requests: f64,
    waited: f64,
    waited_long: f64,
}

impl Cycles {
    fn play(&mut self, uniforms: &mut Uniforms) {
        let (mut clock, mut free_from) = (0.0, [0.0; REVIEWERS]);
        loop {
            // The one who is free first takes the request.
            free_from.sort_by(f64::total_cmp);
            let wait = (free_from[0] - clock).max(0.0);
            self.requests += 1.0;
            self.waited += f64::from(u8::from(wait > 0.0));
            self.waited_long += f64::from(u8::from(wait > WAIT));
            free_from[0] = clock + wait + uniforms.exponential(REVIEWS);
            clock += uniforms.exponential(REQUESTS);
            if free_from.iter().all(|from| *from <= clock) {
                return;
            }
        }
    }
}

/// The share that waits at a great load with `beta` times its square root more servers, and what it differs from that at
/// most (Halfin and Whitt, Heavy-traffic limits for queues with many exponential servers, 1981).
fn square_root_rule(beta: f64) -> KnownAnswer {
    let limit = Limit::new(beta);
    let name = say!(
        "Erlang C at a load a of {load} and a + {beta} sqrt(a) servers: limit for great loads",
        load = count(GREAT_LOAD as i64),
        beta = shown(beta)
    );
    // What is beyond the first order is at most of order 1/a: a hundredth of it leaves room for twenty times that.
    bounded(FORCE, name, limit.waits, limit.exact(GREAT_LOAD), 1.01 * limit.first_order / GREAT_LOAD.sqrt())
}

/// What Erlang C tends to on a + beta sqrt(a) servers as the load a grows.
struct Limit {
    beta: f64,
    /// 1 / (1 + beta Phi(beta) / phi(beta)).
    waits: f64,
    /// What Erlang C differs by, times sqrt(a), as a grows.
    first_order: f64,
}

impl Limit {
    /// With t = x sqrt(a), 1/B = Int e^-t (1 + t/a)^c dt is sqrt(a) M0 + (M3/3 - beta M2/2) + O(1/sqrt(a)), where Mn is
    /// Int x^n e^(beta x - x^2/2) dx over x > 0. With 1/C = (1 - a/c)/B + a/c that makes
    /// 1/C = 1 + beta M0 + beta (M3/3 - beta M2/2 - M1) / sqrt(a) + O(1/a).
    fn new(beta: f64) -> Limit {
        let density = libm::exp(-beta * beta / 2.0) / (2.0 * std::f64::consts::PI).sqrt();
        let m0 = normal_cdf(beta) / density;
        // By parts: each moment from the two before it.
        let m1 = 1.0 + beta * m0;
        let m2 = m0 + beta * m1;
        let m3 = 2.0 * m1 + beta * m2;
        let waits = 1.0 / (1.0 + beta * m0);
        let slope = beta * (m3 / 3.0 - beta * m2 / 2.0 - m1);
        Limit { beta, waits, first_order: (waits * waits * slope).abs() }
    }

    fn exact(&self, load: f64) -> f64 {
        erlang_c((load + self.beta * load.sqrt()).round() as usize, load)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_square_root_rule_nears_its_limit_as_the_root_of_the_load() {
        // 1 / (1 + 0.841345 / 0.241971) = 0.22336.
        assert!((Limit::new(1.0).waits - 0.22336).abs() < 1e-5);
        for beta in [0.5, 1.0, 2.0] {
            let limit = Limit::new(beta);
            let off = |load: f64| (limit.exact(load) - limit.waits).abs();
            // Whole numbers of servers. A hundred times the load makes a tenth of the error, which nears its first order.
            let loads = [100.0, 10_000.0, 1e6];
            for (load, within) in loads.into_iter().zip([0.5, 0.05, 0.005]) {
                let order = off(load) * load.sqrt() / limit.first_order;
                assert!((order - 1.0).abs() < within, "{beta}, {load}: {order}");
            }
            assert!(off(100.0) > 8.0 * off(10_000.0) && off(10_000.0) > 8.0 * off(1e6), "{beta}");
        }
    }
}
