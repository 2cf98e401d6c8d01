//! A change as a person reads it: fields from → to, days with what goes, comes and stays with other
//! numbers, weekly sets before and after. It owns the words of a plan's diff; what differs is decided
//! by [`crate::domain::plan_diff`].

use serde::Serialize;

use super::numbers::number;
use super::{texts, vocabulary};
use crate::domain::plan_diff::{DayDiff, ExerciseLine, MuscleSets, PlanDiff};
use crate::domain::profile::Weekday;
use crate::domain::units;

/// A field before and after.
#[derive(Debug, Clone, Serialize)]
pub struct FieldChange {
    /// Which.
    pub name: String,
    /// Before.
    pub from: String,
    /// After.
    pub to: String,
}

/// A day that differs.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DayChange {
    /// `Upper A`.
    pub title: String,
    /// `new`, `moves from Monday to Tuesday`.
    pub words: String,
    /// What goes.
    pub removed: Vec<ChangeLine>,
    /// What comes.
    pub added: Vec<ChangeLine>,
    /// What stays with other numbers.
    pub changed: Vec<ChangeLine>,
}

/// One exercise of a change.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeLine {
    /// Its name.
    pub name: String,
    /// Its prescription, or what of it changes.
    pub detail: String,
}

/// Weekly sets of a muscle before and after, with the lengths of their bars (0 to 100).
#[derive(Debug, Clone, Serialize)]
pub struct Balance {
    /// Which.
    pub name: String,
    /// Before.
    pub before: String,
    /// After.
    pub after: String,
    /// Length before.
    pub before_width: String,
    /// Length after.
    pub after_width: String,
}

/// The split, where it changes.
#[must_use]
pub fn split_change(diff: &PlanDiff) -> Option<FieldChange> {
    let split = diff.split.as_ref()?;
    let (from, to) = (vocabulary::split(split.from.as_str()), vocabulary::split(split.to.as_str()));
    Some(FieldChange { name: texts::say("proposal-split").to_owned(), from, to })
}

/// What goes and what comes on a day, once it is worded.
#[must_use]
pub fn day_change(diff: DayDiff) -> DayChange {
    let line = |line: ExerciseLine| {
        let parts = [Some(line.prescription), line.note];
        ChangeLine { name: line.name, detail: parts.into_iter().flatten().collect::<Vec<_>>().join(", ") }
    };
    let changed = diff.changed.into_iter().map(|change| {
        let fields = change.fields.iter().map(|field| format!("{} → {}", field.from, field.to));
        ChangeLine { name: change.name, detail: fields.collect::<Vec<_>>().join("; ") }
    });
    let mut said = match diff.change.as_str() {
        "added" => vec![texts::say("proposal-day-new").to_owned()],
        "removed" => vec![texts::say("proposal-day-goes").to_owned()],
        _ => Vec::new(),
    };
    if let Some(weekday) = diff.weekday {
        said.push(weekday_change(weekday.from, weekday.to));
    }
    if let Some(focus) = diff.focus {
        said.push(texts::with("proposal-day-was", &[("focus", focus.from.into())]));
    }
    if said.is_empty() && diff.removed.is_empty() && diff.added.is_empty() {
        said.push(texts::say("proposal-day-same").to_owned());
    }
    if diff.reordered {
        said.push(texts::say("proposal-day-reordered").to_owned());
    }
    DayChange {
        title: diff.title,
        words: said.join(", "),
        removed: diff.removed.into_iter().map(line).collect(),
        added: diff.added.into_iter().map(line).collect(),
        changed: changed.collect(),
    }
}

/// When a day was and is: `moves from Monday to Tuesday`.
fn weekday_change(from: Option<Weekday>, to: Option<Weekday>) -> String {
    let [from, to] = [from, to].map(|weekday| weekday.map(|weekday| vocabulary::plain(weekday.as_str())));
    match (from, to) {
        (Some(from), Some(to)) => {
            texts::with("proposal-day-from-to", &[("from", from.into()), ("to", to.into())])
        }
        (None, Some(to)) => texts::with("proposal-day-on", &[("weekday", to.into())]),
        (Some(from), None) => texts::with("proposal-day-was-on", &[("weekday", from.into())]),
        (None, None) => String::new(),
    }
}

/// The muscles whose weekly sets change.
#[must_use]
pub fn balance(rows: &[MuscleSets]) -> Vec<Balance> {
    let moved: Vec<&MuscleSets> = rows.iter().filter(|row| (row.before - row.after).abs() > 0.01).collect();
    let most = moved.iter().map(|row| row.before.max(row.after)).fold(1.0, f64::max);
    let part = |sets: f64| units::number((sets / most * 100.0).clamp(0.0, 100.0), 1);
    let row = |row: &&MuscleSets| Balance {
        name: vocabulary::plain(row.muscle.as_str()),
        before: number(row.before, 1),
        after: number(row.after, 1),
        before_width: part(row.before),
        after_width: part(row.after),
    };
    moved.iter().map(row).collect()
}
