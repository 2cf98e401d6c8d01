//! A confirmed write that could not be done: recorded with its proposal, answered the same again.

use serde::{Deserialize, Serialize};

use crate::domain::field_error::FieldError;
use crate::domain::plan::Violation;
use crate::domain::reason::Reason;
use crate::reason;
use crate::service::{Error, Result};
use crate::storage::proposals::StoredProposal;
use crate::wording;

/// Why it failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// What it was based on has moved (412).
    StaleState,
    /// A rule is broken now (422).
    Rule,
}

/// A bad field, as recorded. What was recorded before there were reasons has a sentence alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    pointer: String,
    message: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reason: Option<Reason>,
}

impl From<&FieldError> for Field {
    fn from(one: &FieldError) -> Self {
        let message = wording::reason(&one.reason);
        Self { pointer: one.pointer.clone(), message, reason: Some(one.reason.clone()) }
    }
}

impl From<Field> for FieldError {
    fn from(one: Field) -> Self {
        Self::kept(&one.pointer, "rule", one.reason.as_ref(), &one.message)
    }
}

/// As recorded in the proposal's result.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Failure {
    code: Code,
    message: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reason: Option<Reason>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    current: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    errors: Vec<Field>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    violations: Vec<Violation>,
}

impl Failure {
    /// The base state has moved to this version.
    pub fn stale(current: &str) -> Self {
        let stale = Self::new(Code::StaleState, reason!("proposal_stale"));
        Self { current: Some(current.to_owned()), ..stale }
    }

    /// For this reason, said to whom it happens: the model and the stream are told of it at once.
    fn new(code: Code, reason: Reason) -> Self {
        let message = wording::reason(&reason);
        let (errors, violations) = (Vec::new(), Vec::new());
        Self { code, message, reason: Some(reason), current: None, errors, violations }
    }

    /// What a use case refused with; None when it is no refusal but a fault of the server: then the
    /// proposal stays as it was.
    pub fn of(error: &Error, base: &str) -> Option<Self> {
        let (errors, violations) = match error {
            Error::Invalid(errors) => (errors.iter().map(Field::from).collect(), Vec::new()),
            Error::Rules(violations) => (Vec::new(), violations.clone()),
            Error::NotFound | Error::Conflict(_) | Error::Gone(_) | Error::Stale { .. } => {
                let stale = Self::new(Code::StaleState, error.reason());
                return Some(Self { current: Some(base.to_owned()), ..stale });
            }
            _ => return None,
        };
        Some(Self { errors, violations, ..Self::new(Code::Rule, error.reason()) })
    }

    /// Reads it back from a failed proposal.
    pub fn stored(row: &StoredProposal) -> Result<Self> {
        Ok(serde_json::from_str(row.result.as_deref().unwrap_or("null"))?)
    }

    /// As JSON text.
    pub fn text(&self) -> Result<String> {
        Ok(serde_json::to_string(self)?)
    }

    /// What the person is answered, each time.
    pub fn into_error(self) -> Error {
        match self.code {
            Code::StaleState => Error::Stale { current: self.current.unwrap_or_default() },
            Code::Rule if self.violations.is_empty() => {
                Error::Invalid(self.errors.into_iter().map(FieldError::from).collect())
            }
            Code::Rule => Error::Rules(self.violations),
        }
    }
}
