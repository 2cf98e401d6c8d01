//! Editing the plan by hand: what an editor begins with, and what it shows when the plan moved
//! meanwhile. Nothing is written here; the save is [`super::plans::save`].

use std::collections::BTreeMap;

use serde::Serialize;

use super::athlete::Athlete;
use super::core::Core;
use super::error::{Error, Result};
use super::plans;
use super::precondition::Tag;
use crate::domain::exercise::{Exercise, ExerciseId, Muscle};
use crate::domain::plan::{PlanDoc, PlannedDay};
use crate::domain::plan_diff::{self, PlanDiff};
use crate::domain::plan_merge::{self, Overlap};
use crate::domain::reason::Reason;
use crate::domain::rules;
use crate::domain::{plan_math, policy};
use crate::reason;
use crate::storage::Conn;

/// What an editor knows of an exercise.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct KnownExercise {
    /// Its name.
    pub name: String,
    /// Counted in seconds.
    pub timed: bool,
    /// Its own rest after a set, seconds: what a plan that says none means.
    pub rest_seconds: u32,
    /// The engine's load by range, `6-8`, kilograms.
    pub loads: BTreeMap<String, f64>,
}

/// What an editor begins with.
#[derive(Debug, Clone, PartialEq)]
pub struct Editing {
    /// What a save must name.
    pub tag: Tag,
    /// The plan as written.
    pub doc: PlanDoc,
    /// Its exercises.
    pub known: BTreeMap<ExerciseId, KnownExercise>,
    /// Weekly sets of each muscle it trains.
    pub sets_per_muscle: BTreeMap<Muscle, f64>,
}

/// What changed here and what changed there since an editor was opened.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    /// The plan that stands now.
    pub theirs: Editing,
    /// What I changed.
    pub mine: PlanDiff,
    /// What changed meanwhile.
    pub meanwhile: PlanDiff,
    /// Mine taken onto theirs.
    pub merged: PlanDoc,
    /// Where both changed the same.
    pub overlaps: Vec<Reason>,
}

/// The plan that stands, to be edited.
pub async fn open(core: &Core, user_id: &str) -> Result<Editing> {
    let mut conn = core.read().await?;
    let athlete = Athlete::load(&mut conn, core, user_id).await?;
    editing(&mut conn, core, user_id, &athlete).await
}

/// Compares what an editor began with and what it holds with the plan that stands now.
pub async fn moved(core: &Core, user_id: &str, base: &PlanDoc, mine: &PlanDoc) -> Result<Moved> {
    for doc in [base, mine] {
        if rules::is_huge(doc) {
            return Err(Error::field("/days", "too_large", reason!("plan_edit_huge")));
        }
    }
    let mut conn = core.read().await?;
    let athlete = Athlete::load(&mut conn, core, user_id).await?;
    let theirs = editing(&mut conn, core, user_id, &athlete).await?;
    let merged = plan_merge::merge(base, mine, &theirs.doc);
    Ok(Moved {
        mine: plan_diff::diff(base, mine, &athlete.catalogue),
        meanwhile: plan_diff::diff(base, &theirs.doc, &athlete.catalogue),
        overlaps: merged.overlaps.iter().map(|one| reason(one, &merged.plan, &athlete)).collect(),
        merged: merged.plan,
        theirs,
    })
}

/// `Upper A: Barbell row`.
fn reason(overlap: &Overlap, plan: &PlanDoc, athlete: &Athlete) -> Reason {
    let day = plan.day(&overlap.day).map_or(overlap.day.as_str(), PlannedDay::called);
    match &overlap.exercise {
        None => reason!("both_changed_day", focus = day),
        Some(id) => {
            let name = athlete.catalogue.get(id).map_or(id.as_str(), Exercise::fact);
            reason!("both_changed_exercise", focus = day, exercise = name)
        }
    }
}

async fn editing(conn: &mut Conn, core: &Core, user_id: &str, athlete: &Athlete) -> Result<Editing> {
    // The tag first: a plan that is newer than its tag is refused at the save, never overwritten.
    let tag = plans::tag_in(conn, core, user_id).await?;
    let doc = plans::standing_of(conn, user_id, athlete).await?.doc;
    Ok(Editing {
        tag,
        known: known(&doc, athlete),
        sets_per_muscle: plan_math::sets_per_muscle(&doc, &athlete.catalogue),
        doc,
    })
}

fn known(doc: &PlanDoc, athlete: &Athlete) -> BTreeMap<ExerciseId, KnownExercise> {
    let mut all: BTreeMap<ExerciseId, KnownExercise> = BTreeMap::new();
    for planned in doc.exercises() {
        let entry = all.entry(planned.exercise_id.clone()).or_default();
        let exercise = athlete.catalogue.get(&planned.exercise_id);
        exercise
            .map_or(planned.exercise_id.as_str(), |known| known.name.as_str())
            .clone_into(&mut entry.name);
        entry.timed = exercise.is_some_and(Exercise::is_timed);
        entry.rest_seconds = exercise.map_or(policy::UNKNOWN_REST_SECONDS, |exercise| exercise.rest_seconds);
        for set in plans::prescribe(planned, athlete).sets {
            let load = set.weight_kg.filter(|kg| *kg > 0.0);
            entry.loads.extend(load.map(|kg| (format!("{}-{}", set.reps_min, set.reps_max), kg)));
        }
    }
    all
}
