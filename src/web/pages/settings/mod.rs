//! Settings: the profile, tokens, logins, password.

mod form;
mod import;
mod lifts;
mod notes;
mod view;

pub(super) use form::in_words;
pub(super) use form::languages;
pub(super) use view::{Item, items, units};

use axum::extract::State;
use axum::response::Response;
use http::{HeaderMap, StatusCode};

use super::error::{Fault, Paged};
use super::form::Fields;
use super::login::with_cookie;
use super::page;
use super::visitor::{Visitor, see_other};
use crate::reason;
use crate::service::accounts::{self, Scope};
use crate::service::precondition::IfMatch;
use crate::service::{Error, profiles};
use crate::web::extract::Params;
use crate::web::{Problem, WebState, cookies, throttle};
use crate::wording::texts;
pub use form::language;
pub use import::ImportPage;
pub(super) use import::{look, take_in};
pub(super) use notes::{add as add_note, delete as delete_note};
pub use view::SettingsPage;

/// What was just done.
#[derive(Debug, Default, serde::Deserialize, schemars::JsonSchema)]
#[serde(default)]
pub(super) struct Done {
    done: String,
}

fn said(done: &str) -> Option<String> {
    let words = match done {
        "profile" => texts::say("settings-told-profile"),
        "note" => texts::say("settings-told-note"),
        "unnoted" => texts::say("settings-told-unnoted"),
        "token" => texts::say("settings-told-token"),
        "login" => texts::say("settings-told-login"),
        "import" => texts::say("settings-told-import"),
        "password" => texts::say("settings-told-password"),
        _ => return None,
    };
    Some(words.to_owned())
}

async fn answer(
    state: &WebState,
    visitor: &Visitor,
    status: StatusCode,
    message: Option<String>,
    change: impl FnOnce(&mut SettingsPage),
) -> Result<Response, Fault> {
    let tokens = accounts::tokens(&state.core, visitor.id()).await?;
    let logins = accounts::logins(&state.core, visitor.id()).await?;
    let mut page = view::settings(visitor, &tokens, &logins);
    let catalogue =
        profiles::catalogue(&state.core.catalogue, &mut state.read().await?, visitor.id()).await?;
    (page.lifts, page.offers) = lifts::lifts(visitor, &catalogue);
    change(&mut page);
    let shell = page::Shell { message, ..visitor.shell("settings", texts::say("settings-title")) };
    Ok(page::answer(status, &shell, &page))
}

/// GET /settings
pub(super) async fn show(
    State(state): State<WebState>,
    visitor: Visitor,
    Params(done): Params<Done>,
) -> Paged {
    answer(&state, &visitor, StatusCode::OK, said(&done.done), |_| ()).await
}

/// Shows the page again with what was wrong; what was typed stays where it can.
pub(super) async fn again(state: &WebState, visitor: &Visitor, error: Error) -> Paged {
    let problem = Problem::from(error);
    let errors: Vec<String> = problem.errors.iter().map(form::in_words).collect();
    answer(state, visitor, problem.status, None, |page| {
        if errors.is_empty() {
            page.problem = problem.detail();
        }
        page.errors = errors;
    })
    .await
}

/// POST /settings/profile
pub(super) async fn save_profile(State(state): State<WebState>, mut visitor: Visitor, form: Fields) -> Paged {
    let (profile, errors) = form::profile(&visitor.profile, &form);
    if !errors.is_empty() {
        visitor.profile = profile;
        return again(&state, &visitor, Error::Invalid(errors)).await;
    }
    // A form that says none was made by hand.
    let if_match = form.some("etag").map_or(IfMatch::Any, |etag| IfMatch::Tags(vec![etag]));
    let mut write = state.write(visitor.id()).await?;
    match profiles::replace(&mut write, profile.clone(), &if_match).await {
        Ok(_) => {
            write.commit().await?;
            Ok(see_other("/settings?done=profile"))
        }
        Err(error) => {
            drop(write);
            visitor.profile = profile;
            again(&state, &visitor, error).await
        }
    }
}

/// POST /settings/tokens: the answer shows the secret, this once.
pub(super) async fn create_token(State(state): State<WebState>, visitor: Visitor, form: Fields) -> Paged {
    let scopes: Vec<Scope> = form.all("scopes").filter_map(Scope::parse).collect();
    let Ok(days) = form.whole::<u32>("days") else {
        let wrong = Error::field("/days", "invalid", reason!("form_token_days"));
        return again(&state, &visitor, wrong).await;
    };
    match accounts::create_token(&state.core, visitor.id(), form.text("name"), &scopes, days).await {
        Ok((secret, _)) => answer(&state, &visitor, StatusCode::OK, None, |page| page.secret = secret).await,
        Err(error) => again(&state, &visitor, error).await,
    }
}

/// POST /settings/tokens/revoke
pub(super) async fn revoke_token(State(state): State<WebState>, visitor: Visitor, form: Fields) -> Paged {
    gone_is_fine(accounts::delete_token(&state.core, visitor.id(), form.text("id")).await)?;
    Ok(see_other("/settings?done=token"))
}

/// POST /settings/logins/end
pub(super) async fn end_login(State(state): State<WebState>, visitor: Visitor, form: Fields) -> Paged {
    gone_is_fine(accounts::delete_login(&state.core, visitor.id(), form.text("id")).await)?;
    Ok(see_other("/settings?done=login"))
}

/// A second tap finds nothing to end, and that is what was wanted.
fn gone_is_fine(ended: Result<(), Error>) -> Result<(), Error> {
    match ended {
        Err(Error::NotFound) => Ok(()),
        other => other,
    }
}

/// POST /settings/delete: the account and everything of it, by its password.
pub(super) async fn delete_account(
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
pub(super) async fn change_password(
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
