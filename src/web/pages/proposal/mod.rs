//! A proposal as a card, and on a page of its own (which the browser also reads as a fragment).

mod build;
mod edit;
mod view;

use axum::extract::State;
use http::StatusCode;

pub use build::card;
pub use edit::edit;
pub use view::{ProposalCard, ProposalPage};

use super::error::Paged;
use super::form::Fields;
use super::page;
use super::visitor::{Visitor, own_path, see_other};
use crate::service::proposals;
use crate::web::WebState;
use crate::web::extract::Ids;
use crate::wording::texts;

/// GET /proposals/{id}
pub async fn show(State(state): State<WebState>, visitor: Visitor, Ids([id]): Ids<1>) -> Paged {
    let found = proposals::get(&state.core, visitor.id(), &id).await?;
    let proposal = card(&found, state.clock.now(), &visitor.zone(), visitor.units());
    let mut shell = visitor.shell("coach", texts::say("proposal-title"));
    shell.path = format!("/proposals/{id}");
    Ok(page::answer(StatusCode::OK, &shell, &ProposalPage { proposal }))
}

/// POST /proposals/{id}/confirm
pub async fn confirm(
    State(state): State<WebState>,
    visitor: Visitor,
    Ids([id]): Ids<1>,
    form: Fields,
) -> Paged {
    proposals::get(&state.core, visitor.id(), &id).await?;
    state.agents()?.confirm(visitor.id(), &id, form.text("digest")).await?;
    Ok(see_other(&own_path(form.text("back"), "/coach")))
}

/// POST /proposals/{id}/decline
pub async fn decline(
    State(state): State<WebState>,
    visitor: Visitor,
    Ids([id]): Ids<1>,
    form: Fields,
) -> Paged {
    proposals::get(&state.core, visitor.id(), &id).await?;
    state.agents()?.decline(visitor.id(), &id, form.some("reason").as_deref()).await?;
    Ok(see_other(&own_path(form.text("back"), "/coach")))
}
