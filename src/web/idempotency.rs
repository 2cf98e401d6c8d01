//! The Idempotency-Key header (draft-ietf-httpapi-idempotency-key-header-07, a draft): accepted
//! quoted or bare, 16 to 128 visible characters. [`once`] is the only way to a write under a key.

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
use super::reply::{Answer, Sent, json_text};
use super::{Problem, WebState, etag};
use crate::domain::reason::Reason;
use crate::reason;
use crate::service::Write;
use crate::service::idempotency::{self, Request, Saved};
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

/// What a write answers once it is durable.
#[must_use = "it is the answer"]
pub struct Done<T> {
    body: T,
    headers: HeaderMap,
    then: Then,
}

type Then = Box<dyn FnOnce() + Send>;

impl<T> Done<T> {
    /// The body of the answer.
    pub fn new(body: T) -> Self {
        Self { body, headers: HeaderMap::new(), then: Box::new(|| {}) }
    }

    /// Where what was made is found.
    pub fn at(self, path: &str) -> Self {
        self.with(header::LOCATION, HeaderValue::from_str(path).ok())
    }

    /// The entity tag that holds after the write.
    pub fn tagged(self, tag: &Tag) -> Self {
        self.with(header::ETAG, etag::value(tag))
    }

    fn with(mut self, name: HeaderName, value: Option<HeaderValue>) -> Self {
        self.headers.extend(value.map(|value| (name, value)));
        self
    }

    /// What is done after the commit, and never for a replay.
    pub fn then(self, then: impl FnOnce() + Send + 'static) -> Self {
        Self { then: Box::new(then), ..self }
    }
}

/// Does the work of a request that came with this key, once, and answers in words of whom it is for; a
/// retry gets the recorded answer, and a refusal leaves nothing but a red flag that was raised in it.
pub async fn once<R: Sent<Body: Serialize + Word>>(
    state: &WebState,
    user_id: &str,
    key: &Key,
    body: &[u8],
    work: impl AsyncFnOnce(&mut Write) -> Answer<Done<R::Body>>,
) -> Answer<R> {
    let request = Request { user_id, key: &key.text, method: &key.method, path: &key.path, body };
    let answered = idempotency::once(&state.core, request, async |write| {
        let Done { body, headers, then } = work(write).await?;
        let body = serde_json::to_string(&body.worded()).map_err(crate::service::Error::from)?;
        Ok::<_, Problem>((Saved { status: R::STATUS.as_u16(), headers: kept(&headers), body }, then))
    });
    let answered = answered.await?;
    let response = response(&answered.saved, answered.fresh.is_none());
    if let Some(then) = answered.fresh {
        then();
    }
    Ok(R::sent(response))
}

fn kept(headers: &HeaderMap) -> String {
    let kept =
        |(name, value): (&HeaderName, &HeaderValue)| Some((name.to_string(), value.to_str().ok()?.into()));
    Value::Object(headers.iter().filter_map(kept).collect()).to_string()
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
