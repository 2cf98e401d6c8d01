//! kill -9 while sets are logged: what was acknowledged is there once, and the totals agree.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};

use crate::support::process::{Folder, Server, run};

/// Sets that several taps log at once, until the server is gone.
async fn hammer(
    base: String,
    token: String,
    session: String,
    lane: u16,
    acknowledged: Arc<Mutex<Vec<String>>>,
) {
    let client = reqwest::Client::new();
    for at in 0..25_u16 {
        let id = uuid::Uuid::new_v4().to_string();
        let set = json!({
            "id": id, "exercise_id": "barbell-back-squat", "set_index": lane * 25 + at + 1,
            "reps": 5, "weight_kg": 60.0,
        });
        let answered = client
            .post(format!("{base}/api/v1/sessions/{session}/sets"))
            .bearer_auth(&token)
            .header("Idempotency-Key", uuid::Uuid::new_v4().to_string())
            .json(&set)
            .send()
            .await;
        match answered {
            Ok(answer) if answer.status() == 201 => acknowledged.lock().unwrap().push(id),
            Ok(answer) => assert!(answer.status().is_server_error(), "{}", answer.status()),
            Err(_) => return,
        }
    }
}

async fn get(base: &str, token: &str, path: &str) -> Value {
    let answer = reqwest::Client::new().get(format!("{base}/api/v1{path}")).bearer_auth(token).send().await;
    answer.unwrap().json().await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_while_sets_are_logged_loses_and_doubles_nothing() {
    let folder = Folder::new();
    assert!(run(&folder, &["user", "create", "ann"]).status.success());
    let made = run(&folder, &["token", "create", "--user", "ann", "--scopes", "read,write"]);
    let token = String::from_utf8(made.stdout).unwrap().trim().to_owned();
    let mut server = Server::start(&folder);
    let begun = reqwest::Client::new()
        .post(format!("{}/api/v1/sessions", server.base))
        .bearer_auth(&token)
        .header("Idempotency-Key", uuid::Uuid::new_v4().to_string())
        .json(&json!({ "split_day": "Day1" }))
        .send()
        .await
        .unwrap();
    let session = begun.json::<Value>().await.unwrap()["id"].as_str().unwrap().to_owned();
    let acknowledged = Arc::new(Mutex::new(Vec::new()));
    for round in 0..4_u64 {
        let lane = u16::try_from(round).unwrap();
        let taps = tokio::spawn(hammer(
            server.base.clone(),
            token.clone(),
            session.clone(),
            lane,
            Arc::clone(&acknowledged),
        ));
        let before = acknowledged.lock().unwrap().len();
        while acknowledged.lock().unwrap().len() == before && !taps.is_finished() {
            tokio::time::sleep(std::time::Duration::from_millis(1)).await;
        }
        tokio::time::sleep(std::time::Duration::from_millis(7 * round)).await;
        server.kill();
        taps.await.unwrap();
        server = Server::start(&folder);
    }
    let kept = get(&server.base, &token, &format!("/sessions/{session}")).await;
    let ids: Vec<String> =
        kept["sets"].as_array().unwrap().iter().map(|set| set["id"].as_str().unwrap().to_owned()).collect();
    let distinct: BTreeSet<&String> = ids.iter().collect();
    assert_eq!(distinct.len(), ids.len(), "a set is there twice");
    let acknowledged = acknowledged.lock().unwrap().clone();
    assert!(!acknowledged.is_empty(), "nothing was acknowledged before the kills");
    let lost: Vec<&String> = acknowledged.iter().filter(|id| !distinct.contains(id)).collect();
    assert!(lost.is_empty(), "acknowledged and lost: {lost:?}");
    let progress = get(&server.base, &token, "/progress/summary").await;
    assert_eq!(progress["volume_kg"], json!(300.0 * f64::from(u32::try_from(ids.len()).unwrap())));
    println!("4 kills: {} acknowledged, {} kept, lost 0, doubled 0", acknowledged.len(), ids.len());
}
