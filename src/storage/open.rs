//! Opening either database: its settings, and bringing its schema up to date.

use std::str::FromStr as _;
use std::time::Duration;

use sqlx::migrate::MigrateError;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Connection as _, PgConnection, PgPool, SqlitePool};
use tokio::time::Instant;

use super::backup::{BackupError, before_migration};
use super::failure::{Trouble, is_damage, trouble};
use super::migrations::MIGRATOR;

/// Before this release a WAL database could be corrupted.
const LEAST_SQLITE: (u32, u32, u32) = (3, 51, 3);
/// Longest wait for another program's write.
const LOCK_TIMEOUT: Duration = Duration::from_secs(5);
/// Longest wait for those who came before.
const QUEUE_TIMEOUT: Duration = Duration::from_secs(30);
/// Longest wait for a connection to a server, which may be restarting.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// Why a database could not be used.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    /// Neither `sqlite:` nor `postgres:`.
    #[error("SPOTTER_DATABASE_URL must begin with sqlite:// or postgres://")]
    UnknownScheme,
    /// The linked SQLite is too old to be trusted.
    #[error("the linked SQLite is {0}, but 3.51.3 or newer is needed")]
    OldSqlite(String),
    /// The file or server could not be opened.
    #[error("the database cannot be opened: {0}")]
    Open(#[source] sqlx::Error),
    /// The file is a database, but not whole.
    #[error("the database file is damaged ({0}); restore a backup")]
    Damaged(String),
    /// A newer Spotter has migrated it.
    #[error(
        "the database is of a newer Spotter: its schema is {found}, this one knows {known}; nothing was changed"
    )]
    Newer {
        /// Of the database.
        found: i64,
        /// The newest one of this binary.
        known: i64,
    },
    /// It could not be copied before its schema changes.
    #[error("the database cannot be copied before its schema changes: {0}")]
    Backup(#[from] BackupError),
    /// The schema could not be brought up to date.
    #[error("the database cannot be migrated: {0}")]
    Migrate(MigrateError),
}

impl From<MigrateError> for DbError {
    fn from(error: MigrateError) -> Self {
        let known = MIGRATOR.iter().map(|migration| migration.version).max().unwrap_or(0);
        match error {
            MigrateError::VersionMissing(found) if found > known => Self::Newer { found, known },
            other => Self::Migrate(other),
        }
    }
}

/// One writer, and readers that cannot write.
pub(super) async fn sqlite(url: &str, readers: u32) -> Result<(SqlitePool, SqlitePool), DbError> {
    let options = SqliteConnectOptions::from_str(url)
        .map_err(DbError::Open)?
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(LOCK_TIMEOUT);
    let writer = first_writer(&options).await.map_err(not_opened)?;
    check_sqlite_version(&writer).await?;
    check_whole(&writer).await?;
    before_migration(url, &MIGRATOR).await?;
    migrate_sqlite(&writer).await?;
    let readers = SqlitePoolOptions::new()
        .max_connections(readers)
        .acquire_timeout(QUEUE_TIMEOUT)
        // A file does not hang up, and each ping is a way to the driver's thread and back.
        .test_before_acquire(false)
        .connect_lazy_with(options.pragma("query_only", "on"));
    Ok((writer, readers))
}

/// Another program may be making the very same file: while it turns the journal on, this one is
/// refused without a wait.
async fn first_writer(options: &SqliteConnectOptions) -> Result<SqlitePool, sqlx::Error> {
    let until = Instant::now() + LOCK_TIMEOUT;
    loop {
        let pool = SqlitePoolOptions::new().max_connections(1).acquire_timeout(QUEUE_TIMEOUT);
        let pool = pool.test_before_acquire(false);
        // SQLite itself rolls back when the disk is full or fails. The driver then cannot, and would
        // take every later transaction for a part of the old one.
        let pool = pool.before_acquire(|conn, _| Box::pin(async { Ok(!conn.is_in_transaction()) }));
        // What a savepoint would put back is kept in memory, not in a file made and deleted for each.
        match pool.connect_with(options.clone().pragma("temp_store", "memory")).await {
            Err(error) if trouble(&error) == Trouble::Locked && Instant::now() < until => {
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
            opened => return opened,
        }
    }
}

async fn check_sqlite_version(pool: &SqlitePool) -> Result<(), DbError> {
    let (version,): (String,) =
        sqlx::query_as("SELECT sqlite_version()").fetch_one(pool).await.map_err(DbError::Open)?;
    let mut parts = version.split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    let found = (parts.next().unwrap_or(0), parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    if found < LEAST_SQLITE { Err(DbError::OldSqlite(version)) } else { Ok(()) }
}

/// Every page hangs together. Better a refusal now than half an answer later.
async fn check_whole(pool: &SqlitePool) -> Result<(), DbError> {
    let checked: Result<(String,), _> = sqlx::query_as("PRAGMA quick_check(1)").fetch_one(pool).await;
    match checked {
        Ok((said,)) if said == "ok" => Ok(()),
        Ok((said,)) => Err(DbError::Damaged(said)),
        Err(error) => Err(not_opened(error)),
    }
}

fn not_opened(error: sqlx::Error) -> DbError {
    if is_damage(&error) { DbError::Damaged(error.to_string()) } else { DbError::Open(error) }
}

/// Two programs may find the same new file. Whoever loses finds it migrated when it looks again.
async fn migrate_sqlite(pool: &SqlitePool) -> Result<(), DbError> {
    let mut tries = 0;
    loop {
        let mut conn = pool.acquire().await.map_err(DbError::Open)?;
        match MIGRATOR.run_direct(None, &mut *conn, false).await {
            Ok(()) => return Ok(()),
            Err(MigrateError::Execute(_) | MigrateError::ExecuteMigration(..)) if tries < 5 => {
                tries += 1;
                drop(conn);
                tokio::time::sleep(Duration::from_millis(100 * tries)).await;
            }
            Err(error) => return Err(error.into()),
        }
    }
}

/// Writers and readers. The schema is brought up to date on a connection of its own, under the advisory lock
/// that sqlx takes: that may last longer than any statement of a request.
pub(super) async fn postgres(url: &str, writers: u32, readers: u32) -> Result<(PgPool, PgPool), DbError> {
    let options = PgConnectOptions::from_str(url).map_err(DbError::Open)?;
    let mut conn = first_connection(&options).await.map_err(DbError::Open)?;
    MIGRATOR.run_direct(None, &mut conn, false).await?;
    conn.close().await.map_err(DbError::Open)?;
    // A server that lost its client lets go of its locks by itself.
    let options = options.options([
        ("lock_timeout", "5s"),
        ("statement_timeout", "30s"),
        ("idle_in_transaction_session_timeout", "60s"),
    ]);
    let pool = |most| PgPoolOptions::new().max_connections(most).acquire_timeout(CONNECT_TIMEOUT);
    Ok((pool(writers).connect_lazy_with(options.clone()), pool(readers).connect_lazy_with(options)))
}

/// Waits for a server that is starting, and says what is wrong when it does not come.
async fn first_connection(options: &PgConnectOptions) -> Result<PgConnection, sqlx::Error> {
    let until = Instant::now() + CONNECT_TIMEOUT;
    let mut said = sqlx::Error::Io(std::io::ErrorKind::TimedOut.into());
    loop {
        match tokio::time::timeout_at(until, PgConnection::connect_with(options)).await {
            Ok(Ok(conn)) => return Ok(conn),
            Ok(Err(error)) if trouble(&error) == Trouble::Busy && Instant::now() < until => said = error,
            Ok(Err(error)) => return Err(error),
            Err(_) => return Err(said),
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

/// Waits for what comes before it, as long as a write may.
pub(super) async fn in_time<T>(work: impl Future<Output = T>) -> Result<T, sqlx::Error> {
    tokio::time::timeout(QUEUE_TIMEOUT, work).await.map_err(|_| super::failure::waited())
}
