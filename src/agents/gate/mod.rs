//! The gate: what turns a proposal into a write, once (laws L1 to L5). Decision, domain write,
//! recorded result and event are one transaction; the domain write stands in a savepoint of it, so
//! that its failure is recorded and nothing of it stays.

mod edit;
mod execute;
mod failure;
mod tell;

use super::driver::{Agents, Staged};
use crate::domain::proposal::{Proposal, ProposalStatus};
use crate::domain::rules::Author;
use crate::service::{Conflict, Error, Result, Write, safety};
use crate::storage::proposals::{self as storage, Asked, StoredProposal, Verdict};
use crate::telemetry::metrics;

use crate::reason;
use failure::Failure;

/// Most characters of a decline's reason.
const LONGEST_REASON: usize = 500;

/// What a decision came to, not yet durable: commit the write, then call [`Outcome::publish`]. The
/// answer may be an error that is itself recorded (stale, against a rule, expired).
#[derive(Debug)]
#[must_use = "commit the write, then publish"]
pub struct Outcome {
    /// What the person is answered.
    pub answer: Result<Proposal>,
    staged: Vec<Staged>,
    run_id: Option<String>,
    /// What a proposal came to that no run tells of.
    untold: Option<ProposalStatus>,
}

impl Outcome {
    fn unchanged(answer: Result<Proposal>) -> Self {
        Self { answer, staged: Vec::new(), run_id: None, untold: None }
    }

    /// The answer, if it is good, and what is to be told once the write is durable.
    pub fn split(self) -> Result<(Proposal, Told)> {
        let told = Told { staged: self.staged, run_id: self.run_id, untold: self.untold };
        self.answer.map(|proposal| (proposal, told))
    }

    /// The write is durable: tells those who watch, and lets the run go on.
    pub fn publish(self, agents: &Agents) -> Result<Proposal> {
        Told { staged: self.staged, run_id: self.run_id, untold: self.untold }.publish(agents);
        self.answer
    }
}

/// What is to be told of a decision.
#[derive(Debug)]
#[must_use = "commit the write, then publish"]
pub struct Told {
    staged: Vec<Staged>,
    run_id: Option<String>,
    /// What a proposal came to that no run tells of.
    untold: Option<ProposalStatus>,
}

impl Told {
    /// The write is durable: tells those who watch, and lets the run go on.
    pub fn publish(self, agents: &Agents) {
        self.staged.into_iter().for_each(Staged::publish);
        if let Some(status) = self.untold {
            metrics::proposal(status.as_str());
        }
        if let Some(run_id) = self.run_id {
            agents.nudge(&run_id);
        }
    }
}

impl Agents {
    /// Confirms what was shown: runs it now, or answers what it came to before.
    pub async fn confirm(&self, user_id: &str, id: &str, digest: &str) -> Result<Proposal> {
        let mut write = self.core().write(user_id).await?;
        let outcome = self.confirm_in(&mut write, id, digest).await?;
        write.commit().await?;
        outcome.publish(self)
    }

    async fn confirm_in(&self, write: &mut Write, id: &str, digest: &str) -> Result<Outcome> {
        let asked = find(write, id).await?;
        check_digest(&asked.row, digest)?;
        if let Some(answer) = decided_before(&asked)? {
            return Ok(Outcome::unchanged(answer));
        }
        if is_over(write, &asked.row) {
            return self.expire(write, asked).await;
        }
        self.execute(write, asked, Author::Agent, Vec::new()).await
    }

    /// Expires by the clock; silence never runs anything.
    async fn expire(&self, write: &mut Write, asked: Asked) -> Result<Outcome> {
        let mut outcome = self.close(write, asked, ProposalStatus::Expired, None).await?;
        outcome.answer = Err(gone());
        Ok(outcome)
    }

    /// Declines; the reason goes back to the model as quoted data. Declining twice is one decline.
    pub async fn decline(&self, user_id: &str, id: &str, reason: Option<&str>) -> Result<Proposal> {
        let reason = reason.map(str::trim).filter(|reason| !reason.is_empty());
        if reason.is_some_and(|reason| reason.chars().count() > LONGEST_REASON || reason.contains('\0')) {
            let why = reason!("input_most_characters_no_nul", most = LONGEST_REASON);
            return Err(Error::field("/reason", "length", why));
        }
        let mut write = self.core().write(user_id).await?;
        let outcome = self.decline_in(&mut write, id, reason).await?;
        write.commit().await?;
        outcome.publish(self)
    }

    async fn decline_in(&self, write: &mut Write, id: &str, reason: Option<&str>) -> Result<Outcome> {
        let asked = find(write, id).await?;
        let (status, over) = (asked.row.status(), is_over(write, &asked.row));
        if status != ProposalStatus::Proposed || over {
            // It is decided already, but what the person says of their body is heard all the same.
            safety::heed(write, reason.unwrap_or_default()).await?;
        }
        match status {
            ProposalStatus::Declined => return Ok(Outcome::unchanged(Ok(asked.row.view()?))),
            ProposalStatus::Expired => return Ok(Outcome::unchanged(Err(gone()))),
            ProposalStatus::Proposed => {}
            status => return Ok(Outcome::unchanged(Err(decided(status)))),
        }
        if over {
            return self.expire(write, asked).await;
        }
        let outcome = self.close(write, asked, ProposalStatus::Declined, reason).await?;
        safety::heed(write, reason.unwrap_or_default()).await?;
        Ok(outcome)
    }

    /// Ends an open proposal without running it.
    async fn close(
        &self,
        write: &mut Write,
        asked: Asked,
        status: ProposalStatus,
        reason: Option<&str>,
    ) -> Result<Outcome> {
        let by = (status == ProposalStatus::Declined).then(|| write.user_id.clone());
        let verdict = Verdict { status, by: by.as_deref(), reason, result: None, announced: true };
        let now = write.core.clock.now().as_millisecond();
        storage::decide(&mut write.tx, &asked.row.id, &verdict, now).await?;
        let row = reread(write, &asked.row.id).await?;
        self.outcome_of(write, row, asked.told_by.as_deref(), Vec::new()).await
    }
}

async fn find(write: &mut Write, id: &str) -> Result<Asked> {
    storage::asked(&mut write.tx, &write.user_id, id).await?.ok_or(Error::NotFound)
}

async fn reread(write: &mut Write, id: &str) -> Result<StoredProposal> {
    storage::get(&mut write.tx, &write.user_id, id).await?.ok_or(Error::NotFound)
}

/// The answer for a proposal that is no longer open; None for one that is. While coaching is locked
/// nothing but the recorded result of a write is answered.
fn decided_before(asked: &Asked) -> Result<Option<Result<Proposal>>> {
    let Asked { row, red_flag, .. } = asked;
    if row.status() == ProposalStatus::Executed {
        return Ok(Some(Ok(row.clone().view()?)));
    }
    if let Some(flag) = red_flag {
        return Err(Error::Locked { flag: flag.clone() });
    }
    Ok(match row.status() {
        ProposalStatus::Proposed | ProposalStatus::Executed => None,
        ProposalStatus::Failed => Some(Err(Failure::stored(row)?.into_error())),
        ProposalStatus::Expired => Some(Err(gone())),
        status @ (ProposalStatus::Declined | ProposalStatus::Superseded) => Some(Err(decided(status))),
    })
}

/// The digest must be the one shown, and still be that of the stored bytes.
fn check_digest(row: &StoredProposal, digest: &str) -> Result<()> {
    if row.digest == digest && row.computed_digest() == digest { Ok(()) } else { Err(Error::WrongDigest) }
}

fn is_over(write: &Write, row: &StoredProposal) -> bool {
    row.expires_at <= write.core.clock.now().as_millisecond()
}

fn gone() -> Error {
    Error::Gone(reason!("proposal_expired"))
}

fn decided(status: ProposalStatus) -> Error {
    let (kind, reason) = match status {
        ProposalStatus::Declined => ("proposal-declined", reason!("conflict_proposal_declined")),
        ProposalStatus::Superseded => ("proposal-superseded", reason!("conflict_proposal_superseded")),
        ProposalStatus::Failed => ("proposal-failed", reason!("conflict_proposal_failed")),
        _ => ("proposal-executed", reason!("conflict_proposal_executed")),
    };
    Conflict::new(kind, reason).with(serde_json::json!({ "proposal_status": status })).into()
}
