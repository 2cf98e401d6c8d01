//! Swapping an exercise of a session for another. What was logged of the old one stays and is still
//! judged by what was prescribed of it; the new one takes the sets that are left.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::finish::is_final;
use super::start::states_for;
use super::{SessionView, find, load, suggest};
use crate::domain::exercise::Exercise;
use crate::domain::plan::{PlannedExercise, Prescribed};
use crate::domain::session::{LoggedSet, SessionStatus};
use crate::domain::swap::{self, SwapPreview};
use crate::reason;
use crate::service::athlete::Athlete;
use crate::service::core::Write;
use crate::service::error::{Error, Result};
use crate::service::plans;
use crate::storage::sessions::{self as storage, Session};
use crate::storage::sets;

/// Which exercise goes, and what comes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Swap {
    /// An exercise of this session's prescription.
    pub exercise_id: String,
    /// What takes its place.
    pub replacement_id: String,
}

/// Swaps, and makes the suggestion anew. Only in an active session.
pub async fn swap(write: &mut Write, id: &str, swap: &Swap) -> Result<SessionView> {
    let user_id = write.user_id.clone();
    let mut session = find(&mut write.tx, &user_id, id).await?;
    if session.status != SessionStatus::Active {
        return Err(is_final(&session));
    }
    let athlete = Athlete::load(&mut write.tx, &write.core, &user_id).await?;
    let lifted = lifted(write, id).await?;
    let change = change(&athlete, &session, &lifted, swap)?;
    change.apply(&mut session, &athlete, &lifted);
    storage::update(&mut write.tx, &mut session).await?;
    suggest::suggest_for(write, &athlete, &session).await?;
    load(&mut write.tx, &user_id, id).await
}

/// What a swap would do, for a person to see before it is done.
pub async fn preview_swap(write: &mut Write, id: &str, swap: &Swap) -> Result<SwapPreview> {
    let user_id = write.user_id.clone();
    let session = find(&mut write.tx, &user_id, id).await?;
    let athlete = Athlete::load(&mut write.tx, &write.core, &user_id).await?;
    let lifted = lifted(write, id).await?;
    let change = change(&athlete, &session, &lifted, swap)?;
    Ok(SwapPreview { exercise: change.old.name, sets_logged: change.done, replacement: change.new })
}

async fn lifted(write: &mut Write, id: &str) -> Result<Vec<LoggedSet>> {
    Ok(sets::of_session(&mut write.tx, id).await?.into_iter().map(|stored| stored.set).collect())
}

/// A swap that keeps the rules.
struct Change {
    at: usize,
    old: Prescribed,
    new: Prescribed,
    done: usize,
}

fn change(athlete: &Athlete, session: &Session, lifted: &[LoggedSet], swap: &Swap) -> Result<Change> {
    let at = session.prescribed.iter().position(|planned| planned.exercise_id == swap.exercise_id);
    let found = at.and_then(|at| Some((at, session.prescribed.get(at)?.clone())));
    let Some((at, old)) = found else {
        return Err(Error::field("/exercise_id", "not_prescribed", reason!("session_not_prescribed")));
    };
    let new = athlete.catalogue.get(&swap.replacement_id);
    let faults = swap::faults(new, &swap.replacement_id, &session.prescribed, &athlete.profile);
    let exercise = match new {
        Some(exercise) if faults.is_empty() => exercise,
        _ => return Err(Error::Invalid(faults)),
    };
    let done = done_of(&old, lifted);
    if done >= old.sets.len() {
        let exercise = athlete.catalogue.get(&old.exercise_id).map_or(old.name.as_str(), Exercise::fact);
        let reason = reason!("session_exercise_done", exercise = exercise);
        return Err(Error::field("/exercise_id", "nothing_left", reason));
    }
    let back = session.swapped.iter().find(|one| one.exercise_id == exercise.id);
    // An exercise that comes back goes on where it was.
    let new = back.cloned().unwrap_or_else(|| in_place_of(athlete, &old, lifted, exercise));
    Ok(Change { at, old, new, done })
}

/// What would be prescribed of `exercise` in the place of `old`, of which `lifted` is done.
#[must_use]
pub fn in_place_of(
    athlete: &Athlete,
    old: &Prescribed,
    lifted: &[LoggedSet],
    exercise: &Exercise,
) -> Prescribed {
    let was_timed = athlete.catalogue.get(&old.exercise_id).is_some_and(Exercise::is_timed);
    let minor = athlete.profile.is_minor(athlete.year());
    let planned: PlannedExercise = swap::replacement(old, done_of(old, lifted), exercise, was_timed, minor);
    plans::prescribe(&planned, athlete)
}

/// How many of the prescribed sets were logged.
fn done_of(old: &Prescribed, lifted: &[LoggedSet]) -> usize {
    let own = lifted.iter().filter(|set| set.exercise_id == old.exercise_id && !set.is_warmup());
    own.filter(|set| usize::from(set.set_index) <= old.sets.len()).count()
}

impl Change {
    fn apply(self, session: &mut Session, athlete: &Athlete, lifted: &[LoggedSet]) {
        let states = states_for(std::slice::from_ref(&self.new), &athlete.states, session.started_at);
        for (key, state) in states {
            session.states_before.entry(key).or_insert(state);
        }
        session.swapped.retain(|one| one.exercise_id != self.new.exercise_id);
        if lifted.iter().any(|set| set.exercise_id == self.old.exercise_id) {
            session.swapped.push(self.old);
        }
        if let Some(place) = session.prescribed.get_mut(self.at) {
            *place = self.new;
        }
    }
}
