//! Progress: the week against its bands, lifts, records, streak, on the person's own calendar.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use spotter::domain::session::SessionStatus;
use spotter::service::sessions;

use super::common::{BENCH, SQUAT, advance, end, log, problem, squat, text, with, with_plan};
use crate::support::app::{TestApp, TestUser};

async fn train(user: &TestUser, reps: u16, kg: f64) {
    let id = text(&user.start_session("Day1").await["id"]);
    log(user, &id, with(squat(1), json!({"reps": reps, "weight_kg": kg}))).await;
    end(user, &id, "completed").await;
}

fn muscle<'a>(summary: &'a Value, name: &str) -> &'a Value {
    summary["muscles"].as_array().unwrap().iter().find(|muscle| muscle["muscle"] == name).unwrap()
}

#[tokio::test]
async fn nothing_lifted_is_nothing_shown() {
    let (_app, ann) = with_plan().await;
    let summary = ann.get("/progress/summary").await;
    assert_eq!(summary["week_start"], "2026-03-16");
    for (name, value) in [
        ("sessions_completed", json!(0)),
        ("streak_weeks", json!(0)),
        ("volume_kg", json!(0.0)),
        ("lifts", json!([])),
        ("records", json!([])),
    ] {
        assert_eq!(summary[name], value, "{name}");
    }
    assert_eq!(muscle(&summary, "quads")["status"], "none");
    assert!(muscle(&summary, "quads")["target_min"].as_f64().unwrap() > 0.0);
}

#[tokio::test]
async fn a_week_is_counted_by_muscle_with_half_for_a_secondary() {
    let (_app, ann) = with_plan().await;
    let id = text(&ann.start_session("Day1").await["id"]);
    for index in 1..=4 {
        log(&ann, &id, squat(index)).await;
    }
    log(&ann, &id, with(squat(1), json!({"kind": "warmup"}))).await;
    log(&ann, &id, with(squat(5), json!({"reps": 0}))).await;
    let summary = ann.get("/progress/summary").await;
    for (name, sets) in [("quads", 4.0), ("glutes", 4.0), ("adductors", 2.0), ("chest", 0.0)] {
        assert_eq!(muscle(&summary, name)["sets"], sets, "{name}");
    }
    assert_eq!(muscle(&summary, "quads")["status"], "under");
    assert_eq!(summary["volume_kg"], 4.0 * 480.0);
    for index in 6..=7 {
        log(&ann, &id, squat(index)).await;
    }
    assert_eq!(muscle(&ann.get("/progress/summary").await, "quads")["status"], "in_range");
    for index in 8..=12 {
        log(&ann, &id, squat(index)).await;
    }
    assert_eq!(muscle(&ann.get("/progress/summary").await, "quads")["status"], "over");
}

#[tokio::test]
async fn lifts_have_a_trend_records_and_what_comes_next() {
    let (app, ann) = with_plan().await;
    train(&ann, 8, 60.0).await;
    advance(&app, 7 * 86_400);
    train(&ann, 8, 70.0).await;
    advance(&app, 7 * 86_400);
    train(&ann, 8, 65.0).await;
    let summary = ann.get("/progress/summary").await;
    assert_eq!((&summary["streak_weeks"], &summary["sessions_completed"]), (&json!(3), &json!(1)));
    let lift = &summary["lifts"][0];
    assert_eq!(lift["exercise_id"], SQUAT);
    assert_eq!(&ann.get(&format!("/progress/exercises/{SQUAT}")).await, lift);
    let dates: Vec<String> =
        lift["trend"].as_array().unwrap().iter().map(|point| text(&point["date"])).collect();
    assert_eq!(dates, ["2026-03-16", "2026-03-23", "2026-03-30"]);
    // Eight repetitions without an RPE are 78.6% (the RTS chart): 60 / 0.786.
    assert!((lift["trend"][0]["e1rm_kg"].as_f64().unwrap() - 60.0 / 0.786).abs() < 0.01);
    assert_eq!(lift["e1rm_kg"], lift["trend"][2]["e1rm_kg"], "the newest");
    assert!(lift["next"]["weight_kg"].is_number());
    let weight =
        summary["records"].as_array().unwrap().iter().find(|record| record["kind"] == "weight").unwrap();
    assert_eq!((&weight["value"], &weight["date"]), (&json!(70.0), &json!("2026-03-23")));
    let never = ann.get(&format!("/progress/exercises/{BENCH}")).await;
    assert_eq!((&never["e1rm_kg"], &never["trend"]), (&Value::Null, &json!([])));
    let unknown = ann.request(Method::GET, "/progress/exercises/nothing").send().await.unwrap();
    problem(unknown, StatusCode::NOT_FOUND, "not-found").await;
}

#[tokio::test]
async fn a_set_counts_on_the_day_it_is_where_the_person_is() {
    let (app, ann) = with_plan().await;
    ann.set_profile(json!({"time_zone": "America/Los_Angeles"})).await;
    app.clock.set("2026-03-23T06:30:00Z".parse().unwrap());
    train(&ann, 8, 60.0).await;
    let sunday = ann.get("/progress/summary").await;
    assert_eq!((&sunday["week_start"], &sunday["volume_kg"]), (&json!("2026-03-16"), &json!(480.0)));
    assert_eq!(sunday["lifts"][0]["trend"][0]["date"], "2026-03-22");
    advance(&app, 3600);
    let monday = ann.get("/progress/summary").await;
    assert_eq!((&monday["week_start"], &monday["volume_kg"]), (&json!("2026-03-23"), &json!(0.0)));
    assert_eq!(monday["streak_weeks"], 1, "the new week may still be empty");
}

/// Clocks go forward in New York in the night to Sunday the 8th of March, and back on the 1st of November.
#[tokio::test]
async fn streak_and_adherence_hold_over_the_change_of_clocks_and_a_journey() {
    let (app, ann) = with_plan().await;
    ann.set_profile(json!({"time_zone": "America/New_York"})).await;
    // Sunday half past eleven at night, winter time; Sunday the same, summer time; Monday after midnight.
    for at in ["2026-03-02T04:30:00Z", "2026-03-09T03:30:00Z", "2026-03-16T04:30:00Z"] {
        app.clock.set(at.parse().unwrap());
        train(&ann, 8, 60.0).await;
    }
    let summary = ann.get("/progress/summary").await;
    let dates = |summary: &Value| -> Vec<String> {
        summary["lifts"][0]["trend"].as_array().unwrap().iter().map(|point| text(&point["date"])).collect()
    };
    assert_eq!(dates(&summary), ["2026-03-01", "2026-03-08", "2026-03-16"]);
    // The week of the 9th has none: the Sunday belongs to the week before it.
    assert_eq!((&summary["week_start"], &summary["streak_weeks"]), (&json!("2026-03-16"), &json!(1)));
    assert_eq!(summary["adherence"], json!({"planned": 6, "completed": 2}));
    // Whoever travels keeps the days that were; only today is counted where they are.
    ann.set_profile(json!({"time_zone": "Pacific/Auckland"})).await;
    app.clock.set("2026-03-22T12:30:00Z".parse().unwrap());
    let there = ann.get("/progress/summary").await;
    assert_eq!((&there["week_start"], &there["streak_weeks"]), (&json!("2026-03-23"), &json!(1)));
    assert_eq!(dates(&there), dates(&summary));
    train(&ann, 8, 60.0).await;
    let there = ann.get("/progress/summary").await;
    assert_eq!((&there["streak_weeks"], &there["sessions_completed"]), (&json!(2), &json!(1)));
    assert_eq!(dates(&there).last().unwrap(), "2026-03-23");
    ann.set_profile(json!({"time_zone": "Pacific/Honolulu"})).await;
    let back = ann.get("/progress/summary").await;
    // It is Sunday there: that Monday is still to come, and its session is in the week to come.
    assert_eq!((&back["week_start"], &back["sessions_completed"]), (&json!("2026-03-16"), &json!(1)));
    super::common::assert_totals_hold(&app, &ann).await;
}

#[tokio::test]
async fn what_a_bodyweight_exercise_weighs_is_shown_where_it_says_something() {
    let (_app, ann) = with_plan().await;
    ann.set_profile(json!({"bodyweight_kg": 80.0})).await;
    let id = text(&ann.start_session("Day1").await["id"]);
    for exercise in ["pull-up", "crunch"] {
        log(&ann, &id, json!({"exercise_id": exercise, "set_index": 1, "reps": 10, "weight_kg": 0.0})).await;
    }
    let summary = ann.get("/progress/summary").await;
    let lift = |name: &str| {
        summary["lifts"].as_array().unwrap().iter().find(|lift| lift["exercise_id"] == name).unwrap().clone()
    };
    assert!((lift("pull-up")["e1rm_kg"].as_f64().unwrap() - 80.0 / 0.739).abs() < 0.01);
    assert_eq!((&lift("crunch")["e1rm_kg"], &lift("crunch")["trend"]), (&Value::Null, &json!([])));
    let records = summary["records"].as_array().unwrap();
    assert!(records.iter().all(|record| record["exercise_id"] != "crunch"), "{records:?}");
}

/// Workouts of so many weeks back, oldest first, by someone without signal.
async fn trained_in(app: &TestApp, user: &TestUser, weeks: impl Iterator<Item = i64>) {
    let now = app.clock.now();
    for back in weeks {
        let ask = sessions::StartSession {
            split_day: None,
            id: Some(uuid::Uuid::new_v4().to_string()),
            started_at: Some(now - jiff::SignedDuration::from_hours(7 * 24 * back)),
        };
        let mut write = app.core.write(&user.id).await.unwrap();
        let id = sessions::start(&mut write, ask).await.unwrap().id;
        let done = sessions::PatchSession { status: Some(SessionStatus::Completed), notes: None };
        sessions::patch(&mut write, &id, done).await.unwrap();
        write.commit().await.unwrap();
    }
}

#[tokio::test]
async fn a_streak_of_years_is_counted_to_its_first_week() {
    let (app, ann) = with_plan().await;
    // The 16th of March 2026 and 199 weeks before it, but for the weeks left out; the streak.
    for (name, out, streak) in [
        ("no gap", vec![], 200),
        ("this week is still empty", vec![0], 199),
        ("a gap in the first ten", vec![7], 7),
        ("at the end of the first ten", vec![10], 10),
        ("in the year before", vec![30], 30),
        ("the last week of a year", vec![11], 11),
        ("the first week of a year", vec![62], 62),
        ("two years ago", vec![120, 130], 120),
        ("a whole year", (60..120).collect(), 60),
    ] {
        let user = app.user(name).await;
        trained_in(&app, &user, (0..200).rev().filter(|back| !out.contains(back))).await;
        assert_eq!(user.get("/progress/summary").await["streak_weeks"], streak, "{name}");
    }
    drop(ann);
}
