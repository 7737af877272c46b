//! `Optimise`: the best setting of the levers, how sure it is, what it trades, and rows to paste.

use crate::inputs::{Inputs, Lever};
use crate::language::number;
use crate::measures::Unit;
use crate::report::words::{count, list, money_change, pieces, points};
use crate::report::{Block, Cell, Column, Format, Kind, Page, Report, RunFacts, Table, contents, inputs};
use crate::say;
use crate::scenario::Scenario;
use crate::schema::{self, Parameter, Value};
use crate::study::guardrails::Guardrail;
use crate::study::levers::Setting;
use crate::study::optimise::Optimised;

mod answer;
mod tables;

pub use answer::answer;
use answer::asked;

/// All that the pages tell of.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
    /// What the workbook said.
    pub inputs: &'a Inputs,
    /// What the levers were put on.
    pub scenario: &'a Scenario,
    /// The levers.
    pub levers: &'a [Lever],
    /// The guardrails that concern the scenario.
    pub guardrails: &'a [Guardrail],
    /// The run.
    pub run: &'a RunFacts,
}

impl Told<'_> {
    fn currency(&self) -> &str {
        &self.inputs.programme.settings.currency
    }

    /// A workbook of a page of a study, with the inputs and how to repeat it.
    pub(super) fn workbook(&self, page: Page, facts: Vec<(String, String)>) -> Report {
        let settings = &self.inputs.programme.settings;
        Report {
            title: say!("Partner programme: {file}", file = self.run.file),
            subject: say!("{title}, seed {seed}", title = page.title, seed = self.run.seed),
            created: settings.start,
            currency: settings.currency.clone(),
            pages: contents::bound(page, [(Kind::Evidence, vec![inputs::page(self.inputs), self.run_page(facts)])]),
            embedded: Vec::new(),
            names: Vec::new(),
        }
    }

    fn run_page(&self, facts: Vec<(String, String)>) -> Page {
        let mut rows = vec![
            (say!("Program"), format!("partnersim {}", self.run.version)),
            (say!("Input"), self.run.file.clone()),
            (say!("SHA-256 of the input"), self.run.sha256.clone()),
            (say!("Seed used"), self.run.seed.to_string()),
            (say!("Levers put on"), self.scenario.name.clone()),
        ];
        rows.extend(facts);
        let settings = schema::settings::SETTINGS.parameters;
        let entered = |setting: &Parameter| setting.kind.shown(&(setting.get)(&self.inputs.programme));
        rows.extend(settings.iter().map(|setting| (setting.key.to_owned(), entered(setting))));
        let rows = rows.into_iter().map(|(what, value)| vec![Cell::text(what), Cell::text(value)]).collect();
        let columns = vec![Column::new(say!("What"), Format::Plain, 30), Column::new(say!("Value"), Format::Plain, 70)];
        Page {
            name: say!("Run"),
            title: say!("How to repeat this"),
            subtitle: say!("The same input, command line and version give the same bytes, on any number of threads"),
            one_page: true,
            blocks: vec![Block::Table(Table { id: "run_facts".to_owned(), columns, rows, totals: None })],
        }
    }

    /// What a setting changes: levers with their values.
    fn edits(&self, setting: &Setting) -> Vec<(&Lever, &Value)> {
        let pairs = self.levers.iter().zip(setting);
        let values = pairs.filter_map(|(lever, at)| Some((lever, lever.values.get(*at)?)));
        let changes = |(lever, value): &(&Lever, &Value)| {
            lever.places.iter().any(|place| place.get(&self.scenario.programme) != **value)
        };
        values.filter(changes).collect()
    }

    /// The values of a setting in words.
    fn words(&self, setting: &Setting) -> String {
        if setting.is_empty() {
            return say!("as entered");
        }
        let pairs = self.levers.iter().zip(setting);
        let said =
            pairs.filter_map(|(lever, at)| Some(format!("{} {}", lever.target, lever.shown(lever.values.get(*at)?))));
        said.collect::<Vec<_>>().join(", ")
    }
}

/// A difference of a measure in words.
pub fn change(unit: Unit, value: f64, currency: &str) -> String {
    match unit {
        Unit::Money => money_change(value, currency),
        Unit::Fraction => points(value),
        Unit::Count => format!("{}{}", if value > 0.0 { "+" } else { "" }, pieces(value)),
        Unit::Days | Unit::Index => number::signed(value, 1),
    }
}

/// A value of a lever as a cell.
pub(super) fn value_cell(lever: &Lever, value: &Value) -> Cell {
    match (value, value.as_number()) {
        (Value::Money(_), Some(number)) => Cell::Figure(number, Format::Cents),
        (Value::Rate(_), Some(number)) => Cell::Figure(number, Format::FinePercent),
        (_, Some(number)) => Cell::Figure(number, Format::Plain),
        (_, None) => Cell::text(lever.shown(value)),
    }
}

/// The result workbook of a search.
pub fn report(told: &Told<'_>, found: &Optimised) -> Report {
    let rounds: Vec<String> = found
        .rounds
        .iter()
        .map(|round| {
            say!(
                "{settings} settings on {trials} trials",
                settings = count(round.candidates as f64),
                trials = count(round.trials as f64)
            )
        })
        .collect();
    let facts = vec![
        (
            say!("Objective"),
            format!("{}, {}", found.objective.id(), if found.objective.up { say!("most") } else { say!("least") }),
        ),
        (say!("Settings on the grid"), count(found.grid as f64)),
        (say!("Rounds of the search"), rounds.join(&say!(", then "))),
        (say!("New trials of the confirmation"), found.budget.trials.to_string()),
        (say!("Trials played, counting each setting"), count(found.played as f64)),
        (say!("Confidence asked for"), asked(found)),
    ];
    told.workbook(page(told, found), facts)
}

fn page(told: &Told<'_>, found: &Optimised) -> Page {
    let mut blocks: Vec<Block> = answer(told, found).into_iter().map(Block::Answer).collect();
    let nearest = found.binding.as_ref().map(|(setting, _)| setting);
    let best = found.winner().or_else(|| found.finalists.iter().find(|finalist| Some(&finalist.setting) == nearest));
    if let Some(best) = best {
        let is_winner = found.winner().is_some();
        blocks.push(Block::Heading(if is_winner { say!("The best setting") } else { say!("The nearest setting") }));
        blocks.push(Block::Table(tables::setting_table(told, best)));
        if !told.guardrails.is_empty() {
            blocks.push(Block::Heading(say!("Its guardrails")));
            blocks.push(Block::Table(tables::guardrail_table(told, best)));
        }
    }
    blocks.push(Block::Heading(say!("The best beside the runners-up, on new trials")));
    blocks.push(Block::Table(tables::finalists(told, found)));
    blocks.push(Block::Text(say!(
        "Every setting was played on the same {trials} new trials that the search had not seen. A lead counts with the \
         confidence shown, all runners-up taken together; those below {confidence} cannot be told from the best.",
        trials = count(found.budget.trials as f64),
        confidence = asked(found)
    )));
    blocks.push(Block::Heading(say!("What is traded: partners against the vendor")));
    blocks.push(Block::Charts(vec![tables::chart(told, found)]));
    if found.winner().is_some_and(|winner| !told.edits(&winner.setting).is_empty()) {
        blocks.push(Block::Heading(say!("The best setting as rows of the sheet {sheet}", sheet = say!("Scenarios"))));
        blocks.push(Block::Table(tables::paste(told, best)));
    }
    blocks.push(Block::Heading(say!("Settings of the chart")));
    blocks.push(Block::Table(tables::frontier(told, found)));
    Page {
        name: say!("Optimise"),
        title: say!("The best setting of {levers} levers", levers = told.levers.len()),
        subtitle: say!(
            "{levers} put on {scenario}; {settings} settings tried, differences are with the baseline in the same \
             future",
            levers = list(&told.levers.iter().map(|lever| lever.target.as_str()).collect::<Vec<_>>()),
            scenario = told.scenario.name,
            settings = count(found.rounds.first().map_or(0.0, |round| round.candidates as f64))
        ),
        one_page: false,
        blocks,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded::Extent;

    #[test]
    fn the_answer_leads_to_the_inputs_and_to_how_to_repeat_it() {
        let inputs = Inputs::new(schema::defaults());
        let scenario = Scenario {
            name: "Baseline rules".to_owned(),
            edits: Vec::new(),
            steps: Vec::new(),
            programme: inputs.programme.clone(),
            includes: Vec::new(),
        };
        let run = RunFacts {
            file: "my.xlsx".to_owned(),
            sha256: String::new(),
            seed: 1,
            version: "1",
            extent: Extent::Whole,
            asked: inputs.programme.settings.readings,
        };
        let told = Told { inputs: &inputs, scenario: &scenario, levers: &[], guardrails: &[], run: &run };
        let answer = Page {
            name: "Optimise".to_owned(),
            title: String::new(),
            subtitle: String::new(),
            one_page: false,
            blocks: Vec::new(),
        };
        let pages = told.workbook(answer, Vec::new()).pages;
        let [Block::Contents(sections)] = pages[0].blocks.as_slice() else { panic!("no contents") };
        let listed: Vec<&str> = sections.iter().flat_map(|it| &it.entries).map(|entry| entry.name.as_str()).collect();
        assert_eq!(listed, ["Inputs", "Run"]);
    }
}
