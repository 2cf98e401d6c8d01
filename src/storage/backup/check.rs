//! Whether a file is whole and ours, and which schema it has.

use std::io::Read as _;
use std::path::Path;

use sqlx::migrate::Migrator;
use sqlx::{Connection as _, SqliteConnection};

use super::files::broken;
use super::{BackupError, open};
use crate::storage::migrations::MIGRATOR;

/// What every SQLite file begins with.
const MAGIC: &[u8] = b"SQLite format 3\0";

/// The schema of a file that is whole and ours.
pub(super) async fn checked(path: &Path) -> Result<i64, BackupError> {
    let not_ours = |why: String| BackupError::NotOurs(path.to_owned(), why);
    if !begins_as_sqlite(path).map_err(broken(path))? {
        return Err(not_ours("it is no SQLite file".to_owned()));
    }
    let mut conn = open(path).await.map_err(|error| not_ours(error.to_string()))?;
    let found = examine(&mut conn).await;
    let _closed = conn.close().await;
    let (faults, applied) = found.map_err(|error| not_ours(error.to_string()))?;
    if faults != "ok" {
        return Err(not_ours(faults));
    }
    let newest = applied.iter().map(|(version, _)| *version).max().unwrap_or(0);
    let known = newest_known(&MIGRATOR);
    if newest > known {
        return Err(BackupError::Newer(path.to_owned(), newest, known));
    }
    let is_ours = |(version, checksum): &(i64, Vec<u8>)| {
        MIGRATOR.iter().any(|own| own.version == *version && *own.checksum == **checksum)
    };
    if applied.is_empty() || !applied.iter().all(is_ours) {
        return Err(not_ours("its schema is another".to_owned()));
    }
    Ok(newest)
}

fn begins_as_sqlite(path: &Path) -> std::io::Result<bool> {
    let mut head = Vec::new();
    std::fs::File::open(path)?.take(16).read_to_end(&mut head)?;
    Ok(head == MAGIC)
}

/// Versions and checksums of migrations.
pub(super) type Applied = Vec<(i64, Vec<u8>)>;

/// What the integrity check says, and the migrations that were applied.
async fn examine(conn: &mut SqliteConnection) -> Result<(String, Applied), sqlx::Error> {
    let (said,): (String,) = sqlx::query_as("PRAGMA integrity_check(1)").fetch_one(&mut *conn).await?;
    Ok((said, applied(conn).await?))
}

pub(super) async fn applied(conn: &mut SqliteConnection) -> Result<Applied, sqlx::Error> {
    let table = "SELECT COUNT(*) FROM sqlite_schema WHERE type = 'table' AND name = '_sqlx_migrations'";
    let (tables,): (i64,) = sqlx::query_as(table).fetch_one(&mut *conn).await?;
    if tables == 0 {
        return Ok(Vec::new());
    }
    let all = "SELECT version, checksum FROM _sqlx_migrations WHERE success ORDER BY version";
    sqlx::query_as(all).fetch_all(conn).await
}

pub(super) fn newest_known(migrator: &Migrator) -> i64 {
    migrator.iter().map(|migration| migration.version).max().unwrap_or(0)
}
