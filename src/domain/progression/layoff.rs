//! **return**: what a pause does to a standing load, applied whenever it is read. Nothing is stored
//! for it, so a plan that nobody opened for a month needs no job to age it.

use jiff::Timestamp;

use super::say::amount;
use super::{Context, LoadState, Memory};
use crate::domain::session::{Decision, LoadPoint, Rule};
use crate::reason;

const DAY_SECONDS: i64 = 86_400;

/// The load that stands at this moment.
#[derive(Debug, Clone, PartialEq)]
pub struct Current {
    /// The load with its written range and target.
    pub point: LoadPoint,
    /// The decision to show, if a pause lowered the load.
    pub returned: Option<Decision>,
    /// The next session is the first after a pause.
    pub first_back: bool,
    /// What the rules remember, cleared of what a pause clears.
    pub memory: Memory,
}

/// Applies **return** on read: 14 days or more since the last time → at most 90%, 28 or more → at
/// most 80%, rounded down; misses are cleared. `context.now` is the moment of reading.
#[must_use]
pub fn current(state: &LoadState, context: &Context<'_>) -> Current {
    at(state, context, context.now)
}

/// Applies **return** as of another moment (a session is judged at its first set).
pub(super) fn at(state: &LoadState, context: &Context<'_>, moment: Timestamp) -> Current {
    let days = days_since(state, moment);
    let share = match days {
        Some(28..) => 0.8,
        Some(14..) => 0.9,
        _ => return standing(state),
    };
    let mut now = standing(state);
    now.first_back = true;
    now.memory.misses = 0;
    now.memory.tops = 0;
    now.memory.deloads = 0;
    if let Some(before) = state.point.weight_kg.map(Context::sane) {
        let lowered = context.scaled(before, share);
        if context.is_harder(before, lowered) {
            now.point.weight_kg = Some(lowered);
            now.returned = Some(decision(state, context, &now.point, days.unwrap_or(0)));
        }
    }
    now
}

fn standing(state: &LoadState) -> Current {
    Current { point: state.point.clone(), returned: None, first_back: false, memory: state.memory.clone() }
}

/// Whole days since the range was last lifted, or since a person set its load if that is later.
fn days_since(state: &LoadState, moment: Timestamp) -> Option<i64> {
    let last = state.last_at.max(state.memory.manual_at)?;
    state.last_at?;
    Some(moment.as_second().saturating_sub(last.as_second()) / DAY_SECONDS)
}

fn decision(state: &LoadState, context: &Context<'_>, next: &LoadPoint, days: i64) -> Decision {
    let before = state.point.weight_kg.unwrap_or_default();
    let lighter = next.weight_kg.unwrap_or_default();
    let top = amount(state.point.reps_max.into(), context);
    Decision {
        exercise_id: context.exercise.id.clone(),
        rule: Rule::Return,
        from: state.point.clone(),
        next: next.clone(),
        set_ids: Vec::new(),
        reason: Some(reason!("return_after_pause", days = days, weight_kg = lighter)),
        because: String::new(),
        flips: Some(reason!("flips_first_back", amount = top, weight_kg = before)),
        flips_if: String::new(),
    }
}
