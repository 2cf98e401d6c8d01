//! A confirmed write that could not be done: recorded with its proposal, answered the same again.

use serde::{Deserialize, Serialize};

use crate::domain::field_error::FieldError;
use crate::domain::plan::Violation;
use crate::service::{Error, Result};
use crate::storage::proposals::StoredProposal;

/// Why it failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// What it was based on has moved (412).
    StaleState,
    /// A rule is broken now (422).
    Rule,
}

/// A bad field, as recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    pointer: String,
    message: String,
}

/// As recorded in the proposal's result.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Failure {
    code: Code,
    message: String,
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
        let message = "What this was based on has changed since; nothing was overwritten.".to_owned();
        Self {
            code: Code::StaleState,
            message,
            current: Some(current.to_owned()),
            errors: Vec::new(),
            violations: Vec::new(),
        }
    }

    /// What a use case refused with; None when it is no refusal but a fault of the server: then the
    /// proposal stays as it was.
    pub fn of(error: &Error, base: &str) -> Option<Self> {
        let (errors, violations) = match error {
            Error::Invalid(errors) => {
                let field =
                    |one: &FieldError| Field { pointer: one.pointer.clone(), message: one.message.clone() };
                (errors.iter().map(field).collect(), Vec::new())
            }
            Error::Rules(violations) => (Vec::new(), violations.clone()),
            Error::NotFound | Error::Conflict(_) | Error::Gone(_) | Error::Stale { .. } => {
                return Some(Self { message: error.to_string(), ..Self::stale(base) });
            }
            _ => return None,
        };
        Some(Self { code: Code::Rule, message: error.to_string(), current: None, errors, violations })
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
                let field = |one: Field| FieldError::new(one.pointer, "rule", one.message);
                Error::Invalid(self.errors.into_iter().map(field).collect())
            }
            Code::Rule => Error::Rules(self.violations),
        }
    }
}
