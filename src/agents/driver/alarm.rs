//! A red flag stops what is at work for the person in every conversation, whichever door it came
//! through: a model that is in the middle of a sentence is hung up on, and its run ends with the
//! fixed text.

use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;

use super::Agents;
use super::persist::load;
use super::said::locked_text;
use crate::agents::run::Input;
use crate::service::{Result, safety};
use crate::storage::runs;
use crate::wording;

impl Agents {
    /// Heeds every alarm until the server stops.
    pub(super) async fn heed_until_stopped(&self, mut alarms: Receiver<String>) {
        loop {
            let alarm = tokio::select! {
                alarm = alarms.recv() => alarm,
                () = self.0.stop.cancelled() => return,
            };
            let user_id = match alarm {
                Ok(user_id) => Some(user_id),
                Err(RecvError::Lagged(_)) => None,
                Err(RecvError::Closed) => return,
            };
            if let Err(error) = self.stop_work_of(user_id.as_deref()).await {
                tracing::warn!(%error, "a run could not be stopped at once; its next step stops it");
            }
        }
    }

    /// Stops every run of a person, or of everyone, for whom coaching is stopped.
    async fn stop_work_of(&self, user_id: Option<&str>) -> Result<()> {
        let mut conn = self.0.core.read().await?;
        let open = match user_id {
            Some(user_id) => runs::unfinished_of(&mut conn, user_id).await?,
            None => runs::unfinished(&mut conn).await?,
        };
        drop(conn);
        for row in open {
            self.stop_by_flag(&row.user_id, &row.id).await?;
        }
        Ok(())
    }

    /// Its declined proposals are told first, then the fixed text ends it.
    async fn stop_by_flag(&self, user_id: &str, run_id: &str) -> Result<()> {
        let mut write = self.0.core.write(user_id).await?;
        let Some(lock) = safety::locked(&mut write.tx, user_id).await? else { return Ok(()) };
        let Some(mut loaded) = load(&mut write.tx, run_id).await? else { return Ok(()) };
        if loaded.run.status().is_final() {
            return Ok(());
        }
        let reads = self.wording(&mut write.tx, &loaded).await?;
        let flagged = Input::Flagged { text: wording::within(reads, || locked_text(&lock.flag)) };
        let staged = self.advance(&mut write, &mut loaded, flagged, &[]).await?;
        write.commit().await?;
        staged.publish();
        self.let_go(run_id);
        Ok(())
    }
}
