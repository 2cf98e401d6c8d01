//! The tools: one file each, with the argument type, the doc comment that the model reads, what it
//! does (read or write), who may call it, and a call into `service`. No rule lives here.
//!
//! What only a model reads (descriptions, schemas, how a call is mended) is English, in code; what a call did
//! is said to people, in their language.
//!
//! A read answers at once. A write only drafts: its arguments are checked, tried inside a savepoint
//! that is undone, and shown; the gate performs exactly them after a confirm.

mod base;
mod bounded;
mod call;
mod contracts;
pub mod schema;

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
pub use call::{base, conform, draft, fault, parse, perform, read};
pub use contracts::{Choices, choices, contracts, ids_in, specs};

use serde_json::Value;

use super::roster::Agent;
use crate::service::Core;
use crate::wording::texts;

/// What a tool does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Answers at once and changes nothing.
    Read,
    /// Becomes a proposal.
    Write,
}

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

macro_rules! tools {
    ($($tool:ident = $name:literal, $module:ident, $effect:ident, [$($agent:ident),+];)+) => {
        /// Every tool.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Tool { $(#[doc = $name] $tool),+ }

        impl Tool {
            /// Every tool, in the order models are told of them.
            pub const ALL: &'static [Self] = &[$(Self::$tool),+];

            /// Its name, camelCase.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$tool => $name),+ }
            }

            /// Whether it reads or writes.
            #[must_use]
            pub const fn effect(self) -> Effect {
                match self { $(Self::$tool => Effect::$effect),+ }
            }

            /// Who may call it.
            #[must_use]
            pub const fn agents(self) -> &'static [Agent] {
                match self { $(Self::$tool => &[$(Agent::$agent),+]),+ }
            }

            /// What the model reads, and the strict schema of the arguments.
            #[must_use]
            pub fn schema(self) -> (String, Value) {
                match self { $(Self::$tool => schema::strict::<$module::Args>()),+ }
            }
        }
    };
}

tools! {
    GetProfile = "getProfile", get_profile, Read, [Coach];
    GetExercises = "getExercises", get_exercises, Read, [Coach];
    GetWeeklyPlan = "getWeeklyPlan", get_weekly_plan, Read, [Coach];
    DraftWeeklyPlan = "draftWeeklyPlan", draft_weekly_plan, Read, [Coach];
    GetProgress = "getProgress", get_progress, Read, [Coach];
    SaveWeeklyPlan = "saveWeeklyPlan", save_weekly_plan, Write, [Coach];
    UpdateProfile = "updateProfile", update_profile, Write, [Coach];
    GetSession = "getSession", get_session, Read, [Copilot];
    SuggestNextSet = "suggestNextSet", suggest_next_set, Read, [Copilot];
    LogSet = "logSet", log_set, Write, [Copilot];
    SwapExercise = "swapExercise", swap_exercise, Write, [Copilot];
}

impl Tool {
    /// The tool with this name, if this agent may call it.
    #[must_use]
    pub fn find(name: &str, agent: Agent) -> Option<Self> {
        Self::ALL.iter().copied().find(|tool| tool.name() == name && tool.agents().contains(&agent))
    }

    /// The tool with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|tool| tool.name() == name)
    }

    /// What a call of it did, in a few words for the person.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::GetProfile => texts::say("agents-did-get-profile"),
            Self::GetExercises => texts::say("agents-did-get-exercises"),
            Self::GetWeeklyPlan => texts::say("agents-did-get-plan"),
            Self::DraftWeeklyPlan => texts::say("agents-did-draft-plan"),
            Self::GetProgress => texts::say("agents-did-get-progress"),
            Self::SaveWeeklyPlan => texts::say("agents-did-save-plan"),
            Self::UpdateProfile => texts::say("agents-did-update-profile"),
            Self::GetSession => texts::say("agents-did-get-session"),
            Self::SuggestNextSet => texts::say("agents-did-suggest"),
            Self::LogSet => texts::say("agents-did-log"),
            Self::SwapExercise => texts::say("agents-did-swap"),
        }
    }
}
