//! The account itself, by forms that ask for its password: another password, and the end of everything.

use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;

use super::error::Paged;
use super::form::Fields;
use super::login::with_cookie;
use super::settings::again;
use super::visitor::{Visitor, see_other};
use crate::reason;
use crate::service::Error;
use crate::service::accounts;
use crate::web::{WebState, cookies, throttle};

/// POST /settings/delete: the account and everything of it, by its password.
pub async fn delete_account(
    State(state): State<WebState>,
    visitor: Visitor,
    headers: HeaderMap,
    form: Fields,
) -> Paged {
    let wrong = Error::field("/password", "wrong", reason!("form_delete_wrong_password"));
    let deleted = accounts::delete(&state.core, &visitor.caller, form.exact("password"));
    let gone = with_cookie(see_other("/login?gone"), cookies::logout(&state));
    guarded((&state, &headers, &visitor), deleted, wrong, gone).await
}

/// POST /settings/password
pub async fn change_password(
    State(state): State<WebState>,
    visitor: Visitor,
    headers: HeaderMap,
    form: Fields,
) -> Paged {
    let wrong = Error::field("/old_password", "wrong", reason!("form_wrong_password"));
    let (old, new) = (form.exact("old_password"), form.exact("new_password"));
    let changed = accounts::change_password(&state.core, &visitor.caller, old, new);
    guarded((&state, &headers, &visitor), changed, wrong, see_other("/settings?done=password")).await
}

/// Does what the password is asked for. A wrong one slows the next try down, and is said at its field.
async fn guarded(
    (state, headers, visitor): (&WebState, &HeaderMap, &Visitor),
    does: impl Future<Output = Result<(), Error>>,
    wrong: Error,
    done: Response,
) -> Paged {
    let ticket = throttle::enter(state, headers, &visitor.caller.name)?;
    match does.await {
        Ok(()) => {
            ticket.succeeded();
            Ok(done)
        }
        Err(Error::WrongCredentials) => again(state, visitor, wrong).await,
        Err(error) => again(state, visitor, error).await,
    }
}
