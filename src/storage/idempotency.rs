//! Answers recorded under an idempotency key, in the transaction of their effect.

use super::macros::{execute, fetch_optional};
use super::{Conn, Tx};

/// A recorded answer. Status 0 stands only inside the transaction that is still working on it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Recorded {
    /// Of method, path and body.
    pub request_hash: String,
    /// Status code.
    pub status: i64,
    /// JSON object of header names and values.
    pub headers: String,
    /// The body's text.
    pub body: String,
}

/// Takes the key for this transaction. None: it was free and is now ours. On PostgreSQL a duplicate
/// waits here until the first has ended; on SQLite it waited for the writer.
pub async fn claim(
    tx: &mut Tx,
    user_id: &str,
    key: &str,
    hash: &str,
    now: i64,
) -> Result<Option<Recorded>, sqlx::Error> {
    let taken = execute!(
        tx,
        "INSERT INTO idempotency (user_id, idempotency_key, request_hash, status, headers, body, created_at)
         VALUES ($1, $2, $3, 0, '', '', $4) ON CONFLICT (user_id, idempotency_key) DO NOTHING",
        user_id,
        key,
        hash,
        now,
    )?;
    if taken == 1 {
        return Ok(None);
    }
    recorded(tx, user_id, key).await
}

/// The answer recorded under a key.
pub async fn recorded(conn: &mut Conn, user_id: &str, key: &str) -> Result<Option<Recorded>, sqlx::Error> {
    fetch_optional!(
        conn,
        Recorded,
        "SELECT request_hash, status, headers, body FROM idempotency
         WHERE user_id = $1 AND idempotency_key = $2",
        user_id,
        key,
    )
}

/// Records the answer under the key taken before.
pub async fn record(
    tx: &mut Tx,
    user_id: &str,
    key: &str,
    answer: (i64, &str, &str),
) -> Result<(), sqlx::Error> {
    let (status, headers, body) = answer;
    execute!(
        tx,
        "UPDATE idempotency SET status = $3, headers = $4, body = $5
         WHERE user_id = $1 AND idempotency_key = $2",
        user_id,
        key,
        status,
        headers,
        body,
    )
    .map(drop)
}

/// Forgets what is older than a moment (epoch milliseconds).
pub async fn forget_before(tx: &mut Tx, before: i64) -> Result<u64, sqlx::Error> {
    execute!(tx, "DELETE FROM idempotency WHERE created_at < $1", before)
}
