//! The OpenAPI document, made from the same types and routes that serve, and its two readers.

use std::sync::Arc;

use aide::axum::ApiRouter;
use aide::openapi::{self, Info, MediaType, OpenApi, ReferenceOr, StatusCode};
use aide::redoc::Redoc;
use aide::swagger::Swagger;
use aide::transform::TransformOperation;
use axum::Router;
use axum::http::{HeaderValue, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use base64::Engine as _;
use sha2::{Digest as _, Sha256};

mod complete;

use super::WebState;
use super::reply::json_text;
use super::route::{Mark, Route};

/// Begins a document on this thread. Comes before the routes are made: their schemas are collected as
/// they are, and beginning anew forgets them.
pub fn begin() {
    aide::generate::extract_schemas(true);
    aide::generate::infer_responses(true);
}

/// Builds the router and the document that describes it, from routes made after [`begin`] and what the
/// table says of each.
pub fn build(operations: ApiRouter<WebState>, table: &[&[Route]]) -> (Router<WebState>, Arc<str>) {
    let mut document = OpenApi {
        info: Info {
            title: "Spotter".to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            summary: Some("A self-hosted strength coach.".to_owned()),
            ..Info::default()
        },
        ..OpenApi::default()
    };
    let router = operations.finish_api(&mut document);
    let document = complete::complete(serde_json::to_value(&document).unwrap_or_default(), table);
    let text = serde_json::to_string_pretty(&document).unwrap_or_default() + "\n";
    (router, text.into())
}

/// An operation whose answer is no JSON of ours but a file.
pub fn answers<'t>(marks: &[Mark], mut op: TransformOperation<'t>) -> TransformOperation<'t> {
    for mark in marks {
        let Mark::Download(kind, what) = *mark else { continue };
        let content = [(kind.to_owned(), MediaType::default())].into_iter().collect();
        let answer = openapi::Response { description: what.to_owned(), content, ..Default::default() };
        let responses = op.inner_mut().responses.get_or_insert_with(Default::default);
        responses.responses.insert(StatusCode::Code(200), ReferenceOr::Item(answer));
    }
    op
}

/// `/openapi.json`, `/docs` and `/redoc`, open to everyone.
pub fn routes(document: &Arc<str>) -> Router<WebState> {
    let text = Arc::clone(document);
    Router::new()
        .route("/openapi.json", get(async move || json_text(http::StatusCode::OK, text.to_string())))
        .route("/docs", reader(Swagger::new("/openapi.json").with_title("Spotter API").html()))
        .route("/redoc", reader(Redoc::new("/openapi.json").with_title("Spotter API").html()))
}

/// A page whose inline scripts and styles are let in by their hashes, and nothing else.
fn reader(html: String) -> axum::routing::MethodRouter<WebState> {
    let policy = format!(
        "default-src 'none'; script-src {}; style-src 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; \
         connect-src 'self'; worker-src blob:; base-uri 'none'; frame-ancestors 'none'",
        script_hashes(&html)
    );
    let html: Arc<str> = html.into();
    get(async move || with_policy(&html, &policy))
}

fn with_policy(html: &str, policy: &str) -> Response {
    let mut response = Html(html.to_owned()).into_response();
    if let Ok(value) = HeaderValue::from_str(policy) {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, value);
    }
    response
}

fn script_hashes(html: &str) -> String {
    let mut hashes = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once("<script") {
        let Some((_, body)) = after.split_once('>') else { break };
        let Some((script, next)) = body.split_once("</script>") else { break };
        let digest = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(script.as_bytes()));
        hashes.push(format!("'sha256-{digest}'"));
        rest = next;
    }
    hashes.join(" ")
}
