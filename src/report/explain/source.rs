//! Where a value that a rule takes comes from: a cell, a scenario's edit, a draw, or the program's own default.

use crate::inputs::{Inputs, Target};
use crate::model::population::Member;
use crate::programme::Programme;
use crate::say;
use crate::scenario::Scenario;
use crate::schema::partners::{GROUPS, PARTNERS};
use crate::schema::{self, Place, Table};
use crate::uncertainty::Uncertainty;

/// The values of a programme in a trial, and where the workbook says them.
#[derive(Debug, Clone, Copy)]
pub struct Rules<'a> {
    /// The workbook.
    pub inputs: &'a Inputs,
    /// The scenario; `None` for the baseline.
    pub scenario: Option<&'a Scenario>,
    /// What is uncertain.
    pub uncertainty: &'a Uncertainty,
    /// The programme with the values of the trial.
    pub asked: &'a Programme,
    /// The same as people answer to it: what is played.
    pub played: &'a Programme,
}

impl Rules<'_> {
    /// A parameter with its value and its source: `quotation.support = 8 % (Parameters!C14)`.
    pub fn parameter(&self, key: &str) -> String {
        schema::parameter(key).map_or_else(|| key.to_owned(), |parameter| self.value(&Place::of(parameter)))
    }

    /// A cell of a table, by its row in the programme: `Levels[Gold].base_discount = 22 % (Levels!D4)`.
    pub fn cell(&self, table: &'static Table, row: usize, key: &str) -> String {
        let column = table.columns.iter().find(|column| column.key == key);
        column.map_or_else(|| key.to_owned(), |column| self.value(&Place::at(table, row, column, self.played)))
    }

    /// What is said of a partner in a column of its own row, or in that of its group; there `purchases` are a distribution.
    pub fn of_member(&self, member: &Member, key: &str) -> Vec<String> {
        let programme = self.played;
        if let Some(row) = programme.partners.iter().position(|partner| partner.id == member.id) {
            return vec![self.cell(&PARTNERS, row, key)];
        }
        let number = |name: &str| member.id.strip_prefix(name)?.strip_prefix(' ')?.parse::<usize>().ok();
        let Some(row) = programme.groups.iter().position(|group| number(&group.name).is_some()) else {
            return Vec::new();
        };
        let keys = if key == "purchases" { &["distribution", "low", "high", "shape"][..] } else { &[key][..] };
        keys.iter().map(|key| self.cell(&GROUPS, row, key)).collect()
    }

    fn value(&self, place: &Place) -> String {
        let (asked, value) = (place.get(self.asked), place.get(self.played));
        let (name, origin) = (place.said(), self.origin(place));
        let shown = |value| place.kind().shown(value);
        if asked == value {
            return say!("{name} = {value} ({origin})", name, value = shown(&value), origin);
        }
        say!(
            "{name} = {value}: people's answer to the rules; without it {asked} ({origin})",
            name,
            value = shown(&value),
            asked = shown(&asked),
            origin
        )
    }

    fn origin(&self, place: &Place) -> String {
        let inputs = &self.uncertainty.inputs;
        let steps = self.scenario.map_or(&[][..], |scenario| &scenario.steps);
        if let Some(step) = steps.iter().rev().find(|step| step.place == *place) {
            let scenario = self.scenario.map_or("", |scenario| &scenario.name);
            return match inputs.iter().any(|input| input.edit.as_ref() == Some(&step.at)) {
                true => say!("drawn for this trial, set by {scenario} at {cell}", scenario, cell = step.at),
                false => say!("set by {scenario} at {cell}", scenario, cell = step.at),
            };
        }
        if let Some(input) = inputs.iter().find(|input| input.edit.is_none() && input.places.contains(place)) {
            return say!("drawn for this trial, distribution at {cell}", cell = input.at);
        }
        let target = match (place.parameter(), place.cell()) {
            (Some(parameter), _) => Some(Target::Parameter(parameter.key)),
            (None, Some((table, row, column))) => Some(Target::Cell(table.sheet.en, row, column.key)),
            (None, None) => None,
        };
        let origin = target.and_then(|target| self.inputs.origins.get(&target));
        match origin.and_then(|origin| origin.cell.as_ref()) {
            Some(cell) => cell.to_string(),
            None => say!("default"),
        }
    }
}
