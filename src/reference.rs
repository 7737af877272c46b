//! The reference page, docs/reference.md: every parameter, table, setting and measure, as a view of their tables.

use std::fmt::Write;

use crate::calibrate::log::{COLUMNS, Need};
use crate::inputs::{GUARDRAILS, LEVERS, uncertain};
use crate::law::{FAMILIES, Family};
use crate::measures::{MEASURES, Unit};
use crate::schema::{GROUPS, Group, Parameter, TABLES, Table, Text, settings};
use crate::uncertainty;
use prose::{
    CORRELATIONS, DISTRIBUTIONS, GUARDRAILS_ABOUT, GUARDRAILS_COLUMNS, LEVERS_ABOUT, LEVERS_COLUMNS, LOG_ABOUT,
    PREAMBLE, UNCERTAIN_CELLS,
};

mod prose;

/// The page in Markdown.
pub fn markdown() -> String {
    let mut page = String::from(PREAMBLE);
    page.push_str("## Parameters\n\nThe sheet `Parameters`; scenarios name them by key.\n");
    for group in GROUPS {
        parameters(&mut page, "###", group);
    }
    page.push_str("\n## Tables\n\nOne sheet each. A column may be headed by its key or by its label.\n");
    for table in TABLES {
        columns(&mut page, table);
    }
    parameters(&mut page, "##", &settings::SETTINGS);
    distributions(&mut page);
    sheet(&mut page, LEVERS.en, LEVERS_ABOUT, LEVERS_COLUMNS);
    sheet(&mut page, GUARDRAILS.en, GUARDRAILS_ABOUT, GUARDRAILS_COLUMNS);
    log(&mut page);
    measures(&mut page);
    page
}

fn parameters(page: &mut String, level: &str, group: &Group) {
    heading(page, level, group.title.en);
    row(page, ["Key", "Label", "Unit", "Allowed", "Default", "Basis", "Source", "What it does"]);
    rule(page, 8);
    for parameter in group.parameters {
        let Parameter { key, label, help, unit, kind, default, basis, source, .. } = parameter;
        let key = format!("`{key}`");
        row(page, [&key, label.en, unit.en, &kind.allowed(), &default.shown(), basis.word(), source.en, help.en]);
    }
}

fn columns(page: &mut String, table: &Table) {
    heading(page, "###", table.sheet.en);
    page.push_str(table.help.en);
    match (table.editable, table.columns.get(1)) {
        (true, Some(column)) => {
            let _ = write!(page, " Scenarios name its cells as `{}[row].{}`.", table.sheet.en, column.key);
        }
        _ => page.push_str(" Scenarios cannot edit it."),
    }
    page.push_str("\n\n");
    row(page, ["Column", "Label", "Unit", "Allowed", "If blank", "What it does"]);
    rule(page, 6);
    for column in table.columns {
        let blank = column.default.as_ref().map_or("must be filled in".to_owned(), |value| value.shown());
        let key = format!("`{}`", column.key);
        row(page, [&key, column.label.en, column.unit.en, &column.kind.allowed(), &blank, column.help.en]);
    }
    default_rows(page, table);
}

/// A sheet whose rows are neither parameters nor entities.
fn sheet(page: &mut String, name: &str, about: &str, columns: &[[&str; 3]]) {
    heading(page, "##", name);
    page.push_str(about);
    page.push('\n');
    row(page, ["Column", "Allowed", "What it does"]);
    rule(page, 3);
    for [column, allowed, help] in columns {
        row(page, [&format!("`{column}`"), *allowed, *help]);
    }
}

/// The columns of a log of past opportunities.
fn log(page: &mut String) {
    heading(page, "##", "Log of past opportunities");
    page.push_str(LOG_ABOUT);
    row(page, ["Column", "Label", "In French", "Allowed", "May be left out", "What stands in it"]);
    rule(page, 6);
    for column in &COLUMNS {
        let blank = match column.need {
            Need::Cells => "no",
            Need::Heading => "cells of it",
            Need::Nothing => "the column",
        };
        let key = format!("`{}`", column.key);
        row(page, [&key, column.label.en, column.label.fr, &column.kind.allowed(), blank, column.help.en]);
    }
}

fn default_rows(page: &mut String, table: &Table) {
    let (basis, Text { en: source, .. }) = table.basis;
    if table.defaults.is_empty() {
        let _ = write!(page, "\nNo rows by default ({}: {source}).\n", basis.word());
        return;
    }
    let _ = write!(page, "\nDefault rows ({}: {source}):\n\n", basis.word());
    row(page, table.columns.iter().map(|column| format!("`{}`", column.key)));
    rule(page, table.columns.len());
    for values in table.defaults {
        row(page, values.iter().map(|value| value.shown()));
    }
}

fn measures(page: &mut String) {
    heading(page, "##", "Measures");
    row(page, ["Id", "Label", "Unit", "Owner", "Better", "What it is"]);
    rule(page, 6);
    for measure in MEASURES {
        let id = format!("`{}`", measure.id);
        let better = if measure.more_is_better { "more" } else { "less" };
        row(page, [&id, measure.label.en, unit(measure.unit), measure.owner.label().en, better, measure.help.en]);
    }
}

/// The families of distributions, and the sheets that name them.
fn distributions(page: &mut String) {
    heading(page, "##", "Distributions");
    page.push_str(DISTRIBUTIONS);
    row(page, ["Family", "In French", "Low, Mode, High alone", "The same by percentiles", "With its own parameters"]);
    rule(page, 5);
    for entry in FAMILIES {
        let alone = match entry.family {
            Family::Uniform => "Low and High are the ends; Mode stays blank.",
            Family::Triangular | Family::Pert => "Low and High are the ends, Mode is the most likely value.",
            Family::Binomial => "High is the number of trials; Low and Mode stay blank.",
            _ => entry.english.percentiles,
        };
        let own = format!("`{}`", uncertainty::own::example(entry.family));
        row(page, [entry.english.name, entry.french.name, alone, entry.english.percentiles, &own]);
    }
    page.push('\n');
    page.push_str(UNCERTAIN_CELLS);
    row(page, ["Column", "In French"]);
    rule(page, 2);
    for column in uncertain::HEADINGS {
        row(page, [column.label.en, column.label.fr]);
    }
    page.push_str(CORRELATIONS);
}

/// The words for a measure's unit.
fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Money => "currency",
        Unit::Fraction => "fraction",
        Unit::Count => "number",
        Unit::Days => "working days",
        Unit::Index => "index",
    }
}

fn heading(page: &mut String, level: &str, title: &str) {
    let _ = write!(page, "\n{level} {title}\n\n");
}

fn row<T: AsRef<str>>(page: &mut String, cells: impl IntoIterator<Item = T>) {
    for cell in cells {
        let _ = write!(page, "| {} ", cell.as_ref().replace('|', r"\|"));
    }
    page.push_str("|\n");
}

fn rule(page: &mut String, columns: usize) {
    page.push_str(&"|---".repeat(columns));
    page.push_str("|\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema;

    #[test]
    fn every_key_has_its_line() {
        let page = markdown();
        let keys = schema::parameters().chain(settings::SETTINGS.parameters).map(|parameter| parameter.key);
        let columns = TABLES.iter().flat_map(|table| table.columns).map(|column| column.key);
        let log = COLUMNS.iter().map(|column| column.key);
        for key in keys.chain(columns).chain(log).chain(MEASURES.iter().map(|measure| measure.id)) {
            assert!(page.contains(&format!("\n| `{key}` | ")), "{key}");
        }
    }

    #[test]
    fn every_family_has_its_line() {
        let page = markdown();
        for entry in FAMILIES {
            assert!(page.contains(&format!("\n| {} | {} | ", entry.english.name, entry.french.name)), "{}", entry.key);
        }
    }

    #[test]
    fn every_line_of_a_table_has_the_columns_of_its_heading() {
        let page = markdown();
        let mut columns = None;
        for line in page.lines() {
            let found = line.starts_with('|').then(|| line.replace(r"\|", "").matches('|').count());
            assert!(columns.is_none() || found.is_none() || found == columns, "{line}");
            columns = found;
        }
    }
}
