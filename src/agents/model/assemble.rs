//! Chunks of a chat completion into the events of a step, leniently.
//!
//! Owns every tolerance for what model servers send inside a chunk. Pure: no IO, no clock. It trusts
//! no field to be there or to have its documented type, and it refuses two things alone: a chunk that
//! carries an error, and an answer that ended before the model did.

use serde_json::{Map, Value};

use super::calls::Calls;
use super::frames::{End, Frame};
use super::refusal::sentence;
use super::{ModelError, ModelEvent, StepEnd, Usage};

/// Fields of a delta that have a meaning of their own; all others go to `extra`.
const KNOWN: [&str; 5] = ["role", "content", "refusal", "tool_calls", "function_call"];

/// The most that is kept of fields we do not know, in bytes. They go back in every later request; more
/// than this is not kept at all, since a part of them would not be what the model said.
pub const MOST_EXTRA: usize = 128 * 1024;

/// One step being put together.
#[derive(Debug, Default)]
pub struct Assembler {
    calls: Calls,
    extra: Map<String, Value>,
    /// Bytes of it that came so far.
    extra_bytes: usize,
    usage: Usage,
    finish_reason: Option<String>,
    /// A choice came: what ends now is an answer, if perhaps an empty one.
    answered: bool,
    /// A `delta` brought something, so that a `message` beside it is a repetition.
    has_delta: bool,
}

impl Assembler {
    /// Takes one frame; answers the events it brings. After [`ModelEvent::End`] or an error the step
    /// is over.
    pub fn frame(&mut self, frame: Frame) -> Result<Vec<ModelEvent>, ModelError> {
        match frame {
            Frame::Data(text) => self.text(&text),
            Frame::End(end) => self.end(end).map(|end| vec![ModelEvent::End(end)]),
        }
    }

    fn text(&mut self, text: &str) -> Result<Vec<ModelEvent>, ModelError> {
        let chunk = serde_json::from_str::<Value>(text)
            .map_err(|error| protocol(format!("a chunk that is not JSON ({error})")))?;
        self.chunk(&chunk)
    }

    /// Takes one chunk, or a whole completion; answers its text. A list counts as its elements.
    pub fn chunk(&mut self, chunk: &Value) -> Result<Vec<ModelEvent>, ModelError> {
        if let Value::Array(chunks) = chunk {
            let mut events = Vec::new();
            for chunk in chunks {
                events.extend(self.chunk(chunk)?);
            }
            return Ok(events);
        }
        if let Some(detail) = error_of(chunk) {
            return Err(protocol(detail));
        }
        self.take_usage(chunk.get("usage"));
        self.take_usage(chunk.get("x_groq").and_then(|groq| groq.get("usage")));
        let text = first_choice(chunk).map(|choice| self.choice(choice)).unwrap_or_default();
        if let Some(excess) = self.calls.excess() {
            return Err(protocol(excess.to_owned()));
        }
        Ok(if text.is_empty() { Vec::new() } else { vec![ModelEvent::Text(text)] })
    }

    fn choice(&mut self, choice: &Value) -> String {
        self.answered = true;
        self.take_usage(choice.get("usage"));
        if let Some(reason) = choice.get("finish_reason").and_then(Value::as_str)
            && !reason.is_empty()
        {
            self.finish_reason = Some(reason.to_owned());
        }
        match (filled(choice, "delta"), filled(choice, "message")) {
            (Some(delta), _) => {
                self.has_delta = true;
                self.delta(delta)
            }
            (None, Some(message)) if !self.has_delta => self.delta(message),
            _ => String::new(),
        }
    }

    fn delta(&mut self, delta: &Map<String, Value>) -> String {
        self.calls.take_all(delta.get("tool_calls"));
        self.calls.take_legacy(delta.get("function_call"));
        for (name, value) in delta {
            if !KNOWN.contains(&name.as_str()) {
                self.keep(name, value);
            }
        }
        text_of(delta.get("content")) + &text_of(delta.get("refusal"))
    }

    /// Keeps a field that we do not know, as long as all of them together are not too large.
    fn keep(&mut self, name: &str, value: &Value) {
        self.extra_bytes = self.extra_bytes.saturating_add(name.len() + size(value));
        if self.extra_bytes > MOST_EXTRA {
            self.extra.clear();
        } else {
            join(&mut self.extra, name, value);
        }
    }

    /// Counts are running totals where a server sends them more than once, so the greatest stands.
    fn take_usage(&mut self, usage: Option<&Value>) {
        let Some(usage) = usage else { return };
        let count = |names: [&str; 2]| names.iter().filter_map(|name| tokens(usage.get(name)?)).max();
        let input = count(["prompt_tokens", "input_tokens"]).unwrap_or_default();
        let output = count(["completion_tokens", "output_tokens"]).unwrap_or_default();
        self.usage.input_tokens = self.usage.input_tokens.max(input);
        self.usage.output_tokens = self.usage.output_tokens.max(output);
    }

    /// Ends the step: what was assembled, or why it is no answer. A finish reason makes the answer
    /// whole even if the connection then fell silent; `[DONE]` does so even without a finish reason.
    pub fn end(&mut self, end: End) -> Result<StepEnd, ModelError> {
        let whole = match &end {
            End::Done => true,
            End::Silent | End::Stalled(_) => self.finish_reason.is_some(),
            End::Broken(_) => false,
        };
        if !whole {
            return Err(end.into());
        }
        if !self.answered {
            return Err(protocol("an answer without any choice in it".to_owned()));
        }
        let reason = self.finish_reason.as_deref().unwrap_or_default();
        if reason == "error" {
            return Err(protocol("the server ended the answer with an error".to_owned()));
        }
        let truncated = matches!(reason, "length" | "max_tokens" | "model_length");
        Ok(StepEnd {
            calls: std::mem::take(&mut self.calls).finish(truncated),
            usage: self.usage,
            extra: std::mem::take(&mut self.extra),
            truncated,
        })
    }
}

const fn protocol(detail: String) -> ModelError {
    ModelError::Protocol { detail }
}

/// The sentence of an error that a chunk carries: an `error` that is not null, or an object of kind
/// `error` with a message.
fn error_of(chunk: &Value) -> Option<String> {
    let error = match chunk.get("error") {
        None | Some(Value::Null | Value::Bool(false)) => {
            if chunk.get("object").and_then(Value::as_str) != Some("error") {
                return None;
            }
            chunk
        }
        Some(error) => error,
    };
    Some(sentence(error))
}

/// We ask for one choice: the first, which is number 0 wherever it is numbered.
fn first_choice(chunk: &Value) -> Option<&Value> {
    let choices = chunk.get("choices")?.as_array()?;
    choices.iter().find(|choice| choice.get("index").and_then(Value::as_u64).unwrap_or(0) == 0)
}

fn filled<'a>(choice: &'a Value, name: &str) -> Option<&'a Map<String, Value>> {
    choice.get(name).and_then(Value::as_object).filter(|object| !object.is_empty())
}

/// Text, a part with text, or a list of these; anything else holds no text.
fn text_of(content: Option<&Value>) -> String {
    match content {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(parts)) => parts.iter().map(|part| text_of(Some(part))).collect(),
        Some(Value::Object(part)) => text_of(part.get("text").filter(|text| text.is_string())),
        _ => String::new(),
    }
}

/// About as many bytes as the value has when it is written.
fn size(value: &Value) -> usize {
    match value {
        Value::String(text) => text.len(),
        Value::Array(items) => items.iter().map(|item| 1 + size(item)).sum(),
        Value::Object(fields) => fields.iter().map(|(name, value)| 4 + name.len() + size(value)).sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) => 5,
    }
}

/// Puts a piece of an unknown field to what came of it before: strings and lists grow, the rest is
/// replaced.
fn join(extra: &mut Map<String, Value>, name: &str, piece: &Value) {
    match (extra.get_mut(name), piece) {
        (_, Value::Null) => {}
        (Some(Value::String(text)), Value::String(more)) => text.push_str(more),
        (Some(Value::Array(items)), Value::Array(more)) => items.extend(more.iter().cloned()),
        (None, Value::String(text)) if text.is_empty() => {}
        _ => {
            extra.insert(name.to_owned(), piece.clone());
        }
    }
}

/// A token count, also where it is written as a float; negative or absurd ones count as none.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is checked before")]
fn tokens(value: &Value) -> Option<u64> {
    let float = || value.as_f64().filter(|count| (0.0..1e15).contains(count)).map(|count| count as u64);
    value.as_u64().or_else(float)
}
