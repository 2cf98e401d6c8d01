//! What an import did, or would do.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::plan::Plan;
use crate::domain::import::names::Certainty;
use crate::domain::import::{Format, Refusal};

/// Most refused lines that are told one by one.
const MOST_REFUSED: usize = 200;

/// What an import did, or in a dry run would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ImportReport {
    /// Nothing was written.
    pub dry_run: bool,
    /// Which program wrote the file.
    pub format: Format,
    /// Rows below the header.
    pub rows: usize,
    /// Rows that are no sets, such as rest timers.
    pub ignored_rows: usize,
    /// Workouts in the file.
    pub workouts: usize,
    /// Workouts that are new, or have new sets.
    pub new_workouts: usize,
    /// Sets that are new.
    pub new_sets: usize,
    /// Sets that are there already.
    pub known_sets: usize,
    /// Sets of exercises that are left out.
    pub skipped_sets: usize,
    /// What each name of the file becomes.
    pub exercises: Vec<ImportedExercise>,
    /// How many lines were not taken.
    pub refused_rows: usize,
    /// The first 200 of them, and why.
    pub refused: Vec<Refusal>,
}

/// What a name of the file becomes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ImportedExercise {
    /// The file's name.
    pub name: String,
    /// The exercise; null where it is left out or, in a dry run, still to be made.
    pub exercise_id: Option<String>,
    /// Its name here.
    pub exercise_name: Option<String>,
    /// How sure the match is.
    pub certainty: Certainty,
    /// An exercise of the person's own is made for it.
    pub created: bool,
    /// Its sets in the file.
    pub sets: usize,
}

/// From a plan.
pub fn of(plan: &Plan, dry_run: bool) -> ImportReport {
    let exercises = plan.map.iter().map(|(name, mapped)| {
        let shown = mapped.exercise.as_ref();
        ImportedExercise {
            name: name.clone(),
            exercise_id: shown.filter(|_| !(dry_run && mapped.fresh)).map(|exercise| exercise.id.clone()),
            exercise_name: shown.map(|exercise| exercise.name.clone()),
            certainty: mapped.certainty,
            created: mapped.fresh,
            sets: mapped.sets,
        }
    });
    let mut refused = plan.sheet.refused.clone();
    refused.sort_by_key(|refusal| refusal.line);
    let refused_rows = refused.len();
    refused.truncate(MOST_REFUSED);
    ImportReport {
        dry_run,
        format: plan.sheet.format,
        rows: plan.sheet.rows,
        ignored_rows: plan.sheet.ignored,
        workouts: plan.workouts,
        new_workouts: plan.sessions.len(),
        new_sets: plan.sessions.iter().map(|session| session.sets.len()).sum(),
        known_sets: plan.known_sets,
        skipped_sets: plan.skipped_sets,
        exercises: exercises.collect(),
        refused_rows,
        refused,
    }
}
