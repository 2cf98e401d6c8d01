//! Rows become sets, and sets of one start become a workout.

use std::collections::{BTreeMap, HashMap};

use csv::StringRecord;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::cells::{self, Moment, Said};
use super::columns::Columns;
use super::importer::Column;
use super::lines::Lines;
use super::row::{Cells, LONGEST, Moments, Row};
use super::{Format, Identity, ReadSet, Reading, Refusal, Sheet, Workout, ours, spread};
use crate::domain::reason::Reason;
use crate::domain::session::SetKind;
use crate::reason;

/// What is known of a workout so far.
struct Open {
    identity: Identity,
    split_day: Option<String>,
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
    /// Where quotes open that are never closed: they make one row of several.
    pub unclosed: &'a [usize],
}

impl File<'_> {
    /// Reads every row.
    pub fn gather<R: std::io::Read>(&self, records: csv::StringRecordsIter<'_, R>) -> Sheet {
        let format = Format(self.columns.importer.id);
        let mut sheet = Sheet { format, workouts: Vec::new(), refused: Vec::new(), rows: 0, ignored: 0 };
        let mut open: BTreeMap<Place, Open> = BTreeMap::new();
        let mut moments = Moments::new(self.reading, self.columns.importer.dates);
        let mut records = records.peekable();
        while let Some(record) = records.next() {
            sheet.rows += 1;
            let next = records.peek().and_then(|next| byte(next.as_ref().ok()?.position()));
            let record = record.map_err(|error| self.broken(&error));
            match record.and_then(|record| self.row(&record, next, &mut moments)) {
                Ok(Some(row)) => place(&mut open, row),
                Ok(None) => sheet.ignored += 1,
                Err(refusal) => sheet.refused.push(refusal),
            }
        }
        sheet.workouts = open.into_values().map(|open| open.close(&self.reading.zone)).collect();
        sheet.workouts.sort_by_key(|workout| workout.started_at);
        sheet
    }

    /// The line of a quote that is never closed, in the row between two bytes.
    fn unclosed_in(&self, from: Option<usize>, next: Option<usize>) -> Option<u64> {
        let (from, next) = (from?, next.unwrap_or(usize::MAX));
        let at = self.unclosed.partition_point(|quote| *quote < from);
        self.unclosed.get(at).filter(|quote| **quote < next).map(|quote| self.lines.at(*quote))
    }

    fn line(&self, position: Option<&csv::Position>) -> u64 {
        position.map_or(0, |position| self.lines.of_row(position.byte()))
    }

    fn broken(&self, error: &csv::Error) -> Refusal {
        Refusal::of_row(self.line(error.position()), reason!("import_row_unreadable"))
    }

    /// None for a row that is no set.
    fn row(
        &self,
        row: &StringRecord,
        next: Option<usize>,
        moments: &mut Moments<'_>,
    ) -> Result<Option<Row>, Refusal> {
        let cells = Cells { row, columns: self.columns, line: self.line(row.position()) };
        match self.unclosed_in(byte(row.position()), next) {
            Some(line) => Err(cells.whole_row(never_closed(line))),
            None => read(&cells, moments),
        }
    }
}

fn byte(position: Option<&csv::Position>) -> Option<usize> {
    position.and_then(|position| usize::try_from(position.byte()).ok())
}

/// Why a row, or the header, is not taken.
pub fn never_closed(line: u64) -> Reason {
    reason!("import_quote_open", line = line)
}

/// None for a row that is no set.
fn read(cells: &Cells<'_>, moments: &mut Moments<'_>) -> Result<Option<Row>, Refusal> {
    let Some(kind) = cells.value(Column::Kind, |text| cells::kind(text, cells.columns.importer.kinds))?
    else {
        return Ok(None);
    };
    let start = cells.value(Column::Start, |text| moments.read(text))?;
    let end = match cells.text(Column::End) {
        "" => cells::duration(cells.text(Column::Duration)).and_then(|took| start.at.checked_add(took).ok()),
        _ => Some(cells.value(Column::End, |text| moments.read(text))?.at),
    };
    let row = Row {
        identity: identity(start),
        start: start.at,
        end,
        split_day: None,
        title: cells::words(cells.text(Column::Title), LONGEST.2),
        description: cells::words(cells.text(Column::Description), LONGEST.0),
        set: set(cells, kind, start.at, moments.reading)?,
    };
    if cells.text(Column::SessionId).is_empty() {
        Ok(Some(row))
    } else {
        ours::read(cells, row, moments).map(Some)
    }
}

fn identity(start: Moment) -> Identity {
    let utc = |civil: DateTime| civil.to_zoned(TimeZone::UTC).ok().map(|zoned| zoned.timestamp());
    match start.civil.and_then(utc) {
        Some(civil) => Identity::Civil(minute(civil)),
        None => Identity::Instant(minute(start.at)),
    }
}

fn minute(at: Timestamp) -> i64 {
    at.as_second().div_euclid(60)
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
        ours: None,
    })
}

/// Repetitions and seconds, as they are in an export of ours. Elsewhere a 0 is no duration; where a
/// program writes it for whatever was not counted, no repetitions are only believed of a load that did
/// not move.
fn counted(cells: &Cells<'_>, weight_kg: f64) -> Result<(Option<u16>, Option<u32>), Refusal> {
    let reps = cells.value(Column::Reps, cells::reps)?;
    let seconds = cells.value(Column::Seconds, cells::seconds)?;
    if !cells.text(Column::SetId).is_empty() && (reps.is_some() || seconds.is_some()) {
        return Ok((reps, seconds));
    }
    let seconds = seconds.filter(|seconds| *seconds > 0);
    let far = cells::number(cells.text(Column::Distance)).ok().flatten().is_some_and(|far| far > 0.0);
    let absent =
        seconds.is_some() || (cells.columns.importer.writes_zero_for_none && (far || weight_kg == 0.0));
    let reps = reps.filter(|reps| *reps > 0 || !absent);
    match (reps, seconds) {
        (None, None) if far => Err(cells.whole_row(reason!("import_distance_alone"))),
        (None, None) => Err(cells.whole_row(reason!("import_nothing_counted"))),
        counted => Ok(counted),
    }
}

fn exercise(text: &str) -> Said<String> {
    let fits = (1..=LONGEST.2).contains(&text.chars().count()) && !text.chars().any(char::is_control);
    fits.then(|| text.to_owned()).ok_or_else(|| reason!("import_exercise_name", most = LONGEST.2))
}

/// Rows of one workout share it: the session's id in an export of ours, else the minute they began in.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Minute(i64),
    Ours(String),
}

fn place(open: &mut BTreeMap<Place, Open>, row: Row) {
    let Row { identity, start, end, split_day, title, description, mut set } = row;
    let place = match &identity {
        Identity::Ours(id) => Place::Ours(id.clone()),
        Identity::Civil(_) | Identity::Instant(_) => Place::Minute(minute(start)),
    };
    let workout = open.entry(place).or_insert_with(|| Open {
        identity,
        split_day: None,
        start,
        end: None,
        title: None,
        description: None,
        sets: Vec::new(),
        notes: HashMap::new(),
    });
    workout.start = workout.start.min(start);
    workout.end = workout.end.max(end);
    workout.split_day = workout.split_day.take().or(split_day);
    workout.title = workout.title.take().or(title);
    workout.description = workout.description.take().or(description);
    if set.ours.is_none() {
        let before = workout.notes.insert(set.exercise.clone(), set.note.clone());
        set.note = set.note.filter(|note| before.flatten().as_ref() != Some(note));
    }
    workout.sets.push(set);
}

impl Open {
    /// Spreads the sets over the time the workout took, in their order; an export of ours says when each
    /// was lifted.
    fn close(mut self, zone: &TimeZone) -> Workout {
        let ours = matches!(self.identity, Identity::Ours(_));
        let end = if ours { self.end } else { spread::believed(self.start, self.end) };
        let step = spread::step(self.start, end, self.sets.len(), zone);
        let mut at = self.start;
        for set in self.sets.iter_mut().filter(|set| set.ours.is_none()) {
            at = at.checked_add(step).unwrap_or(at);
            set.at = at;
        }
        let last = self.sets.iter().map(|set| set.at).max().unwrap_or(at);
        Workout {
            identity: self.identity,
            started_at: self.start,
            ended_at: end.unwrap_or(last).max(if ours { self.start } else { last }),
            split_day: self.split_day,
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
