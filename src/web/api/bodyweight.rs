//! The bodyweight log.

use axum::extract::State;

use super::sessions::Paging;
use crate::service::bodyweight::{self, Bodyweight};
use crate::service::pagination::Page;
use crate::web::WebState;
use crate::web::auth::{Reader, Writer};
use crate::web::extract::{Body, Params};
use crate::web::idempotency::{Done, Key, once};
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
    once(&state, &user.user_id, &key, &body.bytes, async |write| {
        Ok(Done::new(bodyweight::log(write, body.parse()?).await?).at("/api/v1/bodyweight"))
    })
    .await
}
