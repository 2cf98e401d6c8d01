//! Workouts that arrive long after they were done: prescribed and judged as they would have been on
//! their day, and over when their last set was.

use reqwest::StatusCode;
use serde_json::{Value, json};

use super::common::{PLANK, SQUAT, advance, end, in_session, log, squat, text, with, with_plan};
use crate::support::app::{TestApp, TestUser, expect};

/// Repetitions of the squats of six workouts: an advance, misses, a deload.
const HISTORY: [[u16; 2]; 6] = [[8, 8], [4, 4], [4, 3], [8, 8], [6, 6], [8, 8]];

fn made(session: &Value) -> (Value, Value, Value) {
    let all = session["summary"]["decisions"].as_array().unwrap();
    let squats = all.iter().find(|decision| decision["exercise_id"] == SQUAT).unwrap();
    let asked = &session["prescribed"][0]["sets"][0]["weight_kg"];
    (asked.clone(), squats["rule"].clone(), squats["next"]["weight_kg"].clone())
}

/// Trains the history, two days apart, at the load that was asked for; `begin` says how one starts.
async fn train(
    ann: &TestUser,
    begin: impl AsyncFn(usize) -> (Value, Option<String>),
) -> Vec<(Value, Value, Value)> {
    let mut all = Vec::new();
    for (at, reps) in HISTORY.iter().enumerate() {
        let (session, logged_at) = begin(at).await;
        let (id, asked) = (text(&session["id"]), session["prescribed"][0]["sets"][0]["weight_kg"].clone());
        for (index, reps) in (1..).zip(reps) {
            let set = json!({"reps": reps, "weight_kg": asked, "logged_at": logged_at});
            log(ann, &id, with(squat(index), set)).await;
        }
        all.push(made(&end(ann, &id, "completed").await));
    }
    all
}

#[tokio::test]
async fn a_history_told_later_is_decided_as_it_would_have_been() {
    let (app, ann) = with_plan().await;
    let live = train(&ann, async |at| {
        if at > 0 {
            advance(&app, 2 * 86_400);
        }
        (ann.start_session("Day1").await, None)
    })
    .await;
    let rules: Vec<&str> = live.iter().map(|(_, rule, _)| rule.as_str().unwrap()).collect();
    assert!(rules.contains(&"advance") && rules.contains(&"deload"), "{rules:?}");

    let (app, ann) = with_plan().await;
    let told = told_later(&app, &ann).await;
    assert_eq!(told, live);
}

/// The same, each workout sent a month and a half after it began.
async fn told_later(app: &TestApp, ann: &TestUser) -> Vec<(Value, Value, Value)> {
    let began = app.clock.now();
    advance(app, 45 * 86_400);
    train(ann, async |at| {
        let days = jiff::SignedDuration::from_hours(48 * i64::try_from(at).unwrap());
        let id = uuid::Uuid::new_v4().to_string();
        let body = json!({"split_day": "Day1", "id": id, "started_at": (began + days).to_string()});
        let session = expect(ann.post("/sessions", body).await, StatusCode::CREATED).await;
        (session, Some((began + days).to_string()))
    })
    .await
}

#[tokio::test]
async fn a_workout_is_over_with_its_last_set_and_not_when_there_was_signal_again() {
    let (app, ann, id) = in_session().await;
    for (index, at) in [(1, "2026-03-16T12:10:00Z"), (2, "2026-03-16T12:20:00Z")] {
        advance(&app, 600);
        log(&ann, &id, with(squat(index), json!({"logged_at": at}))).await;
    }
    advance(&app, 5 * 3600);
    let done = end(&ann, &id, "completed").await;
    assert_eq!(
        (&done["ended_at"], &done["summary"]["duration_seconds"]),
        (&json!("2026-03-16T12:20:00Z"), &json!(1200))
    );
    let late = log(&ann, &id, with(squat(3), json!({"reps": 5}))).await;
    assert_eq!(late["logged_at"], "2026-03-16T12:20:00Z", "it says no time, so it was lifted in the workout");
    assert_eq!(ann.get(&format!("/sessions/{id}")).await["ended_at"], done["ended_at"]);
}

#[tokio::test]
async fn whatever_a_phones_clock_says_is_brought_into_what_is_possible() {
    let (_app, ann, id) = in_session().await;
    for (index, at) in (1..).zip([
        "9999-12-31T23:59:59Z",
        "+010000-01-01T00:00:00Z",
        "2026-03-16T12:00:00.1234567890123Z",
        "-009999-01-02T01:59:59Z",
    ]) {
        let set = log(&ann, &id, with(squat(index), json!({"logged_at": at}))).await;
        assert_eq!(set["logged_at"].as_str().unwrap().get(..16), Some("2026-03-16T12:00"), "{at}");
    }
    end(&ann, &id, "completed").await;
    for (number, at, expected) in [
        (1, "9999-12-31T23:59:59Z", "2026-03-16T12:00:00Z"),
        (2, "-009999-01-02T01:59:59Z", "0001-01-01T00:00:00Z"),
    ] {
        let body = json!({"id": format!("0195a000-0000-7000-8000-00000000000{number}"), "started_at": at});
        let session = expect(ann.post("/sessions", body).await, StatusCode::CREATED).await;
        assert_eq!(session["started_at"], expected, "{at}");
    }
    let nonsense = ann.post("/sessions", json!({"started_at": "yesterday"})).await;
    assert_eq!(nonsense.status(), StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn what_was_done_on_top_of_the_plan_is_decided_as_well() {
    let (_app, ann, id) = in_session().await;
    log(&ann, &id, squat(1)).await;
    log(&ann, &id, json!({"exercise_id": "barbell-row", "set_index": 1, "reps": 10, "weight_kg": 50.0}))
        .await;
    let done = end(&ann, &id, "completed").await;
    let decided: Vec<&str> = done["summary"]["decisions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["exercise_id"].as_str().unwrap())
        .collect();
    assert_eq!(decided, [SQUAT, "barbell-row"]);
    assert!(!decided.contains(&PLANK));
}

#[tokio::test]
async fn help_is_capped_the_other_way_round() {
    let (_app, ann) = with_plan().await;
    let assisted = |kg: f64| {
        json!({"split": "custom", "days": [{"day": "Day1", "focus": "Pull", "exercises": [
            {"exercise_id": "assisted-pull-up", "sets": [{"reps_min": 6, "reps_max": 10, "weight_kg": kg, "rpe": 8.0}]},
        ]}]})
    };
    expect(ann.put("/weekly-plan", "*", assisted(40.0)).await, StatusCode::OK).await;
    let codes = async |kg: f64| {
        let checked = expect(ann.post("/weekly-plan/check", assisted(kg)).await, StatusCode::OK).await;
        let all = checked["violations"].as_array().unwrap().clone();
        all.iter().any(|one| one["rule"] == "own_load_over_cap")
    };
    for (kg, over) in [(5.0, true), (20.0, true), (40.0, false), (45.0, false), (70.0, false)] {
        assert_eq!(codes(kg).await, over, "{kg} kg of help");
    }
}
