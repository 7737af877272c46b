//! The sheet of past opportunities, a row each, every problem located.

use std::collections::BTreeSet;

use crate::check::MOST_SEGMENTS;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::inputs::heading::{Columns, Heading};
use crate::inputs::settle;
use crate::programme::Programme;
use crate::say;
use crate::schema::value::text;
use crate::schema::words::{folded, nearest};
use crate::schema::{Text, Value};
use crate::sheet::{Cell, Grid, Row, Sheet};
use crate::units::Money;

mod columns;

use columns::{ACCOUNT, BIDDERS, DATE, GRANTED, LAST_ORDER, LEVEL, LIST, PARTNER, PRICE, REQUESTED, SEGMENT, WON};
pub use columns::{COLUMNS, LogColumn, Need};

/// The name of the sheet.
pub const LOG: Text = text("Log", "Journal");

/// The fewest opportunities that anything is estimated from.
pub const FEWEST: usize = 30;
/// The most opportunities of a log.
const MOST: usize = 500_000;
/// Days of a month of the model.
const MONTH_DAYS: f64 = 365.0 / 12.0;

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
    let is_log = |sheet: &&Sheet| [LOG.en, LOG.fr].iter().any(|name| folded(name) == folded(&sheet.name));
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

struct Reader<'a> {
    sheet: &'a Sheet,
    columns: &'a Columns,
    base: &'a Programme,
    /// Words that were refused: each is told once, not in every row.
    told: BTreeSet<String>,
    /// The base's segments, then others as they occur.
    segments: Vec<String>,
    /// Accounts and partners.
    names: [BTreeSet<String>; 2],
}

impl Reader<'_> {
    fn refuse(
        &self,
        id: &'static str,
        row: &Row,
        place: usize,
        message: String,
        hint: String,
        found: &mut Diagnostics,
    ) {
        let at = self.sheet.cell(row.number, self.columns.place(place).unwrap_or(0));
        found.push(Diagnostic::error(id, message).at(&at).hint(hint));
    }

    /// The value of a cell; `None` if it is blank or refused, and the second says which.
    fn value(&self, row: &Row, place: usize, found: &mut Diagnostics) -> (Option<Value>, bool) {
        let column = &COLUMNS[place];
        let at = self.sheet.cell(row.number, self.columns.place(place).unwrap_or(0));
        match self.columns.cell(row, place) {
            // What a spreadsheet's export leaves of a blank.
            Some(Cell::Text(words)) if words.trim().is_empty() && column.need != Need::Cells => (None, true),
            Some(cell) => {
                let value = settle(column.kind.read(cell), self.columns.heading(place), &at, found);
                let sound = value.is_some();
                (value, sound)
            }
            None if column.need == Need::Cells => {
                found.push(
                    Diagnostic::error(
                        "missing-value",
                        say!("{name} must be filled in", name = self.columns.heading(place)),
                    )
                    .at(&at)
                    .hint(say!(
                        "{help} Allowed: {allowed}.",
                        help = column.help.said(),
                        allowed = column.kind.allowed()
                    )),
                );
                (None, false)
            }
            None => (None, true),
        }
    }

    fn opportunity(&mut self, row: &Row, found: &mut Diagnostics) -> Option<Opportunity> {
        let cells: Vec<(Option<Value>, bool)> = (0..COLUMNS.len()).map(|place| self.value(row, place, found)).collect();
        let sound = cells.iter().all(|(_, sound)| *sound);
        let mut values: Vec<Option<Value>> = cells.into_iter().map(|(value, _)| value).collect();
        let mut take = |place: usize| values.get_mut(place).and_then(Option::take);
        for (names, place) in self.names.iter_mut().zip([ACCOUNT, PARTNER]) {
            names.extend(take(place).map(Value::name));
        }
        let segment = take(SEGMENT).and_then(|name| self.segment(row, &name.name(), found));
        let level = take(LEVEL).and_then(|name| self.level(row, &name.name(), found));
        if !sound {
            return None;
        }
        let day = take(DATE)?.date().excel_serial();
        let last_order = take(LAST_ORDER).map(|date| date.date().excel_serial());
        let (requested, granted, won) = (take(REQUESTED)?.yes(), take(GRANTED)?.yes(), take(WON)?.yes());
        let price = take(PRICE).map(Value::money);
        if last_order.is_some_and(|last| last > day) {
            let message = say!("the account's last order is after the opportunity");
            let hint = say!("enter the last order before it, or leave the cell blank for a new account");
            self.refuse("order-after-deal", row, LAST_ORDER, message, hint, found);
        }
        if granted && !requested {
            let message = say!("a quotation was granted that nobody requested");
            self.refuse("grant-without-request", row, GRANTED, message, say!("correct one of the two cells"), found);
        }
        match (won, price) {
            (true, None) => {
                let hint = say!("enter what the customer paid, or no in the column won");
                self.refuse("sale-without-price", row, PRICE, say!("the deal was won, but has no price"), hint, found);
            }
            (false, Some(_)) => {
                let hint = say!("empty the cell, or enter yes in the column won");
                self.refuse("price-without-sale", row, PRICE, say!("the deal was lost, but has a price"), hint, found);
            }
            _ => {}
        }
        Some(Opportunity {
            day,
            segment: segment?,
            list: take(LIST)?.money(),
            level: level?,
            bidders: take(BIDDERS)?.count() as usize,
            months_since_order: last_order.map(|last| (day - last) as f64 / MONTH_DAYS),
            requested,
            granted,
            price,
        })
    }

    fn level(&mut self, row: &Row, name: &str, found: &mut Diagnostics) -> Option<usize> {
        let levels = &self.base.levels;
        let level = levels.iter().position(|level| folded(&level.name) == folded(name));
        if level.is_none() && self.told.insert(format!("level {}", folded(name))) {
            let names = levels.iter().map(|level| level.name.as_str());
            let hint = match nearest(name, names.clone()) {
                Some(near) => say!("did you mean {near}?", near),
                None => say!(
                    "the levels are {names}; give others in a workbook with --base",
                    names = names.collect::<Vec<_>>().join(", ")
                ),
            };
            let message = say!("there is no level \"{name}\"", name);
            self.refuse("unknown-level", row, LEVEL, message, hint, found);
        }
        level
    }

    fn segment(&mut self, row: &Row, name: &str, found: &mut Diagnostics) -> Option<usize> {
        if let Some(known) = self.segments.iter().position(|segment| folded(segment) == folded(name)) {
            return Some(known);
        }
        if let Some(near) = nearest(name, self.base.segments.iter().map(|segment| segment.name.as_str())) {
            if self.told.insert(format!("segment {}", folded(name))) {
                let message = say!("there is no segment \"{name}\"", name);
                let hint = say!("did you mean {near}? if not, list it in a workbook given with --base", near);
                self.refuse("unknown-segment", row, SEGMENT, message, hint, found);
            }
            return None;
        }
        if self.segments.len() >= MOST_SEGMENTS {
            if self.told.insert("segments".to_owned()) {
                let message = say!("segment: base and log have more than {most} segments", most = MOST_SEGMENTS);
                self.refuse("number-of-segments", row, SEGMENT, message, say!("join small ones under one name"), found);
            }
            return None;
        }
        self.segments.push(name.to_owned());
        Some(self.segments.len() - 1)
    }

    /// Leaves out the segments that do not occur.
    fn settle_segments(self, log: &mut Log) {
        let mut occurs = vec![false; self.segments.len()];
        for opportunity in &log.opportunities {
            occurs[opportunity.segment] = true;
        }
        let place: Vec<usize> = occurs
            .iter()
            .scan(0, |next, occurs| {
                let own = *next;
                *next += usize::from(*occurs);
                Some(own)
            })
            .collect();
        for opportunity in &mut log.opportunities {
            opportunity.segment = place[opportunity.segment];
        }
        let names = self.segments.into_iter().zip(&occurs).filter(|(_, occurs)| **occurs);
        log.segments = names.map(|(name, _)| name).collect();
        let [accounts, partners] = self.names;
        (log.accounts, log.partners) = (accounts.len(), partners.len());
    }
}
