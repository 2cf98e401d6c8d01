//! The model's key is in its header and nowhere else, whatever a server answers and however much is
//! logged: the real binary, because a subscriber belongs to a whole process.

use std::fs::File;
use std::process::Stdio;

use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::support::app::{MODEL_KEY, TestUser, expect};
use crate::support::llm::{FakeLlm, refusal, say};
use crate::support::process::{Folder, Server, run};
use crate::support::talk::Reader;

/// An account's token.
fn token(folder: &Folder) -> String {
    run(folder, &["user", "create", "Ada"]);
    let made = run(folder, &["token", "create", "--user", "Ada", "--scopes", "read,write,agent"]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    String::from_utf8(made.stdout).unwrap().trim().to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_key_is_in_no_event_no_log_line_and_no_answer() {
    let told = format!("Incorrect API key provided: {MODEL_KEY} (Bearer {MODEL_KEY})");
    let llm = FakeLlm::start(vec![refusal(401, &told), refusal(400, &told), say("Hello Ada.")]).await;
    let (folder, url) = (Folder::new(), llm.url());
    let token = token(&folder);
    let file = folder.0.join("log.txt");
    let settings = [
        ("SPOTTER_LOG", "trace"),
        ("SPOTTER_LLM_BASE_URL", url.as_str()),
        ("SPOTTER_LLM_API_KEY", MODEL_KEY),
        ("SPOTTER_LLM_MODEL", "little-model"),
    ];
    let server = Server::start_into(&folder, &settings, Stdio::from(File::create(&file).unwrap()));
    let user = TestUser::at(&server.base, &token);
    let mut seen = server.lines.concat();
    let made = expect(user.post("/conversations", json!({})).await, StatusCode::CREATED).await;
    let conversation = format!("/conversations/{}", made["id"].as_str().unwrap());
    for end in ["run.error", "run.error", "run.finished"] {
        let body = json!({"text": "MARKER, can you hear me?"});
        let said =
            expect(user.post(&format!("{conversation}/messages"), body).await, StatusCode::ACCEPTED).await;
        let run = said["run_id"].as_str().unwrap();
        let events = Reader::open(&user, run, None).await.unwrap().until(end).await;
        let answered = user.get(&format!("/runs/{run}")).await;
        seen = format!("{seen}{events:?}{answered}");
    }
    for (method, path) in [(Method::GET, conversation.as_str()), (Method::POST, "/proposals/none/confirm")] {
        seen += &user.request(method, path).json(&json!({})).send().await.unwrap().text().await.unwrap();
    }
    server.kill();
    let log = std::fs::read_to_string(&file).unwrap();
    assert!(log.contains("a model step was taken") && log.contains("TRACE"), "the log works:\n{log}");
    assert!(seen.contains("Hello"), "{seen}");
    assert!(!seen.contains(MODEL_KEY), "{seen}");
    for secret in [MODEL_KEY, "MARKER", token.as_str()] {
        let lines: Vec<_> = log.lines().filter(|line| line.contains(secret)).collect();
        assert!(lines.is_empty(), "{secret} is in the log: {lines:#?}");
    }
}
