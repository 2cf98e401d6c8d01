//! The tools: one file each, which says all of it: arguments, the doc comment that the model reads,
//! what it does (read or write), who may call it, a call into `service`, and of a gated tool its card
//! and what of it can be edited. No rule lives here.
//!
//! What only a model reads (descriptions, schemas, how a call is mended) is English, in code; what a call did
//! is said to people, in their language.
//!
//! A read answers at once. A write only drafts: its arguments are checked, tried inside a savepoint
//! that is undone, and shown; the gate performs exactly them after a confirm.

mod base;
mod bounded;
mod call;
pub mod card;
mod choice;
mod contracts;
#[cfg(test)]
mod example_test;
pub mod schema;
mod spec;
#[cfg(test)]
mod tests;
mod words;

mod draft_weekly_plan;
mod get_exercises;
mod get_profile;
mod get_progress;
mod get_session;
mod get_weekly_plan;
mod log_set;
mod save_weekly_plan;
mod suggest_next_set;
mod swap_exercise;
mod update_profile;

pub use base::Base;
pub use call::{base, conform, draft, fault, parse, perform, read, same_contract};
pub use contracts::{Choices, choices, contracts, definitions, ids_in};
pub use spec::{Call, Effect, ToolSpec};

use crate::service::Core;

/// Every tool, in the order in which models are told of them.
pub static TOOLS: [ToolSpec; 11] = [
    ToolSpec::read::<get_profile::GetProfile>(),
    ToolSpec::read::<get_exercises::GetExercises>(),
    ToolSpec::read::<get_weekly_plan::GetWeeklyPlan>(),
    ToolSpec::read::<draft_weekly_plan::DraftWeeklyPlan>(),
    ToolSpec::read::<get_progress::GetProgress>(),
    ToolSpec::write::<save_weekly_plan::SaveWeeklyPlan>(),
    ToolSpec::write::<update_profile::UpdateProfile>(),
    ToolSpec::read::<get_session::GetSession>(),
    ToolSpec::read::<suggest_next_set::SuggestNextSet>(),
    ToolSpec::write::<log_set::LogSet>(),
    ToolSpec::write::<swap_exercise::SwapExercise>(),
];

/// The tool whose answer a run finds at its beginning.
pub const PROFILE: &str = <get_profile::GetProfile as spec::ReadTool>::NAME;

/// Whose call it is. Ownership comes from the login and the run, never from an argument (law L6).
#[derive(Debug, Clone, Copy)]
pub struct Scope<'a> {
    /// The use cases' handles.
    pub core: &'a Core,
    /// The person.
    pub user_id: &'a str,
    /// The run's own session, for the Copilot.
    pub session_id: Option<&'a str>,
}
