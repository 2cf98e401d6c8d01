//! The copy that is made by itself before a migration changes an existing database.

use std::path::{Path, PathBuf};

use sqlx::Connection as _;
use sqlx::migrate::Migrator;

use super::check::{applied, newest_known};
use super::files::{beside, copy, stamp};
use super::{BackupError, failed, file, open};

/// Automatic copies kept beside the database.
const KEPT: usize = 3;

/// Copies an existing SQLite database beside itself before a migration changes it, and answers where
/// the copy is; the last few copies are kept. A database that is new, in memory, up to date or newer is
/// left alone.
pub async fn before_migration(url: &str, migrator: &Migrator) -> Result<Option<PathBuf>, BackupError> {
    let path = file(url, "pg_dump")?;
    if !path.is_file() {
        return Ok(None);
    }
    let mut conn = open(&path).await.map_err(|error| failed(&path, error))?;
    let found = applied(&mut conn).await;
    let _closed = conn.close().await;
    let newest = found.map_err(|error| failed(&path, error))?.iter().map(|(version, _)| *version).max();
    let Some(schema) = newest.filter(|newest| *newest < newest_known(migrator)) else { return Ok(None) };
    let to = beside(&path, &format!("before-upgrade-{}-schema-{schema}", stamp()));
    copy(&path, &to).await?;
    tracing::info!(file = %to.display(), "the database was copied before its schema changes");
    forget_old(&path);
    Ok(Some(to))
}

/// Deletes all but the newest copies; their names sort by time.
fn forget_old(path: &Path) {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let start =
        beside(path, "before-upgrade-").file_name().map(std::ffi::OsStr::to_owned).unwrap_or_default();
    let start = start.to_string_lossy().into_owned();
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let is_copy =
        |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&start));
    let mut copies: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(is_copy).collect();
    copies.sort_unstable();
    for old in copies.iter().rev().skip(KEPT) {
        let _still_there = std::fs::remove_file(old);
    }
}
