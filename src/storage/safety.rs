//! The lock that a red flag sets on coaching.

use super::macros::{execute, fetch_optional};
use super::{Conn, Tx};

/// Flag and since when (epoch milliseconds), while locked.
pub async fn get(conn: &mut Conn, user_id: &str) -> Result<Option<(String, i64)>, sqlx::Error> {
    fetch_optional!(conn, (String, i64), "SELECT flag, since FROM safety_locks WHERE user_id = $1", user_id)
}

/// Locks; a lock that stands keeps its moment and takes the newer flag.
pub async fn set(tx: &mut Tx, user_id: &str, flag: &str, now: i64) -> Result<(), sqlx::Error> {
    execute!(
        tx,
        "INSERT INTO safety_locks (user_id, flag, since) VALUES ($1, $2, $3)
         ON CONFLICT (user_id) DO UPDATE SET flag = excluded.flag",
        user_id,
        flag,
        now,
    )
    .map(drop)
}

/// Unlocks; false if it was not locked.
pub async fn clear(tx: &mut Tx, user_id: &str) -> Result<bool, sqlx::Error> {
    Ok(execute!(tx, "DELETE FROM safety_locks WHERE user_id = $1", user_id)? == 1)
}
