//! The coach: a conversation, what it proposes, and the first messages one may tap.

#[cfg(test)]
mod samples;

use serde::Serialize;

use crate::web::pages::page::Page;
use crate::web::pages::plan::DayCard;
use crate::web::pages::proposal::ProposalCard;
use crate::wording::texts;

/// The values of `coach.html`.
#[derive(Debug, Clone, Serialize)]
pub struct CoachPage {
    /// The conversation; empty while there is none.
    pub conversation_id: String,
    /// Where the browser posts messages; empty while there is no conversation.
    pub start: String,
    /// The run that is going on; empty for none.
    pub run_id: String,
    /// Who answers: `built-in coach` or the model's name.
    pub model: String,
    /// Where it answers, and what is sent there.
    pub place: String,
    /// What it can look at.
    pub sees: Vec<VisibleData>,
    /// In order.
    pub messages: Vec<Message>,
    /// Nothing was said yet.
    pub empty: bool,
    /// Said above the ideas.
    pub lead: String,
    /// First messages to tap.
    pub ideas: Vec<Idea>,
    /// Idempotency key of the next message.
    pub key: String,
    /// The plan, to look at beside the conversation.
    pub days: Vec<DayCard>,
}

impl Page for CoachPage {
    const TEMPLATE: &'static str = "coach.html";
}

/// Something that the coach can look at.
#[derive(Debug, Clone, Serialize)]
pub struct VisibleData {
    /// `Your profile`.
    pub what: &'static str,
    /// What stands there now.
    pub now: String,
    /// Where a person sees and changes it.
    pub href: &'static str,
}

/// One message, or one line about tools.
#[derive(Debug, Clone, Serialize)]
pub struct Message {
    /// Its id.
    pub id: String,
    /// `person`, `coach` or `tools`.
    pub role: &'static str,
    /// `You` or `Coach`.
    pub who: &'static str,
    /// Plain text with a little markdown.
    pub text: String,
    /// What was proposed after it.
    pub proposals: Vec<ProposalCard>,
}

/// A first message.
#[derive(Debug, Clone, Serialize)]
pub struct Idea {
    /// What is sent.
    pub text: &'static str,
    /// Idempotency key of its form.
    pub key: String,
}

/// What may be asked first.
#[must_use]
pub fn ideas() -> [&'static str; 5] {
    [
        texts::say("coach-idea-plan"),
        texts::say("coach-idea-short"),
        texts::say("coach-idea-held"),
        texts::say("coach-idea-progress"),
        texts::say("coach-idea-next"),
    ]
}
