//! The sentences of a decision: one for why, one for what would have flipped it.

use super::Context;
use super::reading::{Read, Reading};
use crate::domain::exercise::BodyweightUse;

/// A number without needless zeros, at most two decimals.
pub(crate) fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A weight in words.
pub(crate) fn kg(value: f64) -> String {
    format!("{} kg", number(value))
}

/// `8, 8, 7`.
pub(crate) fn counts(counts: &[u32]) -> String {
    counts.iter().map(u32::to_string).collect::<Vec<_>>().join(", ")
}

/// `8 reps` or `30 seconds`.
pub(super) fn amount(count: u32, context: &Context<'_>) -> String {
    let unit = match (context.exercise.is_timed(), count) {
        (true, 1) => "second",
        (true, _) => "seconds",
        (false, 1) => "rep",
        (false, _) => "reps",
    };
    format!("{count} {unit}")
}

/// The load in words; bodyweight alone has none.
pub(super) fn load(weight: f64, context: &Context<'_>) -> String {
    match context.exercise.bodyweight {
        BodyweightUse::Full if weight <= 0.0 => "bodyweight".to_owned(),
        BodyweightUse::Full => format!("+{}", kg(weight)),
        BodyweightUse::Assisted => format!("{} of help", kg(weight)),
        BodyweightUse::None => kg(weight),
    }
}

/// `8, 8, 7 at RPE 8`.
pub(super) fn done(reading: &Reading<'_>) -> String {
    let rpe = reading.mean_rpe().map(|rpe| format!(" at RPE {}", number((rpe * 2.0).round() / 2.0)));
    format!("{}{}", counts(&reading.counts()), rpe.unwrap_or_default())
}

/// Which sets fell short of the top: `set 3` or `sets 2 and 3`.
pub(super) fn short(reading: &Reading<'_>, extra: u32) -> Option<String> {
    let fell = |read: &&Read<'_>| read.count < read.top.saturating_add(extra);
    let which: Vec<String> =
        reading.asked.iter().filter(fell).map(|read| read.set.set_index.to_string()).collect();
    match which.split_last()? {
        (only, []) => Some(format!("set {only}")),
        (last, rest) => Some(format!("sets {} and {last}", rest.join(", "))),
    }
}
