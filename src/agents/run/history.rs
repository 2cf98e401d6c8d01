//! The history that a request carries: trimmed from the front at the beginning of a turn only, so
//! that no call is ever without its result (law L8).

use std::collections::HashSet;

use crate::agents::model::Message;

/// Most characters of history in a request.
pub const MOST_CHARS: usize = 48_000;

fn weight(message: &Message) -> usize {
    match message {
        Message::System { text } | Message::User { text } => text.len(),
        Message::Assistant { text, calls, .. } => {
            text.len() + calls.iter().map(|call| call.name.len() + call.arguments.len()).sum::<usize>()
        }
        Message::Tool { content, .. } => content.len(),
    }
}

/// The newest turns that fit; the turn at hand stays whole whatever its size.
#[must_use]
pub fn trimmed(mut history: Vec<Message>, most: usize) -> Vec<Message> {
    let mut weight_after: usize = history.iter().map(weight).sum();
    let mut from = 0;
    let last = history.iter().rposition(is_user).unwrap_or(0);
    for (at, message) in history.iter().enumerate().take(last + 1) {
        if is_user(message) && (weight_after <= most || at == last) {
            from = at;
            break;
        }
        weight_after = weight_after.saturating_sub(weight(message));
    }
    history.split_off(from)
}

const fn is_user(message: &Message) -> bool {
    matches!(message, Message::User { .. })
}

/// Messages of one side that follow each other become one: strict chat templates want turns to
/// alternate, and a turn that failed leaves no answer behind.
#[must_use]
pub fn alternating(history: Vec<Message>) -> Vec<Message> {
    let mut out: Vec<Message> = Vec::with_capacity(history.len());
    for message in history {
        match (out.last_mut(), message) {
            (Some(Message::User { text }), Message::User { text: more }) => {
                text.push_str("\n\n");
                text.push_str(&more);
            }
            (_, message) => out.push(message),
        }
    }
    out
}

/// Whether every call has exactly one result, given before anything else is said, and every result
/// belongs to a call.
#[must_use]
pub fn is_valid(history: &[Message]) -> bool {
    let mut open: HashSet<&str> = HashSet::new();
    for message in history {
        match message {
            Message::Tool { call_id, .. } => {
                if !open.remove(call_id.as_str()) {
                    return false;
                }
            }
            _ if !open.is_empty() => return false,
            Message::Assistant { calls, .. } => {
                open = calls.iter().map(|call| call.id.as_str()).collect();
                if open.len() != calls.len() {
                    return false;
                }
            }
            Message::System { .. } | Message::User { .. } => {}
        }
    }
    open.is_empty()
}
