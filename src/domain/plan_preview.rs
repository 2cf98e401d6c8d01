//! What a person is shown of a proposed plan. It is made once, stored as text under the proposal's
//! digest, and read back from there; nothing of it is computed again. Facts are stored, and `wording`
//! says them where it is shown; what was stored in words stays as it is.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::forecast::Futures;
use super::plan::Violation;
use super::plan_diff::PlanDiff;

/// The preview of saveWeeklyPlan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PlanPreview {
    /// The diff as sentences, worded for whom it is said to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<String>,
    /// What changes against the plan that stands, with weekly sets for each muscle before and after.
    pub diff: PlanDiff,
    /// Rules it brushes against.
    #[serde(default)]
    pub warnings: Vec<Violation>,
    /// The main lifts in the weeks to come. Previews stored before there were any have none.
    #[serde(default)]
    pub futures: Option<Futures>,
    /// One sentence by who proposed it.
    #[serde(default)]
    pub reason: Option<String>,
}
