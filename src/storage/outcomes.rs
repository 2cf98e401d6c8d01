//! What became of the proposals of runs, without what they would have written.

use super::Conn;
use super::macros::fetch_all;

/// What became of a proposal.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct ProposalOutcome {
    /// The run that made it.
    pub run_id: String,
    /// UUID.
    pub id: String,
    /// Our id of the call.
    pub call_id: Option<String>,
    /// The gated tool.
    pub tool: String,
    /// Word of a proposal's status.
    pub status: String,
    /// Epoch milliseconds.
    pub expires_at: i64,
    /// Why it was declined.
    pub reason: Option<String>,
}

/// What became of every proposal of a run, in the order they were made.
pub async fn of_run(conn: &mut Conn, run_id: &str) -> Result<Vec<ProposalOutcome>, sqlx::Error> {
    fetch_all!(
        conn,
        ProposalOutcome,
        "SELECT run_id, id, call_id, tool, status, expires_at, reason FROM proposals
         WHERE run_id = $1 ORDER BY step, ordinal, created_at, id",
        run_id,
    )
}

/// What became of every proposal of a person's runs, from one place (its start and id) to another, both
/// included.
pub async fn between(
    conn: &mut Conn,
    user_id: &str,
    oldest: &(i64, String),
    newest: &(i64, String),
) -> Result<Vec<ProposalOutcome>, sqlx::Error> {
    fetch_all!(
        conn,
        ProposalOutcome,
        "SELECT p.run_id, p.id, p.call_id, p.tool, p.status, p.expires_at, p.reason
         FROM proposals p JOIN runs r ON r.id = p.run_id
         WHERE r.user_id = $1 AND (r.started_at > $2 OR (r.started_at = $2 AND r.id >= $3))
           AND (r.started_at < $4 OR (r.started_at = $4 AND r.id <= $5))
         ORDER BY p.step, p.ordinal, p.created_at, p.id",
        user_id,
        oldest.0,
        &oldest.1,
        newest.0,
        &newest.1,
    )
}
