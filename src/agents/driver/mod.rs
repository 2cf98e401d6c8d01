//! The driver: performs what runs ask for. One task works on a run at a time; what it knows stands
//! in the database after every step, so a restart goes on where it was. Paused runs hold no task.

mod act;
mod alarm;
mod begin;
mod decisions;
mod flush;
mod log;
mod message;
mod persist;
mod recover;
mod request;
mod said;
mod think;
mod trace;
mod view;
mod watch;
mod work;

pub use begin::{Begin, Begun, RunStarted};
pub use log::{Sent, Staged};
pub use trace::{RunLine, RunTrace, TracedCall, TracedProposal, TracedStep};
pub use view::RunView;
pub use watch::{Cursor, Watch};

use std::collections::HashMap;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::model::Model;
use super::run::event::RunEvent;
use super::run::{Input, RunLimits};
use crate::service::{Core, Error, Result, Write, conversations};
use crate::storage::runs::{self, StoredRun};
use log::Logs;

/// Limits of all runs.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Seconds of work; waiting for a person does not count.
    pub run_seconds: u64,
    /// Model runs of a person in one day of theirs.
    pub runs_per_day: i64,
    /// Of the run machine.
    pub run: RunLimits,
    /// Tokens that the model takes in one request, its answer among them.
    pub context_tokens: usize,
    /// How often a model step is tried again.
    pub retries: u32,
    /// The first wait before trying again; it doubles.
    pub backoff: Duration,
    /// How long a stream stays open after a pause without anything new.
    pub idle_after_pause: Duration,
    /// How often the driver looks for runs that something else moved on.
    pub sweep: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            run_seconds: 120,
            runs_per_day: 200,
            run: RunLimits::default(),
            context_tokens: 8_192,
            retries: 2,
            backoff: Duration::from_millis(400),
            idle_after_pause: Duration::from_mins(1),
            sweep: Duration::from_secs(3),
        }
    }
}

/// The agents at work. Cheap to clone.
#[derive(Clone)]
pub struct Agents(Arc<Inner>);

struct Inner {
    core: Core,
    model: Arc<dyn Model>,
    limits: Limits,
    logs: Logs,
    /// Deltas are being stored.
    storing: AtomicBool,
    actors: Mutex<HashMap<String, Actor>>,
    stop: CancellationToken,
    tasks: TaskTracker,
}

/// A task that works on a run.
struct Actor {
    cancel: CancellationToken,
    /// Something happened meanwhile: look again before leaving.
    again: bool,
}

impl std::fmt::Debug for Agents {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Agents").field("model", &self.0.model.name()).finish_non_exhaustive()
    }
}

impl Agents {
    /// Agents that work with this model. Nothing runs before [`Agents::recover`].
    #[must_use]
    pub fn new(core: Core, model: Arc<dyn Model>, limits: Limits) -> Self {
        Self(Arc::new(Inner {
            core,
            model,
            limits,
            logs: Logs::default(),
            storing: AtomicBool::new(false),
            actors: Mutex::new(HashMap::new()),
            stop: CancellationToken::new(),
            tasks: TaskTracker::new(),
        }))
    }

    /// The use cases' handles.
    #[must_use]
    pub fn core(&self) -> &Core {
        &self.0.core
    }

    /// Deletes a conversation; a run of it that is not over is cancelled first.
    pub async fn delete_conversation(&self, user_id: &str, id: &str) -> Result<()> {
        let found = conversations::get(&self.0.core, user_id, id).await?;
        if let Some(run_id) = found.active_run_id {
            self.cancel(user_id, &run_id).await?;
        }
        let mut write = self.0.core.write(user_id).await?;
        conversations::delete(&mut write, id).await?;
        write.commit().await
    }

    /// The model's name.
    #[must_use]
    pub fn model_name(&self) -> &str {
        self.0.model.name()
    }

    /// The host that what people write to the coach goes to; none where it stays in this process.
    #[must_use]
    pub fn model_host(&self) -> Option<&str> {
        self.0.model.host()
    }

    /// How many runs keep their newest events in memory: those that are watched, at work or paused.
    #[must_use]
    pub fn logs_held(&self) -> usize {
        self.0.logs.len()
    }

    /// Writes events at the end of a run's log, inside a write.
    pub(super) async fn stage(
        &self,
        write: &mut Write,
        run: &StoredRun,
        events: &[RunEvent],
    ) -> Result<Staged> {
        self.0.logs.stage(write, run, events).await
    }

    /// Something about this run may have changed: works on it until it waits or ends.
    pub fn nudge(&self, run_id: &str) {
        let mut actors = self.0.actors.lock().unwrap_or_else(PoisonError::into_inner);
        if self.0.stop.is_cancelled() {
            return;
        }
        if let Some(actor) = actors.get_mut(run_id) {
            actor.again = true;
            return;
        }
        let cancel = self.0.stop.child_token();
        actors.insert(run_id.to_owned(), Actor { cancel: cancel.clone(), again: false });
        let (agents, id) = (self.clone(), run_id.to_owned());
        self.0.tasks.spawn(async move { agents.attend(&id, &cancel).await });
    }

    async fn attend(&self, id: &str, cancel: &CancellationToken) {
        loop {
            self.work(id, cancel).await;
            let mut actors = self.0.actors.lock().unwrap_or_else(PoisonError::into_inner);
            match actors.get_mut(id) {
                Some(actor) if actor.again && !cancel.is_cancelled() => actor.again = false,
                _ => {
                    actors.remove(id);
                    break;
                }
            }
        }
        if cancel.is_cancelled() {
            // The run is over, or the server stops: a step that had just begun may have opened it again.
            self.0.logs.forget(id);
        }
    }

    /// Cancels a person's run; one that is over stays as it is. Closes the connection to the model.
    pub async fn cancel(&self, user_id: &str, run_id: &str) -> Result<()> {
        let found = runs::get(&mut self.0.core.read().await?, user_id, run_id).await?;
        found.ok_or(Error::NotFound)?;
        self.transition(user_id, run_id, Input::Cancelled, &[]).await?;
        self.let_go(run_id);
        Ok(())
    }

    /// The run is over: its connection to the model is closed, its log forgotten.
    pub(super) fn let_go(&self, run_id: &str) {
        let actors = self.0.actors.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(actor) = actors.get(run_id) {
            actor.cancel.cancel();
        }
        self.0.logs.forget(run_id);
    }

    /// Stops within seconds: streams end, connections to the model are closed, runs stay as they
    /// are stored and go on at the next start.
    pub async fn shutdown(&self) {
        self.0.stop.cancel();
        self.0.tasks.close();
        let _ = tokio::time::timeout(Duration::from_secs(5), self.0.tasks.wait()).await;
    }
}
