//! The application: what is shared, the router with its layers, running until told to stop.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{ConnectInfo, DefaultBodyLimit, Request};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::trace::TraceLayer;

use crate::agents::driver::Agents;
use crate::clock::{Clock, new_secret};
use crate::domain::catalogue::Catalogue;
use crate::service::Core;
use crate::storage::{Db, DbError};
use crate::web::state::{DemoDoor, Settings};
use crate::web::throttle::{PEER_HEADER, Throttle};
use crate::web::{Problem, WebState, document, routes};

/// Largest body taken.
const BODY_LIMIT: usize = 1024 * 1024;
/// Longest wait for open requests and streams when stopping.
const DRAIN: Duration = Duration::from_secs(5);

/// What an application is built from.
#[derive(Debug)]
pub struct Parts {
    /// The use cases' handles.
    pub core: Core,
    /// Where people reach it, without a trailing slash.
    pub public_url: String,
    /// The agents at work; none when they are off.
    pub agents: Option<Agents>,
    /// The demo's door, in a demo.
    pub demo: Option<DemoDoor>,
}

/// Opens the database and makes the use cases' handles.
pub async fn open(database_url: &str, clock: Clock, agents: bool) -> Result<Core, DbError> {
    let db = Db::open(database_url).await?;
    Ok(Core { db, clock, catalogue: Catalogue::embedded(), agents })
}

/// Makes the shared state.
#[must_use]
pub fn state(parts: Parts) -> WebState {
    let settings = Settings {
        secure: parts.public_url.starts_with("https://"),
        public_url: parts.public_url,
        setup_secret: new_secret(),
        demo: parts.demo,
    };
    WebState {
        core: parts.core,
        settings: Arc::new(settings),
        agents: parts.agents,
        throttle: Arc::new(Throttle::default()),
    }
}

/// The router with every layer.
pub fn router(state: WebState) -> Router {
    let mut api = routes::api();
    if state.agents.is_some() {
        api = api.merge(routes::agent_api());
    }
    let (api, document) = document::build(api, routes::health());
    let app = api
        .merge(document::routes(&document))
        .fallback(async || Problem::not_found())
        .method_not_allowed_fallback(async || {
            Problem::new(StatusCode::METHOD_NOT_ALLOWED, "method-not-allowed", "This method is not allowed here.")
        })
        .with_state(state);
    app.layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(middleware::from_fn(csrf_problem))
        .layer(CsrfLayer::new())
        .layer(middleware::from_fn(peer))
        .layer(CatchPanicLayer::custom(|_| Problem::internal("a handler panicked").into_response()))
        .layer(TraceLayer::new_for_http())
}
