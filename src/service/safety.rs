//! The safety lock (law L11): a red flag stops coaching by rule until the person says that it is
//! resolved. Reading and logging sets are never touched by it.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

use super::core::{Core, Write};
use super::error::{Error, Result};
use crate::domain::proposal::ProposalStatus;
use crate::domain::safety::scan;
use crate::storage::proposals::{self, Verdict};
use crate::storage::{Conn, moment, profiles, safety as storage};

/// A lock that stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lock {
    /// The red flag's word.
    pub flag: String,
    /// When it was raised.
    pub since: Timestamp,
}

/// As answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SafetyState {
    /// Whether coaching is stopped.
    pub locked: bool,
    /// Since when.
    pub since: Option<Timestamp>,
    /// The red flag's word.
    pub flag: Option<String>,
}

impl From<Option<Lock>> for SafetyState {
    fn from(lock: Option<Lock>) -> Self {
        let (flag, since) = lock.map(|lock| (lock.flag, lock.since)).unzip();
        Self { locked: flag.is_some(), since, flag }
    }
}

/// The lock, if one stands.
pub async fn locked(conn: &mut Conn, user_id: &str) -> Result<Option<Lock>> {
    let row = storage::get(conn, user_id).await?;
    Ok(row.map(|(flag, since)| Lock { flag, since: moment(since) }))
}

/// Refuses while a lock stands (423).
pub async fn refuse_locked(conn: &mut Conn, user_id: &str) -> Result<()> {
    match locked(conn, user_id).await? {
        Some(lock) => Err(Error::Locked { flag: lock.flag }),
        None => Ok(()),
    }
}

/// The state as answered.
pub async fn get(core: &Core, user_id: &str) -> Result<SafetyState> {
    Ok(locked(&mut core.read().await?, user_id).await?.into())
}

/// Locks, and declines every open proposal of the person; with the commit the alarm rings.
pub async fn raise(write: &mut Write, flag: &str) -> Result<()> {
    write.flag = Some(flag.to_owned());
    let now = write.core.clock.now().as_millisecond();
    storage::set(&mut write.tx, &write.user_id, flag, now).await?;
    for open in proposals::open_of_user(&mut write.tx, &write.user_id).await? {
        // What a person saw as expired stays expired.
        let over = open.expires_at <= now;
        let verdict = Verdict {
            status: if over { ProposalStatus::Expired } else { ProposalStatus::Declined },
            by: None,
            reason: (!over).then_some("safety"),
            result: None,
            announced: false,
        };
        proposals::decide(&mut write.tx, &open.id, &verdict, now).await?;
    }
    Ok(())
}

/// Reads what a person wrote about a set, a session, a proposal or themselves: a red flag locks, as in a message.
pub async fn heed(write: &mut Write, text: &str) -> Result<()> {
    if text.trim().is_empty() {
        return Ok(());
    }
    let user_id = write.user_id.clone();
    let (profile, _) = profiles::get(&mut write.tx, &user_id).await?.ok_or(Error::NotFound)?;
    let pregnant = profile.is_pregnant();
    match scan(text, pregnant) {
        Some(flag) => raise(write, flag.as_str()).await,
        None => Ok(()),
    }
}

/// Undoes a write that was refused, and with it a red flag that was raised in it: that is raised again
/// in a write of its own, before the answer.
pub(super) async fn undo(write: Write) -> Result<()> {
    let Some(flag) = write.flag.clone() else { return Ok(()) };
    let (core, user_id) = (write.core.clone(), write.user_id.clone());
    // The next write of this person begins when this one is over.
    drop(write);
    let mut write = core.write(&user_id).await?;
    raise(&mut write, &flag).await?;
    write.commit().await
}

/// The person says that it is resolved; unlocking what is not locked changes nothing.
pub async fn resolve(write: &mut Write) -> Result<SafetyState> {
    storage::clear(&mut write.tx, &write.user_id).await?;
    Ok(None.into())
}
