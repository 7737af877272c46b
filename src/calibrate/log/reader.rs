//! The rows of the log as opportunities: each cell by its kind, and what does not hold together in a row.

use std::collections::BTreeSet;

use super::columns::{
    ACCOUNT, BIDDERS, COLUMNS, DATE, GRANTED, LAST_ORDER, LEVEL, LIST, Need, PARTNER, PRICE, REQUESTED, SEGMENT, WON,
};
use super::{Log, Opportunity};
use crate::check::MOST_SEGMENTS;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::inputs::heading::Columns;
use crate::inputs::settle;
use crate::programme::Programme;
use crate::say;
use crate::schema::Value;
use crate::schema::words::{alike, folded, nearest};
use crate::sheet::{Cell, Row, Sheet};

/// Days of a month of the model.
const MONTH_DAYS: f64 = 365.0 / 12.0;

/// Reads the rows below the headings.
pub(super) struct Reader<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) columns: &'a Columns,
    pub(super) base: &'a Programme,
    /// Words that were refused: each is told once, not in every row.
    pub(super) told: BTreeSet<String>,
    /// The base's segments, then others as they occur.
    pub(super) segments: Vec<String>,
    /// Accounts and partners.
    pub(super) names: [BTreeSet<String>; 2],
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

    pub(super) fn opportunity(&mut self, row: &Row, found: &mut Diagnostics) -> Option<Opportunity> {
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
        let level = levels.iter().position(|level| alike(&level.name, name));
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
        if let Some(known) = self.segments.iter().position(|segment| alike(segment, name)) {
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
    pub(super) fn settle_segments(self, log: &mut Log) {
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
