//! Rows become sets, and sets of one start become a workout.

use std::collections::{BTreeMap, HashMap};

use csv::StringRecord;
use jiff::{SignedDuration, Timestamp};

use super::cells::{self, Said};
use super::columns::{Column, Columns};
use super::{ReadSet, Reading, Refusal, Sheet, Workout};
use crate::domain::session::SetKind;

/// From one set to the next where the file does not say how long a workout took.
const A_SET: SignedDuration = SignedDuration::from_mins(3);
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

/// Reads every row.
pub fn gather<R: std::io::Read>(
    records: csv::StringRecordsIter<'_, R>,
    columns: &Columns,
    reading: &Reading,
) -> Sheet {
    let mut sheet =
        Sheet { format: columns.format, workouts: Vec::new(), refused: Vec::new(), rows: 0, ignored: 0 };
    let mut open: BTreeMap<i64, Open> = BTreeMap::new();
    for record in records {
        sheet.rows += 1;
        match record.map_err(|error| broken(&error)).and_then(|record| read(&record, columns, reading)) {
            Ok(Some(row)) => place(&mut open, row),
            Ok(None) => sheet.ignored += 1,
            Err(refusal) => sheet.refused.push(refusal),
        }
    }
    sheet.workouts = open.into_values().map(Open::close).collect();
    sheet
}

fn broken(error: &csv::Error) -> Refusal {
    let line = error.position().map_or(0, csv::Position::line);
    Refusal { line, column: String::new(), reason: format!("The row cannot be read: {error}.") }
}

/// One row's cells.
struct Cells<'a> {
    row: &'a StringRecord,
    columns: &'a Columns,
}

impl Cells<'_> {
    fn text(&self, column: Column) -> &str {
        self.columns.cell(self.row, column)
    }

    fn line(&self) -> u64 {
        self.row.position().map_or(0, csv::Position::line)
    }

    /// A cell's value, or the refusal that names its column.
    fn value<T>(&self, column: Column, read: impl FnOnce(&str) -> Said<T>) -> Result<T, Refusal> {
        read(self.text(column)).map_err(|reason| Refusal {
            line: self.line(),
            column: self.columns.name(column),
            reason,
        })
    }

    fn whole_row(&self, reason: &str) -> Refusal {
        Refusal { line: self.line(), column: String::new(), reason: reason.to_owned() }
    }
}

/// None for a row that is no set.
fn read(row: &StringRecord, columns: &Columns, reading: &Reading) -> Result<Option<Row>, Refusal> {
    let cells = Cells { row, columns };
    let Some(kind) = cells.value(Column::Kind, cells::kind)? else { return Ok(None) };
    let moment = |text: &str| cells::moment(text, &reading.zone, reading.now);
    let start = cells.value(Column::Start, moment)?;
    let end = match cells.text(Column::End) {
        "" => cells::duration(cells.text(Column::Duration)).and_then(|took| start.checked_add(took).ok()),
        _ => Some(cells.value(Column::End, moment)?),
    };
    Ok(Some(Row {
        start,
        end: end.filter(|end| *end > start),
        title: cells::words(cells.text(Column::Title), LONGEST.2),
        description: cells::words(cells.text(Column::Description), LONGEST.0),
        set: set(&cells, kind, start, reading)?,
    }))
}

fn set(cells: &Cells<'_>, kind: SetKind, at: Timestamp, reading: &Reading) -> Result<ReadSet, Refusal> {
    let exercise = cells.value(Column::Exercise, exercise)?;
    let units = cells.value(Column::WeightUnit, cells::unit)?;
    let units = units.or(cells.columns.units).unwrap_or(reading.units);
    let weight_kg = cells.value(Column::Weight, |text| cells::weight(text, units))?;
    let reps = cells.value(Column::Reps, cells::reps)?;
    let seconds = cells.value(Column::Seconds, cells::seconds)?;
    let rpe = cells.value(Column::Rpe, cells::rpe)?;
    if reps.is_none() && seconds.is_none() {
        let far = cells::number(cells.text(Column::Distance)).ok().flatten().is_some_and(|far| far > 0.0);
        return Err(cells.whole_row(if far {
            "It has a distance alone; repetitions or seconds are kept."
        } else {
            "It has neither repetitions nor seconds."
        }));
    }
    Ok(ReadSet {
        line: cells.line(),
        exercise,
        kind,
        weight_kg,
        reps: reps.filter(|reps| *reps > 0 || seconds.is_none()),
        seconds,
        rpe,
        note: cells::words(cells.text(Column::Note), LONGEST.1),
        at,
    })
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
    fn close(mut self) -> Workout {
        let count = i32::try_from(self.sets.len()).unwrap_or(i32::MAX).max(1);
        let known = self.end.map(|end| end.duration_since(self.start) / count);
        let each = known.unwrap_or(A_SET).max(SignedDuration::from_millis(1));
        let mut at = self.start;
        for set in &mut self.sets {
            at = at.checked_add(each).unwrap_or(at);
            set.at = at;
        }
        Workout {
            started_at: self.start,
            ended_at: self.end.unwrap_or(at).max(at),
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
