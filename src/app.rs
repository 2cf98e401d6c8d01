//! The application: what is shared, and the router with its layers.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{ConnectInfo, DefaultBodyLimit, Request};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, Predicate};
use tower_http::csrf::{CsrfLayer, ProtectionError};
use tower_http::trace::TraceLayer;
use tracing::Instrument as _;

use crate::agents::driver::Agents;
use crate::clock::{Clock, new_secret};
use crate::domain::catalogue::Catalogue;
use crate::reason;
use crate::service::Core;
use crate::service::alarm::Alarm;
use crate::storage::{Db, DbError};
use crate::web::rate::RateLimit;
use crate::web::state::{DemoDoor, Settings};
use crate::web::throttle::{PEER_HEADER, Throttle};
use crate::web::{Problem, WebState, metrics, pages, routes, speech};

/// Largest body taken.
const BODY_LIMIT: usize = 1024 * 1024;

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
    /// Limits and probes.
    pub operations: Operations,
}

/// Limits and probes; by default there are none.
#[derive(Debug, Default)]
pub struct Operations {
    /// Requests an account may send a minute; 0 is no limit.
    pub rate_limit_per_minute: u32,
    /// What opens /metrics.
    pub metrics: Option<metrics::Door>,
}

/// Opens the database and makes the use cases' handles.
pub async fn open(database_url: &str, clock: Clock, agents: bool) -> Result<Core, DbError> {
    let db = Db::open(database_url).await?;
    Ok(Core { db, clock, catalogue: Catalogue::embedded(), agents, alarm: Alarm::default() })
}

/// Makes the shared state.
#[must_use]
pub fn state(parts: Parts) -> WebState {
    let settings = Settings {
        secure: parts.public_url.starts_with("https://"),
        public_url: parts.public_url,
        setup_secret: new_secret(),
        demo: parts.demo,
        metrics: parts.operations.metrics,
    };
    WebState {
        rate: Arc::new(RateLimit::per_minute(parts.operations.rate_limit_per_minute, &parts.core.clock)),
        core: parts.core,
        settings: Arc::new(settings),
        agents: parts.agents,
        throttle: Arc::new(Throttle::default()),
        uploads: Arc::default(),
    }
}

/// The router with every layer.
pub fn router(state: WebState) -> Router {
    let trusted = state.settings.public_url.clone();
    let app = routes::router(state.agents.is_some(), state.settings.metrics.is_some())
        .fallback(nothing_here)
        .method_not_allowed_fallback(other_method)
        .with_state(state);
    let csrf = CsrfLayer::new();
    let csrf = csrf.clone().add_trusted_origin(&trusted).unwrap_or(csrf).with_rejection_response(foreign);
    app.layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(csrf)
        .layer(CompressionLayer::new().compress_when(DefaultPredicate::new().and(Untagged)))
        // What refuses or fails below here is said in the asker's language.
        .layer(CatchPanicLayer::custom(|_| Problem::internal("a handler panicked").into_response()))
        .layer(middleware::from_fn(speech::as_accepted))
        .layer(middleware::from_fn(finish_what_began))
        .layer(middleware::from_fn(record_peer))
        .layer(TraceLayer::new_for_http().make_span_with(span).on_request(()).on_response(log_response))
        .layer(middleware::from_fn(metrics::count))
}

/// An address that leads nowhere: a page for a person, a problem document for everyone else.
async fn nothing_here(headers: HeaderMap) -> Response {
    let accept = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if accept.contains("text/html") {
        pages::error::not_found()
    } else {
        Problem::not_found().into_response()
    }
}

/// OPTIONS is answered with Allow, which the router adds here; anything else is not allowed.
async fn other_method(method: Method) -> Response {
    if method == Method::OPTIONS {
        return StatusCode::NO_CONTENT.into_response();
    }
    Problem::other_method(reason!("problem_other_method")).into_response()
}

/// A request that another site made a browser send.
fn foreign(_: ProtectionError) -> Response {
    Problem::new(StatusCode::FORBIDDEN, "cross-site", reason!("problem_cross_site")).into_response()
}

/// Answers that carry an entity tag or stream go uncompressed.
#[derive(Debug, Clone, Copy)]
struct Untagged;

impl Predicate for Untagged {
    fn should_compress<B: http_body::Body>(&self, response: &http::Response<B>) -> bool {
        !response.headers().contains_key(header::ETAG)
    }
}

/// Writes down the peer and makes sure that every answer may not be sniffed.
async fn record_peer(mut request: Request, next: Next) -> Response {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip().to_string());
    let peer = HeaderValue::from_str(&peer.unwrap_or_default()).unwrap_or(HeaderValue::from_static(""));
    request.headers_mut().insert(PEER_HEADER, peer);
    let mut response = next.run(request).await;
    response.headers_mut().insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

/// A write goes on to its end when the client is gone: what was committed is then also told, and a
/// retry finds it recorded.
async fn finish_what_began(request: Request, next: Next) -> Response {
    if request.method().is_safe() {
        return next.run(request).await;
    }
    let work = tokio::spawn(next.run(request).in_current_span());
    match work.await {
        Ok(response) => response,
        Err(ended) => Problem::internal(&ended.to_string()).into_response(),
    }
}

fn span(request: &Request) -> tracing::Span {
    tracing::info_span!("request", method = %request.method(), path = request.uri().path())
}

fn log_response(response: &Response, took: Duration, _: &tracing::Span) {
    let (status, micros) = (response.status().as_u16(), took.as_micros());
    tracing::info!(status, micros, "answered");
}
