//! `/metrics`: for whoever holds SPOTTER_METRICS_TOKEN. Without a token the route is not there.

use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum_extra::TypedHeader;
use axum_extra::headers::Authorization;
use axum_extra::headers::authorization::Bearer;
use http::{Method, header};

use super::{Problem, WebState};
use crate::service::accounts::secret_hash;
use crate::telemetry::metrics::{self, Metrics};

/// What `/metrics` needs.
#[derive(Debug)]
pub struct Door {
    /// Everything counted.
    metrics: Metrics,
    /// The hash of the token that opens it.
    token_hash: String,
}

impl Door {
    /// Starts to count, for whoever holds the token.
    #[must_use]
    pub fn open(token: &str) -> Self {
        Self { metrics: Metrics::start(), token_hash: secret_hash(token) }
    }

    /// Everything counted.
    #[must_use]
    pub fn metrics(&self) -> &Metrics {
        &self.metrics
    }
}

/// GET /metrics
pub async fn show(
    State(state): State<WebState>,
    bearer: Option<TypedHeader<Authorization<Bearer>>>,
) -> Result<Response, Problem> {
    let door = state.settings.metrics.as_ref().ok_or_else(Problem::not_found)?;
    let known = bearer.is_some_and(|TypedHeader(header)| secret_hash(header.token()) == door.token_hash);
    if !known {
        return Err(Problem::unauthorized());
    }
    let text = "text/plain; version=0.0.4; charset=utf-8";
    let headers = [(header::CONTENT_TYPE, text), (header::CACHE_CONTROL, "no-store")];
    Ok((headers, door.metrics.render()).into_response())
}

/// Counts a request under the route it took.
pub async fn count(request: Request, next: Next) -> Response {
    let began = std::time::Instant::now();
    let route = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let method = known_method(request.method());
    let response = next.run(request).await;
    let route = route.as_deref().unwrap_or("none");
    metrics::request(method, route, response.status().as_u16(), began.elapsed());
    response
}

/// Anyone can make up methods.
fn known_method(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}
