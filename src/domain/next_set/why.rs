//! The one sentence that goes with a next set.

use super::load::{Felt, Frame};
use crate::domain::progression::{Memory, counts, kg, number};
use crate::domain::session::Rule;

/// Why this load: how the last set went, else where the load comes from.
pub(super) fn sentence(frame: &Frame<'_>, weight: f64, felt: Option<Felt>, open: bool) -> String {
    let reason = match felt {
        Some(felt) => after(felt, frame, weight),
        None => first(frame, weight),
    };
    if open { format!("{reason} This set is open-ended: stop two short of your limit.") } else { reason }
}

/// Before a warm-up.
pub(super) fn warmup(number: usize, of: usize, working_kg: f64) -> String {
    format!("Warm-up {number} of {of} on the way to {}.", kg(working_kg))
}

fn after(felt: Felt, frame: &Frame<'_>, weight: f64) -> String {
    let to = kg(weight);
    let unit = if frame.exercise.is_timed() { "seconds" } else { "reps" };
    match felt {
        Felt::Hard { rpe, target } => {
            format!("The last set was RPE {} with {} planned: {to} now.", number(rpe), number(target))
        }
        Felt::Short { count, bottom } => format!("{count} {unit} were under {bottom}: {to} now."),
        Felt::Pain => format!("It hurt today: no more than {to}, and stop if it hurts again."),
        Felt::Easy { rpe, target } => {
            format!("RPE {} with {} planned was easy: up to {to}.", number(rpe), number(target))
        }
        Felt::Light { rpe, target } => format!(
            "RPE {} with {} planned was easy, but the next step is a big one: {to} again, with more {unit}.",
            number(rpe),
            number(target)
        ),
        Felt::Many { count } => format!("{count} {unit} show that it is too light: up to {to}."),
        Felt::Right => format!("The last set was as planned: {to} again."),
    }
}

fn first(frame: &Frame<'_>, weight: f64) -> String {
    let to = kg(weight);
    let Some((state, now)) = frame.state.zip(frame.standing.as_ref()) else {
        return if frame.known.is_some() {
            format!("First time in this range: {to} comes from your best so far.")
        } else {
            format!("First time in this range: start at {to} and move up while it is easy.")
        };
    };
    if let Some(returned) = &now.returned {
        return returned.because.clone();
    }
    let Some(last) = last_time(&now.memory) else {
        return if state.last_rule == Rule::Manual {
            format!("You set {to} yourself.")
        } else {
            format!("{to} is what stands from last time.")
        };
    };
    match state.last_rule {
        Rule::Advance => format!("{last}: you earned {to}."),
        Rule::Deload => format!("{last}: {to} today, to build up again."),
        Rule::Manual => format!("{last}: you set {to} yourself."),
        Rule::Return => format!("{last}: back to {to}."),
        Rule::Hold => format!("{last}: {}", to_go(frame, &now.memory)),
    }
}

/// `Last time 8, 8, 7 at RPE 8`.
fn last_time(memory: &Memory) -> Option<String> {
    let rpe = memory.last_rpe.map(|rpe| format!(" at RPE {}", number((rpe * 2.0).round() / 2.0)));
    (!memory.last_counts.is_empty())
        .then(|| format!("Last time {}{}", counts(&memory.last_counts), rpe.unwrap_or_default()))
}

/// What is missing until the load goes up.
fn to_go(frame: &Frame<'_>, memory: &Memory) -> String {
    let top = u32::from(frame.top());
    let missing: u32 =
        memory.base().iter().map(|count| top.saturating_sub(*count)).fold(0, u32::saturating_add);
    let complete = memory.base().len() >= frame.sets_in_range();
    let unit = if frame.exercise.is_timed() { "second" } else { "rep" };
    match missing {
        _ if memory.ramping => "still light, so move up while it is easy.".to_owned(),
        _ if !complete => "finish every set this time.".to_owned(),
        _ if missing > 0 && memory.was_hard() => "it was hard, so the same again.".to_owned(),
        0 => "the same again, a little easier, and you go up.".to_owned(),
        1 => format!("one more {unit} and you go up."),
        _ => format!("one more {unit} a set, up to {top}."),
    }
}
