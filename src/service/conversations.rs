//! Conversations as a person sees them: begun, listed, read, deleted. What is said in them is the
//! agents' part.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::core::{Core, Write};
use super::error::{Error, Result};
use super::pagination::{Ask, Page};
use super::sessions;
use crate::domain::proposal::Proposal;
use crate::domain::session::SessionStatus;
use crate::reason;
use crate::service::Conflict;
use crate::storage::conversations::{self as storage, StoredConversation, StoredMessage};
use crate::storage::{moment, proposals, runs};

/// Messages answered with a conversation.
const MOST_MESSAGES: i64 = 400;
/// Proposals answered with a conversation.
const MOST_PROPOSALS: i64 = 100;

/// A conversation as listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Conversation {
    /// UUID.
    pub id: String,
    /// Its first words; empty until something was said.
    pub title: String,
    /// The session of a copilot conversation.
    pub session_id: Option<String>,
    /// When it began.
    pub created_at: Timestamp,
    /// When something was last said.
    pub updated_at: Timestamp,
}

/// What was said, and by whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Said {
    /// UUID.
    pub id: String,
    /// The run it belongs to.
    pub run_id: String,
    /// `user` or `assistant`.
    pub role: String,
    /// The text; may be empty where only tools were called.
    pub text: String,
    /// Names of the tools called.
    pub tools: Vec<String>,
    /// When.
    pub created_at: Timestamp,
}

/// A conversation as read.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ConversationView {
    /// As listed.
    #[serde(flatten)]
    pub conversation: Conversation,
    /// In order. Of a run that is not over only the person's words; the rest streams.
    pub messages: Vec<Said>,
    /// The proposals made in it, in order, as they stand.
    pub proposals: Vec<Proposal>,
    /// The run that is not over.
    pub active_run_id: Option<String>,
}

impl From<StoredConversation> for Conversation {
    fn from(row: StoredConversation) -> Self {
        Self {
            id: row.id,
            title: row.title,
            session_id: row.session_id,
            created_at: moment(row.created_at),
            updated_at: moment(row.updated_at),
        }
    }
}

/// What begins a conversation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct NewConversation {
    /// A name; without one its first words name it.
    #[schemars(length(max = 100))]
    pub title: Option<String>,
}

/// Begins a conversation.
pub async fn create(write: &mut Write, new: NewConversation) -> Result<Conversation> {
    let title = new.title.unwrap_or_default().trim().to_owned();
    if title.chars().count() > 100 || title.contains('\0') {
        return Err(Error::field("/title", "length", reason!("input_most_characters_no_nul", most = 100)));
    }
    insert(write, title, None).await
}

async fn insert(write: &mut Write, title: String, session_id: Option<String>) -> Result<Conversation> {
    let now = write.core.clock.now().as_millisecond();
    let id = write.core.clock.new_id();
    let row = StoredConversation { id, title, session_id, created_at: now, updated_at: now };
    let user_id = write.user_id.clone();
    storage::insert(&mut write.tx, &user_id, &row).await?;
    Ok(row.into())
}

/// The copilot conversation of an active session, begun if there is none.
pub async fn of_session(write: &mut Write, session_id: &str) -> Result<Conversation> {
    let user_id = write.user_id.clone();
    let session = sessions::find(&mut write.tx, &user_id, session_id).await?;
    if session.status != SessionStatus::Active {
        return Err(Conflict::new("session-not-active", reason!("conflict_session_ended")).into());
    }
    match storage::of_session(&mut write.tx, &user_id, session_id).await? {
        Some(row) => Ok(row.into()),
        None => insert(write, String::new(), Some(session_id.to_owned())).await,
    }
}

/// What was said with the copilot in a session; none where nothing was.
pub async fn find_of_session(
    core: &Core,
    user_id: &str,
    session_id: &str,
) -> Result<Option<ConversationView>> {
    let found = storage::of_session(&mut core.read().await?, user_id, session_id).await?;
    match found {
        Some(row) => get(core, user_id, &row.id).await.map(Some),
        None => Ok(None),
    }
}

/// A person's chats, newest first.
pub async fn list(core: &Core, user_id: &str, ask: &Ask) -> Result<Page<Conversation>> {
    let mut conn = core.read().await?;
    let rows = storage::page(&mut conn, user_id, &ask.after, ask.limit + 1).await?;
    let items: Vec<Conversation> = rows.into_iter().map(Conversation::from).collect();
    Ok(Page::of(items, ask, |item| &item.id))
}

/// A conversation with what was said in it.
pub async fn get(core: &Core, user_id: &str, id: &str) -> Result<ConversationView> {
    let mut conn = core.read().await?;
    let row = storage::get(&mut conn, user_id, id).await?.ok_or(Error::NotFound)?;
    let active = runs::active(&mut conn, id).await?.map(|run| run.id);
    let messages = storage::messages(&mut conn, id, MOST_MESSAGES).await?;
    let now = core.clock.now();
    let made = proposals::of_conversation(&mut conn, id, MOST_PROPOSALS).await?;
    let made: Result<Vec<_>> = made.into_iter().map(|row| Ok(row.view()?.seen_at(now))).collect();
    let streams = |said: &Said| said.role != "user" && Some(&said.run_id) == active.as_ref();
    Ok(ConversationView {
        messages: messages.into_iter().filter_map(visible).filter(|said| !streams(said)).collect(),
        proposals: made?,
        conversation: row.into(),
        active_run_id: active,
    })
}

/// A message as a person sees it; results of tools are not shown.
fn visible(row: StoredMessage) -> Option<Said> {
    let body: Value = serde_json::from_str(&row.body).ok()?;
    let word = |key: &str| body.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let role = word("role");
    if role != "user" && role != "assistant" {
        return None;
    }
    let calls = body.get("calls").and_then(Value::as_array).into_iter().flatten();
    let tools = calls.filter_map(|call| call.get("name").and_then(Value::as_str)).map(str::to_owned);
    Some(Said {
        tools: tools.collect(),
        text: word("text"),
        role,
        id: row.id,
        run_id: row.run_id,
        created_at: moment(row.created_at),
    })
}

/// Whether the person has this conversation; not found otherwise.
pub async fn require(write: &mut Write, id: &str) -> Result<Conversation> {
    let user_id = write.user_id.clone();
    Ok(storage::get(&mut write.tx, &user_id, id).await?.ok_or(Error::NotFound)?.into())
}

/// Deletes a conversation; its open proposals are superseded.
pub async fn delete(write: &mut Write, id: &str) -> Result<()> {
    let user_id = write.user_id.clone();
    for open in proposals::open_of_user(&mut write.tx, &user_id).await? {
        if open.conversation_id.as_deref() == Some(id) {
            super::proposals::supersede(write, &open.id).await?;
        }
    }
    if storage::delete(&mut write.tx, &user_id, id).await? { Ok(()) } else { Err(Error::NotFound) }
}
