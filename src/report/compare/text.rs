//! A comparison as the terminal shows it.

use super::answer::{answers, remarks};
use super::explained::{DRAWN, by_size};
use super::{Told, change, name, said_share, value};
use crate::report::text::aligned;
use crate::say;
use crate::schema::place;
use crate::study::comparison::{Explained, Line};

/// Letters of a value that are shown, at most.
const WIDE: usize = 40;

/// The answer, the inputs that differ, the headline figures that moved, and what explains the moves of the
/// partners' front margin and of the vendor's contribution.
pub fn text(told: &Told<'_>) -> String {
    let mut parts = vec![answers(told).join("\n") + "\n" + &remarks(told).join("\n") + "\n"];
    if !told.changes.is_empty() {
        parts.push(say!("Inputs that differ") + "\n" + &aligned(&inputs(told)));
    }
    let moved: Vec<&Explained> = told.explained.iter().filter(|it| it.moved.effects.change.value != 0.0).collect();
    if !moved.is_empty() {
        parts.push(say!("Headline figures that moved") + "\n" + &aligned(&figures(told, &moved)));
        let causes = causes(told, &moved);
        if !causes.is_empty() {
            parts.push(say!("What explains it") + "\n" + &aligned(&causes));
        }
    }
    parts.join("\n")
}

fn inputs(told: &Told<'_>) -> Vec<[String; 5]> {
    let heading = [say!("Key"), "A".to_owned(), "B".to_owned(), say!("Cell in A"), say!("Cell in B")];
    let lines = told.changes.iter().flat_map(|change| &change.lines);
    let row = |line: &Line| {
        let [in_a, in_b] =
            line.cells.each_ref().map(|cell| cell.as_ref().map_or_else(String::new, ToString::to_string));
        [place::said(&line.place), cut(&line.from), cut(&line.to), in_a, in_b]
    };
    std::iter::once(heading).chain(lines.map(row)).collect()
}

fn cut(text: &str) -> String {
    if text.chars().count() <= WIDE {
        return text.to_owned();
    }
    text.chars().take(WIDE).chain(['…']).collect()
}

fn figures(told: &Told<'_>, moved: &[&Explained]) -> Vec<[String; 5]> {
    let heading = [say!("Figure"), "A".to_owned(), "B".to_owned(), say!("Move"), String::new()];
    let row = |explained: &&Explained| {
        let moved = &explained.moved;
        let [a, b] = [moved.effects.before, moved.effects.after].map(|it| value(told, moved, it.value));
        let verdict = if moved.is_beyond_chance() { String::new() } else { say!("within chance") };
        let by = change(moved.measure.unit, moved.effects.change.value, told.currency);
        [name(told, moved), a, b, by, verdict]
    };
    std::iter::once(heading).chain(moved.iter().map(row)).collect()
}

fn causes(told: &Told<'_>, moved: &[&Explained]) -> Vec<[String; 3]> {
    let mut rows = Vec::new();
    let drawn = moved.iter().filter(|it| DRAWN.contains(&it.moved.measure.id.as_str()) && it.moved.is_beyond_chance());
    for explained in drawn {
        let unit = explained.moved.measure.unit;
        rows.push([name(told, &explained.moved), String::new(), String::new()]);
        let known = by_size(told, explained).into_iter().filter(|(_, effect)| effect.value != 0.0);
        let effects = known.map(|(name, effect)| (name.to_owned(), effect));
        for (name, effect) in effects.chain([(say!("Interaction"), explained.interaction)]) {
            let by = change(unit, effect.value, told.currency);
            rows.push([format!("  {name}"), by, said_share(explained.share(effect))]);
        }
    }
    rows
}
