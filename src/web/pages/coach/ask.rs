//! Messages sent by form: each begins one run, and the page that follows shows its answer.

use axum::extract::State;

use crate::agents::driver::Begin;
use crate::agents::roster::Agent;
use crate::service::conversations::{self, NewConversation};
use crate::service::{Error, Write};
use crate::web::WebState;
use crate::web::pages::error::{Fault, Paged};
use crate::web::pages::fields::Fields;
use crate::web::pages::once::{self, Start};
use crate::web::pages::visitor::Visitor;

/// Most characters of a message.
const LONGEST: usize = 4000;

/// POST /coach/messages
pub async fn say(State(state): State<WebState>, visitor: Visitor, form: Fields) -> Paged {
    let text = checked(&form, None)?;
    let mut doing = match once::begin(&state, visitor.id(), "/coach/messages", &form).await? {
        Start::Done(answer) => return Ok(answer),
        Start::Doing(doing) => doing,
    };
    let id = conversation(doing.write(), form.text("conversation_id")).await?;
    let ask = Begin { agent: Agent::Coach, conversation_id: id.clone(), session_id: None, text };
    let begun = state.agents()?.begin(doing.write(), ask).await?;
    let answer = doing.done(&format!("/coach?conversation={id}")).await?;
    begun.launch();
    Ok(answer)
}

async fn conversation(write: &mut Write, asked: &str) -> Result<String, Error> {
    if asked.is_empty() {
        return Ok(conversations::create(write, NewConversation::default()).await?.id);
    }
    Ok(conversations::require(write, asked).await?.id)
}

/// POST /workout/ask; without words it asks for the reason of the suggestion.
pub async fn ask_copilot(State(state): State<WebState>, visitor: Visitor, form: Fields) -> Paged {
    let text = checked(&form, Some("Why this set?"))?;
    let mut doing = match once::begin(&state, visitor.id(), "/workout/ask", &form).await? {
        Start::Done(answer) => return Ok(answer),
        Start::Doing(doing) => doing,
    };
    let session_id = form.text("session_id").to_owned();
    let conversation = conversations::of_session(doing.write(), &session_id).await?;
    let ask =
        Begin { agent: Agent::Copilot, conversation_id: conversation.id, session_id: Some(session_id), text };
    let begun = state.agents()?.begin(doing.write(), ask).await?;
    let answer = doing.done("/workout").await?;
    begun.launch();
    Ok(answer)
}

fn checked(form: &Fields, otherwise: Option<&str>) -> Result<String, Fault> {
    let text = form.some("text").or_else(|| otherwise.map(str::to_owned)).unwrap_or_default();
    if (1..=LONGEST).contains(&text.chars().count()) && !text.contains('\0') {
        return Ok(text);
    }
    Err(Error::field("/text", "length", format!("Say something, in at most {LONGEST} characters.")).into())
}
