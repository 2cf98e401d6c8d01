//! Server-rendered pages: [`PAGES`] is the table of them all. Handlers ask the use cases, turn what comes
//! back into typed values and render a template; every page works without JavaScript where it can.
//! No rule lives here, no SQL, and nothing is decided.

use axum::Router;
use axum::middleware;

pub mod account;
pub mod charts;
pub mod coach;
pub mod error;
pub mod form;
pub mod idempotent_form;
pub mod import;
mod lines;
mod login;
pub mod logins;
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
pub mod tokens;
pub mod visitor;
pub mod weeks;
mod welcome;
pub mod words;
pub mod workout;

use super::WebState;
use super::route::{Mark, pages};

pages! {
    /// Every page and form.
    PAGES, routes;
    get  "/setup"                   login::setup [login::SetupPage] => [Mark::Open];
    post "/setup"                   login::set_up => [Mark::Open, Mark::Door];
    post "/setup/sample"            login::try_sample => [Mark::Open, Mark::Door];
    post "/sample/remove"           login::remove_sample => [Mark::Door];
    get  "/welcome"                 welcome::show [welcome::WelcomePage];
    post "/welcome"                 welcome::save;
    get  "/login"                   login::login [login::LoginPage] => [Mark::Open];
    post "/login"                   login::log_in => [Mark::Open, Mark::Door];
    post "/logout"                  login::log_out => [Mark::Door];
    get  "/open"                    login::open => [Mark::Open];
    get  "/"                        today::show [today::TodayPage];
    get  "/plan"                    plan::show [plan::PlanPage];
    get  "/plan/edit"               plan::edit [plan::EditPage];
    post "/plan/moved"              plan::moved [plan::MovedPage];
    get  "/plan/versions"           plan::versions [plan::VersionsPage];
    get  "/plan/versions/{version}" plan::version [plan::VersionPage];
    post "/plan/restore"            plan::restore;
    get  "/workout"                 workout::show [workout::StartPage, workout::ActivePage];
    get  "/workout/ahead"           workout::ahead => [Mark::Kept];
    get  "/workout/{id}"            workout::show_done [workout::DonePage];
    post "/workout/start"           workout::start;
    post "/workout/sets"            workout::log;
    post "/workout/swap"            workout::swap;
    post "/workout/remove"          workout::remove;
    post "/workout/undo"            workout::undo;
    post "/workout/finish"          workout::finish;
    get  "/progress"                progress::show [progress::ProgressPage];
    get  "/progress/{id}"           progress::show_lift [progress::LiftPage];
    post "/workout/ask"             coach::ask_copilot;
    get  "/coach"                   coach::show [coach::CoachPage];
    post "/coach/messages"          coach::say;
    get  "/coach/history"           coach::history [coach::HistoryPage];
    post "/coach/history/delete"    coach::delete;
    get  "/coach/runs"              runs::list [runs::RunsPage];
    get  "/coach/runs/{id}"         runs::show [runs::RunPage];
    get  "/proposals/{id}"          proposal::show [proposal::ProposalPage];
    post "/proposals/{id}/confirm"  proposal::confirm;
    post "/proposals/{id}/edit"     proposal::edit;
    post "/proposals/{id}/decline"  proposal::decline;
    get  "/safety"                  safety::show [safety::SafetyPage];
    post "/safety/resolve"          safety::resolve;
    get  "/settings"                settings::show [settings::SettingsPage];
    post "/settings/profile"        settings::save_profile;
    post "/settings/notes"          settings::add_note;
    post "/settings/notes/delete"   settings::delete_note;
    post "/settings/tokens"         tokens::create;
    post "/settings/tokens/revoke"  tokens::revoke;
    post "/settings/logins/end"     logins::end;
    post "/settings/import"         import::look [import::ImportPage] => [Mark::Upload];
    post "/settings/import/confirm" import::take_in;
    post "/settings/delete"         account::delete_account => [Mark::Door];
    post "/settings/password"       account::change_password;
}

/// Every page and form, and what stands there in place of an error's document.
pub fn router() -> Router<WebState> {
    routes().method_not_allowed_fallback(error::other_method).layer(middleware::from_fn(error::as_page))
}
