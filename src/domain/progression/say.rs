//! What reasons of a load are made of: what was done, how many are asked for, and the load itself.

use super::Context;
use super::reading::{Read, Reading};
use crate::domain::exercise::BodyweightUse;
use crate::domain::reason::Reason;
use crate::reason;

/// `8 reps` or `30 seconds`.
pub(super) fn amount(count: u32, context: &Context<'_>) -> Reason {
    if context.exercise.is_timed() {
        reason!("amount_seconds", count = count)
    } else {
        reason!("amount_reps", count = count)
    }
}

/// The load as one says it: bodyweight alone has none.
pub(super) fn load(weight: f64, context: &Context<'_>) -> Reason {
    match context.exercise.bodyweight {
        BodyweightUse::Full if weight <= 0.0 => reason!("load_bodyweight"),
        BodyweightUse::Full => reason!("load_added", weight_kg = weight),
        BodyweightUse::Assisted => reason!("load_help", weight_kg = weight),
        BodyweightUse::None => reason!("load_whole", weight_kg = weight),
    }
}

/// `8, 8, 7 at RPE 8`; the RPE in halves, as it is given.
pub(crate) fn done(counts: &[u32], rpe: Option<f64>) -> Reason {
    match rpe {
        Some(rpe) => reason!("done_at_rpe", counts = counts, rpe = (rpe * 2.0).round() / 2.0),
        None => reason!("done", counts = counts),
    }
}

/// What a session's sets came to.
pub(super) fn done_in(reading: &Reading<'_>) -> Reason {
    done(&reading.counts(), reading.mean_rpe())
}

/// Which sets fell short of the top, from 1.
pub(super) fn short(reading: &Reading<'_>, extra: u32) -> Vec<u16> {
    let fell = |read: &&Read<'_>| read.count < read.top.saturating_add(extra);
    reading.asked.iter().filter(fell).map(|read| read.set.set_index).collect()
}
