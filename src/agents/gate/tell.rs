//! Telling the run's stream of a decision, in the decision's transaction.

use super::Outcome;
use crate::agents::driver::Agents;
use crate::agents::run::event::RunEvent;
use crate::agents::run::{Decision, RunStatus};
use crate::service::{Result, Write};
use crate::storage::proposals::StoredProposal;
use crate::storage::runs;

impl Agents {
    /// The outcome of a proposal that was just read, told to whoever watches this run of it, after `events`.
    pub(super) async fn outcome_of(
        &self,
        write: &mut Write,
        row: StoredProposal,
        run_id: Option<&str>,
        mut events: Vec<RunEvent>,
    ) -> Result<Outcome> {
        let run = match run_id {
            Some(run_id) => runs::get(&mut write.tx, &write.user_id, run_id).await?,
            None => None,
        };
        let run = run.filter(|run| !RunStatus::parse(&run.status).is_none_or(RunStatus::is_final));
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
