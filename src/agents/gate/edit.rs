//! Editing before confirming: the proposal is superseded by one with the person's arguments, made by
//! the same tool against the same base, and that one is confirmed, all in one transaction. If the
//! edit cannot be done nothing changes, and the proposal can still be decided.

use serde_json::Value;

use super::{Outcome, check_digest, decided, decided_before, find, gone, is_over, reread};
use crate::agents::driver::Agents;
use crate::agents::run::Decision;
use crate::agents::run::event::RunEvent;
use crate::agents::tools::{self, Call, ToolSpec};
use crate::domain::proposal::ProposalStatus;
use crate::domain::rules::Author;
use crate::service::proposals::{self, Origin};
use crate::service::{Error, FieldError, Result, Write};
use crate::storage::proposals::{self as storage, Asked, StoredProposal};

impl Agents {
    /// Confirms with other arguments, inside the caller's write; drop the write on an error. The
    /// person's own numbers are held to the rules of a person's own edit.
    pub async fn edit_in(&self, write: &mut Write, id: &str, digest: &str, args: &Value) -> Result<Outcome> {
        let asked = find(write, id).await?;
        let row = &asked.row;
        check_digest(row, digest)?;
        if row.status() == ProposalStatus::Executed {
            return Err(decided(ProposalStatus::Executed));
        }
        if let Some(answer) = decided_before(&asked)? {
            answer?;
        }
        if is_over(write, row) {
            return Err(gone());
        }
        let edited = self.replace(write, row, args).await?;
        let events = self.events_of(write, &row.id, &edited).await?;
        let edited = Asked { row: edited, ..asked };
        let outcome = self.execute(write, edited, Author::Person, events).await?;
        let answer = outcome.answer.map_err(under_args)?;
        Ok(Outcome { answer: Ok(answer), ..outcome })
    }

    /// Puts a proposal of the same tool, call and base with other arguments in the place of one.
    async fn replace(&self, write: &mut Write, row: &StoredProposal, args: &Value) -> Result<StoredProposal> {
        let tool = ToolSpec::named(&row.tool).ok_or(Error::NotFound)?;
        let args = tools::conform(tool, args).map_err(under_args)?;
        let call = Call { session: row.session_id.as_deref(), author: Author::Person };
        let draft = tools::draft(tool, write, call, &args).await.map_err(under_args)?;
        if draft.base_version != row.base_version {
            return Err(Error::Stale { current: draft.base_version });
        }
        proposals::supersede(write, &row.id).await?;
        storage::announce(&mut write.tx, &row.id).await?;
        let origin = Origin {
            conversation_id: row.conversation_id.clone(),
            session_id: row.session_id.clone(),
            run_id: row.run_id.clone(),
            step: row.step,
            ordinal: row.ordinal,
            call_id: row.call_id.clone(),
        };
        let made = proposals::create(write, origin, draft).await?;
        reread(write, &made.id).await
    }

    async fn events_of(&self, write: &mut Write, old: &str, new: &StoredProposal) -> Result<Vec<RunEvent>> {
        let old = reread(write, old).await?.view()?;
        let created = RunEvent::ProposalCreated { proposal: Box::new(new.clone().view()?) };
        Ok(vec![Decision::from(&old).event(), created])
    }
}

/// Pointers into the arguments point below `/args` of the request.
fn under_args(error: Error) -> Error {
    match error {
        Error::Invalid(errors) => {
            let below = |one: FieldError| FieldError { pointer: format!("/args{}", one.pointer), ..one };
            Error::Invalid(errors.into_iter().map(below).collect())
        }
        other => other,
    }
}
