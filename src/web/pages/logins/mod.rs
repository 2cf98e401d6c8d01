//! Logins: each ended by form. The settings list them.

mod view;

use axum::extract::State;

use super::error::{self, Paged};
use super::form::Fields;
use super::visitor::{Visitor, see_other};
use crate::service::accounts;
use crate::web::WebState;
pub use view::LoginRow;

/// POST /settings/logins/end
pub async fn end(State(state): State<WebState>, visitor: Visitor, form: Fields) -> Paged {
    error::gone_is_fine(accounts::delete_login(&state.core, visitor.id(), form.text("id")).await)?;
    Ok(see_other("/settings?done=login"))
}
