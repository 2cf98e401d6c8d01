//! Who the agents are.

use crate::domain::exercise::vocabulary;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

vocabulary! {
    /// The two agents.
    Agent { Coach = "coach", Copilot = "copilot" }
}
