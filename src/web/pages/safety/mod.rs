//! The page of its own on which a person says that a red flag is resolved.

mod view;

use axum::extract::State;
use http::StatusCode;

use super::error::Paged;
use super::form::Fields;
use super::idempotent_form::{Leads, once};
use super::page;
use super::visitor::Visitor;
use crate::service::{safety, sessions};
use crate::web::WebState;
use crate::wording::texts;
pub use view::SafetyPage;

/// GET /safety
pub async fn show(State(state): State<WebState>, visitor: Visitor) -> Paged {
    let lock = safety::locked(&mut state.read().await?, visitor.id()).await?;
    let (flag, since) = lock.map(|lock| (lock.flag, lock.since)).unzip();
    let page = SafetyPage {
        locked: flag.is_some(),
        flag: flag.map_or_else(String::new, |flag| words(&flag)),
        since: since.map_or_else(String::new, |at| super::words::moment(at, &visitor.zone())),
        key: state.clock.new_id(),
    };
    Ok(page::answer(StatusCode::OK, &visitor.shell("", texts::say("shell-safety")), &page))
}

/// A red flag in plain words.
fn words(flag: &str) -> String {
    let said = match flag {
        "chest_pain" => texts::say("shell-flag-chest-pain"),
        "fainting" => texts::say("shell-flag-fainting"),
        "dizziness_balance" => texts::say("shell-flag-dizziness-balance"),
        "saddle_numbness" => texts::say("shell-flag-saddle-numbness"),
        "bladder_bowel" => texts::say("shell-flag-bladder-bowel"),
        "dark_urine" => texts::say("shell-flag-dark-urine"),
        "pregnancy_bleeding" => texts::say("shell-flag-pregnancy-bleeding"),
        "pregnancy_fluid" => texts::say("shell-flag-pregnancy-fluid"),
        "pregnancy_contractions" => texts::say("shell-flag-pregnancy-contractions"),
        other => return other.replace('_', " "),
    };
    said.to_owned()
}

/// POST /safety/resolve
pub async fn resolve(State(state): State<WebState>, visitor: Visitor, form: Fields) -> Paged {
    if form.text("resolved") != "true" {
        return Ok(super::visitor::see_other("/safety"));
    }
    once(&state, &visitor, "/safety/resolve", &form, async |write| {
        sessions::resume_coaching(write).await?;
        Ok(Leads::to("/safety"))
    })
    .await
}
