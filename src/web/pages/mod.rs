//! Server-rendered pages: [`router`] is the whole table. Handlers ask the use cases, turn what comes
//! back into typed values and render a template; every page works without JavaScript where it can.
//! No rule lives here, no SQL, and nothing is decided.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware;
use axum::routing::{get, post};

pub mod charts;
pub mod coach;
pub mod error;
pub mod form;
pub mod idempotent_form;
mod lines;
mod login;
pub mod page;
pub mod plan;
pub mod progress;
pub mod proposal;
pub mod runs;
pub mod safety;
pub mod settings;
#[cfg(test)]
mod tests;
pub mod today;
pub mod visitor;
pub mod weeks;
mod welcome;
pub mod words;
pub mod workout;

use super::upload::UPLOAD_LIMIT;
use super::{WebState, assets, security};

/// Every page and form, and the files they need.
pub fn router() -> Router<WebState> {
    Router::new()
        .route("/setup", get(login::setup).post(login::set_up))
        .route("/setup/sample", post(login::try_sample))
        .route("/sample/remove", post(login::remove_sample))
        .route("/welcome", get(welcome::show).post(welcome::save))
        .route("/login", get(login::login).post(login::log_in))
        .route("/logout", post(login::log_out))
        .route("/open", get(login::open))
        .route("/", get(today::show))
        .route("/plan", get(plan::show))
        .route("/plan/edit", get(plan::edit))
        .route("/plan/moved", post(plan::moved))
        .route("/plan/versions", get(plan::versions))
        .route("/plan/versions/{version}", get(plan::version))
        .route("/plan/restore", post(plan::restore))
        .route("/workout", get(workout::show))
        .route("/workout/ahead", get(workout::ahead))
        .route("/workout/{id}", get(workout::show_done))
        .route("/workout/start", post(workout::start))
        .route("/workout/sets", post(workout::log))
        .route("/workout/swap", post(workout::swap))
        .route("/workout/remove", post(workout::remove))
        .route("/workout/undo", post(workout::undo))
        .route("/workout/finish", post(workout::finish))
        .route("/progress", get(progress::show))
        .route("/progress/{id}", get(progress::show_lift))
        .route("/workout/ask", post(coach::ask_copilot))
        .route("/coach", get(coach::show))
        .route("/coach/messages", post(coach::say))
        .route("/coach/history", get(coach::history))
        .route("/coach/history/delete", post(coach::delete))
        .route("/coach/runs", get(runs::list))
        .route("/coach/runs/{id}", get(runs::show))
        .route("/proposals/{id}", get(proposal::show))
        .route("/proposals/{id}/confirm", post(proposal::confirm))
        .route("/proposals/{id}/edit", post(proposal::edit))
        .route("/proposals/{id}/decline", post(proposal::decline))
        .route("/safety", get(safety::show))
        .route("/safety/resolve", post(safety::resolve))
        .route("/settings", get(settings::show))
        .route("/settings/profile", post(settings::save_profile))
        .route("/settings/notes", post(settings::add_note))
        .route("/settings/notes/delete", post(settings::delete_note))
        .route("/settings/tokens", post(settings::create_token))
        .route("/settings/tokens/revoke", post(settings::revoke_token))
        .route("/settings/logins/end", post(settings::end_login))
        .route("/settings/import", post(settings::look).layer(DefaultBodyLimit::max(UPLOAD_LIMIT)))
        .route("/settings/import/confirm", post(settings::take_in))
        .route("/settings/delete", post(settings::delete_account))
        .route("/settings/password", post(settings::change_password))
        .method_not_allowed_fallback(error::other_method)
        .layer(middleware::from_fn(error::as_page))
        .route("/static/{*path}", get(assets::serve))
        .route("/favicon.ico", get(assets::icon))
        .route("/manifest.webmanifest", get(assets::manifest))
        .route("/sw.js", get(assets::worker))
        .layer(middleware::from_fn(security::headers))
}
