//! Runs: the run machine as stored, and what is answered of it.

use super::macros::{execute, fetch_all, fetch_one, fetch_optional};
use super::{Conn, Tx};

/// A run.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct StoredRun {
    /// UUID.
    pub id: String,
    /// Whose it is.
    pub user_id: String,
    /// Its conversation.
    pub conversation_id: String,
    /// The session of a copilot run.
    pub session_id: Option<String>,
    /// Coach or copilot.
    pub agent: String,
    /// Word of the run's status.
    pub status: String,
    /// Name of the model.
    pub model: String,
    /// The machine, as JSON text.
    pub state: String,
    /// Model steps.
    pub steps: i64,
    /// Tokens read.
    pub input_tokens: i64,
    /// Tokens written.
    pub output_tokens: i64,
    /// Counts towards the daily cap.
    pub counted: bool,
    /// The driver's incarnation; part of every event's id.
    pub epoch: i64,
    /// Epoch milliseconds.
    pub started_at: i64,
    /// Epoch milliseconds.
    pub ended_at: Option<i64>,
}

macro_rules! select {
    ($tail:literal) => {
        concat!(
            "SELECT id, user_id, conversation_id, session_id, agent, status, model, state, steps,
               input_tokens, output_tokens, counted, epoch, started_at, ended_at FROM runs ",
            $tail
        )
    };
}

/// Adds a run.
pub async fn insert(tx: &mut Tx, row: &StoredRun) -> Result<(), sqlx::Error> {
    execute!(
        tx,
        "INSERT INTO runs (id, user_id, conversation_id, session_id, agent, status, model, state, steps,
           input_tokens, output_tokens, counted, epoch, started_at, ended_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
        &row.id,
        &row.user_id,
        &row.conversation_id,
        &row.session_id,
        &row.agent,
        &row.status,
        &row.model,
        &row.state,
        row.steps,
        row.input_tokens,
        row.output_tokens,
        row.counted,
        row.epoch,
        row.started_at,
        row.ended_at,
    )
    .map(drop)
}

/// Writes everything of it that changes.
pub async fn update(tx: &mut Tx, row: &StoredRun) -> Result<(), sqlx::Error> {
    execute!(
        tx,
        "UPDATE runs SET status = $2, state = $3, steps = $4, input_tokens = $5, output_tokens = $6,
           epoch = $7, ended_at = $8 WHERE id = $1",
        &row.id,
        &row.status,
        &row.state,
        row.steps,
        row.input_tokens,
        row.output_tokens,
        row.epoch,
        row.ended_at,
    )
    .map(drop)
}

/// A run, whoever's it is.
pub async fn by_id(conn: &mut Conn, id: &str) -> Result<Option<StoredRun>, sqlx::Error> {
    fetch_optional!(conn, StoredRun, select!("WHERE id = $1"), id)
}

/// A person's run.
pub async fn get(conn: &mut Conn, user_id: &str, id: &str) -> Result<Option<StoredRun>, sqlx::Error> {
    fetch_optional!(conn, StoredRun, select!("WHERE user_id = $1 AND id = $2"), user_id, id)
}

/// A run as listed.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct ListedRun {
    /// UUID.
    pub id: String,
    /// Coach or copilot.
    pub agent: String,
    /// Word of the run's status.
    pub status: String,
    /// Name of the model.
    pub model: String,
    /// Model steps.
    pub steps: i64,
    /// Tokens read.
    pub input_tokens: i64,
    /// Tokens written.
    pub output_tokens: i64,
    /// Epoch milliseconds.
    pub started_at: i64,
    /// Epoch milliseconds.
    pub ended_at: Option<i64>,
    /// The message that began it, as JSON text.
    pub asked: Option<String>,
}

macro_rules! listed {
    ($tail:literal) => {
        concat!(
            "SELECT r.id, r.agent, r.status, r.model, r.steps, r.input_tokens, r.output_tokens, r.started_at,
               r.ended_at, (SELECT m.body FROM messages m WHERE m.conversation_id = r.conversation_id
                 AND m.run_id = r.id ORDER BY m.seq LIMIT 1) AS asked FROM runs r ",
            $tail
        )
    };
}

/// A person's runs, newest first, from before the place of one (its start and id).
pub async fn page(
    conn: &mut Conn,
    user_id: &str,
    before: (i64, &str),
    limit: i64,
) -> Result<Vec<ListedRun>, sqlx::Error> {
    fetch_all!(
        conn,
        ListedRun,
        listed!(
            "WHERE r.user_id = $1 AND (r.started_at < $2 OR (r.started_at = $2 AND r.id < $3))
             ORDER BY r.started_at DESC, r.id DESC LIMIT $4"
        ),
        user_id,
        before.0,
        before.1,
        limit,
    )
}

/// A person's run as listed.
pub async fn listed(conn: &mut Conn, user_id: &str, id: &str) -> Result<Option<ListedRun>, sqlx::Error> {
    fetch_optional!(conn, ListedRun, listed!("WHERE r.user_id = $1 AND r.id = $2"), user_id, id)
}

/// The run of a conversation that is not over.
pub async fn active(conn: &mut Conn, conversation_id: &str) -> Result<Option<StoredRun>, sqlx::Error> {
    fetch_optional!(
        conn,
        StoredRun,
        select!("WHERE conversation_id = $1 AND (status = 'running' OR status = 'paused')"),
        conversation_id,
    )
}

/// The newest run of a conversation.
pub async fn newest(conn: &mut Conn, conversation_id: &str) -> Result<Option<StoredRun>, sqlx::Error> {
    fetch_optional!(
        conn,
        StoredRun,
        select!("WHERE conversation_id = $1 ORDER BY started_at DESC, id DESC LIMIT 1"),
        conversation_id,
    )
}

/// Every run that is not over.
pub async fn unfinished(conn: &mut Conn) -> Result<Vec<StoredRun>, sqlx::Error> {
    fetch_all!(conn, StoredRun, select!("WHERE status = 'running' OR status = 'paused' ORDER BY id"))
}

/// A person's runs that are not over.
pub async fn unfinished_of(conn: &mut Conn, user_id: &str) -> Result<Vec<StoredRun>, sqlx::Error> {
    fetch_all!(
        conn,
        StoredRun,
        select!("WHERE user_id = $1 AND (status = 'running' OR status = 'paused') ORDER BY id"),
        user_id,
    )
}

/// Runs that have something to do at a moment: running ones, and paused ones whose proposals are
/// decided or expired, or whose stream has not been told of a decision.
pub async fn due(conn: &mut Conn, now: i64) -> Result<Vec<String>, sqlx::Error> {
    let rows = fetch_all!(
        conn,
        (String,),
        "SELECT r.id FROM runs r WHERE r.status = 'running' OR (r.status = 'paused' AND (
           NOT EXISTS (SELECT 1 FROM proposals p
             WHERE p.run_id = r.id AND p.status = 'proposed' AND p.expires_at > $1)
           OR EXISTS (SELECT 1 FROM proposals p WHERE p.run_id = r.id
             AND ((p.status <> 'proposed' AND NOT p.announced)
               OR (p.status = 'proposed' AND p.expires_at <= $1)))))",
        now,
    )?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// A person's runs since a moment that count towards the daily cap.
pub async fn counted_since(conn: &mut Conn, user_id: &str, since: i64) -> Result<i64, sqlx::Error> {
    let (count,) = fetch_one!(
        conn,
        (i64,),
        "SELECT COUNT(*) FROM runs WHERE user_id = $1 AND started_at >= $2 AND counted",
        user_id,
        since,
    )?;
    Ok(count)
}
