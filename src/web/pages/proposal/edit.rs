//! Editing a proposal before it is confirmed: the arguments as a person changed them. Which they can
//! change is the tool's; what the change means is judged by the gate, as any edit.

use axum::extract::State;

use super::own_path;
use crate::agents::tools::ToolSpec;
use crate::agents::tools::card::Edits;
use crate::service::proposals;
use crate::web::WebState;
use crate::web::extract::Ids;
use crate::web::pages::error::Paged;
use crate::web::pages::form::Fields;
use crate::web::pages::idempotent_form::{Leads, once};
use crate::web::pages::visitor::Visitor;

/// POST /proposals/{id}/edit: confirms with what was turned. The form's key is the digest of what it
/// was made from.
pub async fn edit(State(state): State<WebState>, visitor: Visitor, Ids([id]): Ids<1>, form: Fields) -> Paged {
    let found = proposals::get(&state.core, visitor.id(), &id).await?;
    let agents = state.agents()?.clone();
    once(&state, &visitor, &format!("/proposals/{id}/edit"), &form, async |write| {
        let mut args = found.args.clone();
        if let Some(tool) = ToolSpec::named(&found.tool) {
            tool.edit(&mut args, &Edits(form.pairs()), visitor.units());
        }
        let (_, told) = agents.edit_in(write, &id, form.text("digest"), &args).await?.split()?;
        Ok(Leads::to(own_path(form.text("back"), "/coach")).then(move || told.publish(&agents)))
    })
    .await
}
