//! One step of a run in one transaction: the input is applied to the state as stored, and state,
//! history, proposals and events are written together.

use tracing::debug;

use super::Agents;
use super::log::Staged;
use crate::agents::model::Message;
use crate::agents::run::event::RunEvent;
use crate::agents::run::{Decision, Effect, Input, Run};
use crate::domain::proposal::ProposalStatus;
use crate::service::{Error, Result, Write, proposals};
use crate::storage::proposals as proposal_storage;
use crate::storage::runs::StoredRun;
use crate::storage::{Conn, conversations, runs};

/// A run as stored, and its machine.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The row.
    pub row: StoredRun,
    /// The machine.
    pub run: Run,
}

/// Reads a run; None when it is gone.
pub async fn load(conn: &mut Conn, id: &str) -> Result<Option<Loaded>> {
    let Some(row) = runs::by_id(conn, id).await? else { return Ok(None) };
    loaded(row).map(Some)
}

/// Reads the machine of a row.
pub fn loaded(row: StoredRun) -> Result<Loaded> {
    let run = serde_json::from_str(&row.state)?;
    Ok(Loaded { row, run })
}

impl Agents {
    /// Applies one input in a transaction of its own, after some events.
    pub(super) async fn transition(
        &self,
        user_id: &str,
        id: &str,
        input: Input,
        before: &[RunEvent],
    ) -> Result<()> {
        let mut write = self.0.core.write(user_id).await?;
        let mut loaded = load(&mut write.tx, id).await?.ok_or(Error::NotFound)?;
        let staged = self.advance(&mut write, &mut loaded, input, before).await?;
        write.commit().await?;
        staged.publish();
        self.settle_log(&loaded);
        Ok(())
    }

    /// Applies one input inside a write. Decisions that nobody has taken up yet come first: what was
    /// confirmed is never remembered as not done.
    pub(super) async fn advance(
        &self,
        write: &mut Write,
        loaded: &mut Loaded,
        input: Input,
        before: &[RunEvent],
    ) -> Result<Staged> {
        let mut effects = self.decisions_in(write, loaded).await?;
        effects.extend(before.iter().cloned().map(Effect::Tell));
        effects.extend(loaded.run.apply(input, &self.0.limits.run));
        debug!(run = loaded.row.id, phase = ?loaded.run.phase, "a run moved on");
        self.store(write, loaded, effects).await
    }

    /// Writes the state and what came out of it.
    pub(super) async fn store(
        &self,
        write: &mut Write,
        loaded: &mut Loaded,
        effects: Vec<Effect>,
    ) -> Result<Staged> {
        let events = write_effects(write, loaded, effects).await?;
        self.0.logs.stage(write, &loaded.row, &events).await
    }

    /// The log of a run that is over is forgotten.
    pub(super) fn settle_log(&self, loaded: &Loaded) {
        if loaded.run.status().is_final() {
            self.0.logs.forget(&loaded.row.id);
        }
    }
}

/// Writes everything but the events, which it gives back in order.
async fn write_effects(
    write: &mut Write,
    loaded: &mut Loaded,
    effects: Vec<Effect>,
) -> Result<Vec<RunEvent>> {
    let mut events = Vec::new();
    for effect in effects {
        match effect {
            Effect::Tell(event) => events.push(event),
            Effect::Remember(messages) => remember(write, &loaded.row, &messages).await?,
            Effect::Close(ids) => events.extend(close(write, &ids).await?),
        }
    }
    refresh(write, loaded)?;
    runs::update(&mut write.tx, &loaded.row).await?;
    Ok(events)
}

/// Brings the row up to date with the machine.
fn refresh(write: &Write, loaded: &mut Loaded) -> Result<()> {
    let Loaded { row, run } = loaded;
    run.status().as_str().clone_into(&mut row.status);
    row.state = serde_json::to_string(run)?;
    row.steps = i64::from(run.step);
    row.input_tokens = i64::try_from(run.usage.input_tokens).unwrap_or(i64::MAX);
    row.output_tokens = i64::try_from(run.usage.output_tokens).unwrap_or(i64::MAX);
    if run.status().is_final() && row.ended_at.is_none() {
        row.ended_at = Some(write.core.clock.now().as_millisecond());
    }
    Ok(())
}

/// Adds messages to the history of the run's conversation.
pub async fn remember(write: &mut Write, row: &StoredRun, messages: &[Message]) -> Result<()> {
    let now = write.core.clock.now();
    let texts: Result<Vec<_>> = messages
        .iter()
        .map(|message| Ok((write.core.clock.new_id(), serde_json::to_string(message)?)))
        .collect();
    Ok(conversations::append(&mut write.tx, &row.conversation_id, &row.id, &texts?, now).await?)
}

/// Supersedes proposals that nothing waits for any more.
async fn close(write: &mut Write, ids: &[String]) -> Result<Vec<RunEvent>> {
    let mut events = Vec::new();
    for id in ids {
        if proposals::supersede(write, id).await? {
            proposal_storage::announce(&mut write.tx, id).await?;
            let status = ProposalStatus::Superseded;
            let closed = Decision { proposal_id: id.clone(), status, reason: None, result: None };
            events.push(closed.event());
        }
    }
    Ok(events)
}
