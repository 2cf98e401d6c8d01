//! What may be done instead of the engine's next set: a step lighter or heavier within the cap, or
//! another exercise in its place. An agent chooses among these; nobody makes numbers up.

use serde::Serialize;

use super::find;
use super::suggest::next_after;
use crate::domain::exercise::{Equipment, Exercise, ExerciseId};
use crate::domain::plan::{PlannedExercise, PlannedSet, Prescribed};
use crate::domain::progression::within_cap;
use crate::domain::session::NextSet;
use crate::service::athlete::Athlete;
use crate::service::core::Core;
use crate::service::error::Result;
use crate::service::safety;
use crate::storage::sessions::Session;
use crate::storage::sets;

/// Exercises named that may take the place of the one at hand.
const MOST_ALTERNATIVES: usize = 5;

/// The engine's next set and what may be done instead.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NextSetOptions {
    /// The engine's.
    #[serde(flatten)]
    pub next: NextSet,
    /// One step lighter; null where there is none.
    pub lighter_kg: Option<f64>,
    /// One step heavier; null where the cap or pain forbids it.
    pub heavier_kg: Option<f64>,
    /// What may take the exercise's place, closest first.
    pub alternatives: Vec<Alternative>,
}

/// An exercise that may take the place of another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Alternative {
    /// Its id.
    pub exercise_id: ExerciseId,
    /// Its name.
    pub name: String,
    /// What it needs.
    pub equipment: Vec<Equipment>,
}

/// The engine's next set of a session, with what may be done instead; refused while coaching is locked.
pub async fn options(core: &Core, user_id: &str, id: &str) -> Result<NextSetOptions> {
    let mut conn = core.read().await?;
    let session = find(&mut conn, user_id, id).await?;
    safety::refuse_locked(&mut conn, user_id).await?;
    let athlete = Athlete::load(&mut conn, core, user_id).await?;
    let stored = sets::of_session(&mut conn, &session.id).await?;
    let lifted: Vec<_> = stored.into_iter().map(|stored| stored.set).collect();
    let next = next_after(&athlete, &session, &lifted);
    let Some(exercise) = next.exercise_id.as_ref().and_then(|id| athlete.catalogue.get(id)) else {
        return Ok(NextSetOptions { next, lighter_kg: None, heavier_kg: None, alternatives: Vec::new() });
    };
    let hurt = lifted.iter().any(|set| set.exercise_id == exercise.id && set.pain);
    let (lighter_kg, heavier_kg) = steps(&athlete, &session, exercise, &next, hurt);
    let alternatives = alternatives(&athlete, &session.prescribed, &exercise.id, MOST_ALTERNATIVES);
    let alternatives = alternatives.into_iter().map(Alternative::of).collect();
    Ok(NextSetOptions { next, lighter_kg, heavier_kg, alternatives })
}

impl Alternative {
    fn of(exercise: &Exercise) -> Self {
        Self {
            exercise_id: exercise.id.clone(),
            name: exercise.name.clone(),
            equipment: exercise.equipment.clone(),
        }
    }
}

/// What may take the place of an exercise of a session, closest first: nothing that the session has
/// already.
#[must_use]
pub fn alternatives<'a>(
    athlete: &'a Athlete,
    prescribed: &[Prescribed],
    exercise_id: &str,
    most: usize,
) -> Vec<&'a Exercise> {
    let here = |id: &str| prescribed.iter().any(|planned| planned.exercise_id == id);
    let others = athlete.catalogue.alternatives(exercise_id, &athlete.profile).into_iter();
    others.filter(|other| !here(&other.id)).take(most).collect()
}

/// A step down and a step up from the engine's load. Warm-ups have none.
fn steps(
    athlete: &Athlete,
    session: &Session,
    exercise: &Exercise,
    next: &NextSet,
    hurt: bool,
) -> (Option<f64>, Option<f64>) {
    let Some(kg) = next.weight_kg.filter(|_| !next.kind.is_warmup()) else { return (None, None) };
    let spec = athlete.loads(exercise);
    let context = athlete.context(exercise, &spec);
    let caps = caps(athlete, session, exercise, next.weight_kg);
    let heavier = context.harder(kg).filter(|up| !hurt && fits(*up, &caps, exercise));
    (context.easier(kg), heavier)
}

/// The most that an agent may propose for a set of this exercise: the cap of what was decided last,
/// or what the engine itself says now (`engine`, where the set is the next one).
#[must_use]
pub fn caps(athlete: &Athlete, session: &Session, exercise: &Exercise, engine: Option<f64>) -> Vec<f64> {
    let prescribed = session.prescribed.iter().find(|one| one.exercise_id == exercise.id);
    let set = prescribed.and_then(|one| one.sets.first()).cloned().unwrap_or(PlannedSet {
        reps_min: exercise.reps_min,
        reps_max: exercise.reps_max,
        weight_kg: None,
        rpe: None,
    });
    let planned = PlannedExercise {
        exercise_id: exercise.id.clone(),
        group: None,
        rest_seconds: None,
        note: None,
        sets: vec![set.clone()],
    };
    athlete.cap(&planned, &set).map(|cap| cap.cap_kg).into_iter().chain(engine).collect()
}

/// Whether a load is within one of the caps.
#[must_use]
pub fn fits(weight_kg: f64, caps: &[f64], exercise: &Exercise) -> bool {
    caps.iter().any(|cap| within_cap(weight_kg, *cap, exercise))
}
