//! Ending a session: completing it decides the next loads, abandoning it keeps the sets and decides
//! nothing. A status once final stays.

use jiff::{SignedDuration, Timestamp};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{SessionView, decide, find, load, renew_suggestion};
use crate::domain::session::SessionStatus;
use crate::reason;
use crate::service::athlete::Athlete;
use crate::service::core::Write;
use crate::service::error::{Conflict, Error, Result};
use crate::service::json_input::present;
use crate::service::{proposals, safety};
use crate::storage::sessions::{self as storage, Session};
use crate::storage::sets;
use crate::storage::users::{self, Counter};

/// Whoever goes on after a set goes on within this; a workout said to be over later ended before.
const LONGEST_AFTER_A_SET: SignedDuration = SignedDuration::from_hours(1);

/// What can change of a session.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PatchSession {
    /// `completed` or `abandoned`; final.
    #[serde(default)]
    pub status: Option<SessionStatus>,
    /// At most 2000 characters; null takes them away.
    #[serde(default, deserialize_with = "present")]
    #[schemars(with = "Option<String>", length(max = 2000))]
    pub notes: Option<Option<String>>,
}

/// Ends a session, or changes its notes.
pub async fn patch(write: &mut Write, id: &str, patch: PatchSession) -> Result<SessionView> {
    let user_id = write.user_id.clone();
    let mut session = find(&mut write.tx, &user_id, id).await?;
    if let Some(notes) = patch.notes {
        let text = notes.as_deref().unwrap_or_default();
        if text.chars().count() > 2000 || text.contains('\0') {
            return Err(Error::field("/notes", "length", reason!("session_notes_length", most = 2000)));
        }
        // Notes that stand were heard when they were written, and may have been resolved since.
        if session.notes.as_deref() != Some(text) {
            safety::heed(write, text).await?;
        }
        session.notes = notes.filter(|text| !text.is_empty());
    }
    match patch.status {
        Some(_) if session.status != SessionStatus::Active => return Err(is_final(&session)),
        Some(SessionStatus::Completed) => {
            let ended = when_it_ended(write, &session).await?;
            complete(write, &mut session, ended).await?;
        }
        Some(SessionStatus::Abandoned) => abandon(write, &mut session).await?,
        None | Some(SessionStatus::Active) => {
            storage::update(&mut write.tx, &mut session).await?;
            // The suggestion is bound to the session's version, which has just moved.
            renew_suggestion(write, id).await?;
        }
    }
    load(&mut write.tx, &user_id, id).await
}

/// Now, unless it was over long before anyone said so: then it ended with its last set.
async fn when_it_ended(write: &mut Write, session: &Session) -> Result<Timestamp> {
    let now = write.core.clock.now();
    let lifted = sets::of_session(&mut write.tx, &session.id).await?;
    let last = last_set(session, lifted.iter().map(|stored| stored.set.logged_at));
    Ok(if now.duration_since(last) > LONGEST_AFTER_A_SET { last } else { now })
}

pub(super) fn is_final(session: &Session) -> Error {
    let reason = reason!("conflict_session_final", status = session.status.as_str());
    Conflict::new("session-final", reason)
        .with(serde_json::json!({ "session_status": session.status }))
        .into()
}

async fn abandon(write: &mut Write, session: &mut Session) -> Result<()> {
    session.status = SessionStatus::Abandoned;
    session.ended_at = Some(when_it_ended(write, session).await?);
    storage::update(&mut write.tx, session).await?;
    proposals::supersede_session(write, &session.id).await
}

/// Completes a session as of a moment: decisions, records and totals in this one transaction, once.
pub(super) async fn complete(write: &mut Write, session: &mut Session, at: Timestamp) -> Result<()> {
    session.status = SessionStatus::Completed;
    session.ended_at = Some(at.max(session.started_at));
    let athlete = Athlete::load(&mut write.tx, &write.core, &write.user_id).await?;
    decide::summarise(write, session, &athlete, None).await?;
    storage::update(&mut write.tx, session).await?;
    let user_id = write.user_id.clone();
    users::bump(&mut write.tx, &user_id, Counter::Completed).await?;
    proposals::supersede_session(write, &session.id).await
}

/// Completes a session that another took the place of, as of its last set.
pub(super) async fn complete_as_of_last_set(write: &mut Write, id: &str) -> Result<()> {
    let user_id = write.user_id.clone();
    let mut session = find(&mut write.tx, &user_id, id).await?;
    let lifted = sets::of_session(&mut write.tx, id).await?;
    let last = last_set(&session, lifted.iter().map(|stored| stored.set.logged_at));
    session.ends_with_last_set = true;
    complete(write, &mut session, last).await
}

/// When a session that ends with its last set ended.
pub fn last_set(session: &Session, logged: impl Iterator<Item = Timestamp>) -> Timestamp {
    logged.max().unwrap_or(session.started_at)
}
