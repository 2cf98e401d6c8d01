//! Copying by way of a file beside the target, and moving what is there out of the way.

use std::fs::OpenOptions;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode};
use sqlx::{ConnectOptions as _, Connection as _};

use super::{BackupError, failed, open};
use crate::clock::Clock;
use crate::storage::failure::{Trouble, trouble};

/// `spotter.db` becomes `spotter.db.WHAT`.
pub(super) fn beside(path: &Path, what: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(what);
    name.into()
}

/// Copies by way of a file beside the target, so that the target is never half written. Only its
/// owner can read it.
pub(super) async fn copy(from: &Path, to: &Path) -> Result<(), BackupError> {
    let part = beside(to, &format!("part-{}", std::process::id()));
    let _left_behind = std::fs::remove_file(&part);
    let empty = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&part);
    drop(empty.map_err(broken(&part))?);
    let copied = vacuum_into(from, &part).await.map_err(|error| failed(from, error));
    let settled = copied.and_then(|()| make_durable(&part, to));
    if settled.is_err() {
        let _gone = std::fs::remove_file(&part);
    }
    settled
}

async fn vacuum_into(from: &Path, to: &Path) -> Result<(), sqlx::Error> {
    let mut source = open(from).await?;
    let copied = sqlx::query("VACUUM INTO $1").bind(to.to_string_lossy().into_owned()).execute(&mut source);
    let copied = copied.await;
    source.close().await?;
    copied.map(drop)
}

/// Makes a file durable and gives it its name.
pub(super) fn make_durable(part: &Path, to: &Path) -> Result<(), BackupError> {
    let opened = OpenOptions::new().read(true).open(part);
    opened.and_then(|file| file.sync_all()).map_err(broken(part))?;
    std::fs::rename(part, to).map_err(broken(to))?;
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let synced = OpenOptions::new().read(true).open(folder).and_then(|folder| folder.sync_all());
    synced.map_err(broken(folder))
}

/// The file itself and what SQLite keeps beside it.
const TAILS: [&str; 4] = ["", "-wal", "-shm", "-journal"];

/// Moves a database out of the way, with its journals; also journals that lost their database, which
/// SQLite would replay over the next one of this name. Refused while another process has it open.
pub(super) async fn set_aside(path: &Path) -> Result<Option<PathBuf>, BackupError> {
    if path.exists() && is_in_use(path).await {
        return Err(BackupError::InUse(path.to_owned()));
    }
    let kept = beside(path, &format!("replaced-{}", stamp()));
    let mut moved = false;
    for tail in TAILS {
        let (old, new) = (tailed(path, tail), tailed(&kept, tail));
        if old.exists() {
            std::fs::rename(&old, &new).map_err(broken(&old))?;
            moved = true;
        }
    }
    Ok(moved.then_some(kept))
}

fn tailed(path: &Path, tail: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(tail);
    name.into()
}

/// Leaving WAL mode needs the database for oneself. A file that cannot be opened is used by nobody.
async fn is_in_use(path: &Path) -> bool {
    let options = SqliteConnectOptions::new().filename(path).busy_timeout(Duration::from_millis(500));
    match options.journal_mode(SqliteJournalMode::Delete).connect().await {
        Ok(alone) => {
            let _closed = alone.close().await;
            false
        }
        Err(error) => trouble(&error) == Trouble::Locked,
    }
}

/// `20261123T041530Z`.
pub(super) fn stamp() -> String {
    Clock::system().now().strftime("%Y%m%dT%H%M%SZ").to_string()
}

pub(super) fn broken(path: &Path) -> impl Fn(std::io::Error) -> BackupError {
    let path = path.to_owned();
    move |error| BackupError::File(path.clone(), error)
}
