//! What the model is told of a gated call, once it is decided. It is never told "pending". A machine reads
//! it, so it is English; people see the proposal and its outcome in their own language.

use serde_json::json;

use super::Decision;
use crate::domain::proposal::ProposalStatus;

/// The result of a gated call as JSON text. A reason is the person's words, quoted as data.
#[must_use]
pub fn result_of(decision: &Decision) -> String {
    let (status, reason, result) = (decision.status, &decision.reason, &decision.result);
    let told = match status {
        ProposalStatus::Executed => json!({"status": status, "result": result}),
        ProposalStatus::Declined => json!({
            "status": status,
            "reason": reason,
            "message": "The person said no; nothing was changed. Do not make the same call again.",
        }),
        ProposalStatus::Failed => json!({
            "status": status,
            "error": result,
            "message": "It was confirmed but could not be done; nothing was changed.",
        }),
        ProposalStatus::Expired => json!({
            "status": status,
            "message": "Nobody decided in time; nothing was changed.",
        }),
        ProposalStatus::Superseded | ProposalStatus::Proposed => json!({
            "status": ProposalStatus::Superseded,
            "message": "not executed: something newer took its place; nothing was changed.",
        }),
    };
    told.to_string()
}

/// The result of a call that was not handled because the run ended.
#[must_use]
pub fn not_executed(why: &str) -> String {
    json!({"status": "not_executed", "message": format!("not executed: {why}; nothing was changed.")})
        .to_string()
}
