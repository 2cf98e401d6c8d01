//! Use cases: validate, then one transaction each. The one way to change anything: pages, REST and
//! the agents' tools all call these functions, so a rule exists once.
//!
//! Functions that write take a [`Write`]: a transaction that already holds the person's row, so
//! that the caller can put an idempotency record or a proposal's outcome into the same commit.

pub mod accounts;
mod adherence;
pub mod alarm;
pub mod athlete;
pub mod bodyweight;
mod calendar;
pub mod client_time;
pub mod conform;
pub mod conversations;
mod core;
pub mod demo;
pub mod error;
pub mod exercises;
pub mod export;
pub mod idempotency;
pub mod import;
pub mod json_input;
pub mod lifts;
mod manual_loads;
pub mod pagination;
pub mod plan_edits;
pub mod plan_versions;
pub mod plans;
pub mod precondition;
pub mod profiles;
pub mod progress;
pub mod proposals;
pub mod safety;
pub mod schema;
pub mod sessions;
pub mod sets;
pub mod simulation;
pub mod totals;

pub use self::core::{Core, Write};
pub use self::error::{Conflict, Error, FieldError, Result};
