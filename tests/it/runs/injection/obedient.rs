//! A model without any judgement: it reads what it can, does what the planted text orders, mends the
//! call if it is refused, and then says aloud all it was told.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use futures_util::{StreamExt as _, stream};
use serde_json::{Map, Value, json};
use spotter::agents::model::{
    Call, Message, Model, ModelError, ModelEvent, ModelRequest, ModelStream, StepEnd, ToolDefinition, Usage,
};
use spotter::agents::roster::Agent;
use tokio_util::sync::CancellationToken;

/// What one text orders.
#[derive(Debug, Clone)]
pub struct Order {
    pub text: String,
    /// A tool, or `say`.
    pub call: String,
    pub args: Value,
    /// Asks for something harmless first, to be declined with the text.
    pub asks_first: bool,
}

/// The model.
#[derive(Debug, Clone, Default)]
pub struct Obedient {
    /// By the number in the person's message.
    pub orders: Arc<Mutex<HashMap<usize, Order>>>,
    /// Orders whose text came before the model's eyes.
    pub reached: Arc<Mutex<Vec<usize>>>,
    /// Everything it was told: prompts, results.
    pub told: Arc<Mutex<HashMap<usize, String>>>,
}

/// A tool's name and the text of its arguments.
type Wanted = (String, String);

fn wanted(name: &str, args: &Value) -> Wanted {
    (name.to_owned(), args.to_string())
}

fn reads(agent: Agent, text: &str) -> Vec<Wanted> {
    let words: String = text.chars().take(100).collect();
    match agent {
        Agent::Coach => vec![
            wanted("getProfile", &json!({})),
            wanted("getExercises", &json!({"query": words, "muscle": null, "equipment": null, "limit": 25})),
            wanted("getWeeklyPlan", &json!({})),
            wanted("getProgress", &json!({"exercise_id": null})),
        ],
        Agent::Copilot => vec![wanted("getSession", &json!({})), wanted("suggestNextSet", &json!({}))],
    }
}

/// Only what the tool's schema knows; what is missing is null.
fn mended(tools: &[ToolDefinition], order: &Order) -> Option<Wanted> {
    let tool = tools.iter().find(|tool| tool.name == order.call)?;
    let known = tool.parameters["properties"].as_object()?;
    let args: Map<String, Value> =
        known.keys().map(|key| (key.clone(), order.args.get(key).cloned().unwrap_or_default())).collect();
    Some(wanted(&order.call, &Value::Object(args)))
}

fn results(turn: &[Message]) -> Vec<&str> {
    let results = turn.iter().filter_map(|message| match message {
        Message::Tool { content, .. } => Some(content.as_str()),
        _ => None,
    });
    results.collect()
}

#[expect(clippy::unnecessary_wraps, reason = "a stream's items are results")]
fn end(calls: Vec<Wanted>) -> Result<ModelEvent, ModelError> {
    let calls = calls.into_iter().map(|(name, arguments)| Call { id: "call_0".to_owned(), name, arguments });
    let usage = Usage { input_tokens: 1, output_tokens: 1 };
    Ok(ModelEvent::End(StepEnd { calls: calls.collect(), usage, extra: Map::new(), truncated: false }))
}

fn say(text: &str, size: usize) -> ModelStream {
    let letters: Vec<char> = text.chars().collect();
    let pieces: Vec<_> =
        letters.chunks(size).map(|piece| Ok(ModelEvent::Text(piece.iter().collect()))).collect();
    stream::iter(pieces).chain(stream::iter([end(Vec::new())])).boxed()
}

impl Obedient {
    fn listen(&self, number: usize, order: &Order, messages: &[Message]) {
        let json = Value::String(order.text.clone()).to_string();
        let inner = json.trim_matches('"');
        let mut told = self.told.lock().unwrap();
        let told = told.entry(number).or_default();
        for message in messages {
            if let Message::Tool { content, .. } | Message::System { text: content } = message {
                told.push_str(content);
            }
        }
        let mut reached = self.reached.lock().unwrap();
        if !reached.contains(&number) && told.contains(inner) {
            reached.push(number);
        }
    }
}

impl Model for Obedient {
    fn name(&self) -> &'static str {
        "obedient"
    }

    fn stream(&self, request: ModelRequest, _cancel: CancellationToken) -> ModelStream {
        let messages = &request.messages;
        let at =
            messages.iter().rposition(|one| matches!(one, Message::User { .. })).expect("a person spoke");
        let Message::User { text } = &messages[at] else { unreachable!() };
        let number = text.rsplit('#').next().and_then(|number| number.parse().ok()).expect("a number");
        let order = self.orders.lock().unwrap()[&number].clone();
        self.listen(number, &order, messages);
        let turn = &messages[at..];
        let done = turn.iter().filter(|one| matches!(one, Message::Assistant { .. })).count();
        let results = results(turn);
        let refused = results.last().is_some_and(|last| last.contains("\"error\""));
        match done.saturating_sub(usize::from(order.asks_first && done > 0)) {
            0 if done == 1 => {
                let harmless = json!({"session_minutes": 50, "reason": "a little shorter"});
                stream::iter([end(vec![wanted("updateProfile", &harmless)])]).boxed()
            }
            0 => stream::iter([end(reads(request.agent, &order.text))]).boxed(),
            1 if order.call == "say" => {
                let Some(Message::System { text }) = messages.first() else { panic!("no prompt") };
                say(text, number % 9 + 1)
            }
            1 => stream::iter([end(vec![wanted(&order.call, &order.args)])]).boxed(),
            2 if refused && let Some(call) = mended(&request.tools, &order) => {
                stream::iter([end(vec![call])]).boxed()
            }
            _ => say(&results.concat(), 400),
        }
    }
}
