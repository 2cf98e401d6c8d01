//! Which prescribed set is the next one, and nothing of what stands on it: the one rule of the order, for the engine,
//! for the page while the engine says nothing, and in `static/js/order.js` for a page without signal.
//! `tests/cases/next_open_set.json` holds the script to it.

use crate::domain::plan::{PlannedSet, Prescribed};
use crate::domain::session::LoggedSet;

/// A prescribed set that is not logged.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OpenSet<'a> {
    /// Its exercise.
    pub planned: &'a Prescribed,
    /// What was prescribed.
    pub set: &'a PlannedSet,
    /// From 1.
    pub index: u16,
}

/// The next set: of the first exercise with one left, or of the one of its superset that is furthest behind. Warm-ups
/// stand outside the order.
#[must_use]
pub fn next_open<'a>(prescribed: &[&'a Prescribed], sets: &[LoggedSet]) -> Option<OpenSet<'a>> {
    let open = |planned: &&'a Prescribed| lowest_open(planned, sets);
    let first = prescribed.iter().find_map(open)?;
    let Some(turns) = first.planned.superset() else {
        return Some(first);
    };
    let members = prescribed.iter().filter(|planned| planned.superset() == Some(turns));
    members.filter_map(open).min_by_key(|open| open.index)
}

/// The lowest prescribed index of the exercise that is not logged.
fn lowest_open<'a>(planned: &'a Prescribed, sets: &[LoggedSet]) -> Option<OpenSet<'a>> {
    let logged = |index: u16| work_sets(sets, &planned.exercise_id).any(|set| set.set_index == index);
    let (index, set) = (1_u16..).zip(&planned.sets).find(|(index, _)| !logged(*index))?;
    Some(OpenSet { planned, set, index })
}

/// The work sets of an exercise: all that was logged but its warm-ups. Each takes its place in the prescription, also
/// one of no repetitions, which was tried.
pub fn work_sets<'a>(sets: &'a [LoggedSet], id: &'a str) -> impl Iterator<Item = &'a LoggedSet> {
    sets.iter().filter(move |set| set.exercise_id == id && !set.is_warmup())
}
