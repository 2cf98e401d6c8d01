//! What a proposal is based on.

use crate::service::{Error, Result, Write, sessions};
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

/// The version of the run's own session.
pub(super) async fn session_base(write: &mut Write, session: Option<&str>) -> Result<Base> {
    let id = own(session)?;
    let found = sessions::find(&mut write.tx, &write.user_id, id).await?;
    let (resource, version) = (format!("session:{id}"), found.version.to_string());
    Ok(Base { resource, version, session: Some(found) })
}
