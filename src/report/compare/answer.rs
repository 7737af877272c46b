//! What differs between two results, in sentences: how much moved, what explains most of it, and how to read it.

use super::{SMALLEST, Told, change, name, said_share, value};
use crate::measures::Unit;
use crate::report::headline::others_decide;
use crate::report::words::count;
use crate::say;
use crate::study::comparison::{Explained, Moved};

/// The answer: how much differs, how much moved, and what explains the largest move of an amount.
pub(super) fn answers(told: &Told<'_>) -> Vec<String> {
    let inputs: usize = told.changes.iter().map(|change| change.lines.len()).sum();
    let moved = told.moves.iter().filter(|moved| moved.is_beyond_chance()).count();
    let [many, moved, all] = [inputs, moved, told.moves.len()].map(|number| count(number as f64));
    let first = match (inputs, has_moved(told)) {
        (0, false) => say!("The inputs of A and B are the same, and nothing moved."),
        (1, false) => say!("One input differs, and none of {all} figures moved.", all),
        (1, true) => say!("One input differs; {moved} of {all} figures moved beyond chance.", moved, all),
        (_, false) => say!("{many} inputs differ, and none of {all} figures moved.", many, all),
        (_, true) => say!("{many} inputs differ; {moved} of {all} figures moved beyond chance.", many, moved, all),
    };
    std::iter::once(first).chain(largest(told).map(|explained| sentence(told, explained))).collect()
}

fn has_moved(told: &Told<'_>) -> bool {
    told.moves.iter().any(|moved| moved.effects.change.value != 0.0)
}

/// What must be known to read the figures.
pub(super) fn remarks(told: &Told<'_>) -> Vec<String> {
    let mut remarks = Vec::new();
    let own = env!("CARGO_PKG_VERSION");
    if told.versions.iter().any(|version| *version != own) {
        let [a, b] = told.versions;
        remarks.push(say!(
            "A was made by partnersim {a}, B by {b}; both were played again by {own}, so that what the versions differ in \
             does not show.",
            a,
            b,
            own
        ));
    }
    let [a, b] = told.trials.map(|trials| count(trials as f64));
    remarks.push(match (told.seeds[0], told.trials[0]) == (told.seeds[1], told.trials[1]) {
        true => say!(
            "{trials} trials with the same draws: moves are differences in the same futures, and their errors are those of \
             paired differences.",
            trials = a
        ),
        false => say!(
            "{a} and {b} trials with draws of their own: part of every move is luck, and the errors are those of independent \
             runs.",
            a,
            b
        ),
    });
    remarks
}

/// The headline amount that moved most, if one moved beyond chance.
fn largest<'a>(told: &'a Told<'_>) -> Option<&'a Explained> {
    let amounts =
        told.explained.iter().filter(|it| it.moved.measure.unit == Unit::Money && it.moved.is_beyond_chance());
    let lead = lead(told);
    let size = |it: &Explained| it.moved.effects.change.value.abs();
    // The partners' margin leads, as in a result; another one where it does not move.
    amounts.clone().filter(|it| it.moved.measure.id == lead).max_by(|a, b| size(a).total_cmp(&size(b))).or_else(|| {
        let mut rest = amounts;
        let first = rest.next()?;
        Some(rest.fold(first, |most, next| if size(next) > size(most) { next } else { most }))
    })
}

/// The partners' margin in which the answer is given, as in a result: net margin where their other incomes moved more than
/// their front margin.
fn lead(told: &Told<'_>) -> &'static str {
    let programme = |moved: &Moved| (moved.reading, moved.programme.clone(), moved.of_difference);
    let of = |front: &Moved, id: &str| {
        let its = |moved: &&Moved| moved.measure.id == id && programme(moved) == programme(front);
        told.moves.iter().find(its).map_or(0.0, |moved| moved.effects.change.value)
    };
    let mut fronts = told.moves.iter().filter(|moved| moved.measure.id == "partner_front_margin");
    match fronts.any(|front| others_decide(|id| of(front, id))) {
        true => "partner_net_margin",
        false => "partner_front_margin",
    }
}

/// How a figure moved, and what explains most of it.
pub(super) fn sentence(told: &Told<'_>, explained: &Explained) -> String {
    let moved = &explained.moved;
    let unit = moved.measure.unit;
    let [before, after] = [moved.effects.before, moved.effects.after].map(|it| value(told, moved, it.value));
    let (figure, change) = (name(told, moved), change(unit, moved.effects.change.value, told.currency));
    match explained.largest() {
        Some((at, share)) => {
            let (cause, share) = (&told.changes[at].name, said_share(share));
            let left = explained.share(explained.interaction);
            if left.abs() < SMALLEST {
                return say!(
                    "{figure} goes from {before} to {after} ({change}): {cause} alone explains {share} of the move.",
                    figure,
                    before,
                    after,
                    change,
                    cause,
                    share
                );
            }
            let interaction = said_share(left);
            say!(
                "{figure} goes from {before} to {after} ({change}): {cause} alone explains {share} of the move, the \
                 interaction of all changes {interaction}.",
                figure,
                before,
                after,
                change,
                cause,
                share,
                interaction
            )
        }
        None => say!("{figure} goes from {before} to {after} ({change}).", figure, before, after, change),
    }
}
