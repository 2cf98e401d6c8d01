//! Usage errors in one line that says what to set, instead of clap's several.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, CommandFactory as _, FromArgMatches as _};

use super::{Cli, Failure};

/// Parses the command line and the environment. Help and version print themselves and end.
pub fn parse() -> Result<Cli, Failure> {
    let mut command = Cli::command();
    let parsed = command.try_get_matches_from_mut(crate::config::arguments());
    parsed.and_then(|matches| Cli::from_arg_matches(&matches)).map_err(|error| match error.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayVersion
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => error.exit(),
        _ => Failure::Usage(one_line(&error, &command)),
    })
}

fn one_line(error: &clap::Error, command: &Command) -> String {
    let text = error.to_string();
    let first = text.lines().map(str::trim).take_while(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
    let said = first.trim_start_matches("error: ").to_owned();
    match error.get(ContextKind::InvalidArg) {
        Some(ContextValue::String(argument)) => match variable(command, argument) {
            Some(name) => format!("{said}; set {name} to something else"),
            None => format!("{said}; see spotter --help"),
        },
        _ => format!("{said}; see spotter --help"),
    }
}

/// The environment variable behind an argument that clap shows as `--bind <BIND>`.
fn variable(command: &Command, argument: &str) -> Option<String> {
    let long = argument.trim_start_matches("--").split([' ', '=']).next()?;
    let own = command.get_arguments().find(|known| known.get_long() == Some(long));
    let name = own.and_then(|known| known.get_env()).map(|name| name.to_string_lossy().into_owned());
    name.or_else(|| command.get_subcommands().find_map(|below| variable(below, argument)))
}
