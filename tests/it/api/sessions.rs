//! Sessions: begun once, from a frozen copy of the plan; one active; a final status stays.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::common::{
    SQUAT, advance, end, in_session, log, open_proposals, pointers, problem, small_plan, squat, text,
    with_plan,
};
use crate::support::app::{TestUser, expect};

const OFFLINE: &str = "0195a000-0000-7000-8000-0000000000aa";

async fn start(user: &TestUser, body: Value) -> Value {
    expect(user.post("/sessions", body).await, StatusCode::CREATED).await
}

#[tokio::test]
async fn a_second_session_is_refused_and_names_the_active_one() {
    let (_app, ann, id) = in_session().await;
    for body in [json!({"split_day": "Day1"}), json!({}), json!({"split_day": "Day2"})] {
        let said = problem(ann.post("/sessions", body).await, StatusCode::CONFLICT, "session-active").await;
        assert_eq!(said["active_session_id"], id.as_str());
    }
    assert_eq!(ann.get("/sessions/active").await["id"], id.as_str());
    assert_eq!(ann.get("/sessions").await["items"].as_array().unwrap().len(), 1);
    end(&ann, &id, "completed").await;
    let none = ann.request(Method::GET, "/sessions/active").send().await.unwrap();
    problem(none, StatusCode::NOT_FOUND, "not-found").await;
    start(&ann, json!({"split_day": "Day2"})).await;
}

#[tokio::test]
async fn one_that_began_offline_is_never_refused() {
    let (app, ann, older) = in_session().await;
    advance(&app, 600);
    let set = log(&ann, &older, squat(1)).await;
    advance(&app, 3600);
    let body = json!({"split_day": "Day2", "id": OFFLINE, "started_at": "2026-03-16T12:30:00Z"});
    let session = start(&ann, body.clone()).await;
    assert_eq!((&session["id"], &session["started_at"]), (&json!(OFFLINE), &json!("2026-03-16T12:30:00Z")));
    let ended = ann.get(&format!("/sessions/{older}")).await;
    assert_eq!(ended["status"], "completed");
    assert_eq!(ended["ended_at"], set["logged_at"], "as of its last set");
    assert_eq!(ended["summary"]["working_sets"], 1);
    assert_eq!(ended["suggestion"], Value::Null);
    assert_eq!(start(&ann, body).await, session, "the same id again is the same session");
    assert_eq!(open_proposals(&app, &ann).await, [text(&session["suggestion"]["id"])]);
}

#[tokio::test]
async fn a_clients_id_is_a_uuid_and_nobody_elses() {
    let (app, ann) = with_plan().await;
    for id in [json!("1"), json!(""), json!("0195a00000007000800000000000000a"), json!(7)] {
        assert_eq!(pointers(ann.post("/sessions", json!({"id": id})).await).await, ["/id"], "{id}");
    }
    start(&ann, json!({"id": OFFLINE})).await;
    let bob = app.user("bob").await;
    let own = text(&start(&bob, json!({})).await["id"]);
    problem(bob.post("/sessions", json!({"id": OFFLINE})).await, StatusCode::CONFLICT, "id-taken").await;
    assert_eq!(bob.get("/sessions/active").await["id"], own, "nothing of his was ended by it");
}

#[tokio::test]
async fn a_start_is_clamped_to_now_and_may_be_long_ago() {
    let (_app, ann) = with_plan().await;
    for (asked, kept) in [
        ("2027-01-01T00:00:00Z", "2026-03-16T12:00:00Z"),
        ("2026-03-16T13:30:00+02:00", "2026-03-16T11:30:00Z"),
        ("1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z"),
        ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
        ("-009999-01-02T01:59:59Z", "0001-01-01T00:00:00Z"),
    ] {
        let session = start(&ann, json!({"started_at": asked})).await;
        assert_eq!(session["started_at"], kept);
        log(&ann, &text(&session["id"]), squat(1)).await;
        end(&ann, &text(&session["id"]), "completed").await;
    }
    assert_eq!(pointers(ann.post("/sessions", json!({"started_at": "noon"})).await).await, ["/started_at"]);
    ann.get("/progress/summary").await;
    ann.get("/sessions").await;
}

#[tokio::test]
async fn what_was_prescribed_stays_as_it_was() {
    let (_app, ann, id) = in_session().await;
    let before = ann.get(&format!("/sessions/{id}")).await;
    assert_eq!(before["prescribed"][0]["sets"][0]["weight_kg"], 60.0);
    assert_eq!(before["plan_version"], 1);
    let mut plan = small_plan();
    plan["days"][0]["exercises"][0]["sets"] =
        json!([{"reps_min": 3, "reps_max": 5, "weight_kg": 90.0, "rpe": 8.0}]);
    expect(ann.put("/weekly-plan", "*", plan).await, StatusCode::OK).await;
    assert_eq!(ann.get(&format!("/sessions/{id}")).await, before);
    log(&ann, &id, squat(1)).await;
    assert_eq!(ann.get(&format!("/sessions/{id}/next-set")).await["weight_kg"], 60.0);
    let summary = &end(&ann, &id, "completed").await["summary"];
    assert_eq!(summary["decisions"][0]["from"]["weight_kg"], 60.0);
    assert_eq!(summary["decisions"][0]["from"]["reps_max"], 8);
}

#[tokio::test]
async fn a_bad_start_says_which_field() {
    let (_app, ann) = with_plan().await;
    for (body, expected) in [
        (json!({"split_day": "Day9"}), "/split_day"),
        (json!({"split_day": 1}), "/split_day"),
        (json!({"split_day": ""}), "/split_day"),
        (json!({"day": "Day1"}), "/day"),
        (json!({"started_at": 5}), "/started_at"),
        (json!([]), ""),
        (json!(null), ""),
        (json!("Day1"), ""),
    ] {
        assert_eq!(pointers(ann.post("/sessions", body.clone()).await).await, [expected], "{body}");
    }
    assert_eq!(ann.get("/sessions").await["items"], json!([]));
}

#[tokio::test]
async fn a_free_workout_prescribes_nothing_and_takes_anything() {
    let (app, ann) = with_plan().await;
    let session = start(&ann, json!({"split_day": null})).await;
    let id = text(&session["id"]);
    assert_eq!((&session["split_day"], &session["prescribed"]), (&Value::Null, &json!([])));
    assert_eq!(session["suggestion"], Value::Null);
    assert_eq!(ann.get(&format!("/sessions/{id}/next-set")).await["done"], true);
    log(&ann, &id, squat(1)).await;
    assert!(open_proposals(&app, &ann).await.is_empty());
    let summary = end(&ann, &id, "completed").await["summary"].clone();
    assert_eq!(summary["volume_kg"], 480.0);
    assert_eq!(summary["decisions"][0]["rule"], "hold", "the plan asks two sets of it");
    assert_eq!(ann.get("/weekly-plan").await["days"][0]["status"], "upcoming");
}

#[tokio::test]
async fn reading_a_session_with_nothing_to_suggest_writes_nothing() {
    let (app, ann) = with_plan().await;
    let id = text(&start(&ann, json!({})).await["id"]);
    // While another holds the one writer, a read that wrote would wait for it.
    let held = app.core.write(&ann.id).await.unwrap();
    let path = format!("/sessions/{id}");
    let read = tokio::time::timeout(std::time::Duration::from_secs(3), ann.get(&path));
    assert!(read.await.is_ok(), "it waited for the writer");
    drop(held);
}

#[tokio::test]
async fn a_final_status_stays_and_notes_can_change() {
    for (first, second) in
        [("completed", "abandoned"), ("abandoned", "completed"), ("completed", "completed")]
    {
        let (_app, ann, id) = in_session().await;
        let path = format!("/sessions/{id}");
        log(&ann, &id, squat(1)).await;
        let ended = end(&ann, &id, first).await;
        for status in [second, "active"] {
            let answer = ann.patch(&path, json!({"status": status, "notes": "lost"})).await;
            let said = problem(answer, StatusCode::CONFLICT, "session-final").await;
            assert_eq!(said["session_status"], first);
        }
        let noted = expect(ann.patch(&path, json!({"notes": "good"})).await, StatusCode::OK).await;
        assert_eq!((&noted["notes"], &noted["status"]), (&json!("good"), &json!(first)));
        assert_eq!(noted["summary"], ended["summary"]);
        assert_eq!(noted["ended_at"], ended["ended_at"]);
    }
}

#[tokio::test]
async fn an_abandoned_session_keeps_its_sets_and_decides_nothing() {
    let (app, ann, id) = in_session().await;
    log(&ann, &id, squat(1)).await;
    let session = end(&ann, &id, "abandoned").await;
    assert_eq!((session["sets"].as_array().unwrap().len(), &session["summary"]), (1, &Value::Null));
    log(&ann, &id, squat(2)).await;
    let session = ann.get(&format!("/sessions/{id}")).await;
    assert_eq!((session["sets"].as_array().unwrap().len(), &session["summary"]), (2, &Value::Null));
    let week = ann.get("/weekly-plan").await;
    assert_eq!(week["days"][0]["status"], "upcoming");
    assert_eq!(week["days"][0]["exercises"][0]["sets"][0]["weight_kg"], 60.0);
    assert!(open_proposals(&app, &ann).await.is_empty());
    assert_eq!(ann.get("/progress/summary").await["volume_kg"], 960.0, "what was lifted counts");
}

#[tokio::test]
async fn notes_move_the_version_and_leave_a_suggestion_that_can_be_confirmed() {
    let (app, ann, id) = in_session().await;
    let path = format!("/sessions/{id}");
    let noted = expect(ann.patch(&path, json!({"notes": "knees fine"})).await, StatusCode::OK).await;
    let based_on = noted["suggestion"]["base_version"].clone();
    assert_eq!(based_on, noted["version"].to_string(), "it is based on the session as it is now");
    assert_eq!(open_proposals(&app, &ann).await, [text(&noted["suggestion"]["id"])]);
    for (body, pointer) in [
        (json!({"notes": "x".repeat(2001)}), "/notes"),
        (json!({"notes": "a\u{0}b"}), "/notes"),
        (json!({"notes": 1}), "/notes"),
        (json!({"status": "done"}), "/status"),
        (json!({"state": "completed"}), "/state"),
    ] {
        assert_eq!(pointers(ann.patch(&path, body.clone()).await).await, [pointer], "{body}");
    }
    assert_eq!(ann.get(&path).await["notes"], "knees fine");
    expect(ann.patch(&path, json!({"notes": "ü".repeat(2000)})).await, StatusCode::OK).await;
}

#[tokio::test]
async fn anothers_session_is_not_there() {
    let (app, ann, id) = in_session().await;
    let set = text(&log(&ann, &id, squat(1)).await["id"]);
    let before = ann.get(&format!("/sessions/{id}")).await;
    let bob = app.user("bob").await;
    let unknown = uuid::Uuid::new_v4().to_string();
    for (session, set) in [(&id, &set), (&unknown, &set), (&unknown, &unknown)] {
        for (method, path, body) in [
            (Method::GET, format!("/sessions/{session}"), Value::Null),
            (Method::GET, format!("/sessions/{session}/next-set"), Value::Null),
            (Method::PATCH, format!("/sessions/{session}"), json!({"status": "completed"})),
            (Method::POST, format!("/sessions/{session}/sets"), squat(2)),
            (Method::PATCH, format!("/sessions/{session}/sets/{set}"), json!({"reps": 1})),
            (Method::DELETE, format!("/sessions/{session}/sets/{set}"), Value::Null),
        ] {
            let answer = bob.send(method.clone(), &path, &crate::support::app::key(), body).await;
            assert_eq!(answer.status(), 404, "{method} {path}");
            problem(answer, StatusCode::NOT_FOUND, "not-found").await;
        }
    }
    assert_eq!(ann.get(&format!("/sessions/{id}")).await, before);
    assert_eq!(bob.get("/sessions").await["items"], json!([]));
    assert_eq!(bob.get("/progress/summary").await["volume_kg"], 0.0);
    let of_bob = text(&start(&bob, json!({})).await["id"]);
    let cross = format!("/sessions/{of_bob}/sets/{set}");
    assert_eq!(bob.patch(&cross, json!({"reps": 1})).await.status(), 404, "ann's set by bob's session");
    assert_eq!(ann.get("/exercises?q=squat&limit=1").await["items"][0]["id"], SQUAT);
}

#[tokio::test]
async fn pages_of_sessions_survive_new_ones() {
    let (app, ann) = with_plan().await;
    let mut ids = Vec::new();
    for _ in 0..5 {
        advance(&app, 60);
        let id = text(&start(&ann, json!({})).await["id"]);
        end(&ann, &id, "abandoned").await;
        ids.push(id);
    }
    let mut seen = Vec::new();
    let mut path = "/sessions?limit=2".to_owned();
    loop {
        let page = ann.get(&path).await;
        seen.extend(page["items"].as_array().unwrap().iter().map(|session| text(&session["id"])));
        advance(&app, 60);
        let id = text(&start(&ann, json!({})).await["id"]);
        end(&ann, &id, "abandoned").await;
        let Some(cursor) = page["next_cursor"].as_str() else { break };
        path = format!("/sessions?limit=2&cursor={cursor}");
    }
    ids.reverse();
    assert_eq!(seen, ids);
}
