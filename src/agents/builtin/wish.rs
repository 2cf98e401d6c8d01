//! What a person can want of the built-in coach.

use serde::{Deserialize, Serialize};

/// What a person wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Intent {
    MakePlan,
    ChangePlan,
    /// A draft to look at, nothing proposed.
    DraftOnly,
    /// "Save it": the plan once more, to be confirmed on its card.
    Again,
    ShowPlan,
    Next,
    Progress,
    Why,
    Swap,
    Find,
    ChangeProfile,
    Remember,
    /// A standing note is to go.
    Forget,
    ShowProfile,
    Session,
    Log,
    FeltEasy,
    FeltHeavy,
    Pain,
    /// Someone under age.
    Minor,
    Finish,
    Yes,
    No,
    Greeting,
    Thanks,
    Help,
    Unknown,
}
