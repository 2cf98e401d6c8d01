//! Whether it lives, and whether it can work.

use std::time::Duration;

use axum::extract::State;
use schemars::JsonSchema;
use serde::Serialize;

use crate::service::{Error, accounts};
use crate::web::WebState;
use crate::web::reply::{Answer, Reply};

/// How long the database may take. A probe asks again soon, and waits for an answer less long.
const PATIENCE: Duration = Duration::from_secs(2);

/// Health.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Health {
    /// Always `ok`.
    status: &'static str,
}

/// The process answers.
pub async fn livez() -> Reply<Health> {
    Reply(Health { status: "ok" })
}

/// The database answers too; 503 when it does not.
pub async fn readyz(State(state): State<WebState>) -> Answer<Reply<Health>> {
    match tokio::time::timeout(PATIENCE, accounts::is_empty(&state)).await {
        Ok(Ok(_)) => Ok(Reply(Health { status: "ok" })),
        _ => Err(Error::Busy.into()),
    }
}
