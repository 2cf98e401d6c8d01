//! Plain types and pure rules. No IO, no async, no clock, no SQL, no HTTP: time and randomness come
//! in as arguments, and the same input always gives the same answer.

pub mod catalogue;
pub mod current_load;
pub mod deload_week;
pub mod exercise;
pub mod field_error;
pub mod forecast;
pub mod generator;
pub mod import;
pub mod language;
pub mod lifter;
pub mod loads;
pub mod next_set;
pub mod own_exercise;
pub mod plan;
pub mod plan_diff;
pub mod plan_math;
pub mod plan_merge;
pub mod plan_preview;
pub mod policy;
pub mod profile;
pub mod progression;
pub mod proposal;
pub mod reason;
pub mod rules;
pub mod safety;
mod serde_default;
pub mod session;
pub mod set_bounds;
pub mod set_kind;
pub mod simulate;
pub mod strength;
pub mod summary;
pub mod swap;
pub mod units;
