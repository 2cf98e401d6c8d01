//! Texts that one of the databases cannot hold are refused at the door of both.

use std::collections::BTreeSet;

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::api::common::{in_session, log, squat, with};
use crate::support::app::{expect, key};

/// A NUL in the middle.
const NUL: &str = "a\u{0}b";

#[tokio::test]
async fn a_nul_anywhere_is_a_bad_request_and_never_a_fault() {
    let (app, ann, id) = in_session().await;
    let session = format!("/sessions/{id}");
    let set = log(&ann, &id, squat(1)).await;
    let set_path = format!("{session}/sets/{}", set["id"].as_str().unwrap());
    let talk = expect(ann.post("/conversations", json!({})).await, StatusCode::CREATED).await;
    let messages = format!("/conversations/{}/messages", talk["id"].as_str().unwrap());
    let profile = ann.get("/profile").await;
    let long = format!("{NUL}{}", "x".repeat(36));
    let mut seen = BTreeSet::new();
    for (method, path, body) in [
        (Method::POST, "/login", json!({"name": NUL, "password": "long enough"})),
        (Method::POST, "/login", json!({"name": "ann", "password": NUL})),
        (Method::POST, "/tokens", json!({"name": NUL, "scopes": ["read"]})),
        (Method::POST, "/sessions", json!({"split_day": NUL})),
        (Method::POST, "/sessions", json!({"split_day": "Day1", "id": long})),
        (Method::PATCH, &session, json!({"notes": NUL})),
        (Method::POST, &format!("{session}/sets"), with(squat(2), json!({"note": NUL}))),
        (Method::POST, &format!("{session}/sets"), with(squat(2), json!({"id": long}))),
        (Method::POST, &format!("{session}/sets"), with(squat(2), json!({"exercise_id": NUL}))),
        (Method::PATCH, &set_path, json!({"note": NUL})),
        (Method::POST, "/conversations", json!({"title": NUL})),
        (Method::POST, &messages, json!({"text": NUL})),
        (Method::POST, &format!("{session}/copilot"), json!({"text": NUL})),
        (
            Method::PUT,
            "/profile",
            with(profile, json!({"notes": [{"id": "n", "text": NUL, "source": "person"}]})),
        ),
        (Method::GET, "/sessions/a%00b", Value::Null),
        (Method::GET, "/exercises/a%00b", Value::Null),
        (Method::GET, "/proposals/a%00b", Value::Null),
        (Method::GET, "/sessions?cursor=YQBi", Value::Null),
        (Method::GET, "/sessions?cursor=a%00b", Value::Null),
        (Method::GET, "/conversations?cursor=a%00b", Value::Null),
        (Method::GET, "/proposals?cursor=a%00b&status=a%00b", Value::Null),
        (Method::GET, "/weekly-plan?week_start=a%00b", Value::Null),
        (Method::DELETE, "/tokens/a%00b", Value::Null),
    ] {
        let request = ann.request(method.clone(), path).header("Idempotency-Key", key());
        let request = if path == "/profile" { request.header("If-Match", "*") } else { request };
        let request = if body.is_null() { request } else { request.json(&body) };
        let answer = request.send().await.unwrap();
        let status = answer.status().as_u16();
        assert!((400..500).contains(&status), "{method} {path} {body}: {}", answer.text().await.unwrap());
        seen.insert(status);
    }
    assert!(seen.contains(&422) && seen.contains(&404), "{seen:?}");
    let token = app.anonymous(Method::GET, "/api/v1/profile").bearer_auth("a%00b").send().await.unwrap();
    assert_eq!(token.status(), 401);
}

#[tokio::test]
async fn every_other_text_comes_back_as_it_was_sent() {
    let (_app, ann, id) = in_session().await;
    for (index, note) in (1..).zip([
        "Überzug, naïve, ﬁ, İ",
        "力 ألم 🏋🏽‍♀️",
        "quote ' \" \\ % _ ; -- $1 ?1",
        "line\nline\r\ttab\u{1}\u{7f}",
        "\u{feff}bom\u{202e}\u{fffd}\u{10ffff}",
        "trailing  ",
    ]) {
        let set = log(&ann, &id, with(squat(index), json!({"note": note}))).await;
        assert_eq!(set["note"], note);
    }
    let session = ann.get(&format!("/sessions/{id}")).await;
    assert_eq!(session["sets"].as_array().unwrap().len(), 6);
    assert_eq!(session["sets"][1]["note"], "力 ألم 🏋🏽‍♀️");
}
