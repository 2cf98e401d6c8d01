//! The model's key is in its header and nowhere else, whatever a server answers.

use std::io::Write;
use std::sync::{Arc, Mutex};

use reqwest::Method;
use serde_json::json;
use tracing_subscriber::filter::LevelFilter;

use crate::support::app::MODEL_KEY;
use crate::support::llm::{refusal, say};
use crate::support::talk::{Reader, Talk};

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn the_key_is_in_no_event_no_log_line_and_no_answer() {
    let log = Log::default();
    let writer = log.clone();
    // What the model client itself logs is muted by the program; see MUTED_LOG_TARGETS.
    let filter = tracing_subscriber::filter::Targets::new()
        .with_default(LevelFilter::TRACE)
        .with_target("async_openai", LevelFilter::OFF)
        .with_target("wiremock", LevelFilter::OFF)
        .with_target("hyper", LevelFilter::OFF);
    let layer = tracing_subscriber::fmt::layer().with_writer(move || writer.clone());
    let subscriber = {
        use tracing_subscriber::layer::SubscriberExt as _;
        tracing_subscriber::registry().with(filter).with(layer)
    };
    let guard = tracing::subscriber::set_default(subscriber);
    let told = format!("Incorrect API key provided: {MODEL_KEY} (Bearer {MODEL_KEY})");
    let replies = vec![refusal(401, &told), refusal(400, &told), say("Hello.")];
    let (talk, _llm) = Talk::with(replies).await;
    let mut seen = String::new();
    for end in ["run.error", "run.error", "run.finished"] {
        let (run, events) = talk.say_until("Hello", end).await;
        seen.push_str(&format!("{events:?}"));
        seen.push_str(&talk.user.get(&format!("/runs/{run}")).await.to_string());
        assert!(Reader::open(&talk.user, &run, Some(&events.last().unwrap().id)).await.is_none());
    }
    seen.push_str(&talk.user.get(&format!("/conversations/{}", talk.conversation)).await.to_string());
    for path in ["/runs/none", "/proposals/none/confirm"] {
        let answer = talk.user.request(Method::POST, path).json(&json!({})).send().await.unwrap();
        seen.push_str(&answer.text().await.unwrap());
    }
    drop(guard);
    let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(log.contains("a model step was taken"), "the log works:\n{log}");
    assert!(!seen.contains(MODEL_KEY), "{seen}");
    assert!(!log.contains(MODEL_KEY), "{log}");
}
