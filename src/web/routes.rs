//! The whole route table of the API.

use aide::axum::ApiRouter;
use aide::axum::routing::{ApiMethodRouter, delete_with, get_with, patch_with, post_with};
use aide::transform::TransformOperation;
use axum::extract::DefaultBodyLimit;

use super::api::{
    bodyweight, conversations, copilot, data, exercises, health, login, profile, progress, proposals, runs,
    safety, sessions, sets, weekly_plan,
};
use super::upload::UPLOAD_LIMIT;
use super::{WebState, document};

/// Documents an operation: its id, what it does, its group.
macro_rules! doc {
    ($tag:literal, $id:literal, $summary:literal) => {
        |op: TransformOperation<'_>| op.tag($tag).id($id).summary($summary)
    };
}

type Methods = ApiMethodRouter<WebState>;

/// Everything under /api/v1 that is there with and without agents. Comes before other routes: it
/// begins the document.
#[rustfmt::skip]
pub fn api() -> ApiRouter<WebState> {
    document::begin();
    ApiRouter::new()
        .api_route("/profile", profile())
        .api_route("/exercises", exercises())
        .api_route("/exercises/{id}", get_with(exercises::get, doc!("exercises", "getExercise", "One exercise")))
        .api_route("/exercises/{id}/alternatives", get_with(exercises::alternatives, doc!("exercises", "listAlternatives", "What may replace it")))
        .api_route("/weekly-plan", weekly_plan())
        .api_route("/weekly-plan/draft", post_with(weekly_plan::draft, doc!("plan", "draftWeeklyPlan", "Make a plan, save nothing")))
        .api_route("/weekly-plan/check", post_with(weekly_plan::check, doc!("plan", "checkWeeklyPlan", "Check a plan, save nothing")))
        .api_route("/weekly-plan/versions", get_with(weekly_plan::versions, doc!("plan", "listPlanVersions", "The versions that were saved")))
        .api_route("/weekly-plan/restore", post_with(weekly_plan::restore, doc!("plan", "restoreWeeklyPlan", "Make an old version the standing plan again")))
        .api_route("/weekly-plan/simulate", post_with(weekly_plan::simulate, doc!("plan", "simulateWeeklyPlan", "Run plan and progression forward, save nothing")))
        .api_route("/bodyweight", bodyweight())
        .api_route("/sessions", sessions())
        .api_route("/sessions/active", get_with(sessions::active, doc!("sessions", "getActiveSession", "The active session")))
        .api_route("/sessions/{id}", session())
        .api_route("/sessions/{id}/next-set", get_with(sessions::next_set, doc!("sessions", "getNextSet", "The engine's next set")))
        .api_route("/sessions/{id}/swap", post_with(sessions::swap, doc!("sessions", "swapExercise", "Put another exercise in the place of one")))
        .api_route("/sessions/{id}/cut", post_with(sessions::cut, doc!("sessions", "takeOutSet", "Take the last open set of an exercise out")))
        .api_route("/sessions/{id}/sets", post_with(sets::create, doc!("sessions", "logSet", "Log a set")))
        .api_route("/sessions/{id}/sets/{set_id}", set())
        .api_route("/progress/summary", get_with(progress::summary, doc!("progress", "getProgress", "This week, lifts, records, streak")))
        .api_route("/progress/exercises/{id}", get_with(progress::exercise, doc!("progress", "getExerciseProgress", "Progress of one exercise")))
        .api_route("/import", import())
        .api_route("/export", get_with(data::export_json, |op| data::describe_download("application/json", "Everything of the person's.")(op.tag("data").id("exportEverything").summary("Everything, as JSON"))))
        .api_route("/export/sets.csv", get_with(data::export_sets, |op| data::describe_download("text/csv", "Every set, in Hevy's columns.")(op.tag("data").id("exportSets").summary("Every set, as CSV"))))
        .api_route("/safety", get_with(safety::get, doc!("safety", "getSafety", "Whether coaching is stopped")))
        .api_route("/safety/resolve", post_with(safety::resolve, doc!("safety", "resolveSafety", "Say that it is resolved")))
        .api_route("/login", post_with(login::login, doc!("account", "logIn", "Log in, by cookie")))
        .api_route("/logout", post_with(login::logout, doc!("account", "logOut", "Log out")))
        .api_route("/logins", get_with(login::logins, doc!("account", "listLogins", "Logins")))
        .api_route("/logins/{id}", delete_with(login::end_login, doc!("account", "endLogin", "End a login")))
        .api_route("/tokens", tokens())
        .api_route("/tokens/{id}", delete_with(login::delete_token, doc!("account", "deleteToken", "Revoke a token")))
        .api_route("/password", post_with(login::password, doc!("account", "changePassword", "Change the password")))
        .api_route("/account", delete_with(login::delete_account, doc!("account", "deleteAccount", "Delete the account")))
}

/// The agents' part of /api/v1; not there when they are off.
#[rustfmt::skip]
pub fn agent_api() -> ApiRouter<WebState> {
    ApiRouter::new()
        .api_route("/conversations", all_conversations())
        .api_route("/conversations/{id}", conversation())
        .api_route("/conversations/{id}/messages", post_with(conversations::say, doc!("agents", "say", "Say something to the coach; its answer streams")))
        .api_route("/sessions/{id}/copilot", post_with(copilot::ask, doc!("agents", "askCopilot", "Ask the copilot; its answer streams")))
        .api_route("/runs/{id}", get_with(runs::get, doc!("agents", "getRun", "A run")))
        .api_route("/runs/{id}/events", get_with(runs::events, doc!("agents", "watchRun", "The events of a run")))
        .api_route("/runs/{id}/cancel", post_with(runs::cancel, doc!("agents", "cancelRun", "Cancel a run")))
        .api_route("/proposals", get_with(proposals::list, doc!("agents", "listProposals", "Proposals, newest first")))
        .api_route("/proposals/{id}", get_with(proposals::get, doc!("agents", "getProposal", "A proposal")))
        .api_route("/proposals/{id}/confirm", post_with(proposals::confirm, doc!("agents", "confirmProposal", "Confirm exactly what was shown")))
        .api_route("/proposals/{id}/decline", post_with(proposals::decline, doc!("agents", "declineProposal", "Decline")))
        .api_route("/proposals/{id}/edit", post_with(proposals::edit, doc!("agents", "editProposal", "Confirm with other arguments")))
}

/// Outside the API, for probes.
pub fn health() -> ApiRouter<WebState> {
    ApiRouter::new()
        .api_route("/livez", get_with(health::livez, doc!("health", "livez", "The process answers")))
        .api_route("/readyz", get_with(health::readyz, doc!("health", "readyz", "The database answers")))
}

fn import() -> Methods {
    post_with(data::import, doc!("data", "importSets", "Import a CSV export of Strong or Hevy"))
        .layer(DefaultBodyLimit::max(UPLOAD_LIMIT))
}

fn profile() -> Methods {
    get_with(profile::get, doc!("profile", "getProfile", "The profile"))
        .put_with(profile::put, doc!("profile", "putProfile", "Replace the profile"))
}

fn exercises() -> Methods {
    get_with(exercises::list, doc!("exercises", "listExercises", "Find exercises"))
        .post_with(exercises::create, doc!("exercises", "addExercise", "Add an exercise of your own"))
}

fn bodyweight() -> Methods {
    get_with(bodyweight::list, doc!("profile", "listBodyweights", "Bodyweights, newest day first"))
        .post_with(bodyweight::create, doc!("profile", "logBodyweight", "Log a day's bodyweight"))
}

fn weekly_plan() -> Methods {
    get_with(weekly_plan::get, doc!("plan", "getWeeklyPlan", "The plan in one week"))
        .put_with(weekly_plan::put, doc!("plan", "putWeeklyPlan", "Replace the standing plan"))
}

fn sessions() -> Methods {
    get_with(sessions::list, doc!("sessions", "listSessions", "Sessions, newest first"))
        .post_with(sessions::create, doc!("sessions", "startSession", "Begin a session"))
}

fn session() -> Methods {
    get_with(sessions::get, doc!("sessions", "getSession", "A session"))
        .patch_with(sessions::patch, doc!("sessions", "patchSession", "End a session, or change its notes"))
}

fn set() -> Methods {
    patch_with(sets::patch, doc!("sessions", "editSet", "Change a set"))
        .delete_with(sets::delete, doc!("sessions", "deleteSet", "Take a set away"))
}

fn tokens() -> Methods {
    get_with(login::tokens, doc!("account", "listTokens", "API tokens"))
        .post_with(login::create_token, doc!("account", "createToken", "Make an API token"))
}

fn all_conversations() -> Methods {
    get_with(conversations::list, doc!("agents", "listConversations", "Conversations, newest first"))
        .post_with(conversations::create, doc!("agents", "startConversation", "Begin a conversation"))
}

fn conversation() -> Methods {
    get_with(conversations::get, doc!("agents", "getConversation", "A conversation and what was said"))
        .delete_with(conversations::delete, doc!("agents", "deleteConversation", "Delete a conversation"))
}
