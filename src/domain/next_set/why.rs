//! Why the next set is as it is.

use super::load::{Felt, Frame};
use crate::domain::progression::{Memory, done};
use crate::domain::reason::Reason;
use crate::domain::session::Rule;
use crate::reason;

/// Why this load: how the last set went, else where the load comes from.
pub(super) fn of(frame: &Frame<'_>, weight_kg: f64, felt: Option<Felt>, open: bool) -> Reason {
    let why = match felt {
        Some(felt) => after(felt, frame.exercise.is_timed(), weight_kg),
        None => first(frame, weight_kg),
    };
    if open { reason!("next_open_ended", why = why) } else { why }
}

/// Before a warm-up.
pub(super) fn warmup(number: usize, of: usize, weight_kg: f64) -> Reason {
    reason!("next_warmup", number = number, of = of, weight_kg = weight_kg)
}

fn after(felt: Felt, timed: bool, weight_kg: f64) -> Reason {
    match felt {
        Felt::Hard { rpe, target } => {
            reason!("next_last_hard", rpe = rpe, target_rpe = target, weight_kg = weight_kg)
        }
        Felt::Short { count, bottom } if timed => {
            reason!("next_last_short_seconds", count = count, bottom = bottom, weight_kg = weight_kg)
        }
        Felt::Short { count, bottom } => {
            reason!("next_last_short_reps", count = count, bottom = bottom, weight_kg = weight_kg)
        }
        Felt::Pain => reason!("next_pain", weight_kg = weight_kg),
        Felt::Easy { rpe, target } => {
            reason!("next_last_easy", rpe = rpe, target_rpe = target, weight_kg = weight_kg)
        }
        Felt::Light { rpe, target } if timed => {
            reason!("next_last_light_seconds", rpe = rpe, target_rpe = target, weight_kg = weight_kg)
        }
        Felt::Light { rpe, target } => {
            reason!("next_last_light_reps", rpe = rpe, target_rpe = target, weight_kg = weight_kg)
        }
        Felt::Many { count } if timed => {
            reason!("next_last_many_seconds", count = count, weight_kg = weight_kg)
        }
        Felt::Many { count } => reason!("next_last_many_reps", count = count, weight_kg = weight_kg),
        Felt::Right => reason!("next_last_right", weight_kg = weight_kg),
    }
}

fn first(frame: &Frame<'_>, weight_kg: f64) -> Reason {
    let Some((state, now)) = frame.state.zip(frame.standing.as_ref()) else {
        return if frame.known.is_some() {
            reason!("next_new_from_best", weight_kg = weight_kg)
        } else {
            reason!("next_new", weight_kg = weight_kg)
        };
    };
    if let Some(why) = now.returned.as_ref().and_then(|returned| returned.reason.clone()) {
        return why;
    }
    let memory = &now.memory;
    if memory.last_counts.is_empty() {
        return if state.last_rule == Rule::Manual {
            reason!("next_manual", weight_kg = weight_kg)
        } else {
            reason!("next_standing", weight_kg = weight_kg)
        };
    }
    let done = done(&memory.last_counts, memory.last_rpe);
    match state.last_rule {
        Rule::Advance => reason!("next_after_advance", done = done, weight_kg = weight_kg),
        Rule::Deload => reason!("next_after_deload", done = done, weight_kg = weight_kg),
        Rule::Manual => reason!("next_after_manual", done = done, weight_kg = weight_kg),
        Rule::Return => reason!("next_after_return", done = done, weight_kg = weight_kg),
        Rule::Hold => to_go(frame, memory, done),
    }
}

/// What is missing until the load goes up.
fn to_go(frame: &Frame<'_>, memory: &Memory, done: Reason) -> Reason {
    let top = u32::from(frame.top());
    let missing: u32 =
        memory.base().iter().map(|count| top.saturating_sub(*count)).fold(0, u32::saturating_add);
    let complete = memory.base().len() >= frame.sets_in_range();
    match (missing, frame.exercise.is_timed()) {
        _ if memory.ramping => reason!("next_still_light", done = done),
        _ if !complete => reason!("next_finish_all", done = done),
        (1.., _) if memory.was_hard() => reason!("next_same_after_hard", done = done),
        (0, _) => reason!("next_same_easier", done = done),
        (1, false) => reason!("next_one_more_rep", done = done),
        (1, true) => reason!("next_one_more_second", done = done),
        (_, false) => reason!("next_one_more_rep_each", done = done, top = top),
        (_, true) => reason!("next_one_more_second_each", done = done, top = top),
    }
}
