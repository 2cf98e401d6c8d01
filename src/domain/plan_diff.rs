//! What changes between two plans, for a person to read before they confirm: days, exercises and
//! their numbers, weekly sets for each muscle. It compares and keeps what stood before and after;
//! `wording` makes words of it, and whether a change is allowed is for [`crate::domain::rules`].

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::catalogue::Catalogue;
use super::exercise::{ExerciseId, Muscle, vocabulary};
use super::plan::{PlanDoc, PlannedDay, PlannedExercise, Split};
use super::plan_math::sets_per_muscle;
use super::profile::Weekday;

mod prescription;
pub use prescription::Prescription;

vocabulary! {
    /// What became of a day.
    DayChange { Added = "added", Removed = "removed", Changed = "changed" }
}

vocabulary! {
    /// Which number or text of an exercise changed.
    ExerciseField {
        Sets = "sets", Reps = "reps", Rpe = "rpe", Rest = "rest", Weight = "weight", Group = "group",
        Note = "note",
    }
}

/// A value before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Change<T> {
    /// Before.
    pub from: T,
    /// After.
    pub to: T,
}

/// One field of an exercise before and after. Its values stand in the exercise's `values`; the words
/// (`3 sets`, `6–10 reps`) are made of them for whom it is said to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FieldChange {
    /// Which.
    pub field: ExerciseField,
    /// Before, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub from: String,
    /// After, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub to: String,
}

/// An exercise that comes or goes, with its prescription in one line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ExerciseLine {
    /// Which exercise.
    pub exercise_id: ExerciseId,
    /// Its name; the id where the catalogue does not know it.
    pub name: String,
    /// In words: `3 sets of 6–10 reps at RPE 8, rest 2:00`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub prescription: String,
    /// Its note in words: `note “slow down”`. Apart from the numbers, since it is somebody's own.
    #[serde(default)]
    pub note: Option<String>,
    /// What the words are made of; none in what was stored in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub values: Option<Prescription>,
}

/// An exercise that stays with other numbers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ExerciseChange {
    /// Which exercise.
    pub exercise_id: ExerciseId,
    /// Its name.
    pub name: String,
    /// At least one change.
    pub fields: Vec<FieldChange>,
    /// What the words are made of; none in what was stored in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub values: Option<Change<Prescription>>,
}

/// One day that differs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DayDiff {
    /// The day's key.
    pub day: String,
    /// What it is about, after the change (before it, for a removed day).
    pub title: String,
    /// Added, removed or changed.
    pub change: DayChange,
    /// Its weekday, where that moved.
    pub weekday: Option<Change<Option<Weekday>>>,
    /// Its focus, where that changed.
    pub focus: Option<Change<String>>,
    /// Exercises that come.
    pub added: Vec<ExerciseLine>,
    /// Exercises that go.
    pub removed: Vec<ExerciseLine>,
    /// Exercises that stay with other numbers.
    pub changed: Vec<ExerciseChange>,
    /// The exercises that stay are in another order.
    pub reordered: bool,
}

impl DayDiff {
    /// Null and the exercise's own rest, written out, are the same to a person.
    fn says_something(&self) -> bool {
        let lists = !self.added.is_empty() || !self.removed.is_empty() || !self.changed.is_empty();
        lists || self.weekday.is_some() || self.focus.is_some() || self.reordered
    }
}

/// Weekly sets of a muscle before and after; equal where nothing changes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MuscleSets {
    /// Which muscle.
    pub muscle: Muscle,
    /// Hard sets a week before.
    pub before: f64,
    /// Hard sets a week after.
    pub after: f64,
}

/// Everything that differs between two plans.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PlanDiff {
    /// The split, where it changed.
    pub split: Option<Change<Split>>,
    /// The days that differ: those of the new plan in its order, then the removed ones.
    pub days: Vec<DayDiff>,
    /// Every muscle that either plan trains.
    pub sets_per_muscle: Vec<MuscleSets>,
}

impl PlanDiff {
    /// Nothing differs (the order of days does not count).
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.split.is_none() && self.days.is_empty()
    }
}

/// Compares two plans. Days are matched by key and exercises by id within the day; an exercise
/// that stands twice in a day is matched in order.
#[must_use]
pub fn diff(before: &PlanDoc, after: &PlanDoc, catalogue: &Catalogue) -> PlanDiff {
    let kept = after.days.iter().filter_map(|day| match before.day(&day.day) {
        Some(old) => changed_day(old, day, catalogue),
        None => Some(whole_day(day, DayChange::Added, catalogue)),
    });
    let gone = before.days.iter().filter(|day| after.day(&day.day).is_none());
    let gone = gone.map(|day| whole_day(day, DayChange::Removed, catalogue));
    PlanDiff {
        split: change(&before.split, &after.split),
        days: kept.chain(gone).collect(),
        sets_per_muscle: muscles(before, after, catalogue),
    }
}

fn change<T: PartialEq + Clone>(from: &T, to: &T) -> Option<Change<T>> {
    (from != to).then(|| Change { from: from.clone(), to: to.clone() })
}

fn muscles(before: &PlanDoc, after: &PlanDoc, catalogue: &Catalogue) -> Vec<MuscleSets> {
    let (before, after) = (sets_per_muscle(before, catalogue), sets_per_muscle(after, catalogue));
    let trained: BTreeSet<Muscle> = before.keys().chain(after.keys()).copied().collect();
    let of =
        |sets: &std::collections::BTreeMap<Muscle, f64>, muscle| sets.get(&muscle).copied().unwrap_or(0.0);
    let row = |muscle| MuscleSets { muscle, before: of(&before, muscle), after: of(&after, muscle) };
    trained.into_iter().map(row).collect()
}

fn whole_day(day: &PlannedDay, change: DayChange, catalogue: &Catalogue) -> DayDiff {
    let lines: Vec<_> = day.exercises.iter().map(|exercise| line(exercise, catalogue)).collect();
    let (added, removed) = if change == DayChange::Removed { (vec![], lines) } else { (lines, vec![]) };
    let weekday = match change {
        DayChange::Removed => Change { from: day.weekday, to: None },
        _ => Change { from: None, to: day.weekday },
    };
    DayDiff {
        day: day.day.clone(),
        title: day.focus.clone(),
        change,
        weekday: day.weekday.map(|_| weekday),
        focus: None,
        added,
        removed,
        changed: vec![],
        reordered: false,
    }
}

fn changed_day(old: &PlannedDay, new: &PlannedDay, catalogue: &Catalogue) -> Option<DayDiff> {
    let matched = Matched::of(&old.exercises, &new.exercises);
    let pairs = matched.pairs.iter();
    let diff = DayDiff {
        day: new.day.clone(),
        title: new.focus.clone(),
        change: DayChange::Changed,
        weekday: change(&old.weekday, &new.weekday),
        focus: change(&old.focus, &new.focus),
        added: matched.added.iter().map(|exercise| line(exercise, catalogue)).collect(),
        removed: matched.removed.iter().map(|exercise| line(exercise, catalogue)).collect(),
        changed: pairs.filter_map(|(_, old, new)| changed_exercise(old, new, catalogue)).collect(),
        reordered: !matched.pairs.is_sorted_by_key(|(place, _, _)| *place),
    };
    diff.says_something().then_some(diff)
}

/// The exercises of a day before and after, matched by id.
struct Matched<'a> {
    /// Place before, before, after; in the new order.
    pairs: Vec<(usize, &'a PlannedExercise, &'a PlannedExercise)>,
    added: Vec<&'a PlannedExercise>,
    removed: Vec<&'a PlannedExercise>,
}

impl<'a> Matched<'a> {
    fn of(old: &'a [PlannedExercise], new: &'a [PlannedExercise]) -> Self {
        let mut left: Vec<(usize, &PlannedExercise)> = old.iter().enumerate().collect();
        let (mut pairs, mut added) = (Vec::new(), Vec::new());
        for exercise in new {
            match left.iter().position(|(_, other)| other.exercise_id == exercise.exercise_id) {
                Some(at) => {
                    let (place, before) = left.remove(at);
                    pairs.push((place, before, exercise));
                }
                None => added.push(exercise),
            }
        }
        Self { pairs, added, removed: left.into_iter().map(|(_, exercise)| exercise).collect() }
    }
}

fn line(exercise: &PlannedExercise, catalogue: &Catalogue) -> ExerciseLine {
    let known = catalogue.get(&exercise.exercise_id);
    ExerciseLine {
        exercise_id: exercise.exercise_id.clone(),
        name: known.map_or_else(|| exercise.exercise_id.clone(), |known| known.name.clone()),
        prescription: String::new(),
        note: None,
        values: Some(Prescription::of(exercise, known)),
    }
}

fn changed_exercise(
    old: &PlannedExercise,
    new: &PlannedExercise,
    catalogue: &Catalogue,
) -> Option<ExerciseChange> {
    let known = catalogue.get(&new.exercise_id);
    let values = Change { from: Prescription::of(old, known), to: Prescription::of(new, known) };
    let differs = |field: &&ExerciseField| values.from.differs(&values.to, **field);
    let unsaid = |&field: &ExerciseField| FieldChange { field, from: String::new(), to: String::new() };
    let fields: Vec<_> = ExerciseField::ALL.iter().filter(differs).map(unsaid).collect();
    let name = || known.map_or_else(|| new.exercise_id.clone(), |known| known.name.clone());
    (!fields.is_empty()).then(|| ExerciseChange {
        exercise_id: new.exercise_id.clone(),
        name: name(),
        fields,
        values: Some(values),
    })
}

#[cfg(test)]
mod tests;
