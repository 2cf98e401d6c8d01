//! Bad input: every bad field named in words, the same on both databases, and what only looks bad
//! taken.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::common::{SQUAT, end, in_session, log, pointers, problem, squat, text, with, with_plan};
use crate::support::app::{TestApp, expect, key};

/// Pointer, code and message of every error of a 422.
async fn errors(response: reqwest::Response) -> Vec<(String, String, String)> {
    let body = problem(response, StatusCode::UNPROCESSABLE_ENTITY, "invalid-fields").await;
    let errors = body["errors"].as_array().unwrap().iter();
    errors.map(|error| (text(&error["pointer"]), text(&error["code"]), text(&error["message"]))).collect()
}

fn told(errors: &[(String, String, String)]) -> Vec<(&str, &str)> {
    errors.iter().map(|(pointer, code, _)| (pointer.as_str(), code.as_str())).collect()
}

#[tokio::test]
async fn every_bad_field_of_a_body_is_told_at_once_and_in_words() {
    let (_app, ann, id) = in_session().await;
    let sets = format!("/sessions/{id}/sets");
    let mistyped =
        json!({"exercise_id": 5, "set_index": "a", "reps": "b", "logged_at": "noon", "kind": "huge"});
    let found = errors(ann.post(&sets, mistyped).await).await;
    let expected = [
        ("/exercise_id", "wrong_type"),
        ("/set_index", "wrong_type"),
        ("/reps", "wrong_type"),
        ("/kind", "unknown_value"),
        ("/logged_at", "invalid"),
    ];
    assert_eq!(told(&found), expected);
    assert_eq!(found[1].2, "This must be a whole number.");
    assert_eq!(found[3].2, "This must be one of: working, warmup, drop, amrap.");
    let found = errors(ann.post(&sets, json!({})).await).await;
    assert_eq!(told(&found), [("/exercise_id", "missing"), ("/set_index", "missing")]);
    let profile = with(
        ann.get("/profile").await,
        json!({"experience": "expert", "goal": null, "days_per_week": 9, "session_minutes": 5,
            "limitations": [{"pattern": "soul"}], "loads": {"spoon": {"min_kg": 1, "step_kg": 1}}, "hat": 1}),
    );
    let found = errors(ann.put("/profile", "*", profile).await).await;
    let expected = [
        ("/hat", "unknown_field"),
        ("/experience", "unknown_value"),
        ("/goal", "wrong_type"),
        ("/days_per_week", "out_of_range"),
        ("/session_minutes", "out_of_range"),
        ("/limitations/0/pattern", "unknown_value"),
        ("/loads/spoon", "unknown_field"),
    ];
    assert_eq!(told(&found), expected);
    assert_eq!(found[3].2, "This must be between 2 and 6.");
    assert!(found[5].2.contains("knee") && found[5].2.contains("squat"), "{}", found[5].2);
    assert!(found[6].2.contains("barbell"), "{}", found[6].2);
    for (_, _, message) in found {
        assert!(!message.contains("expected") && !message.contains('`'), "{message}");
    }
}

#[tokio::test]
async fn every_bad_name_of_a_query_is_told_at_once_and_in_words() {
    let (_app, ann) = with_plan().await;
    let ask = async |query: &str| {
        errors(ann.request(Method::GET, &format!("/exercises?{query}")).send().await.unwrap()).await
    };
    let found = ask("muscle=Chest&limit=ten&page=2&q=a&q=b").await;
    let expected = [
        ("?q", "duplicate"),
        ("?page", "unknown_field"),
        ("?muscle", "unknown_value"),
        ("?limit", "wrong_type"),
    ];
    assert_eq!(told(&found), expected);
    assert!(found[2].2.starts_with("This must be one of: chest, "), "{}", found[2].2);
    let week = async |query: &str| {
        errors(ann.request(Method::GET, &format!("/weekly-plan?{query}")).send().await.unwrap()).await
    };
    for other in ["2026-11-23T00:00:00", "20261123", "2026-W48-1", "monday", ""] {
        assert_eq!(
            told(&week(&format!("week_start={other}")).await),
            [("?week_start", "invalid")],
            "{other}"
        );
    }
    ann.get("/weekly-plan?week_start=2026-11-23").await;
    let day = json!({"date": "20260316", "bodyweight_kg": "80"});
    let found = errors(ann.post("/bodyweight", day).await).await;
    assert_eq!(told(&found), [("/date", "invalid"), ("/bodyweight_kg", "wrong_type")]);
    let day = json!({"date": "2026-03-16T12:00:00", "bodyweight_kg": 80});
    assert_eq!(told(&errors(ann.post("/bodyweight", day).await).await), [("/date", "invalid")]);
}

#[tokio::test]
async fn nul_is_answered_the_same_on_every_database() {
    let (app, ann) = with_plan().await;
    let mut plan = super::common::small_plan();
    plan["days"][0]["day"] = json!("D\u{0}");
    let answer = ann.put("/weekly-plan", "*", plan).await;
    let refused = problem(answer, StatusCode::UNPROCESSABLE_ENTITY, "plan-rules").await;
    assert_eq!(refused["errors"][0]["pointer"], "/days/0/day");
    for (day, number) in [("D\u{0}".to_owned(), 1), ("x".repeat(500_000), 2)] {
        let answer = ann.post("/sessions", json!({ "split_day": day })).await;
        assert_eq!(pointers(answer).await, ["/split_day"]);
        let id = format!("01890000-0000-7000-8000-00000000000{number}");
        let began = ann.post("/sessions", json!({"id": id, "split_day": day})).await;
        let began = expect(began, StatusCode::CREATED).await;
        assert_eq!((&began["split_day"], &began["prescribed"]), (&Value::Null, &json!([])));
        let sets = format!("/sessions/{id}/sets");
        for (index, proposal) in ["a\u{0}", "", "nonsense"].into_iter().enumerate() {
            let set = with(squat(u16::try_from(index).unwrap() + 1), json!({ "proposal_id": proposal }));
            expect(ann.post(&sets, set).await, StatusCode::CREATED).await;
        }
        end(&ann, &id, "completed").await;
    }
    let login = app.anonymous(Method::POST, "/api/v1/login");
    let answer = login.json(&json!({"name": "a\u{0}", "password": "12345678"})).send().await.unwrap();
    problem(answer, StatusCode::UNAUTHORIZED, "wrong-credentials").await;
    for path in
        ["/exercises?q=a%00", "/exercises?q=a&cursor=AA", "/sessions?cursor=AA", "/conversations?cursor=AA"]
    {
        let answer = ann.request(Method::GET, path).send().await.unwrap();
        assert!(matches!(answer.status().as_u16(), 200 | 422), "{path}: {}", answer.status());
    }
}

#[tokio::test]
async fn a_unit_is_stored_once_and_a_zone_by_its_own_name() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    let twice = ann.set_profile(json!({"equipment": ["barbell", "bench", "barbell"]})).await;
    assert_eq!(twice["equipment"], json!(["barbell", "bench"]));
    let zone = ann.set_profile(json!({"time_zone": "europe/berlin"})).await;
    assert_eq!(zone["time_zone"], "Europe/Berlin");
    let body = with(zone, json!({"time_zone": "Etc/Unknown"}));
    assert_eq!(pointers(ann.put("/profile", "*", body).await).await, ["/time_zone"]);
}

#[tokio::test]
async fn a_token_has_each_scope_once_and_ends_when_it_is_told() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    let ask = json!({"name": "t", "scopes": ["read", "read", "write"], "expires_at": "2026-03-20T00:00:00Z"});
    let made = expect(ann.post("/tokens", ask).await, StatusCode::CREATED).await;
    assert_eq!(made["scopes"], json!(["read", "write"]));
    assert_eq!(made["expires_at"], "2026-03-20T00:00:00Z");
    let until = |at: &str| json!({"name": "t", "scopes": ["read"], "expires_at": at});
    for body in [
        until("2026-03-16T12:00:00Z"),
        until("2040-01-01T00:00:00Z"),
        until("tomorrow"),
        with(until("2026-03-20T00:00:00Z"), json!({"days": 3})),
    ] {
        assert_eq!(pointers(ann.post("/tokens", body.clone()).await).await, ["/expires_at"], "{body}");
    }
    let ever = json!({"name": "t", "scopes": ["read"], "expires_at": null, "days": null});
    let made = expect(ann.post("/tokens", ever).await, StatusCode::CREATED).await;
    assert_eq!(made["expires_at"], Value::Null);
}

#[tokio::test]
async fn an_id_of_a_phone_that_writes_it_in_capitals_is_the_same_id() {
    let (_app, ann) = with_plan().await;
    let id = "0189AAAA-0000-7000-8000-0000000000AB";
    let began = ann.post("/sessions", json!({"id": id, "split_day": "Day1"})).await;
    let began = expect(began, StatusCode::CREATED).await;
    assert_eq!(began["id"], id.to_lowercase());
    let set_id = "0189AAAA-0000-7000-8000-0000000000CD";
    let sets = format!("/sessions/{id}/sets");
    let set = with(squat(1), json!({ "id": set_id }));
    let made = expect(ann.post(&sets, set.clone()).await, StatusCode::CREATED).await;
    assert_eq!(made["id"], set_id.to_lowercase());
    assert_eq!(expect(ann.post(&sets, set).await, StatusCode::CREATED).await, made, "told twice, there once");
    let path = format!("{sets}/{set_id}");
    expect(ann.patch(&path, json!({"reps": 7})).await, StatusCode::OK).await;
    let seen = ann.get(&format!("/sessions/{id}")).await;
    assert_eq!((seen["sets"].as_array().unwrap().len(), &seen["sets"][0]["reps"]), (1, &json!(7)));
}

#[tokio::test]
async fn an_answer_can_be_sent_back_as_it_came() {
    let (_app, ann, id) = in_session().await;
    let set = log(&ann, &id, squat(1)).await;
    let path = format!("/sessions/{id}/sets/{}", text(&set["id"]));
    let changed = with(set.clone(), json!({"reps": 6, "note": "slow"}));
    assert_eq!(expect(ann.patch(&path, changed.clone()).await, StatusCode::OK).await, changed);
    let capitals = with(changed.clone(), json!({"id": text(&set["id"]).to_uppercase()}));
    expect(ann.patch(&path, capitals).await, StatusCode::OK).await;
    for (name, value) in [
        ("id", json!("01890000-0000-7000-8000-000000000001")),
        ("exercise_id", json!("barbell-bench-press")),
        ("logged_at", json!("2026-03-16T11:00:00Z")),
    ] {
        let answer = ann.patch(&path, with(changed.clone(), json!({ name: value }))).await;
        let found = errors(answer).await;
        assert_eq!(told(&found), [(format!("/{name}").as_str(), "read_only")]);
    }
    let squat = ann.get(&format!("/exercises/{SQUAT}")).await;
    let own = expect(ann.post("/exercises", squat).await, StatusCode::CREATED).await;
    assert_eq!(own["own"], true);
    assert_ne!(own["id"], SQUAT);
    let null = with(own, json!({"name": "Other squat", "id": null, "own": null}));
    expect(ann.post("/exercises", null).await, StatusCode::CREATED).await;
}

#[tokio::test]
async fn a_body_in_another_coding_or_charset_is_told_so() {
    let (_app, ann) = with_plan().await;
    let send = async |name: &'static str, value: &'static str| {
        let request = ann.request(Method::POST, "/sessions").header("Idempotency-Key", key());
        let request =
            if name == "content-type" { request } else { request.header("content-type", "application/json") };
        request.header(name, value).body("{\"split_day\":\"Day9\"}").send().await.unwrap()
    };
    for coding in ["gzip", "br", "gzip, identity"] {
        let answer = send("content-encoding", coding).await;
        assert_eq!(answer.headers()["accept-encoding"], "identity");
        let body = problem(answer, StatusCode::UNSUPPORTED_MEDIA_TYPE, "coded-body").await;
        assert!(text(&body["detail"]).contains("Content-Encoding"), "{body}");
    }
    for charset in ["iso-8859-1", "\"utf-16\""] {
        let value = if charset == "iso-8859-1" {
            "application/json; charset=iso-8859-1"
        } else {
            "application/json;charset=\"utf-16\""
        };
        let body =
            problem(send("content-type", value).await, StatusCode::UNSUPPORTED_MEDIA_TYPE, "not-json").await;
        assert!(text(&body["detail"]).contains("UTF-8"), "{body}");
    }
    for (name, value) in
        [("content-encoding", "identity"), ("content-type", "application/json; charset=\"UTF-8\"")]
    {
        assert_eq!(send(name, value).await.status(), 422, "{name}: {value} is read");
    }
}
