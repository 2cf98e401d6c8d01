//! Pauses, days and weeks by the person's own calendar, also when the clocks change.

use reqwest::StatusCode;
use serde_json::{Value, json};

use super::common::{SQUAT, end, log, small_plan, squat, text};
use crate::support::app::{TestApp, TestUser, expect};

const BERLIN: &str = "Europe/Berlin";

async fn trained_at(zone: &str, time: &str) -> (TestApp, TestUser) {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    app.clock.set(time.parse().unwrap());
    ann.set_profile(json!({"time_zone": zone})).await;
    expect(ann.put("/weekly-plan", "*", small_plan()).await, StatusCode::OK).await;
    let id = text(&ann.start_session("Day1").await["id"]);
    log(&ann, &id, squat(1)).await;
    end(&ann, &id, "completed").await;
    (app, ann)
}

async fn load(user: &TestUser) -> f64 {
    user.get("/weekly-plan").await["days"][0]["exercises"][0]["sets"][0]["weight_kg"].as_f64().unwrap()
}

#[tokio::test]
async fn a_pause_counts_dates_so_that_the_body_changes_only_with_the_tag() {
    // Late in the evening before the clocks change: by hours, fourteen days are over later, or earlier.
    let (app, ann) = trained_at(BERLIN, "2026-03-16T22:30:00Z").await;
    let mut seen: Vec<(String, f64)> = Vec::new();
    for time in [
        "2026-03-29T21:59:59Z",
        "2026-03-29T22:00:00Z",
        "2026-03-30T12:00:00Z",
        "2026-03-30T21:59:59Z",
        "2026-04-12T21:59:59Z",
        "2026-04-12T22:00:00Z",
    ] {
        app.clock.set(time.parse().unwrap());
        seen.push((ann.tag("/weekly-plan").await, load(&ann).await));
    }
    let loads: Vec<f64> = seen.iter().map(|(_, load)| *load).collect();
    assert_eq!(loads, [60.0, 52.5, 52.5, 52.5, 52.5, 47.5], "{seen:?}");
    for pair in seen.windows(2) {
        assert!(
            (pair[0].1 - pair[1].1).abs() < 1e-9 || pair[0].0 != pair[1].0,
            "another load under the same tag: {pair:?}"
        );
    }
}

#[tokio::test]
async fn a_session_is_judged_by_the_same_days_as_its_plan_showed() {
    let (app, ann) = trained_at(BERLIN, "2026-03-02T20:00:00Z").await;
    // Thirteen and a half days later, and yet the fourteenth date.
    app.clock.set("2026-03-16T08:00:00Z".parse().unwrap());
    let session = ann.start_session("Day1").await;
    assert_eq!(session["prescribed"][0]["sets"][0]["weight_kg"], 52.5);
    assert!(text(&session["suggestion"]["preview"]["because"]).contains("52.5 kg"), "{session}");
    let id = text(&session["id"]);
    for index in [1, 2] {
        log(&ann, &id, json!({"exercise_id": SQUAT, "set_index": index, "reps": 8, "weight_kg": 52.5})).await;
    }
    let done = end(&ann, &id, "completed").await;
    let made = &done["summary"]["decisions"][0];
    assert_eq!(made["next"]["weight_kg"], 60.0, "all at the top in the first session back: {made}");
}

#[tokio::test]
async fn days_are_missed_when_their_date_is_over_where_the_person_is() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    ann.set_profile(json!({"time_zone": BERLIN})).await;
    let mut plan = small_plan();
    plan["days"][1]["weekday"] = json!("sunday");
    expect(ann.put("/weekly-plan", "*", plan).await, StatusCode::OK).await;
    let status = async |time: &str| {
        app.clock.set(time.parse().unwrap());
        let week = ann.get("/weekly-plan?week_start=2026-03-23").await;
        text(&week["days"][1]["status"])
    };
    // Sunday 29 March has 23 hours there.
    for (time, expected) in [
        ("2026-03-28T23:00:00Z", "upcoming"),
        ("2026-03-29T21:59:59Z", "upcoming"),
        ("2026-03-29T22:00:00Z", "missed"),
    ] {
        assert_eq!(status(time).await, expected, "{time}");
    }
}

#[tokio::test]
async fn a_set_after_midnight_belongs_to_its_own_date_and_the_session_to_the_one_it_began_on() {
    let (app, ann) = trained_at(BERLIN, "2026-03-23T10:00:00Z").await;
    // Sunday, half an hour before midnight and before the clocks have changed back to winter.
    app.clock.set("2026-10-25T22:30:00Z".parse().unwrap());
    let id = text(&ann.start_session("Day2").await["id"]);
    app.clock.set("2026-10-25T23:10:00Z".parse().unwrap());
    log(&ann, &id, squat(1)).await;
    end(&ann, &id, "completed").await;
    let summary = ann.get("/progress/summary").await;
    assert_eq!((&summary["week_start"], &summary["volume_kg"]), (&json!("2026-10-26"), &json!(480.0)));
    let week = ann.get("/weekly-plan?week_start=2026-10-19").await;
    assert_eq!(week["days"][1]["status"], "done", "in the week it began in");
}

#[tokio::test]
async fn a_deload_week_is_suggested_after_six_hard_weeks_in_this_week_alone() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    expect(ann.put("/weekly-plan", "*", small_plan()).await, StatusCode::OK).await;
    let suggested = async || ann.get("/weekly-plan").await["meta"]["deload_suggested"].clone();
    for _ in 0..6 {
        assert_eq!(suggested().await, Value::Null);
        let id = text(&ann.start_session("Day1").await["id"]);
        for index in [1, 2, 3] {
            log(&ann, &id, squat(index)).await;
        }
        end(&ann, &id, "completed").await;
        super::common::advance(&app, 7 * 86_400);
    }
    let found = suggested().await;
    assert!(text(&found["because"]).starts_with("6 hard weeks"), "{found}");
    let next = ann.get("/weekly-plan?week_start=2026-05-04").await;
    assert_eq!(next["meta"]["deload_suggested"], Value::Null);
    super::common::advance(&app, 7 * 86_400);
    assert_eq!(suggested().await, Value::Null, "a week without training was easy enough");
}
