//! How much a set may say, prescribed or logged: the one table for rules, schemas, forms, imports and scripts
//! (`static/js/bounds.js` is written from it). What is sensible training is [`rules`](super::rules)' business; here
//! stands only what can be meant at all, so that a slip of the thumb is told from a set.

use serde::Serialize;

/// The bounds of one way to speak of sets.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct SetBounds {
    /// Sets of one exercise in a workout, warm-ups apart; they are numbered from 1.
    pub most_sets: u16,
    /// Fewest repetitions, or seconds.
    pub fewest: u16,
    /// Most repetitions.
    pub most_reps: u16,
    /// Most seconds of a timed exercise.
    pub most_seconds: u32,
}

/// What was lifted: a fact is never refused for being unwise. 100 sets and repetitions are beyond every workout that
/// the imported histories hold; ten hours are the longest activity that other trackers export as one timed set. None
/// at all is a set too: it was tried.
pub const LOGGED: SetBounds = SetBounds { most_sets: 100, fewest: 0, most_reps: 100, most_seconds: 36_000 };

/// What a plan asks for: at least one, and no more than a day has room for. 20 sets of 100 are already a day's work;
/// a hold above ten minutes is an activity, not a set.
pub const PLANNED: SetBounds = SetBounds { most_sets: 20, fewest: 1, most_reps: 100, most_seconds: 600 };

/// The heaviest external load, kilograms: twice the heaviest deadlift, which leaves room for leg presses.
pub const MOST_KG: f64 = 1000.0;
/// The lightest effort on the scale of the RTS chart.
pub const LEAST_RPE: f64 = 1.0;
/// Nothing left.
pub const MOST_RPE: f64 = 10.0;
/// Characters of a set's or an exercise's note: some sentences, small enough for a model's context.
pub const NOTE_CHARS: usize = 500;

impl SetBounds {
    /// Whether sets are numbered so.
    #[must_use]
    pub fn has_index(&self, index: u16) -> bool {
        (1..=self.most_sets).contains(&index)
    }

    /// Whether so many repetitions can be meant.
    #[must_use]
    pub fn has_reps(&self, reps: u16) -> bool {
        (self.fewest..=self.most_reps).contains(&reps)
    }

    /// Whether so many seconds can be meant.
    #[must_use]
    pub fn has_seconds(&self, seconds: u32) -> bool {
        (u32::from(self.fewest)..=self.most_seconds).contains(&seconds)
    }
}

/// Whether an external load can be meant, kilograms. No number is none.
#[must_use]
pub fn is_load(kg: f64) -> bool {
    (0.0..=MOST_KG).contains(&kg)
}

/// Whether it is an effort: on the scale, in halves.
#[must_use]
pub fn is_rpe(rpe: f64) -> bool {
    (LEAST_RPE..=MOST_RPE).contains(&rpe) && (rpe * 2.0).fract() == 0.0
}

/// Whether a note can be kept: short enough, and without the one character that no database takes.
#[must_use]
pub fn is_note(text: &str) -> bool {
    text.chars().count() <= NOTE_CHARS && !text.contains('\0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_bound_holds_at_itself_and_not_one_beyond() {
        for bounds in [LOGGED, PLANNED] {
            assert!(bounds.has_index(1) && bounds.has_index(bounds.most_sets));
            assert!(!bounds.has_index(0) && !bounds.has_index(bounds.most_sets + 1));
            assert!(bounds.has_reps(bounds.fewest) && bounds.has_reps(bounds.most_reps));
            assert!(!bounds.has_reps(bounds.most_reps + 1));
            assert!(bounds.has_seconds(bounds.most_seconds) && !bounds.has_seconds(bounds.most_seconds + 1));
        }
        assert!(LOGGED.has_reps(0) && !PLANNED.has_reps(0), "a set that failed is logged, never asked for");
        for (kg, fits) in
            [(0.0, true), (-0.5, false), (MOST_KG, true), (MOST_KG + 0.5, false), (f64::NAN, false)]
        {
            assert_eq!(is_load(kg), fits, "{kg}");
        }
        for (rpe, fits) in
            [(1.0, true), (0.5, false), (7.5, true), (7.25, false), (10.0, true), (10.5, false)]
        {
            assert_eq!(is_rpe(rpe), fits, "{rpe}");
        }
        assert!(is_note(&"é".repeat(NOTE_CHARS)) && !is_note(&"e".repeat(NOTE_CHARS + 1)) && !is_note("\0"));
    }
}
