//! Messages sent by form: each begins one run, and the page that follows shows its answer.

use axum::extract::State;

use crate::agents::driver::Begin;
use crate::service::conversations::{self, Conversation, NewConversation};
use crate::service::{Error, Write};
use crate::web::WebState;
use crate::web::pages::error::Paged;
use crate::web::pages::form::Fields;
use crate::web::pages::idempotent_form::{Leads, once};
use crate::web::pages::visitor::Visitor;

/// POST /coach/messages
pub async fn say(State(state): State<WebState>, visitor: Visitor, form: Fields) -> Paged {
    once(&state, &visitor, "/coach/messages", &form, async |write| {
        let conversation = conversation(write, form.text("conversation_id")).await?;
        let leads = Leads::to(format!("/coach?conversation={}", conversation.id));
        let message = Begin::from_message(conversation, Some(form.text("text")))?;
        let begun = state.agents()?.begin(write, message).await?;
        Ok(leads.then(|| begun.launch()))
    })
    .await
}

async fn conversation(write: &mut Write, asked: &str) -> Result<Conversation, Error> {
    if asked.is_empty() {
        return conversations::create(write, NewConversation::default()).await;
    }
    Begin::conversation(write, asked).await
}

/// POST /workout/ask; without words it asks for the reason of the suggestion.
pub async fn ask_copilot(State(state): State<WebState>, visitor: Visitor, form: Fields) -> Paged {
    once(&state, &visitor, "/workout/ask", &form, async |write| {
        let conversation = conversations::of_session(write, form.text("session_id")).await?;
        let message = Begin::from_message(conversation, form.some("text").as_deref())?;
        let begun = state.agents()?.begin(write, message).await?;
        Ok(Leads::to("/workout").then(|| begun.launch()))
    })
    .await
}
