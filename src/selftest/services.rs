//! Who sells services, which tickets overflow, and when an own technician pays.

use super::calm::{FEW, calm, fixed, group, pareto, pieces};
use super::{KnownAnswer, answer, by_trial, count, mean, shown, variance};
use crate::model::field::FieldRules;
use crate::outcome::Field;
use crate::plan::Plans;
use crate::programme::{Programme, TicketClass};
use crate::say;
use crate::schema;
use crate::sim::check::CheckFailed;
use crate::sim::run::run;
use crate::units::{Money, Rate};

/// Tickets a year.
pub const TICKETS: f64 = 6_000.0;
/// Technicians, all of them in use, and the calls of mean length that each makes a month.
pub const SERVERS: usize = 10;
pub const CALLS: f64 = 3.0 * 220.0 / 12.0;
/// Partners of whom service sales are Pareto, and where these begin.
const PARTNERS: usize = 1_000;
const LOW: i64 = 1_000;

/// Plays a field force that overflows, and counts sellers of services.
pub fn answers(seed: u64, trials: usize) -> Result<Vec<KnownAnswer>, CheckFailed> {
    let mut answers = sellers(seed, 1.0)?;
    answers.extend(sellers(seed, 1.3)?);
    answers.extend(overflow(seed, trials)?);
    answers.push(pooled());
    answers.extend(technicians());
    Ok(answers)
}

/// The threshold of services goes from 14,300 to 10,000.
fn sellers(seed: u64, tail: f64) -> Result<Vec<KnownAnswer>, CheckFailed> {
    let mut open = calm();
    let mut selling = group("Silver", PARTNERS, fixed(100_000));
    selling.services = pareto(LOW, tail);
    open.groups.push(selling);
    let mut narrow = open.clone();
    open.services.threshold = Money::from_units(10_000);
    narrow.services.threshold = Money::from_units(14_300);
    let run = run(&Plans::new(&narrow, &[&open]), seed, FEW, &|_| {})?;
    let count = |programme, threshold: f64| {
        let known = (PARTNERS as f64 * libm::pow(threshold / LOW as f64, -tail)).round();
        let name = say!(
            "sellers of services from {threshold} at tail index {tail}, of 1,000 from 1,000",
            threshold = count(threshold as i64),
            tail = shown(tail)
        );
        answer("Services programme", name, known, (pieces(&run, programme, Field::ServiceEligible), 0.0))
    };
    Ok(vec![count(0, 14_300.0), count(1, 10_000.0)])
}

/// Ten technicians who are offered nine tenths of what they can do; the rest is subcontracted.
pub fn with_field_force(servers: usize, per_year: f64) -> Programme {
    let mut programme = calm();
    programme.groups.push(group("Silver", 1, fixed(100_000)));
    programme.tickets.per_year = per_year;
    (programme.field.staff, programme.field.new_staff) = (0, servers as i64);
    (programme.field.calls_per_day, programme.field.days) = (3.0, 220.0);
    programme.field.utilisation = Rate::ONE;
    programme.ticket_classes = vec![TicketClass {
        class: "all".to_owned(),
        share: Rate::ONE,
        minutes: 120.0,
        partner: false,
        in_house: true,
        subcontract: true,
    }]
    .into();
    programme
}

fn overflow(seed: u64, trials: usize) -> Result<Vec<KnownAnswer>, CheckFailed> {
    let section = "Tickets and the field force";
    let run = run(&Plans::new(&with_field_force(SERVERS, TICKETS), &[]), seed, trials, &|_| {})?;
    let [tickets, overflow] = [Field::Tickets, Field::TicketsOverflow].map(|field| by_trial(&run, 0, field));
    let price = schema::defaults().subcontract.price.to_units();
    let paid = by_trial(&run, 0, Field::SubcontractCost).iter().map(|cents| cents / 100.0 / price).collect();
    let a_year = 12.0 * expected_overflow(TICKETS / 12.0);
    // 55 calls are a load of 1; 11 of them find both technicians busy.
    let month = FieldRules::new(&with_field_force(2, TICKETS), 0, 0).month(&[CALLS as u64]);
    Ok(vec![
        answer(section, say!("tickets a year, mean"), TICKETS, mean(tickets.clone())),
        answer(section, say!("tickets a year, variance"), TICKETS, variance(&tickets)),
        answer(section, say!("overflow of 10 technicians at a load of 9.1, tickets a year"), a_year, mean(overflow)),
        answer(section, say!("tickets subcontracted at their price a year"), a_year, mean(paid)),
        answer(
            section,
            say!("overflow of 2 technicians at a load of 1, of 55 calls"),
            11.0,
            (month.subcontracted as f64, 0.0),
        ),
    ])
}

/// Mean tickets of a month that find nobody free: a Poisson number of tickets, of which Erlang's share, in whole ones.
fn expected_overflow(mean: f64) -> f64 {
    let mut chance = libm::exp(-mean);
    let mut sum = 0.0;
    for tickets in 0..(3.0 * mean) as usize {
        if tickets > 0 {
            chance *= mean / tickets as f64;
        }
        let count = tickets as f64;
        sum += chance * (count * super::formulas::blocked(SERVERS, count / CALLS)).round();
    }
    sum
}

/// Pools of 300 and 150 technicians (three quarters of 400 and of 200 on site), each with loads of its own, beside one of 450:
/// Smith and Whitt (1981) showed that one is never worse.
fn pooled() -> KnownAnswer {
    let overflow = |servers: usize, load: f64| {
        let tickets = (load * CALLS) as u64;
        FieldRules::new(&with_field_force(servers, TICKETS), 0, 0).month(&[tickets]).subcontracted
    };
    let loads = [(250.0, 120.0), (300.0, 100.0), (344.0, 150.0), (100.0, 200.0), (500.0, 300.0)];
    let worse =
        loads.iter().filter(|(one, other)| overflow(450, one + other) > overflow(300, *one) + overflow(150, *other));
    answer(
        "Tickets and the field force",
        say!("loads, of five, at which one pool of 450 overflows more than 300 and 150"),
        0.0,
        (worse.count() as f64, 0.0),
    )
}

/// 70,000 a year for 220 days of 3 calls, against 150 a call.
fn technicians() -> Vec<KnownAnswer> {
    let field = with_field_force(0, 0.0).field;
    let (field, price) = (crate::programme::Field { cost: Money::from_units(70_000), ..field }, Money::from_units(150));
    let even = field.break_even_utilisation(price).unwrap_or(f64::NAN);
    let section = "Tickets and the field force";
    let saving = |name: String, known, utilisation| {
        answer(section, name, known, (field.saving(200, utilisation, price).to_units(), 0.0))
    };
    vec![
        answer(
            section,
            say!("utilisation from which a technician pays"),
            70_000.0 / (220.0 * 3.0 * 150.0),
            (even, 0.0),
        ),
        saving(say!("200 technicians at 75 %: saving a year"), 850_000.0, 0.75),
        saving(say!("200 technicians at 85 %: saving a year"), 2_830_000.0, 0.85),
        saving(say!("200 technicians at that utilisation: saving a year"), 0.0, even),
    ]
}
