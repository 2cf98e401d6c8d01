//! What is read off a list of times.

use std::time::Duration;

/// The time that so many of a thousand stay within.
pub fn percentile(times: &[Duration], of_thousand: usize) -> Duration {
    let mut times = times.to_vec();
    times.sort_unstable();
    let at = (times.len() * of_thousand / 1000).min(times.len().saturating_sub(1));
    times.get(at).copied().unwrap_or_default()
}

/// The middle one.
pub fn median(times: &[Duration]) -> Duration {
    percentile(times, 500)
}
