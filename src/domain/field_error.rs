//! A bad field, as every door reports it, and what collects all of them.

use super::reason::Reason;
use crate::reason;

/// One bad field.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
pub struct FieldError {
    /// JSON pointer into the body, or `?name` for a query parameter.
    pub pointer: String,
    /// A stable word, for example `out_of_range`.
    pub code: &'static str,
    /// Why, as facts.
    pub reason: Reason,
    /// Why, in one plain sentence; empty until it is said to somebody.
    pub message: String,
}

impl FieldError {
    /// A bad field.
    pub fn new(pointer: impl Into<String>, code: &'static str, reason: Reason) -> Self {
        Self { pointer: pointer.into(), code, reason, message: String::new() }
    }

    /// A bad field that was kept: from before there were reasons it has its sentence alone.
    #[must_use]
    pub fn kept(pointer: &str, code: &'static str, reason: Option<&Reason>, sentence: &str) -> Self {
        Self::new(pointer, code, reason.cloned().unwrap_or_else(|| reason!("verbatim", text = sentence)))
    }
}

/// Collects what is wrong with the fields of something, all at once.
#[derive(Debug, Default)]
pub struct Check(pub Vec<FieldError>);

impl Check {
    /// Where this does not hold the field is bad.
    pub fn that(&mut self, holds: bool, pointer: &str, code: &'static str, reason: Reason) {
        if !holds {
            self.0.push(FieldError::new(pointer, code, reason));
        }
    }
}
