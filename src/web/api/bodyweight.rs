//! The bodyweight log.

use axum::extract::State;
use http::{HeaderMap, HeaderValue, StatusCode, header};

use super::sessions::Paging;
use crate::service::bodyweight::{self, Bodyweight};
use crate::service::pagination::Page;
use crate::web::WebState;
use crate::web::auth::{Reader, Writer};
use crate::web::extract::{Body, Params};
use crate::web::idempotency::{Key, Start, answer};
use crate::web::reply::{Answer, Created, Reply};

/// Bodyweights, newest day first.
pub async fn list(
    State(state): State<WebState>,
    user: Reader,
    Params(paging): Params<Paging>,
) -> Answer<Reply<Page<Bodyweight>>> {
    Ok(Reply(bodyweight::list(&state, &user.user_id, &paging.ask()?).await?))
}

/// Logs a day's bodyweight, in place of one that was there.
pub async fn create(
    State(state): State<WebState>,
    user: Writer,
    key: Key,
    body: Body<Bodyweight>,
) -> Answer<Created<Bodyweight>> {
    let mut attempt = match key.begin(&state, &user.user_id, &body.bytes).await? {
        Start::Replay(response) => return Ok(Created::sent(*response)),
        Start::Fresh(attempt) => attempt,
    };
    let logged = bodyweight::log(&mut attempt.write, body.parse()?).await?;
    let place = (header::LOCATION, HeaderValue::from_static("/api/v1/bodyweight"));
    let headers = HeaderMap::from_iter([place]);
    answer(attempt, StatusCode::CREATED, &headers, logged).await.map(Created::sent)
}
