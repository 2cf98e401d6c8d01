//! Sessions: begun, listed, read, ended; the engine's next set.

use axum::extract::State;
use http::HeaderMap;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::domain::session::NextSet;
use crate::service::pagination::{Ask, Page};
use crate::service::precondition::IfMatch;
use crate::service::sessions::{self, Cut, PatchSession, SessionView, StartSession, Swap};
use crate::web::WebState;
use crate::web::auth::{Reader, Writer};
use crate::web::extract::{Body, Ids, Params};
use crate::web::idempotency::{Done, Key, once};
use crate::web::reply::{Answer, Created, Reply, Tagged, Written};

/// Which page.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Paging {
    /// Where the last page ended.
    cursor: Option<String>,
    /// 1 to 200.
    #[schemars(range(min = 1, max = 200))]
    limit: Option<i64>,
}

impl Paging {
    /// The page asked for.
    pub fn ask(&self) -> Answer<Ask> {
        Ok(Ask::new(self.cursor.as_deref(), self.limit)?)
    }
}

/// Begins a session.
pub async fn create(
    State(state): State<WebState>,
    user: Writer,
    key: Key,
    body: Body<StartSession>,
) -> Answer<Created<SessionView>> {
    once(&state, &user.user_id, &key, &body.bytes, async |write| {
        let session = sessions::start(write, body.parse()?).await?;
        let place = format!("/api/v1/sessions/{}", session.id);
        Ok(written(&state, &user.user_id, session).at(&place))
    })
    .await
}

/// A session under the tag that it has now.
fn written(state: &WebState, user_id: &str, session: SessionView) -> Done<SessionView> {
    let tag = session.tag(user_id, state.clock.now());
    Done::new(session).tagged(&tag)
}

/// Sessions, newest first.
pub async fn list(
    State(state): State<WebState>,
    user: Reader,
    Params(paging): Params<Paging>,
) -> Answer<Reply<Page<SessionView>>> {
    Ok(Reply(sessions::list(&state, &user.user_id, &paging.ask()?).await?))
}

/// The active session; 404 when there is none.
pub async fn active(
    State(state): State<WebState>,
    user: Reader,
    headers: HeaderMap,
) -> Answer<Tagged<SessionView>> {
    let id = sessions::active_id(&state, &user.user_id).await?;
    tagged(&state, &user.user_id, &headers, &id).await
}

/// A session.
pub async fn get(
    State(state): State<WebState>,
    user: Reader,
    headers: HeaderMap,
    Ids([id]): Ids<1>,
) -> Answer<Tagged<SessionView>> {
    tagged(&state, &user.user_id, &headers, &id).await
}

async fn tagged(
    state: &WebState,
    user_id: &str,
    headers: &HeaderMap,
    id: &str,
) -> Answer<Tagged<SessionView>> {
    let tag = sessions::current_tag(state, user_id, id).await?;
    if let Some(unchanged) = Tagged::check(headers, &tag) {
        return Ok(unchanged);
    }
    let session = sessions::get(state, user_id, id).await?;
    let tag = session.tag(user_id, state.clock.now());
    Ok(Tagged::Fresh(session, tag))
}

/// Ends a session, or changes its notes.
pub async fn patch(
    State(state): State<WebState>,
    user: Writer,
    key: Key,
    if_match: IfMatch,
    Ids([id]): Ids<1>,
    body: Body<PatchSession>,
) -> Answer<Written<SessionView>> {
    once(&state, &user.user_id, &key, &body.bytes, async |write| {
        sessions::honour(write, &id, &if_match).await?;
        Ok(written(&state, &user.user_id, sessions::patch(write, &id, body.parse()?).await?))
    })
    .await
}

/// Puts another exercise in the place of one that is prescribed.
pub async fn swap(
    State(state): State<WebState>,
    user: Writer,
    key: Key,
    if_match: IfMatch,
    Ids([id]): Ids<1>,
    body: Body<Swap>,
) -> Answer<Written<SessionView>> {
    once(&state, &user.user_id, &key, &body.bytes, async |write| {
        sessions::honour(write, &id, &if_match).await?;
        Ok(written(&state, &user.user_id, sessions::swap(write, &id, &body.parse()?).await?))
    })
    .await
}

/// Takes the last open set of an exercise out of the workout.
pub async fn cut(
    State(state): State<WebState>,
    user: Writer,
    key: Key,
    if_match: IfMatch,
    Ids([id]): Ids<1>,
    body: Body<Cut>,
) -> Answer<Written<SessionView>> {
    once(&state, &user.user_id, &key, &body.bytes, async |write| {
        sessions::honour(write, &id, &if_match).await?;
        Ok(written(&state, &user.user_id, sessions::cut(write, &id, &body.parse()?).await?))
    })
    .await
}

/// The engine's next set.
pub async fn next_set(
    State(state): State<WebState>,
    user: Reader,
    Ids([id]): Ids<1>,
) -> Answer<Reply<NextSet>> {
    Ok(Reply(sessions::next_set(&state, &user.user_id, &id).await?))
}
