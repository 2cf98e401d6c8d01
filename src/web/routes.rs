//! The table of routes. Pages stand beside their modules, in [`pages::PAGES`]; everything else is here.

use std::sync::Arc;

use aide::axum::ApiRouter;
use aide::transform::TransformOperation;
use axum::Router;
use axum::extract::RawQuery;
use axum::middleware;
use axum::response::Response;
use axum::routing::get;
use http::HeaderMap;

use super::api::{
    bodyweight, conversations, copilot, data, exercises, health, login, profile, progress, proposals, runs,
    safety, sessions, sets, weekly_plan,
};
use super::pages::page::PLACES;
use super::route::Mark::{Door, Download, Fails, Kept, NeedsIfMatch, Open, Upload};
use super::route::{Mark, Route, operation, operations};
use super::{WebState, assets, document, metrics, pages, security};

/// Where the API stands.
const API_ROOT: &str = "/api/v1";

operations! {
    /// The API that is there with and without agents.
    API, api;
    get    "/profile"                     profile::get,            "profile"   "getProfile" "The profile";
    put    "/profile"                     profile::put,            "profile"   "putProfile" "Replace the profile" => [NeedsIfMatch];
    get    "/exercises"                   exercises::list,         "exercises" "listExercises" "Find exercises";
    post   "/exercises"                   exercises::create,       "exercises" "addExercise" "Add an exercise of your own";
    get    "/exercises/{id}"              exercises::get,          "exercises" "getExercise" "One exercise";
    get    "/exercises/{id}/alternatives" exercises::alternatives, "exercises" "listAlternatives" "What may replace it";
    get    "/weekly-plan"                 weekly_plan::get,        "plan"      "getWeeklyPlan" "The plan in one week";
    put    "/weekly-plan"                 weekly_plan::put,        "plan"      "putWeeklyPlan" "Replace the standing plan" => [NeedsIfMatch];
    post   "/weekly-plan/draft"           weekly_plan::draft,      "plan"      "draftWeeklyPlan" "Make a plan, save nothing";
    post   "/weekly-plan/check"           weekly_plan::check,      "plan"      "checkWeeklyPlan" "Check a plan, save nothing";
    get    "/weekly-plan/versions"        weekly_plan::versions,   "plan"      "listPlanVersions" "The versions that were saved";
    post   "/weekly-plan/restore"         weekly_plan::restore,    "plan"      "restoreWeeklyPlan" "Make an old version the standing plan again" => [NeedsIfMatch];
    post   "/weekly-plan/simulate"        weekly_plan::simulate,   "plan"      "simulateWeeklyPlan" "Run plan and progression forward, save nothing";
    get    "/bodyweight"                  bodyweight::list,        "profile"   "listBodyweights" "Bodyweights, newest day first";
    post   "/bodyweight"                  bodyweight::create,      "profile"   "logBodyweight" "Log a day's bodyweight";
    get    "/sessions"                    sessions::list,          "sessions"  "listSessions" "Sessions, newest first";
    post   "/sessions"                    sessions::create,        "sessions"  "startSession" "Begin a session" => [Fails(&[409])];
    get    "/sessions/active"             sessions::active,        "sessions"  "getActiveSession" "The active session" => [Fails(&[404])];
    get    "/sessions/{id}"               sessions::get,           "sessions"  "getSession" "A session";
    patch  "/sessions/{id}"               sessions::patch,         "sessions"  "patchSession" "End a session, or change its notes" => [Fails(&[409])];
    get    "/sessions/{id}/next-set"      sessions::next_set,      "sessions"  "getNextSet" "The engine's next set" => [Fails(&[423])];
    post   "/sessions/{id}/swap"          sessions::swap,          "sessions"  "swapExercise" "Put another exercise in the place of one" => [Fails(&[409])];
    post   "/sessions/{id}/cut"           sessions::cut,           "sessions"  "takeOutSet" "Take the last open set of an exercise out";
    post   "/sessions/{id}/sets"          sets::create,            "sessions"  "logSet" "Log a set" => [Fails(&[409])];
    patch  "/sessions/{id}/sets/{set_id}" sets::patch,             "sessions"  "editSet" "Change a set" => [Fails(&[409])];
    delete "/sessions/{id}/sets/{set_id}" sets::delete,            "sessions"  "deleteSet" "Take a set away";
    get    "/progress/summary"            progress::summary,       "progress"  "getProgress" "This week, lifts, records, streak";
    get    "/progress/exercises/{id}"     progress::exercise,      "progress"  "getExerciseProgress" "Progress of one exercise";
    post   "/import"                      data::import,            "data"      "importSets" "Import another program's CSV export" => [Upload];
    get    "/export"                      data::export_json,       "data"      "exportEverything" "Everything, as JSON" => [Download("application/json", "Everything of the person's.")];
    get    "/export/sets.csv"             data::export_sets,       "data"      "exportSets" "Every set, as CSV" => [Download("text/csv", "Every set, in Hevy's columns.")];
    get    "/safety"                      safety::get,             "safety"    "getSafety" "Whether coaching is stopped";
    post   "/safety/resolve"              safety::resolve,         "safety"    "resolveSafety" "Say that it is resolved";
    post   "/login"                       login::login,            "account"   "logIn" "Log in, by cookie" => [Open, Fails(&[401]), Door];
    post   "/logout"                      login::logout,           "account"   "logOut" "Log out" => [Door];
    get    "/logins"                      login::logins,           "account"   "listLogins" "Logins";
    delete "/logins/{id}"                 login::end_login,        "account"   "endLogin" "End a login";
    get    "/tokens"                      login::tokens,           "account"   "listTokens" "API tokens";
    post   "/tokens"                      login::create_token,     "account"   "createToken" "Make an API token";
    delete "/tokens/{id}"                 login::delete_token,     "account"   "deleteToken" "Revoke a token";
    post   "/password"                    login::password,         "account"   "changePassword" "Change the password" => [Fails(&[401])];
    delete "/account"                     login::delete_account,   "account"   "deleteAccount" "Delete the account" => [Door];
}

operations! {
    /// The agents' part of the API; not there when they are off.
    AGENTS, agents;
    get    "/conversations"               conversations::list,   "agents" "listConversations" "Conversations, newest first";
    post   "/conversations"               conversations::create, "agents" "startConversation" "Begin a conversation";
    get    "/conversations/{id}"          conversations::get,    "agents" "getConversation" "A conversation and what was said";
    delete "/conversations/{id}"          conversations::delete, "agents" "deleteConversation" "Delete a conversation";
    post   "/conversations/{id}/messages" conversations::say,    "agents" "say" "Say something to the coach; its answer streams" => [Fails(&[409, 423])];
    post   "/sessions/{id}/copilot"       copilot::ask,          "agents" "askCopilot" "Ask the copilot; its answer streams" => [Fails(&[409, 423])];
    get    "/runs/{id}"                   runs::get,             "agents" "getRun" "A run";
    get    "/runs/{id}/events"            runs::events,          "agents" "watchRun" "The events of a run";
    post   "/runs/{id}/cancel"            runs::cancel,          "agents" "cancelRun" "Cancel a run";
    get    "/proposals"                   proposals::list,       "agents" "listProposals" "Proposals, newest first";
    get    "/proposals/{id}"              proposals::get,        "agents" "getProposal" "A proposal";
    post   "/proposals/{id}/confirm"      proposals::confirm,    "agents" "confirmProposal" "Confirm exactly what was shown" => [Fails(&[409, 410, 412, 423])];
    post   "/proposals/{id}/decline"      proposals::decline,    "agents" "declineProposal" "Decline" => [Fails(&[409, 410])];
    post   "/proposals/{id}/edit"         proposals::edit,       "agents" "editProposal" "Confirm with other arguments" => [Fails(&[409, 410, 412, 423])];
}

operations! {
    /// Outside the API, for probes.
    PROBES, probes;
    get "/livez"  health::livez,  "health" "livez" "The process answers" => [Open];
    get "/readyz" health::readyz, "health" "readyz" "The database answers" => [Open];
}

/// What browsers need besides pages.
fn files() -> Router<WebState> {
    Router::new()
        .route("/static/{*path}", get(assets::serve))
        .route("/favicon.ico", get(assets::icon))
        .route("/manifest.webmanifest", get(assets::manifest))
        .route("/sw.js", get(worker))
}

/// Every route that is there.
pub fn router(with_agents: bool, with_metrics: bool) -> Router<WebState> {
    let (api, document) = documented(with_agents);
    let browsers = pages::router().merge(files()).layer(middleware::from_fn(security::headers));
    let all = api.merge(document::routes(&document)).merge(browsers);
    if with_metrics { all.route("/metrics", get(metrics::show)) } else { all }
}

/// The API and the document that describes it.
pub fn documented(with_agents: bool) -> (Router<WebState>, Arc<str>) {
    document::begin();
    let api = if with_agents { api().merge(agents()) } else { api() };
    document::build(ApiRouter::new().nest(API_ROOT, api).merge(probes()), &[API, AGENTS, PROBES])
}

/// Answers `/sw.js`: the service worker, which is told of which paths it keeps copies and where someone
/// comes in or leaves.
async fn worker(query: RawQuery, headers: HeaderMap) -> Response {
    assets::worker(query, &headers, &kept())
}

fn kept() -> assets::Kept {
    let pages = |mark| pages::PAGES.iter().filter(move |page| page.is(mark)).map(|page| page.path);
    let operations = API.iter().filter(|operation| operation.is(Door));
    let places: Vec<_> = PLACES.iter().map(|place| place.href).collect();
    assets::Kept {
        kept: places.iter().copied().chain(pages(Kept)).collect(),
        doors: pages(Door)
            .map(str::to_owned)
            .chain(operations.map(|door| format!("{API_ROOT}{}", door.path)))
            .collect(),
        places,
    }
}
