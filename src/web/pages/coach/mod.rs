//! The coach as a page: the newest conversation, or a fresh one.

mod ask;
mod history;
mod sees;
mod view;

use axum::extract::State;
use http::StatusCode;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::error::Paged;
use super::proposal::{self, ProposalCard};
use super::visitor::Visitor;
use super::{page, plan, words};
use crate::agents::tools::ToolSpec;
use crate::domain::profile::Units;
use crate::service::conversations::{self, ConversationView, Said};
use crate::service::pagination::Ask;
use crate::service::{athlete, plans};
use crate::web::extract::Params;
use crate::web::{Problem, WebState};
use crate::wording::{Word as _, texts};
pub use ask::{ask_copilot, say};
pub use history::{HistoryPage, delete, history};
pub use view::{CoachPage, Idea, Message, ideas};

/// The query.
#[derive(Debug, Default, serde::Deserialize, schemars::JsonSchema)]
#[serde(default)]
pub struct Asked {
    conversation: String,
    fresh: bool,
}

/// What is needed to show a proposal.
#[derive(Debug, Clone)]
pub struct Look {
    now: Timestamp,
    zone: TimeZone,
    units: Units,
}

impl Look {
    /// As this visitor sees it now.
    #[must_use]
    pub fn of(state: &WebState, visitor: &Visitor) -> Self {
        Self { now: state.clock.now(), zone: visitor.zone(), units: visitor.units() }
    }
}

/// GET /coach
pub async fn show(State(state): State<WebState>, visitor: Visitor, Params(asked): Params<Asked>) -> Paged {
    let model = words::answerer(state.agents()?.model_name());
    let found = find(&state, &visitor, &asked).await?;
    let messages = found.as_ref().map_or_else(Vec::new, |found| messages(found, &Look::of(&state, &visitor)));
    let id = found.as_ref().map_or_else(String::new, |found| found.conversation.id.clone());
    let week = plans::week(&state.core, visitor.id(), None).await?.worded();
    let today = athlete::local_day(&visitor.profile, state.clock.now());
    let page = CoachPage {
        start: if id.is_empty() { String::new() } else { format!("/api/v1/conversations/{id}/messages") },
        conversation_id: id,
        run_id: found.and_then(|found| found.active_run_id).unwrap_or_default(),
        model,
        place: sees::place(state.agents()?),
        sees: sees::sees(&visitor.profile, &week),
        empty: messages.is_empty(),
        messages,
        lead: texts::say("coach-lead").to_owned(),
        ideas: ideas().into_iter().map(|text| Idea { text, key: state.clock.new_id() }).collect(),
        key: state.clock.new_id(),
        days: plan::cards(&state, &visitor, &week, today).await?,
    };
    Ok(page::answer(StatusCode::OK, &visitor.shell("coach", texts::say("coach-name")), &page))
}

async fn find(
    state: &WebState,
    visitor: &Visitor,
    asked: &Asked,
) -> Result<Option<ConversationView>, Problem> {
    if asked.fresh {
        return Ok(None);
    }
    if !asked.conversation.is_empty() {
        return Ok(Some(conversations::get(&state.core, visitor.id(), &asked.conversation).await?));
    }
    let newest = conversations::list(&state.core, visitor.id(), &Ask::new(None, Some(1))?).await?;
    match newest.items.first() {
        Some(newest) => Ok(Some(conversations::get(&state.core, visitor.id(), &newest.id).await?)),
        None => Ok(None),
    }
}

/// What was said, each run's proposals after its last words.
#[must_use]
pub fn messages(found: &ConversationView, look: &Look) -> Vec<Message> {
    let mut shown: Vec<Message> = Vec::new();
    for (at, said) in found.messages.iter().enumerate() {
        shown.extend(lines(said));
        let run_goes_on = found.messages.get(at + 1).is_some_and(|next| next.run_id == said.run_id);
        if let Some(last) = shown.last_mut().filter(|_| !run_goes_on) {
            last.proposals = cards(found, &said.run_id, look);
        }
    }
    shown
}

fn cards(found: &ConversationView, run_id: &str, look: &Look) -> Vec<ProposalCard> {
    let own = found.proposals.iter().filter(|proposal| proposal.run_id.as_deref() == Some(run_id));
    own.map(|proposal| proposal::card(proposal, look.now, &look.zone, look.units)).collect()
}

fn lines(said: &Said) -> Vec<Message> {
    let line =
        |role, who, text: String| Message { id: said.id.clone(), role, who, text, proposals: Vec::new() };
    if said.role == "user" {
        return vec![line("person", texts::say("coach-you"), said.text.clone())];
    }
    let did = |tool: &String| ToolSpec::named(tool).map_or_else(|| tool.clone(), |known| known.say("done"));
    let tools: Vec<String> = said.tools.iter().map(did).collect();
    let coach = texts::say("coach-name");
    let spoken = line("coach", coach, said.text.clone());
    if tools.is_empty() { vec![spoken] } else { vec![spoken, line("tools", coach, tools.join(" · "))] }
}
