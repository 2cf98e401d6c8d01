//! The Idempotency-Key header (draft-ietf-httpapi-idempotency-key-header-07, a draft): accepted
//! quoted or bare, 16 to 128 visible characters.

use aide::OperationInput;
use aide::generate::GenContext;
use aide::openapi::Operation;
use axum::extract::FromRequestParts;
use axum::response::Response;
use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value};

use super::extract::add_headers;
use super::reply::json_text;
use super::{Problem, WebState, etag};
use crate::domain::reason::Reason;
use crate::reason;
use crate::service::idempotency::{self, Attempt, Begun, Saved};
use crate::service::precondition::Tag;
use crate::wording::Word;

/// A key that the route needs, bound to method and path.
#[derive(Debug, Clone)]
pub struct Key {
    text: String,
    method: String,
    path: String,
}

impl<S: Send + Sync> FromRequestParts<S> for Key {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Problem> {
        let header =
            parts.headers.get("idempotency-key").ok_or_else(|| refused(reason!("problem_key_needed")))?;
        let text = header.to_str().unwrap_or_default().trim();
        let bare = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text);
        let visible = |byte: u8| byte.is_ascii_graphic() && byte != b'"';
        let fits = (16..=128).contains(&bare.len()) && bare.bytes().all(visible);
        if !fits {
            return Err(refused(reason!("problem_key_length", least = 16, most = 128)));
        }
        let path = parts.uri.path().trim_end_matches('/').to_owned();
        Ok(Self { text: bare.to_owned(), method: parts.method.to_string(), path })
    }
}

/// How the document describes it.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is used")]
struct KeyHeader {
    /// New for every write, the same for every retry of it: 16 to 128 visible characters, bare or in
    /// double quotes. A retry gets the recorded answer and `Idempotency-Replayed: true`.
    #[schemars(rename = "Idempotency-Key", regex(pattern = r#"^("[!#-~]{16,128}"|[!#-~]{16,128})$"#))]
    idempotency_key: String,
}

impl OperationInput for Key {
    fn operation_input(ctx: &mut GenContext, operation: &mut Operation) {
        add_headers::<KeyHeader>(ctx, operation);
    }
}

/// A key that only some requests of a route need.
#[derive(Debug, Clone)]
pub struct MaybeKey(pub Option<Key>);

impl<S: Send + Sync> FromRequestParts<S> for MaybeKey {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        if parts.headers.contains_key("idempotency-key") {
            Key::from_request_parts(parts, state).await.map(|key| Self(Some(key)))
        } else {
            Ok(Self(None))
        }
    }
}

impl MaybeKey {
    /// The key; 400 without.
    pub fn required(self) -> Result<Key, Problem> {
        self.0.ok_or_else(|| refused(reason!("problem_key_needed")))
    }
}

/// How the document describes it.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is used")]
struct MaybeKeyHeader {
    /// Needed unless it is a dry run: 16 to 128 visible characters, new for every write, the same for
    /// every retry of it.
    #[schemars(rename = "Idempotency-Key", length(min = 16, max = 128), regex(pattern = "^[!#-~]+$"))]
    idempotency_key: Option<String>,
}

impl OperationInput for MaybeKey {
    fn operation_input(ctx: &mut GenContext, operation: &mut Operation) {
        add_headers::<MaybeKeyHeader>(ctx, operation);
    }
}

fn refused(reason: Reason) -> Problem {
    Problem::new(StatusCode::BAD_REQUEST, "idempotency-key-needed", reason)
}

/// Either a write to do, or the answer of the first time.
pub enum Start {
    /// Do it, then [`answer`].
    Fresh(Box<Attempt>),
    /// Send this.
    Replay(Box<Response>),
}

impl Key {
    /// Takes the key for this person and body.
    pub async fn begin(&self, state: &WebState, user_id: &str, body: &[u8]) -> Result<Start, Problem> {
        let fingerprint = idempotency::fingerprint(&self.method, &self.path, body);
        match idempotency::begin(&state.core, user_id, &self.text, &fingerprint).await? {
            Begun::Fresh(attempt) => Ok(Start::Fresh(attempt)),
            Begun::Replay(saved) => Ok(Start::Replay(Box::new(response(&saved, true)))),
        }
    }
}

/// The headers of an answer under this tag.
#[must_use]
pub fn tagged(tag: &Tag) -> HeaderMap {
    etag::value(tag).map(|value| (header::ETAG, value)).into_iter().collect()
}

/// Records the answer with its effect, in words of whom it is for, and gives it.
pub async fn answer<T: Serialize + Word>(
    attempt: Box<Attempt>,
    status: StatusCode,
    headers: &HeaderMap,
    body: T,
) -> Result<Response, Problem> {
    let kept: Map<String, Value> = headers
        .iter()
        .filter_map(|(name, value)| Some((name.to_string(), value.to_str().ok()?.into())))
        .collect();
    let saved = Saved {
        status: status.as_u16(),
        headers: Value::Object(kept).to_string(),
        body: serde_json::to_string(&body.worded()).map_err(crate::service::Error::from)?,
    };
    attempt.finish(&saved).await?;
    Ok(response(&saved, false))
}

fn response(saved: &Saved, replayed: bool) -> Response {
    let status = StatusCode::from_u16(saved.status).unwrap_or(StatusCode::OK);
    let mut response = json_text(status, saved.body.clone());
    let kept: Map<String, Value> = serde_json::from_str(&saved.headers).unwrap_or_default();
    for (name, value) in kept {
        let name = HeaderName::try_from(name);
        let value = value.as_str().map(HeaderValue::from_str);
        if let (Ok(name), Some(Ok(value))) = (name, value) {
            response.headers_mut().insert(name, value);
        }
    }
    if replayed {
        response.headers_mut().insert("idempotency-replayed", HeaderValue::from_static("true"));
    }
    response
}
