//! Duplicates by the thousand: one effect for each key, everything else its replay to the byte.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Body;
use http::{Request, Response};
use http_body_util::BodyExt as _;
use serde_json::json;
use tokio::task::JoinSet;
use tower::ServiceExt as _;

use crate::api::common::{PLANK, SQUAT, assert_totals_hold, in_session};
use crate::support::app::TestUser;
use crate::support::database::{on_postgres, torture};

/// How often each key is sent.
const COPIES: usize = 50;

fn request(user: &TestUser, session: &str, number: usize) -> Request<Body> {
    let set = if number < 100 {
        json!({"exercise_id": SQUAT, "set_index": number + 1, "reps": 5, "weight_kg": 60.0})
    } else {
        json!({"exercise_id": PLANK, "set_index": number - 99, "duration_seconds": 30})
    };
    Request::post(format!("/api/v1/sessions/{session}/sets"))
        .header("authorization", format!("Bearer {}", user.token))
        .header("content-type", "application/json")
        .header("idempotency-key", format!("torture-of-duplicates-{number}"))
        .body(Body::from(set.to_string()))
        .unwrap()
}

struct Answer {
    number: usize,
    replayed: bool,
    body: Vec<u8>,
    waits: usize,
}

/// Sends it until it is answered; whoever is told to wait waits.
async fn send(router: Router, user: TestUser, session: String, number: usize) -> Answer {
    let mut waits = 0;
    loop {
        let answer: Response<Body> = router.clone().oneshot(request(&user, &session, number)).await.unwrap();
        let status = answer.status().as_u16();
        if status == 201 {
            let replayed = answer.headers().contains_key("idempotency-replayed");
            let body = answer.into_body().collect().await.unwrap().to_bytes().to_vec();
            return Answer { number, replayed, body, waits };
        }
        assert!(status == 503 || status == 409, "{status}");
        assert!(answer.headers().contains_key("retry-after"), "{status}");
        waits += 1;
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn thousands_of_duplicates_at_once_are_one_effect_a_key() {
    let keys = if torture() { 200 } else { 20 };
    let (app, ann, id) = in_session().await;
    let router = spotter::app::router(app.state.clone());
    let began = Instant::now();
    let mut sending = JoinSet::new();
    // Every key's copies stand far apart, so that first ones and replays mix.
    for _ in 0..COPIES {
        for number in 0..keys {
            sending.spawn(send(router.clone(), ann.clone(), id.clone(), number));
        }
    }
    let answers = sending.join_all().await;
    let took = began.elapsed();
    let mut by_key: BTreeMap<usize, Vec<&Answer>> = BTreeMap::new();
    for answer in &answers {
        by_key.entry(answer.number).or_default().push(answer);
    }
    for answers in by_key.values() {
        assert_eq!(answers.iter().filter(|answer| !answer.replayed).count(), 1);
        assert!(answers.iter().all(|answer| answer.body == answers[0].body));
    }
    let kept = ann.get(&format!("/sessions/{id}")).await["sets"].as_array().unwrap().len();
    assert_eq!((by_key.len(), kept), (keys, keys));
    assert_totals_hold(&app, &ann).await;
    let replays = answers.iter().filter(|answer| answer.replayed).count();
    let waits: usize = answers.iter().map(|answer| answer.waits).sum();
    println!(
        "duplicates on {}: {} requests at once over {keys} keys → {kept} effects, {replays} byte-identical \
         replays, {waits} told to come again, {:.1} s",
        if on_postgres() { "PostgreSQL" } else { "SQLite" },
        answers.len(),
        took.as_secs_f64(),
    );
}
