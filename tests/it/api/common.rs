//! What the API's tests share: a small plan with known loads, sets to log, problems to read.

use std::fmt::Write as _;

use reqwest::{Response, StatusCode};
use serde_json::{Value, json};
use spotter::domain::proposal::ProposalStatus;
use spotter::service::pagination::Ask;
use spotter::service::proposals;
use spotter::storage::totals;

use crate::support::app::{TestApp, TestUser, expect};

pub const SQUAT: &str = "barbell-back-squat";
pub const BENCH: &str = "barbell-bench-press";
pub const PLANK: &str = "plank";

/// Two days: two sets of squats of 5–8 at 60 kg and a plank; one set of bench presses at 40 kg.
pub fn small_plan() -> Value {
    let reps = |kg: f64| json!({"reps_min": 5, "reps_max": 8, "weight_kg": kg, "rpe": 8.0});
    json!({"split": "custom", "days": [
        {"day": "Day1", "focus": "Legs", "weekday": "monday", "exercises": [
            {"exercise_id": SQUAT, "rest_seconds": 180, "sets": [reps(60.0), reps(60.0)]},
            {"exercise_id": PLANK, "sets": [{"reps_min": 20, "reps_max": 40}]},
        ]},
        {"day": "Day2", "focus": "Push", "weekday": "thursday", "exercises": [
            {"exercise_id": BENCH, "sets": [reps(40.0)]},
        ]},
    ]})
}

/// An app with ann, who has the small plan.
pub async fn with_plan() -> (TestApp, TestUser) {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    expect(ann.put("/weekly-plan", "*", small_plan()).await, StatusCode::OK).await;
    (app, ann)
}

/// An app with ann in an active session of Day1, and its id.
pub async fn in_session() -> (TestApp, TestUser, String) {
    let (app, ann) = with_plan().await;
    let id = text(&ann.start_session("Day1").await["id"]);
    (app, ann, id)
}

/// A JSON string's text.
pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("not a string: {value}")).to_owned()
}

/// Eight squats at 60 kg.
pub fn squat(set_index: u16) -> Value {
    json!({"exercise_id": SQUAT, "set_index": set_index, "reps": 8, "weight_kg": 60.0})
}

/// The value with some fields changed; null stays as null.
pub fn with(mut value: Value, changes: Value) -> Value {
    for (name, change) in changes.as_object().unwrap() {
        value[name] = change.clone();
    }
    value
}

/// Logs a set, expecting 201.
pub async fn log(user: &TestUser, session: &str, set: Value) -> Value {
    expect(user.post(&format!("/sessions/{session}/sets"), set).await, StatusCode::CREATED).await
}

/// Ends a session, expecting 200.
pub async fn end(user: &TestUser, session: &str, status: &str) -> Value {
    let answer = user.patch(&format!("/sessions/{session}"), json!({"status": status})).await;
    expect(answer, StatusCode::OK).await
}

/// The problem document, when status and content type are right.
pub async fn problem(response: Response, status: StatusCode, kind: &str) -> Value {
    assert_eq!(response.headers()["content-type"], "application/problem+json");
    let body = expect(response, status).await;
    assert_eq!(body["type"], kind, "{body}");
    assert_eq!(body["status"], status.as_u16(), "{body}");
    assert!(body["title"].is_string() && body["detail"].is_string(), "{body}");
    body
}

/// The pointers of a 422.
pub async fn pointers(response: Response) -> Vec<String> {
    let body = problem(response, StatusCode::UNPROCESSABLE_ENTITY, "invalid-fields").await;
    body["errors"].as_array().unwrap().iter().map(|error| text(&error["pointer"])).collect()
}

/// Every running total of a person, to compare with rebuilt ones.
pub async fn totals_of(app: &TestApp, user: &TestUser) -> String {
    let mut conn = app.core.read().await.unwrap();
    let mut all = String::new();
    for monday in ["2026-03-09", "2026-03-16", "2026-03-23"] {
        let week = totals::week(&mut conn, &user.id, monday.parse().unwrap()).await.unwrap();
        writeln!(all, "{monday} {week:?}").unwrap();
    }
    let bests = totals::recent_bests(&mut conn, &user.id, 100).await.unwrap();
    for exercise in [SQUAT, BENCH, PLANK] {
        let since = "2000-01-01".parse().unwrap();
        let days = totals::last_days(&mut conn, &user.id, &[exercise], since, 10_000).await.unwrap();
        writeln!(all, "{exercise} {days:?}").unwrap();
    }
    writeln!(all, "{bests:?}").unwrap();
    all
}

/// Fails when the running totals are not what the sets come to.
pub async fn assert_totals_hold(app: &TestApp, user: &TestUser) {
    let running = totals_of(app, user).await;
    spotter::service::totals::rebuild(&app.core, &user.id).await.unwrap();
    assert_eq!(running, totals_of(app, user).await);
}

/// The person's proposals that are stored as open and have not expired, with their ids.
pub async fn open_proposals(app: &TestApp, user: &TestUser) -> Vec<String> {
    let ask = Ask { after: String::new(), limit: 200 };
    let open = proposals::list(&app.core, &user.id, Some(ProposalStatus::Proposed), &ask).await.unwrap();
    open.items.into_iter().map(|proposal| proposal.id).collect()
}

/// A proposal's status.
pub async fn status_of(app: &TestApp, user: &TestUser, proposal: &str) -> String {
    proposals::get(&app.core, &user.id, proposal).await.unwrap().status.to_string()
}

/// Moves the app's clock.
pub fn advance(app: &TestApp, seconds: i64) {
    app.clock.advance(jiff::SignedDuration::from_secs(seconds));
}
