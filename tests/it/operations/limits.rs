//! The limit of requests an account may send.

use jiff::SignedDuration;
use reqwest::{Method, StatusCode};
use serde_json::json;
use spotter::app::{self, Operations, Parts};
use spotter::web::listen;
use tokio_util::sync::CancellationToken;

use crate::support::app::{TestApp, TestUser, expect, key};

/// The same database served again with a limit.
async fn limited(app: &TestApp, requests: u32) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let operations = Operations { rate_limit_per_minute: requests, metrics: None };
    let parts =
        Parts { core: app.core.clone(), agents: None, public_url: base.clone(), demo: None, operations };
    tokio::spawn(listen::serve(listener, app::router(app::state(parts)), CancellationToken::new()));
    base
}

#[tokio::test]
async fn too_many_requests_of_an_account_wait_and_nothing_is_lost() {
    let app = TestApp::start().await;
    let (ann, bea) = (app.user("ann").await, app.user("bea").await);
    let id = expect(ann.post("/sessions", json!({})).await, StatusCode::CREATED).await["id"].clone();
    let base = limited(&app, 3).await;
    let (ann, bea) = (TestUser::at(&base, &ann.token), TestUser::at(&base, &bea.token));
    for _ in 0..3 {
        ann.get("/profile").await;
    }
    let set = json!({"exercise_id": "barbell-back-squat", "set_index": 1, "reps": 5, "weight_kg": 60.0});
    let (path, key) = (format!("/sessions/{}/sets", id.as_str().unwrap()), key());
    let refused = ann.send(Method::POST, &path, &key, set.clone()).await;
    assert_eq!(refused.status(), StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(refused.headers()["content-type"], "application/problem+json");
    let wait: i64 = refused.headers()["retry-after"].to_str().unwrap().parse().unwrap();
    assert_eq!(wait, 20, "three a minute");
    bea.get("/profile").await;
    let anonymous = reqwest::get(format!("{base}/livez")).await.unwrap();
    assert_eq!(anonymous.status(), StatusCode::OK, "probes are nobody's account");
    app.clock.advance(SignedDuration::from_secs(wait));
    let logged = ann.send(Method::POST, &path, &key, set).await;
    assert!(!logged.headers().contains_key("idempotency-replayed"), "the refusal recorded nothing");
    expect(logged, StatusCode::CREATED).await;
    assert_eq!(
        ann.request(Method::GET, "/profile").send().await.unwrap().status(),
        StatusCode::TOO_MANY_REQUESTS
    );
}

#[tokio::test]
async fn no_limit_is_no_limit() {
    let app = TestApp::start().await;
    let ann = TestUser::at(&limited(&app, 0).await, &app.user("ann").await.token);
    for _ in 0..50 {
        ann.get("/profile").await;
    }
}
