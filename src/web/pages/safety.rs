//! The page of its own on which a person says that a red flag is resolved.

use serde::Serialize;

use super::page::Page;

/// The values of `safety.html`.
#[derive(Debug, Clone, Serialize)]
pub struct SafetyPage {
    /// Coaching is stopped.
    pub locked: bool,
    /// The red flag in plain words.
    pub flag: String,
    /// Since when.
    pub since: String,
    /// Idempotency key.
    pub key: String,
}

impl Page for SafetyPage {
    const TEMPLATE: &'static str = "safety.html";
}

#[cfg(test)]
impl super::tests::Sample for SafetyPage {
    fn sample() -> Self {
        Self {
            locked: true,
            flag: "chest pain".into(),
            since: "Mon 23 Nov, 18:05".into(),
            key: "0198".repeat(5),
        }
    }
}
