//! The copilot of a session: a question or a wish, or just the why.

use axum::extract::State;
use schemars::JsonSchema;
use serde::Deserialize;

use super::conversations::started;
use crate::agents::driver::{Begin, RunStarted};
use crate::service::conversations;
use crate::web::WebState;
use crate::web::auth::Talker;
use crate::web::extract::{Body, Ids};
use crate::web::idempotency::{Key, once};
use crate::web::reply::{Accepted, Answer};

/// What the person asks or wishes.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Ask {
    /// A question or a wish; none asks for the reason of the suggestion.
    #[schemars(length(max = 4000))]
    text: Option<String>,
}

/// Asks the copilot; its answer streams, after the suggestion that is open.
pub async fn ask(
    State(state): State<WebState>,
    user: Talker,
    key: Key,
    Ids([session_id]): Ids<1>,
    body: Body<Ask>,
) -> Answer<Accepted<RunStarted>> {
    once(&state, &user.user_id, &key, &body.bytes, async |write| {
        let conversation = conversations::of_session(write, &session_id).await?;
        let message = Begin::from_message(conversation, body.parse()?.text.as_deref())?;
        Ok(started(state.agents()?.begin(write, message).await?))
    })
    .await
}
