//! Versions of the plan: listed, and one of them restored.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::common::{BENCH, SQUAT, advance, pointers, problem, small_plan, text, with_plan};
use crate::support::app::{TestApp, TestUser, expect, key};

async fn restore(user: &TestUser, tag: &str, body: Value) -> reqwest::Response {
    let request = user.request(Method::POST, "/weekly-plan/restore").header("Idempotency-Key", key());
    request.header("If-Match", tag).json(&body).send().await.unwrap()
}

/// The plan with only its second day.
fn push_only() -> Value {
    let mut plan = small_plan();
    plan["days"].as_array_mut().unwrap().remove(0);
    plan
}

#[tokio::test]
async fn every_save_is_a_version_and_the_newest_stands() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    assert_eq!(ann.get("/weekly-plan/versions").await, json!({"items": [], "next_cursor": null}));
    for plan in [small_plan(), push_only(), small_plan()] {
        advance(&app, 60);
        expect(ann.put("/weekly-plan", "*", plan).await, StatusCode::OK).await;
    }
    let all = ann.get("/weekly-plan/versions").await;
    let rows: Vec<_> = all["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["plan_version"].clone(), row["days"].clone(), row["current"].clone()))
        .collect();
    assert_eq!(
        rows,
        [
            (json!(3), json!(2), json!(true)),
            (json!(2), json!(1), json!(false)),
            (json!(1), json!(2), json!(false))
        ]
    );
    let first = &all["items"][2];
    assert_eq!((&first["source"], &first["split"]), (&json!("user"), &json!("custom")));
    assert_eq!(first["created_at"], "2026-03-16T12:01:00Z");
    let page = ann.get("/weekly-plan/versions?limit=2").await;
    assert_eq!(page["items"].as_array().unwrap().len(), 2);
    expect(ann.put("/weekly-plan", "*", small_plan()).await, StatusCode::OK).await;
    let cursor = text(&page["next_cursor"]);
    let rest = ann.get(&format!("/weekly-plan/versions?limit=2&cursor={cursor}")).await;
    assert_eq!((&rest["items"][0]["plan_version"], &rest["next_cursor"]), (&json!(1), &Value::Null));
    assert_eq!(rest["items"].as_array().unwrap().len(), 1, "a page survives what is saved meanwhile");
    let bad = ann.request(Method::GET, "/weekly-plan/versions?cursor=eHl6").send().await.unwrap();
    assert_eq!(pointers(bad).await, ["?cursor"]);
}

#[tokio::test]
async fn a_restored_version_is_a_new_one_with_todays_loads() {
    let (_app, ann) = with_plan().await;
    let mut heavier = push_only();
    heavier["days"][0]["exercises"][0]["sets"][0]["weight_kg"] = json!(45.0);
    expect(ann.put("/weekly-plan", "*", heavier).await, StatusCode::OK).await;
    let tag = ann.tag("/weekly-plan").await;
    let answer = restore(&ann, &tag, json!({"plan_version": 1})).await;
    let new_tag = answer.headers()["etag"].to_str().unwrap().to_owned();
    let plan = expect(answer, StatusCode::OK).await;
    assert_eq!((&plan["plan_version"], &plan["meta"]["source"]), (&json!(3), &json!("restored")));
    assert_eq!(plan["days"][0]["exercises"][0]["exercise_id"], SQUAT);
    let bench = &plan["days"][1]["exercises"][0];
    assert_eq!((&bench["exercise_id"], &bench["sets"][0]["weight_kg"]), (&json!(BENCH), &json!(45.0)));
    assert_ne!(new_tag, tag);
    assert_eq!(ann.tag("/weekly-plan").await, new_tag);
    assert_eq!(ann.get("/weekly-plan").await, plan);
    let rows = ann.get("/weekly-plan/versions").await;
    assert_eq!(
        (&rows["items"][0]["source"], &rows["items"][0]["current"]),
        (&json!("restored"), &json!(true))
    );
}

#[tokio::test]
async fn the_rules_are_run_for_the_person_of_today() {
    let (_app, ann) = with_plan().await;
    let home = json!({"split": "custom", "days": [{"day": "Day1", "focus": "All", "weekday": "monday",
        "exercises": [{"exercise_id": "push-up", "sets": [{"reps_min": 8, "reps_max": 12}]}]}]});
    expect(ann.put("/weekly-plan", "*", home).await, StatusCode::OK).await;
    ann.set_profile(json!({"equipment": ["dumbbell"]})).await;
    let before = ann.get("/weekly-plan").await;
    let tag = ann.tag("/weekly-plan").await;
    let said = problem(
        restore(&ann, &tag, json!({"plan_version": 1})).await,
        StatusCode::UNPROCESSABLE_ENTITY,
        "plan-rules",
    )
    .await;
    assert_eq!(said["errors"][0]["pointer"], "/days/0/exercises/0/exercise_id");
    assert_eq!(said["violations"][0]["rule"], "equipment_not_owned");
    assert_eq!(ann.get("/weekly-plan").await, before);
    assert_eq!(ann.tag("/weekly-plan").await, tag);
}

#[tokio::test]
async fn it_needs_the_version_it_replaces_happens_once_and_knows_its_owner() {
    let (app, ann) = with_plan().await;
    let tag = ann.tag("/weekly-plan").await;
    let body = json!({"plan_version": 1});
    let bare = ann.post("/weekly-plan/restore", body.clone()).await;
    assert_eq!(bare.headers()["etag"], tag.as_str());
    problem(bare, StatusCode::PRECONDITION_REQUIRED, "if-match-needed").await;
    let stale = restore(&ann, "\"old\"", body.clone()).await;
    problem(stale, StatusCode::PRECONDITION_FAILED, "stale-version").await;
    let request = ann.request(Method::POST, "/weekly-plan/restore").header("If-Match", &tag).json(&body);
    assert_eq!(request.send().await.unwrap().status(), StatusCode::BAD_REQUEST, "without a key");
    for (body, pointer) in [
        (json!({"plan_version": 9}), "/plan_version"),
        (json!({"plan_version": 0}), "/plan_version"),
        (json!({"plan_version": -1}), "/plan_version"),
        (json!({"plan_version": "1"}), "/plan_version"),
        (json!({"plan_version": 1.5}), "/plan_version"),
        (json!({}), "/plan_version"),
        (json!({"plan_version": 1, "days": []}), "/days"),
    ] {
        assert_eq!(pointers(restore(&ann, &tag, body).await).await, [pointer]);
    }
    let bob = app.user("bob").await;
    let his = bob.tag("/weekly-plan").await;
    assert_eq!(
        pointers(restore(&bob, &his, body.clone()).await).await,
        ["/plan_version"],
        "ann's is not his"
    );
    assert_eq!(bob.get("/weekly-plan/versions").await["items"], json!([]));
    let key = key();
    let send = async || {
        let request = ann.request(Method::POST, "/weekly-plan/restore").header("Idempotency-Key", &key);
        request.header("If-Match", &tag).json(&body).send().await.unwrap()
    };
    let first = expect(send().await, StatusCode::OK).await;
    let again = send().await;
    assert_eq!(again.headers()["idempotency-replayed"], "true", "a replay comes before If-Match");
    assert_eq!(expect(again, StatusCode::OK).await, first);
    assert_eq!(ann.get("/weekly-plan").await["plan_version"], 2);
}
