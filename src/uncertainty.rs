//! What is not known: inputs with a distribution instead of one value, and what the programmes are once their values
//! are drawn (docs/model.md, "Uncertainty").

use crate::diagnostic::{CellRef, Diagnostics};
use crate::law::Truncated;
use crate::programme::Programme;
use crate::scenario::Scenario;
use crate::schema::{Basis, Place, SHARED_OUT, Table, Value};

mod build;
mod corners;
mod correlations;
pub mod own;
mod reading;
mod shares;

#[cfg(test)]
mod tests;

pub use build::build;

/// All that is uncertain in a workbook.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Uncertainty {
    /// The inputs, in the order of the workbook.
    pub inputs: Vec<Uncertain>,
    /// The rank correlations that are wanted between some of them.
    pub correlations: Option<Correlations>,
}

/// One uncertain input.
#[derive(Debug, Clone, PartialEq)]
pub struct Uncertain {
    /// What keys its draws and names it in results: a key, a table cell, or an edit as `Scenario: key`.
    pub name: String,
    /// The places it sets, at least one: a target such as `Segments[*].loyalty` sets several to one value.
    pub places: Vec<Place>,
    /// The cell of the scenario's edit that it stands in for; `None` for an input of the baseline.
    pub edit: Option<CellRef>,
    /// Its distribution within what the places allow, in natural units: currency units, fractions.
    pub law: Truncated,
    /// The value the workbook enters beside it, in the same units.
    pub entered: f64,
    /// How well founded it is, if that is said.
    pub basis: Option<Basis>,
    /// Its source, if that is said.
    pub source: String,
    /// The cell that names its distribution.
    pub at: CellRef,
}

/// Wanted rank correlations.
#[derive(Debug, Clone, PartialEq)]
pub struct Correlations {
    /// The names of the inputs.
    pub names: Vec<String>,
    /// One row an input: symmetric, 1 on the diagonal, from -1 to 1.
    pub matrix: Vec<Vec<f64>>,
    /// The sheet's first cell.
    pub at: CellRef,
}

/// The programmes of one set of drawn values.
#[derive(Debug, Clone, PartialEq)]
pub struct World {
    /// The baseline.
    pub baseline: Programme,
    /// The scenarios, in their order.
    pub scenarios: Vec<Programme>,
}

impl World {
    /// The baseline and the scenarios after it.
    pub fn family(&self) -> Vec<&Programme> {
        std::iter::once(&self.baseline).chain(&self.scenarios).collect()
    }
}

impl Uncertain {
    /// The range in which it lies nine times in ten, in natural units: its plausible range.
    pub fn plausible(&self) -> (f64, f64) {
        (self.law.quantile(0.05), self.law.quantile(0.95))
    }

    /// Whether it is a size of the population, which is the same in every scenario.
    fn is_of_partners(&self) -> bool {
        self.places.iter().filter_map(Place::cell).any(|(table, _, _)| !table.editable)
    }
}

impl Uncertainty {
    /// Whether everything is known.
    pub fn is_empty(&self) -> bool {
        self.inputs.is_empty()
    }

    /// Whether a drawn value may change who the partners are.
    pub fn changes_partners(&self) -> bool {
        self.inputs.iter().any(Uncertain::is_of_partners)
    }

    /// Whether a drawn value may decide that people answer to the rules.
    pub fn may_behave(&self) -> bool {
        let of = |place: &Place| place.name.starts_with("behaviour.");
        self.inputs.iter().any(|input| input.places.iter().any(of))
    }

    /// Whether a drawn value is a share of a table whose shares make 100 %.
    fn draws_shares(&self, table: &Table) -> bool {
        let cells = self.inputs.iter().flat_map(|input| &input.places).filter_map(Place::cell);
        cells.into_iter().any(|(of, _, column)| of.sheet == table.sheet && shares::is_share(column))
    }

    /// Whether a scenario of a valid baseline holds together at the ends of all distributions.
    pub fn holds_with(&self, baseline: &Programme, scenario: &Scenario) -> bool {
        let mut found = Diagnostics::default();
        corners::check(self, baseline, std::slice::from_ref(scenario), &mut found);
        !found.has_errors()
    }

    /// The names of the inputs, in their order.
    pub fn names(&self) -> Vec<String> {
        self.inputs.iter().map(|input| input.name.clone()).collect()
    }

    /// The values that the inputs have with some uniforms, one each in (0, 1).
    pub fn values(&self, uniforms: &[f64]) -> Vec<f64> {
        self.inputs.iter().zip(uniforms).map(|(input, u)| input.law.quantile(*u)).collect()
    }

    /// The values that the workbook enters.
    pub fn entered(&self) -> Vec<f64> {
        self.inputs.iter().map(|input| input.entered).collect()
    }

    /// The programmes where the inputs have some values, one each in natural units. A value is put in as the nearest
    /// that its place allows; shares of a table are scaled to make 100 % again. Where a scenario sets what is drawn, it
    /// stays as the scenario sets it; where it adds to it or multiplies it, it starts from what is drawn.
    pub fn world(&self, baseline: &Programme, scenarios: &[Scenario], values: &[f64]) -> World {
        let mut drawn = baseline.clone();
        for (input, value) in self.inputs.iter().zip(values).filter(|(input, _)| input.edit.is_none()) {
            input.put(&mut drawn, *value);
        }
        let shares: Vec<&Table> = SHARED_OUT.iter().copied().filter(|table| self.draws_shares(table)).collect();
        for table in &shares {
            shares::rescale(table, &mut drawn);
        }
        let edits: Vec<(&Uncertain, f64)> = self.inputs.iter().zip(values.iter().copied()).collect();
        let scenario = |scenario: &Scenario| {
            let mut programme = scenario.on(&drawn, |step| {
                let (_, value) = edits.iter().find(|(input, _)| input.edit.as_ref() == Some(&step.at))?;
                step.place.kind().nearest(*value)
            });
            for table in &shares {
                shares::rescale(table, &mut programme);
            }
            programme
        };
        World { scenarios: scenarios.iter().map(scenario).collect(), baseline: drawn }
    }
}

impl Uncertain {
    /// Puts a value at all its places.
    fn put(&self, programme: &mut Programme, value: f64) {
        for place in &self.places {
            if let Some(value) = place.kind().nearest(value) {
                place.set(programme, value);
            }
        }
    }
}

/// A drawn value as a person writes it, to six digits.
fn shown(place: &Place, number: f64) -> String {
    let short: f64 = format!("{number:.5e}").parse().unwrap_or(number);
    place.kind().nearest(short).map_or_else(|| Value::Number(short).shown(), |value| value.shown())
}
