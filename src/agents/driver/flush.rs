//! Storing deltas beside the streams that send them: one transaction for all runs that speak just now,
//! so that many of them cost the disk no more than one, and people's own writes hardly wait.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use tracing::warn;

use super::Agents;
use super::log::Log;
use crate::service::Result;

/// Most runs in one transaction, which holds up the writes of everyone else.
const TOGETHER: usize = 64;

impl Agents {
    /// Stores what was sent, unless that is being done already: a slow disk holds up no text.
    pub(super) fn store_soon(&self) {
        if self.0.storing.swap(true, Ordering::AcqRel) {
            return;
        }
        let agents = self.clone();
        self.0.tasks.spawn(async move {
            for logs in agents.0.logs.all().chunks(TOGETHER) {
                agents.store_each(logs).await;
            }
            agents.0.storing.store(false, Ordering::Release);
        });
    }

    /// Stores together; one at a time if that fails, since the fault may be of one run alone, whose
    /// conversation was deleted meanwhile.
    async fn store_each(&self, logs: &[Arc<Log>]) {
        if self.store_together(logs).await.is_ok() {
            return;
        }
        for log in logs {
            if let Err(error) = self.store_together(std::slice::from_ref(log)).await {
                warn!(run = log.run_id(), %error, "deltas could not be stored yet");
            }
        }
    }

    async fn store_together(&self, logs: &[Arc<Log>]) -> Result<()> {
        let mut tx = self.0.core.db.begin().await?;
        let now = self.0.core.clock.now().as_millisecond();
        let mut storing = Vec::new();
        for log in logs {
            storing.extend(log.store(&mut tx, now).await?);
        }
        if storing.is_empty() {
            return Ok(());
        }
        tx.commit().await?;
        for stored in storing {
            stored.done().await;
        }
        Ok(())
    }
}
