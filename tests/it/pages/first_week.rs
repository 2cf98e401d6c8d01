//! The first week of an account: what was planned for the days before it is no debt.

use reqwest::StatusCode;
use serde_json::{Value, json};

use super::{Visitor, borrowed, fields, location, visitor};
use crate::support::app::{TestApp, TestUser, key};

/// A Saturday; the default week trains on Monday, Wednesday and Friday.
const SATURDAY: &str = "2026-11-28T12:00:00Z";

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

async fn at(time: &str) -> TestApp {
    let app = TestApp::start().await;
    app.clock.set(time.parse().unwrap());
    app
}

async fn states(ann: &TestUser, query: &str) -> Vec<String> {
    let week = ann.get(&format!("/weekly-plan{query}")).await;
    week["days"].as_array().unwrap().iter().map(|day| text(&day["status"])).collect()
}

async fn train(ada: &Visitor<'_>) -> String {
    let start = fields(&ada.page("/").await, "start-form");
    ada.post("/workout/start", &borrowed(&start)).await;
    let log = fields(&ada.page("/workout").await, "log-form");
    ada.post("/workout/sets", &borrowed(&log)).await;
    let mut finish = fields(&ada.page("/workout").await, "finish-form");
    finish.push(("status".to_owned(), "completed".to_owned()));
    let done = ada.post("/workout/finish", &borrowed(&finish)).await;
    assert_eq!(done.status(), StatusCode::SEE_OTHER);
    ada.page(location(&done)).await
}

#[tokio::test]
async fn no_day_before_the_account_is_missed() {
    let app = at(SATURDAY).await;
    let ann = app.user("ann").await;
    assert_eq!(states(&ann, "").await, ["upcoming"; 3]);
    assert_eq!(ann.get("/weekly-plan").await["days"][0]["date"], "2026-11-23", "it keeps its date");
    assert_eq!(states(&ann, "?week_start=2026-11-16").await, ["upcoming"; 3]);
    let tag = ann.tag("/weekly-plan").await;
    app.clock.set("2026-12-03T12:00:00Z".parse().unwrap());
    assert_ne!(ann.tag("/weekly-plan").await, tag);
    assert_eq!(states(&ann, "").await, ["missed", "missed", "upcoming"], "from then on they were here");
    assert_eq!(states(&ann, "?week_start=2026-11-23").await, ["upcoming"; 3]);
}

#[tokio::test]
async fn the_first_day_is_told_where_the_person_is() {
    // Friday evening in New York, Saturday in UTC.
    let app = at("2026-11-28T01:00:00Z").await;
    let ann = app.user("ann").await;
    app.clock.set("2026-11-29T12:00:00Z".parse().unwrap());
    assert_eq!(states(&ann, "").await, ["upcoming"; 3]);
    ann.set_profile(json!({"time_zone": "America/New_York"})).await;
    assert_eq!(states(&ann, "").await, ["upcoming", "upcoming", "missed"]);
}

#[tokio::test]
async fn what_was_done_before_the_account_is_done() {
    let app = at(SATURDAY).await;
    let ann = app.user("ann").await;
    let begun = json!({"id": "019ab000-0000-7000-8000-000000000001", "split_day": "Day1", "started_at": "2026-11-23T10:00:00Z"});
    let session: Value = ann.post("/sessions", begun).await.json().await.unwrap();
    let id = text(&session["id"]);
    let set = json!({"exercise_id": "barbell-back-squat", "set_index": 1, "reps": 8, "weight_kg": 60});
    ann.post(&format!("/sessions/{id}/sets"), set).await;
    ann.send(reqwest::Method::PATCH, &format!("/sessions/{id}"), &key(), json!({"status": "completed"}))
        .await;
    assert_eq!(states(&ann, "").await, ["done", "upcoming", "upcoming"]);
}

#[tokio::test]
async fn the_pages_of_a_new_account_offer_and_do_not_count() {
    let app = at(SATURDAY).await;
    let ada = visitor(&app, "Ada").await;
    let today = ada.page("/").await;
    assert!(today.contains("Next, any day"), "{today}");
    assert!(!today.contains("missed") && !today.contains("0 of 3") && !today.contains("23 Nov"), "{today}");
    let choose = ada.page("/workout").await;
    assert!(
        choose.contains("Any day") && !choose.contains("Missed") && !choose.contains("23 Nov"),
        "{choose}"
    );
    let plan = ada.page("/plan").await;
    assert!(plan.contains("Mon 23 Nov") && !plan.contains("Missed"), "the calendar keeps its dates: {plan}");
    let done = train(&ada).await;
    assert!(done.contains("Full body B") && done.contains("Any day") && !done.contains("25 Nov"), "{done}");
    let today = ada.page("/").await;
    assert!(today.contains("Next, any day") && today.contains("1 of 1 done"), "{today}");
    assert!(!today.contains("missed") && !today.contains("short this week"), "{today}");
    for _ in 0..2 {
        train(&ada).await;
    }
    assert!(ada.page("/").await.contains("All days are done"));
    assert!(ada.page("/workout").await.contains("Nothing more is due this week"));
    app.clock.set("2026-11-30T12:00:00Z".parse().unwrap());
    assert!(ada.page("/").await.contains("Next, today"));
}

#[tokio::test]
async fn a_missed_day_is_offered_without_the_date_that_is_over() {
    let app = at("2026-11-23T12:00:00Z").await;
    let ada = visitor(&app, "Ada").await;
    app.clock.set("2026-11-24T12:00:00Z".parse().unwrap());
    let today = ada.page("/").await;
    assert!(today.contains("Next, any day") && !today.contains("Mon 23 Nov"), "{today}");
    let choose = ada.page("/workout").await;
    assert!(choose.contains("Any day") && !choose.contains("Mon 23 Nov"), "{choose}");
}
