//! Past conversations: read again, gone on with, deleted.

#[cfg(test)]
mod samples;

use axum::extract::State;
use http::StatusCode;
use serde::Serialize;

use crate::service::Error;
use crate::service::conversations;
use crate::service::pagination::Ask;
use crate::web::WebState;
use crate::web::extract::Params;
use crate::web::pages::error::Paged;
use crate::web::pages::form::Fields;
use crate::web::pages::page::{self, Page};
use crate::web::pages::visitor::{Visitor, see_other};
use crate::web::pages::words;
use crate::wording::texts;

/// Conversations of one page.
const MANY: i64 = 20;

/// The values of `conversations.html`.
#[derive(Debug, Clone, Serialize)]
pub struct HistoryPage {
    /// Newest first.
    conversations: Vec<Row>,
    /// Nothing newer was left out.
    first: bool,
    /// Cursor of the next page; empty on the last.
    next: String,
}

impl Page for HistoryPage {
    const TEMPLATE: &'static str = "conversations.html";
}

#[derive(Debug, Clone, Serialize)]
struct Row {
    id: String,
    title: String,
    when: String,
}

/// The query.
#[derive(Debug, Default, serde::Deserialize, schemars::JsonSchema)]
#[serde(default)]
pub struct Asked {
    /// Where the last page ended.
    cursor: Option<String>,
}

/// GET /coach/history
pub async fn history(State(state): State<WebState>, visitor: Visitor, Params(asked): Params<Asked>) -> Paged {
    state.agents()?;
    let ask = Ask::new(asked.cursor.as_deref(), Some(MANY))?;
    let found = conversations::list(&state.core, visitor.id(), &ask).await?;
    let zone = visitor.zone();
    let row = |one: conversations::Conversation| Row {
        title: if one.title.is_empty() { texts::say("coach-without-words").to_owned() } else { one.title },
        when: words::moment(one.updated_at, &zone),
        id: one.id,
    };
    let page = HistoryPage {
        conversations: found.items.into_iter().map(row).collect(),
        first: asked.cursor.is_none(),
        next: found.next_cursor.unwrap_or_default(),
    };
    let mut shell = visitor.shell("coach", texts::say("coach-conversations"));
    "/coach/history".clone_into(&mut shell.path);
    Ok(page::answer(StatusCode::OK, &shell, &page))
}

/// POST /coach/history/delete; one that is gone already stays gone.
pub async fn delete(State(state): State<WebState>, visitor: Visitor, form: Fields) -> Paged {
    match state.agents()?.delete_conversation(visitor.id(), form.text("id")).await {
        Ok(()) | Err(Error::NotFound) => Ok(see_other("/coach/history")),
        Err(error) => Err(error.into()),
    }
}
