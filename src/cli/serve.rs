//! `spotter serve`: migrate, then serve until told to stop.

use std::sync::Arc;

use secrecy::ExposeSecret as _;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use super::{Failure, say};
use crate::agents::builtin::BuiltIn;
use crate::agents::driver::{Agents, Limits};
use crate::agents::model::Model;
use crate::agents::model::openai::{OpenAi, OpenAiConfig};
use crate::app::{self, Operations, Parts};
use crate::clock::Clock;
use crate::config::{DatabaseArgs, ServeArgs, Switch};
use crate::service::{Core, accounts, idempotency};
use crate::telemetry;
use crate::web::metrics::Door;
use crate::web::{self, WebState};

/// What `serve` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    database: DatabaseArgs,
    #[command(flatten)]
    serve: ServeArgs,
}

/// Migrates and serves.
pub async fn run(args: Args) -> Result<(), Failure> {
    let clock = Clock::system();
    start_logging(&args.serve)?;
    let listener = listen(&args.serve).await?;
    let core =
        app::open(args.database.database_url.expose_secret(), clock, args.serve.agents == Switch::On).await?;
    let agents = agents(&args.serve, &core).await?;
    let public_url = public_url(&args.serve, &listener);
    let fresh = accounts::is_empty(&core).await?;
    let operations = operations(&args.serve);
    let state = app::state(Parts { core, agents, public_url, demo: None, operations });
    if fresh {
        say(&format!("setup: {}/setup?token={}", state.settings.public_url, state.settings.setup_secret));
    }
    say(&format!("listening on {}", address(&listener)));
    let stop = CancellationToken::new();
    tokio::spawn(stop_on_signal(stop.clone()));
    serve_until(listener, state, stop).await;
    Ok(())
}

pub(super) fn start_logging(args: &ServeArgs) -> Result<(), Failure> {
    args.check()?;
    Ok(telemetry::start(&args.log, crate::agents::model::openai::MUTED_LOG_TARGETS)?)
}

/// Limits and probes, as configured.
pub(super) fn operations(args: &ServeArgs) -> Operations {
    Operations {
        rate_limit_per_minute: args.rate_limit_per_minute,
        metrics: args.metrics_secret().map(Door::open),
    }
}

/// The agents at work, unless they are off: with the model server that is configured, else with the
/// built-in coach.
pub(super) async fn agents(args: &ServeArgs, core: &Core) -> Result<Option<Agents>, Failure> {
    if args.agents == Switch::Off {
        return Ok(None);
    }
    let limits = Limits {
        run_seconds: args.run_seconds,
        runs_per_day: i64::from(args.runs_per_day),
        context_tokens: usize::try_from(args.model.context_tokens).unwrap_or(usize::MAX),
        ..Limits::default()
    };
    let agents = Agents::new(core.clone(), model(args)?, limits);
    let recovered = agents.recover().await;
    recovered.map_err(|error| Failure::Failed(format!("runs cannot be taken up: {error}")))?;
    Ok(Some(agents))
}

fn model(args: &ServeArgs) -> Result<Arc<dyn Model>, Failure> {
    let Some(config) = args.model.resolve()? else { return Ok(Arc::new(BuiltIn)) };
    let server = OpenAiConfig {
        base_url: config.base_url,
        api_key: config.api_key,
        model: config.model,
        idle_timeout: config.idle_timeout,
    };
    let adapter = OpenAi::new(server).map_err(|error| Failure::Usage(error.to_string()))?;
    Ok(Arc::new(adapter))
}

pub(super) async fn listen(args: &ServeArgs) -> Result<TcpListener, Failure> {
    TcpListener::bind(args.bind).await.map_err(|error| {
        Failure::Usage(format!("cannot listen on {}: {error}; set SPOTTER_BIND to a free address", args.bind))
    })
}

pub(super) fn address(listener: &TcpListener) -> String {
    listener.local_addr().map_or_else(|_| "an unknown address".to_owned(), |at| format!("http://{at}"))
}

/// Where people reach it: what was configured, else the address it listens on.
pub(super) fn public_url(args: &ServeArgs, listener: &TcpListener) -> String {
    let configured = args.public_url.as_ref().map(|url| url.as_str().trim_end_matches('/').to_owned());
    configured.unwrap_or_else(|| address(listener))
}

/// Serves until the token is cancelled, then closes the database.
pub(super) async fn serve_until(listener: TcpListener, state: WebState, stop: CancellationToken) {
    let db = state.core.db.clone();
    if let Some(agents) = state.agents.clone() {
        let stop = stop.clone();
        tokio::spawn(async move {
            stop.cancelled().await;
            agents.shutdown().await;
        });
    }
    let sweeper = tokio::spawn(sweep_hourly(state.core.clone()));
    let tidier = tokio::spawn(tidy_metrics(state.clone()));
    web::listen::serve(listener, app::router(state), stop).await;
    sweeper.abort();
    tidier.abort();
    db.close().await;
}

/// Cancels the token on SIGINT or SIGTERM.
pub(super) async fn stop_on_signal(stop: CancellationToken) {
    use tokio::signal::unix::{SignalKind, signal};
    let terminate = async {
        match signal(SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        () = terminate => {}
    }
    tracing::info!("stopping");
    stop.cancel();
}

/// Forgets, once an hour, answers that are too old to be replayed and logins that are over.
async fn sweep_hourly(core: Core) {
    loop {
        if let Err(error) = idempotency::sweep(&core).await {
            tracing::warn!(%error, "old answers and logins could not be forgotten");
        }
        tokio::time::sleep(std::time::Duration::from_hours(1)).await;
    }
}

/// What was measured takes no room, even where nobody asks for it.
async fn tidy_metrics(state: WebState) {
    let Some(door) = &state.settings.metrics else { return };
    loop {
        tokio::time::sleep(std::time::Duration::from_secs(10)).await;
        door.metrics().tidy();
    }
}
