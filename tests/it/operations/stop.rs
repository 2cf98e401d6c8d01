//! A graceful stop: SIGTERM ends open streams, finishes what began and leaves a whole file.

use std::process::Command;
use std::time::Duration;

use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::support::app::{TestUser, expect};
use crate::support::process::{Folder, Server, run};

/// Far longer than a stop may take; what is shown is that it ends by itself, and well.
const PATIENCE: Duration = Duration::from_mins(1);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stop_ends_open_streams_and_leaves_the_file_whole() {
    let folder = Folder::new();
    let mut server = Server::start(&folder);
    assert!(run(&folder, &["user", "create", "ann"]).status.success());
    let token = run(&folder, &["token", "create", "--user", "ann", "--scopes", "read,write,agent"]).stdout;
    let ann = TestUser::at(&server.base, String::from_utf8(token).unwrap().trim());
    let chat = expect(ann.post("/conversations", json!({})).await, StatusCode::CREATED).await;
    let messages = format!("/conversations/{}/messages", chat["id"].as_str().unwrap());
    let run_of =
        expect(ann.post(&messages, json!({"text": "make me a plan for 3 days"})).await, StatusCode::ACCEPTED);
    let run_id = run_of.await["run_id"].as_str().unwrap().to_owned();
    while ann.get(&format!("/runs/{run_id}")).await["status"] != "paused" {
        tokio::task::yield_now().await;
    }
    let events = ann.request(Method::GET, &format!("/runs/{run_id}/events")).send().await.unwrap();
    let stream = tokio::spawn(events.text());
    let sent = Command::new("kill").args(["-TERM", &server.id().to_string()]).status().unwrap();
    assert!(sent.success());
    let ended = tokio::task::spawn_blocking(move || {
        let code = server.wait_at_most(PATIENCE);
        drop(server);
        code
    });
    assert_eq!(ended.await.unwrap(), Some(0), "it ends by itself, with success");
    let seen = tokio::time::timeout(PATIENCE, stream).await.expect("the stream ended").unwrap();
    assert!(seen.is_ok_and(|text| text.contains("run.paused")));
    if folder.database().starts_with("sqlite") {
        assert!(!folder.0.join("spotter.db-wal").exists(), "the journal is in the file");
    }
    let server = Server::start(&folder);
    let ann = TestUser::at(&server.base, &ann.token);
    assert_eq!(ann.get(&format!("/runs/{run_id}")).await["status"], "paused");
}
