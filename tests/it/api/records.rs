//! Records: by the order in which sessions began, within a day as across days, and found again when an
//! earlier set changes. And what a workout without anything comes to.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::common::{SQUAT, advance, end, in_session, log, squat, text, with, with_plan};
use crate::support::app::{TestUser, expect};

/// A free workout of one set of squats, as it was answered when it ended; its id and that of the set.
async fn squats(user: &TestUser, kg: f64) -> (Value, String, String) {
    let id = text(&expect(user.post("/sessions", json!({})).await, StatusCode::CREATED).await["id"]);
    let set = log(user, &id, with(squat(1), json!({"weight_kg": kg, "reps": 5}))).await;
    (end(user, &id, "completed").await, id, text(&set["id"]))
}

/// The record of a session's heaviest load: the value and what it beat.
fn heaviest(session: &Value) -> Option<(f64, f64)> {
    let all = session["summary"]["records"].as_array().unwrap();
    let found = all.iter().find(|record| record["kind"] == "weight" && record["exercise_id"] == SQUAT)?;
    Some((found["value"].as_f64().unwrap(), found["previous"].as_f64().unwrap()))
}

#[tokio::test]
async fn of_three_workouts_in_a_day_each_is_measured_by_those_before_it() {
    let (app, ann) = with_plan().await;
    let mut seen = Vec::new();
    for kg in [60.0, 80.0, 70.0] {
        seen.push(heaviest(&squats(&ann, kg).await.0));
        advance(&app, 3600);
    }
    assert_eq!(seen, [None, Some((80.0, 60.0)), None]);
    advance(&app, 86_400);
    assert_eq!(heaviest(&squats(&ann, 75.0).await.0), None);
    assert_eq!(heaviest(&squats(&ann, 85.0).await.0), Some((85.0, 80.0)));
}

#[tokio::test]
async fn what_changes_in_an_earlier_session_is_followed_by_later_records() {
    let (app, ann) = with_plan().await;
    let (_, first, set) = squats(&ann, 60.0).await;
    advance(&app, 2 * 86_400);
    let (second, id, _) = squats(&ann, 62.5).await;
    assert_eq!(heaviest(&second), Some((62.5, 60.0)));
    let path = format!("/sessions/{first}/sets/{set}");
    for (kg, expected) in
        [(100.0, None), (62.0, Some((62.5, 62.0))), (62.5, None), (60.0, Some((62.5, 60.0)))]
    {
        expect(ann.patch(&path, json!({"weight_kg": kg})).await, StatusCode::OK).await;
        assert_eq!(heaviest(&ann.get(&format!("/sessions/{id}")).await), expected, "{kg}");
    }
    let before = ann.tag(&format!("/sessions/{id}")).await;
    expect(ann.patch(&path, json!({"weight_kg": 60.0})).await, StatusCode::OK).await;
    assert_eq!(ann.tag(&format!("/sessions/{id}")).await, before, "nothing changed");
    let key = crate::support::app::key();
    expect(ann.send(Method::DELETE, &path, &key, Value::Null).await, StatusCode::OK).await;
    assert_eq!(heaviest(&ann.get(&format!("/sessions/{id}")).await), None, "now it is the first time");
}

#[tokio::test]
async fn nothing_comes_to_zero_and_to_no_negative_one() {
    let (_app, ann, id) = in_session().await;
    let set = text(&log(&ann, &id, squat(1)).await["id"]);
    let path = format!("/sessions/{id}/sets/{set}");
    let key = crate::support::app::key();
    expect(ann.send(Method::DELETE, &path, &key, Value::Null).await, StatusCode::OK).await;
    end(&ann, &id, "completed").await;
    for path in ["/progress/summary", "/sessions?limit=5", "/weekly-plan"] {
        let text = ann.request(Method::GET, path).send().await.unwrap().text().await.unwrap();
        assert!(!text.contains("-0.0"), "{path}: {text}");
    }
}
