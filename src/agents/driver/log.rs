//! The event log of one run: events are stored in the transaction that makes them true and then
//! sent to everyone who watches. Deltas go out at once and are stored a little later, many in one
//! row, with every piece that was sent, so that any id a watcher has seen can be resumed from.
//!
//! Lock order: a write transaction first, then a log's turn to store, then its tail. Never the other
//! way round. Deltas need the tail alone, so they never wait for a disk that stores earlier ones.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde_json::json;
use tokio::sync::{Mutex as AsyncMutex, OwnedMutexGuard, broadcast};
use tokio::time::Instant;

use crate::agents::run::event::{RunEvent, is_last};
use crate::agents::tools::ToolSpec;
use crate::service::{Result, Write};
use crate::storage::run_events::{self as storage, StoredEvent};
use crate::storage::runs::StoredRun;
use crate::storage::{Conn, Tx};
use crate::telemetry::metrics;

/// Deltas wait at most this long before they are stored.
const STORE_EVERY: Duration = Duration::from_millis(250);
/// Events that are held for a slow watcher; beyond them it looks up what it has missed. Every open
/// run holds this many places of 32 bytes, and what a connection has buffered comes on top.
const BUFFER: usize = 32;

/// One event as it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// The driver's incarnation.
    pub epoch: i64,
    /// Place in it.
    pub seq: i64,
    /// The event's name.
    pub event: String,
    /// JSON text.
    pub data: String,
}

#[derive(Debug)]
struct Piece {
    seq: i64,
    message_id: String,
    delta: String,
}

#[derive(Debug)]
struct Tail {
    epoch: i64,
    live: broadcast::Sender<Arc<Sent>>,
    last: i64,
    /// What was written last may be durable although nobody was told so.
    doubtful: bool,
    unstored: Vec<Piece>,
    since: Option<Instant>,
    /// The run's last event was sent: nothing comes after it.
    over: bool,
}

/// The log of one run that is not over.
#[derive(Debug)]
pub struct Log {
    run_id: String,
    /// Whoever stores has its turn from before it looks at what is unstored until that is durable.
    store: Arc<AsyncMutex<()>>,
    tail: Arc<AsyncMutex<Tail>>,
}

/// The logs of all runs that are not over.
#[derive(Debug, Default)]
pub struct Logs(Mutex<HashMap<String, Arc<Log>>>);

impl Logs {
    /// The log of a run; its tail is read from the database the first time.
    pub async fn open(&self, conn: &mut Conn, run: &StoredRun) -> Result<Arc<Log>> {
        if let Some(log) = self.known(&run.id) {
            return Ok(log);
        }
        let last = storage::last(conn, &run.id, run.epoch).await?;
        let tail = Tail {
            epoch: run.epoch,
            live: broadcast::channel(BUFFER).0,
            last,
            doubtful: false,
            unstored: Vec::new(),
            since: None,
            over: false,
        };
        let log =
            Log { run_id: run.id.clone(), store: Arc::default(), tail: Arc::new(AsyncMutex::new(tail)) };
        let mut logs = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(Arc::clone(logs.entry(run.id.clone()).or_insert_with(|| Arc::new(log))))
    }

    fn known(&self, id: &str) -> Option<Arc<Log>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(id).cloned()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    /// Every log.
    pub fn all(&self) -> Vec<Arc<Log>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).values().cloned().collect()
    }

    /// Forgets the log of a run that is over; those who watch keep what they hold.
    pub fn forget(&self, id: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(id);
    }

    /// Writes events at the end of a run's log, inside a write. They are sent by
    /// [`Staged::publish`] once the write is durable; dropped before that, nothing happened.
    pub async fn stage(&self, write: &mut Write, run: &StoredRun, events: &[RunEvent]) -> Result<Staged> {
        let log = self.open(&mut write.tx, run).await?;
        let turn = Arc::clone(&log.store).lock_owned().await;
        let mut tail = Arc::clone(&log.tail).lock_owned().await;
        tail.reconcile(&mut write.tx, &run.id).await?;
        let mut staged = Staged { last: tail.last, rows: Vec::new(), tail, published: false, _turn: turn };
        let unstored = rows_of(&staged.tail.unstored);
        let now = write.core.clock.now().as_millisecond();
        storage::insert(&mut write.tx, &run.id, staged.tail.epoch, &unstored, now).await?;
        staged.extend(write, &run.id, events).await?;
        Ok(staged)
    }
}

/// Events that are written but not yet durable. Holds the log until they are sent.
#[derive(Debug)]
#[must_use = "events that are not published are never seen live"]
pub struct Staged {
    tail: OwnedMutexGuard<Tail>,
    last: i64,
    rows: Vec<StoredEvent>,
    published: bool,
    _turn: OwnedMutexGuard<()>,
}

/// Deltas of one run that are written but not yet durable.
#[derive(Debug)]
#[must_use = "what is stored must be taken off the tail, or it is stored twice"]
pub struct Storing {
    log: Arc<Log>,
    up_to: i64,
    _turn: OwnedMutexGuard<()>,
}

impl Tail {
    /// After a commit whose answer was lost: what is durable is not stored again, and whoever watches
    /// and missed it resumes from what they have seen.
    async fn reconcile(&mut self, tx: &mut Tx, run_id: &str) -> Result<()> {
        if !self.doubtful {
            return Ok(());
        }
        let stored = storage::last(tx, run_id, self.epoch).await?;
        self.unstored.retain(|piece| piece.seq > stored);
        if stored > self.last {
            (self.last, self.live) = (stored, broadcast::channel(BUFFER).0);
        }
        self.doubtful = false;
        Ok(())
    }
}

impl Storing {
    /// The write is durable.
    pub async fn done(self) {
        let mut tail = self.log.tail.lock().await;
        tail.doubtful = false;
        tail.unstored.retain(|piece| piece.seq > self.up_to);
        tail.since = (!tail.unstored.is_empty()).then(Instant::now);
    }
}

impl Staged {
    async fn extend(&mut self, write: &mut Write, run_id: &str, events: &[RunEvent]) -> Result<()> {
        if self.tail.over {
            return Ok(());
        }
        let mut rows = Vec::new();
        for event in events {
            self.last += 1;
            let (name, data) = event.parts();
            rows.push(StoredEvent { seq: self.last, event: name, data });
        }
        let now = write.core.clock.now().as_millisecond();
        storage::insert(&mut write.tx, run_id, self.tail.epoch, &rows, now).await?;
        self.rows.append(&mut rows);
        Ok(())
    }

    /// The write is durable: sends the events.
    pub fn publish(mut self) {
        let epoch = self.tail.epoch;
        self.published = true;
        self.tail.last = self.last;
        self.tail.unstored.clear();
        self.tail.since = None;
        self.tail.over |= self.rows.iter().any(|row| is_last(&row.event));
        for row in std::mem::take(&mut self.rows) {
            count(&row);
            let sent = Sent { epoch, seq: row.seq, event: row.event, data: row.data };
            let _ = self.tail.live.send(Arc::new(sent));
        }
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        self.tail.doubtful |= !self.published;
    }
}

/// What a model calls a tool may be anything; what is counted is a tool that exists.
fn count(row: &StoredEvent) {
    if row.event == "tool.result" {
        let data: serde_json::Value = serde_json::from_str(&row.data).unwrap_or_default();
        let tool = data.get("tool").and_then(serde_json::Value::as_str).and_then(ToolSpec::named);
        let ok = data.get("ok").and_then(serde_json::Value::as_bool).unwrap_or_default();
        metrics::tool_call(tool.map_or("unknown", |tool| tool.name), ok);
    } else {
        metrics::run_event(&row.event, &row.data);
    }
}

/// Consecutive deltas of one message are one row.
fn rows_of(pieces: &[Piece]) -> Vec<StoredEvent> {
    let groups = pieces.chunk_by(|one, next| one.message_id == next.message_id);
    let row = |group: &[Piece]| {
        let last = group.last()?;
        let texts: Vec<_> = group.iter().map(|piece| json!([piece.seq, piece.delta])).collect();
        let data = json!({"message_id": last.message_id, "pieces": texts}).to_string();
        Some(StoredEvent { seq: last.seq, event: "text.delta".to_owned(), data })
    };
    groups.filter_map(row).collect()
}

impl Log {
    /// Sends a piece of text at once. True when it is time to store what was sent.
    pub async fn delta(&self, message_id: &str, delta: &str) -> bool {
        let mut tail = self.tail.lock().await;
        if tail.over {
            return false;
        }
        tail.last += 1;
        let piece = Piece { seq: tail.last, message_id: message_id.to_owned(), delta: delta.to_owned() };
        let _ = tail.live.send(Arc::new(sent_delta(tail.epoch, &piece)));
        tail.unstored.push(piece);
        tail.since.get_or_insert_with(Instant::now).elapsed() >= STORE_EVERY
    }

    /// Writes the deltas that are not stored yet; nothing if there are none, or if someone else is
    /// about to store them.
    pub async fn store(self: &Arc<Self>, tx: &mut Tx, now: i64) -> Result<Option<Storing>> {
        let Ok(turn) = Arc::clone(&self.store).try_lock_owned() else { return Ok(None) };
        let mut tail = self.tail.lock().await;
        tail.reconcile(tx, &self.run_id).await?;
        let (epoch, rows) = (tail.epoch, rows_of(&tail.unstored));
        // Until it is known to be durable.
        tail.doubtful = !rows.is_empty();
        drop(tail);
        let Some(last) = rows.last() else { return Ok(None) };
        let up_to = last.seq;
        storage::insert(tx, &self.run_id, epoch, &rows, now).await?;
        Ok(Some(Storing { log: Arc::clone(self), up_to, _turn: turn }))
    }

    /// The run.
    pub fn run_id(&self) -> &str {
        &self.run_id
    }

    /// Begins to watch: what is not stored yet, and everything after it.
    pub async fn watch(&self) -> (Vec<Sent>, broadcast::Receiver<Arc<Sent>>) {
        let tail = self.tail.lock().await;
        let unstored = tail.unstored.iter().map(|piece| sent_delta(tail.epoch, piece)).collect();
        (unstored, tail.live.subscribe())
    }
}

fn sent_delta(epoch: i64, piece: &Piece) -> Sent {
    let event = RunEvent::Delta { message_id: piece.message_id.clone(), delta: piece.delta.clone() };
    let (event, data) = event.parts();
    Sent { epoch, seq: piece.seq, event, data }
}

/// A stored row as it is sent to someone who has seen everything up to a place: of a row of deltas,
/// the pieces after it as one.
#[must_use]
pub fn replayed(row: &StoredEvent, epoch: i64, after: i64) -> Option<Sent> {
    let seq = row.seq;
    if seq <= after {
        return None;
    }
    let value: serde_json::Value = serde_json::from_str(&row.data).ok()?;
    let Some(pieces) = value.get("pieces").and_then(serde_json::Value::as_array) else {
        return Some(Sent { epoch, seq, event: row.event.clone(), data: row.data.clone() });
    };
    let unseen = pieces.iter().filter(|piece| piece.get(0).and_then(serde_json::Value::as_i64) > Some(after));
    let delta: String = unseen.filter_map(|piece| piece.get(1).and_then(serde_json::Value::as_str)).collect();
    let data = json!({"message_id": value.get("message_id"), "delta": delta}).to_string();
    Some(Sent { epoch, seq, event: row.event.clone(), data })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_of_deltas_is_resumed_between_any_two_pieces() {
        let piece = |seq, delta: &str| Piece { seq, message_id: "m".to_owned(), delta: delta.to_owned() };
        let rows = rows_of(&[piece(4, "he"), piece(5, "ll"), piece(6, "o")]);
        assert_eq!(rows.len(), 1);
        for (after, rest) in [(0, "hello"), (3, "hello"), (4, "llo"), (5, "o")] {
            let sent = replayed(&rows[0], 1, after).unwrap();
            assert_eq!(sent.seq, 6);
            assert!(sent.data.contains(&format!("\"delta\":\"{rest}\"")), "{}", sent.data);
        }
        assert_eq!(replayed(&rows[0], 1, 6), None);
    }
}
