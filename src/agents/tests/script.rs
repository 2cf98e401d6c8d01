//! A model that plays a script, one entry a step, and keeps what it was asked.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures_util::{StreamExt as _, stream};
use serde_json::{Map, Value};
use tokio_util::sync::CancellationToken;

use crate::agents::model::{Call, Model, ModelError, ModelEvent, ModelRequest, ModelStream, StepEnd, Usage};
use crate::agents::run::history::is_valid;

/// One step of the script.
#[derive(Debug, Clone)]
pub enum Play {
    /// Says this, in pieces of three characters.
    Say(&'static str),
    /// Calls these.
    Call(Vec<(&'static str, String)>),
    /// Fails before anything was said.
    Fail(ModelError),
    /// Says this and is cut off.
    Cut(&'static str),
    /// Says this and then nothing for ever.
    Hang(&'static str),
}

/// The script, shared with the test.
#[derive(Debug, Clone, Default)]
pub struct Script {
    steps: Arc<Mutex<VecDeque<Play>>>,
    asked: Arc<Mutex<Vec<ModelRequest>>>,
}

impl Script {
    pub fn of(steps: Vec<Play>) -> Self {
        let script = Self::default();
        script.add(steps);
        script
    }

    pub fn add(&self, steps: Vec<Play>) {
        self.steps.lock().unwrap().extend(steps);
    }

    /// Every request so far; each was checked to be valid.
    pub fn asked(&self) -> Vec<ModelRequest> {
        self.asked.lock().unwrap().clone()
    }
}

pub fn call(name: &'static str, args: &Value) -> Play {
    Play::Call(vec![(name, args.to_string())])
}

fn pieces(text: &str) -> Vec<Result<ModelEvent, ModelError>> {
    let letters: Vec<char> = text.chars().collect();
    letters.chunks(3).map(|piece| Ok(ModelEvent::Text(piece.iter().collect()))).collect()
}

#[expect(clippy::unnecessary_wraps, reason = "a stream's items are results")]
fn end(calls: Vec<(&'static str, String)>) -> Result<ModelEvent, ModelError> {
    let calls = calls.into_iter().map(|(name, arguments)| Call {
        id: String::new(),
        name: name.to_owned(),
        arguments,
    });
    let usage = Usage { input_tokens: 10, output_tokens: 5 };
    Ok(ModelEvent::End(StepEnd { calls: calls.collect(), usage, extra: Map::new(), truncated: false }))
}

impl Model for Script {
    fn name(&self) -> &'static str {
        "script"
    }

    fn stream(&self, request: ModelRequest, cancel: CancellationToken) -> ModelStream {
        assert!(is_valid(&request.messages), "an invalid history: {:#?}", request.messages);
        self.asked.lock().unwrap().push(request);
        let step = self.steps.lock().unwrap().pop_front();
        match step.unwrap_or(Play::Say("The script is over.")) {
            Play::Say(text) => {
                let mut events = pieces(text);
                events.push(end(Vec::new()));
                let slow = |event| async move {
                    tokio::time::sleep(Duration::from_millis(1)).await;
                    event
                };
                stream::iter(events).then(slow).boxed()
            }
            Play::Call(calls) => stream::iter(vec![end(calls)]).boxed(),
            Play::Fail(error) => stream::iter(vec![Err(error)]).boxed(),
            Play::Cut(text) => stream::iter(pieces(text)).boxed(),
            Play::Hang(text) => stream::iter(pieces(text))
                .chain(stream::once(async move {
                    cancel.cancelled().await;
                    Err(ModelError::Cancelled)
                }))
                .boxed(),
        }
    }
}
