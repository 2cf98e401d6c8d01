//! The safety lock: read, and resolved by the person.

use axum::extract::State;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::service::safety::{self, SafetyState};
use crate::service::sessions;
use crate::web::WebState;
use crate::web::auth::{Reader, Writer};
use crate::web::extract::Body;
use crate::web::idempotency::{Done, Key, once};
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
    once(&state, &user.user_id, &key, &body.bytes, async |write| {
        body.parse()?;
        Ok(Done::new(sessions::resume_coaching(write).await?))
    })
    .await
}
