//! The page of its own on which a person says that a red flag is resolved.

#[cfg(test)]
mod samples;

use serde::Serialize;

use crate::web::pages::page::Page;

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
