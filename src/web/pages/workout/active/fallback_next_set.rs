//! What is next where the engine says nothing: coaching is stopped, or nobody prescribed this workout.
//! The page's own ✓ goes on in both.

use super::blocks::Aim;
use crate::domain::exercise::Exercise;
use crate::domain::next_set::{next_open, work_sets};
use crate::domain::plan::Prescribed;
use crate::domain::session::{LoggedSet, SetKind};
use crate::service::athlete::Athlete;
use crate::service::sessions::{self, SessionView};
use crate::wording::texts;

/// The next set of the prescription, in the order the engine has; where there is none, one more of the exercise that was
/// added or lifted last.
pub fn next(session: &SessionView, athlete: &Athlete, add: &str) -> Option<Aim> {
    if session.prescribed.is_empty() { free(session, athlete, add) } else { planned(session, athlete) }
}

fn planned(session: &SessionView, athlete: &Athlete) -> Option<Aim> {
    let is_known = |planned: &&Prescribed| athlete.catalogue.get(&planned.exercise_id).is_some();
    let known: Vec<&Prescribed> = session.prescribed.iter().filter(is_known).collect();
    let open = next_open(&known, &session.sets)?;
    let exercise = athlete.catalogue.get(&open.planned.exercise_id)?;
    let before = work_sets(&session.sets, &exercise.id).last();
    Some(aim(exercise, open.planned, open.index, before, "workout-fallback-plan"))
}

fn free(session: &SessionView, athlete: &Athlete, add: &str) -> Option<Aim> {
    let added =
        athlete.catalogue.get(add).filter(|added| work_sets(&session.sets, &added.id).next().is_none());
    let last = session.sets.last().and_then(|set| athlete.catalogue.get(&set.exercise_id));
    let exercise = added.or(last)?;
    let before = work_sets(&session.sets, &exercise.id).max_by_key(|set| set.set_index);
    let index = before.map_or(1, |set| set.set_index.saturating_add(1));
    let because = if before.is_some() { "workout-fallback-again" } else { "workout-fallback-first" };
    Some(aim(exercise, &sessions::usual(athlete, exercise), index, before, because))
}

fn aim(
    exercise: &Exercise,
    prescribed: &Prescribed,
    index: u16,
    before: Option<&LoggedSet>,
    because: &'static str,
) -> Aim {
    let set = prescribed.sets.get(usize::from(index).saturating_sub(1)).or_else(|| prescribed.sets.first());
    let again = before.filter(|_| because == "workout-fallback-again").map(LoggedSet::count);
    Aim {
        proposal_id: String::new(),
        exercise_id: exercise.id.clone(),
        index,
        kind: SetKind::Working,
        weight_kg: before
            .map(|set| set.weight_kg)
            .or_else(|| set.and_then(|set| set.weight_kg))
            .unwrap_or(0.0),
        count: again.or_else(|| set.map(|set| set.reps_min.into())).unwrap_or(0),
        timed: exercise.is_timed(),
        rest_seconds: prescribed.rest_seconds,
        rpe: set.and_then(|set| set.rpe),
        because: texts::say(because).to_owned(),
    }
}
