//! A proposal as a card, and on a page of its own (which the browser also reads as a fragment).

mod build;
mod view;

use axum::extract::State;
use http::StatusCode;

pub use build::card;
pub use view::{Balance, ChangeLine, DayChange, FieldChange, ProposalCard, ProposalPage};

use super::error::Paged;
use super::page;
use super::visitor::Visitor;
use crate::domain::proposal::ProposalStatus;
use crate::service::page::Ask;
use crate::service::{Error, proposals};
use crate::web::WebState;
use crate::web::extract::Ids;

/// Open proposals shown at most.
const SHOWN: i64 = 20;

/// GET /proposals/{id}
pub async fn show(State(state): State<WebState>, visitor: Visitor, Ids([id]): Ids<1>) -> Paged {
    let found = proposals::get(&state.core, visitor.id(), &id).await?;
    let proposal = card(&found, state.clock.now(), &visitor.zone(), visitor.units());
    let mut shell = visitor.shell("coach", "Proposal");
    shell.path = format!("/proposals/{id}");
    Ok(page::answer(StatusCode::OK, &shell, &ProposalPage { proposal }))
}

/// What waits for the person, oldest first: of one session, or of none. The engine's own suggestion
/// of a set has a card of its own and is left out.
pub async fn open(
    state: &WebState,
    visitor: &Visitor,
    session_id: Option<&str>,
) -> Result<Vec<ProposalCard>, Error> {
    let ask = Ask::new(None, Some(SHOWN))?;
    let found = proposals::list(&state.core, visitor.id(), Some(ProposalStatus::Proposed), &ask).await?;
    let now = state.clock.now();
    let asked = |proposal: &&crate::domain::proposal::Proposal| {
        proposal.is_open(now) && proposal.run_id.is_some() && proposal.session_id.as_deref() == session_id
    };
    let mut cards: Vec<ProposalCard> =
        found.items.iter().filter(asked).map(|found| card(found, now, &visitor.zone(), visitor.units())).collect();
    cards.reverse();
    Ok(cards)
}
