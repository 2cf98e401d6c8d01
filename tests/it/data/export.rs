//! GET /export and /export/sets.csv, and the way back in.

use std::fmt::Write as _;

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use spotter::service::export::{self, InWords, Out};

use super::{HEVY, check_totals, import, sessions};
use crate::support::app::{TestApp, TestUser, expect};

async fn text(user: &TestUser, path: &str, kind: &str) -> String {
    let answer = user.request(Method::GET, path).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    assert!(answer.headers()["content-type"].to_str().unwrap().starts_with(kind));
    assert!(
        answer.headers()["content-disposition"]
            .to_str()
            .unwrap()
            .starts_with("attachment; filename=\"spotter-2026-03-16.")
    );
    answer.text().await.unwrap()
}

/// Logs a workout with every kind of set.
async fn train(user: &TestUser) {
    let id = user.start_session("Day1").await["id"].as_str().unwrap().to_owned();
    let log = async |set: Value| {
        expect(user.post(&format!("/sessions/{id}/sets"), set).await, StatusCode::CREATED).await
    };
    log(json!({"exercise_id": "barbell-back-squat", "set_index": 1, "reps": 5, "weight_kg": 60, "kind": "warmup"})).await;
    log(json!({"exercise_id": "barbell-back-squat", "set_index": 1, "reps": 5, "weight_kg": 102.5, "rpe": 8.5, "note": "a \"good\" one,\nreally"})).await;
    log(json!({"exercise_id": "barbell-back-squat", "set_index": 2, "reps": 8, "weight_kg": 90, "kind": "drop"})).await;
    log(json!({"exercise_id": "push-up", "set_index": 1, "reps": 20, "weight_kg": 0, "kind": "amrap", "pain": true})).await;
    log(json!({"exercise_id": "plank", "set_index": 1, "duration_seconds": 75, "weight_kg": 0})).await;
    let end = json!({"status": "completed", "notes": "=1+1, \"fine\"\nüber"});
    expect(user.patch(&format!("/sessions/{id}"), end).await, StatusCode::OK).await;
}

#[tokio::test]
async fn everything_of_a_person_is_in_it_and_nothing_secret() {
    let app = TestApp::start().await;
    let (ann, bea) = (app.user("ann").await, app.user("bea").await);
    train(&ann).await;
    import(&ann, "", HEVY).await;
    let chat =
        expect(ann.post("/conversations", json!({"title": "my week"})).await, StatusCode::CREATED).await;
    let messages = format!("/conversations/{}/messages", chat["id"].as_str().unwrap());
    expect(ann.post(&messages, json!({"text": "make me a plan for 3 days"})).await, StatusCode::ACCEPTED)
        .await;
    while ann.get("/proposals?status=proposed").await["items"]
        .as_array()
        .unwrap()
        .iter()
        .all(|one| one["tool"] != "saveWeeklyPlan")
    {
        tokio::task::yield_now().await;
    }
    let plan = ann.get("/weekly-plan").await;
    let tag = ann.tag("/weekly-plan").await;
    expect(ann.put("/weekly-plan", &tag, plan).await, StatusCode::OK).await;
    let whole = text(&ann, "/export", "application/json").await;
    let export: Value = serde_json::from_str(&whole).unwrap();
    assert_eq!((&export["format"], &export["account"]["name"]), (&json!("spotter"), &json!("ann")));
    assert_eq!(export["profile"], ann.get("/profile").await);
    assert_eq!(export["sessions"], json!(sessions(&ann).await));
    assert_eq!(
        export["sessions"][0]["summary"]["decisions"].as_array().map(Vec::is_empty),
        Some(false),
        "decisions are in it"
    );
    assert_eq!(export["own_exercises"][0]["name"], "Sled Shove");
    assert_eq!(export["plan_versions"][0]["plan_version"], 1);
    assert!(export["load_states"].as_array().is_some_and(|states| !states.is_empty()));
    assert_eq!(export["conversations"][0]["title"], "my week");
    assert_eq!(export["conversations"][0]["messages"][0]["body"]["text"], "make me a plan for 3 days");
    assert_eq!(export["conversations"][0]["proposals"][0]["tool"], "saveWeeklyPlan");
    for secret in ["password", "hash\"", &ann.token, "token_hash", "argon2", &bea.id] {
        assert!(!whole.contains(secret), "{secret}");
    }
    let empty: Value = serde_json::from_str(&text(&bea, "/export", "application/json").await).unwrap();
    assert_eq!((&empty["sessions"], &empty["conversations"]), (&json!([]), &json!([])));
    let anonymous = app.anonymous(Method::GET, "/api/v1/export").send().await.unwrap();
    assert_eq!(anonymous.status(), StatusCode::UNAUTHORIZED);
}

/// What a set says, without its id.
fn said(sets: &Value) -> Vec<Value> {
    let mut all: Vec<Value> = sets
        .as_array()
        .unwrap()
        .iter()
        .map(|set| {
            json!([
                set["exercise_id"],
                set["kind"],
                set["set_index"],
                set["reps"],
                set["duration_seconds"],
                set["weight_kg"],
                set["rpe"],
                set["note"]
            ])
        })
        .collect();
    all.sort_by_key(ToString::to_string);
    all
}

#[tokio::test]
async fn what_is_exported_can_be_imported_elsewhere_with_the_same_sets_and_totals() {
    let app = TestApp::start().await;
    let (ann, bea) = (app.user("ann").await, app.user("bea").await);
    for user in [&ann, &bea] {
        user.set_profile(json!({"bodyweight_kg": 80, "time_zone": "America/New_York"})).await;
    }
    train(&ann).await;
    import(&ann, "?units=kg", HEVY).await;
    let csv = text(&ann, "/export/sets.csv", "text/csv").await;
    assert!(csv.starts_with(HEVY.lines().next().unwrap()), "Hevy's columns: {csv}");
    assert!(csv.contains("\"9 Mar 2026, 17:00\""), "{csv}");

    let same = import(&ann, "", &csv).await;
    assert_eq!((&same["new_sets"], &same["refused_rows"]), (&json!(0), &json!(0)), "it is all there already");

    let report = import(&bea, "", &csv).await;
    assert_eq!(report["refused"], json!([]));
    for name in report["exercises"].as_array().unwrap() {
        let want = if name["name"] == "Sled Shove" { "none" } else { "exact" };
        assert_eq!(name["certainty"], want, "{name}");
    }
    let (there, here) = (sessions(&ann).await, sessions(&bea).await);
    assert_eq!(there.len(), here.len());
    let own = |text: Value| text.to_string();
    for (one, other) in there.iter().zip(&here) {
        let strip = |sets: Vec<Value>| {
            sets.into_iter()
                .map(own)
                .map(|set| if set.contains("50.0,null") { "own".into() } else { set })
                .collect::<Vec<String>>()
        };
        assert_eq!(strip(said(&one["sets"])), strip(said(&other["sets"])));
        assert_eq!(one["summary"]["volume_kg"], other["summary"]["volume_kg"]);
        assert_eq!(one["summary"]["working_sets"], other["summary"]["working_sets"]);
    }
    let (ann_is, bea_is) = (ann.get("/progress/summary").await, bea.get("/progress/summary").await);
    for field in ["volume_kg", "muscles", "streak_weeks", "sessions_completed"] {
        assert_eq!(ann_is[field], bea_is[field], "{field}");
    }
    for id in ["barbell-bench-press", "barbell-back-squat", "push-up"] {
        let path = format!("/progress/exercises/{id}");
        assert_eq!(ann.get(&path).await["trend"], bea.get(&path).await["trend"], "{id}");
    }
    check_totals(&app, &ann).await;
    check_totals(&app, &bea).await;
    let rows = |csv: &str| csv::Reader::from_reader(csv.as_bytes()).records().flatten().count();
    assert_eq!(rows(&text(&bea, "/export/sets.csv", "text/csv").await), rows(&csv));
}

/// Many workouts of one set.
fn many(workouts: i64) -> String {
    let mut file = HEVY.lines().next().unwrap().to_owned();
    for minute in 0..workouts {
        let at = format!("9 Mar 2026, {:02}:{:02}", 10 + minute / 60, minute % 60);
        write!(file, "\nPush,\"{at}\",\"{at}\",,Bench Press (Barbell),,,0,normal,80,5,,,8").unwrap();
    }
    file
}

#[tokio::test]
async fn whoever_takes_a_download_slowly_holds_no_connection() {
    let app = TestApp::start_narrow().await;
    let ann = app.user("ann").await;
    import(&ann, "", &many(300)).await;
    for sheet in [false, true] {
        let (out, mut pieces) = Out::channel();
        let (core, id) = (app.core.clone(), ann.id.clone());
        let writing = tokio::spawn(async move {
            if sheet {
                export::write_sheet(&core, &id, &out).await
            } else {
                let words = InWords { session: |_| {}, proposal: |_| {} };
                export::write_json(&core, &id, &out, words).await
            }
        });
        while pieces.len() < pieces.max_capacity() {
            tokio::task::yield_now().await;
        }
        // The one connection to read with is free while nobody takes the next piece.
        ann.get("/profile").await;
        let mut length = 0;
        while let Some(piece) = pieces.recv().await {
            length += piece.unwrap().len();
        }
        writing.await.unwrap().unwrap();
        assert!(length > 300 * 80, "{length}");
    }
}
