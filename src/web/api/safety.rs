//! The safety lock: read, and resolved by the person.

use axum::extract::State;
use http::{HeaderMap, StatusCode};
use schemars::JsonSchema;
use serde::Deserialize;

use crate::service::safety::{self, SafetyState};
use crate::service::sessions;
use crate::web::WebState;
use crate::web::auth::{Reader, Writer};
use crate::web::extract::Body;
use crate::web::idempotency::{Key, Start, answer};
use crate::web::reply::{Answer, Reply, Written};

/// Nothing more is needed.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Resolve {}

/// Whether coaching is stopped.
pub async fn get(State(state): State<WebState>, user: Reader) -> Answer<Reply<SafetyState>> {
    Ok(Reply(safety::get(&state, &user.user_id).await?))
}

/// The person says that it is resolved.
pub async fn resolve(
    State(state): State<WebState>,
    user: Writer,
    key: Key,
    body: Body<Resolve>,
) -> Answer<Written<SafetyState>> {
    let mut attempt = match key.begin(&state, &user.user_id, &body.bytes).await? {
        Start::Replay(response) => return Ok(Written::sent(*response)),
        Start::Fresh(attempt) => attempt,
    };
    body.parse()?;
    let resolved = sessions::resume_coaching(&mut attempt.write).await?;
    answer(attempt, StatusCode::OK, &HeaderMap::new(), resolved).await.map(Written::sent)
}
