//! Warm-ups: 40% × 5, 60% × 3, 80% × 2 before the first heavy set of a movement pattern. Never in
//! the way: once the pattern is trained, none is offered.

use super::load::Frame;
use super::{NextSetInput, why};
use crate::domain::exercise::{BodyweightUse, Mechanic};
use crate::domain::loads::SAME_KG;
use crate::domain::progression::Context;
use crate::domain::session::{NextSet, SetKind};

/// Share of the working load and repetitions.
const STEPS: [(f64, u16); 3] = [(0.4, 5), (0.6, 3), (0.8, 2)];

/// The next warm-up before a first working set at `working_kg`; its rest is left to the caller.
pub(super) fn next(input: &NextSetInput<'_>, frame: &Frame<'_>, working_kg: f64) -> Option<NextSet> {
    let exercise = frame.exercise;
    let heavy = exercise.mechanic == Mechanic::Compound
        && !exercise.is_timed()
        && exercise.bodyweight != BodyweightUse::Assisted;
    if !heavy || trained(input, frame) {
        return None;
    }
    let id = frame.line.planned.exercise_id.as_str();
    let own = input.sets.iter().filter(|set| set.exercise_id == id && set.is_warmup());
    let done = own.map(|set| set.set_index).max().unwrap_or(0);
    let ladder = ladder(&frame.context(), working_kg);
    let (kg, reps) = ladder.get(usize::from(done)).copied()?;
    Some(NextSet {
        exercise_id: Some(id.to_owned()),
        set_index: Some(done.saturating_add(1)),
        kind: SetKind::Warmup,
        weight_kg: Some(kg),
        reps: Some(reps),
        duration_seconds: None,
        rpe: None,
        rest_seconds: 0,
        reason: Some(why::warmup(usize::from(done).saturating_add(1), ladder.len(), working_kg)),
        because: String::new(),
        done: false,
    })
}

/// Whether the movement pattern already had a set that was no warm-up.
fn trained(input: &NextSetInput<'_>, frame: &Frame<'_>) -> bool {
    input.sets.iter().filter(|set| !set.is_warmup()).any(|set| {
        set.exercise_id == frame.exercise.id
            || input.catalogue.get(&set.exercise_id).is_some_and(|one| one.pattern == frame.exercise.pattern)
    })
}

/// Load and repetitions of each warm-up, rising. Those at or below the least load become one.
pub(super) fn ladder(context: &Context<'_>, working_kg: f64) -> Vec<(f64, u16)> {
    let least = context.loads.least();
    let mut ladder: Vec<(f64, u16)> = Vec::new();
    if !context.is_harder(working_kg, least) {
        return ladder;
    }
    for (share, reps) in STEPS {
        let body = context.effort(0.0);
        let kg = context.loads.nearest(context.effort(working_kg).mul_add(share, -body));
        let rises = ladder.last().is_none_or(|(before, _)| kg > before + SAME_KG);
        if rises && context.is_harder(working_kg, kg) {
            ladder.push((kg, reps));
        }
    }
    ladder
}
