//! One week of training by REST alone: profile, plan, session, sets, finish, next loads.

use reqwest::StatusCode;
use serde_json::json;

use crate::support::app::{TestApp, expect};

#[tokio::test]
async fn a_session_from_plan_to_next_loads() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    ann.set_profile(
        json!({"known_lifts": [{"exercise_id": "barbell-back-squat", "weight_kg": 80, "reps": 8}]}),
    )
    .await;
    let plan = ann.get("/weekly-plan").await;
    assert_eq!(plan["plan_version"], 0);
    assert_eq!(plan["week_start"], "2026-03-16");
    let session = ann.start_session("Day1").await;
    let id = session["id"].as_str().unwrap().to_owned();
    assert_eq!(session["suggestion"]["tool"], "logSet");
    let mut next = ann.get(&format!("/sessions/{id}/next-set")).await;
    let mut logged = 0;
    while next["done"] == false {
        let set = json!({
            "exercise_id": next["exercise_id"], "set_index": next["set_index"], "kind": next["kind"],
            "reps": next["reps"], "duration_seconds": next["duration_seconds"], "weight_kg": next["weight_kg"],
        });
        expect(ann.post(&format!("/sessions/{id}/sets"), set).await, StatusCode::CREATED).await;
        logged += 1;
        assert!(logged < 60, "never done: {next}");
        next = ann.get(&format!("/sessions/{id}/next-set")).await;
    }
    assert!(logged > 5);
    let done = ann.patch(&format!("/sessions/{id}"), json!({"status": "completed"})).await;
    let done = expect(done, StatusCode::OK).await;
    assert!(!done["summary"]["decisions"].as_array().unwrap().is_empty());
    let week = ann.get("/weekly-plan").await;
    assert_eq!(week["days"][0]["status"], "done");
    for decision in done["summary"]["decisions"].as_array().unwrap() {
        let planned = week["days"][0]["exercises"]
            .as_array()
            .unwrap()
            .iter()
            .find(|planned| planned["exercise_id"] == decision["exercise_id"])
            .unwrap();
        assert_eq!(planned["sets"][0]["weight_kg"], decision["next"]["weight_kg"], "{decision}");
    }
    let progress = ann.get("/progress/summary").await;
    assert_eq!(progress["sessions_completed"], 1);
    assert_eq!(progress["streak_weeks"], 1);
}
