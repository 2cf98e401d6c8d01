//! The next set of a session: which exercise, which set, what load, how many, after what rest and
//! why. Pure, and total on whatever was logged: unknown exercises, gaps, extra sets, any order.
//! Decides nothing about the next session; that is [`progression`](super::progression).

mod load;
mod order;
#[cfg(test)]
mod tests;
mod warmup;
mod why;

use crate::domain::policy::WARMUP_REST_SECONDS;
use jiff::Timestamp;

use super::catalogue::Catalogue;
use super::exercise::BodyweightUse;
use super::plan::Prescribed;
use super::profile::Profile;
use super::progression::{Context, LoadStates};
use super::session::{LoggedSet, NextSet, SetKind};
use crate::reason;

pub use order::{OpenSet, next_open, work_sets};

/// All that the next set depends on.
#[derive(Debug, Clone, Copy)]
pub struct NextSetInput<'a> {
    /// The session's own copy of what was prescribed, in order.
    pub prescribed: &'a [Prescribed],
    /// What was logged in the session so far, in any order.
    pub sets: &'a [LoggedSet],
    /// Where exercises are looked up.
    pub catalogue: &'a Catalogue,
    /// Loads and bodyweight.
    pub profile: &'a Profile,
    /// What stood when the session began.
    pub states: &'a LoadStates,
    /// The moment, never read from the system.
    pub now: Timestamp,
}

/// What to do now. In order of the prescription; exercises of one group take turns; warm-ups come
/// before the first heavy set of a movement pattern.
#[must_use]
pub fn next_set(input: &NextSetInput<'_>) -> NextSet {
    let Some(line) = pick(input) else {
        return finished(input);
    };
    let rest = rest_before(input, &line);
    let Some(frame) = load::Frame::of(input, &line) else {
        return unknown(&line, rest);
    };
    let aim = frame.aim();
    if let Some(warmup) = warmup::next(input, &frame, aim.kg) {
        return NextSet { rest_seconds: rest.min(WARMUP_REST_SECONDS), ..warmup };
    }
    let timed = frame.exercise.is_timed();
    NextSet {
        exercise_id: Some(line.planned.exercise_id.clone()),
        set_index: Some(line.index),
        kind: aim.kind,
        weight_kg: Some(aim.kg),
        reps: (!timed).then_some(aim.count),
        duration_seconds: timed.then(|| aim.count.into()),
        rpe: line.set.rpe,
        rest_seconds: rest,
        reason: Some(why::of(&frame, aim.kg, aim.felt, aim.open)),
        because: String::new(),
        done: false,
    }
}

/// Every warm-up on the way to a working load: kilograms and repetitions, rising.
#[must_use]
pub fn warmups(context: &Context<'_>, working_kg: f64) -> Vec<(f64, u16)> {
    let exercise = context.exercise;
    if exercise.is_timed() || exercise.bodyweight == BodyweightUse::Assisted {
        return Vec::new();
    }
    warmup::ladder(context, working_kg)
}

/// The prescribed set that is next.
fn pick<'a>(input: &NextSetInput<'a>) -> Option<OpenSet<'a>> {
    order::next_open(&input.prescribed.iter().collect::<Vec<_>>(), input.sets)
}

/// The rest that the last set asks for; before the first, the exercise's own.
fn rest_before(input: &NextSetInput<'_>, line: &OpenSet<'_>) -> u32 {
    let last = input.sets.iter().max_by_key(|set| (set.logged_at, set.set_index));
    last.and_then(|set| input.prescribed.iter().find(|planned| planned.exercise_id == set.exercise_id))
        .map_or(line.planned.rest_seconds, |planned| planned.rest_seconds)
}

fn finished(input: &NextSetInput<'_>) -> NextSet {
    let reason = if input.prescribed.iter().all(|planned| planned.sets.is_empty()) {
        reason!("next_nothing_prescribed")
    } else {
        reason!("next_all_done")
    };
    NextSet {
        exercise_id: None,
        set_index: None,
        kind: SetKind::Working,
        weight_kg: None,
        reps: None,
        duration_seconds: None,
        rpe: None,
        rest_seconds: 0,
        reason: Some(reason),
        because: String::new(),
        done: true,
    }
}

/// An exercise that the catalogue does not know (any more) is offered as it was prescribed.
fn unknown(line: &OpenSet<'_>, rest_seconds: u32) -> NextSet {
    NextSet {
        exercise_id: Some(line.planned.exercise_id.clone()),
        set_index: Some(line.index),
        kind: SetKind::Working,
        weight_kg: line.set.weight_kg,
        reps: Some(line.set.reps_min),
        duration_seconds: None,
        rpe: line.set.rpe,
        rest_seconds,
        reason: Some(reason!("next_as_prescribed")),
        because: String::new(),
        done: false,
    }
}
