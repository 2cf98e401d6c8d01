//! The command line: one file a command. Exit code 0 on success, 2 for a usage or configuration
//! error with one line that says what to set, 1 when something failed.

mod account;
mod contracts;
mod data;
mod demo;
mod healthcheck;
mod serve;
mod usage;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::wording;

/// A self-hosted strength coach.
#[derive(Debug, Parser)]
#[command(name = "spotter", version, about, args_conflicts_with_subcommands = true)]
pub struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    serve: serve::Args,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Migrate the database, then serve (the default).
    Serve(serve::Args),
    /// Serve a throw-away database with an account that trained for twelve weeks.
    Demo(demo::Args),
    /// Accounts.
    User {
        #[command(subcommand)]
        command: account::UserCommand,
    },
    /// API tokens.
    Token {
        #[command(subcommand)]
        command: account::TokenCommand,
    },
    /// Write the tools' contracts, the OpenAPI document and the scripts' texts, or check them.
    Contracts(contracts::Args),
    /// Copy the database to FILE while Spotter runs.
    ///
    /// For SQLite. The copy is consistent and whole, readable by its owner alone, and never half
    /// written. For PostgreSQL use pg_dump.
    Backup(data::CopyArgs),
    /// Put a copy in the database's place.
    ///
    /// The copy is checked first: one that is damaged, not Spotter's or made by a newer version is
    /// refused, and so is an existing database without --force. What was there is kept beside it.
    /// Stop Spotter before. For PostgreSQL use pg_restore.
    Restore(data::CopyArgs),
    /// Make every running total anew from the logged sets, and say whether any was wrong.
    RebuildTotals(crate::config::DatabaseArgs),
    /// Ask the server on SPOTTER_BIND whether it can work: exit code 0 or 1.
    Healthcheck(crate::config::HealthArgs),
}

/// Why a command ended without success.
#[derive(Debug)]
pub enum Failure {
    /// A setting or an argument is wrong (2).
    Usage(String),
    /// Something failed (1).
    Failed(String),
}

impl From<crate::config::ConfigError> for Failure {
    fn from(error: crate::config::ConfigError) -> Self {
        Self::Usage(error.0)
    }
}

impl From<crate::storage::DbError> for Failure {
    fn from(error: crate::storage::DbError) -> Self {
        Self::Usage(format!("{error}; check SPOTTER_DATABASE_URL"))
    }
}

impl From<crate::service::Error> for Failure {
    fn from(error: crate::service::Error) -> Self {
        match &error {
            crate::service::Error::Invalid(fields) => {
                Self::Usage(wording::reasons::reasons(fields.iter().map(|field| &field.reason)))
            }
            crate::service::Error::NotFound => Self::Failed("there is no such account".to_owned()),
            crate::service::Error::Conflict(conflict) => Self::Failed(wording::reason(&conflict.reason)),
            _ => Self::Failed(error.to_string()),
        }
    }
}

/// Runs the command that was asked for.
#[must_use]
pub fn run() -> ExitCode {
    let cli = match usage::parse() {
        Ok(cli) => cli,
        Err(failure) => return report(failure),
    };
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return report(Failure::Failed(format!("no runtime: {error}"))),
    };
    match runtime.block_on(dispatch(cli)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => report(failure),
    }
}

async fn dispatch(cli: Cli) -> Result<(), Failure> {
    match cli.command {
        None => serve::run(cli.serve).await,
        Some(Command::Serve(args)) => serve::run(args).await,
        Some(Command::Demo(args)) => demo::run(args).await,
        Some(Command::User { command }) => account::user(command).await,
        Some(Command::Token { command }) => account::token(command).await,
        Some(Command::Contracts(args)) => contracts::run(&args),
        Some(Command::Backup(args)) => data::backup(args).await,
        Some(Command::Restore(args)) => data::restore(args).await,
        Some(Command::RebuildTotals(args)) => data::rebuild_totals(args).await,
        Some(Command::Healthcheck(args)) => healthcheck::run(args).await,
    }
}

#[expect(clippy::print_stderr, reason = "the one line a failed command says")]
fn report(failure: Failure) -> ExitCode {
    let (code, text) = match failure {
        Failure::Usage(text) => (2, text),
        Failure::Failed(text) => (1, text),
    };
    eprintln!("spotter: {}", text.replace('\n', " "));
    ExitCode::from(code)
}

/// Says a line on stdout, for people and scripts. A reader that went away is not an error.
pub(crate) fn say(line: &str) {
    use std::io::Write as _;
    let mut out = std::io::stdout().lock();
    let _gone = writeln!(out, "{line}").and_then(|()| out.flush());
}
