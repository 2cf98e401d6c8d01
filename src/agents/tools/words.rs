//! A proposal in words. What is stored of it, and bound by its digest, has none.

use serde::Deserialize as _;
use serde_json::Value;

use super::ToolSpec;
use crate::domain::proposal::{Proposal, ProposalStatus};
use crate::domain::reason::Reason;
use crate::wording::{Word, reasons};

impl Word for Proposal {
    fn word(&mut self) {
        if self.status == ProposalStatus::Failed {
            self.result.iter_mut().for_each(failure);
        }
        let id = self.args.get("exercise_id").and_then(Value::as_str).unwrap_or_default();
        if let Some(tool) = ToolSpec::named(&self.tool) {
            tool.word(&mut self.preview, id);
        }
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

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use serde_json::json;

    use super::*;
    use crate::domain::language::Language;
    use crate::domain::profile::Units;
    use crate::wording::{Wording, within};

    fn german() -> Wording {
        Wording { language: Language::parse("de").unwrap(), units: Units::Lb }
    }

    fn proposal(tool: &str, args: Value, preview: Value) -> Proposal {
        Proposal {
            id: "p1".into(),
            run_id: None,
            conversation_id: None,
            session_id: Some("s1".into()),
            tool: tool.into(),
            args,
            preview,
            digest: "d".into(),
            status: ProposalStatus::Proposed,
            expires_at: Timestamp::UNIX_EPOCH,
            resource: "session:s1".into(),
            base_version: "1".into(),
            reason: None,
            result: None,
            created_at: Timestamp::UNIX_EPOCH,
        }
    }

    #[test]
    fn a_proposal_shows_its_set_in_words() {
        let squat = json!({"exercise_id": "barbell-back-squat"});
        let set = |more: Value| {
            let mut set = json!({
                "exercise": "Barbell back squat", "set_index": 1, "kind": "working", "reps": 8,
                "duration_seconds": null, "weight_kg": 60.0, "target_rpe": 8.0, "rest_seconds": 150,
                "because": null,
            });
            set.as_object_mut().unwrap().extend(more.as_object().cloned().unwrap());
            set
        };
        let why = json!({"reason": {"code": "next_standing", "weight_kg": 60.0}});
        let shown = |preview: &Value| proposal("logSet", squat.clone(), preview.clone()).worded().preview;
        assert_eq!(shown(&set(why.clone()))["because"], "60 kg is what stands from last time.");
        let old = set(json!({"because": "As it was."}));
        assert_eq!(shown(&old), old, "a row from before there were reasons");
        let german = within(german(), || shown(&set(why)));
        assert_eq!(german["because"], "132,3 lb stehen vom letzten Mal.");
        assert_ne!(german["exercise"], "Barbell back squat");
        let odd = json!({"odd": true});
        assert_eq!(shown(&odd), odd, "what is not understood stays as it is");
    }
}
