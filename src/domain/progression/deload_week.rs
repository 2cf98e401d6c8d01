//! When a whole week should be a light one. Only ever a suggestion: no load moves by it.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::LoadState;
use crate::domain::session::Rule;

/// Deloads count for this long, seconds.
const WEEK_SECONDS: i64 = 7 * 86_400;
/// As many hard weeks running ask for a light one.
const HARD_WEEKS: usize = 6;
/// One lift that deloads is a lift's matter, not a week's.
const FEWEST_LIFTS: usize = 2;

/// Whether a week was hard: two thirds of the planned sets or more. A light week has fewer.
#[must_use]
pub fn is_hard_week(hard_sets: i64, planned_sets: usize) -> bool {
    let planned = i64::try_from(planned_sets).unwrap_or(i64::MAX);
    hard_sets > 0 && hard_sets.saturating_mul(3) >= planned.saturating_mul(2)
}

/// Suggests a deload week, in one sentence: when half the main lifts deloaded within a week, or
/// after six hard weeks running. `main` are the plan's compound lifts by exercise, `hard_weeks` the
/// hard weeks up to the last.
#[must_use]
pub fn deload_week<'a>(
    main: impl IntoIterator<Item = (&'a str, &'a LoadState)>,
    hard_weeks: usize,
    now: Timestamp,
) -> Option<String> {
    let mut lifts: BTreeMap<&str, bool> = BTreeMap::new();
    for (id, state) in main {
        let lately = state.last_at.is_some_and(|at| now.as_second() - at.as_second() < WEEK_SECONDS);
        *lifts.entry(id).or_default() |= lately && state.last_rule == Rule::Deload;
    }
    let deloaded = lifts.values().filter(|deloaded| **deloaded).count();
    if lifts.len() >= FEWEST_LIFTS && deloaded * 2 >= lifts.len() {
        return Some(format!(
            "{deloaded} of {} main lifts went down within a week: make this week a light one, with half the sets.",
            lifts.len()
        ));
    }
    (hard_weeks >= HARD_WEEKS)
        .then(|| format!("{hard_weeks} hard weeks running: make this week a light one, with half the sets."))
}
