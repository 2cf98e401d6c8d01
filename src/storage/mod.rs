//! The only place with SQL. One file an aggregate; rows are private and converted by `From` or
//! `TryFrom`, unless they are as they are wanted. Every statement is one text and one bind list for both databases.
//!
//! It refuses to know rules: what may be written is decided in `service`.

mod db;
mod failure;
mod macros;
mod migrations;
mod open;
mod write_queue;

pub mod backup;
pub mod bodyweights;
pub mod conversations;
pub mod credentials;
pub mod exports;
pub mod idempotency;
pub mod outcomes;
pub mod plans;
pub mod profiles;
pub mod proposals;
pub mod run_events;
pub mod runs;
pub mod safety;
pub mod sessions;
pub mod sets;
pub mod totals;
pub mod users;
pub mod weeks;

pub use db::{Conn, Db, Tx};
pub use failure::{Trouble, is_unsure, trouble};
pub use open::DbError;
/// What the driver says went wrong.
pub use sqlx::Error as DatabaseError;
pub use write_queue::Turn;

/// A moment that is stored in epoch milliseconds; one that cannot be is the epoch.
#[must_use]
pub fn moment(millis: i64) -> jiff::Timestamp {
    jiff::Timestamp::from_millisecond(millis).unwrap_or(jiff::Timestamp::UNIX_EPOCH)
}

/// Why stored data could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The database.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
    /// A JSON column that does not fit its type.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}
