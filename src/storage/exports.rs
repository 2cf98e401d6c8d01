//! What only an export reads: whole histories at once.

use jiff::Timestamp;
use jiff::civil::Date;

use super::conversations::StoredConversation;
use super::macros::fetch_all;
use super::plans::PlanVersion;
use super::sessions::{date, timestamp};
use super::{Conn, ReadError, plans};

/// Every saved version of a person's plan and when it was saved, oldest first.
pub async fn plan_versions(conn: &mut Conn, user_id: &str) -> Result<Vec<PlanVersion>, ReadError> {
    let mut all = plans::versions(conn, user_id, i64::MAX, i64::MAX).await?;
    all.reverse();
    Ok(all)
}

/// Every day's bodyweight, oldest first.
pub async fn bodyweights(conn: &mut Conn, user_id: &str) -> Result<Vec<(Date, f64)>, ReadError> {
    let mut all = super::bodyweights::page(conn, user_id, "", i64::MAX).await?;
    all.reverse();
    Ok(all)
}

/// Every conversation, those of sessions too, oldest first.
pub async fn conversations(conn: &mut Conn, user_id: &str) -> Result<Vec<StoredConversation>, sqlx::Error> {
    fetch_all!(
        conn,
        StoredConversation,
        "SELECT id, title, session_id, created_at, updated_at FROM conversations
         WHERE user_id = $1 ORDER BY created_at, id",
        user_id,
    )
}

/// When a session began.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Start {
    /// Its id.
    pub id: String,
    /// The moment.
    pub started_at: Timestamp,
    /// The person's own day then.
    pub day: Date,
}

/// When each session began, oldest first.
pub async fn starts(conn: &mut Conn, user_id: &str) -> Result<Vec<Start>, ReadError> {
    let rows = fetch_all!(
        conn,
        (String, i64, String),
        "SELECT id, started_at, day FROM training_sessions WHERE user_id = $1 ORDER BY started_at, id",
        user_id
    )?;
    let read =
        |(id, at, day): (String, i64, String)| Ok(Start { id, started_at: timestamp(at)?, day: date(&day)? });
    rows.into_iter().map(read).collect()
}
