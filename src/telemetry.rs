//! What is logged: the subscriber, and one line for each request with its timing. What is counted
//! is in [`metrics`].

pub mod metrics;

use tracing_subscriber::EnvFilter;

use crate::config::{ConfigError, LogArgs, LogFormat};

/// What people and models write is logged under this target alone, and only if the filter names it.
pub const CONTENT: &str = "gen_ai.content";

/// Starts logging to stderr. Targets in `muted` never log, whatever the filter says: they put
/// bodies into their lines.
pub fn start(args: &LogArgs, muted: &[&str]) -> Result<(), ConfigError> {
    let mut filter = EnvFilter::builder().parse(&args.filter).map_err(|error| {
        ConfigError(format!("SPOTTER_LOG is not a filter ({error}); set it to info or spotter=debug"))
    })?;
    let content = Some(CONTENT).filter(|target| !args.filter.contains(target));
    for target in muted.iter().copied().chain(content) {
        if let Ok(directive) = format!("{target}=off").parse() {
            filter = filter.add_directive(directive);
        }
    }
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let _already_started = match args.format {
        LogFormat::Pretty => lines.with_target(false).compact().try_init(),
        LogFormat::Json => lines.json().flatten_event(true).try_init(),
    };
    Ok(())
}
