//! Messages sent by form: each begins one run, and the page that follows shows its answer.

use axum::extract::State;

use crate::agents::driver::Begin;
use crate::service::conversations::{self, Conversation, NewConversation};
use crate::service::{Error, Write};
use crate::web::WebState;
use crate::web::pages::error::Paged;
use crate::web::pages::form::Fields;
use crate::web::pages::idempotent_form::{self, Start};
use crate::web::pages::visitor::Visitor;

/// POST /coach/messages
pub async fn say(State(state): State<WebState>, visitor: Visitor, form: Fields) -> Paged {
    let mut doing = match idempotent_form::begin(&state, visitor.id(), "/coach/messages", &form).await? {
        Start::Done(answer) => return Ok(answer),
        Start::Doing(doing) => doing,
    };
    let conversation = conversation(doing.write(), form.text("conversation_id")).await?;
    let leads_to = format!("/coach?conversation={}", conversation.id);
    let message = Begin::said(conversation, Some(form.text("text")))?;
    let begun = state.agents()?.begin(doing.write(), message).await?;
    let answer = doing.done(&leads_to).await?;
    begun.launch();
    Ok(answer)
}

async fn conversation(write: &mut Write, asked: &str) -> Result<Conversation, Error> {
    if asked.is_empty() {
        return conversations::create(write, NewConversation::default()).await;
    }
    Begin::conversation(write, asked).await
}

/// POST /workout/ask; without words it asks for the reason of the suggestion.
pub async fn ask_copilot(State(state): State<WebState>, visitor: Visitor, form: Fields) -> Paged {
    let mut doing = match idempotent_form::begin(&state, visitor.id(), "/workout/ask", &form).await? {
        Start::Done(answer) => return Ok(answer),
        Start::Doing(doing) => doing,
    };
    let conversation = conversations::of_session(doing.write(), form.text("session_id")).await?;
    let message = Begin::said(conversation, form.some("text").as_deref())?;
    let begun = state.agents()?.begin(doing.write(), message).await?;
    let answer = doing.done("/workout").await?;
    begun.launch();
    Ok(answer)
}
