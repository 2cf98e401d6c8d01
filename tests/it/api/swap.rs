//! Swapping an exercise of a session: what goes, what comes, what stays logged and is decided.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::common::{
    BENCH, PLANK, SQUAT, assert_totals_hold, end, in_session, log, open_proposals, pointers, problem, squat,
    text, with, with_plan,
};
use crate::support::app::{TestUser, expect, key};

const LEG_PRESS: &str = "leg-press";

async fn swap(user: &TestUser, session: &str, old: &str, new: &str) -> reqwest::Response {
    let body = json!({"exercise_id": old, "replacement_id": new});
    user.post(&format!("/sessions/{session}/swap"), body).await
}

fn rules(session: &Value) -> Vec<(String, String)> {
    let all = session["summary"]["decisions"].as_array().unwrap();
    all.iter().map(|made| (text(&made["exercise_id"]), text(&made["rule"]))).collect()
}

#[tokio::test]
async fn a_swap_takes_the_place_and_the_suggestion_follows_in_one_step() {
    let (app, ann, id) = in_session().await;
    let before = ann.get(&format!("/sessions/{id}")).await;
    let answer = swap(&ann, &id, SQUAT, LEG_PRESS).await;
    let tag = answer.headers()["etag"].to_str().unwrap().to_owned();
    let after = expect(answer, StatusCode::OK).await;
    let ids: Vec<&Value> =
        after["prescribed"].as_array().unwrap().iter().map(|one| &one["exercise_id"]).collect();
    assert_eq!(ids, [&json!(LEG_PRESS), &json!(PLANK)], "in its place");
    let (old, new) = (&before["prescribed"][0], &after["prescribed"][0]);
    assert_eq!(new["name"], "Leg press");
    assert_eq!(new["rest_seconds"], old["rest_seconds"]);
    assert_eq!(new["sets"].as_array().unwrap().len(), 2);
    assert_eq!((&new["sets"][0]["reps_min"], &new["sets"][0]["reps_max"]), (&json!(5), &json!(8)));
    assert_ne!(new["sets"][0]["weight_kg"], 60.0, "the load is its own");
    assert!(new["sets"][0]["weight_kg"].is_number());
    assert_eq!(after["suggestion"]["args"]["exercise_id"], LEG_PRESS);
    assert_ne!(after["suggestion"]["id"], before["suggestion"]["id"]);
    assert_eq!(open_proposals(&app, &ann).await, [text(&after["suggestion"]["id"])]);
    assert_eq!(after["suggestion"]["base_version"], after["version"].to_string());
    assert_eq!(ann.tag(&format!("/sessions/{id}")).await, tag);
    assert_eq!(ann.get(&format!("/sessions/{id}/next-set")).await["exercise_id"], LEG_PRESS);
    let plan = ann.get("/weekly-plan").await;
    assert_eq!(plan["days"][0]["exercises"][0]["exercise_id"], SQUAT, "the plan stays as it was");
}

#[tokio::test]
async fn sets_of_the_old_one_stay_and_each_is_decided_under_its_own_name() {
    let (app, ann, id) = in_session().await;
    let logged = log(&ann, &id, squat(1)).await;
    let after = expect(swap(&ann, &id, SQUAT, LEG_PRESS).await, StatusCode::OK).await;
    assert_eq!(after["sets"], json!([logged]));
    assert_eq!(after["prescribed"][0]["sets"].as_array().unwrap().len(), 1, "what was left of two");
    let aim = ann.get(&format!("/sessions/{id}/next-set")).await;
    assert_eq!((&aim["exercise_id"], &aim["set_index"]), (&json!(LEG_PRESS), &json!(1)));
    log(&ann, &id, with(squat(1), json!({"exercise_id": LEG_PRESS, "weight_kg": aim["weight_kg"]}))).await;
    let done = end(&ann, &id, "completed").await;
    let mut made = rules(&done);
    made.sort();
    assert_eq!(made[0], (SQUAT.to_owned(), "hold".to_owned()), "one of its two sets is not all of them");
    assert_eq!(made[1].0, LEG_PRESS);
    let week = ann.get("/weekly-plan").await;
    assert_eq!(week["days"][0]["exercises"][0]["sets"][0]["weight_kg"], 60.0);
    assert_totals_hold(&app, &ann).await;
    let path = format!("/sessions/{id}/sets/{}", text(&logged["id"]));
    expect(ann.send(Method::DELETE, &path, &key(), Value::Null).await, StatusCode::OK).await;
    let left: Vec<String> =
        rules(&ann.get(&format!("/sessions/{id}")).await).into_iter().map(|(id, _)| id).collect();
    assert_eq!(left, [LEG_PRESS], "without its set the old one is not decided");
}

#[tokio::test]
async fn an_exercise_can_come_back_and_go_on_where_it_was() {
    let (_app, ann, id) = in_session().await;
    log(&ann, &id, squat(1)).await;
    expect(swap(&ann, &id, SQUAT, LEG_PRESS).await, StatusCode::OK).await;
    let back = expect(swap(&ann, &id, LEG_PRESS, SQUAT).await, StatusCode::OK).await;
    assert_eq!(back["prescribed"][0]["sets"].as_array().unwrap().len(), 2);
    let aim = ann.get(&format!("/sessions/{id}/next-set")).await;
    assert_eq!((&aim["exercise_id"], &aim["set_index"]), (&json!(SQUAT), &json!(2)));
    log(&ann, &id, squat(2)).await;
    assert_eq!(rules(&end(&ann, &id, "completed").await), [(SQUAT.to_owned(), "advance".to_owned())]);
}

#[tokio::test]
async fn what_does_not_suit_is_refused_with_its_field() {
    let (_app, ann, id) = in_session().await;
    ann.set_profile(
        json!({"equipment": ["barbell", "dumbbell"], "limitations": [{"pattern": "hip", "note": null}]}),
    )
    .await;
    let before = ann.get(&format!("/sessions/{id}")).await;
    for (old, new, pointer, code) in [
        (SQUAT, "no-such", "/replacement_id", "unknown_exercise"),
        (SQUAT, PLANK, "/replacement_id", "duplicate_exercise"),
        (SQUAT, SQUAT, "/replacement_id", "duplicate_exercise"),
        (SQUAT, LEG_PRESS, "/replacement_id", "equipment_not_owned"),
        (SQUAT, "barbell-deadlift", "/replacement_id", "contraindicated"),
        (BENCH, "dumbbell-deadlift", "/exercise_id", "not_prescribed"),
        ("no-such", "dumbbell-deadlift", "/exercise_id", "not_prescribed"),
    ] {
        let answer = swap(&ann, &id, old, new).await;
        let said = problem(answer, StatusCode::UNPROCESSABLE_ENTITY, "invalid-fields").await;
        assert_eq!(
            (&said["errors"][0]["pointer"], &said["errors"][0]["code"]),
            (&json!(pointer), &json!(code))
        );
    }
    let path = format!("/sessions/{id}/swap");
    for (body, pointer) in [
        (json!({"exercise_id": SQUAT}), "/replacement_id"),
        (json!({"exercise_id": 1, "replacement_id": "x"}), "/exercise_id"),
        (json!({"exercise_id": SQUAT, "replacement_id": "x", "sets": 3}), "/sets"),
        (json!([]), ""),
    ] {
        assert_eq!(pointers(ann.post(&path, body).await).await, [pointer]);
    }
    assert_eq!(ann.get(&format!("/sessions/{id}")).await, before, "nothing was changed");
    log(&ann, &id, squat(1)).await;
    log(&ann, &id, squat(2)).await;
    let answer = swap(&ann, &id, SQUAT, "dumbbell-front-squat").await;
    assert_eq!(pointers(answer).await, ["/exercise_id"], "all of its sets are done");
}

#[tokio::test]
async fn once_only_in_an_active_session_of_ones_own() {
    let (app, ann, id) = in_session().await;
    let (path, key) = (format!("/sessions/{id}/swap"), key());
    let body = json!({"exercise_id": SQUAT, "replacement_id": LEG_PRESS});
    let without = ann.request(Method::POST, &path).json(&body).send().await.unwrap();
    assert_eq!(without.status(), StatusCode::BAD_REQUEST);
    let stale =
        ann.request(Method::POST, &path).header("Idempotency-Key", &key).header("If-Match", "\"old\"");
    assert_eq!(stale.json(&body).send().await.unwrap().status(), StatusCode::PRECONDITION_FAILED);
    let first = expect(ann.send(Method::POST, &path, &key, body.clone()).await, StatusCode::OK).await;
    let again = ann.send(Method::POST, &path, &key, body.clone()).await;
    assert_eq!(again.headers()["idempotency-replayed"], "true");
    assert_eq!(expect(again, StatusCode::OK).await, first);
    let other = json!({"exercise_id": SQUAT, "replacement_id": "hack-squat"});
    assert_eq!(ann.send(Method::POST, &path, &key, other).await.status(), StatusCode::CONFLICT);
    let bob = app.user("bob").await;
    problem(bob.post(&path, body.clone()).await, StatusCode::NOT_FOUND, "not-found").await;
    end(&ann, &id, "completed").await;
    let back = json!({"exercise_id": LEG_PRESS, "replacement_id": SQUAT});
    let said = problem(ann.post(&path, back.clone()).await, StatusCode::CONFLICT, "session-final").await;
    assert_eq!(said["session_status"], "completed");
    let (_app, cas) = with_plan().await;
    let free = text(&expect(cas.post("/sessions", json!({})).await, StatusCode::CREATED).await["id"]);
    assert_eq!(pointers(cas.post(&format!("/sessions/{free}/swap"), back).await).await, ["/exercise_id"]);
}
