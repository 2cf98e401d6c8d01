//! What is shown of a proposal, in words. What is stored of it, and bound by its digest, has none.

use serde::de::DeserializeOwned;
use serde::{Deserialize as _, Serialize};
use serde_json::Value;

use super::{Word, exercises, reasons};
use crate::domain::plan_preview::PlanPreview;
use crate::domain::proposal::{Proposal, ProposalStatus, SetPreview};
use crate::domain::reason::Reason;
use crate::domain::swap::SwapPreview;

/// Puts words into a proposal's preview, and into the result of one that failed. What is not understood
/// stays as it is.
pub fn word(proposal: &mut Proposal) {
    if proposal.status == ProposalStatus::Failed {
        proposal.result.iter_mut().for_each(failure);
    }
    let id = proposal.args.get("exercise_id").and_then(Value::as_str).unwrap_or_default();
    match proposal.tool.as_str() {
        "saveWeeklyPlan" => reword(&mut proposal.preview, PlanPreview::word),
        "logSet" => reword(&mut proposal.preview, |set: &mut SetPreview| {
            exercises::rename(&mut set.exercise, id);
            set.word();
        }),
        "swapExercise" => reword(&mut proposal.preview, |swap: &mut SwapPreview| {
            exercises::rename(&mut swap.exercise, id);
            swap.replacement.word();
        }),
        _ => {}
    }
}

/// Why a write failed, and each of its fields; what was recorded without a reason keeps its sentence.
fn failure(result: &mut Value) {
    let reason = result.get("reason").and_then(|reason| Reason::deserialize(reason).ok());
    if let (Some(reason), Some(message)) = (reason, result.get_mut("message")) {
        *message = reasons::reason(&reason).into();
    }
    let errors = result.get_mut("errors").and_then(Value::as_array_mut);
    errors.into_iter().flatten().for_each(failure);
}

fn reword<T: Serialize + DeserializeOwned>(preview: &mut Value, word: impl FnOnce(&mut T)) {
    let Ok(mut shown) = T::deserialize(&*preview) else { return };
    word(&mut shown);
    if let Ok(worded) = serde_json::to_value(shown) {
        *preview = worded;
    }
}
