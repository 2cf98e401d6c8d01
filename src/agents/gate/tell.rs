//! Telling the run's stream of a decision, in the decision's transaction.

use super::Outcome;
use crate::agents::driver::Agents;
use crate::agents::run::event::RunEvent;
use crate::agents::run::{Decision, RunStatus};
use crate::service::{Result, Write};
use crate::storage::proposals::StoredProposal;
use crate::storage::runs::StoredRun;
use crate::storage::{conversations, runs};

impl Agents {
    /// The outcome of a proposal that was just read, told to whoever watches its run, after `events`.
    pub(super) async fn told(
        &self,
        write: &mut Write,
        row: StoredProposal,
        mut events: Vec<RunEvent>,
    ) -> Result<Outcome> {
        let run = run_of(write, &row).await?;
        let proposal = row.view()?;
        events.push(Decision::from(&proposal).event());
        let (staged, run_id) = match run {
            Some(run) => (vec![self.stage(write, &run, &events).await?], Some(run.id)),
            None => (Vec::new(), None),
        };
        let untold = run_id.is_none().then_some(proposal.status);
        Ok(Outcome { answer: Ok(proposal), staged, run_id, untold })
    }
}

/// The run that made it; for the engine's suggestion the run that goes on in its session.
async fn run_of(write: &mut Write, row: &StoredProposal) -> Result<Option<StoredRun>> {
    let user_id = write.user_id.clone();
    let found = match (&row.run_id, &row.session_id) {
        (Some(run_id), _) => runs::get(&mut write.tx, &user_id, run_id).await?,
        (None, Some(session_id)) => {
            match conversations::of_session(&mut write.tx, &user_id, session_id).await? {
                Some(conversation) => runs::active(&mut write.tx, &conversation.id).await?,
                None => None,
            }
        }
        (None, None) => None,
    };
    Ok(found.filter(|run| !RunStatus::parse(&run.status).is_none_or(RunStatus::is_final)))
}
