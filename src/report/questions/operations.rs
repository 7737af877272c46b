//! Whether the desk and the field force cope.

use super::told_together;
use crate::language::number;
use crate::outcome::{Dimension, Field};
use crate::programme::Programme;
use crate::report::Story;
use crate::report::words::{percent, pieces};
use crate::say;
use crate::schema::value::text;
use crate::summary::ProgrammeSummary;

/// The desk's load from which a queue builds up fast.
const BUSY: f64 = 0.85;

/// The desk and the field force, by programme.
pub fn cope(story: &Story<'_>) -> Vec<String> {
    let mut answers = told_together(story, |programme, at| {
        let rules = if at == 0 { &story.inputs.programme } else { &story.scenarios[at - 1].programme };
        desk(story, programme, rules)
    });
    // Apart from the desk, for it is the same in most scenarios and then said once.
    answers.extend(told_together(story, |programme, _| field(programme)));
    if answers.is_empty() {
        answers.push(say!("No programme has quotation requests or tickets."));
    }
    answers
}

fn desk(story: &Story<'_>, programme: &ProgrammeSummary, rules: &Programme) -> Option<String> {
    let value = |id: &str| programme.measure(id).mean;
    let requests = value("quotation_requests");
    if requests == 0.0 {
        return None;
    }
    let months = story.summary.rows_of(Dimension::Month).map(|(row, _)| &programme.by_row[row]);
    let load = |work: f64, capacity: f64| if capacity > 0.0 { work / capacity } else { 0.0 };
    let peak = months.map(|month| load(month[Field::DeskWork], month[Field::DeskCapacity])).fold(0.0, f64::max);
    let years = story.plans.months as f64 / 12.0;
    Some(say!(
        "{requests} requests a year, {refused} of them turned down; the desk is busy {load} of its time ({peak} in the \
         busiest month) and a request waits {wait} working days: {verdict}",
        requests = pieces(requests / years),
        refused = percent(1.0 - value("quotations_granted") / requests),
        load = percent(value("desk_load")),
        peak = percent(peak),
        wait = number::fixed(value("desk_wait_days"), 1),
        verdict = verdict(peak, value("desk_wait_days"), rules.desk.free_days)
    ))
}

/// Whether a desk copes, by its load in the busiest month and the mean wait.
fn verdict(peak: f64, wait: f64, free_days: f64) -> &'static str {
    let verdict = match (peak, wait) {
        (_, wait) if wait > free_days => text(
            "it does not cope, for waits beyond what customers accept lose deals",
            "elle ne tient pas : attendre plus que les clients ne l'acceptent fait perdre des affaires",
        ),
        (peak, _) if peak > BUSY => text(
            "it copes with little to spare in the busiest month",
            "elle tient, avec peu de marge le mois le plus chargé",
        ),
        _ => text("it copes", "elle tient"),
    };
    verdict.said()
}

fn field(programme: &ProgrammeSummary) -> Option<String> {
    let value = |id: &str| programme.measure(id).mean;
    let routes = ["tickets_inhouse", "tickets_partner", "tickets_subcontracted"].map(value);
    let tickets: f64 = routes.iter().sum();
    if tickets == 0.0 {
        return None;
    }
    let share = |part: f64| percent(part / tickets);
    Some(say!(
        "of the tickets the field force takes {own}, partners {partners} and subcontractors {subcontracted}; {level} \
         do not find the field force busy",
        own = share(routes[0]),
        partners = share(routes[1]),
        subcontracted = share(routes[2]),
        level = percent(value("service_level"))
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_desk_copes_if_nobody_waits_too_long_and_no_month_is_full() {
        assert_eq!(verdict(0.6, 0.1, 2.0), "it copes");
        assert_eq!(verdict(0.9, 1.0, 2.0), "it copes with little to spare in the busiest month");
        assert!(verdict(0.5, 2.5, 2.0).starts_with("it does not cope"));
    }
}
