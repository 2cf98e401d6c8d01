//! API tokens: made and revoked by form. The settings list them.

pub mod view;

use axum::extract::State;

use super::error::{self, Paged};
use super::form::Fields;
use super::settings;
use super::visitor::{Visitor, see_other};
use crate::reason;
use crate::service::Error;
use crate::service::accounts::{self, Scope};
use crate::web::WebState;

/// POST /settings/tokens: the answer shows the secret, this once.
pub async fn create(State(state): State<WebState>, visitor: Visitor, form: Fields) -> Paged {
    let scopes: Vec<Scope> = form.all("scopes").filter_map(Scope::parse).collect();
    let Ok(days) = form.whole::<u32>("days") else {
        let wrong = Error::field("/days", "invalid", reason!("form_token_days"));
        return settings::again(&state, &visitor, wrong).await;
    };
    match accounts::create_token(&state.core, visitor.id(), form.text("name"), &scopes, days).await {
        Ok((secret, _)) => settings::with_secret(&state, &visitor, secret).await,
        Err(error) => settings::again(&state, &visitor, error).await,
    }
}

/// POST /settings/tokens/revoke
pub async fn revoke(State(state): State<WebState>, visitor: Visitor, form: Fields) -> Paged {
    error::gone_is_fine(accounts::delete_token(&state.core, visitor.id(), form.text("id")).await)?;
    Ok(see_other("/settings?done=token"))
}
