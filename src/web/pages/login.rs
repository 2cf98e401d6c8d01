//! In and out: setup, login, logout and the demo's link.

#[cfg(test)]
mod samples;

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use serde::{Deserialize, Serialize};

use super::error::{Fault, Paged};
use super::form::Fields;
use super::page::{self, Page, Shell};
use super::visitor::{Visitor, own_path, see_other};
use crate::domain::profile::Profile;
use crate::reason;
use crate::service::accounts::{self, secret_hash};
use crate::service::precondition::IfMatch;
use crate::service::{Error, demo, profiles};
use crate::web::api::login::{open as open_login, sign_in};
use crate::web::extract::Params;
use crate::web::{Problem, WebState, cookies};
use crate::wording::{self, texts};

/// The values of `setup.html`.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct SetupPage {
    /// The link's secret; empty when the link was not followed.
    pub token: String,
    /// As typed.
    pub name: String,
    /// What was wrong.
    pub problem: String,
}

impl Page for SetupPage {
    const TEMPLATE: &'static str = "setup.html";
}

/// The values of `login.html`.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct LoginPage {
    /// Where to go after.
    pub next: String,
    /// As typed.
    pub name: String,
    /// What was wrong.
    pub problem: String,
}

impl Page for LoginPage {
    const TEMPLATE: &'static str = "login.html";
}

/// The query of the two links and of the login.
#[derive(Debug, Default, Deserialize, schemars::JsonSchema)]
#[serde(default)]
pub(super) struct Asked {
    token: String,
    next: String,
}

/// Compares secrets without telling by the time it takes how much of them agreed.
fn same(given: &str, secret: &str) -> bool {
    !secret.is_empty() && secret_hash(given) == secret_hash(secret)
}

pub(super) async fn setup(State(state): State<WebState>, Params(asked): Params<Asked>) -> Paged {
    if !accounts::is_empty(&state.core).await? {
        return Ok(see_other("/login"));
    }
    let known = same(&asked.token, &state.settings.setup_secret);
    let problem = if known || asked.token.is_empty() { "" } else { texts::say("shell-setup-other-link") };
    let page = SetupPage {
        token: if known { asked.token } else { String::new() },
        problem: problem.to_owned(),
        ..SetupPage::default()
    };
    Ok(page::answer(StatusCode::OK, &Shell::alone(texts::say("shell-welcome")), &page))
}

pub(super) async fn set_up(State(state): State<WebState>, headers: HeaderMap, form: Fields) -> Paged {
    if !same(form.text("token"), &state.settings.setup_secret) {
        return Err(link_needed());
    }
    match accounts::create_first(&state.core, form.text("name"), form.exact("password")).await {
        Ok(user) => {
            keep_zone(&state, &user.id, form.text("time_zone")).await?;
            enter(&state, &user.id, &headers, "/welcome").await
        }
        Err(Error::Conflict(_)) => Ok(see_other("/login")),
        Err(error) => {
            let problem = Problem::from(error);
            let page = SetupPage {
                token: form.text("token").to_owned(),
                name: form.text("name").to_owned(),
                problem: sentence(&problem),
            };
            Ok(page::answer(problem.status, &Shell::alone(texts::say("shell-welcome")), &page))
        }
    }
}

/// POST /setup/sample: someone made up to look around with, for whoever has the setup link.
pub(super) async fn try_sample(State(state): State<WebState>, headers: HeaderMap, form: Fields) -> Paged {
    if !same(form.text("token"), &state.settings.setup_secret) {
        return Err(link_needed());
    }
    if !accounts::is_empty(&state.core).await? {
        return Ok(see_other("/login"));
    }
    let made = demo::make_sample(&state.core, state.clock.now(), demo::WEEKS, texts::say).await?;
    enter(&state, &made, &headers, "/").await
}

/// POST /sample/remove: takes the made-up account away, and leads back to the setup.
pub(super) async fn remove_sample(State(state): State<WebState>, visitor: Visitor) -> Paged {
    accounts::delete_sample(&state.core, visitor.id()).await?;
    let setup = format!("/setup?token={}", state.settings.setup_secret);
    Ok(with_cookie(see_other(&setup), cookies::logout(&state)))
}

fn link_needed() -> Fault {
    Problem::new(StatusCode::FORBIDDEN, "setup-link-needed", reason!("form_setup_link_needed")).into()
}

/// The browser tells its time zone; an unknown one is left aside.
async fn keep_zone(state: &WebState, user_id: &str, zone: &str) -> Result<(), Fault> {
    if zone.is_empty() || jiff::tz::TimeZone::get(zone).is_err() {
        return Ok(());
    }
    let mut write = state.write(user_id).await?;
    let profile =
        Profile { time_zone: zone.to_owned(), ..profiles::load(&mut write.tx, user_id).await?.profile };
    profiles::replace(&mut write, profile, &IfMatch::Absent).await?;
    Ok(write.commit().await?)
}

fn sentence(problem: &Problem) -> String {
    wording::reason(problem.errors.first().map_or(&problem.reason, |error| &error.reason))
}

pub(super) async fn login(State(state): State<WebState>, Params(asked): Params<Asked>) -> Paged {
    if accounts::is_empty(&state.core).await? {
        return Ok(see_other("/setup"));
    }
    let page = LoginPage { next: own_path(&asked.next, "/"), ..LoginPage::default() };
    Ok(page::answer(StatusCode::OK, &Shell::alone(texts::say("shell-log-in")), &page))
}

pub(super) async fn log_in(State(state): State<WebState>, headers: HeaderMap, form: Fields) -> Paged {
    let next = own_path(form.text("next"), "/");
    match sign_in(&state, &headers, form.text("name").to_owned(), form.exact("password")).await {
        Ok((_, cookie)) => Ok(with_cookie(see_other(&next), cookie)),
        Err(problem) => {
            let said = match problem.kind {
                "wrong-credentials" => texts::say("shell-login-wrong").to_owned(),
                _ => sentence(&problem),
            };
            let page = LoginPage { next, name: form.text("name").to_owned(), problem: said };
            Ok(page::answer(problem.status, &Shell::alone(texts::say("shell-log-in")), &page))
        }
    }
}

async fn enter(state: &WebState, user_id: &str, headers: &HeaderMap, to: &str) -> Paged {
    let cookie = open_login(state, headers, user_id).await?;
    Ok(with_cookie(see_other(to), cookie))
}

pub(super) fn with_cookie(mut response: Response, cookie: Option<HeaderValue>) -> Response {
    if let Some(cookie) = cookie {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

pub(super) async fn log_out(State(state): State<WebState>, visitor: Visitor) -> Paged {
    accounts::delete_login(&state.core, visitor.id(), &visitor.caller.credential_id).await?;
    Ok(with_cookie(see_other("/login"), cookies::logout(&state)))
}

/// The demo's link signs in without a password.
pub(super) async fn open(
    State(state): State<WebState>,
    headers: HeaderMap,
    Params(asked): Params<Asked>,
) -> Response {
    match &state.settings.demo {
        Some(demo) if same(&asked.token, &demo.secret) => {
            enter(&state, &demo.user_id, &headers, "/").await.into_response()
        }
        _ => Fault::from(Problem::not_found()).into_response(),
    }
}
