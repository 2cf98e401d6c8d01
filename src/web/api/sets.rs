//! Sets: logged, edited, deleted; each once for its key.

use axum::extract::State;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::session::LoggedSet;
use crate::service::precondition::IfMatch;
use crate::service::sets::{self, SetInput, SetPatch};
use crate::web::WebState;
use crate::web::api::sessions::begin_on;
use crate::web::auth::Writer;
use crate::web::extract::{Body, Ids};
use crate::web::idempotency::{Key, Start, answer};
use crate::web::reply::{Answer, Created, Written};

/// Logs a set.
pub async fn create(
    State(state): State<WebState>,
    user: Writer,
    key: Key,
    Ids([id]): Ids<1>,
    body: Body<SetInput>,
) -> Answer<Created<LoggedSet>> {
    let mut attempt = match key.begin(&state, &user.user_id, &body.bytes).await? {
        Start::Replay(response) => return Ok(Created::sent(*response)),
        Start::Fresh(attempt) => attempt,
    };
    let set = match sets::log(&mut attempt.write, &id, body.parse()?).await {
        Ok(set) => set,
        Err(error) => return Err(attempt.refused(error).await.into()),
    };
    let mut headers = HeaderMap::new();
    if let Ok(location) = HeaderValue::from_str(&format!("/api/v1/sessions/{id}/sets/{}", set.id)) {
        headers.insert(header::LOCATION, location);
    }
    answer(attempt, StatusCode::CREATED, &headers, set).await.map(Created::sent)
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
    let begun = begin_on((&state, &user), &key, &if_match, &id, &body.bytes).await?;
    let mut attempt = match begun {
        Start::Replay(response) => return Ok(Written::sent(*response)),
        Start::Fresh(attempt) => attempt,
    };
    let set = match sets::edit(&mut attempt.write, &id, &set_id, body.parse()?).await {
        Ok(set) => set,
        Err(error) => return Err(attempt.refused(error).await.into()),
    };
    answer(attempt, StatusCode::OK, &HeaderMap::new(), set).await.map(Written::sent)
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
    let begun = begin_on((&state, &user), &key, &if_match, &id, b"").await?;
    let mut attempt = match begun {
        Start::Replay(response) => return Ok(Written::sent(*response)),
        Start::Fresh(attempt) => attempt,
    };
    sets::delete(&mut attempt.write, &id, &set_id).await?;
    answer(attempt, StatusCode::OK, &HeaderMap::new(), Deleted { id: set_id }).await.map(Written::sent)
}
