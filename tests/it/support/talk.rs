//! A person who talks with the coach through the API, and reads the stream of a run.

use std::time::Duration;

use reqwest::{Method, Response, StatusCode};
use serde_json::{Value, json};

use super::app::{MODEL_KEY, TestApp, TestUser, expect};
use super::llm::{FakeLlm, Reply};

/// Longest that anything in a test may take.
const LONGEST: Duration = Duration::from_secs(20);

/// One event of a run.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// `{epoch}.{seq}`.
    pub id: String,
    /// Such as `text.delta`.
    pub name: String,
    /// Its data.
    pub data: Value,
}

/// An open stream of events.
pub struct Reader {
    response: Response,
    bytes: Vec<u8>,
    longest: Duration,
}

impl Reader {
    /// Opens the stream after an event; none from the start. None when all of it was seen (204).
    pub async fn open(user: &TestUser, run: &str, after: Option<&str>) -> Option<Self> {
        let mut request = user.request(Method::GET, &format!("/runs/{run}/events"));
        if let Some(after) = after {
            request = request.header("Last-Event-ID", after);
        }
        let response = request.send().await.unwrap();
        if response.status() == StatusCode::NO_CONTENT {
            return None;
        }
        assert_eq!(response.status(), StatusCode::OK);
        Some(Self { response, bytes: Vec::new(), longest: LONGEST })
    }

    /// The same with more patience.
    #[must_use]
    pub const fn patient(mut self, longest: Duration) -> Self {
        self.longest = longest;
        self
    }

    /// The next event; None at the end of the stream.
    pub async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some(at) = self.bytes.windows(2).position(|two| two == b"\n\n") {
                let frame: Vec<u8> = self.bytes.drain(..at + 2).collect();
                if let Some(event) = read(std::str::from_utf8(&frame).unwrap()) {
                    return Some(event);
                }
                continue;
            }
            let chunk = tokio::time::timeout(self.longest, self.response.chunk()).await;
            self.bytes.extend_from_slice(&chunk.expect("the stream fell silent").unwrap()?);
        }
    }

    /// Everything up to the first event of this name, which must come.
    pub async fn until(&mut self, name: &str) -> Vec<Event> {
        let mut events = Vec::new();
        while let Some(event) = self.next().await {
            events.push(event.clone());
            if event.name == name {
                return events;
            }
            let over = ["run.finished", "run.error", "run.cancelled"].contains(&event.name.as_str());
            assert!(!over, "no {name} in {events:#?}");
        }
        panic!("the stream ended without {name}: {events:#?}");
    }
}

/// One event; None for a comment.
fn read(frame: &str) -> Option<Event> {
    let field = |name: &str| frame.lines().find_map(|line| line.strip_prefix(name));
    let name = field("event: ")?.to_owned();
    let data = field("data: ").map(|data| serde_json::from_str(data).unwrap()).unwrap_or_default();
    assert!(!frame.contains(MODEL_KEY), "the key is in an event: {frame}");
    Some(Event { id: field("id: ").unwrap_or_default().to_owned(), name, data })
}

/// The text that someone sees who reads these events, message by message.
pub fn text_of(events: &[Event]) -> String {
    let mut shown: Vec<(String, String)> = Vec::new();
    for event in events {
        let id = event.data["message_id"].as_str().unwrap_or_default().to_owned();
        match event.name.as_str() {
            "text.delta" => {
                let delta = event.data["delta"].as_str().unwrap();
                match shown.iter_mut().find(|(known, _)| *known == id) {
                    Some((_, text)) => text.push_str(delta),
                    None => shown.push((id, delta.to_owned())),
                }
            }
            "step.reset" => shown.retain(|(known, _)| *known != id),
            _ => {}
        }
    }
    shown.into_iter().map(|(_, text)| text).collect::<Vec<_>>().join("\n")
}

/// The names of events in order, deltas of a text as one.
pub fn names(events: &[Event]) -> Vec<&str> {
    let mut names: Vec<&str> = events.iter().map(|event| event.name.as_str()).collect();
    names.dedup();
    names
}

/// The one event of this name.
pub fn one<'e>(events: &'e [Event], name: &str) -> &'e Value {
    let mut found = events.iter().filter(|event| event.name == name);
    let first = found.next().unwrap_or_else(|| panic!("no {name} in {events:#?}"));
    assert!(found.next().is_none(), "more than one {name} in {events:#?}");
    &first.data
}

/// An application, a person, a conversation.
pub struct Talk {
    pub app: TestApp,
    pub user: TestUser,
    pub conversation: String,
}

impl Talk {
    /// A conversation with a model that plays these replies.
    pub async fn with(replies: Vec<Reply>) -> (Self, FakeLlm) {
        let llm = FakeLlm::start(replies).await;
        (Self::on(TestApp::start_with_model(&llm.url()).await).await, llm)
    }

    /// A conversation on an application of its own.
    pub async fn on(app: TestApp) -> Self {
        let user = app.user("Ada").await;
        let made = expect(user.post("/conversations", json!({})).await, StatusCode::CREATED).await;
        let conversation = made["id"].as_str().unwrap().to_owned();
        Self { app, user, conversation }
    }

    /// The same after a restart.
    pub async fn restart(self) -> Self {
        let app = self.app.restart().await;
        Self { user: self.user.on(&app), app, conversation: self.conversation }
    }

    /// Says something, whatever the answer.
    pub async fn post(&self, text: &str) -> Response {
        let path = format!("/conversations/{}/messages", self.conversation);
        self.user.post(&path, json!({ "text": text })).await
    }

    /// Says something; answers the run.
    pub async fn say(&self, text: &str) -> String {
        let started = expect(self.post(text).await, StatusCode::ACCEPTED).await;
        started["run_id"].as_str().unwrap().to_owned()
    }

    /// Reads a run from its start up to the first event of this name.
    pub async fn until(&self, run: &str, name: &str) -> Vec<Event> {
        Reader::open(&self.user, run, None).await.unwrap().until(name).await
    }

    /// Says something and reads up to the first event of this name.
    pub async fn say_until(&self, text: &str, name: &str) -> (String, Vec<Event>) {
        let run = self.say(text).await;
        let events = self.until(&run, name).await;
        (run, events)
    }

    /// Says something that comes to one proposal.
    pub async fn propose(&self) -> (String, Value) {
        let (run, events) = self.say_until("Please change it", "run.paused").await;
        let proposal = one(&events, "proposal.created")["proposal"].clone();
        assert_eq!(one(&events, "run.paused")["pending"], json!([proposal["id"]]));
        (run, proposal)
    }

    /// Confirms what was shown.
    pub async fn confirm(&self, proposal: &Value) -> Response {
        let path = format!("/proposals/{}/confirm", proposal["id"].as_str().unwrap());
        self.user.post(&path, json!({"digest": proposal["digest"]})).await
    }

    /// Declines.
    pub async fn decline(&self, proposal: &Value, reason: &str) -> Response {
        let path = format!("/proposals/{}/decline", proposal["id"].as_str().unwrap());
        self.user.post(&path, json!({ "reason": reason })).await
    }

    /// A proposal as it stands.
    pub async fn proposal(&self, proposal: &Value) -> Value {
        self.user.get(&format!("/proposals/{}", proposal["id"].as_str().unwrap())).await
    }

    /// Days a week, and the version of the profile.
    pub async fn days(&self) -> (i64, i64) {
        let profile = self.user.get("/profile").await;
        (profile["days_per_week"].as_i64().unwrap(), profile["version"].as_i64().unwrap())
    }
}
