//! The event log of runs. A row of deltas holds every piece that was sent live, so that a stream
//! that was cut between two of them goes on exactly there (law L9).

use super::macros::{execute, fetch_all, fetch_one};
use super::{Conn, Tx};

/// A row of the log.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct StoredEvent {
    /// Place in the epoch; of a row of deltas, the last one's.
    pub seq: i64,
    /// The event's name.
    pub event: String,
    /// JSON text.
    pub data: String,
}

/// Adds rows to a run's log.
pub async fn insert(
    tx: &mut Tx,
    run_id: &str,
    epoch: i64,
    rows: &[StoredEvent],
    now: i64,
) -> Result<(), sqlx::Error> {
    for row in rows {
        execute!(
            tx,
            "INSERT INTO run_events (run_id, epoch, seq, event, data, created_at)
             VALUES ($1, $2, $3, $4, $5, $6)",
            run_id,
            epoch,
            row.seq,
            &row.event,
            &row.data,
            now,
        )?;
    }
    Ok(())
}

/// The rows of an epoch that end after a place, in order.
pub async fn after(
    conn: &mut Conn,
    run_id: &str,
    epoch: i64,
    seq: i64,
) -> Result<Vec<StoredEvent>, sqlx::Error> {
    fetch_all!(
        conn,
        StoredEvent,
        "SELECT seq, event, data FROM run_events WHERE run_id = $1 AND epoch = $2 AND seq > $3 ORDER BY seq",
        run_id,
        epoch,
        seq,
    )
}

/// A row of the log with its time.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct TimedEvent {
    /// The event's name.
    pub event: String,
    /// JSON text.
    pub data: String,
    /// Epoch milliseconds.
    pub created_at: i64,
}

/// What happened in a run, in order, without the pieces of its texts.
pub async fn happened(conn: &mut Conn, run_id: &str) -> Result<Vec<TimedEvent>, sqlx::Error> {
    fetch_all!(
        conn,
        TimedEvent,
        "SELECT event, data, created_at FROM run_events
         WHERE run_id = $1 AND event <> 'text.delta' AND event <> 'snapshot' ORDER BY epoch, seq",
        run_id,
    )
}

/// The last place of an epoch; 0 when it is empty.
pub async fn last(conn: &mut Conn, run_id: &str, epoch: i64) -> Result<i64, sqlx::Error> {
    let (last,) = fetch_one!(
        conn,
        (i64,),
        "SELECT COALESCE(MAX(seq), 0) FROM run_events WHERE run_id = $1 AND epoch = $2",
        run_id,
        epoch,
    )?;
    Ok(last)
}
