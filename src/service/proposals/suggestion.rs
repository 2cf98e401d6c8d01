//! The engine's suggestion: a logSet proposal made in the very transaction that opens a session or
//! changes one of its sets. At most one is open in a session, whatever the order of taps.

use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::{Draft, Origin, SET_LASTS, SUGGESTED, close, row};
use crate::domain::proposal::{LogSetArgs, Proposal, ProposalStatus, SetPreview};
use crate::domain::session::{LoggedSet, NextSet};
use crate::service::athlete::Athlete;
use crate::service::{Result, Write};
use crate::storage::Conn;
use crate::storage::proposals::{self as storage, StoredProposal, Verdict};

/// The contract of [`SUGGESTED`], as committed.
const CONTRACT: &str = include_str!("../../../tools/logSet.json");

/// Makes the engine's next set the one open proposal of the session; base state: the session's
/// version. `athlete` is whose session it is. There is none when everything is done, when agents are
/// off, or while coaching is locked.
pub async fn suggest(
    write: &mut Write,
    athlete: &Athlete,
    session_id: &str,
    next: &NextSet,
    base_version: i64,
) -> Result<()> {
    supersede_session(write, session_id).await?;
    let Some(args) = LogSetArgs::from_next(next).filter(|_| write.core.agents) else { return Ok(()) };
    let preview = preview(athlete, &args, next);
    let draft = Draft {
        tool: SUGGESTED,
        schema_hash: hex::encode(Sha256::digest(CONTRACT)),
        lasts: SET_LASTS,
        args: serde_json::to_string(&args)?,
        preview: serde_json::to_string(&preview)?,
        resource: format!("session:{session_id}"),
        base_version: base_version.to_string(),
    };
    let origin = Origin { session_id: Some(session_id.to_owned()), ..Origin::default() };
    let row = row(write, origin, draft);
    storage::insert_unless_locked(&mut write.tx, &row).await?;
    Ok(())
}

fn preview(athlete: &Athlete, args: &LogSetArgs, next: &NextSet) -> SetPreview {
    let name = athlete.catalogue.get(&args.exercise_id).map(|exercise| exercise.name.clone());
    SetPreview {
        exercise: name.unwrap_or_else(|| args.exercise_id.clone()),
        set_index: args.set_index,
        kind: next.kind,
        reps: args.reps,
        duration_seconds: args.duration_seconds,
        weight_kg: args.weight_kg,
        target_rpe: next.rpe,
        rest_seconds: Some(next.rest_seconds),
        reason: next.reason.clone(),
        because: None,
    }
}

/// The open suggestion of a session, expired or not.
pub async fn suggestion(conn: &mut Conn, session_id: &str) -> Result<Option<Proposal>> {
    let row = storage::open_in_session(conn, session_id).await?;
    Ok(row.map(StoredProposal::view).transpose()?)
}

/// Closes the open suggestion of a session, when it ends or something newer takes its place.
pub async fn supersede_session(write: &mut Write, session_id: &str) -> Result<()> {
    if write.decided_in.take().as_deref() == Some(session_id) {
        return Ok(());
    }
    let now = write.core.clock.now().as_millisecond();
    Ok(storage::supersede_in_session(&mut write.tx, &write.user_id, session_id, now).await?)
}

/// A set that names a proposal settles it: executed if it is the set proposed, else superseded.
/// A proposal that is unknown, another's, of another session, decided or expired is left as it is: its state never
/// refuses a set (law L13).
pub async fn settle_with_set(
    write: &mut Write,
    proposal_id: &str,
    session_id: &str,
    set: &LoggedSet,
) -> Result<()> {
    let now = write.core.clock.now().as_millisecond();
    let Some(row) = storage::get(&mut write.tx, &write.user_id, proposal_id).await? else { return Ok(()) };
    let here = row.tool == SUGGESTED && row.session_id.as_deref() == Some(session_id);
    if row.status() != ProposalStatus::Proposed || !here || row.expires_at <= now {
        return Ok(());
    }
    let met = serde_json::from_str::<LogSetArgs>(&row.args).is_ok_and(|args| args.is_met_by(set));
    if !met {
        return close(write, &row).await.map(drop);
    }
    let result = json!({ "set": set }).to_string();
    let by = write.user_id.clone();
    let verdict = Verdict {
        status: ProposalStatus::Executed,
        by: Some(&by),
        reason: None,
        result: Some(&result),
        announced: false,
    };
    storage::decide(&mut write.tx, proposal_id, &verdict, now).await?;
    Ok(())
}
