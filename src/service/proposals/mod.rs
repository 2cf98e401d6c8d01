//! Proposals as use cases: made, listed, superseded, settled by a set that a person logged by hand.
//! What a confirm does is the gate's; nothing here performs what a proposal proposes.

mod suggestion;

pub use suggestion::{settle_with_set, suggest, suggestion, supersede_session};

use jiff::SignedDuration;

use super::core::{Core, Write};
use super::error::{Error, Result};
use super::pagination::{Ask, Page};
use crate::domain::proposal::{Proposal, ProposalStatus};
use crate::storage::proposals::{self as storage, StoredProposal, Verdict};

/// The gated tool of the engine's own suggestions. A session has at most one open proposal of it.
pub const SUGGESTED: &str = "logSet";
/// How long a proposed set can be confirmed.
pub const SET_LASTS: SignedDuration = SignedDuration::from_mins(15);

/// Where a proposal of a run comes from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origin {
    /// The conversation.
    pub conversation_id: Option<String>,
    /// The session, for a proposal about one.
    pub session_id: Option<String>,
    /// The run.
    pub run_id: Option<String>,
    /// Model step, from 1.
    pub step: i64,
    /// Place of the call in its step.
    pub ordinal: i64,
    /// Our id of the call.
    pub call_id: Option<String>,
}

/// A gated call, checked and ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The gated tool.
    pub tool: &'static str,
    /// SHA-256 in hex of the contract that the arguments were checked against.
    pub schema_hash: String,
    /// How long it can be confirmed.
    pub lasts: SignedDuration,
    /// JSON text of the checked arguments.
    pub args: String,
    /// JSON text of the preview.
    pub preview: String,
    /// What it would change.
    pub resource: String,
    /// The state it is based on.
    pub base_version: String,
}

/// Makes a proposal of the writer's. A logSet one supersedes the one that is open in its session.
pub async fn create(write: &mut Write, origin: Origin, draft: Draft) -> Result<Proposal> {
    if let (Some(session), SUGGESTED) = (&origin.session_id, draft.tool) {
        supersede_session(write, session).await?;
    }
    let row = row(write, origin, draft);
    storage::insert(&mut write.tx, &row).await?;
    Ok(row.view()?)
}

fn row(write: &Write, origin: Origin, draft: Draft) -> StoredProposal {
    let now = write.core.clock.now();
    let lasts = i64::try_from(draft.lasts.as_millis()).unwrap_or(0);
    let mut row = StoredProposal {
        id: write.core.clock.new_id(),
        user_id: write.user_id.clone(),
        conversation_id: origin.conversation_id,
        session_id: origin.session_id,
        run_id: origin.run_id,
        step: origin.step,
        ordinal: origin.ordinal,
        call_id: origin.call_id,
        schema_hash: draft.schema_hash,
        tool: draft.tool.to_owned(),
        args: draft.args,
        preview: draft.preview,
        resource: draft.resource,
        base_version: draft.base_version,
        digest: String::new(),
        status: ProposalStatus::Proposed.as_str().to_owned(),
        expires_at: now.as_millisecond().saturating_add(lasts),
        decided_by: None,
        decided_at: None,
        reason: None,
        result: None,
        announced: false,
        created_at: now.as_millisecond(),
    };
    row.digest = row.computed_digest();
    row
}

/// A person's proposal as it stands now.
pub async fn get(core: &Core, user_id: &str, id: &str) -> Result<Proposal> {
    let row = storage::get(&mut core.read().await?, user_id, id).await?.ok_or(Error::NotFound)?;
    Ok(row.view()?.seen_at(core.clock.now()))
}

/// Not found unless the writer has this proposal.
pub async fn require(write: &mut Write, id: &str) -> Result<()> {
    let user_id = write.user_id.clone();
    storage::get(&mut write.tx, &user_id, id).await?.map(drop).ok_or(Error::NotFound)
}

/// A person's proposals, newest first, as they stand now.
pub async fn list(
    core: &Core,
    user_id: &str,
    status: Option<ProposalStatus>,
    ask: &Ask,
) -> Result<Page<Proposal>> {
    let (now, mut conn) = (core.clock.now(), core.read().await?);
    let range = (ask.after.as_str(), ask.limit + 1);
    let rows = match status {
        None => storage::page(&mut conn, user_id, range.0, range.1).await?,
        Some(status) => {
            storage::page_of_status(&mut conn, user_id, status, now.as_millisecond(), range).await?
        }
    };
    let views: Result<Vec<_>> = rows.into_iter().map(|row| Ok(row.view()?.seen_at(now))).collect();
    Ok(Page::of(views?, ask, |proposal| &proposal.id))
}

/// Closes one open proposal by rule, as superseded; false if it was no longer open.
pub async fn supersede(write: &mut Write, id: &str) -> Result<bool> {
    let user_id = write.user_id.clone();
    match storage::get(&mut write.tx, &user_id, id).await? {
        Some(row) => close(write, &row).await,
        None => Ok(false),
    }
}

/// Closes a proposal that was just read, as superseded or, where its time was over, as expired.
async fn close(write: &mut Write, row: &StoredProposal) -> Result<bool> {
    let now = write.core.clock.now().as_millisecond();
    // What a person saw as expired stays expired.
    let over = row.expires_at <= now;
    let verdict = Verdict {
        status: if over { ProposalStatus::Expired } else { ProposalStatus::Superseded },
        by: None,
        reason: None,
        result: None,
        announced: false,
    };
    Ok(storage::decide(&mut write.tx, &row.id, &verdict, now).await?)
}
