//! Sets: every field checked, every place taken once, totals right after every change.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::common::{
    PLANK, SQUAT, advance, assert_totals_hold, end, in_session, log, open_proposals, pointers, problem,
    squat, status_of, text, with,
};
use crate::support::app::{TestUser, expect, key};

const ID: &str = "0195a000-0000-7000-8000-00000000000b";

#[tokio::test]
async fn every_bad_field_is_named() {
    let (_app, ann, id) = in_session().await;
    let path = format!("/sessions/{id}/sets");
    let before = ann.get(&format!("/sessions/{id}")).await;
    let one = |name: &str, value: Value| with(squat(1), json!({ name: value }));
    let mut cases = Vec::new();
    for (name, values) in [
        ("set_index", json!([0, 101, -1, 70_000, 1.5, "1", null, [], {}, true, 1e300])),
        ("reps", json!([-1, 101, 1.5, "8", true, [], 1e300, 9_007_199_254_740_993_u64])),
        ("weight_kg", json!([-0.01, 1000.01, -1e308, 1e308, "60", "NaN", true, [], {}])),
        ("rpe", json!([0, 0.5, 10.5, 11, 7.25, -7, "8", [], 1e300])),
        ("kind", json!(["heavy", "", 1, "Working", []])),
        ("pain", json!(["yes", 0, 1, []])),
        ("note", json!(["x".repeat(501), "a\u{0}b", 5, []])),
        ("logged_at", json!(["yesterday", 0, "2026-03-16", "2026-13-01T00:00:00Z", []])),
        ("id", json!(["7", "", "0195a00000007000800000000000000b", 7])),
        ("exercise_id", json!(["", "no-such-thing", 7, null, "Barbell-Back-Squat", "x\u{0}y"])),
        ("proposal_id", json!([7, []])),
        ("duration_seconds", json!([30, -1, 36_001, "30"])),
        ("weight", json!([60])),
    ] {
        cases.extend(values.as_array().unwrap().iter().map(|value| (one(name, value.clone()), name)));
    }
    for (body, name) in cases {
        let found = pointers(ann.post(&path, body.clone()).await).await;
        assert!(found.contains(&format!("/{name}")), "{body} says {found:?}");
    }
    for missing in ["exercise_id", "set_index", "reps"] {
        let mut body = squat(1);
        body.as_object_mut().unwrap().remove(missing);
        assert_eq!(pointers(ann.post(&path, body).await).await, [format!("/{missing}")]);
    }
    let all = with(squat(0), json!({"reps": 101, "weight_kg": -1.0, "rpe": 10.5}));
    assert_eq!(pointers(ann.post(&path, all).await).await, ["/set_index", "/reps", "/weight_kg", "/rpe"]);
    assert_eq!(ann.get(&format!("/sessions/{id}")).await, before);
}

#[tokio::test]
async fn numbers_that_json_can_write_and_no_one_can_lift() {
    let (_app, ann, id) = in_session().await;
    let send = async |text: String| {
        let request = ann.request(Method::POST, &format!("/sessions/{id}/sets"));
        let request = request.header("Idempotency-Key", key()).header("Content-Type", "application/json");
        request.body(text).send().await.unwrap()
    };
    let body = |kg: &str| format!(r#"{{"exercise_id":"{SQUAT}","set_index":1,"reps":8,"weight_kg":{kg}}}"#);
    for kg in ["1e999", "-1e999", "1e308"] {
        assert_eq!(pointers(send(body(kg)).await).await, ["/weight_kg"], "{kg}");
    }
    for kg in ["NaN", "Infinity", "-Infinity", ".5", "05", "+1", "0x10", "1e", "60,0"] {
        problem(send(body(kg)).await, StatusCode::BAD_REQUEST, "broken-json").await;
    }
    let set = expect(send(body("-0.0")).await, StatusCode::CREATED).await;
    assert_eq!(set["weight_kg"].to_string(), "0.0", "there is no negative zero on a bar");
    let tiny = expect(send(body("1e-320").replace(":1,", ":2,")).await, StatusCode::CREATED).await;
    assert!(tiny["weight_kg"].as_f64().unwrap() < 1e-300);
}

#[tokio::test]
async fn a_set_keeps_what_was_said() {
    let (_app, ann, id) = in_session().await;
    let said = with(squat(1), json!({"id": ID, "rpe": 8.5, "kind": "amrap", "pain": true, "note": "ß 💪"}));
    let set = log(&ann, &id, said.clone()).await;
    for (name, value) in said.as_object().unwrap() {
        assert_eq!(&set[name], value, "{name}");
    }
    assert_eq!(set["logged_at"], "2026-03-16T12:00:00Z");
    let least = log(&ann, &id, json!({"exercise_id": SQUAT, "set_index": 2, "reps": 0})).await;
    assert_eq!(
        (&least["weight_kg"], &least["kind"], &least["pain"]),
        (&json!(0.0), &json!("working"), &json!(false))
    );
    let most = json!({"exercise_id": SQUAT, "set_index": 100, "reps": 100, "weight_kg": 1000, "rpe": 10,
        "kind": null, "pain": null, "note": "", "logged_at": null, "proposal_id": null, "duration_seconds": null});
    assert_eq!(log(&ann, &id, most).await["note"], Value::Null);
    log(&ann, &id, with(squat(3), json!({"exercise_id": "barbell-bench-press"}))).await;
}

#[tokio::test]
async fn a_taken_place_is_409_with_the_set_that_has_it() {
    let (_app, ann, id) = in_session().await;
    let path = format!("/sessions/{id}/sets");
    let set = log(&ann, &id, squat(1)).await;
    for body in [squat(1), with(squat(1), json!({"kind": "drop"})), with(squat(1), json!({"id": ID}))] {
        let said = problem(ann.post(&path, body).await, StatusCode::CONFLICT, "set-index-taken").await;
        assert_eq!(said["set"], set);
    }
    let warmup = log(&ann, &id, with(squat(1), json!({"kind": "warmup", "weight_kg": 25.0}))).await;
    let second = log(&ann, &id, squat(2)).await;
    let second_path = format!("{path}/{}", text(&second["id"]));
    let moved = ann.patch(&second_path, json!({"set_index": 1})).await;
    assert_eq!(problem(moved, StatusCode::CONFLICT, "set-index-taken").await["set"], set);
    let moved = ann.patch(&second_path, json!({"set_index": 1, "kind": "warmup"})).await;
    assert_eq!(problem(moved, StatusCode::CONFLICT, "set-index-taken").await["set"], warmup);
    expect(ann.patch(&second_path, json!({"set_index": 2, "kind": "warmup"})).await, StatusCode::OK).await;
    assert_eq!(ann.get(&format!("/sessions/{id}")).await["sets"].as_array().unwrap().len(), 3);
}

#[tokio::test]
async fn a_clients_set_id_is_the_same_set_under_any_key() {
    let (app, ann, id) = in_session().await;
    let path = format!("/sessions/{id}/sets");
    let body = with(squat(1), json!({"id": ID, "rpe": 8.0}));
    let set = log(&ann, &id, body.clone()).await;
    advance(&app, 300);
    let again = with(body.clone(), json!({"logged_at": "2026-03-16T12:04:00Z"}));
    for body in [body.clone(), again, with(body.clone(), json!({"note": "", "kind": "working"}))] {
        assert_eq!(log(&ann, &id, body).await, set);
    }
    for change in [
        json!({"reps": 7}),
        json!({"weight_kg": 62.5}),
        json!({"rpe": null}),
        json!({"set_index": 2}),
        json!({"pain": true}),
        json!({"exercise_id": "barbell-bench-press"}),
    ] {
        let answer = ann.post(&path, with(body.clone(), change)).await;
        assert_eq!(problem(answer, StatusCode::CONFLICT, "set-id-taken").await["set"], set);
    }
    let bob = app.user("bob").await;
    let of_bob = text(&expect(bob.post("/sessions", json!({})).await, StatusCode::CREATED).await["id"]);
    let answer = bob.post(&format!("/sessions/{of_bob}/sets"), body).await;
    let said = problem(answer, StatusCode::CONFLICT, "set-id-taken").await;
    assert_eq!(said["set"], Value::Null, "ann's set is not shown to bob");
}

#[tokio::test]
async fn a_time_is_brought_into_what_is_possible() {
    let (app, ann, id) = in_session().await;
    advance(&app, 3600);
    for (index, asked, kept) in [
        (1, "2026-03-16T12:20:00Z", "2026-03-16T12:20:00Z"),
        (2, "2026-03-16T13:20:00+01:00", "2026-03-16T12:20:00Z"),
        (3, "1970-01-01T00:00:00Z", "2026-03-16T12:00:00Z"),
        (4, "-009999-01-02T01:59:59Z", "2026-03-16T12:00:00Z"),
        (5, "9999-12-30T22:00:00Z", "2026-03-16T13:00:00Z"),
    ] {
        let set = log(&ann, &id, with(squat(index), json!({"logged_at": asked}))).await;
        assert_eq!(set["logged_at"], kept, "{asked}");
    }
    assert_totals_hold(&app, &ann).await;
}

#[tokio::test]
async fn a_timed_exercise_counts_seconds() {
    let (app, ann, id) = in_session().await;
    let path = format!("/sessions/{id}/sets");
    let plank = |seconds: u32| json!({"exercise_id": PLANK, "set_index": 1, "duration_seconds": seconds});
    let reps = with(plank(30), json!({"reps": 3}));
    assert_eq!(pointers(ann.post(&path, reps).await).await, ["/reps"]);
    let none = json!({"exercise_id": PLANK, "set_index": 1});
    assert_eq!(pointers(ann.post(&path, none).await).await, ["/duration_seconds"]);
    assert_eq!(pointers(ann.post(&path, plank(36_001)).await).await, ["/duration_seconds"]);
    let set = log(&ann, &id, plank(30)).await;
    assert_eq!((&set["duration_seconds"], &set["reps"]), (&json!(30), &Value::Null));
    let set_path = format!("{path}/{}", text(&set["id"]));
    assert_eq!(pointers(ann.patch(&set_path, json!({"reps": 5})).await).await, ["/reps"]);
    let longer = expect(ann.patch(&set_path, json!({"duration_seconds": 45})).await, StatusCode::OK).await;
    assert_eq!(longer["duration_seconds"], 45);
    assert_totals_hold(&app, &ann).await;
}

#[tokio::test]
async fn edits_and_deletions_keep_totals_right() {
    let (app, ann, id) = in_session().await;
    let path = format!("/sessions/{id}/sets");
    let first = text(&log(&ann, &id, with(squat(1), json!({"rpe": 8.0, "note": "x"}))).await["id"]);
    let second = text(&log(&ann, &id, with(squat(2), json!({"weight_kg": 70.0}))).await["id"]);
    let volume = async || ann.get("/progress/summary").await["volume_kg"].as_f64().unwrap();
    assert!((volume().await - 1040.0).abs() < 1e-9);
    for (change, total) in [
        (json!({"reps": 5}), 860.0),
        (json!({"weight_kg": 50.0}), 810.0),
        (json!({"kind": "warmup"}), 560.0),
        (json!({"kind": "drop", "reps": 0}), 560.0),
        (json!({"kind": "working", "reps": 8, "weight_kg": 60}), 1040.0),
        (json!({}), 1040.0),
    ] {
        expect(ann.patch(&format!("{path}/{first}"), change.clone()).await, StatusCode::OK).await;
        assert!((volume().await - total).abs() < 1e-9, "{change}: {}", volume().await);
        assert_totals_hold(&app, &ann).await;
    }
    let cleared = ann.patch(&format!("{path}/{first}"), json!({"rpe": null, "note": null})).await;
    let cleared = expect(cleared, StatusCode::OK).await;
    assert_eq!((&cleared["rpe"], &cleared["note"]), (&Value::Null, &Value::Null));
    for (body, pointer) in [
        (json!({"reps": 101}), "/reps"),
        (json!({"weight_kg": -1}), "/weight_kg"),
        (json!({"rpe": 7.3}), "/rpe"),
        (json!({"set_index": 0}), "/set_index"),
        (json!({"exercise_id": "barbell-bench-press"}), "/exercise_id"),
        (json!({"duration_seconds": 5}), "/duration_seconds"),
    ] {
        assert_eq!(pointers(ann.patch(&format!("{path}/{first}"), body).await).await, [pointer]);
    }
    for id in [&second, &first] {
        let gone = ann.send(Method::DELETE, &format!("{path}/{id}"), &key(), Value::Null).await;
        assert_eq!(expect(gone, StatusCode::OK).await["id"], id.as_str());
        assert_totals_hold(&app, &ann).await;
        let again = ann.send(Method::DELETE, &format!("{path}/{id}"), &key(), Value::Null).await;
        problem(again, StatusCode::NOT_FOUND, "not-found").await;
    }
    assert!(volume().await.abs() < 1e-9);
    assert_eq!(ann.get("/progress/summary").await["lifts"], json!([]));
}

#[tokio::test]
async fn one_suggestion_is_open_after_every_change() {
    let (app, ann, id) = in_session().await;
    let path = format!("/sessions/{id}");
    let one = async || {
        let shown = text(&ann.get(&path).await["suggestion"]["id"]);
        assert_eq!(open_proposals(&app, &ann).await, [shown]);
    };
    one().await;
    let set = text(&log(&ann, &id, squat(2)).await["id"]);
    one().await;
    assert_eq!(ann.get(&path).await["suggestion"]["args"]["set_index"], 1, "out of order: the first is open");
    expect(ann.patch(&format!("{path}/sets/{set}"), json!({"reps": 6})).await, StatusCode::OK).await;
    one().await;
    advance(&app, 20 * 60);
    assert!(open_proposals(&app, &ann).await.is_empty(), "it has expired");
    one().await;
    ann.send(Method::DELETE, &format!("{path}/sets/{set}"), &key(), Value::Null).await;
    one().await;
    super::common::end(&ann, &id, "completed").await;
    assert!(open_proposals(&app, &ann).await.is_empty());
}

#[tokio::test]
async fn a_set_that_names_a_proposal_settles_it_and_is_never_refused() {
    let (app, ann, id) = in_session().await;
    let suggestion = async || ann.get(&format!("/sessions/{id}")).await["suggestion"].clone();
    let taken = suggestion().await;
    let args = with(taken["args"].clone(), json!({"proposal_id": taken["id"], "rpe": 6.0}));
    log(&ann, &id, args).await;
    assert_eq!(status_of(&app, &ann, &text(&taken["id"])).await, "executed");
    let other = suggestion().await;
    log(&ann, &id, with(squat(1), json!({"reps": 6, "proposal_id": other["id"]}))).await;
    assert_eq!(status_of(&app, &ann, &text(&other["id"])).await, "superseded");
    let late = suggestion().await;
    advance(&app, 16 * 60);
    log(&ann, &id, with(late["args"].clone(), json!({"proposal_id": late["id"]}))).await;
    assert_ne!(status_of(&app, &ann, &text(&late["id"])).await, "executed", "silence runs nothing");
    for (index, proposal) in [(5, text(&taken["id"])), (6, "nonsense".to_owned()), (7, String::new())] {
        log(&ann, &id, with(squat(index), json!({"proposal_id": proposal}))).await;
    }
    let bob = app.user("bob").await;
    let theirs = bob.start_session("Day1").await["suggestion"].clone();
    log(&ann, &id, with(squat(8), json!({"proposal_id": theirs["id"]}))).await;
    assert_eq!(status_of(&app, &bob, &text(&theirs["id"])).await, "proposed", "bob's is untouched");
    assert_eq!(status_of(&app, &ann, &text(&taken["id"])).await, "executed");
}

/// Whether coaching is stopped; says that it is resolved, for the next time.
async fn was_stopped(user: &TestUser) -> bool {
    let locked = user.get("/safety").await["locked"] == true;
    expect(user.post("/safety/resolve", json!({})).await, StatusCode::OK).await;
    locked
}

#[tokio::test]
async fn a_red_flag_in_a_write_that_is_refused_stops_coaching_all_the_same() {
    let (_app, ann, id) = in_session().await;
    let sets = format!("/sessions/{id}/sets");
    let first = log(&ann, &id, squat(1)).await;
    let second = text(&log(&ann, &id, squat(2)).await["id"]);
    let hurt = json!({"note": "chest pain"});
    let taken = ann.post(&sets, with(squat(1), hurt.clone())).await;
    problem(taken, StatusCode::CONFLICT, "set-index-taken").await;
    assert!(was_stopped(&ann).await, "the place is taken");
    let other = with(squat(3), json!({"id": first["id"], "note": "chest pain"}));
    problem(ann.post(&sets, other).await, StatusCode::CONFLICT, "set-id-taken").await;
    assert!(was_stopped(&ann).await, "the id is taken");
    let moved = ann.patch(&format!("{sets}/{second}"), with(hurt, json!({"set_index": 1}))).await;
    problem(moved, StatusCode::CONFLICT, "set-index-taken").await;
    assert!(was_stopped(&ann).await, "the place to go to is taken");
    problem(ann.post(&sets, squat(1)).await, StatusCode::CONFLICT, "set-index-taken").await;
    assert!(!was_stopped(&ann).await, "nothing was said of the body");
    end(&ann, &id, "completed").await;
    let again = json!({"status": "completed", "notes": "chest pain"});
    problem(ann.patch(&format!("/sessions/{id}"), again).await, StatusCode::CONFLICT, "session-final").await;
    assert!(was_stopped(&ann).await, "the workout is over");
    let session = ann.get(&format!("/sessions/{id}")).await;
    assert_eq!((&session["notes"], session["sets"].as_array().unwrap().len()), (&Value::Null, 2));
}
