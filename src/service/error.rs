//! The one error of the use cases. The web maps it to problem documents in one place; tools turn it
//! into a result that helps a model mend its call. What people read is its [`Error::reason`], in their
//! language; its `Display` is for logs and operators, and stands nowhere else.

use jiff::Timestamp;
use serde_json::Value;

pub use crate::domain::field_error::FieldError;
use crate::domain::plan::Violation;
use crate::domain::reason::Reason;
use crate::reason;
use crate::storage::{self, DatabaseError, ReadError, Trouble};

/// What a use case answers.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// The state of things forbids it; each has a problem type of its own, and `extra` members.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// Kebab-case type, for example `set-index-taken`.
    pub kind: &'static str,
    /// Why.
    pub reason: Reason,
    /// Members added to the problem document (an object), for example the set that is there.
    pub extra: Value,
}

impl Conflict {
    /// A conflict without further members.
    #[must_use]
    pub fn new(kind: &'static str, reason: Reason) -> Self {
        Self { kind, reason, extra: Value::Null }
    }

    /// Adds members.
    #[must_use]
    pub fn with(mut self, extra: Value) -> Self {
        self.extra = extra;
        self
    }
}

/// Why a use case did not happen. Nothing was written in any of these cases, unless the text says so.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Unknown, or another person's (404).
    #[error("not found")]
    NotFound,
    /// Fields with wrong values (422).
    #[error("some fields have wrong values")]
    Invalid(Vec<FieldError>),
    /// A plan that breaks plan rules (422).
    #[error("the plan breaks rules")]
    Rules(Vec<Violation>),
    /// If-Match is needed (428); the current tag.
    #[error("send If-Match with the version you changed")]
    PreconditionRequired {
        /// The current tag, unquoted.
        current: String,
    },
    /// If-Match does not match (412); the current tag.
    #[error("it has changed since you read it")]
    Stale {
        /// The current tag, unquoted.
        current: String,
    },
    /// A digest that is not the proposal's (412); the proposal is untouched.
    #[error("this is not what was shown: the digest differs")]
    WrongDigest,
    /// Forbidden by the state of things (409).
    #[error("a conflict: {}", .0.kind)]
    Conflict(Conflict),
    /// It was there and its time is over (410).
    #[error("gone: {}", .0.code)]
    Gone(Reason),
    /// Coaching is locked by a red flag (423).
    #[error("coaching is stopped until you say that it is resolved")]
    Locked {
        /// The red flag's word.
        flag: String,
    },
    /// Too many (429).
    #[error("too many: {}", .reason.code)]
    TooMany {
        /// What is too many.
        reason: Reason,
        /// Seconds until it may work again.
        retry_after: u64,
        /// When it begins anew, where that is a moment of its own.
        resets_at: Option<Timestamp>,
    },
    /// Wrong name or password (401).
    #[error("the name or the password is wrong")]
    WrongCredentials,
    /// The database is busy or away (503).
    #[error("the database is busy")]
    Busy,
    /// Other writes held the lock for too long (503).
    #[error("another write takes long")]
    Waited,
    /// The connection broke while a write was made durable: it may have happened (503).
    #[error("it is not known whether this was written")]
    Unsure,
    /// The database cannot be used as it is: read-only, full, damaged, refusing (503).
    #[error("the database cannot be used: {0}")]
    Unusable(DatabaseError),
    /// The database failed (500).
    #[error("the database failed: {0}")]
    Storage(DatabaseError),
    /// Something stored cannot be read back (500).
    #[error("stored data cannot be read: {0}")]
    Corrupt(#[from] serde_json::Error),
}

impl Error {
    /// One bad field.
    pub fn field(pointer: impl Into<String>, code: &'static str, reason: Reason) -> Self {
        Self::Invalid(vec![FieldError::new(pointer, code, reason)])
    }

    /// Why it did not happen. What went wrong inside the server is nobody's business but its operator's.
    #[must_use]
    pub fn reason(&self) -> Reason {
        match self {
            Self::NotFound => reason!("error_not_found"),
            Self::Invalid(_) => reason!("error_fields"),
            Self::Rules(_) => reason!("error_plan_rules"),
            Self::PreconditionRequired { .. } => reason!("error_if_match_needed"),
            Self::Stale { .. } => reason!("error_stale"),
            Self::WrongDigest => reason!("error_wrong_digest"),
            Self::Conflict(conflict) => conflict.reason.clone(),
            Self::Gone(reason) | Self::TooMany { reason, .. } => reason.clone(),
            Self::Locked { .. } => reason!("error_locked"),
            Self::WrongCredentials => reason!("error_wrong_credentials"),
            Self::Busy | Self::Waited => reason!("error_busy"),
            Self::Unsure => reason!("error_outcome_unknown"),
            Self::Unusable(_) => reason!("error_database_unusable"),
            Self::Storage(_) | Self::Corrupt(_) => reason!("error_internal"),
        }
    }
}

impl From<DatabaseError> for Error {
    fn from(error: DatabaseError) -> Self {
        match storage::trouble(&error) {
            Trouble::Locked => Self::Waited,
            Trouble::Busy => {
                tracing::warn!(%error, "the database is busy or away");
                Self::Busy
            }
            Trouble::Unusable => Self::Unusable(error),
            Trouble::Text => Self::field("", "characters", reason!("input_nul")),
            Trouble::Fault => Self::Storage(error),
        }
    }
}

impl From<ReadError> for Error {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::Database(error) => error.into(),
            ReadError::Json(error) => error.into(),
        }
    }
}

impl From<Conflict> for Error {
    fn from(conflict: Conflict) -> Self {
        Self::Conflict(conflict)
    }
}
