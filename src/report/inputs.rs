//! `Inputs`: every value of the baseline, where it comes from and how well founded it is.

use crate::inputs::Target;
use crate::report::{Block, Cell, Column, Format, Page, Story, Table};
use crate::schema::{self, Column as SchemaColumn, Value};

/// The page.
pub fn page(story: &Story<'_>) -> Page {
    let programme = &story.inputs.programme;
    let mut rows = Vec::new();
    for parameter in schema::settings::SETTINGS.parameters.iter().chain(schema::parameters()) {
        let target = Target::Parameter(parameter.key);
        let value = (parameter.get)(programme);
        rows.push(row(story, &target, parameter.key.to_owned(), parameter.label.en, &value, parameter.unit.en));
    }
    let mut blocks = vec![Block::Table(table("inputs", rows))];
    for table_of in schema::TABLES {
        let mut rows = Vec::new();
        for at in 0..(table_of.len)(programme) {
            let name = (table_of.columns[0].get)(programme, at).shown();
            for column in &table_of.columns[1..] {
                let target = Target::Cell(table_of.sheet.en, at, column.key);
                let key = format!("{}[{name}].{}", table_of.sheet.en, column.key);
                rows.push(row(story, &target, key, column.label.en, &(column.get)(programme, at), unit(column)));
            }
        }
        if !rows.is_empty() {
            blocks.push(Block::Heading(table_of.sheet.en.to_owned()));
            blocks.push(Block::Table(table(&id(table_of.sheet.en), rows)));
        }
    }
    if !story.inputs.unread.is_empty() {
        blocks.push(Block::Text(format!(
            "Sheets of the workbook that are not the program's and were not read: {}.",
            story.inputs.unread.join(", ")
        )));
    }
    Page {
        name: "Inputs",
        title: "What the baseline assumes".to_owned(),
        subtitle: "Every value with the cell it came from; a default is the program's own, documented in its reference"
            .to_owned(),
        one_page: false,
        blocks,
    }
}

fn unit(column: &SchemaColumn) -> &'static str {
    if column.simulated { column.unit.en } else { "read, not simulated yet" }
}

fn id(sheet: &str) -> String {
    format!("inputs_{}", sheet.to_lowercase().replace(' ', "_"))
}

fn row(story: &Story<'_>, target: &Target, key: String, label: &str, value: &Value, unit: &str) -> Vec<Cell> {
    let origin = story.inputs.origins.get(target);
    let cell = origin.and_then(|origin| origin.cell.as_ref());
    let number = match value {
        Value::Money(_) => value.as_number().map(|number| Cell::Figure(number, Format::Cents)),
        Value::Rate(_) => value.as_number().map(|number| Cell::Figure(number, Format::Percent)),
        Value::Count(_) | Value::Number(_) => value.as_number().map(|number| Cell::Figure(number, Format::Plain)),
        Value::YesNo(_) | Value::Choice(_) | Value::Name(_) | Value::Date(_) => None,
    };
    vec![
        Cell::text(key),
        Cell::text(label),
        number.unwrap_or_else(|| Cell::text(value.shown())),
        Cell::text(unit),
        cell.map_or_else(|| Cell::text("default"), |cell| Cell::text(cell.to_string())),
        Cell::text(origin.and_then(|origin| origin.basis).map_or("", |basis| basis.word())),
        Cell::text(origin.map_or("", |origin| origin.source.as_str())),
    ]
}

fn table(id: &str, rows: Vec<Vec<Cell>>) -> Table {
    Table {
        id: id.to_owned(),
        columns: vec![
            Column::new("Key", Format::Plain, 34),
            Column::new("Name", Format::Plain, 38),
            Column::new("Value", Format::Plain, 14),
            Column::new("Unit", Format::Plain, 18),
            Column::new("Cell", Format::Plain, 18).note("Where the value stands in the input workbook."),
            Column::new("Basis", Format::Plain, 12).note("fact, derived or assumption."),
            Column::new("Source", Format::Plain, 44),
        ],
        rows,
        totals: None,
    }
}
