//! The only place with SQL. One file an aggregate; rows are private and converted by `From` or
//! `TryFrom`. Every statement is one text and one bind list for both databases.
//!
//! It refuses to know rules: what may be written is decided in `service`.

mod db;
mod macros;

pub mod conversations;
pub mod credentials;
pub mod idempotency;
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

pub use db::{Conn, Db, DbError, Tx};
/// What the driver says went wrong.
pub use sqlx::Error as DatabaseError;

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

/// Whether the same may work in a moment: the database is busy, restarting or out of connections.
#[must_use]
pub fn is_transient(error: &DatabaseError) -> bool {
    match error {
        DatabaseError::PoolTimedOut | DatabaseError::PoolClosed | DatabaseError::Io(_) => true,
        DatabaseError::Database(database) => database.code().is_some_and(|code| is_transient_code(&code)),
        _ => false,
    }
}

/// SQLite busy and locked (5, 6 and their extensions); PostgreSQL serialization, deadlock, lock
/// timeout, shutdown and too many connections.
fn is_transient_code(code: &str) -> bool {
    matches!(
        code,
        "5" | "6"
            | "261"
            | "262"
            | "517"
            | "518"
            | "773"
            | "40001"
            | "40P01"
            | "55P03"
            | "57P01"
            | "57P03"
            | "53300"
    )
}
