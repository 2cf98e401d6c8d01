//! What the model is told of a gated call, once it is decided. It is never told "pending".

use serde_json::{Value, json};

use super::Decision;
use crate::domain::proposal::ProposalStatus;

/// The result of a gated call as JSON text. A reason is the person's words, quoted as data.
#[must_use]
pub fn told(decision: &Decision) -> String {
    let mut told = json!({"status": decision.status});
    match decision.status {
        ProposalStatus::Executed => {
            told["result"] = decision.result.clone().unwrap_or(Value::Null);
        }
        ProposalStatus::Declined => {
            told["reason"] = decision.reason.clone().map_or(Value::Null, Value::String);
            told["message"] =
                "The person said no; nothing was changed. Do not make the same call again.".into();
        }
        ProposalStatus::Failed => {
            told["error"] = decision.result.clone().unwrap_or(Value::Null);
            told["message"] = "It was confirmed but could not be done; nothing was changed.".into();
        }
        ProposalStatus::Expired => {
            told["message"] = "Nobody decided in time; nothing was changed.".into();
        }
        ProposalStatus::Superseded | ProposalStatus::Proposed => {
            told["status"] = ProposalStatus::Superseded.as_str().into();
            told["message"] = "not executed: something newer took its place; nothing was changed.".into();
        }
    }
    told.to_string()
}

/// The result of a call that was not handled because the run ended.
#[must_use]
pub fn not_executed(why: &str) -> String {
    json!({"status": "not_executed", "message": format!("not executed: {why}; nothing was changed.")})
        .to_string()
}
