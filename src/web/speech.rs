//! In which language a request is answered: what its browser accepts, until the person is known
//! ([`auth::spoken_to`](super::auth::spoken_to)).

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::header;

use crate::domain::language::Language;
use crate::wording::{self, Wording};

/// Answers what its browser accepts, and says what the answer depends on.
pub async fn as_accepted(request: Request, next: Next) -> Response {
    let header = request.headers().get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let language = header.map(Language::accepted).unwrap_or_default();
    wording::scope(Wording { language, ..Wording::default() }, next.run(request)).await
}
