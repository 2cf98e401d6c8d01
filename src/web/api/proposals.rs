//! Proposals: listed, read, decided.

use axum::extract::State;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

use crate::domain::proposal::{Proposal, ProposalStatus};
use crate::service::pagination::{Ask, Page};
use crate::service::proposals;
use crate::web::WebState;
use crate::web::auth::{Reader, Talker};
use crate::web::extract::{Body, Ids, Params};
use crate::web::idempotency::{Done, Key, once};
use crate::web::reply::{Answer, Reply, Written};

/// Which proposals.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Filter {
    /// As they stand now.
    status: Option<ProposalStatus>,
    /// Where the last page ended.
    cursor: Option<String>,
    /// 1 to 200.
    #[schemars(range(min = 1, max = 200))]
    limit: Option<i64>,
}

/// What was shown.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Confirm {
    /// The proposal's digest.
    digest: String,
}

/// Why not.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Decline {
    /// At most 500 characters; the model is told.
    #[schemars(length(max = 500))]
    reason: Option<String>,
}

/// What was shown, and what to do in its place.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Edit {
    /// The proposal's digest.
    digest: String,
    /// All arguments of the tool.
    args: Value,
}

/// Proposals, newest first.
pub async fn list(
    State(state): State<WebState>,
    user: Reader,
    Params(filter): Params<Filter>,
) -> Answer<Reply<Page<Proposal>>> {
    let ask = Ask::new(filter.cursor.as_deref(), filter.limit)?;
    Ok(Reply(proposals::list(&state, &user.user_id, filter.status, &ask).await?))
}

/// A proposal as it stands now.
pub async fn get(State(state): State<WebState>, user: Reader, Ids([id]): Ids<1>) -> Answer<Reply<Proposal>> {
    Ok(Reply(proposals::get(&state, &user.user_id, &id).await?))
}

/// Confirms exactly what was shown; it runs at most once.
pub async fn confirm(
    State(state): State<WebState>,
    user: Talker,
    Ids([id]): Ids<1>,
    body: Body<Confirm>,
) -> Answer<Reply<Proposal>> {
    let digest = match body.parse() {
        Ok(confirm) => confirm.digest,
        Err(fault) => {
            // What is not there is not found, whatever the body says.
            proposals::get(&state, &user.user_id, &id).await?;
            return Err(fault);
        }
    };
    Ok(Reply(state.agents()?.confirm(&user.user_id, &id, &digest).await?))
}

/// Declines.
pub async fn decline(
    State(state): State<WebState>,
    user: Talker,
    Ids([id]): Ids<1>,
    body: Body<Decline>,
) -> Answer<Reply<Proposal>> {
    proposals::get(&state, &user.user_id, &id).await?;
    let reason = body.parse()?.reason;
    Ok(Reply(state.agents()?.decline(&user.user_id, &id, reason.as_deref()).await?))
}

/// Confirms with other arguments; answers the proposal that took its place.
pub async fn edit(
    State(state): State<WebState>,
    user: Talker,
    key: Key,
    Ids([id]): Ids<1>,
    body: Body<Edit>,
) -> Answer<Written<Proposal>> {
    once(&state, &user.user_id, &key, &body.bytes, async |write| {
        proposals::require(write, &id).await?;
        let edit = body.parse()?;
        let agents = state.agents()?.clone();
        let (proposal, told) = agents.edit_in(write, &id, &edit.digest, &edit.args).await?.split()?;
        Ok(Done::new(proposal).then(move || told.publish(&agents)))
    })
    .await
}
