//! What is shown of a proposal, in words. What is stored of it, and bound by its digest, has none.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{Word, exercises};
use crate::domain::plan_preview::PlanPreview;
use crate::domain::proposal::{Proposal, SetPreview};
use crate::domain::swap::SwapPreview;

/// Puts words into a proposal's preview. One that is not understood stays as it is.
pub fn word(proposal: &mut Proposal) {
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

fn reword<T: Serialize + DeserializeOwned>(preview: &mut Value, word: impl FnOnce(&mut T)) {
    let Ok(mut shown) = T::deserialize(&*preview) else { return };
    word(&mut shown);
    if let Ok(worded) = serde_json::to_value(shown) {
        *preview = worded;
    }
}
