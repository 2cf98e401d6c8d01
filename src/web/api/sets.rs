//! Sets: logged, edited, deleted; each once for its key.

use axum::extract::State;
use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::session::LoggedSet;
use crate::service::precondition::IfMatch;
use crate::service::sessions;
use crate::service::sets::{self, SetInput, SetPatch};
use crate::web::WebState;
use crate::web::auth::Writer;
use crate::web::extract::{Body, Ids};
use crate::web::idempotency::{Done, Key, once};
use crate::web::reply::{Answer, Created, Written};

/// Logs a set.
pub async fn create(
    State(state): State<WebState>,
    user: Writer,
    key: Key,
    Ids([id]): Ids<1>,
    body: Body<SetInput>,
) -> Answer<Created<LoggedSet>> {
    once(&state, &user.user_id, &key, &body.bytes, async |write| {
        let set = sets::log(write, &id, body.parse()?).await?;
        let place = format!("/api/v1/sessions/{id}/sets/{}", set.id);
        Ok(Done::new(set).at(&place))
    })
    .await
}

/// Changes a set.
pub async fn patch(
    State(state): State<WebState>,
    user: Writer,
    key: Key,
    if_match: IfMatch,
    Ids([id, set_id]): Ids<2>,
    body: Body<SetPatch>,
) -> Answer<Written<LoggedSet>> {
    once(&state, &user.user_id, &key, &body.bytes, async |write| {
        sessions::honour(write, &id, &if_match).await?;
        Ok(Done::new(sets::edit(write, &id, &set_id, body.parse()?).await?))
    })
    .await
}

/// What was taken away.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Deleted {
    /// Its id.
    id: String,
}

/// Takes a set away.
pub async fn delete(
    State(state): State<WebState>,
    user: Writer,
    key: Key,
    if_match: IfMatch,
    Ids([id, set_id]): Ids<2>,
) -> Answer<Written<Deleted>> {
    once(&state, &user.user_id, &key, b"", async |write| {
        sessions::honour(write, &id, &if_match).await?;
        sets::delete(write, &id, &set_id).await?;
        Ok(Done::new(Deleted { id: set_id }))
    })
    .await
}
