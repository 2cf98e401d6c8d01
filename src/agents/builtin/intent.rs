//! What a message wants: small phrase tables, read from top to bottom, first match wins. Messages
//! that match none are [`Intent::Unknown`] and get an honest "that I cannot do".

use super::pattern::matches;
use super::phrases::{COACH, COPILOT, NAMED};
use super::slots::Slots;
use super::text;
pub use super::wish::Intent;
use crate::agents::roster::Agent;

/// A message understood.
#[derive(Debug, Clone, PartialEq)]
pub struct Understood {
    pub intent: Intent,
    pub slots: Slots,
    pub tokens: Vec<String>,
}

/// Reads a message for an agent. Total and deterministic.
#[must_use]
pub fn understand(text: &str, agent: Agent) -> Understood {
    let named = named_tool(text);
    let plain = named.map_or_else(|| text.to_owned(), |(name, _)| without(text, name));
    let tokens = text::tokens(&plain);
    let slots = Slots::read(&tokens);
    let intent = named.map_or_else(|| classify(&tokens, &slots, agent), |(_, intent)| intent);
    Understood { intent, slots, tokens }
}

fn named_tool(text: &str) -> Option<(&'static str, Intent)> {
    let lower = text.to_lowercase();
    NAMED.iter().copied().find(|(name, _)| lower.contains(name))
}

/// The text without the tool's name, so that its letters are no words of the message.
fn without(text: &str, name: &str) -> String {
    text.to_lowercase().replace(name, " ")
}

fn classify(tokens: &[String], slots: &Slots, agent: Agent) -> Intent {
    let table = match agent {
        Agent::Coach => COACH,
        Agent::Copilot => COPILOT,
    };
    if tokens.is_empty() {
        return if agent == Agent::Copilot { Intent::Why } else { Intent::Help };
    }
    table
        .iter()
        .find(|(_, needs, patterns)| {
            needs.met(slots) && patterns.iter().any(|pattern| pattern.is_empty() || matches(tokens, pattern))
        })
        .map_or(Intent::Unknown, |(intent, _, _)| *intent)
}
