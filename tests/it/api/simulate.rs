//! The plan run forward: whole weeks, by scenario, the same every time, saving nothing.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::common::{PLANK, SQUAT, pointers, small_plan, with_plan};
use crate::support::app::{TestApp, TestUser, expect};

async fn simulate(user: &TestUser, weeks: u8, scenario: &str) -> Value {
    let body = json!({"weeks": weeks, "scenario": scenario});
    expect(user.post("/weekly-plan/simulate", body).await, StatusCode::OK).await
}

/// The squat's prescribed load, week by week.
fn squats(simulation: &Value) -> Vec<f64> {
    let weeks = simulation["weeks"].as_array().unwrap().iter();
    weeks
        .map(|week| {
            let lines = week["exercises"].as_array().unwrap();
            let line = lines.iter().find(|line| line["exercise_id"] == SQUAT).unwrap();
            line["weight_kg"].as_f64().unwrap()
        })
        .collect()
}

#[tokio::test]
async fn each_week_says_loads_sets_and_minutes() {
    let (_app, ann) = with_plan().await;
    let made = simulate(&ann, 4, "success").await;
    let weeks = made["weeks"].as_array().unwrap();
    assert_eq!(weeks.len(), 4);
    let plan = ann.get("/weekly-plan").await;
    for (n, week) in weeks.iter().enumerate() {
        assert_eq!(week["week"], n + 1);
        assert_eq!(week["sets_per_muscle"], plan["meta"]["sets_per_muscle"]);
        assert_eq!(week["days"].as_array().unwrap().len(), 2);
        assert_eq!(week["days"][0]["minutes"], plan["days"][0]["estimated_minutes"]);
        let ids: Vec<&Value> =
            week["exercises"].as_array().unwrap().iter().map(|line| &line["exercise_id"]).collect();
        assert_eq!(ids[..2], [&json!(SQUAT), &json!(PLANK)]);
    }
    assert_eq!(
        (&weeks[0]["week_start"], &weeks[0]["days"][1]["date"]),
        (&json!("2026-03-23"), &json!("2026-03-26"))
    );
    let first = &weeks[0]["exercises"][0];
    assert_eq!(
        (&first["weight_kg"], &first["reps_min"], &first["reps_max"]),
        (&json!(60.0), &json!(5), &json!(8))
    );
    assert_eq!(first["reps"].as_array().unwrap().len(), 2);
    assert!(first["rule"].is_string() && first["because"].is_string());
}

#[tokio::test]
async fn success_climbs_misses_fall_and_the_middle_lies_between() {
    let (_app, ann) = with_plan().await;
    let last = async |scenario: &str| *squats(&simulate(&ann, 12, scenario).await).last().unwrap();
    let (up, mixed, down) = (last("success").await, last("mixed").await, last("miss").await);
    assert!(up > 60.0 && down < 60.0, "{up} {down}");
    assert!((down..=up).contains(&mixed), "{down} {mixed} {up}");
}

#[tokio::test]
async fn it_saves_nothing_and_says_the_same_again() {
    let (app, ann) = with_plan().await;
    let seen = async || {
        let tags = (ann.tag("/weekly-plan").await, ann.tag("/progress/summary").await);
        (tags, ann.get("/weekly-plan").await, ann.get("/sessions").await)
    };
    let before = seen().await;
    let first = simulate(&ann, 12, "mixed").await;
    assert_eq!(simulate(&ann, 12, "mixed").await, first);
    assert_eq!(seen().await, before);
    // It begins from what stands, for whoever asks.
    let bob = app.user("bob").await;
    let mut plan = small_plan();
    plan["days"][0]["exercises"][0]["sets"][0]["weight_kg"] = json!(100.0);
    plan["days"][0]["exercises"][0]["sets"][1]["weight_kg"] = json!(100.0);
    expect(bob.put("/weekly-plan", "*", plan).await, StatusCode::OK).await;
    assert!((squats(&simulate(&bob, 4, "success").await)[0] - 100.0).abs() < 1e-9);
}

#[tokio::test]
async fn a_plan_that_was_never_saved_can_be_run_as_well() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    for days in 2..=6 {
        ann.set_profile(json!({"days_per_week": days})).await;
        let made = simulate(&ann, 4, "success").await;
        assert_eq!(made["weeks"][3]["days"].as_array().unwrap().len(), days);
    }
}

#[tokio::test]
async fn a_bad_ask_says_which_field() {
    let (app, ann) = with_plan().await;
    for (body, pointer) in [
        (json!({"weeks": 3, "scenario": "success"}), "/weeks"),
        (json!({"weeks": 13, "scenario": "success"}), "/weeks"),
        (json!({"weeks": 4.5, "scenario": "success"}), "/weeks"),
        (json!({"weeks": -4, "scenario": "success"}), "/weeks"),
        (json!({"scenario": "success"}), "/weeks"),
        (json!({"weeks": 4}), "/scenario"),
        (json!({"weeks": 4, "scenario": "luck"}), "/scenario"),
        (json!({"weeks": 4, "scenario": "miss", "seed": 1}), "/seed"),
        (json!([4]), ""),
    ] {
        assert_eq!(pointers(ann.post("/weekly-plan/simulate", body).await).await, [pointer]);
    }
    let anonymous = app.anonymous(Method::POST, "/api/v1/weekly-plan/simulate").json(&json!({"weeks": 4}));
    assert_eq!(anonymous.send().await.unwrap().status(), StatusCode::UNAUTHORIZED);
}
