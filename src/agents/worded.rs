//! What use cases answer to tools and over HTTP alike, with its words put in.

use serde_json::{Value, json};

use super::driver::Sent;
use super::run::event::RunEvent;
use crate::domain::proposal::ProposalStatus;
use crate::service::progress::{Best, Lift, Progress};
use crate::service::sessions::{Alternative, NextSetOptions};
use crate::wording::{Word, exercises, outcomes};

impl Word for Lift {
    fn word(&mut self) {
        exercises::rename(&mut self.name, &self.exercise_id);
    }
}

impl Word for Best {
    fn word(&mut self) {
        exercises::rename(&mut self.name, &self.exercise_id);
    }
}

impl Word for Progress {
    fn word(&mut self) {
        self.lifts.word();
        self.records.word();
    }
}

impl Word for Alternative {
    fn word(&mut self) {
        exercises::rename(&mut self.name, &self.exercise_id);
    }
}

impl Word for NextSetOptions {
    fn word(&mut self) {
        self.next.word();
        self.alternatives.word();
    }
}

impl Word for RunEvent {
    fn word(&mut self) {
        match self {
            Self::ProposalCreated { proposal } => proposal.word(),
            Self::ToolResult { summary, .. } => decided_in_words(summary),
            Self::Snapshot(snapshot) => {
                snapshot.tools.iter_mut().filter_map(|tool| tool.summary.as_mut()).for_each(decided_in_words);
                snapshot.proposals.word();
            }
            _ => {}
        }
    }
}

/// A gated call sums up as its proposal's status, which is a code; whatever else sums up is words already.
fn decided_in_words(summary: &mut String) {
    if let Ok(status) = serde_json::from_value::<ProposalStatus>(json!(summary)) {
        outcomes::became(status).clone_into(summary);
    }
}

/// Of what is sent only proposals and results have words that are put in; all else goes out as it was stored.
impl Word for Sent {
    fn word(&mut self) {
        if !matches!(self.event.as_str(), "proposal.created" | "snapshot" | "tool.result") {
            return;
        }
        let data: Value = serde_json::from_str(&self.data).unwrap_or_default();
        let whole = json!({ "event": self.event, "data": data });
        let Ok(event) = serde_json::from_value::<RunEvent>(whole) else { return };
        let worded = serde_json::to_value(event.worded()).unwrap_or_default();
        if let Some(data) = worded.get("data") {
            self.data = data.to_string();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::language::Language;
    use crate::wording::{Wording, within};

    fn sent(event: &str, data: &Value) -> Sent {
        Sent { epoch: 1, seq: 2, event: event.to_owned(), data: data.to_string() }
    }

    #[test]
    fn a_proposal_is_streamed_in_words_and_all_else_as_it_was_stored() {
        let german = Wording { language: Language::parse("de").unwrap(), ..Wording::default() };
        let data = |sent: Sent| -> Value {
            let sent = within(german, || sent.worded());
            serde_json::from_str(&sent.data).unwrap()
        };
        let proposal = json!({
            "id": "p1", "run_id": "r1", "conversation_id": null, "session_id": "s1", "tool": "logSet",
            "args": {"exercise_id": "barbell-back-squat"}, "digest": "d", "status": "proposed",
            "preview": {
                "exercise": "Barbell back squat", "set_index": 1, "kind": "working", "reps": 8,
                "duration_seconds": null, "weight_kg": 60.0, "target_rpe": 8.0, "rest_seconds": 150,
                "reason": {"code": "next_all_done"}, "because": null,
            },
            "expires_at": "2026-01-05T18:00:00Z", "resource": "session:s1", "base_version": "1",
            "reason": null, "result": null, "created_at": "2026-01-05T17:00:00Z",
        });
        let created = data(sent("proposal.created", &json!({ "proposal": proposal })));
        assert_eq!(created["proposal"]["preview"]["because"], "Alles Geplante ist geschafft.");
        assert_eq!(created["proposal"]["digest"], "d");
        let shown = json!({"last_id": "1.1", "messages": [], "tools": [], "proposals": [proposal]});
        let snapshot = data(sent("snapshot", &shown));
        assert_eq!(snapshot["proposals"][0]["preview"], created["proposal"]["preview"]);
        let result = json!({"call_id": "c1", "tool": "logSet", "ok": false, "summary": "declined"});
        assert_eq!(data(sent("tool.result", &result))["summary"], "abgelehnt");
        let spoken = json!({"call_id": "c1", "tool": "getProfile", "ok": true, "summary": "declined twice"});
        assert_eq!(data(sent("tool.result", &spoken)), spoken);
        for (event, stored) in [("text.delta", json!({"delta": "60 kg"})), ("snapshot", json!("odd"))] {
            assert_eq!(data(sent(event, &stored)), stored, "{event}");
        }
    }
}
