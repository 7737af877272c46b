//! From what a workbook says is uncertain to inputs that can be drawn, every problem located.

use super::reading::{self, About};
use super::{Uncertain, Uncertainty, corners, correlations, shown};
use crate::diagnostic::{CellRef, Diagnostic, Diagnostics};
use crate::inputs::{EditInput, Inputs, LawInput, UncertainInput};
use crate::law::Truncated;
use crate::say;
use crate::scenario::{Change, Scenario};
use crate::schema::place::{self, canonical, find_drawn};
use crate::schema::{Basis, Place, Value};

/// The most uncertain inputs of a workbook.
const MOST_INPUTS: usize = 200;

/// Between these probabilities lies what an entered value should be.
const LIKELY: [f64; 2] = [0.001, 0.999];

/// Builds all that is uncertain; problems and remarks are added to `found`, which has those of the baseline and the
/// scenarios.
pub fn build(inputs: &Inputs, scenarios: &[Scenario], found: &mut Diagnostics) -> Uncertainty {
    let mut builder = Builder { inputs, drawn: Vec::new(), found };
    for input in &inputs.uncertain {
        builder.baseline(input);
    }
    for (input, scenario) in inputs.scenarios.iter().zip(scenarios) {
        for edit in &input.edits {
            if let Some(law) = &edit.law {
                builder.edit(edit, law, scenario);
            }
        }
    }
    let drawn = builder.drawn;
    if let Some(first) = drawn.get(MOST_INPUTS) {
        let message = say!("a workbook has at most {most} uncertain inputs", most = MOST_INPUTS);
        let error = Diagnostic::error("too-many-uncertain", message).at(&first.at);
        found.push(
            error.hint(say!("leave those fixed that hardly matter, or draw the rows of a table together with *")),
        );
    }
    let correlations = inputs.correlations.as_ref().and_then(|wanted| {
        let programme = &inputs.programme;
        correlations::build(wanted, &drawn, programme, found)
    });
    let uncertainty = Uncertainty { inputs: drawn, correlations };
    if !found.has_errors() {
        corners::check(&uncertainty, &inputs.programme, scenarios, found);
    }
    uncertainty
}

struct Builder<'a, 'd> {
    inputs: &'a Inputs,
    drawn: Vec<Uncertain>,
    found: &'d mut Diagnostics,
}

/// What an input is, apart from its distribution.
struct Input<'a> {
    name: String,
    places: Vec<Place>,
    edit: Option<CellRef>,
    entered: Option<f64>,
    basis: Option<Basis>,
    source: &'a str,
    target_at: &'a CellRef,
}

impl Builder<'_, '_> {
    /// An input of the baseline.
    fn baseline(&mut self, input: &UncertainInput) {
        let programme = &self.inputs.programme;
        let places = match find_drawn(&input.target, programme) {
            Ok(places) => places,
            Err((message, hint)) => {
                let of_settings = input.target.starts_with("settings.");
                let id = if of_settings { "not-uncertain" } else { "unknown-target" };
                let error = Diagnostic::error(id, message).at(&input.target_at);
                return self.found.push(Diagnostic { hint, ..error });
            }
        };
        let entered: Vec<f64> = places.iter().filter_map(|place| place.get(programme).as_number()).collect();
        let alike = entered.windows(2).all(|pair| pair[0] == pair[1]);
        let name = canonical(&input.target, &places).unwrap_or_else(|| input.target.clone());
        self.input(
            Input {
                name,
                edit: None,
                entered: entered.first().copied().filter(|_| alike),
                basis: input.basis,
                source: &input.source,
                target_at: &input.target_at,
                places,
            },
            &input.law,
        );
    }

    /// What a scenario sets.
    fn edit(&mut self, edit: &EditInput, law: &LawInput, scenario: &Scenario) {
        if edit.target == "include" {
            let error =
                Diagnostic::error("not-uncertain", say!("an included scenario cannot be uncertain")).at(&law.at);
            return self.found.push(error.hint(say!("give the distribution in the rows of that scenario")));
        }
        let steps = || scenario.steps.iter().filter(|step| step.at == edit.at);
        let places: Vec<Place> = steps().map(|step| step.place.clone()).collect();
        // An edit that could not be built was told.
        let Some(what) = canonical(&edit.target, &places) else { return };
        let set = |change: &Change| match change {
            Change::Set(value) => Some(value.clone()),
            Change::Points(_) | Change::Times(_) => None,
        };
        let after = || scenario.edits.iter().find(|done| done.at == edit.at).map(|done| done.to.clone());
        let entered: Option<Value> = steps().next().and_then(|step| set(&step.change)).or_else(after);
        self.input(
            Input {
                // It keys the draws: the same in every language.
                name: format!("{}: {what}", scenario.name),
                places,
                edit: Some(edit.at.clone()),
                entered: entered.and_then(|value| value.as_number()),
                basis: None,
                source: "",
                target_at: &edit.target_at,
            },
            law,
        );
    }

    fn input(&mut self, input: Input<'_>, words: &LawInput) {
        if let Some((why, hint)) = input.places.iter().find_map(|place| fixed(place, input.edit.is_some())) {
            let message = say!("{name} cannot be uncertain: it is {why}", name = place::said(&input.name), why);
            return self.found.push(Diagnostic::error("not-uncertain", message).at(&words.at).hint(hint));
        }
        if let Some(other) = self.drawn.iter().find(|other| overlaps(other, &input)) {
            let message = say!(
                "{name} is uncertain already, by {other} in {cell}",
                name = place::said(&input.name),
                other = place::said(&other.name),
                cell = other.at
            );
            let error = Diagnostic::error("uncertain-twice", message).at(input.target_at);
            return self.found.push(error.hint(say!("keep one of the two")));
        }
        let [first, rest @ ..] = &input.places[..] else { return };
        let kind = first.kind();
        let tails = self.inputs.programme.settings.uncertainty.tails.probabilities();
        let name = place::said(&input.name);
        let about = About { name: &name, kind, entered: input.entered, tails };
        let Some(law) = reading::law(words, &about, self.found) else { return };
        match input.entered {
            Some(entered) => self.note_unlikely(&name, first, &law, entered, &words.at),
            None if input.edit.is_none() => {
                let message = say!(
                    "{name} sets {number} cells that hold several values to one that is drawn",
                    name,
                    number = rest.len() + 1
                );
                let note = Diagnostic::note("drawn-together", message).at(&words.at);
                self.found.push(note.hint(say!("name the rows one by one if each has a value of its own")));
            }
            None => {}
        }
        let programme = &self.inputs.programme;
        let values = input.places.iter().filter_map(|place| place.get(programme).as_number());
        let mean = values.sum::<f64>() / input.places.len() as f64;
        self.drawn.push(Uncertain {
            name: input.name,
            entered: input.entered.unwrap_or(mean),
            places: input.places,
            edit: input.edit,
            law,
            basis: input.basis,
            source: input.source.to_owned(),
            at: words.at.clone(),
        });
    }

    /// Tells of an entered value that its distribution hardly gives: one of the two is probably a slip.
    fn note_unlikely(&mut self, name: &str, place: &Place, law: &Truncated, entered: f64, at: &CellRef) {
        let [low, high] = LIKELY.map(|p| law.quantile(p));
        // What is drawn is rounded as the place rounds.
        let rounded = |x: f64| place.kind().nearest(x).and_then(|value| value.as_number()).unwrap_or(x);
        if entered < rounded(low) || entered > rounded(high) {
            let message = say!(
                "{name} is entered as {entered}, but its distribution lies between {low} and {high} in 998 of 1,000 \
                 draws",
                name,
                entered = shown(place, entered),
                low = shown(place, low),
                high = shown(place, high)
            );
            let note = Diagnostic::note("unlikely-value", message).at(at);
            self.found.push(note.hint(say!("check the entered value, or widen the distribution")));
        }
    }
}

/// Whether two inputs would set one value.
fn overlaps(other: &Uncertain, input: &Input<'_>) -> bool {
    match (&other.edit, &input.edit) {
        (None, None) => input.places.iter().any(|place| other.places.contains(place)),
        (Some(_), Some(_)) => other.name == input.name,
        _ => false,
    }
}

/// Why a place cannot be drawn, and what to do instead; `None` if it can.
fn fixed(place: &Place, edited: bool) -> Option<(String, String)> {
    if place.kind().range().is_none() {
        return Some((
            say!("no number but {allowed}", allowed = place.kind().allowed()),
            say!("test its values by scenarios"),
        ));
    }
    if let Some((table, _, column)) = place.cell()
        && !table.editable
        && column.key == "count"
    {
        return Some((say!("who the partners are"), say!("leave the number of partners fixed")));
    }
    let hint = match place.name.as_str() {
        "scenario.from_month" => say!("make it uncertain in the scenario's own row"),
        "launch.backlog" => say!("a baseline opens nothing; make it uncertain in the scenario's own row"),
        _ => return None,
    };
    (!edited).then(|| (say!("a scenario's alone"), hint))
}
