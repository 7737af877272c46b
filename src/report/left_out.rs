//! What the result of a run that was to answer at once leaves out, and how to have it.

use crate::plan::Reading;
use crate::programme::Readings;
use crate::report::Story;
use crate::report::words::list;
use crate::say;

/// The sentence; none where nothing is left out.
pub fn left_out(story: &Story<'_>) -> Option<String> {
    if story.run.extent.is_whole() {
        return None;
    }
    let played = (story.summary.reading, story.summary.behavioural.is_some());
    let one_reading = story.run.asked == Readings::Both && played == (Reading::Static, false);
    let to_take_apart = story.scenarios.iter().any(|scenario| scenario.steps.len() > 1);
    let to_try = story.drawn.is_some() && !story.scenarios.is_empty();
    let unchanged = |partner: usize| !story.summary.changes_for(partner);
    let to_list = story.summary.programmes.len() > 1 && (0..story.members.len()).any(unchanged);
    let sheet = |name: String| say!("the sheet {sheet}", sheet = name);
    let parts = [
        one_reading.then(|| say!("the behavioural reading")),
        to_take_apart.then(|| sheet(say!("Changes"))),
        to_try.then(|| sheet(say!("Sensitivity"))),
        story.audit.is_none().then(|| sheet(say!("Ledger"))),
        to_list.then(|| say!("the partners that nothing changes for")),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    (!parts.is_empty()).then(|| {
        say!(
            "Played at a save, to answer at once. Left out: {parts}. A run (partnersim run) has them.",
            parts = list(&parts)
        )
    })
}
