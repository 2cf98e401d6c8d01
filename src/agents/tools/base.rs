//! What a proposal is based on.

use crate::service::{Error, Result};
use crate::storage::sessions::Session;

/// What a gated tool works on, and the state of it that a proposal is based on.
#[derive(Debug, Clone, PartialEq)]
pub struct Base {
    /// `plan`, `profile` or `session:<id>`.
    pub resource: String,
    /// Its version.
    pub version: String,
    /// The session that was read for it.
    pub session: Option<Session>,
}

/// The run's own session.
pub(super) fn own(session: Option<&str>) -> Result<&str> {
    session.ok_or(Error::NotFound)
}
