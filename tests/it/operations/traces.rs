//! What is logged of agents: spans with the names of the GenAI conventions, and no word of what
//! people or models wrote unless it was asked for by name.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::support::app::{MODEL_KEY, TestUser, expect};
use crate::support::llm::{FakeLlm, call, refusal, say};
use crate::support::process::{Folder, Server, run};

/// Stands in everything that a person or a model writes here.
const CANARY: &str = "kanarienvogel";

/// A conversation that touches everything; answers the log.
async fn logged(filter: &str) -> (String, Vec<Value>) {
    let folder = Folder::new();
    assert!(run(&folder, &["user", "create", "ann"]).status.success());
    let made = run(&folder, &["token", "create", "--user", "ann", "--scopes", "read,write,agent"]);
    let llm = FakeLlm::start(vec![
        call("getProfile", &json!({})),
        call(CANARY, &json!({"x": CANARY})),
        call("updateProfile", &json!({"notes": [{"id": null, "text": CANARY}], "reason": CANARY})),
        say(CANARY),
    ])
    .await;
    let path: PathBuf = folder.0.join("log.txt");
    let log = Stdio::from(std::fs::File::create(&path).unwrap());
    let url = llm.url();
    let settings = [
        ("SPOTTER_LOG", filter),
        ("SPOTTER_LOG_FORMAT", "json"),
        ("SPOTTER_LLM_BASE_URL", url.as_str()),
        ("SPOTTER_LLM_API_KEY", MODEL_KEY),
        ("SPOTTER_LLM_MODEL", "test-model"),
    ];
    let server = Server::start_into(&folder, &settings, log);
    let ann = TestUser::at(&server.base, String::from_utf8(made.stdout).unwrap().trim());
    ann.set_profile(json!({"notes": [{"text": CANARY}]})).await;
    let chat = expect(ann.post("/conversations", json!({"title": CANARY})).await, StatusCode::CREATED).await;
    let messages = format!("/conversations/{}/messages", chat["id"].as_str().unwrap());
    let began = expect(ann.post(&messages, json!({"text": CANARY})).await, StatusCode::ACCEPTED).await;
    let run = format!("/runs/{}", began["run_id"].as_str().unwrap());
    until(&ann, &run, "paused").await;
    let open = ann.get("/proposals?status=proposed").await["items"][0].clone();
    let decline = format!("/proposals/{}/decline", open["id"].as_str().unwrap());
    expect(ann.post(&decline, json!({"reason": CANARY})).await, StatusCode::OK).await;
    until(&ann, &run, "finished").await;
    // A server's own words may be an echo of what it was sent.
    llm.then(refusal(400, CANARY));
    let began = expect(ann.post(&messages, json!({"text": CANARY})).await, StatusCode::ACCEPTED).await;
    until(&ann, &format!("/runs/{}", began["run_id"].as_str().unwrap()), "error").await;
    server.kill();
    read(&path)
}

async fn until(ann: &TestUser, run: &str, status: &str) {
    while ann.get(run).await["status"] != status {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
}

fn read(path: &Path) -> (String, Vec<Value>) {
    let text = std::fs::read_to_string(path).unwrap();
    let lines = text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    (text, lines)
}

/// Every span of this name that a line stands in.
fn spans<'l>(lines: &'l [Value], name: &str) -> Vec<&'l Value> {
    let all = lines.iter().filter_map(|line| line["spans"].as_array()).flatten();
    all.filter(|span| span["name"] == name).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn spans_are_named_by_the_conventions_and_hold_no_content() {
    let (text, lines) = logged("trace").await;
    for name in ["invoke_agent", "chat", "execute_tool"] {
        let found = spans(&lines, name);
        assert!(!found.is_empty(), "no {name}");
        assert!(found.iter().all(|span| span["gen_ai.operation.name"] == name), "{found:?}");
    }
    assert!(spans(&lines, "invoke_agent").iter().all(|span| span["gen_ai.agent.name"] == "coach"));
    assert!(spans(&lines, "chat").iter().all(|span| span["gen_ai.request.model"] == "test-model"));
    let counted = |field: &str| spans(&lines, "chat").iter().any(|span| span[field].as_u64() > Some(0));
    assert!(counted("gen_ai.usage.input_tokens") && counted("gen_ai.usage.output_tokens"));
    assert!(spans(&lines, "chat").iter().any(|span| span["error.type"] == "model_refused"));
    let tools = spans(&lines, "execute_tool");
    for tool in ["getProfile", "updateProfile", "unknown"] {
        assert!(tools.iter().any(|span| span["gen_ai.tool.name"] == tool), "no {tool}: {tools:?}");
    }
    assert!(tools.iter().all(|span| span["gen_ai.tool.call.id"].as_str().unwrap().len() == 9));
    let told: Vec<&str> = text.lines().filter(|line| line.contains(CANARY)).collect();
    assert!(told.is_empty(), "{told:#?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn content_is_logged_when_it_is_asked_for_by_name() {
    let (text, lines) = logged("warn,gen_ai.content=trace").await;
    assert!(text.contains(CANARY));
    let with = lines.iter().filter(|line| line.to_string().contains(CANARY));
    assert!(with.clone().count() >= 4 && with.clone().all(|line| line["target"] == "gen_ai.content"));
}
