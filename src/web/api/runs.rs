//! Runs: read, watched, cancelled.

use axum::extract::State;
use http::HeaderMap;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::agents::driver::RunView;
use crate::web::WebState;
use crate::web::auth::{Reader, Talker};
use crate::web::extract::{Ids, Params};
use crate::web::reply::{Answer, Reply};
use crate::web::sse::{EventStream, cursor};

/// From where on.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct From {
    /// Id of the last event seen; `Last-Event-ID` wins.
    after: Option<String>,
}

/// A run.
pub async fn get(State(state): State<WebState>, user: Reader, Ids([id]): Ids<1>) -> Answer<Reply<RunView>> {
    Ok(Reply(state.agents()?.run(&user.user_id, &id).await?))
}

/// The events of a run, from after the last one seen.
pub async fn events(
    State(state): State<WebState>,
    user: Reader,
    Ids([id]): Ids<1>,
    headers: HeaderMap,
    Params(from): Params<From>,
) -> Answer<EventStream> {
    let after = cursor(&headers, from.after.as_deref());
    Ok(EventStream(state.agents()?.watch(&user.user_id, &id, after).await?))
}

/// Cancels a run; one that is over stays as it is.
pub async fn cancel(
    State(state): State<WebState>,
    user: Talker,
    Ids([id]): Ids<1>,
) -> Answer<Reply<RunView>> {
    let agents = state.agents()?;
    agents.cancel(&user.user_id, &id).await?;
    Ok(Reply(agents.run(&user.user_id, &id).await?))
}
