//! The adapter to any OpenAI-compatible server; the only file that names async-openai.
//!
//! Owns the request as such servers want it and the way from their answer to the port's events:
//! async-openai sends through our own [`Transport`] and hands back [`Frame`]s, an [`Assembler`] makes
//! events of them. It refuses to retry (the driver decides), and to take a key, an address or a proxy
//! from anywhere but its configuration.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use async_openai::Client;
use async_openai::config::Config;
use async_openai::error::OpenAIError;
use async_openai::middleware::HttpRequestFactory;
use async_openai::types::chat::{
    ChatCompletionMessageToolCall, ChatCompletionMessageToolCalls, ChatCompletionRequestAssistantMessage,
    ChatCompletionRequestMessage, ChatCompletionRequestSystemMessage, ChatCompletionRequestToolMessage,
    ChatCompletionRequestUserMessage, ChatCompletionStreamOptions, ChatCompletionTool, ChatCompletionTools,
    CreateChatCompletionRequest, FunctionCall, FunctionObject,
};
use futures_util::stream::{self, BoxStream, StreamExt, TryStreamExt};
use http::header::{AUTHORIZATION, HeaderMap, HeaderValue};
use secrecy::{ExposeSecret, SecretString};
use serde_json::value::{RawValue, to_raw_value};
use serde_json::{Map, Value, json};
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;
use url::Url;

use super::assemble::Assembler;
use super::frames::{End, Frame};
use super::transport::{Refusal, Transport};
use super::{Call, Message, Model, ModelError, ModelEvent, ModelRequest, ModelStream, ToolDefinition};

/// Log targets that would write what people and models said; the subscriber must mute them.
pub const MUTED_LOG_TARGETS: &[&str] = &["async_openai"];

/// Where the model is and how to speak to it.
#[derive(Debug, Clone)]
pub struct OpenAiConfig {
    /// The address before `/chat/completions`, such as `https://api.openai.com/v1`; a query is kept.
    pub base_url: Url,
    /// Sent as a bearer token; none for a server that wants none.
    pub api_key: Option<SecretString>,
    /// The model's name as the server knows it.
    pub model: String,
    /// How long the server may send nothing at all before the step counts as stalled.
    pub idle_timeout: Duration,
}

/// Why a configuration cannot be used; each sentence says what to set.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OpenAiConfigError {
    #[error("the model's base URL must begin with http:// or https:// and name a host")]
    Scheme,
    #[error("the model's base URL must not hold a user or password; set the API key instead")]
    Credentials,
    #[error("the model's API key holds characters that no HTTP header can carry")]
    Key,
    #[error("the model's name is missing")]
    Model,
    #[error("the idle timeout must be more than nothing")]
    Timeout,
    #[error("no HTTP client can be made: {0}")]
    Client(String),
}

/// A model behind an OpenAI-compatible server. Cheap to clone.
#[derive(Clone)]
pub struct OpenAi {
    shared: Arc<Shared>,
}

struct Shared {
    client: Client<Endpoint>,
    model: String,
    host: String,
    api_key: Option<SecretString>,
    /// The server has refused `parallel_tool_calls`: it is not sent again.
    plain: AtomicBool,
}

impl OpenAi {
    /// A client for this server; nothing is sent yet.
    pub fn new(config: OpenAiConfig) -> Result<Self, OpenAiConfigError> {
        if config.model.trim().is_empty() {
            return Err(OpenAiConfigError::Model);
        }
        if config.idle_timeout.is_zero() {
            return Err(OpenAiConfigError::Timeout);
        }
        let endpoint = Endpoint::new(&config)?;
        let transport = Transport::new(config.idle_timeout, config.base_url.scheme() == "https")
            .map_err(|error| OpenAiConfigError::Client(error.to_string()))?;
        let client =
            Client::build(transport.client().clone(), endpoint).with_http_service(service(transport));
        let OpenAiConfig { model, api_key, base_url, .. } = config;
        let host = base_url.host_str().unwrap_or_default().to_owned();
        let plain = AtomicBool::new(false);
        Ok(Self { shared: Arc::new(Shared { client, model, host, api_key, plain }) })
    }
}

impl Model for OpenAi {
    fn name(&self) -> &str {
        &self.shared.model
    }

    fn host(&self) -> Option<&str> {
        Some(&self.shared.host)
    }

    fn stream(&self, request: ModelRequest, cancel: CancellationToken) -> ModelStream {
        let shared = Arc::clone(&self.shared);
        let scrubber = Arc::clone(&self.shared);
        // On the heap by itself, so that what sending takes is given back before the answer comes.
        let events = stream::once(Box::pin(shared.open(request))).try_flatten();
        let events = events.map_err(move |error| scrubber.scrub(error));
        until_cancelled(events.boxed(), cancel)
    }
}

type Frames = BoxStream<'static, Result<Frame, OpenAIError>>;

impl Shared {
    async fn open(self: Arc<Self>, request: ModelRequest) -> Result<ModelStream, ModelError> {
        let body = text(&body(&self.model, &request, !self.plain.load(Ordering::Relaxed))?)?;
        // What waits for an answer, perhaps for minutes, is the text alone.
        drop(request);
        let frames = match self.send(&body).await {
            Err(refusal)
                if names_parallel(&refusal)
                    && let Some(body) = without_parallel(&body) =>
            {
                tracing::debug!(model = self.model, "the server does not take {PARALLEL}; going on without");
                self.plain.store(true, Ordering::Relaxed);
                self.send(&body).await
            }
            sent => sent,
        };
        frames.map(events).map_err(|refusal| refusal.fault)
    }

    async fn send(&self, body: &RawValue) -> Result<Frames, Refusal> {
        self.client.chat().create_stream_byot(body).await.map_err(refusal)
    }

    /// Servers quote what they were sent, and a fault is shown to people: the key goes out of it.
    fn scrub(&self, mut error: ModelError) -> ModelError {
        if let ModelError::Server { detail, .. }
        | ModelError::Refused { detail, .. }
        | ModelError::Unreachable { detail }
        | ModelError::Protocol { detail } = &mut error
            && let Some(key) = key_in(self.api_key.as_ref())
        {
            *detail = detail.replace(key, "[API key]");
        }
        error
    }
}

/// Our transport as async-openai wants it: it gets a recipe for the request, used exactly once.
fn service(
    transport: Transport,
) -> impl tower::Service<
    HttpRequestFactory,
    Response = reqwest::Response,
    Error = OpenAIError,
    Future: Send + 'static,
> + Clone
+ Send
+ Sync
+ 'static {
    tower::service_fn(move |recipe: HttpRequestFactory| {
        let transport = transport.clone();
        async move {
            let request = recipe.build().await?;
            transport.oneshot(request).await.map_err(|refusal| OpenAIError::Boxed(Box::new(refusal)))
        }
    })
}

/// Our own refusal back out of async-openai's error.
fn refusal(error: OpenAIError) -> Refusal {
    match error {
        OpenAIError::Boxed(error) => error.downcast::<Refusal>().map_or_else(
            |error| ModelError::Protocol { detail: error.to_string() }.into(),
            |refusal| *refusal,
        ),
        error => ModelError::Protocol { detail: error.to_string() }.into(),
    }
}

/// Frames into events, up to the first end or fault.
fn events(frames: Frames) -> ModelStream {
    let steps = stream::unfold(Some((frames, Assembler::default())), |state| async move {
        let (mut frames, mut assembler) = state?;
        let frame = match frames.next().await {
            Some(Ok(frame)) => frame,
            Some(Err(error)) => Frame::End(End::Broken(error.to_string())),
            None => Frame::End(End::Silent),
        };
        let last = matches!(frame, Frame::End(_));
        let events = assembler.frame(frame);
        let over = last || events.is_err();
        Some((events, (!over).then_some((frames, assembler))))
    });
    steps.map_ok(|events| stream::iter(events.into_iter().map(Ok))).try_flatten().boxed()
}

/// Ends the stream, and with it the connection, at the last event or as soon as the run is cancelled.
fn until_cancelled(events: ModelStream, cancel: CancellationToken) -> ModelStream {
    let events = stream::unfold(Some((events, cancel)), |state| async move {
        let (mut events, cancel) = state?;
        let event = tokio::select! {
            biased;
            () = cancel.cancelled() => Err(ModelError::Cancelled),
            event = events.next() => event?,
        };
        let over = matches!(event, Err(_) | Ok(ModelEvent::End(_)));
        Some((event, (!over).then_some((events, cancel))))
    });
    events.boxed()
}

/// The address and the headers, from the configuration alone: async-openai's own configuration
/// would read the environment and panic on a key that is no header.
struct Endpoint {
    base: String,
    query: Vec<(String, String)>,
    headers: HeaderMap,
    api_key: SecretString,
}

impl Endpoint {
    fn new(config: &OpenAiConfig) -> Result<Self, OpenAiConfigError> {
        let url = &config.base_url;
        if !matches!(url.scheme(), "http" | "https") || !url.has_host() {
            return Err(OpenAiConfigError::Scheme);
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(OpenAiConfigError::Credentials);
        }
        let query = url.query_pairs().into_owned().collect();
        let mut base = url.clone();
        base.set_query(None);
        base.set_fragment(None);
        let base = base.as_str().trim_end_matches('/');
        let base = base.strip_suffix("/chat/completions").unwrap_or(base).to_owned();
        let headers = headers(config.api_key.as_ref())?;
        Ok(Self { base, query, headers, api_key: config.api_key.clone().unwrap_or_default() })
    }
}

/// The key itself, without the line break that a file may end with; an empty one is none.
fn key_in(key: Option<&SecretString>) -> Option<&str> {
    key.map(|key| key.expose_secret().trim()).filter(|key| !key.is_empty())
}

fn headers(key: Option<&SecretString>) -> Result<HeaderMap, OpenAiConfigError> {
    let mut headers = HeaderMap::new();
    if let Some(key) = key_in(key) {
        let mut value = HeaderValue::try_from(format!("Bearer {key}")).map_err(|_| OpenAiConfigError::Key)?;
        value.set_sensitive(true);
        headers.insert(AUTHORIZATION, value);
    }
    Ok(headers)
}

impl Config for Endpoint {
    fn headers(&self) -> HeaderMap {
        self.headers.clone()
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    fn query(&self) -> Vec<(&str, &str)> {
        self.query.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
    }

    fn api_base(&self) -> &str {
        &self.base
    }

    fn api_key(&self) -> &SecretString {
        &self.api_key
    }
}

/// The field that some servers do not know.
const PARALLEL: &str = "parallel_tool_calls";

fn names_parallel(refusal: &Refusal) -> bool {
    matches!(refusal.fault, ModelError::Refused { status: 400 | 422, .. }) && refusal.body.contains(PARALLEL)
}

/// The request's body: async-openai's types, and the fields they have no place for put in after.
fn body(model: &str, request: &ModelRequest, parallel: bool) -> Result<Map<String, Value>, ModelError> {
    let tools = !request.tools.is_empty();
    let typed = CreateChatCompletionRequest {
        model: model.to_owned(),
        stream: Some(true),
        stream_options: Some(ChatCompletionStreamOptions {
            include_usage: Some(true),
            ..ChatCompletionStreamOptions::default()
        }),
        // Servers refuse the field where there is no tool.
        parallel_tool_calls: (tools && parallel).then_some(false),
        tools: tools.then(|| request.tools.iter().map(tool).collect()),
        ..CreateChatCompletionRequest::default()
    };
    let mut body = match serde_json::to_value(typed).map_err(unsendable)? {
        Value::Object(body) => body,
        _ => Map::new(),
    };
    let messages = request.messages.iter().map(message).collect::<Result<Vec<_>, _>>().map_err(unsendable)?;
    body.insert("messages".to_owned(), Value::Array(messages));
    Ok(body)
}

#[expect(clippy::needless_pass_by_value, reason = "it is what map_err gives")]
fn unsendable(error: serde_json::Error) -> ModelError {
    ModelError::Protocol { detail: error.to_string() }
}

fn text(body: &Map<String, Value>) -> Result<Box<RawValue>, ModelError> {
    to_raw_value(body).map_err(unsendable)
}

/// The body without the field; None if it has none.
fn without_parallel(body: &RawValue) -> Option<Box<RawValue>> {
    let mut body: Map<String, Value> = serde_json::from_str(body.get()).ok()?;
    body.remove(PARALLEL)?;
    to_raw_value(&body).ok()
}

fn tool(tool: &ToolDefinition) -> ChatCompletionTools {
    ChatCompletionTools::Function(ChatCompletionTool {
        function: FunctionObject {
            name: tool.name.clone(),
            description: Some(tool.description.clone()),
            parameters: Some(tool.parameters.clone()),
            strict: Some(true),
        },
    })
}

fn message(message: &Message) -> serde_json::Result<Value> {
    use ChatCompletionRequestMessage as Wire;
    let wire = match message {
        Message::System { text } => Wire::System(ChatCompletionRequestSystemMessage::from(text.as_str())),
        Message::User { text } => Wire::User(ChatCompletionRequestUserMessage::from(text.as_str())),
        Message::Tool { call_id, content } => Wire::Tool(ChatCompletionRequestToolMessage {
            content: content.as_str().into(),
            tool_call_id: call_id.clone(),
        }),
        Message::Assistant { text, calls, extra } => return assistant(text, calls, extra),
    };
    serde_json::to_value(wire)
}

/// The model's own message, with the fields of its reply that we do not know as they came.
fn assistant(text: &str, calls: &[Call], extra: &Map<String, Value>) -> serde_json::Result<Value> {
    let silent = text.is_empty() && !calls.is_empty();
    let typed = ChatCompletionRequestAssistantMessage {
        content: (!silent).then(|| text.into()),
        tool_calls: (!calls.is_empty()).then(|| calls.iter().map(call).collect()),
        ..ChatCompletionRequestAssistantMessage::default()
    };
    let mut value = serde_json::to_value(ChatCompletionRequestMessage::Assistant(typed))?;
    if let Value::Object(fields) = &mut value {
        // Some servers want the field even when it is empty; null is what they send themselves.
        fields.entry("content").or_insert(Value::Null);
        for (name, value) in extra {
            fields.entry(name.as_str()).or_insert_with(|| value.clone());
        }
    }
    Ok(value)
}

/// A call as servers take it back: they parse its arguments and check its name, so what a model got
/// wrong is wrapped; its words stay readable.
fn call(call: &Call) -> ChatCompletionMessageToolCalls {
    let allowed = |char: char| char.is_ascii_alphanumeric() || matches!(char, '_' | '-');
    let name: String =
        call.name.chars().map(|char| if allowed(char) { char } else { '_' }).take(64).collect();
    let name = if name.is_empty() { "unknown".to_owned() } else { name };
    let sound = serde_json::from_str::<Map<String, Value>>(&call.arguments).is_ok();
    let arguments =
        if sound { call.arguments.clone() } else { json!({ "unparsed": call.arguments }).to_string() };
    ChatCompletionMessageToolCalls::Function(ChatCompletionMessageToolCall {
        id: call.id.clone(),
        function: FunctionCall { name, arguments },
    })
}
