//! Loads that no session decided: the first of a range, a person's own, and the cap for agents.

use super::say::load;
use super::{Context, LoadState, LoadStates, Memory, RangeKey, layoff};
use crate::domain::exercise::{BodyweightUse, Exercise};
use crate::domain::loads::SAME_KG;
use crate::domain::profile::Profile;
use crate::domain::session::{Decision, LoadPoint, Rule};
use crate::domain::strength::{e1rm, weight_for};
use crate::reason;

/// What is known of someone's strength in an exercise, kilograms of total load: the latest session
/// of any range, else a lift they named in the profile. None where neither gives an estimate.
#[must_use]
pub fn known_e1rm(states: &LoadStates, profile: &Profile, context: &Context<'_>) -> Option<f64> {
    let id = &context.exercise.id;
    let lifted = states
        .iter()
        .filter(|(key, state)| key.exercise_id == *id && state.memory.e1rm_kg.is_some())
        .max_by_key(|(_, state)| state.last_at)
        .and_then(|(_, state)| state.memory.e1rm_kg);
    let named = || {
        let lifts = profile.known_lifts.iter().filter(|lift| lift.exercise_id == *id);
        lifts
            .filter_map(|lift| e1rm(context.total_kg(lift.weight_kg)?, lift.reps.into(), None))
            .max_by(f64::total_cmp)
    };
    lifted.or_else(named)
}

/// Where a range without history starts: what the e1RM gives for the fewest repetitions at the
/// target RPE, rounded down, else the least load (for an assisted exercise: help with half the
/// body). A timed exercise has no e1RM, and where nothing can be added to the body nothing is.
#[must_use]
pub fn starting(
    exercise: &Exercise,
    reps_min: u16,
    reps_max: u16,
    rpe: Option<f64>,
    known_e1rm: Option<f64>,
    context: &Context<'_>,
) -> LoadPoint {
    let total = known_e1rm
        .filter(|_| !exercise.is_timed())
        .filter(|_| context.bodyweight_kg.is_some() || exercise.bodyweight == BodyweightUse::None)
        .and_then(|max| weight_for(max, reps_min.into(), rpe));
    let bare =
        exercise.bodyweight != BodyweightUse::None && context.loads.above(context.loads.least()).is_none();
    let weight = match (total.filter(|_| !bare), exercise.bodyweight) {
        (Some(total), _) => context.at_effort(total),
        (None, BodyweightUse::Assisted) if !bare => context.scaled(0.0, 0.5),
        (None, _) => context.loads.least(),
    };
    LoadPoint { weight_kg: Some(weight), reps_min, reps_max, rpe }
}

/// A load that a person wrote themselves stands as written, and clears what led to the last one.
#[must_use]
pub fn manual(
    state: Option<&LoadState>,
    key: &RangeKey,
    weight_kg: f64,
    context: &Context<'_>,
) -> (Decision, LoadState) {
    let weight = Context::sane(weight_kg);
    let bare = LoadPoint { weight_kg: None, reps_min: key.reps_min, reps_max: key.reps_max, rpe: None };
    let from = state.map_or(bare, |state| layoff::current(state, context).point);
    let next =
        LoadPoint { weight_kg: Some(weight), reps_min: key.reps_min, reps_max: key.reps_max, rpe: from.rpe };
    let flips = match from.weight_kg {
        Some(before) => reason!("flips_empty_keeps", weight_kg = before),
        None => reason!("flips_empty"),
    };
    let decision = Decision {
        exercise_id: key.exercise_id.clone(),
        rule: Rule::Manual,
        from,
        next: next.clone(),
        set_ids: Vec::new(),
        reason: Some(reason!("manual_load", load = load(weight, context))),
        because: String::new(),
        flips: Some(flips),
        flips_if: String::new(),
    };
    let before = state.map(|state| state.memory.clone()).unwrap_or_default();
    let memory = Memory {
        e1rm_kg: before.e1rm_kg,
        last_counts: before.last_counts,
        base_counts: before.base_counts,
        last_rpe: before.last_rpe,
        last_kg: before.last_kg,
        manual_at: Some(context.now),
        ..Memory::default()
    };
    let last_at = state.and_then(|state| state.last_at);
    (decision, LoadState { point: next, last_rule: Rule::Manual, last_at, memory })
}

/// The most that an agent may propose, kilograms: 10% above what stands, after rounding; without
/// history what the range starts at (within a session: what the ramp gives, which the caller
/// passes as `start`). For an assisted exercise it is the least help, see [`within_cap`].
#[must_use]
pub fn agent_cap_kg(state: Option<&LoadState>, start: &LoadPoint, context: &Context<'_>) -> f64 {
    let decided = state.and_then(|state| layoff::current(state, context).point.weight_kg);
    let Some(decided) = decided.map(Context::sane) else {
        return start.weight_kg.map_or_else(|| context.loads.least(), Context::sane);
    };
    let cap = context.scaled(decided, 1.1);
    if context.is_harder(cap, decided) { cap } else { decided }
}

/// Whether a load is within the cap of [`agent_cap_kg`].
#[must_use]
pub fn within_cap(weight_kg: f64, cap_kg: f64, exercise: &Exercise) -> bool {
    if exercise.bodyweight == BodyweightUse::Assisted {
        weight_kg >= cap_kg - SAME_KG
    } else {
        weight_kg <= cap_kg + SAME_KG
    }
}
