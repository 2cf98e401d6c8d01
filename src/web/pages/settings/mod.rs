//! Settings: the page, the profile, what a person can lift, standing notes. What else is done from the page
//! has rooms of its own.

mod form;
mod item;
mod lifts;
mod notes;
mod view;

pub(super) use form::in_words;
pub(super) use form::languages;
pub(super) use item::Item;
pub(super) use view::{items, units};

use axum::extract::State;
use axum::response::Response;
use http::StatusCode;

use super::error::{Fault, Paged};
use super::form::Fields;
use super::page;
use super::visitor::{Visitor, see_other};
use crate::service::accounts;
use crate::service::precondition::IfMatch;
use crate::service::{Error, profiles};
use crate::web::extract::Params;
use crate::web::{Problem, WebState};
use crate::wording::texts;
pub use form::language;
pub(super) use notes::{add as add_note, delete as delete_note};
pub use view::SettingsPage;

/// What was just done.
#[derive(Debug, Default, serde::Deserialize, schemars::JsonSchema)]
#[serde(default)]
pub(super) struct Done {
    done: String,
}

/// What was just done, in words.
fn confirmation(done: &str) -> Option<String> {
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
    answer(&state, &visitor, StatusCode::OK, confirmation(&done.done), |_| ()).await
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

/// Shows the page with a new token's secret, this once.
pub(super) async fn with_secret(state: &WebState, visitor: &Visitor, secret: String) -> Paged {
    answer(state, visitor, StatusCode::OK, None, |page| page.secret = secret).await
}
