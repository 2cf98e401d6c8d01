//! The numbers the plan rules hold a plan to.

use std::ops::RangeInclusive;

use crate::domain::set_bounds::{LEAST_RPE, MOST_KG, MOST_RPE, PLANNED};

pub use crate::domain::set_bounds::NOTE_CHARS;

/// Training days of a plan.
pub const DAYS: RangeInclusive<usize> = 1..=7;
/// Exercises of a day.
pub const EXERCISES_MOST: usize = 20;
/// Sets of one exercise in a day.
pub const SETS: RangeInclusive<usize> = 1..=PLANNED.most_sets as usize;
/// Repetitions of a set.
pub const REPS: RangeInclusive<u16> = PLANNED.fewest..=PLANNED.most_reps;
/// Seconds of a set of a timed exercise.
#[expect(clippy::cast_possible_truncation, reason = "ten minutes; checked where it is made")]
pub const SECONDS: RangeInclusive<u16> = {
    assert!(PLANNED.most_seconds <= u16::MAX as u32);
    PLANNED.fewest..=PLANNED.most_seconds as u16
};
/// Fewest seconds the generator asks of a timed set.
pub const TIMED_FEWEST: u16 = 10;
/// RPE, in halves.
pub const RPE: RangeInclusive<f64> = LEAST_RPE..=MOST_RPE;
/// Most rest after a set, seconds.
pub const REST_MOST: u32 = 900;
/// Rest after a set, seconds.
pub const REST_SECONDS: RangeInclusive<u32> = 0..=REST_MOST;
/// External load, kilograms.
pub const WEIGHT_KG: RangeInclusive<f64> = 0.0..=MOST_KG;
/// Fewest repetitions for a minor.
pub const MINOR_FEWEST_REPS: u16 = 5;
/// Highest RPE for a minor.
pub const MINOR_MOST_RPE: f64 = 8.0;
/// Hard sets of one muscle on a day that ask for a day of rest after it.
pub const CONSECUTIVE_SETS: usize = 4;
/// Most characters of a day's key and of a superset group.
pub const KEY_CHARS: usize = 20;
/// Most characters of a day's focus.
pub const FOCUS_CHARS: usize = 100;
