//! `/metrics`: there with a token alone, and counting what was done.

use reqwest::StatusCode;
use serde_json::json;

use crate::support::app::{TestApp, TestUser, expect};
use crate::support::process::{Folder, Server, run};

const TOKEN: &str = "a-token-for-prometheus";

/// The value of a line that begins so.
fn value(text: &str, start: &str) -> f64 {
    let line = text.lines().find(|line| line.starts_with(start));
    let line = line.unwrap_or_else(|| panic!("no {start} in\n{text}"));
    line.rsplit(' ').next().unwrap().parse().unwrap()
}

async fn scrape(base: &str, token: Option<&str>) -> reqwest::Response {
    let request = reqwest::Client::new().get(format!("{base}/metrics"));
    token.map_or(request.try_clone().unwrap(), |token| request.bearer_auth(token)).send().await.unwrap()
}

#[tokio::test]
async fn without_a_token_there_is_no_such_route() {
    let app = TestApp::start().await;
    assert_eq!(scrape(&app.base, None).await.status(), StatusCode::NOT_FOUND);
    let folder = Folder::new();
    let server = Server::start_with(&folder, &[("SPOTTER_METRICS_TOKEN", "")]);
    assert_eq!(
        scrape(&server.base, Some("")).await.status(),
        StatusCode::NOT_FOUND,
        "an empty token is none"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn requests_runs_tools_and_proposals_are_counted() {
    let folder = Folder::new();
    let server = Server::start_with(&folder, &[("SPOTTER_METRICS_TOKEN", TOKEN)]);
    assert_eq!(scrape(&server.base, None).await.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(scrape(&server.base, Some("another")).await.status(), StatusCode::UNAUTHORIZED);
    assert!(run(&folder, &["user", "create", "ann"]).status.success());
    let token = run(&folder, &["token", "create", "--user", "ann", "--scopes", "read,write,agent"]).stdout;
    let ann = TestUser::at(&server.base, String::from_utf8(token).unwrap().trim());
    ann.get("/profile").await;
    ann.get("/profile").await;
    ann.get("/exercises/plank").await;
    let lost = ann.request(reqwest::Method::GET, "/exercises/none").send().await.unwrap();
    assert_eq!(lost.status(), StatusCode::NOT_FOUND);
    let chat = expect(ann.post("/conversations", json!({})).await, StatusCode::CREATED).await;
    let messages = format!("/conversations/{}/messages", chat["id"].as_str().unwrap());
    let run =
        expect(ann.post(&messages, json!({"text": "make me a plan for 3 days"})).await, StatusCode::ACCEPTED)
            .await;
    let run = format!("/runs/{}", run["run_id"].as_str().unwrap());
    while ann.get(&run).await["status"] != "paused" {
        tokio::task::yield_now().await;
    }
    let open = ann.get("/proposals?status=proposed").await["items"][0].clone();
    let decline = format!("/proposals/{}/decline", open["id"].as_str().unwrap());
    expect(ann.post(&decline, json!({})).await, StatusCode::OK).await;
    while ann.get(&run).await["status"] != "finished" {
        tokio::task::yield_now().await;
    }

    // One that is confirmed, and one that is cancelled while it waits.
    let begun = async |text: &str| {
        let run = expect(ann.post(&messages, json!({"text": text})).await, StatusCode::ACCEPTED).await;
        let run = format!("/runs/{}", run["run_id"].as_str().unwrap());
        while ann.get(&run).await["status"] != "paused" {
            tokio::task::yield_now().await;
        }
        (run, ann.get("/proposals?status=proposed").await["items"][0].clone())
    };
    let (run, open) = begun("make me a plan for 2 days").await;
    let confirm = format!("/proposals/{}/confirm", open["id"].as_str().unwrap());
    expect(ann.post(&confirm, json!({"digest": open["digest"]})).await, StatusCode::OK).await;
    while ann.get(&run).await["status"] != "finished" {
        tokio::task::yield_now().await;
    }
    let (run, _) = begun("make me a plan for 5 days").await;
    expect(ann.post(&format!("{run}/cancel"), json!({})).await, StatusCode::OK).await;
    let answer = scrape(&server.base, Some(TOKEN)).await;
    assert!(answer.headers()["content-type"].to_str().unwrap().starts_with("text/plain"));
    let text = expect_text(answer).await;
    let profile = "spotter_http_requests_total{method=\"GET\",route=\"/api/v1/profile\",status=\"200\"}";
    assert!((value(&text, profile) - 2.0).abs() < 0.1, "{text}");
    for status in ["200", "404"] {
        let one = format!(
            "spotter_http_requests_total{{method=\"GET\",route=\"/api/v1/exercises/{{id}}\",status=\"{status}\"}}"
        );
        assert!((value(&text, &one) - 1.0).abs() < 0.1, "{text}");
    }
    assert!(text.contains("spotter_http_request_duration_seconds_bucket{"), "{text}");
    for (line, least) in [
        ("spotter_runs_started_total{agent=\"coach\"}", 3.0),
        ("spotter_runs_total{status=\"finished\"}", 2.0),
        ("spotter_tool_calls_total{tool=\"draftWeeklyPlan\",ok=\"true\"}", 1.0),
        ("spotter_proposals_total{outcome=\"proposed\"}", 1.0),
        ("spotter_proposals_total{outcome=\"declined\"}", 1.0),
        ("spotter_proposals_total{outcome=\"executed\"}", 1.0),
        ("spotter_proposals_total{outcome=\"superseded\"}", 1.0),
        ("spotter_runs_total{status=\"cancelled\"}", 1.0),
        ("spotter_tokens_total{direction=\"input\"}", 0.0),
    ] {
        assert!(value(&text, line) >= least, "{line}\n{text}");
    }
    assert!(!text.contains("ann") && !text.contains("none\""), "nothing of a person: {text}");
}

async fn expect_text(answer: reqwest::Response) -> String {
    assert_eq!(answer.status(), StatusCode::OK);
    answer.text().await.unwrap()
}
