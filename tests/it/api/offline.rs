//! Sessions that began offline, free workouts, and what changes around sessions: notes, locks,
//! preconditions, pain, assisted and timed exercises.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::common::{
    BENCH, PLANK, SQUAT, advance, assert_totals_hold, end, in_session, log, open_proposals, pointers,
    problem, squat, text, with, with_plan,
};
use crate::support::app::{TestUser, expect, key};

const OLDER: &str = "0195a000-0000-7000-8000-0000000000ab";

async fn start(user: &TestUser, body: Value) -> Value {
    expect(user.post("/sessions", body).await, StatusCode::CREATED).await
}

fn decision<'a>(session: &'a Value, exercise: &str) -> &'a Value {
    let all = session["summary"]["decisions"].as_array().unwrap();
    all.iter().find(|decision| decision["exercise_id"] == exercise).unwrap_or(&Value::Null)
}

#[tokio::test]
async fn an_older_session_from_offline_leaves_the_active_one_and_ends_with_its_last_set() {
    let (app, ann, active) = in_session().await;
    advance(&app, 600);
    log(&ann, &active, squat(1)).await;
    let before = ann.get(&format!("/sessions/{active}")).await;
    let body = json!({"split_day": "Day2", "id": OLDER, "started_at": "2026-03-16T08:00:00Z"});
    let older = start(&ann, body.clone()).await;
    assert_eq!((&older["status"], &older["suggestion"]), (&json!("completed"), &Value::Null));
    assert_eq!(
        (&older["started_at"], &older["ended_at"]),
        (&json!("2026-03-16T08:00:00Z"), &json!("2026-03-16T08:00:00Z"))
    );
    assert_eq!(ann.get(&format!("/sessions/{active}")).await, before, "the newer one is untouched");
    assert_eq!(ann.get("/sessions/active").await["id"], active.as_str());
    assert_eq!(open_proposals(&app, &ann).await, [text(&before["suggestion"]["id"])]);
    let bench = json!({"exercise_id": BENCH, "set_index": 1, "reps": 8, "weight_kg": 40.0});
    for (index, at) in [(1, "2026-03-16T08:20:00Z"), (2, "2026-03-16T08:10:00Z")] {
        log(&ann, OLDER, with(bench.clone(), json!({"set_index": index, "logged_at": at}))).await;
    }
    let done = ann.get(&format!("/sessions/{OLDER}")).await;
    assert_eq!(done["ended_at"], "2026-03-16T08:20:00Z", "as of its last set");
    assert_eq!(done["summary"]["duration_seconds"], 1200);
    assert_eq!(decision(&done, BENCH)["rule"], "advance");
    let path = format!("/sessions/{OLDER}");
    let again = ann.patch(&path, json!({"status": "completed"})).await;
    problem(again, StatusCode::CONFLICT, "session-final").await;
    assert_eq!(start(&ann, body).await, done, "the same id again is the same session");
    end(&ann, &active, "completed").await;
    let plan = ann.get("/weekly-plan").await;
    assert_eq!(plan["days"][1]["status"], "done");
    assert_eq!(plan["days"][1]["exercises"][0]["sets"][0]["weight_kg"], 42.5);
    assert_totals_hold(&app, &ann).await;
}

#[tokio::test]
async fn an_older_session_does_not_undo_what_a_newer_one_decided() {
    let (app, ann, newer) = in_session().await;
    for index in [1, 2] {
        log(&ann, &newer, squat(index)).await;
    }
    advance(&app, 600);
    end(&ann, &newer, "completed").await;
    let load =
        async || ann.get("/weekly-plan").await["days"][0]["exercises"][0]["sets"][0]["weight_kg"].clone();
    assert_eq!(load().await, 62.5);
    start(&ann, json!({"split_day": "Day1", "id": OLDER, "started_at": "2026-03-14T08:00:00Z"})).await;
    for index in [1, 2] {
        let at = json!({"reps": 3, "logged_at": "2026-03-14T08:10:00Z"});
        log(&ann, OLDER, with(squat(index), at)).await;
    }
    end(&ann, OLDER, "completed").await;
    assert_eq!(load().await, 62.5, "it was lifted before");
    assert_totals_hold(&app, &ann).await;
}

#[tokio::test]
async fn times_are_brought_into_what_is_possible_and_never_refused() {
    let (app, ann) = with_plan().await;
    let session = start(&ann, json!({"started_at": "2026-03-16T11:00:00Z"})).await;
    let id = text(&session["id"]);
    for (index, sent, kept) in [
        (1, "2030-01-01T00:00:00Z", "2026-03-16T12:00:00Z"),
        (2, "2020-01-01T00:00:00Z", "2026-03-16T11:00:00Z"),
        (3, "2026-03-16T12:30:00+01:00", "2026-03-16T11:30:00Z"),
    ] {
        let set = log(&ann, &id, with(squat(index), json!({"logged_at": sent}))).await;
        assert_eq!(set["logged_at"], kept, "{sent}");
    }
    assert_totals_hold(&app, &ann).await;
}

#[tokio::test]
async fn a_free_workout_is_decided_as_the_plan_or_the_exercise_asks() {
    let (app, ann) = with_plan().await;
    let id = text(&start(&ann, json!({})).await["id"]);
    assert_eq!(ann.get(&format!("/sessions/{id}/next-set")).await["done"], true);
    for index in [1, 2] {
        log(&ann, &id, squat(index)).await;
    }
    let curl =
        json!({"exercise_id": "dumbbell-curl", "set_index": 1, "reps": 9, "weight_kg": 10.0, "rpe": 8.0});
    log(&ann, &id, curl.clone()).await;
    assert!(open_proposals(&app, &ann).await.is_empty(), "nothing is prescribed, so nothing is suggested");
    let done = end(&ann, &id, "completed").await;
    let (squats, curls) = (decision(&done, SQUAT), decision(&done, "dumbbell-curl"));
    assert_eq!((&squats["rule"], &squats["next"]["weight_kg"]), (&json!("advance"), &json!(62.5)));
    assert_eq!(squats["from"]["reps_max"], 8, "in the plan's range");
    assert_eq!((&curls["rule"], &curls["next"]["weight_kg"]), (&json!("hold"), &json!(10.0)));
    let usual = ann.get("/exercises/dumbbell-curl").await;
    assert_eq!(
        (&curls["from"]["reps_min"], &curls["from"]["reps_max"]),
        (&usual["reps_min"], &usual["reps_max"])
    );
    let plan = ann.get("/weekly-plan").await;
    assert_eq!(plan["days"][0]["exercises"][0]["sets"][0]["weight_kg"], 62.5);
    assert_eq!(plan["days"][0]["status"], "upcoming", "no day of the plan was done by it");
    let first = text(&done["sets"][0]["id"]);
    let path = format!("/sessions/{id}/sets/{first}");
    expect(ann.patch(&path, json!({"reps": 4})).await, StatusCode::OK).await;
    let again = ann.get(&format!("/sessions/{id}")).await;
    assert_eq!(decision(&again, SQUAT)["rule"], "hold", "decided again from what stood before");
    assert_eq!(decision(&again, SQUAT)["next"]["weight_kg"], 60.0);
    assert_eq!(ann.get("/progress/exercises/dumbbell-curl").await["next"]["weight_kg"], 10.0);
    let curls =
        done["sets"].as_array().unwrap().iter().find(|set| set["exercise_id"] == "dumbbell-curl").unwrap();
    let path = format!("/sessions/{id}/sets/{}", text(&curls["id"]));
    expect(ann.send(Method::DELETE, &path, &key(), Value::Null).await, StatusCode::OK).await;
    assert_eq!(
        ann.get("/progress/exercises/dumbbell-curl").await["next"],
        Value::Null,
        "nothing stood before"
    );
    assert_totals_hold(&app, &ann).await;
}

#[tokio::test]
async fn a_late_set_of_a_free_workout_goes_on_from_what_stood_before_it() {
    let (app, ann, id) = in_session().await;
    for index in [1, 2] {
        log(&ann, &id, squat(index)).await;
    }
    end(&ann, &id, "completed").await;
    advance(&app, 86_400);
    let id = text(&start(&ann, json!({})).await["id"]);
    log(&ann, &id, json!({"exercise_id": BENCH, "set_index": 1, "reps": 8, "weight_kg": 40.0})).await;
    end(&ann, &id, "completed").await;
    log(&ann, &id, with(squat(1), json!({"weight_kg": 62.5}))).await;
    let made = ann.get(&format!("/sessions/{id}")).await;
    assert_eq!(decision(&made, SQUAT)["from"]["weight_kg"], 62.5, "{made}");
    assert_eq!(decision(&made, BENCH)["rule"], "advance");
    assert_totals_hold(&app, &ann).await;
}

#[tokio::test]
async fn one_set_of_what_the_plan_asks_two_of_does_not_advance() {
    let (_app, ann) = with_plan().await;
    let id = text(&start(&ann, json!({"split_day": null})).await["id"]);
    log(&ann, &id, squat(1)).await;
    assert_eq!(decision(&end(&ann, &id, "completed").await, SQUAT)["rule"], "hold");
}

#[tokio::test]
async fn notes_go_with_null_and_stay_when_they_are_not_named() {
    let (_app, ann, id) = in_session().await;
    let path = format!("/sessions/{id}");
    for (body, notes) in [
        (json!({"notes": "good"}), json!("good")),
        (json!({}), json!("good")),
        (json!({"notes": null}), Value::Null),
        (json!({"notes": "again"}), json!("again")),
        (json!({"notes": ""}), Value::Null),
    ] {
        let session = expect(ann.patch(&path, body.clone()).await, StatusCode::OK).await;
        assert_eq!(session["notes"], notes, "{body}");
    }
}

#[tokio::test]
async fn a_change_of_a_set_honours_if_match() {
    let (_app, ann, id) = in_session().await;
    let path = format!("/sessions/{id}");
    let tag = ann.tag(&path).await;
    let set = format!("{path}/sets/{}", text(&log(&ann, &id, squat(1)).await["id"]));
    let current = ann.tag(&path).await;
    assert_ne!(tag, current);
    let send = async |method: Method, tag: &str| {
        let request = ann.request(method, &set).header("Idempotency-Key", key()).header("If-Match", tag);
        request.json(&json!({"reps": 7})).send().await.unwrap()
    };
    for method in [Method::PATCH, Method::DELETE] {
        let stale = send(method.clone(), &tag).await;
        assert_eq!(stale.headers()["etag"], current.as_str(), "{method}");
        problem(stale, StatusCode::PRECONDITION_FAILED, "stale-version").await;
    }
    assert_eq!(ann.get(&path).await["sets"][0]["reps"], 8);
    expect(send(Method::PATCH, &current).await, StatusCode::OK).await;
    expect(send(Method::DELETE, &ann.tag(&path).await).await, StatusCode::OK).await;
    assert_eq!(ann.get(&path).await["sets"], json!([]));
}

#[tokio::test]
async fn a_lock_that_is_resolved_brings_the_suggestion_back_under_a_new_tag() {
    let (app, ann, id) = in_session().await;
    let path = format!("/sessions/{id}");
    expect(ann.patch(&path, json!({"notes": "sudden chest pain"})).await, StatusCode::OK).await;
    assert_eq!(ann.get("/safety").await["locked"], true);
    let (locked, tag) = (ann.get(&path).await, ann.tag(&path).await);
    assert_eq!(locked["suggestion"], Value::Null);
    assert!(open_proposals(&app, &ann).await.is_empty());
    expect(ann.post("/safety/resolve", json!({})).await, StatusCode::OK).await;
    let answer = ann.request(Method::GET, &path).header("If-None-Match", &tag).send().await.unwrap();
    let back = expect(answer, StatusCode::OK).await;
    assert_eq!(back["suggestion"]["args"]["exercise_id"], SQUAT);
    let tag = ann.tag(&path).await;
    expect(ann.post("/safety/resolve", json!({})).await, StatusCode::OK).await;
    assert_eq!(ann.tag(&path).await, tag, "resolving what is not locked changes nothing");
}

#[tokio::test]
async fn pain_holds_less_help_is_harder_and_seconds_count() {
    let (app, ann) = with_plan().await;
    ann.set_profile(json!({"bodyweight_kg": 80.0})).await;
    let plan = json!({"split": "custom", "days": [{"day": "Day1", "focus": "All", "weekday": "monday", "exercises": [
        {"exercise_id": SQUAT, "sets": [{"reps_min": 5, "reps_max": 8, "weight_kg": 60.0}]},
        {"exercise_id": "assisted-pull-up", "sets": [{"reps_min": 6, "reps_max": 10, "weight_kg": 30.0}]},
        {"exercise_id": PLANK, "sets": [{"reps_min": 20, "reps_max": 40}]}]}]});
    expect(ann.put("/weekly-plan", "*", plan).await, StatusCode::OK).await;
    let id = text(&ann.start_session("Day1").await["id"]);
    log(&ann, &id, with(squat(1), json!({"pain": true}))).await;
    let pull = json!({"exercise_id": "assisted-pull-up", "set_index": 1, "reps": 10, "weight_kg": 30.0});
    log(&ann, &id, pull).await;
    log(&ann, &id, json!({"exercise_id": PLANK, "set_index": 1, "duration_seconds": 40})).await;
    for (set, pointer) in [
        (json!({"exercise_id": PLANK, "set_index": 2, "reps": 10}), "/duration_seconds"),
        (with(squat(2), json!({"duration_seconds": 30})), "/duration_seconds"),
    ] {
        let said = pointers(ann.post(&format!("/sessions/{id}/sets"), set).await).await;
        assert!(said.contains(&pointer.to_owned()), "{said:?}");
    }
    let done = end(&ann, &id, "completed").await;
    assert_eq!(
        (&decision(&done, SQUAT)["rule"], &decision(&done, SQUAT)["next"]["weight_kg"]),
        (&json!("hold"), &json!(60.0))
    );
    let pull = decision(&done, "assisted-pull-up");
    assert_eq!(pull["rule"], "advance");
    assert!(pull["next"]["weight_kg"].as_f64().unwrap() < 30.0, "less help: {pull}");
    assert_eq!(decision(&done, PLANK)["from"]["reps_max"], 40);
    assert_totals_hold(&app, &ann).await;
}

#[tokio::test]
async fn a_superset_is_kept_and_its_exercises_take_turns() {
    let (_app, ann) = with_plan().await;
    let set = json!({"reps_min": 8, "reps_max": 12});
    let plan = |first: &str, second: &str| {
        json!({"split": "custom", "days": [{"day": "Day1", "focus": "Arms", "weekday": "monday", "exercises": [
            {"exercise_id": "dumbbell-curl", "group": first, "sets": [set, set]},
            {"exercise_id": "cable-triceps-pushdown", "group": second, "sets": [set, set]}]}]})
    };
    let broken = expect(ann.post("/weekly-plan/check", plan("A", "B")).await, StatusCode::OK).await;
    let at: Vec<&Value> = broken["violations"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["rule"] == "broken_superset")
        .map(|one| &one["pointer"])
        .collect();
    assert_eq!(at, ["/days/0/exercises/0/group", "/days/0/exercises/1/group"]);
    let long = plan(&"x".repeat(21), "A");
    problem(ann.put("/weekly-plan", "*", long).await, StatusCode::UNPROCESSABLE_ENTITY, "plan-rules").await;
    let blank = expect(ann.put("/weekly-plan", "*", plan(" ", "")).await, StatusCode::OK).await;
    assert_eq!(blank["days"][0]["exercises"][0]["group"], Value::Null, "a group without a name is none");
    let saved = expect(ann.put("/weekly-plan", "*", plan("A", "A")).await, StatusCode::OK).await;
    assert_eq!(saved["days"][0]["exercises"][1]["group"], "A");
    let session = ann.start_session("Day1").await;
    assert_eq!(session["prescribed"][0]["group"], "A");
    let path = format!("/sessions/{}", text(&session["id"]));
    let mut turns = Vec::new();
    for _ in 0..4 {
        let next = ann.get(&format!("{path}/next-set")).await;
        turns.push((text(&next["exercise_id"]), next["set_index"].as_u64().unwrap()));
        let set = json!({"exercise_id": next["exercise_id"], "set_index": next["set_index"], "reps": 8,
            "weight_kg": next["weight_kg"], "kind": next["kind"]});
        expect(ann.post(&format!("{path}/sets"), set).await, StatusCode::CREATED).await;
    }
    let expected = [
        ("dumbbell-curl", 1),
        ("cable-triceps-pushdown", 1),
        ("dumbbell-curl", 2),
        ("cable-triceps-pushdown", 2),
    ];
    assert_eq!(turns, expected.map(|(id, index)| (id.to_owned(), index)));
}

#[tokio::test]
async fn records_follow_edits_and_deletions_after_the_end() {
    let (app, ann, id) = in_session().await;
    log(&ann, &id, squat(1)).await;
    end(&ann, &id, "completed").await;
    advance(&app, 86_400);
    let id = text(&ann.start_session("Day1").await["id"]);
    let set = text(&log(&ann, &id, with(squat(1), json!({"weight_kg": 70.0}))).await["id"]);
    let (path, set) = (format!("/sessions/{id}"), format!("/sessions/{id}/sets/{set}"));
    end(&ann, &id, "completed").await;
    let weight = async || {
        let session = ann.get(&path).await;
        let records = session["summary"]["records"].as_array().unwrap().clone();
        let of_session =
            records.into_iter().find(|one| one["kind"] == "weight").map(|one| one["value"].clone());
        let all = ann.get("/progress/summary").await["records"].as_array().unwrap().clone();
        (of_session, all.into_iter().find(|one| one["kind"] == "weight").map(|one| one["value"].clone()))
    };
    assert_eq!(weight().await, (Some(json!(70.0)), Some(json!(70.0))));
    expect(ann.patch(&set, json!({"weight_kg": 75.0})).await, StatusCode::OK).await;
    assert_eq!(weight().await, (Some(json!(75.0)), Some(json!(75.0))));
    expect(ann.patch(&set, json!({"weight_kg": 50.0})).await, StatusCode::OK).await;
    assert_eq!(weight().await, (None, Some(json!(60.0))), "the first day's is the best again");
    expect(ann.send(Method::DELETE, &set, &key(), Value::Null).await, StatusCode::OK).await;
    assert_eq!(weight().await, (None, Some(json!(60.0))));
    assert_totals_hold(&app, &ann).await;
}
