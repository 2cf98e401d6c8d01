//! Working on one run until it waits or ends.

use std::time::Duration;

use tokio_util::sync::CancellationToken;
use tracing::{Instrument as _, error, info_span, warn};

use super::Agents;
use super::persist::{Loaded, load, loaded};
use crate::agents::model::Usage;
use crate::agents::roster::Agent;
use crate::agents::run::{Input, Next, Run};
use crate::service::{Error, Result};
use crate::storage::runs::{self, StoredRun};
use crate::wording::{self, Wording, texts};

/// How often a failing database is asked again before the run is ended with an error.
const TRIES: u32 = 4;

impl Agents {
    /// Works until the run waits for a person or ends. A database that fails is asked again.
    pub(super) async fn work(&self, id: &str, cancel: &CancellationToken) {
        let mut tries = 0;
        while !cancel.is_cancelled() {
            match self.step(id, cancel).await {
                Ok(true) => tries = 0,
                Ok(false) => return,
                Err(error) if tries < TRIES && !matches!(error, Error::Corrupt(_)) => {
                    tries += 1;
                    warn!(run = id, %error, "a step of a run failed; it is tried again");
                    tokio::time::sleep(Duration::from_millis(200) * 2_u32.pow(tries)).await;
                }
                Err(error) => return Box::pin(self.give_up(id, &error)).await,
            }
        }
    }

    /// One step; false when there is nothing to do now.
    async fn step(&self, id: &str, cancel: &CancellationToken) -> Result<bool> {
        let Some((loaded, reads)) = Box::pin(self.found(id)).await? else {
            // Its conversation was deleted.
            self.0.logs.forget(id);
            return Ok(false);
        };
        let agent = Agent::parse(&loaded.row.agent).unwrap_or(Agent::Coach);
        let span = info_span!(
            "invoke_agent",
            gen_ai.operation.name = "invoke_agent",
            gen_ai.agent.name = agent.as_str(),
            gen_ai.conversation.id = loaded.row.conversation_id,
            run = id,
            step = loaded.run.step,
        );
        wording::scope(reads, self.perform(&loaded, agent, cancel).instrument(span)).await
    }

    /// The run, and how its person reads; none when it is gone.
    async fn found(&self, id: &str) -> Result<Option<(Loaded, Wording)>> {
        let mut conn = self.0.core.read().await?;
        let Some(loaded) = load(&mut conn, id).await? else { return Ok(None) };
        let reads = self.wording(&mut conn, &loaded).await?;
        Ok(Some((loaded, reads)))
    }

    async fn perform(&self, loaded: &Loaded, agent: Agent, cancel: &CancellationToken) -> Result<bool> {
        // Each on the heap by itself: a run that waits for a model, for minutes and beside many others,
        // would else hold as much as the largest of them needs.
        match loaded.run.next() {
            Next::Think => Box::pin(self.think(loaded, agent, cancel)).await.map(|()| true),
            Next::Act(ordinal) => Box::pin(self.act(loaded, agent, ordinal)).await.map(|()| true),
            Next::Wait => Box::pin(self.take_decisions(loaded)).await,
            Next::End => {
                self.settle_log(loaded);
                Ok(false)
            }
        }
    }

    /// The run cannot go on here: it ends with an error, if even that can be written.
    async fn give_up(&self, id: &str, error: &Error) {
        error!(run = id, %error, "a run cannot go on");
        if let Err(error) = self.end_with_error(id).await {
            error!(run = id, %error, "a run cannot even be ended");
        }
    }

    async fn end_with_error(&self, id: &str) -> Result<()> {
        let found = runs::by_id(&mut self.0.core.read().await?, id).await?;
        let Some(StoredRun { user_id, .. }) = found else { return Ok(()) };
        let mut write = self.0.core.write(&user_id).await?;
        let Some(row) = runs::by_id(&mut write.tx, id).await? else { return Ok(()) };
        let mut loaded = readable(row);
        let reads = self.wording(&mut write.tx, &loaded).await.unwrap_or_default();
        let message = wording::within(reads, || texts::with("agents-failed-internal", &[]));
        let input = Input::Failed { code: "internal".to_owned(), message, retryable: true };
        let staged = self.advance(&mut write, &mut loaded, input, &[]).await?;
        write.commit().await?;
        staged.publish();
        self.settle_log(&loaded);
        Ok(())
    }
}

/// A run whose state cannot be read, as one that has none: it has to end, for nothing else is said in its
/// conversation before.
fn readable(row: StoredRun) -> Loaded {
    loaded(row.clone()).unwrap_or_else(|_| {
        let count = |number: i64| u64::try_from(number).unwrap_or_default();
        let mut run = Run::new(row.id.clone());
        run.step = u32::try_from(row.steps).unwrap_or(1);
        run.usage = Usage { input_tokens: count(row.input_tokens), output_tokens: count(row.output_tokens) };
        Loaded { row, run }
    })
}
