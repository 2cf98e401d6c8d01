//! One row of a file: its cells, and what it says of a set and of its workout.

use std::collections::HashMap;

use csv::StringRecord;
use jiff::Timestamp;

use super::cells::{self, Moment, Said};
use super::columns::Columns;
use super::importer::Column;
use super::{Identity, ReadSet, Reading, Refusal};
use crate::domain::reason::Reason;
use crate::domain::set_bounds::NOTE_CHARS;

/// Most characters of a workout's notes, a set's note, an exercise's name.
pub(super) const LONGEST: (usize, usize, usize) = (2000, NOTE_CHARS, 100);

/// A row that is a set, with what it says of its workout.
pub(super) struct Row {
    pub identity: Identity,
    pub start: Timestamp,
    pub end: Option<Timestamp>,
    pub split_day: Option<String>,
    pub title: Option<String>,
    pub description: Option<String>,
    pub set: ReadSet,
}

/// Moments that were read: every row of a workout repeats them.
pub(super) struct Moments<'a> {
    pub reading: &'a Reading,
    dates: &'static [&'static str],
    read: HashMap<String, Said<Moment>>,
}

impl<'a> Moments<'a> {
    pub fn new(reading: &'a Reading, dates: &'static [&'static str]) -> Self {
        Self { reading, dates, read: HashMap::new() }
    }

    pub fn read(&mut self, text: &str) -> Said<Moment> {
        if let Some(known) = self.read.get(text) {
            return known.clone();
        }
        let moment = cells::moment(text, self.dates, self.reading);
        self.read.insert(text.to_owned(), moment.clone());
        moment
    }
}

/// One row's cells.
pub(super) struct Cells<'a> {
    pub row: &'a StringRecord,
    pub columns: &'a Columns,
    /// Where the row begins, from 1.
    pub line: u64,
}

impl Cells<'_> {
    /// As it is.
    pub fn verbatim(&self, column: Column) -> &str {
        self.columns.cell(self.row, column)
    }

    /// Without the space around it.
    pub fn text(&self, column: Column) -> &str {
        self.verbatim(column).trim()
    }

    /// A cell's value, or the refusal that names its column.
    pub fn value<T>(&self, column: Column, read: impl FnOnce(&str) -> Said<T>) -> Result<T, Refusal> {
        let refused = |reason| Refusal::of_column(self.line, self.columns.name(column), reason);
        read(self.text(column)).map_err(refused)
    }

    pub fn whole_row(&self, reason: Reason) -> Refusal {
        Refusal::of_row(self.line, reason)
    }
}
