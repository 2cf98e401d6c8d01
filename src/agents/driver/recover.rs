//! At start: runs that a restart interrupted get a new epoch, whose first event is a snapshot of all
//! that a watcher may show; then they go on. While running: a sweep looks for runs that something
//! else moved on (a set logged by hand, the clock).

use super::persist::load;
use super::{Agents, log::replayed};
use crate::agents::run::event::{RunEvent, Snapshot};
use crate::agents::run::{Effect, Input, Phase, RunStatus};
use crate::service::{Error, Result};
use crate::storage::runs::StoredRun;
use crate::storage::{Conn, run_events, runs};
use crate::wording::{self, texts};

/// A run that was interrupted more often than this is not tried again.
const MOST_INTERRUPTIONS: u32 = 3;

impl Agents {
    /// Takes up every run that is not over, begins to sweep and to heed alarms. Call it once, at start.
    pub async fn recover(&self) -> Result<()> {
        let open = runs::unfinished(&mut self.0.core.read().await?).await?;
        for row in open {
            if row.status == RunStatus::Running.as_str()
                && let Err(error) = self.resume(&row).await
            {
                // One run that cannot be read must not keep the others, or the server, down.
                tracing::error!(run = row.id, %error, "a run cannot be taken up");
                continue;
            }
            self.nudge(&row.id);
        }
        let agents = self.clone();
        self.0.tasks.spawn(async move { agents.sweep_until_stopped().await });
        let (agents, alarms) = (self.clone(), self.0.core.alarm.listen());
        self.0.tasks.spawn(async move { agents.heed_until_stopped(alarms).await });
        Ok(())
    }

    async fn resume(&self, row: &StoredRun) -> Result<()> {
        let mut write = self.0.core.write(&row.user_id).await?;
        let mut found = load(&mut write.tx, &row.id).await?.ok_or(Error::NotFound)?;
        found.run.interruptions += 1;
        let mut shown = shown(&mut write.tx, row).await?;
        if found.run.phase == Phase::Thinking {
            shown.fold(RunEvent::StepReset { message_id: found.run.message_id() });
        }
        found.row.epoch += 1;
        shown.last_id = format!("{}.1", found.row.epoch);
        let mut effects = vec![Effect::Tell(RunEvent::Snapshot(shown))];
        if found.run.interruptions > MOST_INTERRUPTIONS {
            let reads = self.wording(&mut write.tx, &found).await?;
            let message = wording::within(reads, || texts::with("agents-failed-interrupted", &[]));
            let input = Input::Failed { code: "interrupted".to_owned(), message, retryable: true };
            effects.extend(self.decisions_in(&mut write, &mut found).await?);
            effects.extend(found.run.apply(input, &self.0.limits.run));
        }
        self.0.logs.forget(&row.id);
        let staged = self.store(&mut write, &mut found, effects).await?;
        write.commit().await?;
        staged.publish();
        self.settle_log(&found);
        Ok(())
    }

    async fn sweep_until_stopped(&self) {
        loop {
            tokio::select! {
                () = tokio::time::sleep(self.0.limits.sweep) => {}
                () = self.0.stop.cancelled() => return,
            }
            if let Err(error) = self.sweep().await {
                tracing::warn!(%error, "looking for runs to go on with failed");
            }
        }
    }

    /// Nudges every run that has something to do now.
    pub async fn sweep(&self) -> Result<()> {
        let now = self.0.core.clock.now().as_millisecond();
        let due = runs::due(&mut self.0.core.read().await?, now).await?;
        for id in due {
            self.nudge(&id);
        }
        Ok(())
    }
}

/// Everything shown so far, from the stored events of the run's epoch.
async fn shown(conn: &mut Conn, row: &StoredRun) -> Result<Snapshot> {
    let mut snapshot = Snapshot::default();
    for stored in run_events::after(conn, &row.id, row.epoch, 0).await? {
        if let Some(sent) = replayed(&stored, row.epoch, 0) {
            snapshot.fold(RunEvent::read(&sent.event, &sent.data)?);
        }
    }
    Ok(snapshot)
}
