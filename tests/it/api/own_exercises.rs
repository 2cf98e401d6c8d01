//! Exercises of a person's own: added, found, planned, trained, and seen by nobody else.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::common::{BENCH, SQUAT, end, log, pointers, problem, text, with};
use crate::support::app::{TestApp, expect, key};

fn xylo() -> Value {
    json!({"name": "Xylo press", "aliases": ["xylophone press"], "primary_muscles": ["shoulders"],
        "secondary_muscles": ["chest", "triceps"], "equipment": ["barbell"], "pattern": "vertical_push",
        "level": "beginner", "rest_seconds": 90, "reps_min": 6, "reps_max": 10, "unilateral": true,
        "variation_group": "flat-press", "contraindications": ["shoulder"], "cues": ["Lean in", "Drive up"]})
}

#[tokio::test]
async fn it_is_listed_found_planned_and_trained_like_any_other() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    let answer = ann.post("/exercises", xylo()).await;
    let place = answer.headers()["location"].to_str().unwrap().to_owned();
    let made = expect(answer, StatusCode::CREATED).await;
    let id = text(&made["id"]);
    assert_eq!((id.as_str(), &made["own"]), ("my-xylo-press", &json!(true)));
    assert_eq!(place, format!("/api/v1/exercises/{id}"));
    assert_eq!(ann.get(&format!("/exercises/{id}")).await, made);
    for query in ["q=xylo", "q=xylophone%20press", "muscle=shoulders&equipment=barbell&limit=200"] {
        let found = ann.get(&format!("/exercises?{query}")).await;
        assert!(found["items"].as_array().unwrap().contains(&made), "{query}");
    }
    let others = ann.get(&format!("/exercises/{BENCH}/alternatives")).await;
    assert!(others["items"].as_array().unwrap().contains(&made), "it shares the variation group");
    let mine = ann.get(&format!("/exercises/{id}/alternatives")).await;
    assert!(mine["items"].as_array().unwrap().iter().any(|other| other["id"] == BENCH));
    let plan = json!({"split": "custom", "days": [{"day": "Day1", "focus": "Press", "weekday": "monday",
        "exercises": [{"exercise_id": id, "sets": [{"reps_min": 6, "reps_max": 10, "weight_kg": 30.0, "rpe": 8.0}]}]}]});
    let saved = expect(ann.put("/weekly-plan", "*", plan).await, StatusCode::OK).await;
    assert_eq!(saved["days"][0]["exercises"][0]["name"], "Xylo press");
    assert_eq!(saved["meta"]["sets_per_muscle"]["triceps"], 0.5);
    let session = text(&ann.start_session("Day1").await["id"]);
    log(
        &ann,
        &session,
        json!({"exercise_id": id, "set_index": 1, "reps": 10, "weight_kg": 30.0, "rpe": 8.0}),
    )
    .await;
    let done = end(&ann, &session, "completed").await;
    assert_eq!(done["summary"]["decisions"][0]["rule"], "advance");
    assert!(ann.get(&format!("/progress/exercises/{id}")).await["e1rm_kg"].is_number());
}

#[tokio::test]
async fn ids_are_unique_for_their_person_and_nobody_else_sees_them() {
    let app = TestApp::start().await;
    let (ann, bob) = (app.user("ann").await, app.user("bob").await);
    let mut ids = Vec::new();
    for user in [&ann, &ann, &bob] {
        ids.push(text(&expect(user.post("/exercises", xylo()).await, StatusCode::CREATED).await["id"]));
    }
    assert_eq!(ids, ["my-xylo-press", "my-xylo-press-2", "my-xylo-press"]);
    let only = with(xylo(), json!({"name": "Secret lift"}));
    expect(ann.post("/exercises", only).await, StatusCode::CREATED).await;
    assert_eq!(bob.get("/exercises?q=secret").await["items"], json!([]));
    for path in ["/exercises/my-secret-lift", "/exercises/my-secret-lift/alternatives"] {
        let answer = bob.request(Method::GET, path).send().await.unwrap();
        problem(answer, StatusCode::NOT_FOUND, "not-found").await;
    }
    let session = text(&expect(bob.post("/sessions", json!({})).await, StatusCode::CREATED).await["id"]);
    let set = json!({"exercise_id": "my-secret-lift", "set_index": 1, "reps": 5});
    let answer = bob.post(&format!("/sessions/{session}/sets"), set).await;
    assert_eq!(pointers(answer).await, ["/exercise_id"]);
}

#[tokio::test]
async fn adding_one_moves_the_tags_of_catalogue_plan_and_summary() {
    let app = TestApp::start().await;
    let (ann, bob) = (app.user("ann").await, app.user("bob").await);
    let paths = ["/exercises", "/exercises/barbell-back-squat", "/weekly-plan", "/progress/summary"];
    let mut before = Vec::new();
    for path in paths {
        before.push((ann.tag(path).await, bob.tag(path).await));
    }
    assert_eq!(ann.post("/exercises", json!({"name": ""})).await.status(), 422);
    for (path, (tag, _)) in paths.iter().zip(&before) {
        assert_eq!(ann.tag(path).await, *tag, "{path}: nothing was added");
    }
    expect(ann.post("/exercises", xylo()).await, StatusCode::CREATED).await;
    for (path, (hers, his)) in paths.iter().zip(&before) {
        assert_ne!(ann.tag(path).await, *hers, "{path}");
        assert_eq!(bob.tag(path).await, *his, "{path}: another's is his own");
    }
}

#[tokio::test]
async fn it_is_added_once_for_its_key() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    let key = key();
    let first = expect(ann.send(Method::POST, "/exercises", &key, xylo()).await, StatusCode::CREATED).await;
    let again = ann.send(Method::POST, "/exercises", &key, xylo()).await;
    assert_eq!(again.headers()["idempotency-replayed"], "true");
    assert_eq!(expect(again, StatusCode::CREATED).await, first);
    let other = with(xylo(), json!({"name": "Other"}));
    assert_eq!(ann.send(Method::POST, "/exercises", &key, other).await.status(), StatusCode::CONFLICT);
    assert_eq!(ann.get("/exercises?q=xylo").await["items"], json!([first]));
    let bare = ann.request(Method::POST, "/exercises").json(&xylo()).send().await.unwrap();
    assert_eq!(bare.status(), StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_bad_exercise_says_which_fields() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    for (changes, expected) in [
        (json!({"name": ""}), vec!["/name"]),
        (json!({"name": "  "}), vec!["/name"]),
        (json!({"name": "a\u{0}b"}), vec!["/name"]),
        (json!({"name": "x".repeat(101)}), vec!["/name"]),
        (json!({"primary_muscles": []}), vec!["/primary_muscles"]),
        (json!({"primary_muscles": ["soul"]}), vec!["/primary_muscles/0"]),
        (json!({"secondary_muscles": ["shoulders"]}), vec!["/secondary_muscles"]),
        (json!({"secondary_muscles": ["chest", "chest"]}), vec!["/secondary_muscles"]),
        (json!({"equipment": []}), vec!["/equipment"]),
        (json!({"equipment": ["rope"]}), vec!["/equipment/0"]),
        (json!({"pattern": "dance"}), vec!["/pattern"]),
        (json!({"reps_min": 0}), vec!["/reps_min"]),
        (json!({"reps_max": 101}), vec!["/reps_max"]),
        (json!({"reps_min": 11}), vec!["/reps_min"]),
        (json!({"measure": "seconds", "reps_max": 601}), vec!["/reps_max"]),
        (json!({"rest_seconds": 901}), vec!["/rest_seconds"]),
        (json!({"rest_seconds": -1}), vec!["/rest_seconds"]),
        (json!({"rank": 6}), vec!["/rank"]),
        (json!({"variation_group": "Flat Press"}), vec!["/variation_group"]),
        (json!({"variation_group": ""}), vec!["/variation_group"]),
        (json!({"cues": ["ok", ""]}), vec!["/cues/1"]),
        (json!({"aliases": ["x".repeat(101)]}), vec!["/aliases/0"]),
        (json!({"name": "", "rank": 0, "reps_min": 0}), vec!["/name", "/rank", "/reps_min"]),
    ] {
        let answer = ann.post("/exercises", with(xylo(), changes.clone())).await;
        assert_eq!(pointers(answer).await, expected, "{changes}");
    }
    assert_eq!(ann.get("/exercises?q=xylo").await["items"], json!([]));
}

#[tokio::test]
async fn pages_of_a_search_survive_what_is_added_and_a_foreign_cursor_is_told() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    let (mut seen, mut path, mut n) = (Vec::new(), "/exercises?q=press&limit=5".to_owned(), 0);
    loop {
        let page = ann.get(&path).await;
        seen.extend(page["items"].as_array().unwrap().iter().map(|exercise| text(&exercise["id"])));
        n += 1;
        let own = with(xylo(), json!({"name": format!("Press {n}"), "rank": 1}));
        expect(ann.post("/exercises", own).await, StatusCode::CREATED).await;
        let Some(cursor) = page["next_cursor"].as_str() else { break };
        path = format!("/exercises?q=press&limit=5&cursor={cursor}");
    }
    let catalogue: Vec<&String> = seen.iter().filter(|id| !id.starts_with("my-")).collect();
    let all = app.user("bob").await.get("/exercises?q=press&limit=200").await;
    let all: Vec<String> = all["items"].as_array().unwrap().iter().map(|one| text(&one["id"])).collect();
    assert_eq!(catalogue, all.iter().collect::<Vec<_>>(), "none is left out and none comes twice");
    let cursor = text(&ann.get("/exercises?q=press&limit=1").await["next_cursor"]);
    let wrong =
        ann.request(Method::GET, &format!("/exercises?q=plank&cursor={cursor}")).send().await.unwrap();
    assert_eq!(pointers(wrong).await, ["?cursor"]);
    assert_eq!(ann.get("/exercises?q=%2D%2D").await["items"], json!([]), "signs alone match nothing");
    assert_eq!(ann.get("/exercises?q=%20&limit=1").await["items"][0]["id"], SQUAT, "a blank is no filter");
}

#[tokio::test]
async fn an_absent_optional_is_null_or_missing() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    let needed = json!({"name": "Xylo press", "primary_muscles": ["shoulders"], "equipment": ["barbell"],
        "pattern": "vertical_push"});
    for name in
        ["aliases", "secondary_muscles", "cues", "contraindications", "level", "reps_min", "bodyweight"]
    {
        let answer = ann.post("/exercises", with(needed.clone(), json!({ name: null }))).await;
        let made = expect(answer, StatusCode::CREATED).await;
        assert!(!made[name].is_null(), "{name}: {made}");
    }
}
