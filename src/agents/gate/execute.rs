//! Running a proposal: base state, rules, write, result.

use serde_json::Value;

use super::{Failure, Outcome};
use crate::agents::driver::Agents;
use crate::agents::run::event::RunEvent;
use crate::agents::tools::{self, Call, ToolSpec};
use crate::domain::proposal::ProposalStatus;
use crate::domain::rules::Author;
use crate::service::proposals::SUGGESTED;
use crate::service::{Error, Result, Write};
use crate::storage::proposals::{self as storage, Asked, StoredProposal, Verdict};

impl Agents {
    /// Runs an open proposal, or records why it could not run. Its stream is told of `before` first.
    pub(super) async fn execute(
        &self,
        write: &mut Write,
        Asked { row, told_by, .. }: Asked,
        author: Author,
        before: Vec<RunEvent>,
    ) -> Result<Outcome> {
        claim(write, &row).await?;
        let done = perform(write, &row, author).await?;
        let (status, result) = match &done {
            Ok(result) => (ProposalStatus::Executed, result.to_string()),
            Err(failure) => (ProposalStatus::Failed, failure.text()?),
        };
        let row = storage::record_outcome(&mut write.tx, &row.id, status, &result).await?;
        let mut outcome = self.outcome_of(write, row, told_by.as_deref(), before).await?;
        if let Err(failure) = done {
            outcome.answer = Err(failure.into_error());
        }
        Ok(outcome)
    }
}

/// Takes the proposal: whatever the write itself does to open suggestions leaves it alone.
async fn claim(write: &mut Write, row: &StoredProposal) -> Result<()> {
    let by = write.user_id.clone();
    let verdict = Verdict {
        status: ProposalStatus::Executed,
        by: Some(&by),
        reason: None,
        result: None,
        announced: true,
    };
    let now = write.core.clock.now().as_millisecond();
    if !storage::decide(&mut write.tx, &row.id, &verdict, now).await? {
        return Err(Error::Busy);
    }
    if row.tool == SUGGESTED {
        write.decides_suggestion_of(row.session_id.as_deref());
    }
    Ok(())
}

/// The write itself, in a savepoint. An outer error is the server's fault: nothing is recorded.
async fn perform(write: &mut Write, row: &StoredProposal, author: Author) -> Result<Result<Value, Failure>> {
    let tool = ToolSpec::named(&row.tool).ok_or(Error::NotFound)?;
    let session = row.session_id.as_deref();
    // What no run proposed is the engine's own suggestion: the caps hold agents to it, not it to them.
    let author = if row.run_id.is_some() { author } else { Author::Person };
    let (current, found) = match tools::base(tool, write, session).await {
        Ok(base) => (base.version, base.session),
        Err(Error::NotFound) => (String::new(), None),
        Err(error) => return Err(error),
    };
    if current != row.base_version || !tools::same_contract(tool, &row.schema_hash) {
        return Ok(Err(Failure::stale(&current)));
    }
    let args: Value = serde_json::from_str(&row.args)?;
    write.tx.savepoint().await?;
    let done = tools::perform(tool, write, Call { session, author }, found, &args).await;
    let done = match done {
        Ok(result) => Ok(result),
        Err(error) => match Failure::of(&error, &current) {
            Some(failure) => {
                write.tx.rollback_to_savepoint().await?;
                Err(failure)
            }
            None => return Err(error),
        },
    };
    Ok(done)
}
