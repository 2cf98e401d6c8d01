//! Reading the CSV exports of the programs in [`importers`]. Pure and total: any bytes give workouts, refused lines
//! with their reasons, or one sentence why the whole file cannot be read. Which exercise a name means
//! is [`names`]; what is written is the service's matter.

mod cells;
mod columns;
pub mod importer;
pub mod importers;
#[cfg(test)]
mod importers_test;
mod lines;
pub mod names;
#[cfg(test)]
mod names_test;
mod ours;
pub mod own;
mod row;
mod rows;
#[cfg(test)]
mod rows_test;
mod spread;
#[cfg(test)]
mod tests;
mod text;
mod words;

use std::borrow::Cow;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Error as _, Unexpected};
use serde::{Deserialize, Deserializer, Serialize};

use self::importer::Importer;
use self::importers::IMPORTERS;
use self::lines::{Lines, unclosed_quotes};
use super::profile::Units;
use super::reason::Reason;
use super::session::SetKind;
use crate::reason;

/// Which program wrote a file: the id of its importer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Format(pub &'static str);

impl<'de> Deserialize<'de> for Format {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let id = String::deserialize(deserializer)?;
        let known = IMPORTERS.iter().find(|importer| importer.id == id);
        known
            .map(|importer| Self(importer.id))
            .ok_or_else(|| D::Error::invalid_value(Unexpected::Str(&id), &"importer"))
    }
}

impl JsonSchema for Format {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Format".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let ids: Vec<_> = IMPORTERS.iter().map(|importer| importer.id).collect();
        json_schema!({"type": "string", "enum": ids})
    }
}

/// Why the whole file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable(pub Reason);

/// A line that was not taken, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Refusal {
    /// Where its row begins, from 1.
    pub line: u64,
    /// The column, as the file names it; empty where it is about the whole row.
    pub column: String,
    /// Why, as facts.
    pub reason: Reason,
    /// Why, in one plain sentence; empty until it is said to somebody.
    #[serde(default)]
    pub message: String,
}

impl Refusal {
    /// A line that is not taken, for what its cell of this column says.
    #[must_use]
    pub fn of_column(line: u64, column: String, reason: Reason) -> Self {
        Self { line, column, reason, message: String::new() }
    }

    /// A line that is not taken as a whole.
    #[must_use]
    pub fn of_row(line: u64, reason: Reason) -> Self {
        Self::of_column(line, String::new(), reason)
    }
}

/// What the rows cannot say themselves.
#[derive(Debug, Clone)]
pub struct Reading {
    /// Of weights whose column does not name a unit.
    pub units: Units,
    /// Times in the file are the person's own.
    pub zone: TimeZone,
    /// The moment; nothing was lifted much later than it.
    pub now: Timestamp,
}

/// A set as the file has it.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadSet {
    /// Where its row begins, from 1.
    pub line: u64,
    /// The exercise, by the file's name for it.
    pub exercise: String,
    /// What it was for.
    pub kind: SetKind,
    /// External load, kilograms.
    pub weight_kg: f64,
    /// Repetitions.
    pub reps: Option<u16>,
    /// Seconds.
    pub seconds: Option<u32>,
    /// 1 to 10 in halves.
    pub rpe: Option<f64>,
    /// In the person's words.
    pub note: Option<String>,
    /// When it was lifted, as far as the file tells: spread over the workout.
    pub at: Timestamp,
    /// What only an export of ours says of it.
    pub ours: Option<OurSet>,
}

/// What only an export of ours says of a set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OurSet {
    /// Its id, of whichever account it was exported from.
    pub id: String,
    /// Which set of its exercise it was.
    pub set_index: Option<u16>,
    /// It hurt.
    pub pain: bool,
}

/// What tells a workout from all others, whatever the person's time zone is when the file is read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Identity {
    /// The minute that the file writes, counted as if its clock were UTC's: no one begins two.
    Civil(i64),
    /// The minute of a file that tells moments themselves.
    Instant(i64),
    /// The session's id in an export of ours, of whichever account.
    Ours(String),
}

/// One workout of the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Workout {
    /// What tells it from all others.
    pub identity: Identity,
    /// When it began.
    pub started_at: Timestamp,
    /// When it ended; estimated where the file does not say.
    pub ended_at: Timestamp,
    /// The plan's day, which only an export of ours says.
    pub split_day: Option<String>,
    /// Its name and what was written under it.
    pub notes: Option<String>,
    /// In the order of the file.
    pub sets: Vec<ReadSet>,
}

/// Everything that a file holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Which program wrote it.
    pub format: Format,
    /// Oldest first.
    pub workouts: Vec<Workout>,
    /// Lines that were not taken.
    pub refused: Vec<Refusal>,
    /// Rows below the header.
    pub rows: usize,
    /// Rows that are no sets, such as rest timers.
    pub ignored: usize,
}

/// Reads a file of any program that is known.
pub fn read(bytes: &[u8], reading: &Reading) -> Result<Sheet, Unreadable> {
    read_by(IMPORTERS, bytes, reading)
}

/// Reads a file by the first of these importers that knows its header.
fn read_by(importers: &[&'static Importer], bytes: &[u8], reading: &Reading) -> Result<Sheet, Unreadable> {
    let text = text::decode(bytes)?;
    let delimiter = text::delimiter(text);
    let mut rows = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    let lines = Lines::of(text.as_bytes());
    let unclosed = unclosed_quotes(text.as_bytes(), delimiter);
    // What is read is UTF-8 and in memory: nothing that the reader could say of it would help anyone.
    let header = rows.headers().map_err(|_| Unreadable(reason!("import_header_unreadable")))?.clone();
    match unclosed.first() {
        Some(quote) if (*quote as u64) < rows.position().byte() => {
            return Err(Unreadable(rows::never_closed(lines.at(*quote))));
        }
        _ => {}
    }
    let columns = columns::Columns::of(&header, importers)?;
    let file = rows::File { columns: &columns, reading, lines: &lines, unclosed: &unclosed };
    Ok(file.gather(rows.records()))
}
