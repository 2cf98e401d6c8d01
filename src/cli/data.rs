//! `spotter backup`, `spotter restore` and `spotter rebuild-totals`: the data as an operator sees it.

use std::path::PathBuf;

use secrecy::ExposeSecret as _;

use super::{Failure, say};
use crate::app;
use crate::clock::Clock;
use crate::config::DatabaseArgs;
use crate::service::totals;
use crate::storage::backup::{self, BackupError};

/// From where, to where.
#[derive(Debug, clap::Args)]
pub struct CopyArgs {
    /// The copy.
    file: PathBuf,
    /// Replace what is there.
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    database: DatabaseArgs,
}

impl From<BackupError> for Failure {
    fn from(error: BackupError) -> Self {
        match error {
            BackupError::Postgres(_)
            | BackupError::Missing(_)
            | BackupError::Exists(_)
            | BackupError::Itself(_) => Self::Usage(error.to_string()),
            _ => Self::Failed(error.to_string()),
        }
    }
}

/// Runs `spotter backup FILE`.
pub async fn backup(args: CopyArgs) -> Result<(), Failure> {
    let copied = backup::backup(args.database.database_url.expose_secret(), &args.file, args.force).await?;
    say(&format!("copied {} to {} (schema {})", copied.from.display(), copied.to.display(), copied.schema));
    Ok(())
}

/// Runs `spotter restore FILE`.
pub async fn restore(args: CopyArgs) -> Result<(), Failure> {
    let copied = backup::restore(args.database.database_url.expose_secret(), &args.file, args.force).await?;
    if let Some(kept) = copied.kept {
        say(&format!("kept what was there as {}", kept.display()));
    }
    say(&format!(
        "restored {} from {} (schema {})",
        copied.to.display(),
        copied.from.display(),
        copied.schema
    ));
    Ok(())
}

/// Runs `spotter rebuild-totals`.
pub async fn rebuild_totals(args: DatabaseArgs) -> Result<(), Failure> {
    let core = app::open(args.database_url.expose_secret(), Clock::system(), true).await?;
    let rebuilt = totals::rebuild_all(&core).await;
    core.db.close().await;
    let rebuilt = rebuilt?;
    let found = match rebuilt.differed {
        0 => "none differed".to_owned(),
        differed => format!("{differed} differed and are right now"),
    };
    say(&format!("rebuilt {} totals of {} accounts from their sets; {found}", rebuilt.rows, rebuilt.people));
    Ok(())
}
