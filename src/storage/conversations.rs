//! Conversations and the history that a model sees, one message a row.

use jiff::Timestamp;

use super::macros::{execute, fetch_all, fetch_one, fetch_optional};
use super::{Conn, ReadError, Tx};

/// A conversation.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct StoredConversation {
    /// UUID.
    pub id: String,
    /// Its first words.
    pub title: String,
    /// The session of a copilot conversation.
    pub session_id: Option<String>,
    /// Epoch milliseconds.
    pub created_at: i64,
    /// Epoch milliseconds.
    pub updated_at: i64,
}

/// A message of the history.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct StoredMessage {
    /// UUID.
    pub id: String,
    /// The run that it belongs to.
    pub run_id: String,
    /// JSON text.
    pub body: String,
    /// Epoch milliseconds.
    pub created_at: i64,
}

/// Adds a conversation.
pub async fn insert(tx: &mut Tx, user_id: &str, row: &StoredConversation) -> Result<(), sqlx::Error> {
    execute!(
        tx,
        "INSERT INTO conversations (id, user_id, title, session_id, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
        &row.id,
        user_id,
        &row.title,
        &row.session_id,
        row.created_at,
        row.updated_at,
    )
    .map(drop)
}

/// A person's conversation.
pub async fn get(
    conn: &mut Conn,
    user_id: &str,
    id: &str,
) -> Result<Option<StoredConversation>, sqlx::Error> {
    fetch_optional!(
        conn,
        StoredConversation,
        "SELECT id, title, session_id, created_at, updated_at FROM conversations
         WHERE user_id = $1 AND id = $2",
        user_id,
        id,
    )
}

/// The copilot conversation of a session.
pub async fn of_session(
    conn: &mut Conn,
    user_id: &str,
    session_id: &str,
) -> Result<Option<StoredConversation>, sqlx::Error> {
    fetch_optional!(
        conn,
        StoredConversation,
        "SELECT id, title, session_id, created_at, updated_at FROM conversations
         WHERE user_id = $1 AND session_id = $2",
        user_id,
        session_id,
    )
}

/// A person's chats (not those of sessions), newest first, from before an id.
pub async fn page(
    conn: &mut Conn,
    user_id: &str,
    before: &str,
    limit: i64,
) -> Result<Vec<StoredConversation>, sqlx::Error> {
    fetch_all!(
        conn,
        StoredConversation,
        "SELECT id, title, session_id, created_at, updated_at FROM conversations
         WHERE user_id = $1 AND session_id IS NULL AND ($2 = '' OR id < $2) ORDER BY id DESC LIMIT $3",
        user_id,
        before,
        limit,
    )
}

/// Deletes a conversation with its runs, events and messages. False if there was none.
pub async fn delete(tx: &mut Tx, user_id: &str, id: &str) -> Result<bool, sqlx::Error> {
    Ok(execute!(tx, "DELETE FROM conversations WHERE user_id = $1 AND id = $2", user_id, id)? == 1)
}

/// Names a conversation that has no name yet, and marks it as used.
pub async fn touch(tx: &mut Tx, id: &str, title: &str, now: Timestamp) -> Result<(), sqlx::Error> {
    execute!(
        tx,
        "UPDATE conversations SET updated_at = $2, title = CASE WHEN title = '' THEN $3 ELSE title END
         WHERE id = $1",
        id,
        now.as_millisecond(),
        title,
    )
    .map(drop)
}

/// Adds messages at the end of the history, in order: id and JSON text of each.
pub async fn append(
    tx: &mut Tx,
    conversation_id: &str,
    run_id: &str,
    messages: &[(String, String)],
    now: Timestamp,
) -> Result<(), ReadError> {
    let (last,) = fetch_one!(
        tx,
        (i64,),
        "SELECT COALESCE(MAX(seq), 0) FROM messages WHERE conversation_id = $1",
        conversation_id,
    )?;
    for (seq, (id, body)) in (last + 1..).zip(messages) {
        execute!(
            tx,
            "INSERT INTO messages (id, conversation_id, run_id, seq, body, created_at)
             VALUES ($1, $2, $3, $4, $5, $6)",
            id,
            conversation_id,
            run_id,
            seq,
            body,
            now.as_millisecond(),
        )?;
    }
    Ok(())
}

/// The newest messages, oldest of them first.
pub async fn messages(
    conn: &mut Conn,
    conversation_id: &str,
    most: i64,
) -> Result<Vec<StoredMessage>, sqlx::Error> {
    let mut rows = fetch_all!(
        conn,
        StoredMessage,
        "SELECT id, run_id, body, created_at FROM messages WHERE conversation_id = $1
         ORDER BY seq DESC LIMIT $2",
        conversation_id,
        most,
    )?;
    rows.reverse();
    Ok(rows)
}
