//! What stands for a range at a moment: the decided load, after any pause, or where it would start.
//! The one place where a plan's loads come from.

use super::catalogue::Catalogue;
use super::plan::{PlannedExercise, PlannedSet, Prescribed};
use super::policy::UNKNOWN_REST_SECONDS;
use super::profile::Profile;
use super::progression::{self, Context, LoadState, LoadStates, RangeKey};
use super::session::LoadPoint;

/// The load of a range in this state, or where it would start, at the context's moment.
#[must_use]
pub fn point(
    state: Option<&LoadState>,
    states: &LoadStates,
    profile: &Profile,
    key: &RangeKey,
    rpe: Option<f64>,
    context: &Context<'_>,
) -> LoadPoint {
    match state {
        Some(state) => progression::current(state, context).point,
        None => start(states, profile, key, rpe, context),
    }
}

/// Where a range without history starts.
#[must_use]
pub fn start(
    states: &LoadStates,
    profile: &Profile,
    key: &RangeKey,
    rpe: Option<f64>,
    context: &Context<'_>,
) -> LoadPoint {
    let known = progression::known_e1rm(states, profile, context);
    progression::starting(context.exercise, key.reps_min, key.reps_max, rpe, known, context)
}

/// The range a set is prescribed in.
#[must_use]
pub fn key_of(exercise_id: &str, set: &PlannedSet) -> RangeKey {
    RangeKey::at(exercise_id, set)
}

/// Fills a planned exercise with its name, rest and the loads that stand.
#[must_use]
pub fn prescribe(
    planned: &PlannedExercise,
    catalogue: &Catalogue,
    point: impl Fn(&RangeKey, Option<f64>) -> Option<LoadPoint>,
) -> Prescribed {
    let exercise = catalogue.get(&planned.exercise_id);
    let sets = planned.sets.iter().map(|set| {
        let stands = point(&key_of(&planned.exercise_id, set), set.rpe);
        PlannedSet { weight_kg: stands.and_then(|point| point.weight_kg), ..set.clone() }
    });
    let own_rest = exercise.map_or(UNKNOWN_REST_SECONDS, |exercise| exercise.rest_seconds);
    Prescribed {
        exercise_id: planned.exercise_id.clone(),
        name: exercise.map_or_else(|| planned.exercise_id.clone(), |exercise| exercise.name.clone()),
        group: planned.group.clone(),
        rest_seconds: planned.rest_seconds.unwrap_or(own_rest),
        note: planned.note.clone(),
        sets: sets.collect(),
    }
}
