//! What the services programme and the ticket classes must satisfy as a whole.

use super::market::shares;
use super::{Problem, problem};
use crate::inputs::Target;
use crate::programme::Programme;
use crate::say;

/// The most service levels, and the most ticket classes.
const MOST_ROWS: usize = 20;

/// What does not hold together in the services programme.
pub(super) fn services(programme: &Programme, problems: &mut Vec<Problem>) {
    service_levels(programme, problems);
    ticket_classes(programme, problems);
}

fn service_levels(programme: &Programme, problems: &mut Vec<Problem>) {
    let levels = &programme.service_levels;
    if levels.is_empty() || levels.len() > MOST_ROWS {
        problems.push(problem(
            "number-of-service-levels",
            Target::Cell("Service levels", 0, "level"),
            say!("must list 1 to {most} service levels, found {found}", most = MOST_ROWS, found = levels.len()),
            say!("list the service levels, lowest first"),
        ));
    }
    let mut lower: Option<&crate::programme::ServiceLevel> = None;
    for (row, level) in levels.iter().enumerate().filter(|(_, level)| level.partners > 0) {
        if let Some(lower) = lower.filter(|lower| level.partners > lower.partners) {
            problems.push(problem(
                "service-places",
                Target::Cell("Service levels", row, "partners"),
                say!(
                    "of {level} is {places}, above the {lower_places} of {lower}, which count these partners too",
                    level = level.level,
                    places = level.partners,
                    lower_places = lower.partners,
                    lower = lower.level
                ),
                say!("allow fewer partners at the higher level, or more at the lower one; 0 is no limit"),
            ));
        }
        lower = Some(level);
    }
}

fn ticket_classes(programme: &Programme, problems: &mut Vec<Problem>) {
    let classes = &programme.ticket_classes;
    if classes.is_empty() || classes.len() > MOST_ROWS {
        problems.push(problem(
            "number-of-ticket-classes",
            Target::Cell("Tickets", 0, "class"),
            say!("must list 1 to {most} classes of tickets, found {found}", most = MOST_ROWS, found = classes.len()),
            say!("list the classes; one is enough"),
        ));
        return;
    }
    shares("Tickets", classes.iter().map(|class| class.share), problems);
    for (row, class) in classes.iter().enumerate().filter(|(_, class)| !class.in_house && !class.subcontract) {
        problems.push(problem(
            "no-route",
            Target::Cell("Tickets", row, "in_house"),
            say!("and subcontract of {class} are both no: what partners do not take has no route", class = class.class),
            say!("allow the field force or subcontractors to take it"),
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema;

    fn ids(edit: impl Fn(&mut Programme)) -> Vec<&'static str> {
        let mut programme = schema::defaults();
        edit(&mut programme);
        let mut problems = Vec::new();
        services(&programme, &mut problems);
        problems.iter().map(|problem| problem.id).collect()
    }

    #[test]
    fn the_defaults_hold_together() {
        assert_eq!(ids(|_| {}), [""; 0]);
    }

    #[test]
    fn a_higher_level_has_no_more_places_than_a_lower_one() {
        assert_eq!(ids(|p| p.service_levels[2].partners = 31), ["service-places"]);
        assert_eq!(ids(|p| p.service_levels[2].partners = 30), [""; 0]);
        // No limit at the middle level: the highest is held against the lowest.
        assert_eq!(ids(|p| (p.service_levels[0].partners, p.service_levels[1].partners) = (10, 0)), ["service-places"]);
        assert_eq!(ids(|p| p.service_levels[2].partners = 0), [""; 0]);
    }

    #[test]
    fn every_ticket_has_somewhere_to_go() {
        assert_eq!(
            ids(|p| (p.ticket_classes[1].in_house, p.ticket_classes[1].subcontract) = (false, false)),
            ["no-route"]
        );
        assert_eq!(ids(|p| p.ticket_classes.clear()), ["number-of-ticket-classes"]);
        assert_eq!(ids(|p| p.ticket_classes[0].share = crate::units::Rate::ZERO), ["shares-sum"]);
        assert_eq!(ids(|p| p.service_levels.clear()), ["number-of-service-levels"]);
    }
}
