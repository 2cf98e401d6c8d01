//! Looking at sessions.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{find, suggest};
use crate::domain::plan::Prescribed;
use crate::domain::proposal::Proposal;
use crate::domain::session::{LoggedSet, SessionStatus, SessionSummary};
use crate::reason;
use crate::service::core::{Core, Write};
use crate::service::error::{Error, Result};
use crate::service::pagination::{Ask, Page};
use crate::service::precondition::{IfMatch, Tag};
use crate::service::proposals;
use crate::storage::sessions::Session;
use crate::storage::sets::StoredSet;
use crate::storage::{Conn, sessions as storage, sets};

/// A session as answered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SessionView {
    /// UUID.
    pub id: String,
    /// Active, completed or abandoned.
    pub status: SessionStatus,
    /// The plan's day; null for a free workout.
    pub split_day: Option<String>,
    /// The plan's version it was made from.
    pub plan_version: i64,
    /// Its own copy of what was prescribed.
    pub prescribed: Vec<Prescribed>,
    /// When it began.
    pub started_at: Timestamp,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// In the person's words.
    pub notes: Option<String>,
    /// In the order they were lifted.
    pub sets: Vec<LoggedSet>,
    /// The open proposal of the next set.
    pub suggestion: Option<Proposal>,
    /// What it came to, once completed.
    pub summary: Option<SessionSummary>,
    /// Moves with every change.
    pub version: i64,
}

impl SessionView {
    /// Its entity tag at a moment, for the person whose it is.
    #[must_use]
    pub fn tag(&self, user_id: &str, now: Timestamp) -> Tag {
        tag(user_id, &self.id, self.version, self.suggestion.as_ref(), now)
    }
}

/// A session's tag: which one it is (the active one is read without its id), its version, and its suggestion while
/// that stands.
fn tag(user_id: &str, id: &str, version: i64, suggestion: Option<&Proposal>, now: Timestamp) -> Tag {
    let suggestion = match suggestion {
        Some(open) if open.expires_at > now => open.digest.get(..16).unwrap_or_default(),
        Some(_) => "expired",
        None => "none",
    };
    Tag::of(user_id, format_args!("session.{id}.{version}.{suggestion}"))
}

/// The current tag, by two indexed reads.
pub async fn current_tag(core: &Core, user_id: &str, id: &str) -> Result<Tag> {
    tag_in(&mut core.read().await?, user_id, id, core.clock.now()).await
}

async fn tag_in(conn: &mut Conn, user_id: &str, id: &str, now: Timestamp) -> Result<Tag> {
    let version = storage::version(conn, user_id, id).await?.ok_or(Error::NotFound)?;
    let open = proposals::suggestion(conn, id).await?;
    Ok(tag(user_id, id, version, open.as_ref(), now))
}

/// Whether a session is there, and as If-Match says; it is read only as far as that asks.
pub async fn honour(write: &mut Write, id: &str, if_match: &IfMatch) -> Result<()> {
    let (user_id, now) = (write.user_id.clone(), write.core.clock.now());
    if let IfMatch::Tags(_) = if_match {
        return if_match.honour(&tag_in(&mut write.tx, &user_id, id, now).await?);
    }
    storage::version(&mut write.tx, &user_id, id).await?.map(drop).ok_or(Error::NotFound)
}

/// A session with its sets and its open suggestion, inside a read or a write.
pub async fn load(conn: &mut Conn, user_id: &str, id: &str) -> Result<SessionView> {
    let session = find(conn, user_id, id).await?;
    view(conn, session).await
}

async fn view(conn: &mut Conn, session: Session) -> Result<SessionView> {
    let sets = sets::of_session(conn, &session.id).await?;
    let suggestion = suggestion(conn, &session).await?;
    Ok(shown(session, sets, suggestion))
}

/// Many sessions with their sets, read at once, and their open suggestions.
pub async fn views(conn: &mut Conn, sessions: Vec<Session>) -> Result<Vec<SessionView>> {
    let ids: Vec<&str> = sessions.iter().map(|session| session.id.as_str()).collect();
    let mut lifted = sets::of_sessions(conn, &ids).await?;
    let mut views = Vec::with_capacity(sessions.len());
    for session in sessions {
        let sets = lifted.remove(&session.id).unwrap_or_default();
        let suggestion = suggestion(conn, &session).await?;
        views.push(shown(session, sets, suggestion));
    }
    Ok(views)
}

/// Only an active session has one, and a person has at most one of these.
async fn suggestion(conn: &mut Conn, session: &Session) -> Result<Option<Proposal>> {
    match session.status {
        SessionStatus::Active => proposals::suggestion(conn, &session.id).await,
        SessionStatus::Completed | SessionStatus::Abandoned => Ok(None),
    }
}

pub(super) fn shown(session: Session, sets: Vec<StoredSet>, suggestion: Option<Proposal>) -> SessionView {
    SessionView {
        id: session.id,
        status: session.status,
        split_day: session.split_day,
        plan_version: session.plan_version,
        prescribed: session.prescribed,
        started_at: session.started_at,
        ended_at: session.ended_at,
        notes: session.notes,
        sets: sets.into_iter().map(|stored| stored.set).collect(),
        suggestion,
        summary: session.summary,
        version: session.version,
    }
}

/// A session. An active one whose suggestion has expired or is missing gets a new one first.
pub async fn get(core: &Core, user_id: &str, id: &str) -> Result<SessionView> {
    let now = core.clock.now();
    if let Some(found) = as_it_stands(core, user_id, id, now).await? {
        return Ok(found);
    }
    let mut write = core.write(user_id).await?;
    // Another reader may have renewed it while this one waited for the lock.
    let standing = load(&mut write.tx, user_id, id).await?;
    if standing.suggestion.as_ref().is_some_and(|open| open.expires_at > now) {
        return Ok(standing);
    }
    suggest::renew_suggestion(&mut write, id).await?;
    let renewed = load(&mut write.tx, user_id, id).await?;
    write.commit().await?;
    Ok(renewed)
}

/// The session, unless its suggestion is to be made first.
async fn as_it_stands(core: &Core, user_id: &str, id: &str, now: Timestamp) -> Result<Option<SessionView>> {
    let mut conn = core.read().await?;
    let session = find(&mut conn, user_id, id).await?;
    let found = view(&mut conn, session.clone()).await?;
    let stands = found.suggestion.as_ref().is_some_and(|open| open.expires_at > now);
    if stands || found.status != SessionStatus::Active || !core.agents {
        return Ok(Some(found));
    }
    let is_missing = found.suggestion.is_none();
    let rests =
        is_missing && suggest::is_nothing_due(&mut conn, core, user_id, (&session, &found.sets)).await?;
    Ok(rests.then_some(found))
}

/// The id of the active session, or not found.
pub async fn active_id(core: &Core, user_id: &str) -> Result<String> {
    storage::active_id(&mut core.read().await?, user_id).await?.ok_or(Error::NotFound)
}

/// The active session, or not found.
pub async fn active(core: &Core, user_id: &str) -> Result<SessionView> {
    get(core, user_id, &active_id(core, user_id).await?).await
}

/// A page of sessions, newest first.
pub async fn list(core: &Core, user_id: &str, ask: &Ask) -> Result<Page<SessionView>> {
    let mut conn = core.read().await?;
    let (millis, id) = position(&ask.after)?;
    let rows = storage::page(&mut conn, user_id, (millis, &id), ask.limit + 1).await?;
    let key = |last: &Session| format!("{}.{}", last.started_at.as_millisecond(), last.id);
    let page = Page::keyed(rows, ask, key);
    Ok(Page { items: views(&mut conn, page.items).await?, next_cursor: page.next_cursor })
}

fn position(after: &str) -> Result<(i64, String)> {
    if after.is_empty() {
        return Ok((i64::MAX, String::new()));
    }
    let read = after.split_once('.').and_then(|(millis, id)| Some((millis.parse().ok()?, id.to_owned())));
    read.ok_or_else(|| Error::field("?cursor", "invalid", reason!("input_cursor")))
}
