//! Rows become sets, and sets of one start become a workout.

use std::collections::{BTreeMap, HashMap};

use csv::StringRecord;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::cells::{self, Said};
use super::columns::{Column, Columns};
use super::lines::Lines;
use super::{Format, ReadSet, Reading, Refusal, Sheet, Workout, spread};
use crate::domain::session::SetKind;

/// Most characters of a workout's notes, a set's note, an exercise's name.
const LONGEST: (usize, usize, usize) = (2000, 500, 100);

/// A row that is a set, with what it says of its workout.
struct Row {
    start: Timestamp,
    end: Option<Timestamp>,
    title: Option<String>,
    description: Option<String>,
    set: ReadSet,
}

/// What is known of a workout so far.
struct Open {
    start: Timestamp,
    end: Option<Timestamp>,
    title: Option<String>,
    description: Option<String>,
    sets: Vec<ReadSet>,
    /// The note last seen of each exercise: it is repeated on every row.
    notes: HashMap<String, Option<String>>,
}

/// What is known of a file before its rows are read.
pub struct File<'a> {
    /// Which column is which.
    pub columns: &'a Columns,
    /// What the rows cannot say themselves.
    pub reading: &'a Reading,
    /// Where rows stand.
    pub lines: &'a Lines<'a>,
    /// The line on which a quote opens that is never closed: it makes one row of all that follows.
    pub open_quote: Option<u64>,
}

impl File<'_> {
    /// Reads every row.
    pub fn gather<R: std::io::Read>(&self, records: csv::StringRecordsIter<'_, R>) -> Sheet {
        let format = self.columns.format;
        let mut sheet = Sheet { format, workouts: Vec::new(), refused: Vec::new(), rows: 0, ignored: 0 };
        let mut open: BTreeMap<i64, Open> = BTreeMap::new();
        let mut records = records.peekable();
        while let Some(record) = records.next() {
            sheet.rows += 1;
            let open_quote = self.open_quote.filter(|_| records.peek().is_none());
            let record = record.map_err(|error| self.broken(&error));
            match record.and_then(|record| self.row(&record, open_quote)) {
                Ok(Some(row)) => place(&mut open, row),
                Ok(None) => sheet.ignored += 1,
                Err(refusal) => sheet.refused.push(refusal),
            }
        }
        sheet.workouts = open.into_values().map(|open| open.close(&self.reading.zone)).collect();
        sheet
    }

    fn line(&self, position: Option<&csv::Position>) -> u64 {
        position.map_or(0, |position| self.lines.of_row(position.byte()))
    }

    fn broken(&self, error: &csv::Error) -> Refusal {
        let line = self.line(error.position());
        Refusal { line, column: String::new(), reason: format!("The row cannot be read: {error}.") }
    }

    /// None for a row that is no set.
    fn row(&self, row: &StringRecord, open_quote: Option<u64>) -> Result<Option<Row>, Refusal> {
        let cells = Cells { row, columns: self.columns, line: self.line(row.position()) };
        match open_quote {
            Some(line) => Err(cells.whole_row(&never_closed(line))),
            None => read(&cells, self.reading),
        }
    }
}

/// Why a row, or the header, is not taken.
pub fn never_closed(line: u64) -> String {
    format!("A quote opens on line {line} and is never closed, so what follows it cannot be read.")
}

/// One row's cells.
struct Cells<'a> {
    row: &'a StringRecord,
    columns: &'a Columns,
    /// Where the row begins, from 1.
    line: u64,
}

impl Cells<'_> {
    fn text(&self, column: Column) -> &str {
        self.columns.cell(self.row, column)
    }

    /// A cell's value, or the refusal that names its column.
    fn value<T>(&self, column: Column, read: impl FnOnce(&str) -> Said<T>) -> Result<T, Refusal> {
        read(self.text(column)).map_err(|reason| Refusal {
            line: self.line,
            column: self.columns.name(column),
            reason,
        })
    }

    fn whole_row(&self, reason: &str) -> Refusal {
        Refusal { line: self.line, column: String::new(), reason: reason.to_owned() }
    }
}

/// None for a row that is no set.
fn read(cells: &Cells<'_>, reading: &Reading) -> Result<Option<Row>, Refusal> {
    let Some(kind) = cells.value(Column::Kind, cells::kind)? else { return Ok(None) };
    let moment = |text: &str| cells::moment(text, &reading.zone, reading.now);
    let start = cells.value(Column::Start, moment)?;
    let end = match cells.text(Column::End) {
        "" => cells::duration(cells.text(Column::Duration)).and_then(|took| start.checked_add(took).ok()),
        _ => Some(cells.value(Column::End, moment)?),
    };
    Ok(Some(Row {
        start,
        end,
        title: cells::words(cells.text(Column::Title), LONGEST.2),
        description: cells::words(cells.text(Column::Description), LONGEST.0),
        set: set(cells, kind, start, reading)?,
    }))
}

fn set(cells: &Cells<'_>, kind: SetKind, at: Timestamp, reading: &Reading) -> Result<ReadSet, Refusal> {
    let exercise = cells.value(Column::Exercise, exercise)?;
    let units = cells.value(Column::WeightUnit, cells::unit)?;
    let units = units.or(cells.columns.units).unwrap_or(reading.units);
    let weight_kg = cells.value(Column::Weight, |text| cells::weight(text, units))?;
    let (reps, seconds) = counted(cells, weight_kg)?;
    let rpe = cells.value(Column::Rpe, cells::rpe)?;
    Ok(ReadSet {
        line: cells.line,
        exercise,
        kind,
        weight_kg,
        reps,
        seconds,
        rpe,
        note: cells::words(cells.text(Column::Note), LONGEST.1),
        at,
    })
}

/// Repetitions and seconds. A 0 is no duration; Strong writes it for whatever was not counted, so that
/// no repetitions are only believed of a load that did not move.
fn counted(cells: &Cells<'_>, weight_kg: f64) -> Result<(Option<u16>, Option<u32>), Refusal> {
    let reps = cells.value(Column::Reps, cells::reps)?;
    let seconds = cells.value(Column::Seconds, cells::seconds)?.filter(|seconds| *seconds > 0);
    let far = cells::number(cells.text(Column::Distance)).ok().flatten().is_some_and(|far| far > 0.0);
    let absent = seconds.is_some() || (cells.columns.format == Format::Strong && (far || weight_kg == 0.0));
    let reps = reps.filter(|reps| *reps > 0 || !absent);
    match (reps, seconds) {
        (None, None) if far => {
            Err(cells.whole_row("It has a distance alone; repetitions or seconds are kept."))
        }
        (None, None) => Err(cells.whole_row("It has neither repetitions nor seconds.")),
        counted => Ok(counted),
    }
}

fn exercise(text: &str) -> Said<String> {
    let fits = (1..=LONGEST.2).contains(&text.chars().count()) && !text.chars().any(char::is_control);
    let reason = || format!("The exercise's name must have 1 to {} characters.", LONGEST.2);
    fits.then(|| text.to_owned()).ok_or_else(reason)
}

/// A workout is known by the minute it began in: no one begins two.
fn place(open: &mut BTreeMap<i64, Open>, row: Row) {
    let Row { start, end, title, description, mut set } = row;
    let workout = open.entry(start.as_second().div_euclid(60)).or_insert_with(|| Open {
        start,
        end: None,
        title: None,
        description: None,
        sets: Vec::new(),
        notes: HashMap::new(),
    });
    workout.start = workout.start.min(start);
    workout.end = workout.end.max(end);
    workout.title = workout.title.take().or(title);
    workout.description = workout.description.take().or(description);
    let before = workout.notes.insert(set.exercise.clone(), set.note.clone());
    if before.is_some_and(|before| before == set.note) {
        set.note = None;
    }
    workout.sets.push(set);
}

impl Open {
    /// Spreads the sets over the time the workout took, in their order.
    fn close(mut self, zone: &TimeZone) -> Workout {
        let end = spread::believed(self.start, self.end);
        let step = spread::step(self.start, end, self.sets.len(), zone);
        let mut at = self.start;
        for set in &mut self.sets {
            at = at.checked_add(step).unwrap_or(at);
            set.at = at;
        }
        Workout {
            started_at: self.start,
            ended_at: end.unwrap_or(at).max(at),
            notes: notes(self.title, self.description),
            sets: self.sets,
        }
    }
}

/// The name that programs give a workout by themselves says nothing.
fn notes(title: Option<String>, description: Option<String>) -> Option<String> {
    let title = title.filter(|title| !title.eq_ignore_ascii_case("workout"));
    match (title, description) {
        (Some(title), Some(text)) => cells::words(&format!("{title}\n{text}"), LONGEST.0),
        (title, description) => title.or(description),
    }
}
