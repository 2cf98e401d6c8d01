//! Idempotency inside the effect's own transaction (law L7): recorded if and only if it happened.
//!
//! [`begin`] takes the key and the person's row. Either the answer recorded before comes back, or a
//! [`Write`] in which the effect happens; [`Attempt::finish`] records the answer and commits both
//! at once. An error drops the transaction, and with it the key.

use sha2::{Digest as _, Sha256};

use super::core::{Core, Write, commit};
use super::error::{Conflict, Error, Result};
use super::safety;
use crate::reason;
use crate::storage::credentials;
use crate::storage::idempotency::{self as storage, Recorded};

/// How long an answer can be replayed, milliseconds (30 days).
const KEPT_FOR: i64 = 30 * 24 * 3600 * 1000;

/// An answer that can be replayed to the byte.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// Status code, 2xx.
    pub status: u16,
    /// JSON object of header names and values (Location, ETag).
    pub headers: String,
    /// The body's text.
    pub body: String,
}

/// A key that was free and is now ours.
#[derive(Debug)]
pub struct Attempt {
    /// Where the effect happens.
    pub write: Write,
    key: String,
}

/// What a key led to.
#[derive(Debug)]
pub enum Begun {
    /// Nothing happened under it yet.
    Fresh(Box<Attempt>),
    /// The answer of the first time.
    Replay(Saved),
}

/// Fingerprint of a request: what a key is bound to.
#[must_use]
pub fn fingerprint(method: &str, path: &str, body: &[u8]) -> String {
    let mut hash = Sha256::new();
    for part in [method.as_bytes(), path.as_bytes(), body] {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hex::encode(hash.finalize())
}

/// Takes the key. A key used for another request is a conflict. Whoever waited for another write of
/// the same person looks first whether that was its own duplicate.
pub async fn begin(core: &Core, user_id: &str, key: &str, fingerprint: &str) -> Result<Begun> {
    let turn = core.db.turn(user_id).await.map_err(|error| in_flight(error.into()))?;
    let waited = turn.waited;
    let mut tx = core.db.begin_in(turn).await.map_err(|error| in_flight(error.into()))?;
    if waited && let Some(found) = storage::recorded(&mut tx, user_id, key).await? {
        return replay(found, fingerprint);
    }
    let mut write = core.write_in(tx, user_id).await.map_err(in_flight)?;
    let now = core.clock.now().as_millisecond();
    let claimed = storage::claim(&mut write.tx, user_id, key, fingerprint, now).await;
    match claimed.map_err(|error| in_flight(error.into()))? {
        None => Ok(Begun::Fresh(Box::new(Attempt { write, key: key.to_owned() }))),
        Some(found) => replay(found, fingerprint),
    }
}

fn replay(found: Recorded, fingerprint: &str) -> Result<Begun> {
    if found.request_hash != fingerprint {
        return Err(reused());
    }
    saved(found).map(Begun::Replay)
}

/// Whoever waited too long for the lock may be behind the first of its own duplicates.
fn in_flight(error: Error) -> Error {
    match error {
        Error::Waited => Conflict::new("idempotency-in-flight", reason!("conflict_key_in_flight")).into(),
        other => other,
    }
}

fn reused() -> Error {
    Conflict::new("idempotency-key-reused", reason!("conflict_key_reused")).into()
}

fn saved(found: Recorded) -> Result<Saved> {
    let status = u16::try_from(found.status).unwrap_or(0);
    if status == 0 {
        return Err(Error::Busy);
    }
    Ok(Saved { status, headers: found.headers, body: found.body })
}

impl Attempt {
    /// Records the answer and commits it together with the effect.
    pub async fn finish(mut self, saved: &Saved) -> Result<()> {
        let answer = (i64::from(saved.status), saved.headers.as_str(), saved.body.as_str());
        storage::record(&mut self.write.tx, &self.write.user_id, &self.key, answer).await?;
        self.write.commit().await
    }

    /// Why the effect was refused; see [`safety::refused`]. The key is free again.
    pub async fn refused(self, error: Error) -> Error {
        safety::refused(self.write, error).await
    }
}

/// Forgets answers that are too old to be replayed, and logins that are over.
pub async fn sweep(core: &Core) -> Result<u64> {
    let mut tx = core.db.begin().await?;
    let before = core.clock.now().as_millisecond() - KEPT_FOR;
    let forgotten = storage::forget_before(&mut tx, before).await?;
    credentials::forget_expired_logins(&mut tx, core.clock.now()).await?;
    commit(tx).await?;
    Ok(forgotten)
}
