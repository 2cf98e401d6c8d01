//! The words for kinds of set: what a form offers, and what is said of a set that was lifted so.

use serde::Serialize;

use super::texts;
use crate::domain::set_kind::SetKind;

/// What a form offers for a set.
#[derive(Debug, Clone, Serialize)]
pub struct Choice {
    /// As forms send it.
    pub value: &'static str,
    /// In words.
    pub label: &'static str,
}

/// The kinds that a set can be said to be. A warm-up is not among them: it has cards of its own.
#[must_use]
pub fn choices() -> Vec<Choice> {
    let offered = SetKind::ALL.iter().filter_map(|kind| Some((kind, offered(*kind)?)));
    offered.map(|(kind, label)| Choice { value: kind.as_str(), label }).collect()
}

fn offered(kind: SetKind) -> Option<&'static str> {
    match kind {
        SetKind::Working => Some(texts::say("workout-kind-working")),
        SetKind::Warmup => None,
        SetKind::Drop => Some(texts::say("workout-drop-set")),
        SetKind::Amrap => Some(texts::say("workout-kind-amrap")),
    }
}

/// What is said of a set that was lifted; nothing of the kinds that are seen without a word.
#[must_use]
pub fn lifted(kind: SetKind) -> Option<&'static str> {
    match kind {
        SetKind::Working | SetKind::Warmup => None,
        SetKind::Drop => Some(texts::say("workout-drop-set")),
        SetKind::Amrap => Some(texts::say("workout-amrap-done")),
    }
}
