//! The sheet of past opportunities, a row each, every problem located.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::inputs::heading::{Columns, Heading};
use crate::programme::Programme;
use crate::say;
use crate::schema::value::text;
use crate::schema::words::{alike, nearest};
use crate::schema::{Text, Value};
use crate::sheet::{Grid, Sheet};
use crate::units::Money;

mod columns;
mod reader;

pub use columns::{COLUMNS, LogColumn, Need};
use reader::Reader;

/// The name of the sheet.
pub const LOG: Text = text("Log", "Journal");

/// The fewest opportunities that anything is estimated from.
pub const FEWEST: usize = 30;
/// The most opportunities of a log.
const MOST: usize = 500_000;

/// One opportunity of the past.
#[derive(Debug, Clone, PartialEq)]
pub struct Opportunity {
    /// Its day, as Excel counts days.
    pub day: i64,
    /// Its segment, by place in [`Log::segments`].
    pub segment: usize,
    /// List value.
    pub list: Money,
    /// Level of the originator, by place among the base's levels.
    pub level: usize,
    /// Bidders among the vendor's partners.
    pub bidders: usize,
    /// Months since the account's last order; `None` for a new account.
    pub months_since_order: Option<f64>,
    /// Whether a quotation was requested.
    pub requested: bool,
    /// Whether it was granted.
    pub granted: bool,
    /// What the customer paid; `None` if the deal was lost.
    pub price: Option<Money>,
}

/// The log.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Log {
    /// Its opportunities, in the order of the sheet.
    pub opportunities: Vec<Opportunity>,
    /// The segments: the base's that occur, in its order, then others as they first occur.
    pub segments: Vec<String>,
    /// How many accounts are named.
    pub accounts: usize,
    /// How many partners are named.
    pub partners: usize,
}

/// Reads the log of a workbook against the levels and segments of a base; problems and remarks are added to `found`.
pub fn read(grid: &Grid, base: &Programme, found: &mut Diagnostics) -> Log {
    let is_log = |sheet: &&Sheet| [LOG.en, LOG.fr].iter().any(|name| alike(name, &sheet.name));
    let Some(sheet) = grid.sheets.iter().find(is_log) else {
        let near = grid.sheets.iter().find(|sheet| nearest(&sheet.name, [LOG.en, LOG.fr]).is_some());
        let hint = match near.or(grid.sheets.first()) {
            Some(sheet) => say!("name the sheet of past opportunities Log; is it \"{sheet}\"?", sheet = sheet.name),
            None => say!("name the sheet of past opportunities Log"),
        };
        found.push(Diagnostic::error("no-log", say!("no sheet is called Log")).hint(hint));
        return Log::default();
    };
    let headings: Vec<Heading> =
        COLUMNS.iter().map(|column| Heading { key: column.key, label: column.label }).collect();
    let Some(columns) = Columns::find(sheet, &headings, found) else {
        if sheet.rows.is_empty() {
            found.push(too_few(sheet, 0, 0));
        }
        return Log::default();
    };
    let missing = COLUMNS
        .iter()
        .enumerate()
        .filter(|(place, column)| column.need != Need::Nothing && columns.place(*place).is_none());
    let mut complete = true;
    for (place, column) in missing {
        complete = false;
        found.push(
            Diagnostic::error(
                "missing-heading",
                say!("no column is headed \"{heading}\"", heading = headings[place].said()),
            )
            .at(&sheet.cell(columns.row, 0))
            .hint(say!("add the column: {help}", help = column.help.said())),
        );
    }
    if !complete {
        return Log::default();
    }
    let mut reader = Reader {
        sheet,
        columns: &columns,
        base,
        told: BTreeSet::new(),
        segments: base.segments.iter().map(|segment| segment.name.clone()).collect(),
        names: [BTreeSet::new(), BTreeSet::new()],
    };
    let mut log = Log::default();
    let mut rows = 0;
    for row in sheet.rows.iter().filter(|row| row.number > columns.row) {
        if (0..COLUMNS.len()).all(|place| columns.cell(row, place).is_none()) {
            continue;
        }
        rows += 1;
        if rows > MOST {
            let most = Value::Count(MOST as i64).shown();
            found.push(
                Diagnostic::error("too-many-rows", say!("a log has at most {most} opportunities", most))
                    .at(&sheet.cell(row.number, 0))
                    .hint(say!("keep the latest years")),
            );
            break;
        }
        log.opportunities.extend(reader.opportunity(row, found));
    }
    if rows < FEWEST && !found.has_errors() {
        found.push(too_few(sheet, columns.row, rows));
    }
    reader.settle_segments(&mut log);
    log
}

fn too_few(sheet: &Sheet, row: u32, rows: usize) -> Diagnostic {
    Diagnostic::error(
        "few-opportunities",
        say!("a log needs at least {least} opportunities, found {found}", least = FEWEST, found = rows),
    )
    .at(&sheet.cell(row, 0))
    .hint(say!("add earlier months: what few deals say is no better than an assumption"))
}
