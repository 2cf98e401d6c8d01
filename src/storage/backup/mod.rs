//! Copies of a SQLite database: made while others write to it, checked before they are taken back,
//! and made by themselves before a migration changes what is there. PostgreSQL has tools of its own.

mod check;
mod files;
#[cfg(test)]
mod tests;
mod upgrade;

use std::path::{Path, PathBuf};
use std::str::FromStr as _;
use std::time::Duration;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, SqliteConnection};

use check::checked;
use files::{beside, copy, make_durable, set_aside};
pub(super) use upgrade::before_migration;

/// Why a copy was not made or not taken back.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The database is no SQLite file.
    #[error("SPOTTER_DATABASE_URL names a PostgreSQL database: use {0}")]
    Postgres(&'static str),
    /// There is no such file.
    #[error("{path} is not there", path = .0.display())]
    Missing(PathBuf),
    /// Something is there and may not be replaced.
    #[error("{path} exists; say --force to replace it", path = .0.display())]
    Exists(PathBuf),
    /// Source and target are one file.
    #[error("{path} is the database itself", path = .0.display())]
    Itself(PathBuf),
    /// Another process has the database open.
    #[error("{path} is in use; stop Spotter first", path = .0.display())]
    InUse(PathBuf),
    /// The file is no database of ours, or not whole.
    #[error("{path} is not a whole Spotter database: {1}", path = .0.display())]
    NotOurs(PathBuf, String),
    /// The file was made by a newer version.
    #[error("{path} was made by a newer Spotter (schema {1}; this one knows {2})", path = .0.display())]
    Newer(PathBuf, i64, i64),
    /// A file could not be read or written.
    #[error("{path}: {1}", path = .0.display())]
    File(PathBuf, #[source] std::io::Error),
    /// SQLite failed.
    #[error("{path}: {1}", path = .0.display())]
    Sqlite(PathBuf, #[source] sqlx::Error),
}

/// A copy that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// Where it came from.
    pub from: PathBuf,
    /// Where it is.
    pub to: PathBuf,
    /// Its schema.
    pub schema: i64,
    /// What was there before, kept under this name.
    pub kept: Option<PathBuf>,
}

/// Copies the database to a file, whole and consistent, while others write to it.
pub async fn backup(url: &str, to: &Path, replace: bool) -> Result<Copied, BackupError> {
    let from = file(url, "pg_dump --format=custom --file FILE \"$SPOTTER_DATABASE_URL\"")?;
    if !from.is_file() {
        return Err(BackupError::Missing(from));
    }
    if is_same(&from, to) {
        return Err(BackupError::Itself(to.to_owned()));
    }
    if to.exists() && !replace {
        return Err(BackupError::Exists(to.to_owned()));
    }
    let schema = checked(&from).await?;
    copy(&from, to).await?;
    Ok(Copied { from, to: to.to_owned(), schema, kept: None })
}

/// Puts a copy in the database's place, after checking it. What was there is kept beside it.
pub async fn restore(url: &str, from: &Path, replace: bool) -> Result<Copied, BackupError> {
    let to = file(url, "pg_restore --clean --if-exists --dbname \"$SPOTTER_DATABASE_URL\" FILE")?;
    if !from.is_file() {
        return Err(BackupError::Missing(from.to_owned()));
    }
    if is_same(from, &to) {
        return Err(BackupError::Itself(from.to_owned()));
    }
    if to.exists() && !replace {
        return Err(BackupError::Exists(to));
    }
    let schema = checked(from).await?;
    let fresh = beside(&to, "restoring");
    copy(from, &fresh).await?;
    let kept = match set_aside(&to).await {
        Ok(kept) => kept,
        Err(error) => {
            let _gone = std::fs::remove_file(&fresh);
            return Err(error);
        }
    };
    make_durable(&fresh, &to)?;
    Ok(Copied { from: from.to_owned(), to, schema, kept })
}

fn is_same(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}

/// The file behind a database URL; for one in memory a path that no file has.
fn file(url: &str, instead: &'static str) -> Result<PathBuf, BackupError> {
    if !url.starts_with("sqlite:") {
        return Err(BackupError::Postgres(instead));
    }
    let options = SqliteConnectOptions::from_str(url);
    options.map(|options| options.get_filename().to_owned()).map_err(|error| failed(Path::new(url), error))
}

fn failed(path: &Path, error: sqlx::Error) -> BackupError {
    BackupError::Sqlite(path.to_owned(), error)
}

async fn open(path: &Path) -> Result<SqliteConnection, sqlx::Error> {
    let options = SqliteConnectOptions::new().filename(path).busy_timeout(Duration::from_secs(30));
    options.connect().await
}
