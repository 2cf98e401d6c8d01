//! Who waits, how long, and what they are told.

use std::time::Duration;

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use spotter::service::accounts;
use tokio::task::JoinSet;

use crate::api::common::{in_session, problem, squat, text};
use crate::support::app::{TestApp, expect, key};
use crate::support::database::Other;

#[tokio::test]
async fn duplicates_wait_for_the_first_and_then_replay() {
    let (app, ann, id) = in_session().await;
    let (key, path) = (key(), format!("/sessions/{id}/sets"));
    let held = app.core.write(&ann.id).await.unwrap();
    let mut sending = JoinSet::new();
    for _ in 0..12 {
        let (ann, key, path) = (ann.clone(), key.clone(), path.clone());
        sending.spawn(async move {
            let answer = ann.send(Method::POST, &path, &key, squat(1)).await;
            let replayed = answer.headers().contains_key("idempotency-replayed");
            (answer.status(), replayed, answer.text().await.unwrap())
        });
    }
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert!(sending.try_join_next().is_none(), "nobody is answered while the write before is at work");
    drop(held);
    let answers = sending.join_all().await;
    assert!(answers.iter().all(|(status, _, body)| *status == 201 && *body == answers[0].2), "{answers:?}");
    assert_eq!(answers.iter().filter(|(_, replayed, _)| !replayed).count(), 1);
}

/// Takes what every write of this person needs.
async fn hold(other: &mut Other, user_id: &str) {
    match other {
        Other::Sqlite(_) => other.execute("BEGIN IMMEDIATE").await.unwrap(),
        Other::Postgres(_) => {
            let sql = format!("BEGIN; SELECT id FROM users WHERE id = '{user_id}' FOR UPDATE");
            other.execute(sql).await.unwrap();
        }
    }
}

#[tokio::test]
async fn a_lock_that_another_program_holds_is_409_with_a_key_503_without_and_stops_no_reader() {
    let (app, ann, id) = in_session().await;
    let (key, path) = (key(), format!("/sessions/{id}/sets"));
    let profile = ann.get("/profile").await;
    let tag = ann.tag("/profile").await;
    let mut other = app.database.connect().await;
    hold(&mut other, &ann.id).await;
    let (keyed, unkeyed, read) = tokio::join!(
        ann.send(Method::POST, &path, &key, squat(1)),
        ann.put("/profile", &tag, profile.clone()),
        ann.get("/profile"),
    );
    assert_eq!(read, profile);
    assert_eq!(keyed.headers()["retry-after"], "1");
    problem(keyed, StatusCode::CONFLICT, "idempotency-in-flight").await;
    assert_eq!(unkeyed.headers()["retry-after"], "1");
    problem(unkeyed, StatusCode::SERVICE_UNAVAILABLE, "busy").await;
    other.execute("ROLLBACK").await.unwrap();
    expect(ann.send(Method::POST, &path, &key, squat(1)).await, StatusCode::CREATED).await;
    expect(ann.put("/profile", &tag, profile).await, StatusCode::OK).await;
}

#[tokio::test]
async fn only_one_of_many_first_accounts_is_made() {
    let app = TestApp::start().await;
    let mut making = JoinSet::new();
    for number in 0..8 {
        let core = app.core.clone();
        making.spawn(async move {
            accounts::create_first(&core, &format!("first-{number}"), "long enough".to_owned()).await.is_ok()
        });
    }
    let made = making.join_all().await;
    assert_eq!(made.iter().filter(|made| **made).count(), 1, "{made:?}");
}

#[tokio::test]
async fn plans_that_are_saved_at_once_get_versions_of_their_own() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    let plan = crate::api::common::small_plan();
    let mut saving = JoinSet::new();
    for _ in 0..16 {
        let (ann, plan) = (ann.clone(), plan.clone());
        saving.spawn(async move {
            let saved: Value = expect(ann.put("/weekly-plan", "*", plan).await, StatusCode::OK).await;
            saved["plan_version"].as_i64().unwrap()
        });
    }
    let mut versions = saving.join_all().await;
    versions.sort_unstable();
    assert_eq!(versions, (1..=16).collect::<Vec<i64>>());
}

#[tokio::test]
async fn of_many_sessions_begun_at_once_one_is_active() {
    let (_app, ann) = crate::api::common::with_plan().await;
    let mut starting = JoinSet::new();
    for _ in 0..16 {
        let ann = ann.clone();
        starting.spawn(async move {
            let answer = ann.post("/sessions", json!({"split_day": "Day1"})).await;
            (answer.status().as_u16(), answer.json::<Value>().await.unwrap())
        });
    }
    let answers = starting.join_all().await;
    let begun: Vec<_> = answers.iter().filter(|(status, _)| *status == 201).collect();
    assert_eq!(begun.len(), 1, "{answers:?}");
    for (status, body) in answers.iter().filter(|(status, _)| *status != 201) {
        assert_eq!(*status, 409, "{body}");
        assert_eq!(text(&body["active_session_id"]), text(&begun[0].1["id"]));
    }
}
