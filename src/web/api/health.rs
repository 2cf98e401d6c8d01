//! Whether it lives, and whether it can work.

use axum::extract::State;
use schemars::JsonSchema;
use serde::Serialize;

use crate::web::WebState;
use crate::web::reply::{Answer, Reply};

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
    crate::service::accounts::is_empty(&state).await.map_err(|_| crate::service::Error::Busy)?;
    Ok(Reply(Health { status: "ok" }))
}
