//! When the sets of a workout were lifted: files tell when it began and, not always believably, when it
//! ended.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// From one set to the next where the file does not say how long a workout took.
const A_SET: SignedDuration = SignedDuration::from_mins(3);
/// From one set to the next at most.
const LONGEST_STEP: SignedDuration = SignedDuration::from_mins(5);
/// A workout that took longer was not ended when it was over.
const LONGEST: SignedDuration = SignedDuration::from_hours(4);
/// Moments are kept in milliseconds.
const LEAST: SignedDuration = SignedDuration::from_millis(1);

/// The end, where it can be believed.
pub fn believed(start: Timestamp, end: Option<Timestamp>) -> Option<Timestamp> {
    end.filter(|end| *end > start && end.duration_since(start) <= LONGEST)
}

/// From one set to the next: the time the workout took, in even parts, none of them beyond a few
/// minutes. All stay on the day the workout began on.
pub fn step(start: Timestamp, end: Option<Timestamp>, sets: usize, zone: &TimeZone) -> SignedDuration {
    let sets = i32::try_from(sets).unwrap_or(i32::MAX).max(1);
    let even = end.map_or(A_SET, |end| end.duration_since(start) / sets);
    let step = even.min(LONGEST_STEP).min(LONGEST / sets);
    let today = until_midnight(start, zone).map_or(step, |left| (left - LEAST) / sets);
    if today >= LEAST { step.min(today) } else { step.max(LEAST) }
}

fn until_midnight(start: Timestamp, zone: &TimeZone) -> Option<SignedDuration> {
    let midnight = start.to_zoned(zone.clone()).tomorrow().ok()?.start_of_day().ok()?;
    Some(midnight.timestamp().duration_since(start))
}
