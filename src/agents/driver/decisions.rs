//! What became of the proposals that a run waits for.

use serde_json::{Value, json};

use super::Agents;
use super::persist::{Loaded, load};
use crate::agents::run::{Decision, Effect, Input, Next};
use crate::domain::proposal::ProposalStatus;
use crate::service::{Error, Result, Write};
use crate::storage::proposals::{self as storage, StoredProposal, Verdict};

impl Agents {
    /// Takes in every decision there is; true when the run has something to do now.
    pub(super) async fn take_decisions(&self, loaded: &Loaded) -> Result<bool> {
        let mut write = self.0.core.write(&loaded.row.user_id).await?;
        let mut loaded = load(&mut write.tx, &loaded.row.id).await?.ok_or(Error::NotFound)?;
        let effects = self.decisions_in(&mut write, &mut loaded).await?;
        if effects.is_empty() {
            return Ok(!matches!(loaded.run.next(), Next::Wait | Next::End));
        }
        let staged = self.store(&mut write, &mut loaded, effects).await?;
        write.commit().await?;
        staged.publish();
        self.settle_log(&loaded);
        Ok(!matches!(loaded.run.next(), Next::Wait | Next::End))
    }

    /// Applies them inside a write; gives what is to be stored, nothing when nothing was decided.
    pub(super) async fn decisions_in(&self, write: &mut Write, loaded: &mut Loaded) -> Result<Vec<Effect>> {
        let mut effects = Vec::new();
        if loaded.run.pending().is_empty() {
            return Ok(effects);
        }
        let rows = storage::of_run(&mut write.tx, &loaded.row.id).await?;
        for row in &rows {
            let Some(mut decision) = decision(write, row).await? else { continue };
            if !row.announced {
                storage::announce(&mut write.tx, &row.id).await?;
                effects.push(Effect::Tell(decision.event()));
            }
            if let Some(edited) = edited(&rows, row) {
                (decision.status, decision.result) = (edited.status(), Some(with_args(edited)?));
            }
            effects.extend(loaded.run.apply(Input::Decided(decision), &self.0.limits.run));
        }
        Ok(effects)
    }
}

/// The proposal that a person's edit put in place of this one, and confirmed.
fn edited<'r>(rows: &'r [StoredProposal], row: &StoredProposal) -> Option<&'r StoredProposal> {
    let same_call = |other: &&StoredProposal| {
        other.id != row.id && other.call_id == row.call_id && other.status() == ProposalStatus::Executed
    };
    rows.iter()
        .find(same_call)
        .filter(|_| row.status() == ProposalStatus::Superseded && row.call_id.is_some())
}

/// The model is told what really ran.
fn with_args(edited: &StoredProposal) -> Result<Value> {
    let args: Value = serde_json::from_str(&edited.args)?;
    let result: Value = edited.result.as_deref().map_or(Ok(Value::Null), serde_json::from_str)?;
    Ok(json!({"edited_by_the_person": true, "args": args, "result": result}))
}

/// What was decided; an open proposal whose time is over expires here.
async fn decision(write: &mut Write, row: &StoredProposal) -> Result<Option<Decision>> {
    let now = write.core.clock.now().as_millisecond();
    let mut status = row.status();
    if status == ProposalStatus::Proposed {
        if row.expires_at > now {
            return Ok(None);
        }
        status = ProposalStatus::Expired;
        let verdict = Verdict { status, by: None, reason: None, result: None, announced: false };
        storage::decide(&mut write.tx, &row.id, &verdict, now).await?;
    }
    Ok(Some(Decision {
        proposal_id: row.id.clone(),
        status,
        reason: row.reason.clone(),
        result: row.result.as_deref().map(serde_json::from_str).transpose()?,
    }))
}
