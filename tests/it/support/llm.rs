//! A model server that plays a script over real HTTP, and looks at every request it gets.

use std::collections::{HashSet, VecDeque};
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};
use wiremock::matchers::{method, path};
use wiremock::{Mock, MockServer, Request, Respond, ResponseTemplate};

use super::app::MODEL_KEY;
use super::lying_server::chunks;

/// What one request is answered with.
pub type Reply = ResponseTemplate;

/// The server. A request that breaks a law, or that no reply is left for, fails the test at its end.
pub struct FakeLlm {
    server: MockServer,
    stage: Stage,
}

#[derive(Clone, Default)]
struct Stage {
    replies: Arc<Mutex<VecDeque<Reply>>>,
    requests: Arc<Mutex<Vec<Value>>>,
    faults: Arc<Mutex<Vec<String>>>,
}

impl Respond for Stage {
    fn respond(&self, request: &Request) -> ResponseTemplate {
        let body: Value = serde_json::from_slice(&request.body).unwrap_or_default();
        let key = request.headers.get("authorization").and_then(|value| value.to_str().ok());
        let mut faults = self.faults.lock().unwrap();
        if key != Some(&format!("Bearer {MODEL_KEY}")) {
            faults.push("the key was not sent".to_owned());
        }
        faults.extend(breach(&body));
        self.requests.lock().unwrap().push(body);
        self.replies.lock().unwrap().pop_front().unwrap_or_else(|| {
            faults.push("a request that the script does not know".to_owned());
            refusal(400, "the script is over")
        })
    }
}

impl FakeLlm {
    /// Plays these replies in order, one a request.
    pub async fn start(replies: Vec<Reply>) -> Self {
        let (server, stage) = (MockServer::start().await, Stage::default());
        stage.replies.lock().unwrap().extend(replies);
        let mock = Mock::given(method("POST")).and(path("/v1/chat/completions"));
        mock.respond_with(stage.clone()).mount(&server).await;
        Self { server, stage }
    }

    /// With its `/v1`.
    pub fn url(&self) -> String {
        format!("{}/v1", self.server.uri())
    }

    /// Adds a reply at the end of the script.
    pub fn then(&self, reply: Reply) {
        self.stage.replies.lock().unwrap().push_back(reply);
    }

    /// The bodies of all requests so far.
    pub fn requests(&self) -> Vec<Value> {
        self.stage.requests.lock().unwrap().clone()
    }
}

impl Drop for FakeLlm {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            let faults = self.stage.faults.lock().unwrap();
            assert!(faults.is_empty(), "{faults:?} in {:#?}", self.requests());
        }
    }
}

/// The results that a request gives for the calls of its last assistant message with calls, as JSON.
pub fn results(request: &Value) -> Vec<Value> {
    let messages = request["messages"].as_array().unwrap();
    let from = messages.iter().rposition(|message| !message["tool_calls"].is_null()).unwrap();
    let after = messages[from + 1..].iter().take_while(|message| message["role"] == "tool");
    after.map(|message| serde_json::from_str(message["content"].as_str().unwrap()).unwrap()).collect()
}

/// What a request breaks of law L8: every call has exactly one result, right after its message.
pub fn breach(request: &Value) -> Option<String> {
    let Some(messages) = request["messages"].as_array() else { return Some("no messages".to_owned()) };
    let mut open: HashSet<String> = HashSet::new();
    for message in messages {
        if message["role"] == "tool" {
            let id = message["tool_call_id"].as_str().unwrap_or_default();
            if !open.remove(id) {
                return Some(format!("a result too many: {message}"));
            }
            continue;
        }
        if !open.is_empty() {
            return Some(format!("no result for {open:?} before {message}"));
        }
        for call in message["tool_calls"].as_array().into_iter().flatten() {
            if !open.insert(call["id"].as_str().unwrap_or_default().to_owned()) {
                return Some(format!("two calls of one id: {message}"));
            }
        }
    }
    (!open.is_empty()).then(|| format!("no result for {open:?} at the end"))
}

/// A stream with these chunks.
pub fn stream(all: &[Value]) -> Reply {
    ResponseTemplate::new(200).set_body_raw(chunks(all), "text/event-stream")
}

/// A refusal with this status.
pub fn refusal(status: u16, message: &str) -> Reply {
    ResponseTemplate::new(status).set_body_json(json!({"error": {"message": message}}))
}

/// Text, word by word.
pub fn say(text: &str) -> Reply {
    stream(&prose(text))
}

/// The chunks of a text.
pub fn prose(text: &str) -> Vec<Value> {
    let mut all = vec![chunk(json!({"role": "assistant", "content": ""}))];
    all.extend(text.split_inclusive(' ').map(|word| chunk(json!({"content": word}))));
    all.extend(end("stop"));
    all
}

/// One call.
pub fn call(tool: &str, args: &Value) -> Reply {
    calls(&[(tool, args.to_string())])
}

/// One call whose arguments are these very bytes.
pub fn raw_call(tool: &str, args: &str) -> Reply {
    calls(&[(tool, args.to_owned())])
}

/// Several calls in one answer.
pub fn calls(all: &[(&str, String)]) -> Reply {
    let mut sent = Vec::new();
    for (index, (tool, args)) in all.iter().enumerate() {
        sent.push(part(
            index,
            json!({"id": format!("call_{index}"), "type": "function",
            "function": {"name": tool, "arguments": args}}),
        ));
    }
    sent.extend(end("tool_calls"));
    stream(&sent)
}

/// One call whose arguments come in pieces of this many bytes.
pub fn fragments(tool: &str, args: &str, size: usize) -> Vec<Value> {
    let mut sent = vec![part(
        0,
        json!({"id": "call_0", "type": "function",
        "function": {"name": tool, "arguments": ""}}),
    )];
    for piece in args.as_bytes().chunks(size) {
        let piece = std::str::from_utf8(piece).unwrap();
        sent.push(part(0, json!({"function": {"arguments": piece}})));
    }
    sent
}

/// A fragment of a call.
fn part(index: usize, mut call: Value) -> Value {
    call["index"] = index.into();
    chunk(json!({"tool_calls": [call]}))
}

/// A chunk with this delta.
#[expect(clippy::needless_pass_by_value, reason = "it is given what json! makes")]
pub fn chunk(delta: Value) -> Value {
    json!({"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": "little-model",
        "choices": [{"index": 0, "delta": delta, "finish_reason": null}]})
}

/// The last chunks: why it ended, and what it cost.
pub fn end(reason: &str) -> [Value; 2] {
    let (mut last, mut usage) = (chunk(json!({})), chunk(json!({})));
    last["choices"][0]["finish_reason"] = reason.into();
    usage["choices"] = json!([]);
    usage["usage"] = json!({"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110});
    [last, usage]
}
