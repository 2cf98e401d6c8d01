//! Databases that cannot be written, restart or are gone: 503 with Retry-After, nothing lost, and it
//! works again without a restart of the program.

use std::collections::BTreeSet;
use std::sync::Arc;

use reqwest::{Method, StatusCode};
use serde_json::Value;
use tokio::task::JoinSet;

use crate::api::common::{assert_totals_hold, in_session, log, problem, squat, text};
use crate::support::app::{TestUser, expect, key};
use crate::support::database::on_postgres;

pub async fn sets(user: &TestUser, session: &str) -> Vec<String> {
    let session = user.get(&format!("/sessions/{session}")).await;
    session["sets"].as_array().unwrap().iter().map(|set| text(&set["id"])).collect()
}

#[tokio::test]
async fn what_cannot_be_written_is_503_and_can_still_be_read() {
    let (app, ann, id) = in_session().await;
    log(&ann, &id, squat(1)).await;
    let (key, path) = (key(), format!("/sessions/{id}/sets"));
    let url = app.database.set_writable(false);
    let app = if on_postgres() { app } else { app.restart_at(&url).await };
    let ann = ann.on(&app);
    let answer = ann.send(Method::POST, &path, &key, squat(2)).await;
    assert_eq!(answer.headers()["retry-after"], "30");
    problem(answer, StatusCode::SERVICE_UNAVAILABLE, "database-unusable").await;
    for path in ["/profile", "/weekly-plan", "/progress/summary"] {
        ann.get(path).await;
    }
    assert_eq!(sets(&ann, &id).await.len(), 1);
    let url = app.database.set_writable(true);
    let app = if on_postgres() { app } else { app.restart_at(&url).await };
    let ann = ann.on(&app);
    expect(ann.send(Method::POST, &path, &key, squat(2)).await, StatusCode::CREATED).await;
    assert_eq!(sets(&ann, &id).await.len(), 2);
}

/// A phone that tries until it is told that the set is there; gives how often it had to.
async fn insist(user: &TestUser, path: &str, body: Value) -> u32 {
    let key = key();
    for tries in 0..100 {
        let answer = user.send(Method::POST, path, &key, body.clone()).await;
        let status = answer.status().as_u16();
        if status == 201 {
            return tries;
        }
        assert!(status == 503 || status == 409, "{status}: {}", answer.text().await.unwrap());
        assert!(answer.headers().contains_key("retry-after"), "{status}");
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    panic!("it never came back");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn connections_that_break_in_mid_use_lose_and_double_nothing() {
    let (app, ann, id) = in_session().await;
    let path = Arc::new(format!("/sessions/{id}/sets"));
    let mut logging = JoinSet::new();
    for lane in 0..4_u16 {
        let (ann, path) = (ann.clone(), Arc::clone(&path));
        logging.spawn(async move {
            let mut tries = 0;
            for at in 1..=25 {
                tries += insist(&ann, &path, squat(lane * 25 + at)).await;
            }
            tries
        });
    }
    for _ in 0..6 {
        tokio::time::sleep(std::time::Duration::from_millis(60)).await;
        app.database.break_connections();
    }
    let tries: u32 = logging.join_all().await.into_iter().sum();
    let kept = sets(&ann, &id).await;
    assert_eq!(kept.len(), 100);
    assert_eq!(kept.iter().collect::<BTreeSet<_>>().len(), 100);
    assert_totals_hold(&app, &ann).await;
    println!("6 times every connection broken: 100 sets logged once each, {tries} tried again");
}
