//! `Services`: who sells and delivers services, what tickets cost by route, and when own technicians pay.

use crate::report::readings;
use crate::report::words::{count, reading};
use crate::report::{Page, Story};
use crate::say;

mod margins;
mod routes;
mod sellers;
mod staffing;
mod technicians;
mod terms;
mod utilisations;

/// The page; `None` where nobody sells services and there are no tickets.
pub fn page(story: &Story<'_>) -> Option<Page> {
    let programmes: Vec<usize> = (0..story.summary.programmes.len()).collect();
    let selling: Vec<usize> = programmes.iter().copied().filter(|at| sellers::any(story, *at)).collect();
    let serving: Vec<usize> =
        programmes.iter().copied().filter(|at| story.programme(*at).tickets.per_year > 0.0).collect();
    if selling.is_empty() && serving.is_empty() {
        return None;
    }
    let mut blocks = sellers::blocks(story, &selling);
    blocks.extend(routes::blocks(story, &serving));
    blocks.extend(technicians::blocks(story, &serving));
    let used: Vec<usize> = programmes.into_iter().filter(|at| selling.contains(at) || serving.contains(at)).collect();
    let measures = ["partner_service_margin", "vendor_service_cost", "cost_per_ticket", "vendor_contribution"];
    blocks.extend(readings::blocks(story, "service_readings", &used, &measures));
    Some(Page {
        name: say!("Services"),
        title: say!("Services sold, tickets and the field force"),
        subtitle: say!(
            "Means over {trials} trials and the whole horizon, in {currency}, {reading}",
            trials = count(story.summary.trials as f64),
            currency = story.inputs.programme.settings.currency,
            reading = reading(story.summary.reading)
        ),
        one_page: false,
        blocks,
    })
}
