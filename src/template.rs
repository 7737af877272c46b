//! Ready-to-run input workbooks, each a view of the schema with scenarios of its own.
//!
//! [`mod@book`] describes the workbook without any spreadsheet engine; [`crate::sheet::write`] turns it into bytes.

use crate::inputs::GUIDE;
use crate::language::{Language, speaking};
use crate::programme::Date;
use crate::schema::{Basis, Group, Table, Text, Value};
use book::{Content, Figure, InputCell, Look};

pub mod book;

mod allowed;
pub mod calibrated;
mod compensation_tracks;
mod deal_registration;
mod entries;
mod full;
mod guide;
mod limits;
mod parameters;
mod provenance;
mod restructuring;
mod scenarios;
mod services_programme;
mod tables;
mod threshold_suspension;
mod uncertain;
mod uncertain_registration;

pub use book::InputBook;
pub use compensation_tracks::COMPENSATION_TRACKS;
pub use deal_registration::DEAL_REGISTRATION;
pub use full::FULL;
pub use restructuring::RESTRUCTURING;
pub use services_programme::SERVICES_PROGRAMME;
pub use threshold_suspension::THRESHOLD_SUSPENSION;
pub use uncertain::{TemplateInput, TemplateLaw, TemplateUncertainty};
pub use uncertain_registration::UNCERTAIN_REGISTRATION;

/// What a template starts from.
#[derive(Debug)]
pub struct Template {
    /// The name on the command line.
    pub name: &'static str,
    /// What the workbook is called.
    pub title: Text,
    /// What can be asked with it, in a sentence.
    pub about: Text,
    /// What its figures rest on, and what is left out: the lines of the guide.
    pub notes: &'static [Text],
    /// The parameters it shows, its own system first; all others keep their defaults.
    pub groups: &'static [&'static Group],
    /// The tables it has a sheet for, the levels among them; all others keep their default rows.
    pub tables: &'static [TemplateTable],
    /// Parameters and settings that differ from their defaults.
    pub overrides: &'static [Override],
    /// What is compared with the baseline.
    pub scenarios: &'static [TemplateScenario],
    /// What is uncertain, if anything is.
    pub uncertainty: Option<&'static TemplateUncertainty>,
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
    pub source: Text,
}

/// A table that a template has a sheet for.
#[derive(Debug)]
pub struct TemplateTable {
    /// The table.
    pub table: &'static Table,
    /// Its rows; `None` for the default rows.
    pub rows: Option<&'static [TemplateRow]>,
}

/// A row of a template's table.
#[derive(Debug)]
pub struct TemplateRow {
    /// Its values, in the order of the columns.
    pub values: &'static [Value],
    /// How well founded they are.
    pub basis: Basis,
    /// Where they come from.
    pub source: Text,
}

impl TemplateTable {
    /// The values of its rows.
    fn values(&self) -> impl Iterator<Item = &'static [Value]> {
        let default = if self.rows.is_some() { &[] } else { self.table.defaults };
        default.iter().copied().chain(self.rows.unwrap_or_default().iter().map(|row| row.values))
    }
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
    /// A change of what was there, such as `x 1.1`.
    Change(&'static str),
    /// The name of the scenario that is included.
    Scenario(Text),
}

/// All templates, in the order in which they are listed.
pub static TEMPLATES: &[&Template] = &[
    &DEAL_REGISTRATION,
    &THRESHOLD_SUSPENSION,
    &RESTRUCTURING,
    &COMPENSATION_TRACKS,
    &SERVICES_PROGRAMME,
    &FULL,
    &UNCERTAIN_REGISTRATION,
];

/// The template with a name.
pub fn template(name: &str) -> Option<&'static Template> {
    TEMPLATES.iter().copied().find(|template| template.name == name)
}

/// The day that input workbooks carry, so that the same version writes the same bytes on any day.
const CREATED: Date = Date { year: 2017, month: 2, day: 1 };

/// The input workbook of a template.
pub fn book(template: &Template, language: Language) -> InputBook {
    speaking(language, || filled(template, language))
}

fn filled(template: &Template, language: Language) -> InputBook {
    let offered = tables::names(template, language);
    let mut names = Vec::new();
    let parameters = parameters::parameters(template, &offered, language, &mut names);
    let scenarios = scenarios::sheet(template, &parameters, language);
    let mut sheets = vec![guide::sheet(template, &parameters, language), parameters];
    sheets.extend(template.tables.iter().map(|table| tables::sheet(table, &offered, language)));
    sheets.push(scenarios);
    sheets.extend(uncertain::sheets(template, language));
    sheets.extend(limits::sheets(template, language));
    sheets.push(parameters::settings(template, &offered, language, &mut names));
    InputBook {
        title: template.title.lang(language).to_owned(),
        subject: template.about.lang(language).to_owned(),
        created: CREATED,
        sheets,
        names,
        pages: Vec::new(),
    }
}

/// A row with one text.
fn one_line(text: &str, look: Look) -> Vec<InputCell> {
    vec![InputCell::text(text, look)]
}

/// The way back to the guide, in the row between a sheet's title and its headings.
fn to_guide(language: Language) -> Vec<InputCell> {
    let guide = GUIDE.lang(language);
    let link = Content::Link { words: format!("\u{2190} {guide}"), sheet: guide.to_owned(), row: 0 };
    vec![InputCell { content: link, look: Look::Back, note: None }]
}

#[cfg(test)]
mod tests;
