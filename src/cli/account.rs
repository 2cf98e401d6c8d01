//! `spotter user` and `spotter token`: for operators and scripts. They migrate a new database first
//! and work beside a running server.

use std::io::{IsTerminal as _, Read as _};

use clap::Subcommand;
use secrecy::ExposeSecret as _;

use super::{Failure, say};
use crate::app;
use crate::clock::{Clock, new_secret};
use crate::config::DatabaseArgs;
use crate::service::accounts::{self, Scope};
use crate::service::{Core, Error};

/// Accounts.
#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// Add an account. Without --password-stdin a password is made and printed.
    Create(UserArgs),
    /// Set a new password and end every login.
    ResetPassword(UserArgs),
}

/// Which account.
#[derive(Debug, clap::Args)]
pub struct UserArgs {
    /// The account's name.
    name: String,
    /// Read the password from standard input.
    #[arg(long)]
    password_stdin: bool,
    #[command(flatten)]
    database: DatabaseArgs,
}

/// API tokens.
#[derive(Debug, Subcommand)]
pub enum TokenCommand {
    /// Make a token and print it alone.
    Create(TokenArgs),
}

/// What the token may do.
#[derive(Debug, clap::Args)]
pub struct TokenArgs {
    /// The account's name.
    #[arg(long)]
    user: String,
    /// Comma-separated: read, write, agent.
    #[arg(long, value_delimiter = ',', required = true, value_parser = scope)]
    scopes: Vec<Scope>,
    /// Days it lasts; for ever when absent.
    #[arg(long)]
    days: Option<u32>,
    /// What it is for.
    #[arg(long, default_value = "command line")]
    name: String,
    #[command(flatten)]
    database: DatabaseArgs,
}

fn scope(word: &str) -> Result<Scope, String> {
    Scope::parse(word).ok_or_else(|| "use read, write or agent".to_owned())
}

async fn core(database: &DatabaseArgs) -> Result<Core, Failure> {
    Ok(app::open(database.database_url.expose_secret(), Clock::system(), true).await?)
}

/// Runs `spotter user …`.
pub async fn user(command: UserCommand) -> Result<(), Failure> {
    let (args, is_new) = match command {
        UserCommand::Create(args) => (args, true),
        UserCommand::ResetPassword(args) => (args, false),
    };
    let (password, made) = password(args.password_stdin)?;
    let core = core(&args.database).await?;
    let done = if is_new {
        accounts::create(&core, &args.name, Some(password.clone())).await.map(drop)
    } else {
        accounts::reset_password(&core, &args.name, password.clone()).await
    };
    core.db.close().await;
    done.map_err(|error| named(error, &args.name))?;
    if made {
        say(&format!("password: {password}"));
    }
    Ok(())
}

fn named(error: Error, name: &str) -> Failure {
    match error {
        Error::NotFound => Failure::Failed(format!("there is no account named {name}")),
        other => other.into(),
    }
}

/// The password, and whether it was made here.
fn password(from_stdin: bool) -> Result<(String, bool), Failure> {
    if !from_stdin {
        return Ok((new_secret(), true));
    }
    let mut text = String::new();
    if std::io::stdin().is_terminal() {
        say("password, then Enter and Ctrl-D:");
    }
    std::io::stdin()
        .read_to_string(&mut text)
        .map_err(|error| Failure::Usage(format!("the password cannot be read: {error}")))?;
    Ok((text.trim_end_matches(['\r', '\n']).to_owned(), false))
}

/// Runs `spotter token …`.
pub async fn token(command: TokenCommand) -> Result<(), Failure> {
    let TokenCommand::Create(args) = command;
    let core = core(&args.database).await?;
    let made = async {
        let user = accounts::by_name(&core, &args.user).await?;
        accounts::create_token(&core, &user.id, &args.name, &args.scopes, args.days).await
    };
    let made = made.await;
    core.db.close().await;
    let (secret, _) = made.map_err(|error| named(error, &args.user))?;
    say(&secret);
    Ok(())
}
