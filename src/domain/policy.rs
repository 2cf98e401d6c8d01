//! The numbers of the rules, each with its reason or source: how far, how often and how much. What a number means for a
//! set or a week stands with the rule that uses it; what can be meant at all is [`set_bounds`](super::set_bounds)',
//! what a plan must keep to is [`limits`](super::rules::limits)'.

// --- Progression ---

/// Over its target by this much on average, a session was harder than planned: one repetition in reserve, which is
/// what people misjudge by at most close to failure (Zourdos et al. 2016).
pub const HARD_RPE: f64 = 1.0;

/// How far above the top a set is ever asked to go before a step or a harder variation: at 2 to 3% a repetition, five
/// bridge the coarsest step that is common, from 10 to 12 kg.
pub const MOST_EXTRA: u16 = 5;

/// As many sessions running with a set under the range take the load down: one is a bad day.
pub const MISSES: u8 = 2;

/// A miss at this RPE on average takes the load down at once: there was nothing left, so it was no slip of attention.
pub const WORN_RPE: f64 = 9.5;

/// Half a point over its target a session was still as planned: the scale has halves, and one of them is noise.
pub const EASY_OVER: f64 = 0.5;

/// Under its target by this much a set was too light, points of RPE: the ramp goes on.
pub const UNDER_RPE: f64 = 2.0;

/// Without an RPE, as many above the top say the same: two points are two repetitions, and one more is to be sure.
pub const UNDER_REPS: u32 = 3;

/// Taken for the body where a percentage needs one and the profile has none, kilograms. Only the
/// size of steps rests on it, never an e1RM.
pub const ASSUMED_BODYWEIGHT_KG: f64 = 70.0;

// --- The next set ---

/// Over its target by this much, a set was too heavy: a point may be noise, a point and a half is not.
pub const OVER_RPE: f64 = 1.5;

/// No more than this times the prescribed effort within a session; a little over 10% for what
/// rounding leaves behind.
pub const MOST_RAISE: f64 = 1.1 + 1e-6;

/// What a new range is ramped by, where that is more than a step: from a careful start a handful of sets find the load.
pub const RAMP: f64 = 1.15;

/// The longest rest between warm-ups, seconds: they tire nobody.
pub const WARMUP_REST_SECONDS: u32 = 60;

// --- A lighter week ---

/// Hard weeks in a row that ask for an easier one: programmes plan one every four to eight.
pub const HARD_WEEKS: usize = 6;

/// Days in which deloads count together: a week's sessions are one state of tiredness.
pub const WINDOW_DAYS: i64 = 7;

/// A week is hard from this share of the plan's sets on: with a day missed out of four it was still trained.
pub const HARD_SHARE: f64 = 0.75;

/// One lift that is lightened is that lift's own matter.
pub const FEWEST_LIFTS: usize = 2;

// --- Minutes of a day ---

/// Finding the place and loading the bar, seconds for each exercise.
pub const SETUP_SECONDS: u32 = 120;

/// Time under the bar for one set, seconds; a timed set takes its own if that is longer.
pub const SET_SECONDS: u32 = 40;

/// Rest after a set of an exercise that the catalogue does not know, seconds.
pub const UNKNOWN_REST_SECONDS: u32 = 120;
