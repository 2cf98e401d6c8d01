//! Law L13: a set that was ticked is accepted whenever it arrives, and everything that rests on the
//! sets follows. Finishing: decided once, and the plan shows it.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use spotter::storage::users;

use super::common::{
    BENCH, PLANK, SQUAT, advance, assert_totals_hold, end, in_session, log, small_plan, squat, text, with,
    with_plan,
};
use crate::support::app::{TestUser, expect, key};

/// The load of the squats of Day1 in the plan.
async fn planned(user: &TestUser) -> f64 {
    user.get("/weekly-plan").await["days"][0]["exercises"][0]["sets"][0]["weight_kg"].as_f64().unwrap()
}

fn decision<'a>(session: &'a Value, exercise: &str) -> &'a Value {
    let all = session["summary"]["decisions"].as_array().unwrap();
    all.iter().find(|decision| decision["exercise_id"] == exercise).unwrap_or(&Value::Null)
}

#[tokio::test]
async fn finishing_decides_once_and_the_plan_shows_it() {
    let (app, ann, id) = in_session().await;
    for index in [1, 2] {
        advance(&app, 240);
        log(&ann, &id, with(squat(index), json!({"rpe": 8.0}))).await;
    }
    let key = key();
    let path = format!("/sessions/{id}");
    let finish = async || ann.send(Method::PATCH, &path, &key, json!({"status": "completed"})).await;
    let done = expect(finish().await, StatusCode::OK).await;
    let summary = &done["summary"];
    assert_eq!((&summary["volume_kg"], &summary["working_sets"]), (&json!(960.0), &json!(2)));
    assert_eq!(summary["duration_seconds"], 480);
    assert_eq!(summary["records"], json!([]), "the first time is no record");
    let made = decision(&done, SQUAT);
    assert_eq!((&made["rule"], &made["next"]["weight_kg"]), (&json!("advance"), &json!(62.5)));
    let ids: Vec<&Value> = done["sets"].as_array().unwrap().iter().map(|set| &set["id"]).collect();
    assert_eq!(made["set_ids"], json!(ids));
    assert!(!text(&made["because"]).is_empty() && !text(&made["flips_if"]).is_empty());
    assert_eq!(decision(&done, PLANK), &Value::Null, "nothing was done of it");
    assert!((planned(&ann).await - 62.5).abs() < 1e-9);
    assert_eq!(expect(finish().await, StatusCode::OK).await, done);
    assert_eq!(ann.get(&path).await["summary"], done["summary"]);
    assert!((planned(&ann).await - 62.5).abs() < 1e-9, "not twice");
    assert_eq!(ann.get("/weekly-plan").await["days"][0]["status"], "done");
}

#[tokio::test]
async fn a_set_after_the_end_changes_totals_summary_decisions_and_plan() {
    let (app, ann, id) = in_session().await;
    advance(&app, 240);
    log(&ann, &id, squat(2)).await;
    let done = end(&ann, &id, "completed").await;
    assert_eq!(decision(&done, SQUAT)["rule"], "hold", "one of two sets");
    advance(&app, 86_400);
    let late = log(&ann, &id, with(squat(1), json!({"logged_at": "2026-03-16T12:02:00Z"}))).await;
    assert_eq!(late["logged_at"], "2026-03-16T12:02:00Z");
    let session = ann.get(&format!("/sessions/{id}")).await;
    assert_eq!(session["status"], "completed");
    assert_eq!(session["ended_at"], done["ended_at"]);
    assert_eq!(session["summary"]["volume_kg"], 960.0);
    assert_eq!(session["summary"]["working_sets"], 2);
    assert_eq!(decision(&session, SQUAT)["rule"], "advance");
    assert!((planned(&ann).await - 62.5).abs() < 1e-9);
    assert_eq!(session["sets"][0]["id"], late["id"], "in the order they were lifted");
    assert_eq!(ann.get("/progress/summary").await["volume_kg"], 960.0);
    assert_totals_hold(&app, &ann).await;
}

#[tokio::test]
async fn an_edit_or_deletion_after_the_end_decides_again() {
    let (app, ann, id) = in_session().await;
    let first = text(&log(&ann, &id, squat(1)).await["id"]);
    log(&ann, &id, squat(2)).await;
    end(&ann, &id, "completed").await;
    let path = format!("/sessions/{id}/sets/{first}");
    for (change, rule, kg) in [
        (json!({"reps": 4}), "hold", 60.0),
        (json!({"reps": 8}), "advance", 62.5),
        (json!({"pain": true}), "hold", 60.0),
        (json!({"pain": false, "weight_kg": 50.0}), "hold", 60.0),
    ] {
        expect(ann.patch(&path, change.clone()).await, StatusCode::OK).await;
        let session = ann.get(&format!("/sessions/{id}")).await;
        assert_eq!(decision(&session, SQUAT)["rule"], rule, "{change}");
        assert!((planned(&ann).await - kg).abs() < 1e-9, "{change}: {}", planned(&ann).await);
        assert_totals_hold(&app, &ann).await;
    }
    for set in ann.get(&format!("/sessions/{id}")).await["sets"].as_array().unwrap() {
        let path = format!("/sessions/{id}/sets/{}", text(&set["id"]));
        expect(ann.send(Method::DELETE, &path, &key(), Value::Null).await, StatusCode::OK).await;
    }
    let empty = ann.get(&format!("/sessions/{id}")).await;
    assert_eq!(empty["summary"]["decisions"], json!([]));
    assert!((planned(&ann).await - 60.0).abs() < 1e-9, "what stood before stands again");
    assert_totals_hold(&app, &ann).await;
}

/// Squats twice and finishes.
async fn whole_session(user: &TestUser, kg: f64) -> Value {
    let id = text(&user.start_session("Day1").await["id"]);
    for index in [1, 2] {
        log(user, &id, with(squat(index), json!({"weight_kg": kg}))).await;
    }
    end(user, &id, "completed").await
}

#[tokio::test]
async fn a_late_set_leaves_what_a_later_session_decided() {
    let (app, ann) = with_plan().await;
    let older = whole_session(&ann, 60.0).await;
    advance(&app, 2 * 86_400);
    let newer = whole_session(&ann, 62.5).await;
    assert_eq!(decision(&newer, SQUAT)["next"]["weight_kg"], 65.0);
    let records = newer["summary"]["records"].as_array().unwrap();
    assert!(records.iter().any(|record| record["kind"] == "weight" && record["previous"] == 60.0));
    let path = format!("/sessions/{}", text(&older["id"]));
    log(&ann, &text(&older["id"]), with(squat(3), json!({"reps": 3}))).await;
    let after = ann.get(&path).await;
    assert_eq!(after["summary"]["decisions"], older["summary"]["decisions"]);
    assert_eq!(after["summary"]["working_sets"], 3);
    assert!((planned(&ann).await - 65.0).abs() < 1e-9);
    assert_totals_hold(&app, &ann).await;
}

/// The person writes the load into the plan themselves.
async fn plan_squats_at(ann: &TestUser, kg: f64) {
    let mut plan = small_plan();
    for set in plan["days"][0]["exercises"][0]["sets"].as_array_mut().unwrap() {
        set["weight_kg"] = json!(kg);
    }
    expect(ann.put("/weekly-plan", "*", plan).await, StatusCode::OK).await;
}

#[tokio::test]
async fn a_late_set_leaves_what_the_person_decided() {
    let (_app, ann) = with_plan().await;
    let done = whole_session(&ann, 60.0).await;
    plan_squats_at(&ann, 70.0).await;
    log(&ann, &text(&done["id"]), with(squat(3), json!({"reps": 3}))).await;
    assert!((planned(&ann).await - 70.0).abs() < 1e-9);
}

#[tokio::test]
async fn a_late_set_of_the_last_session_does_not_silence_the_one_that_is_active() {
    let (app, ann) = with_plan().await;
    let older = whole_session(&ann, 60.0).await;
    advance(&app, 2 * 86_400);
    let id = text(&ann.start_session("Day1").await["id"]);
    log(&ann, &text(&older["id"]), with(squat(3), json!({"reps": 8}))).await;
    for index in [1, 2] {
        log(&ann, &id, with(squat(index), json!({"weight_kg": 62.5}))).await;
    }
    let newer = end(&ann, &id, "completed").await;
    assert_eq!(decision(&newer, SQUAT)["rule"], "advance");
    assert!((planned(&ann).await - 65.0).abs() < 1e-9);
}

#[tokio::test]
async fn a_set_for_the_last_session_does_not_settle_the_suggestion_of_this_one() {
    let (app, ann) = with_plan().await;
    let older = text(&whole_session(&ann, 60.0).await["id"]);
    let open = ann.start_session("Day1").await["suggestion"].clone();
    let set = with(open["args"].clone(), json!({"proposal_id": open["id"]}));
    log(&ann, &older, set).await;
    assert_eq!(super::common::status_of(&app, &ann, &text(&open["id"])).await, "proposed");
}

#[tokio::test]
async fn a_timed_exercise_and_one_that_was_not_planned_finish_as_well() {
    let (app, ann, id) = in_session().await;
    log(&ann, &id, json!({"exercise_id": PLANK, "set_index": 1, "duration_seconds": 40})).await;
    log(&ann, &id, with(squat(1), json!({"exercise_id": BENCH}))).await;
    let done = end(&ann, &id, "completed").await;
    let held = decision(&done, PLANK);
    assert_eq!(held["from"]["reps_max"], 40);
    assert_eq!(
        decision(&done, BENCH)["rule"],
        "advance",
        "it came on top, and the plan says what to judge it by"
    );
    assert_eq!(done["summary"]["working_sets"], 2);
    assert_totals_hold(&app, &ann).await;
}

/// Makes a set four repetitions, expecting 200.
async fn worsened(user: &TestUser, session: &Value) -> Value {
    let id = text(&session["id"]);
    let set = text(&session["sets"][0]["id"]);
    let change = user.patch(&format!("/sessions/{id}/sets/{set}"), json!({"reps": 4})).await;
    expect(change, StatusCode::OK).await;
    user.get(&format!("/sessions/{id}")).await
}

#[tokio::test]
async fn a_session_that_skips_an_exercise_leaves_its_load_to_the_one_that_has_it() {
    let (app, ann) = with_plan().await;
    let older = whole_session(&ann, 60.0).await;
    advance(&app, 2 * 86_400);
    let newer = text(&ann.start_session("Day1").await["id"]);
    let version = async || {
        let mut conn = app.core.read().await.unwrap();
        users::versions(&mut conn, &ann.id).await.unwrap().unwrap().progression_version
    };
    let before = version().await;
    let skipped = end(&ann, &newer, "completed").await;
    assert_eq!(skipped["summary"]["decisions"], json!([]));
    assert_eq!(version().await, before, "nothing was decided, so nothing moved");
    assert!((planned(&ann).await - 62.5).abs() < 1e-9);
    let after = worsened(&ann, &older).await;
    assert_eq!(decision(&after, SQUAT)["rule"], "hold");
    assert!((planned(&ann).await - 60.0).abs() < 1e-9, "no later session has squats");
}

/// Takes every set of a session away.
async fn emptied(user: &TestUser, session: &Value) {
    for set in session["sets"].as_array().unwrap() {
        let path = format!("/sessions/{}/sets/{}", text(&session["id"]), text(&set["id"]));
        expect(user.send(Method::DELETE, &path, &key(), Value::Null).await, StatusCode::OK).await;
    }
}

#[tokio::test]
async fn a_load_that_is_given_back_belongs_to_the_session_that_decided_it() {
    let (app, ann) = with_plan().await;
    let older = whole_session(&ann, 60.0).await;
    advance(&app, 2 * 86_400);
    let newer = whole_session(&ann, 62.5).await;
    assert!((planned(&ann).await - 65.0).abs() < 1e-9);
    emptied(&ann, &newer).await;
    assert!((planned(&ann).await - 62.5).abs() < 1e-9, "what stood before stands again");
    let after = worsened(&ann, &older).await;
    assert_eq!(decision(&after, SQUAT)["rule"], "hold");
    assert!((planned(&ann).await - 60.0).abs() < 1e-9);
    assert_totals_hold(&app, &ann).await;
}

#[tokio::test]
async fn a_load_that_is_given_back_to_the_person_stays_theirs() {
    let (app, ann) = with_plan().await;
    let older = whole_session(&ann, 60.0).await;
    plan_squats_at(&ann, 70.0).await;
    advance(&app, 2 * 86_400);
    let newer = whole_session(&ann, 70.0).await;
    assert!((planned(&ann).await - 72.5).abs() < 1e-9);
    emptied(&ann, &newer).await;
    worsened(&ann, &older).await;
    assert!((planned(&ann).await - 70.0).abs() < 1e-9);
}

#[tokio::test]
async fn a_late_set_of_one_exercise_leaves_what_the_others_decided() {
    let (app, ann) = with_plan().await;
    let id = text(&ann.start_session("Day1").await["id"]);
    for index in [1, 2] {
        log(&ann, &id, squat(index)).await;
    }
    let plank = json!({"exercise_id": PLANK, "set_index": 1, "duration_seconds": 30});
    let plank = text(&log(&ann, &id, plank).await["id"]);
    let done = end(&ann, &id, "completed").await;
    assert_eq!(decision(&done, SQUAT)["next"]["weight_kg"], 62.5);
    ann.set_profile(json!({"loads": {"barbell": {"min_kg": 20.0, "step_kg": 10.0}}})).await;
    let path = format!("/sessions/{id}/sets/{plank}");
    expect(ann.patch(&path, json!({"duration_seconds": 40})).await, StatusCode::OK).await;
    let after = ann.get(&format!("/sessions/{id}")).await;
    assert_eq!(decision(&after, SQUAT), decision(&done, SQUAT), "no set of it changed");
    assert_ne!(decision(&after, PLANK), decision(&done, PLANK));
    let order = |session: &Value| -> Vec<Value> {
        let all = session["summary"]["decisions"].as_array().unwrap();
        all.iter().map(|made| made["exercise_id"].clone()).collect()
    };
    assert_eq!(order(&after), order(&done));
    assert_totals_hold(&app, &ann).await;
}
