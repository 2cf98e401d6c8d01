//! Conversations with the coach: begun, listed, read, deleted; a message begins a run.

use axum::extract::State;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use schemars::JsonSchema;
use serde::Deserialize;

use super::sessions::Paging;
use crate::agents::driver::{Begin, Begun, RunStarted};
use crate::service::conversations::{self, Conversation, ConversationView, NewConversation};
use crate::service::idempotency::Attempt;
use crate::service::pagination::Page;
use crate::web::WebState;
use crate::web::auth::{Reader, Talker};
use crate::web::extract::{Body, Ids, Params};
use crate::web::idempotency::{Key, Start, answer};
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
    let mut attempt = match key.begin(&state, &user.user_id, &body.bytes).await? {
        Start::Replay(response) => return Ok(Created::sent(*response)),
        Start::Fresh(attempt) => attempt,
    };
    let made = conversations::create(&mut attempt.write, body.parse()?).await?;
    let headers = location(&format!("/api/v1/conversations/{}", made.id));
    answer(attempt, StatusCode::CREATED, &headers, made).await.map(Created::sent)
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
    let mut attempt = match key.begin(&state, &user.user_id, &body.bytes).await? {
        Start::Replay(response) => return Ok(Accepted::sent(*response)),
        Start::Fresh(attempt) => attempt,
    };
    let conversation = Begin::conversation(&mut attempt.write, &id).await?;
    let message = Begin::said(conversation, Some(&body.parse()?.text))?;
    let begun = state.agents()?.begin(&mut attempt.write, message).await?;
    started(attempt, begun).await
}

/// Records the answer with the run, then sets the run to work.
pub(super) async fn started(attempt: Box<Attempt>, begun: Begun) -> Answer<Accepted<RunStarted>> {
    let run = begun.answer();
    let headers = location(&format!("/api/v1/runs/{}", run.run_id));
    let response = answer(attempt, StatusCode::ACCEPTED, &headers, run).await?;
    begun.launch();
    Ok(Accepted::sent(response))
}

fn location(path: &str) -> HeaderMap {
    let mut headers = HeaderMap::new();
    if let Ok(value) = HeaderValue::from_str(path) {
        headers.insert(header::LOCATION, value);
    }
    headers
}
