//! Conversations with the coach: begun, listed, read, deleted; a message begins a run.

use axum::extract::State;
use schemars::JsonSchema;
use serde::Deserialize;

use super::sessions::Paging;
use crate::agents::driver::{Begin, Begun, RunStarted};
use crate::service::conversations::{self, Conversation, ConversationView, NewConversation};
use crate::service::pagination::Page;
use crate::web::WebState;
use crate::web::auth::{Reader, Talker};
use crate::web::extract::{Body, Ids, Params};
use crate::web::idempotency::{Done, Key, once};
use crate::web::reply::{Accepted, Answer, Created, NoContent, Reply};

/// What the person says.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Message {
    /// 1 to 4000 characters.
    #[schemars(length(min = 1, max = 4000))]
    text: String,
}

/// Begins a conversation.
pub async fn create(
    State(state): State<WebState>,
    user: Talker,
    key: Key,
    body: Body<NewConversation>,
) -> Answer<Created<Conversation>> {
    once(&state, &user.user_id, &key, &body.bytes, async |write| {
        let made = conversations::create(write, body.parse()?).await?;
        let place = format!("/api/v1/conversations/{}", made.id);
        Ok(Done::new(made).at(&place))
    })
    .await
}

/// Conversations, newest first.
pub async fn list(
    State(state): State<WebState>,
    user: Reader,
    Params(paging): Params<Paging>,
) -> Answer<Reply<Page<Conversation>>> {
    Ok(Reply(conversations::list(&state, &user.user_id, &paging.ask()?).await?))
}

/// A conversation and what was said in it.
pub async fn get(
    State(state): State<WebState>,
    user: Reader,
    Ids([id]): Ids<1>,
) -> Answer<Reply<ConversationView>> {
    Ok(Reply(conversations::get(&state, &user.user_id, &id).await?))
}

/// Deletes a conversation; a run in it ends.
pub async fn delete(State(state): State<WebState>, user: Talker, Ids([id]): Ids<1>) -> Answer<NoContent> {
    state.agents()?.delete_conversation(&user.user_id, &id).await?;
    Ok(NoContent)
}

/// Says something to the coach; its answer streams.
pub async fn say(
    State(state): State<WebState>,
    user: Talker,
    key: Key,
    Ids([id]): Ids<1>,
    body: Body<Message>,
) -> Answer<Accepted<RunStarted>> {
    once(&state, &user.user_id, &key, &body.bytes, async |write| {
        let conversation = Begin::conversation(write, &id).await?;
        let message = Begin::from_message(conversation, Some(&body.parse()?.text))?;
        Ok(started(state.agents()?.begin(write, message).await?))
    })
    .await
}

/// The answer to a message; the run is set to work when it is recorded.
pub(super) fn started(begun: Begun) -> Done<RunStarted> {
    let run = begun.answer();
    let place = format!("/api/v1/runs/{}", run.run_id);
    Done::new(run).at(&place).then(|| begun.launch())
}
