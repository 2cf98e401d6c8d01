//! The bodyweight log: one a day, the newest in the profile, each set with its own day's.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::common::{advance, pointers, problem, text};
use crate::support::app::{TestApp, TestUser, expect, key};

async fn weigh(user: &TestUser, date: &str, kg: f64) -> Value {
    let answer = user.post("/bodyweight", json!({"date": date, "bodyweight_kg": kg})).await;
    expect(answer, StatusCode::CREATED).await
}

#[tokio::test]
async fn one_a_day_and_the_profile_follows_the_newest() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    assert_eq!(ann.get("/bodyweight").await, json!({"items": [], "next_cursor": null}));
    let profile = async || ann.get("/profile").await["bodyweight_kg"].clone();
    let said = weigh(&ann, "2026-03-14", 80.0).await;
    assert_eq!(said, json!({"date": "2026-03-14", "bodyweight_kg": 80.0}));
    assert_eq!(profile().await, 80.0);
    weigh(&ann, "2026-03-16", 81.5).await;
    assert_eq!(profile().await, 81.5);
    weigh(&ann, "2026-03-10", 79.0).await;
    assert_eq!(profile().await, 81.5, "an older day changes nothing now");
    weigh(&ann, "2026-03-16", 81.0).await;
    assert_eq!(profile().await, 81.0, "the same day is replaced");
    let days: Vec<_> = ann.get("/bodyweight").await["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (text(&row["date"]), row["bodyweight_kg"].as_f64().unwrap()))
        .collect();
    let expected = [("2026-03-16", 81.0), ("2026-03-14", 80.0), ("2026-03-10", 79.0)];
    assert_eq!(days, expected.map(|(day, kg)| (day.to_owned(), kg)));
    ann.set_profile(json!({"bodyweight_kg": 82.5})).await;
    assert_eq!(
        ann.get("/bodyweight").await["items"][0],
        json!({"date": "2026-03-16", "bodyweight_kg": 82.5})
    );
}

#[tokio::test]
async fn tags_move_when_the_profile_does() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    weigh(&ann, "2026-03-16", 80.0).await;
    let tags = async || (ann.tag("/profile").await, ann.tag("/weekly-plan").await);
    let before = tags().await;
    weigh(&ann, "2026-03-16", 80.0).await;
    weigh(&ann, "2026-03-01", 90.0).await;
    assert_eq!(tags().await, before, "the profile says the same");
    weigh(&ann, "2026-03-16", 80.5).await;
    let after = tags().await;
    assert!(after.0 != before.0 && after.1 != before.1);
}

#[tokio::test]
async fn a_set_keeps_the_bodyweight_of_its_day() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    weigh(&ann, "2026-03-13", 70.0).await;
    weigh(&ann, "2026-03-15", 100.0).await;
    let start = json!({"started_at": "2026-03-13T10:00:00Z"});
    let id = text(&expect(ann.post("/sessions", start).await, StatusCode::CREATED).await["id"]);
    let e1rm = async |day: &str| {
        let lift = ann.get("/progress/exercises/pull-up").await;
        let trend = lift["trend"].as_array().unwrap().clone();
        trend.iter().find(|point| point["date"] == day).map(|point| point["e1rm_kg"].as_f64().unwrap())
    };
    for (index, day) in [(1, "2026-03-13"), (2, "2026-03-14"), (3, "2026-03-16")] {
        let set = json!({"exercise_id": "pull-up", "set_index": index, "reps": 1, "weight_kg": 0.0,
            "rpe": 10.0, "logged_at": format!("{day}T10:30:00Z")});
        expect(ann.post(&format!("/sessions/{id}/sets"), set).await, StatusCode::CREATED).await;
    }
    assert_eq!(e1rm("2026-03-13").await, Some(70.0), "that day's own");
    assert_eq!(e1rm("2026-03-14").await, Some(70.0), "the newest before it");
    assert_eq!(e1rm("2026-03-16").await, Some(100.0));
    weigh(&ann, "2026-03-13", 75.0).await;
    assert_eq!(e1rm("2026-03-13").await, Some(70.0), "what was logged keeps what it had");
}

#[tokio::test]
async fn bad_values_say_which_field_and_the_future_is_refused_by_the_persons_calendar() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    for (body, expected) in [
        (json!({"date": "2026-03-17", "bodyweight_kg": 80}), vec!["/date"]),
        (json!({"date": "1899-12-31", "bodyweight_kg": 80}), vec!["/date"]),
        (json!({"date": "2026-02-30", "bodyweight_kg": 80}), vec!["/date"]),
        (json!({"date": "today", "bodyweight_kg": 80}), vec!["/date"]),
        (json!({"bodyweight_kg": 80}), vec!["/date"]),
        (json!({"date": "2026-03-16"}), vec!["/bodyweight_kg"]),
        (json!({"date": "2026-03-16", "bodyweight_kg": 19.9}), vec!["/bodyweight_kg"]),
        (json!({"date": "2026-03-16", "bodyweight_kg": 400.1}), vec!["/bodyweight_kg"]),
        (json!({"date": "2026-03-16", "bodyweight_kg": "80"}), vec!["/bodyweight_kg"]),
        (json!({"date": "2027-01-01", "bodyweight_kg": 1}), vec!["/date", "/bodyweight_kg"]),
        (json!({"date": "2026-03-16", "bodyweight_kg": 80, "unit": "lb"}), vec!["/unit"]),
    ] {
        assert_eq!(pointers(ann.post("/bodyweight", body.clone()).await).await, expected, "{body}");
    }
    ann.set_profile(json!({"time_zone": "Pacific/Auckland"})).await;
    weigh(&ann, "2026-03-17", 80.0).await;
    ann.set_profile(json!({"time_zone": "Pacific/Honolulu"})).await;
    let answer = ann.post("/bodyweight", json!({"date": "2026-03-17", "bodyweight_kg": 80})).await;
    assert_eq!(pointers(answer).await, ["/date"]);
}

#[tokio::test]
async fn once_for_its_key_by_pages_and_for_its_person_alone() {
    let app = TestApp::start().await;
    let (ann, bob) = (app.user("ann").await, app.user("bob").await);
    let key = key();
    let body = json!({"date": "2026-03-16", "bodyweight_kg": 80.0});
    let first =
        expect(ann.send(Method::POST, "/bodyweight", &key, body.clone()).await, StatusCode::CREATED).await;
    weigh(&ann, "2026-03-16", 85.0).await;
    let again = ann.send(Method::POST, "/bodyweight", &key, body.clone()).await;
    assert_eq!(again.headers()["idempotency-replayed"], "true");
    assert_eq!(expect(again, StatusCode::CREATED).await, first);
    assert_eq!(ann.get("/profile").await["bodyweight_kg"], 85.0, "a replay changes nothing");
    let bare = ann.request(Method::POST, "/bodyweight").json(&body).send().await.unwrap();
    problem(bare, StatusCode::BAD_REQUEST, "idempotency-key-needed").await;
    for day in ["2026-03-11", "2026-03-12", "2026-03-13", "2026-03-14"] {
        weigh(&ann, day, 80.0).await;
    }
    let (mut seen, mut day, mut path) = (Vec::new(), 16, "/bodyweight?limit=2".to_owned());
    loop {
        let page = ann.get(&path).await;
        seen.extend(page["items"].as_array().unwrap().iter().map(|row| text(&row["date"])));
        advance(&app, 86_400);
        day += 1;
        weigh(&ann, &format!("2026-03-{day}"), 90.0).await;
        let Some(cursor) = page["next_cursor"].as_str() else { break };
        path = format!("/bodyweight?limit=2&cursor={cursor}");
    }
    assert_eq!(seen, ["2026-03-16", "2026-03-14", "2026-03-13", "2026-03-12", "2026-03-11"]);
    assert_eq!(bob.get("/bodyweight").await["items"], json!([]));
    let bad = ann.request(Method::GET, "/bodyweight?cursor=eHl6").send().await.unwrap();
    assert_eq!(pointers(bad).await, ["?cursor"]);
}
