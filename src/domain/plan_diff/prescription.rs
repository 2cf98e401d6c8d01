//! What is written of one exercise, as far as a diff says it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ExerciseField;
use crate::domain::exercise::Exercise;
use crate::domain::plan::{PlannedExercise, PlannedSet};

/// What is written of an exercise.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Prescription {
    /// Its sets are counted in seconds.
    pub timed: bool,
    /// The sets as written.
    pub sets: Vec<PlannedSet>,
    /// Rest after a set, seconds: the exercise's own where none is written, none where nobody knows it.
    pub rest_seconds: Option<u32>,
    /// Superset group.
    pub group: Option<String>,
    /// A note.
    pub note: Option<String>,
}

impl Prescription {
    /// As planned, of an exercise that the catalogue may know.
    #[must_use]
    pub fn of(planned: &PlannedExercise, known: Option<&Exercise>) -> Self {
        Self {
            timed: known.is_some_and(Exercise::is_timed),
            sets: planned.sets.clone(),
            rest_seconds: planned.rest_seconds.or(known.map(|exercise| exercise.rest_seconds)),
            group: planned.group.clone(),
            note: planned.note.clone(),
        }
    }

    /// Fewest and most repetitions (seconds of a timed one): once where all sets agree, else set by set.
    #[must_use]
    pub fn ranges(&self) -> Vec<(u16, u16)> {
        self.each(|set| (set.reps_min, set.reps_max))
    }

    /// Target RPEs: once where all sets agree, else set by set.
    #[must_use]
    pub fn rpes(&self) -> Vec<Option<f64>> {
        self.each(|set| set.rpe)
    }

    /// Written loads, kilograms: once where all sets agree, else set by set.
    #[must_use]
    pub fn loads(&self) -> Vec<Option<f64>> {
        self.each(|set| set.weight_kg)
    }

    fn each<T: PartialEq>(&self, of: impl Fn(&PlannedSet) -> T + Copy) -> Vec<T> {
        let mut all: Vec<T> = self.sets.iter().map(of).collect();
        all.dedup();
        if all.len() > 1 { self.sets.iter().map(of).collect() } else { all }
    }

    /// Whether a person reads something else in this field.
    #[must_use]
    pub fn differs(&self, other: &Self, field: ExerciseField) -> bool {
        match field {
            ExerciseField::Sets => self.sets.len() != other.sets.len(),
            ExerciseField::Reps => self.ranges() != other.ranges(),
            ExerciseField::Rpe => self.rpes() != other.rpes(),
            ExerciseField::Rest => self.rest_seconds != other.rest_seconds,
            ExerciseField::Weight => self.loads() != other.loads(),
            ExerciseField::Group => self.group != other.group,
            ExerciseField::Note => self.note != other.note,
        }
    }
}
