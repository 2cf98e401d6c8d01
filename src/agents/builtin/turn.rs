//! A request seen as a conversation: what the person just said, what was called since and what came
//! back. All that comes back is data; it is parsed leniently and never read for intents.

use serde_json::{Map, Value};

use super::arguments;
use crate::agents::model::{Call, Message, ModelRequest, READ_AHEAD};
use jiff::civil::Date;

use super::words;
use crate::domain::profile::Units;

/// The most steps with calls in one turn.
const MOST_STEPS: usize = 4;

/// What the coach does next.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// Calls, with a sentence before them where a person has to decide something.
    Call { text: String, calls: Vec<Call> },
    /// The last words of the turn.
    Say(String),
}

/// One call of this turn and its result, if it came.
#[derive(Debug, Clone, PartialEq)]
struct Done {
    name: String,
    arguments: Value,
    result: Option<Value>,
}

/// The turn at hand.
#[derive(Debug)]
pub struct Turn<'a> {
    request: &'a ModelRequest,
    /// What the person said last; empty when they said nothing.
    pub text: &'a str,
    /// What they said before, latest first.
    pub earlier: Vec<&'a str>,
    done: Vec<Done>,
    steps: usize,
}

impl<'a> Turn<'a> {
    /// Reads the messages of a request.
    #[must_use]
    pub fn read(request: &'a ModelRequest) -> Self {
        let last = request.messages.iter().rposition(|m| matches!(m, Message::User { .. }));
        let said = |message: &'a Message| match message {
            Message::User { text } => Some(text.as_str()),
            _ => None,
        };
        let earlier =
            request.messages.iter().take(last.unwrap_or(0)).rev().filter_map(said).take(20).collect();
        let text = last.and_then(|at| request.messages.get(at)).and_then(said).unwrap_or_default();
        let since = request.messages.iter().skip(last.map_or(0, |at| at + 1));
        let mut turn = Self { request, text, earlier, done: Vec::new(), steps: 0 };
        let mut ids: Vec<&str> = Vec::new();
        for message in since {
            turn.take(message, &mut ids);
        }
        turn
    }

    fn take(&mut self, message: &'a Message, ids: &mut Vec<&'a str>) {
        match message {
            Message::Assistant { calls, .. } => {
                // What was read ahead is a part of an answer: who needs the profile reads it.
                let made = || calls.iter().filter(|call| call.id != READ_AHEAD);
                self.steps += usize::from(made().next().is_some());
                for call in made() {
                    ids.push(&call.id);
                    let arguments = serde_json::from_str(&call.arguments).unwrap_or(Value::Null);
                    self.done.push(Done { name: call.name.clone(), arguments, result: None });
                }
            }
            Message::Tool { call_id, content } => {
                let result = serde_json::from_str(content).unwrap_or_else(|_| Value::String(content.clone()));
                let open = ids
                    .iter()
                    .zip(&mut self.done)
                    .rev()
                    .find(|(id, done)| **id == call_id && done.result.is_none());
                if let Some((_, done)) = open {
                    done.result = Some(result);
                }
            }
            Message::System { .. } | Message::User { .. } => {}
        }
    }

    /// What the person reads loads in.
    #[must_use]
    pub const fn units(&self) -> Units {
        self.request.wording.units
    }

    /// The person's own date.
    #[must_use]
    pub const fn today(&self) -> Date {
        self.request.today
    }

    /// Whether the tool may be called at all.
    #[must_use]
    pub fn offers(&self, tool: &str) -> bool {
        self.request.tools.iter().any(|spec| spec.name == tool)
    }

    /// The values that a tool's argument may take, when its schema lists them.
    #[must_use]
    pub fn choices(&self, tool: &str, argument: &str) -> Vec<&'a str> {
        let spec = self.request.tools.iter().find(|spec| spec.name == tool);
        spec.map(|spec| arguments::choices(&spec.parameters, argument)).unwrap_or_default()
    }

    /// Whether the tool was called in this turn.
    #[must_use]
    pub fn called(&self, tool: &str) -> bool {
        self.done.iter().any(|done| done.name == tool)
    }

    /// How often the tool was called in this turn.
    #[must_use]
    pub fn times(&self, tool: &str) -> usize {
        self.done.iter().filter(|done| done.name == tool).count()
    }

    /// The last result of the tool in this turn. A call without a result counts as a failed one.
    #[must_use]
    pub fn result(&self, tool: &str) -> Option<&Value> {
        const NONE: &Value = &Value::Null;
        self.done.iter().rfind(|done| done.name == tool).map(|done| done.result.as_ref().unwrap_or(NONE))
    }

    /// The result of the nth call of the tool.
    #[must_use]
    pub fn nth_result(&self, tool: &str, n: usize) -> Option<&Value> {
        self.done.iter().filter(|done| done.name == tool).nth(n).and_then(|done| done.result.as_ref())
    }

    /// The last result of the tool, unless it is an error or no object.
    #[must_use]
    pub fn data(&self, tool: &str) -> Option<&Value> {
        self.result(tool).filter(|value| value.is_object() && value.get("error").is_none())
    }

    /// Reads to make: those that are offered and were not made in this turn.
    #[must_use]
    pub fn missing<'t>(&self, tools: &[&'t str]) -> Vec<&'t str> {
        tools.iter().copied().filter(|tool| self.offers(tool) && !self.called(tool)).collect()
    }

    /// A call with exactly the arguments that the tool's schema names; a tool that is not offered has none.
    #[must_use]
    pub fn call(&self, tool: &str, wanted: &Map<String, Value>) -> Call {
        let spec = self.request.tools.iter().find(|spec| spec.name == tool);
        let filled = spec.map_or_else(|| Map::new().into(), |spec| arguments::fill(&spec.parameters, wanted));
        Call { id: String::new(), name: tool.to_owned(), arguments: filled.to_string() }
    }

    /// Reading calls without arguments of their own.
    #[must_use]
    pub fn reads(&self, tools: &[&str]) -> Step {
        Step::Call {
            text: String::new(),
            calls: tools.iter().map(|tool| self.call(tool, &Map::new())).collect(),
        }
    }

    /// The step, without calls that are not offered or were already made, and without any once the
    /// turn has had its share. What then has nothing to do says the text `instead`.
    #[must_use]
    pub fn bounded(&self, step: Step, instead: &str) -> Step {
        let Step::Call { text, mut calls } = step else { return step };
        let again = |call: &Call| {
            let arguments: Value = serde_json::from_str(&call.arguments).unwrap_or(Value::Null);
            self.done.iter().any(|done| done.name == call.name && done.arguments == arguments)
        };
        calls.retain(|call| self.offers(&call.name) && !again(call));
        if calls.is_empty() || self.steps >= MOST_STEPS {
            return Step::Say(words::say(instead));
        }
        Step::Call { text, calls }
    }
}

/// What became of a gated call.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    Executed,
    Declined(Option<String>),
    Superseded,
    Expired,
    /// What it was based on had moved.
    Stale,
    /// Refused or failed, with the reason in words where there is one.
    Failed(Option<String>),
}

impl Outcome {
    /// Reads the result of a gated call.
    #[must_use]
    pub fn read(result: &Value) -> Self {
        let reason = result.get("reason").and_then(Value::as_str).map(str::trim).filter(|r| !r.is_empty());
        match result.get("status").and_then(Value::as_str) {
            Some("executed") => Self::Executed,
            Some("declined") => Self::Declined(reason.map(str::to_owned)),
            Some("superseded") => Self::Superseded,
            Some("expired") => Self::Expired,
            _ if is_stale(result) => Self::Stale,
            _ => Self::Failed(fault(result).or_else(|| reason.map(str::to_owned))),
        }
    }
}

fn is_stale(result: &Value) -> bool {
    let at = ["/reason", "/error/code", "/result/error/code"];
    at.iter().any(|at| result.pointer(at).and_then(Value::as_str) == Some("stale_state"))
}

/// The sentence of an error result: its first field error, else its message.
#[must_use]
pub fn fault(result: &Value) -> Option<String> {
    let error = result.get("error").or_else(|| result.pointer("/result/error"))?;
    if let Some(text) = error.as_str() {
        return Some(text.to_owned());
    }
    let detail = error.pointer("/errors/0/message").and_then(Value::as_str);
    detail.or_else(|| error.get("message").and_then(Value::as_str)).map(str::to_owned)
}
