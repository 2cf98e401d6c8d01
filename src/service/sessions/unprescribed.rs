//! What exercises without a prescription are judged by: for each one lifted, what the plan asks of it,
//! else its own last range, else the exercise's usual one.

use std::collections::BTreeSet;

use crate::domain::exercise::Exercise;
use crate::domain::plan::{PlanDoc, PlannedExercise, PlannedSet, Prescribed};
use crate::domain::progression::RangeKey;
use crate::domain::session::LoggedSet;
use crate::domain::set_bounds::PLANNED;
use crate::service::athlete::{Athlete, key_of};
use crate::service::plans;
use crate::storage::sessions::Session;

/// What was lifted, as if it had been prescribed; the loads that stood are remembered with the
/// session, which has no prescription of its own.
pub fn judged(
    session: &mut Session,
    athlete: &Athlete,
    plan: &PlanDoc,
    lifted: &[LoggedSet],
    prescribed: &BTreeSet<String>,
) -> Vec<Prescribed> {
    // What was decided before and has no set any more gives back what stood before it.
    let decided = session.summary.iter().flat_map(|summary| &summary.decisions);
    let decided = decided.map(|made| made.exercise_id.as_str());
    let working = lifted.iter().filter(|set| set.is_working()).map(|set| set.exercise_id.as_str());
    let mut ids: Vec<&str> = Vec::new();
    for id in working.chain(decided).filter(|id| !prescribed.contains(*id)) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let known = ids.into_iter().filter_map(|id| athlete.catalogue.get(id));
    let asked: Vec<Prescribed> =
        known.map(|exercise| asked(exercise, session, athlete, plan, lifted)).collect();
    for planned in &asked {
        remember(session, athlete, planned);
    }
    asked
}

fn asked(
    exercise: &Exercise,
    session: &Session,
    athlete: &Athlete,
    plan: &PlanDoc,
    lifted: &[LoggedSet],
) -> Prescribed {
    let own = lifted.iter().filter(|set| set.exercise_id == exercise.id && set.is_working());
    let many = own.map(|set| set.set_index).max().unwrap_or(1).clamp(1, PLANNED.most_sets);
    let decided = session.summary.iter().flat_map(|summary| &summary.decisions);
    let before = decided.filter(|made| made.exercise_id == exercise.id).map(|made| &made.next).next();
    let in_plan = plan.exercises().find(|planned| planned.exercise_id == exercise.id);
    let first = in_plan.and_then(|planned| planned.sets.first());
    let fresh = |reps_min, reps_max, rpe| PlannedSet { reps_min, reps_max, weight_kg: None, rpe };
    let set = match (before, first, last_range(exercise, session, athlete)) {
        (Some(made), _, _) => fresh(made.reps_min, made.reps_max, made.rpe),
        (None, Some(set), _) => fresh(set.reps_min, set.reps_max, set.rpe),
        (None, None, Some((key, rpe))) => fresh(key.reps_min, key.reps_max, rpe),
        (None, None, None) => fresh(exercise.reps_min, exercise.reps_max, None),
    };
    let same = |planned: &PlannedSet| (planned.reps_min, planned.reps_max) == (set.reps_min, set.reps_max);
    let planned = in_plan.map_or(0, |planned| planned.sets.iter().filter(|one| same(one)).count());
    Prescribed {
        exercise_id: exercise.id.clone(),
        name: exercise.name.clone(),
        group: None,
        rest_seconds: exercise.rest_seconds,
        note: None,
        sets: vec![set; if planned == 0 { usize::from(many) } else { planned }],
    }
}

/// What one set of an exercise that nobody prescribed begins with: its last range, else its usual one,
/// with the engine's load.
#[must_use]
pub fn usual(athlete: &Athlete, exercise: &Exercise) -> Prescribed {
    let own = athlete.states.iter().filter(|(key, _)| key.exercise_id == exercise.id);
    let last = own.max_by_key(|(_, state)| state.last_at);
    let (reps_min, reps_max, rpe) = last
        .map_or((exercise.reps_min, exercise.reps_max, None), |(key, state)| {
            (key.reps_min, key.reps_max, state.point.rpe)
        });
    let planned = PlannedExercise {
        exercise_id: exercise.id.clone(),
        group: None,
        rest_seconds: None,
        note: None,
        sets: vec![PlannedSet { reps_min, reps_max, weight_kg: None, rpe }],
    };
    plans::prescribe(&planned, athlete)
}

/// The range that was lifted last before the session.
fn last_range(exercise: &Exercise, session: &Session, athlete: &Athlete) -> Option<(RangeKey, Option<f64>)> {
    let own = athlete.states.iter().filter(|(key, state)| {
        key.exercise_id == exercise.id && state.last_at.is_some_and(|last| last <= session.started_at)
    });
    own.max_by_key(|(_, state)| state.last_at).map(|(key, state)| (key.clone(), state.point.rpe))
}

/// Keeps the state that stood before, once: what this session itself decided is not it.
fn remember(session: &mut Session, athlete: &Athlete, planned: &Prescribed) {
    let Some(set) = planned.sets.first() else { return };
    let key = key_of(&planned.exercise_id, set);
    let mut decided = session.summary.iter().flat_map(|summary| &summary.decisions);
    let again = decided.any(|made| {
        made.exercise_id == key.exercise_id
            && (made.next.reps_min, made.next.reps_max) == (key.reps_min, key.reps_max)
    });
    let stood = athlete.states.get(&key);
    let earlier = stood.filter(|state| state.stood_at(session.started_at));
    if let Some(state) = earlier.filter(|_| !again) {
        session.states_before.entry(key).or_insert_with(|| state.clone());
    }
}
