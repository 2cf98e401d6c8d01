//! What every use case stands on: the database, the clock, the embedded catalogue.

use crate::clock::Clock;
use crate::domain::catalogue::Catalogue;
use crate::storage::{Conn, Db, Tx, is_unsure, users};

use super::alarm::Alarm;
use super::error::{Error, Result};

/// Handles shared by all use cases. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Core {
    /// Where everything is kept.
    pub db: Db,
    /// Time and ids.
    pub clock: Clock,
    /// The embedded exercises; a person's own are added when needed.
    pub catalogue: Catalogue,
    /// Whether agents, and with them suggestions, are on.
    pub agents: bool,
    /// Rung when a red flag stops coaching.
    pub alarm: Alarm,
}

impl Core {
    /// A connection to read with.
    pub async fn read(&self) -> Result<Conn> {
        Ok(self.db.read().await?)
    }

    /// Begins a write for one person, one after another on both databases. An account that is gone
    /// is [`Error::NotFound`].
    pub async fn write(&self, user_id: &str) -> Result<Write> {
        let turn = self.db.turn(user_id).await?;
        let tx = self.db.begin_in(turn).await?;
        self.write_in(tx, user_id).await
    }

    /// A write for one person in a transaction that has begun, by whoever holds their turn.
    pub(super) async fn write_in(&self, mut tx: Tx, user_id: &str) -> Result<Write> {
        if !users::lock(&mut tx, user_id).await? {
            return Err(Error::NotFound);
        }
        Ok(Write { core: self.clone(), user_id: user_id.to_owned(), tx, flag: None, decided_in: None })
    }
}

/// A write of one person. Nothing stays unless [`Write::commit`] is called.
#[derive(Debug)]
pub struct Write {
    /// The shared handles.
    pub core: Core,
    /// Whose write it is; comes from the login, never from an argument.
    pub user_id: String,
    /// The transaction.
    pub tx: Tx,
    /// The red flag that was raised in it.
    pub(super) flag: Option<String>,
    /// The session whose one open suggestion was decided in it: there is none to supersede.
    pub(super) decided_in: Option<String>,
}

impl Write {
    /// The open suggestion of this session is decided in this write, and a session has at most one.
    pub fn decides_suggestion_of(&mut self, session_id: Option<&str>) {
        self.decided_in = session_id.map(str::to_owned);
    }

    /// Makes it durable.
    pub async fn commit(self) -> Result<()> {
        let done = commit(self.tx).await;
        if self.flag.is_some() {
            // Also when the answer to the commit was lost: whoever hears it looks at the lock.
            self.core.alarm.ring(&self.user_id);
        }
        done
    }
}

/// Makes a transaction durable.
pub(super) async fn commit(tx: Tx) -> Result<()> {
    tx.commit().await.map_err(|error| {
        if !is_unsure(&error) {
            return error.into();
        }
        tracing::warn!(%error, "the answer to a commit was lost");
        Error::Unsure
    })
}
