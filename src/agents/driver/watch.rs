//! Watching a run: what is stored after a place, then what is not stored yet, then what comes, each
//! event once and in order (law L9). Leaving is not cancelling.

use std::collections::VecDeque;
use std::sync::Arc;

use futures_util::stream::{self, BoxStream, StreamExt as _};
use tokio::sync::broadcast;

use super::Agents;
use super::log::{Sent, replayed};
use crate::agents::run::RunStatus;
use crate::agents::run::event::is_last;
use crate::service::{Error, Result};
use crate::storage::{run_events, runs};

/// A place in a run's events: `{epoch}.{seq}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// The driver's incarnation.
    pub epoch: i64,
    /// Place in it.
    pub seq: i64,
}

impl Cursor {
    /// Reads an event's id; None for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (epoch, seq) = text.trim().split_once('.')?;
        Some(Self { epoch: epoch.parse().ok()?, seq: seq.parse().ok()? })
    }
}

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.epoch, self.seq)
    }
}

/// The events of a run from a place on.
pub type Watch = BoxStream<'static, Sent>;

struct State {
    agents: Agents,
    user_id: String,
    run_id: String,
    epoch: i64,
    backlog: VecDeque<Sent>,
    live: Option<broadcast::Receiver<Arc<Sent>>>,
    seq: i64,
    paused: bool,
}

impl Agents {
    /// Watches a person's run. None when it is over and everything was seen.
    pub async fn watch(&self, user_id: &str, run_id: &str, after: Option<Cursor>) -> Result<Option<Watch>> {
        let state = self.look(user_id, run_id, after).await?;
        Ok(state.map(|state| stream::unfold(state, next).boxed()))
    }

    async fn look(&self, user_id: &str, run_id: &str, after: Option<Cursor>) -> Result<Option<State>> {
        let mut conn = self.0.core.read().await?;
        let row = runs::get(&mut conn, user_id, run_id).await?.ok_or(Error::NotFound)?;
        let over = RunStatus::parse(&row.status).is_none_or(RunStatus::is_final);
        let (unstored, live) = if over {
            (Vec::new(), None)
        } else {
            let log = self.0.logs.open(&mut conn, &row).await?;
            let (unstored, live) = log.watch().await;
            (unstored, Some(live))
        };
        let last = run_events::last(&mut conn, run_id, row.epoch).await?;
        let last = unstored.last().map_or(last, |sent| sent.seq.max(last));
        let seen = after.filter(|cursor| cursor.epoch == row.epoch && (0..=last).contains(&cursor.seq));
        let seq = seen.map_or(0, |cursor| cursor.seq);
        let stored = run_events::after(&mut conn, run_id, row.epoch, seq).await?;
        let mut backlog: VecDeque<Sent> =
            stored.iter().filter_map(|stored| replayed(stored, row.epoch, seq)).collect();
        backlog.extend(unstored);
        if backlog.back().is_some_and(|sent| is_last(&sent.event)) {
            // It ended while its log was being opened, or before.
            self.0.logs.forget(run_id);
        }
        if over && backlog.is_empty() {
            return Ok(None);
        }
        let paused = row.status == RunStatus::Paused.as_str();
        let (agents, user_id, run_id) = (self.clone(), row.user_id, row.id);
        Ok(Some(State { agents, user_id, run_id, epoch: row.epoch, backlog, live, seq, paused }))
    }
}

async fn next(mut state: State) -> Option<(Sent, State)> {
    loop {
        let sent = state.wait().await?;
        if sent.seq <= state.seq {
            continue;
        }
        state.seq = sent.seq;
        if is_last(&sent.event) {
            state.live = None;
        }
        match sent.event.as_str() {
            "run.paused" => state.paused = true,
            "tool.started" | "text.delta" => state.paused = false,
            _ => {}
        }
        return Some((sent, state));
    }
}

impl State {
    /// What comes next; None ends the stream: the run is over, it paused and nothing came for a
    /// while, or the server stops.
    async fn wait(&mut self) -> Option<Sent> {
        loop {
            if let Some(sent) = self.backlog.pop_front() {
                return Some(sent);
            }
            let live = self.live.as_mut()?;
            let (idle, paused) = (self.agents.0.limits.idle_after_pause, self.paused);
            let sent = tokio::select! {
                biased;
                () = self.agents.0.stop.cancelled() => return None,
                sent = live.recv() => sent,
                () = tokio::time::sleep(idle), if paused => return None,
            };
            match sent {
                Ok(sent) => return Some(Arc::unwrap_or_clone(sent)),
                // More was sent than is held for a slow one, or the log began anew.
                Err(_) => *self = Box::pin(self.again()).await?,
            }
        }
    }

    /// Looks up what was missed, as one does who comes back.
    async fn again(&self) -> Option<Self> {
        let after = Cursor { epoch: self.epoch, seq: self.seq };
        self.agents.look(&self.user_id, &self.run_id, Some(after)).await.ok()?
    }
}
