//! Idempotency inside the effect's own transaction (law L7): recorded if and only if it happened.
//!
//! [`once`] takes the key and the person's row. Either the answer recorded before comes back, or the
//! effect happens in a [`Write`], and its answer is recorded and committed with it. An error drops the
//! transaction, and with it the key; a red flag that was raised in it stays raised.

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

/// A request that is to have its effect once.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// Whose it is.
    pub user_id: &'a str,
    /// The key it came with.
    pub key: &'a str,
    /// Its method.
    pub method: &'a str,
    /// Its path.
    pub path: &'a str,
    /// Its body.
    pub body: &'a [u8],
}

/// What a request came to.
#[derive(Debug)]
pub struct Answered<T> {
    /// The answer of the first time.
    pub saved: Saved,
    /// What the effect leaves to be done now that it is durable; none when the answer is a replay.
    pub fresh: Option<T>,
}

/// What a key led to.
enum Begun {
    /// Nothing happened under it yet: where the effect happens.
    Fresh(Box<Write>),
    /// The answer of the first time.
    Replay(Saved),
}

/// Does the work if nothing happened under this key yet, and records its answer in the commit of its
/// effect. A key used for another request is a conflict.
pub async fn once<T, E: From<Error>>(
    core: &Core,
    request: Request<'_>,
    work: impl AsyncFnOnce(&mut Write) -> Result<(Saved, T), E>,
) -> Result<Answered<T>, E> {
    let mut write = match begin(core, &request).await? {
        Begun::Fresh(write) => write,
        Begun::Replay(saved) => return Ok(Answered { saved, fresh: None }),
    };
    match work(&mut write).await {
        Ok((saved, left)) => {
            finish(*write, request.key, &saved).await?;
            Ok(Answered { saved, fresh: Some(left) })
        }
        Err(error) => Err(safety::undo(*write).await.err().map_or(error, E::from)),
    }
}

/// Fingerprint of a request: what a key is bound to.
fn fingerprint(request: &Request<'_>) -> String {
    let mut hash = Sha256::new();
    for part in [request.method.as_bytes(), request.path.as_bytes(), request.body] {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hex::encode(hash.finalize())
}

/// Takes the key. Whoever waited for another write of this person looks first whether that was its own
/// duplicate.
async fn begin(core: &Core, request: &Request<'_>) -> Result<Begun> {
    let (Request { user_id, key, .. }, fingerprint) = (*request, fingerprint(request));
    let turn = core.db.turn(user_id).await.map_err(|error| in_flight(error.into()))?;
    let waited = turn.waited;
    let mut tx = core.db.begin_in(turn).await.map_err(|error| in_flight(error.into()))?;
    if waited && let Some(found) = storage::recorded(&mut tx, user_id, key).await? {
        return replay(found, &fingerprint);
    }
    let mut write = core.write_in(tx, user_id).await.map_err(in_flight)?;
    let now = core.clock.now().as_millisecond();
    let claimed = storage::claim(&mut write.tx, user_id, key, &fingerprint, now).await;
    match claimed.map_err(|error| in_flight(error.into()))? {
        None => Ok(Begun::Fresh(Box::new(write))),
        Some(found) => replay(found, &fingerprint),
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

/// Records the answer and commits it together with the effect.
async fn finish(mut write: Write, key: &str, saved: &Saved) -> Result<()> {
    let answer = (i64::from(saved.status), saved.headers.as_str(), saved.body.as_str());
    storage::record(&mut write.tx, &write.user_id, key, answer).await?;
    write.commit().await
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
