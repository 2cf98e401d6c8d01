//! Proposals. Arguments, preview and result are texts that are written once and never rendered
//! again; a decision is one guarded UPDATE that only a proposal still open can take.

use super::macros::{execute, fetch_all, fetch_one, fetch_optional};
use super::{Conn, ReadError, Tx, moment};
use crate::domain::proposal::{Proposal, ProposalStatus, Shown, digest};

/// A row of the table, as stored.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct StoredProposal {
    /// UUID.
    pub id: String,
    /// Whose it is.
    pub user_id: String,
    /// The conversation it belongs to.
    pub conversation_id: Option<String>,
    /// The session it is about.
    pub session_id: Option<String>,
    /// The run that made it.
    pub run_id: Option<String>,
    /// Model step of the run, from 1; 0 for the engine's.
    pub step: i64,
    /// Place of the call in its step.
    pub ordinal: i64,
    /// Our id of the call.
    pub call_id: Option<String>,
    /// The gated tool.
    pub tool: String,
    /// SHA-256 of the tool's contract.
    pub schema_hash: String,
    /// JSON text.
    pub args: String,
    /// JSON text.
    pub preview: String,
    /// What it would change.
    pub resource: String,
    /// The state it is based on.
    pub base_version: String,
    /// SHA-256 over what was shown.
    pub digest: String,
    /// Word of [`ProposalStatus`].
    pub status: String,
    /// Epoch milliseconds.
    pub expires_at: i64,
    /// Who decided: the account's id; null when a rule did.
    pub decided_by: Option<String>,
    /// Epoch milliseconds.
    pub decided_at: Option<i64>,
    /// Why it was declined.
    pub reason: Option<String>,
    /// JSON text.
    pub result: Option<String>,
    /// The run's stream has told of the decision.
    pub announced: bool,
    /// Epoch milliseconds.
    pub created_at: i64,
}

impl StoredProposal {
    /// Its status; an unknown word counts as superseded, which never runs.
    #[must_use]
    pub fn status(&self) -> ProposalStatus {
        ProposalStatus::parse(&self.status).unwrap_or(ProposalStatus::Superseded)
    }

    /// What its digest must be, from the bytes stored.
    #[must_use]
    pub fn computed_digest(&self) -> String {
        digest(&Shown {
            id: &self.id,
            tool: &self.tool,
            schema_hash: &self.schema_hash,
            resource: &self.resource,
            base_version: &self.base_version,
            args: &self.args,
            preview: &self.preview,
        })
    }

    /// As answered.
    pub fn view(self) -> Result<Proposal, ReadError> {
        Ok(Proposal {
            status: self.status(),
            args: serde_json::from_str(&self.args)?,
            preview: serde_json::from_str(&self.preview)?,
            result: self.result.as_deref().map(serde_json::from_str).transpose()?,
            expires_at: moment(self.expires_at),
            created_at: moment(self.created_at),
            id: self.id,
            run_id: self.run_id,
            conversation_id: self.conversation_id,
            session_id: self.session_id,
            tool: self.tool,
            digest: self.digest,
            resource: self.resource,
            base_version: self.base_version,
            reason: self.reason,
        })
    }
}

/// How a proposal was decided.
#[derive(Debug, Clone, Copy)]
pub struct Verdict<'a> {
    /// Its status from now on.
    pub status: ProposalStatus,
    /// The account that decided; None when a rule did.
    pub by: Option<&'a str>,
    /// Why it was declined.
    pub reason: Option<&'a str>,
    /// JSON text of the result.
    pub result: Option<&'a str>,
    /// The run's stream tells of it in the same transaction.
    pub announced: bool,
}

const COLUMNS: &str = "id, user_id, conversation_id, session_id, run_id, step, ordinal, call_id, tool,
    schema_hash, args, preview, resource, base_version, digest, status, expires_at, decided_by,
    decided_at, reason, result, announced, created_at";

/// Adds a proposal.
pub async fn insert(tx: &mut Tx, row: &StoredProposal) -> Result<(), sqlx::Error> {
    add(tx, row, "").await.map(drop)
}

/// Adds a proposal unless coaching is locked for the person; false if it is.
pub async fn insert_unless_locked(tx: &mut Tx, row: &StoredProposal) -> Result<bool, sqlx::Error> {
    add(tx, row, "WHERE NOT EXISTS (SELECT 1 FROM safety_locks WHERE user_id = $2)").await
}

async fn add(tx: &mut Tx, row: &StoredProposal, unless: &'static str) -> Result<bool, sqlx::Error> {
    let added = execute!(
        tx,
        sqlx::AssertSqlSafe(format!(
            "INSERT INTO proposals (id, user_id, conversation_id, session_id, run_id, step, ordinal, call_id,
               tool, schema_hash, args, preview, resource, base_version, digest, status, expires_at, announced,
               created_at)
             SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19 {unless}"
        )),
        &row.id,
        &row.user_id,
        &row.conversation_id,
        &row.session_id,
        &row.run_id,
        row.step,
        row.ordinal,
        &row.call_id,
        &row.tool,
        &row.schema_hash,
        &row.args,
        &row.preview,
        &row.resource,
        &row.base_version,
        &row.digest,
        &row.status,
        row.expires_at,
        row.announced,
        row.created_at,
    )?;
    Ok(added == 1)
}

macro_rules! select {
    ($rest:expr) => {
        sqlx::AssertSqlSafe(format!("SELECT {COLUMNS} FROM proposals {}", $rest))
    };
}

/// A person's proposal.
pub async fn get(conn: &mut Conn, user_id: &str, id: &str) -> Result<Option<StoredProposal>, sqlx::Error> {
    fetch_optional!(conn, StoredProposal, select!("WHERE user_id = $1 AND id = $2"), user_id, id)
}

/// A proposal that is about to be decided.
#[derive(Debug, sqlx::FromRow)]
pub struct Asked {
    /// The proposal.
    #[sqlx(flatten)]
    pub row: StoredProposal,
    /// The red flag that stops coaching for its person.
    pub red_flag: Option<String>,
    /// The run that made it; for the engine's suggestion the run that goes on in its session.
    pub told_by: Option<String>,
}

/// A person's proposal, with what a decision looks at, by one read.
pub async fn asked(conn: &mut Conn, user_id: &str, id: &str) -> Result<Option<Asked>, sqlx::Error> {
    fetch_optional!(
        conn,
        Asked,
        sqlx::AssertSqlSafe(format!(
            "SELECT {COLUMNS}, (SELECT l.flag FROM safety_locks l WHERE l.user_id = $1) AS red_flag,
               COALESCE(run_id, (SELECT r.id FROM conversations c JOIN runs r ON r.conversation_id = c.id
                 WHERE c.session_id = proposals.session_id AND c.user_id = $1
                   AND (r.status = 'running' OR r.status = 'paused'))) AS told_by
             FROM proposals WHERE user_id = $1 AND id = $2"
        )),
        user_id,
        id
    )
}

/// The open logSet proposal of a session, expired or not.
pub async fn open_in_session(
    conn: &mut Conn,
    session_id: &str,
) -> Result<Option<StoredProposal>, sqlx::Error> {
    fetch_optional!(
        conn,
        StoredProposal,
        select!("WHERE session_id = $1 AND tool = 'logSet' AND status = 'proposed'"),
        session_id
    )
}

/// Every proposal of a run, in the order they were made.
pub async fn of_run(conn: &mut Conn, run_id: &str) -> Result<Vec<StoredProposal>, sqlx::Error> {
    fetch_all!(
        conn,
        StoredProposal,
        select!("WHERE run_id = $1 ORDER BY step, ordinal, created_at, id"),
        run_id
    )
}

/// The newest proposals of a conversation, oldest of them first.
pub async fn of_conversation(
    conn: &mut Conn,
    conversation_id: &str,
    most: i64,
) -> Result<Vec<StoredProposal>, sqlx::Error> {
    let mut rows = fetch_all!(
        conn,
        StoredProposal,
        select!("WHERE conversation_id = $1 ORDER BY id DESC LIMIT $2"),
        conversation_id,
        most
    )?;
    rows.reverse();
    Ok(rows)
}

/// Behind every id: UUIDs have no letter after f, and in no collation does a digit come after one.
const BEHIND_ALL: &str = "g";

/// An id, or the empty text for what is behind all of them.
const fn or_last(before: &str) -> &str {
    if before.is_empty() { BEHIND_ALL } else { before }
}

macro_rules! page {
    ($also:literal) => {
        select!(concat!("WHERE user_id = $1 AND id < $2", $also, " ORDER BY id DESC LIMIT $3"))
    };
}

macro_rules! page_of_status {
    () => {
        page!(" AND CASE WHEN status = 'proposed' AND expires_at <= $5 THEN 'expired' ELSE status END = $4")
    };
}

macro_rules! open_of_user {
    () => {
        select!("WHERE user_id = $1 AND status = 'proposed' ORDER BY created_at, id")
    };
}

/// A person's proposals, newest first, from before an id (the empty text begins at the newest).
pub async fn page(
    conn: &mut Conn,
    user_id: &str,
    before: &str,
    limit: i64,
) -> Result<Vec<StoredProposal>, sqlx::Error> {
    fetch_all!(conn, StoredProposal, page!(""), user_id, or_last(before), limit)
}

/// A person's proposals of one status as it stands at a moment (epoch milliseconds), newest first.
pub async fn page_of_status(
    conn: &mut Conn,
    user_id: &str,
    status: ProposalStatus,
    now: i64,
    (before, limit): (&str, i64),
) -> Result<Vec<StoredProposal>, sqlx::Error> {
    fetch_all!(conn, StoredProposal, page_of_status!(), user_id, or_last(before), limit, status.as_str(), now)
}

/// All open proposals of a person, expired or not.
pub async fn open_of_user(conn: &mut Conn, user_id: &str) -> Result<Vec<StoredProposal>, sqlx::Error> {
    fetch_all!(conn, StoredProposal, open_of_user!(), user_id)
}

/// Decides an open proposal. False if it was no longer open: nothing changed then.
pub async fn decide(tx: &mut Tx, id: &str, verdict: &Verdict<'_>, now: i64) -> Result<bool, sqlx::Error> {
    let changed = execute!(
        tx,
        "UPDATE proposals SET status = $2, decided_by = $3, reason = $4, result = $5, announced = $6,
           decided_at = $7
         WHERE id = $1 AND status = 'proposed'",
        id,
        verdict.status.as_str(),
        verdict.by,
        verdict.reason,
        verdict.result,
        verdict.announced,
        now,
    )?;
    Ok(changed == 1)
}

/// Closes the open logSet proposal of a person's session, as superseded; as expired where a person
/// saw it so.
pub async fn supersede_in_session(
    tx: &mut Tx,
    user_id: &str,
    session_id: &str,
    now: i64,
) -> Result<(), sqlx::Error> {
    execute!(
        tx,
        "UPDATE proposals SET status = CASE WHEN expires_at <= $3 THEN 'expired' ELSE 'superseded' END,
           decided_at = $3
         WHERE session_id = $1 AND user_id = $2 AND tool = 'logSet' AND status = 'proposed'",
        session_id,
        user_id,
        now,
    )
    .map(drop)
}

/// Writes down that the run's stream has told of the decision.
pub async fn announce(tx: &mut Tx, id: &str) -> Result<(), sqlx::Error> {
    execute!(tx, "UPDATE proposals SET announced = $2 WHERE id = $1", id, true).map(drop)
}

/// Writes how a write that was claimed ended: its status and result. Gives the proposal as it is then.
pub async fn record_outcome(
    tx: &mut Tx,
    id: &str,
    status: ProposalStatus,
    result: &str,
) -> Result<StoredProposal, sqlx::Error> {
    fetch_one!(
        tx,
        StoredProposal,
        sqlx::AssertSqlSafe(format!(
            "UPDATE proposals SET status = $2, result = $3 WHERE id = $1 RETURNING {COLUMNS}"
        )),
        id,
        status.as_str(),
        result
    )
}

#[cfg(test)]
mod tests {
    use super::super::Db;
    use super::*;

    /// How SQLite goes about a query.
    async fn steps(conn: &mut Conn, query: String) -> String {
        let query = sqlx::AssertSqlSafe(format!("EXPLAIN QUERY PLAN {query}"));
        let rows = fetch_all!(conn, (i64, i64, i64, String), query).unwrap();
        rows.into_iter().map(|(.., step)| step).collect::<Vec<_>>().join("; ")
    }

    #[tokio::test]
    async fn a_persons_proposals_are_found_by_an_index_and_come_in_its_order() {
        let db = Db::open_narrow("sqlite::memory:").await.unwrap();
        let mut tx = db.begin().await.unwrap();
        for query in [page!("").0, page_of_status!().0] {
            let steps = steps(&mut tx, query).await;
            assert!(steps.contains("USING INDEX proposals_of_user (user_id=? AND id<?)"), "{steps}");
            assert!(!steps.contains("TEMP B-TREE"), "{steps}");
        }
        let steps = steps(&mut tx, open_of_user!().0).await;
        assert!(steps.contains("USING INDEX proposals_open (user_id=?)"), "{steps}");
    }
}
