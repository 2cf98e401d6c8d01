//! Configuration: flags, and the environment behind them. The only reader of the environment.
//! Secrets are redacted in `Debug`. A key that merely lies in the environment under another
//! program's name is never picked up.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use clap::builder::{OsStringValueParser, TypedValueParser};
use clap::{Args, ValueEnum};
use secrecy::{ExposeSecret as _, SecretString};
use url::Url;

/// What `serve` and `demo` are told. Flags win over the environment.
#[derive(Debug, Clone, Args)]
pub struct ServeArgs {
    /// Where to listen; port 0 picks one and prints it.
    #[arg(long, env = "SPOTTER_BIND", default_value = "127.0.0.1:3000")]
    pub bind: SocketAddr,
    /// Where people reach it, for example https://spotter.example.org.
    #[arg(long, env = "SPOTTER_PUBLIC_URL")]
    pub public_url: Option<Url>,
    /// Whether there are agents at all.
    #[arg(long, env = "SPOTTER_AGENTS", default_value = "on")]
    pub agents: Switch,
    /// The model server.
    #[command(flatten)]
    pub model: ModelArgs,
    /// Longest work of one agent run, seconds; waiting for a person does not count.
    #[arg(long, env = "SPOTTER_RUN_SECONDS", default_value_t = 120, value_parser = clap::value_parser!(u64).range(1..=3600))]
    pub run_seconds: u64,
    /// Model runs a person may start a day.
    #[arg(long, env = "SPOTTER_RUNS_PER_DAY", default_value_t = 200, value_parser = clap::value_parser!(u32).range(1..))]
    pub runs_per_day: u32,
    /// Requests an account may send a minute; 0 is no limit.
    #[arg(long, env = "SPOTTER_RATE_LIMIT_PER_MINUTE", default_value_t = 600)]
    pub rate_limit_per_minute: u32,
    /// What opens /metrics, as a bearer token; without it there is no /metrics.
    #[arg(long, env = "SPOTTER_METRICS_TOKEN", hide_env_values = true)]
    pub metrics_token: Option<SecretString>,
    /// Logging.
    #[command(flatten)]
    pub log: LogArgs,
}

/// On or off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Switch {
    /// There.
    On,
    /// Not there.
    Off,
}

/// Which model server, if any.
#[derive(Debug, Clone, Args)]
pub struct ModelArgs {
    /// Base URL of an OpenAI-compatible server, with its /v1; none uses the built-in coach.
    #[arg(long = "llm-base-url", env = "SPOTTER_LLM_BASE_URL")]
    pub base_url: Option<String>,
    /// Its API key.
    #[arg(long = "llm-api-key", env = "SPOTTER_LLM_API_KEY", hide_env_values = true)]
    pub api_key: Option<SecretString>,
    /// A file that holds the API key.
    #[arg(long = "llm-api-key-file", env = "SPOTTER_LLM_API_KEY_FILE", value_parser = path())]
    pub api_key_file: Option<PathBuf>,
    /// The model's name.
    #[arg(long = "llm-model", env = "SPOTTER_LLM_MODEL")]
    pub name: Option<String>,
    /// Silence after which an answer is given up, seconds.
    #[arg(long = "llm-idle-timeout-seconds", env = "SPOTTER_LLM_IDLE_TIMEOUT_SECONDS", default_value_t = 30, value_parser = clap::value_parser!(u64).range(1..=3600))]
    pub idle_timeout_seconds: u64,
    /// Tokens that the model takes in one request; history is held to what fits.
    #[arg(long = "llm-context-tokens", env = "SPOTTER_LLM_CONTEXT_TOKENS", default_value_t = 8_192, value_parser = clap::value_parser!(u32).range(4_096..))]
    pub context_tokens: u32,
}

/// Logging.
#[derive(Debug, Clone, Args)]
pub struct LogArgs {
    /// Filter, for example info or spotter=debug.
    #[arg(long = "log", env = "SPOTTER_LOG", default_value = "info")]
    pub filter: String,
    /// How lines look.
    #[arg(long = "log-format", env = "SPOTTER_LOG_FORMAT", default_value = "pretty")]
    pub format: LogFormat,
}

/// How log lines look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// For people.
    Pretty,
    /// One JSON object a line.
    Json,
}

/// Whom `healthcheck` asks.
#[derive(Debug, Clone, Args)]
pub struct HealthArgs {
    /// Where the server listens.
    #[arg(long, env = "SPOTTER_BIND", default_value = "127.0.0.1:3000")]
    pub bind: SocketAddr,
}

/// Which database.
#[derive(Debug, Clone, Args)]
pub struct DatabaseArgs {
    /// `sqlite://FILE` or `postgres://…`.
    #[arg(long, env = "SPOTTER_DATABASE_URL", default_value = "sqlite://spotter.db", hide_env_values = true)]
    pub database_url: SecretString,
}

/// A model server, ready to be used.
#[derive(Debug, Clone)]
pub struct ModelConfig {
    /// With its /v1.
    pub base_url: Url,
    /// Its key.
    pub api_key: Option<SecretString>,
    /// The model's name.
    pub model: String,
    /// Silence after which an answer is given up.
    pub idle_timeout: Duration,
}

/// A setting that cannot be used; the text is one line that says what to set.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct ConfigError(pub String);

impl ModelArgs {
    /// The model server that is configured; none means the built-in coach.
    pub fn resolve(&self) -> Result<Option<ModelConfig>, ConfigError> {
        let Some(base_url) = self.base_url.as_deref().map(str::trim).filter(|url| !url.is_empty()) else {
            return Ok(None);
        };
        let base_url = Url::parse(base_url).map_err(|error| {
            ConfigError(format!("SPOTTER_LLM_BASE_URL is not a URL ({error}); set it to something like http://localhost:11434/v1"))
        })?;
        let named = self.name.as_deref().map(str::trim).filter(|name| !name.is_empty());
        let Some(model) = named.map(str::to_owned) else {
            return Err(ConfigError(
                "set SPOTTER_LLM_MODEL to the name of a model that SPOTTER_LLM_BASE_URL serves".to_owned(),
            ));
        };
        let idle_timeout = Duration::from_secs(self.idle_timeout_seconds);
        Ok(Some(ModelConfig { base_url, api_key: self.key()?, model, idle_timeout }))
    }

    fn key(&self) -> Result<Option<SecretString>, ConfigError> {
        // A container's settings pass on what is not set as empty.
        let key = self.api_key.as_ref().filter(|key| !key.expose_secret().trim().is_empty());
        let file = self.api_key_file.as_ref().filter(|file| !file.as_os_str().is_empty());
        match (key, file) {
            (Some(_), Some(_)) => Err(ConfigError(
                "set one of SPOTTER_LLM_API_KEY and SPOTTER_LLM_API_KEY_FILE, not both".to_owned(),
            )),
            (Some(key), None) => Ok(Some(key.clone())),
            (None, Some(file)) => match std::fs::read_to_string(file) {
                Ok(text) => Ok(Some(SecretString::from(text.trim().to_owned()))),
                Err(error) => Err(ConfigError(format!("SPOTTER_LLM_API_KEY_FILE cannot be read: {error}"))),
            },
            (None, None) => Ok(None),
        }
    }
}

/// A path that may be empty, which is none.
fn path() -> impl TypedValueParser<Value = PathBuf> {
    OsStringValueParser::new().map(PathBuf::from)
}

/// Where throw-away files go: `TMPDIR`, else the system's own.
#[must_use]
pub fn temporary_folder() -> PathBuf {
    std::env::temp_dir()
}

impl ServeArgs {
    /// What opens /metrics; an empty one is none.
    #[must_use]
    pub fn metrics_secret(&self) -> Option<&str> {
        self.metrics_token
            .as_ref()
            .map(|token| token.expose_secret().trim())
            .filter(|token| !token.is_empty())
    }

    /// Checks what clap cannot.
    pub fn check(&self) -> Result<(), ConfigError> {
        let Some(url) = &self.public_url else { return Ok(()) };
        if !matches!(url.scheme(), "http" | "https") || url.host_str().is_none() {
            return Err(ConfigError("SPOTTER_PUBLIC_URL must begin with http:// or https://".to_owned()));
        }
        Ok(())
    }
}

/// The command line as it was typed.
pub fn arguments() -> impl Iterator<Item = std::ffi::OsString> {
    std::env::args_os()
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Parser)]
    struct Told {
        #[command(flatten)]
        model: ModelArgs,
    }

    /// The key, as these settings give it. None of them is taken from the environment.
    fn key(key: &str, file: &str) -> Result<Option<String>, ConfigError> {
        let told = ["spotter", "--llm-api-key", key, "--llm-api-key-file", file];
        let found =
            Told::try_parse_from(told).map_err(|error| ConfigError(error.to_string()))?.model.key()?;
        Ok(found.map(|key| key.expose_secret().to_owned()))
    }

    #[test]
    fn a_key_that_is_empty_is_none() {
        let name = format!("spotter-key-{}", crate::clock::new_secret());
        let path = std::env::temp_dir().join(name);
        std::fs::write(&path, "from-the-file\n").unwrap();
        let file = path.to_str().unwrap();
        assert_eq!(key("", file).unwrap().as_deref(), Some("from-the-file"));
        assert_eq!(key(" ", file).unwrap().as_deref(), Some("from-the-file"));
        assert_eq!(key("said", "").unwrap().as_deref(), Some("said"));
        assert_eq!(key("", "").unwrap(), None);
        assert!(key("said", file).unwrap_err().0.contains("not both"));
        std::fs::remove_file(&path).unwrap();
    }
}
