//! Ready-to-run input workbooks, each a view of the schema with scenarios of its own.
//!
//! [`mod@book`] describes the workbook without any spreadsheet engine; [`crate::sheet::write`] turns it into bytes.

use crate::programme::{Date, Language};
use crate::schema::{Basis, TABLES, Text, Value};
use book::{Content, Figure, InputCell, Look};

pub mod book;

mod allowed;
mod deal_registration;
mod guide;
mod parameters;
mod scenarios;
mod tables;

pub use book::InputBook;
pub use deal_registration::DEAL_REGISTRATION;

/// What a template starts from.
#[derive(Debug)]
pub struct Template {
    /// The name on the command line.
    pub name: &'static str,
    /// What the workbook is called.
    pub title: Text,
    /// What can be asked with it, in a sentence.
    pub about: Text,
    /// Parameters that differ from their defaults.
    pub overrides: &'static [Override],
    /// What is compared with the baseline.
    pub scenarios: &'static [TemplateScenario],
}

/// A parameter with another value than its default.
#[derive(Debug)]
pub struct Override {
    /// The parameter's key.
    pub key: &'static str,
    /// The value.
    pub value: Value,
    /// How well founded it is.
    pub basis: Basis,
    /// Where it comes from.
    pub source: &'static str,
}

/// A scenario of a template.
#[derive(Debug)]
pub struct TemplateScenario {
    /// Name.
    pub name: Text,
    /// Its rows.
    pub edits: &'static [TemplateEdit],
}

/// One row of a scenario.
#[derive(Debug)]
pub struct TemplateEdit {
    /// A key, a table cell, or `include`.
    pub target: &'static str,
    /// What it is set to.
    pub to: SetTo,
    /// Why.
    pub why: Text,
}

/// What an edit of a template sets.
#[derive(Debug)]
pub enum SetTo {
    /// A value.
    Value(Value),
    /// The name of the scenario that is included.
    Scenario(Text),
}

/// All templates, in the order in which they are listed.
pub static TEMPLATES: &[&Template] = &[&DEAL_REGISTRATION];

/// The template with a name.
pub fn template(name: &str) -> Option<&'static Template> {
    TEMPLATES.iter().copied().find(|template| template.name == name)
}

/// The day that input workbooks carry, so that the same version writes the same bytes on any day.
const CREATED: Date = Date { year: 2017, month: 2, day: 1 };

/// The input workbook of a template.
pub fn book(template: &Template, language: Language) -> InputBook {
    let levels = tables::level_names(language);
    let mut names = Vec::new();
    let parameters = parameters::parameters(template, &levels, language, &mut names);
    let scenarios = scenarios::sheet(template, &parameters, language);
    let mut sheets = vec![guide::sheet(template, language), parameters];
    sheets.extend(TABLES.iter().map(|table| tables::sheet(table, &levels, language)));
    sheets.push(scenarios);
    sheets.push(parameters::settings(template, &levels, language, &mut names));
    InputBook {
        title: template.title.lang(language).to_owned(),
        subject: template.about.lang(language).to_owned(),
        created: CREATED,
        sheets,
        names,
    }
}

/// A row with one text.
fn one_line(text: &str, look: Look) -> Vec<InputCell> {
    vec![InputCell::text(text, look)]
}

#[cfg(test)]
mod tests;
