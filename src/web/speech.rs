//! In which language a request is answered: what its browser accepts, until the person is known
//! ([`auth::spoken_to`](super::auth::spoken_to)).

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::{HeaderMap, HeaderValue, header};

use crate::domain::language::Language;
use crate::wording::{self, Wording};

/// Answers in what its browser accepts. What an answer depends on is said where it is made.
pub async fn as_accepted(request: Request, next: Next) -> Response {
    let header = request.headers().get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let language = header.map(Language::accepted).unwrap_or_default();
    let mut response = wording::scope(Wording { language, ..Wording::default() }, next.run(request)).await;
    if is_said(response.headers()) {
        response.headers_mut().append(header::VARY, HeaderValue::from_static("Accept-Language"));
    }
    response
}

/// Pages and documents say something; files, pictures and streams are the same for everyone.
fn is_said(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).map(HeaderValue::as_bytes).unwrap_or_default();
    kind.starts_with(b"text/html") || kind.starts_with(b"application/") || headers.contains_key(header::VARY)
}
