//! What is found of a scenario's changes, in sentences.

use crate::report::changes::{Told, is_nothing, label, name};
use crate::report::headline::said;
use crate::report::words::{list, money_change};
use crate::say;
use crate::study::attribution::ATTRIBUTED;

/// An interaction that is a smaller share of the largest change is small.
const SMALL: f64 = 0.01;

impl Told<'_> {
    /// Which changes do nothing alone, and which are played together.
    pub(super) fn notes(&self) -> Vec<String> {
        let mut notes: Vec<String> = Vec::new();
        let idle = |at: &usize| {
            self.brought.parts[*at].on.is_empty() && self.brought.measures.iter().all(|of| is_nothing(&of.alone[*at]))
        };
        let idle: Vec<String> = (0..self.brought.parts.len()).filter(idle).map(|at| self.part(at)).collect();
        if !idle.is_empty() && self.brought.measures.iter().any(|of| !is_nothing(&of.interaction)) {
            let names = list(&idle.iter().map(String::as_str).collect::<Vec<_>>());
            notes.push(say!("{names}: nothing alone; what it adds to the others is in the interaction.", names));
        }
        for part in self.brought.parts.iter().filter(|part| !part.on.is_empty()) {
            let on: Vec<String> = part.on.iter().map(|at| self.part(*at)).collect();
            let on = list(&on.iter().map(String::as_str).collect::<Vec<_>>());
            notes.push(say!("{part}: nothing alone; measured by what it adds to {on}.", part = name(part), on));
        }
        for part in self.brought.parts.iter().filter(|part| part.of.len() > 1) {
            notes.push(say!(
                "{names}: one change, for each does nothing, or does not hold, without the other.",
                names = name(part)
            ));
        }
        notes
    }

    /// The change that brings most, by its place.
    fn most(&self, measure: usize) -> usize {
        let sizes = self.brought.measures[measure].alone.iter().map(|estimate| estimate.value.abs());
        sizes.enumerate().max_by(|a, b| a.1.total_cmp(&b.1)).map_or(0, |(at, _)| at)
    }

    /// The finding as short as a chart takes it.
    pub(super) fn title(&self, measure: usize) -> String {
        let of = &self.brought.measures[measure];
        let change = |amount: f64| money_change(amount, self.currency());
        let most = self.most(measure);
        let (what, whole, part) = (label(measure), change(of.together.value), self.part(most));
        say!("{what} {whole}: {part} brings {alone}", what, whole, part, alone = change(of.alone[most].value))
    }

    /// The whole, the change that brings most of it, and the interaction.
    pub(super) fn finding(&self, measure: usize) -> String {
        let of = &self.brought.measures[measure];
        let (scenario, what) = (self.name(), said(ATTRIBUTED[measure]));
        let change = |amount: f64| money_change(amount, self.currency());
        let most = self.most(measure);
        let (part, alone, whole) = (self.part(most), change(of.alone[most].value), change(of.together.value));
        if is_nothing(&of.alone[most]) {
            return say!("{scenario} changes {what} by {whole}: no change does anything alone", scenario, what, whole);
        }
        if is_nothing(&of.interaction) || of.interaction.value.abs() <= 2.0 * of.interaction.se {
            return say!(
                "{scenario} changes {what} by {whole}: {part} brings {alone}, and the changes add up",
                scenario,
                part,
                what,
                alone,
                whole
            );
        }
        let left = change(of.interaction.value);
        if of.interaction.value.abs() < SMALL * of.alone[most].value.abs() {
            return say!(
                "{scenario} changes {what} by {whole}: {part} brings {alone}, and the changes add up but for {left}",
                scenario,
                what,
                whole,
                part,
                alone,
                left
            );
        }
        say!(
            "{scenario} changes {what} by {whole}: {part} brings {alone}, and {left} comes only from the changes together",
            scenario,
            part,
            what,
            alone,
            whole,
            left
        )
    }
}
