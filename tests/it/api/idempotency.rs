//! Idempotency keys (law L7): recorded if and only if it happened, replayed to the byte.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use spotter::service::idempotency::{self, Request, Saved};
use spotter::service::{Error, safety};

use super::common::{advance, in_session, log, problem, squat, with, with_plan};
use crate::support::app::{TestUser, expect, key};

async fn sets_of(user: &TestUser, session: &str) -> Vec<Value> {
    user.get(&format!("/sessions/{session}")).await["sets"].as_array().unwrap().clone()
}

#[tokio::test]
async fn a_key_has_16_to_128_visible_characters_quoted_or_bare() {
    let (_app, ann, id) = in_session().await;
    let path = format!("/sessions/{id}/sets");
    let long = |count: usize| "k".repeat(count);
    let cases = [
        (long(15), false),
        (long(16), true),
        (long(128), true),
        (long(129), false),
        (format!("\"{}\"", "q".repeat(15)), false),
        (format!("\"{}\"", "q".repeat(16)), true),
        (format!("\"{}\"", "q".repeat(128)), true),
        (format!("\"{}\"", "q".repeat(129)), false),
        ("two words, sixteen and more".to_owned(), false),
        (String::new(), false),
        ("\"\"".to_owned(), false),
    ];
    for (index, (key, fits)) in (1_u16..).zip(cases) {
        let answer = ann.send(Method::POST, &path, &key, squat(index)).await;
        if fits {
            expect(answer, StatusCode::CREATED).await;
        } else {
            problem(answer, StatusCode::BAD_REQUEST, "idempotency-key-needed").await;
        }
    }
    assert_eq!(sets_of(&ann, &id).await.len(), 4);
}

#[tokio::test]
async fn every_route_marked_k_needs_a_key() {
    let (_app, ann, id) = in_session().await;
    let set = log(&ann, &id, squat(1)).await;
    let set_path = format!("/sessions/{id}/sets/{}", set["id"].as_str().unwrap());
    for (method, path) in [
        (Method::POST, "/sessions".to_owned()),
        (Method::POST, format!("/sessions/{id}/sets")),
        (Method::PATCH, set_path.clone()),
        (Method::DELETE, set_path),
        (Method::PATCH, format!("/sessions/{id}")),
    ] {
        let answer = ann.request(method.clone(), &path).json(&json!({"status": "completed"})).send().await;
        problem(answer.unwrap(), StatusCode::BAD_REQUEST, "idempotency-key-needed").await;
    }
    assert_eq!(ann.get(&format!("/sessions/{id}")).await["status"], "active");
}

#[tokio::test]
async fn a_replay_is_the_same_to_the_byte_whatever_happened_since() {
    let (_app, ann) = with_plan().await;
    let key = key();
    let body = json!({"split_day": "Day1"});
    let first = ann.send(Method::POST, "/sessions", &key, body.clone()).await;
    assert!(!first.headers().contains_key("idempotency-replayed"));
    let (etag, location) = (first.headers()["etag"].clone(), first.headers()["location"].clone());
    let bytes = first.bytes().await.unwrap();
    let session: Value = serde_json::from_slice(&bytes).unwrap();
    let id = session["id"].as_str().unwrap();
    log(&ann, id, squat(1)).await;
    for key in [key.clone(), format!("\"{key}\"")] {
        let again = ann.send(Method::POST, "/sessions", &key, body.clone()).await;
        assert_eq!(again.status(), StatusCode::CREATED);
        assert_eq!(again.headers()["idempotency-replayed"], "true");
        assert_eq!(again.headers()["etag"], etag);
        assert_eq!(again.headers()["location"], location);
        assert_eq!(again.headers()["content-type"], "application/json");
        assert_eq!(again.bytes().await.unwrap(), bytes);
    }
    assert_eq!(location, format!("/api/v1/sessions/{id}"));
}

#[tokio::test]
async fn a_replay_survives_a_restart() {
    let (app, ann, id) = in_session().await;
    let (key, path) = (key(), format!("/sessions/{id}/sets"));
    let first = ann.send(Method::POST, &path, &key, squat(1)).await.bytes().await.unwrap();
    let app = app.restart().await;
    let again = app
        .anonymous(Method::POST, &format!("/api/v1{path}"))
        .bearer_auth(&ann.token)
        .header("Idempotency-Key", &key)
        .json(&squat(1))
        .send()
        .await
        .unwrap();
    assert_eq!(again.headers()["idempotency-replayed"], "true");
    assert_eq!(again.bytes().await.unwrap(), first);
}

#[tokio::test]
async fn a_used_key_under_another_request_is_409_and_changes_nothing() {
    let (_app, ann, id) = in_session().await;
    let (key, path) = (key(), format!("/sessions/{id}/sets"));
    let set = expect(ann.send(Method::POST, &path, &key, squat(1)).await, StatusCode::CREATED).await;
    let set_path = format!("{path}/{}", set["id"].as_str().unwrap());
    let before = ann.get(&format!("/sessions/{id}")).await;
    for (method, path, body) in [
        (Method::POST, path.clone(), squat(2)),
        (Method::POST, path.clone(), with(squat(1), json!({"rpe": 8.0}))),
        (Method::POST, "/sessions".to_owned(), squat(1)),
        (Method::PATCH, set_path.clone(), json!({"reps": 3})),
        (Method::DELETE, set_path, Value::Null),
        (Method::PATCH, format!("/sessions/{id}"), json!({"status": "completed"})),
    ] {
        let answer = ann.send(method, &path, &key, body).await;
        problem(answer, StatusCode::CONFLICT, "idempotency-key-reused").await;
    }
    assert_eq!(ann.get(&format!("/sessions/{id}")).await, before);
}

#[tokio::test]
async fn fifty_duplicates_at_once_are_one_effect() {
    let (_app, ann, id) = in_session().await;
    let (key, path) = (key(), format!("/sessions/{id}/sets"));
    let mut sending = tokio::task::JoinSet::new();
    for _ in 0..50 {
        let (ann, key, path) = (ann.clone(), key.clone(), path.clone());
        sending.spawn(async move {
            let answer = ann.send(Method::POST, &path, &key, squat(1)).await;
            let replayed = answer.headers().contains_key("idempotency-replayed");
            (answer.status(), replayed, answer.text().await.unwrap())
        });
    }
    let answers = sending.join_all().await;
    assert!(answers.iter().all(|(status, _, body)| *status == 201 && *body == answers[0].2), "{answers:?}");
    assert_eq!(answers.iter().filter(|(_, replayed, _)| !replayed).count(), 1);
    assert_eq!(sets_of(&ann, &id).await.len(), 1);
}

#[tokio::test]
async fn only_what_happened_is_recorded() {
    let (_app, ann, id) = in_session().await;
    let (key, path) = (key(), format!("/sessions/{id}/sets"));
    log(&ann, &id, squat(9)).await;
    for (body, status) in [
        (with(squat(1), json!({"reps": 101})), 422),
        (with(squat(1), json!({"exercise_id": "no-such-thing"})), 422),
        (squat(9), 409),
    ] {
        assert_eq!(ann.send(Method::POST, &path, &key, body).await.status(), status);
    }
    let missing = format!("/sessions/{}/sets", uuid::Uuid::new_v4());
    assert_eq!(ann.send(Method::POST, &missing, &key, squat(1)).await.status(), 404);
    let answer = ann.send(Method::POST, &path, &key, squat(1)).await;
    assert!(!answer.headers().contains_key("idempotency-replayed"));
    expect(answer, StatusCode::CREATED).await;
    assert_eq!(sets_of(&ann, &id).await.len(), 2);
}

#[tokio::test]
async fn a_replay_comes_before_if_match_and_a_failed_precondition_leaves_the_key_free() {
    let (_app, ann, id) = in_session().await;
    let path = format!("/sessions/{id}");
    let renote = async |key: &str, tag: &str| {
        let request =
            ann.request(Method::PATCH, &path).header("Idempotency-Key", key).header("If-Match", tag);
        request.json(&json!({"notes": "easy"})).send().await.unwrap()
    };
    let (stale, first_key) = (ann.tag(&path).await, key());
    expect(renote(&first_key, &stale).await, StatusCode::OK).await;
    let replayed = renote(&first_key, &stale).await;
    assert_eq!(replayed.headers()["idempotency-replayed"], "true");
    expect(replayed, StatusCode::OK).await;
    let second_key = key();
    problem(renote(&second_key, &stale).await, StatusCode::PRECONDITION_FAILED, "stale-version").await;
    let current = ann.tag(&path).await;
    let answer = renote(&second_key, &current).await;
    assert!(!answer.headers().contains_key("idempotency-replayed"));
    expect(answer, StatusCode::OK).await;
}

#[tokio::test]
async fn keys_of_two_people_are_apart() {
    let (app, ann) = with_plan().await;
    let bob = app.user("bob").await;
    let key = key();
    let body = json!({"split_day": "Day1"});
    let of_ann =
        expect(ann.send(Method::POST, "/sessions", &key, body.clone()).await, StatusCode::CREATED).await;
    let answer = bob.send(Method::POST, "/sessions", &key, body).await;
    assert!(!answer.headers().contains_key("idempotency-replayed"));
    let of_bob = expect(answer, StatusCode::CREATED).await;
    assert_ne!(of_ann["id"], of_bob["id"]);
}

#[tokio::test]
async fn an_answer_is_kept_for_thirty_days() {
    let (app, ann, id) = in_session().await;
    let (key, path) = (key(), format!("/sessions/{id}/sets"));
    expect(ann.send(Method::POST, &path, &key, squat(1)).await, StatusCode::CREATED).await;
    advance(&app, 30 * 86_400 - 1);
    assert_eq!(spotter::service::idempotency::sweep(&app.core).await.unwrap(), 0);
    assert_eq!(ann.send(Method::POST, &path, &key, squat(1)).await.status(), 201);
    advance(&app, 2);
    assert!(spotter::service::idempotency::sweep(&app.core).await.unwrap() > 0);
    let late = ann.send(Method::POST, &path, &key, squat(1)).await;
    problem(late, StatusCode::CONFLICT, "set-index-taken").await;
}

#[tokio::test]
async fn whatever_is_refused_under_a_key_keeps_the_red_flag_and_frees_the_key() {
    let (app, ann, _) = in_session().await;
    let (user_id, key) = (ann.id.as_str(), key());
    let request = Request { user_id, key: &key, method: "POST", path: "/anything", body: b"{}" };
    let refused = idempotency::once(&app.core, request, async |write| {
        safety::raise(write, "chest_pain").await?;
        Err::<(Saved, ()), _>(Error::NotFound)
    });
    assert!(matches!(refused.await, Err(Error::NotFound)), "why it was refused is told");
    assert_eq!(ann.get("/safety").await["flag"], "chest_pain", "the flag outlives the write");
    let other = Request { body: b"{\"other\": 1}", ..request };
    let saved = Saved { status: 200, headers: "{}".to_owned(), body: "{}".to_owned() };
    let done = idempotency::once(&app.core, other, async |_| Ok::<_, Error>((saved.clone(), ()))).await;
    assert!(done.unwrap().fresh.is_some(), "another request takes the key");
    let again = idempotency::once(&app.core, other, async |_| Err::<(Saved, ()), _>(Error::NotFound)).await;
    assert_eq!((again.as_ref().unwrap().fresh, &again.unwrap().saved), (None, &saved), "and is replayed");
}
