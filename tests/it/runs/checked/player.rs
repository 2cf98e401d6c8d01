//! A model that does what was planned for the last message, step by step: asked again after a crash
//! it does the same again.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex};

use futures_util::{StreamExt as _, stream};
use serde_json::Map;
use spotter::agents::model::{
    Call, Message, Model, ModelError, ModelEvent, ModelRequest, ModelStream, StepEnd, Usage,
};
use spotter::agents::run::history::is_valid;
use tokio_util::sync::CancellationToken;

/// One step of a turn.
#[derive(Debug, Clone)]
pub enum Step {
    Say,
    /// Tool names and argument texts.
    Call(Vec<(String, String)>),
    Hang,
    Cut,
}

/// The model.
#[derive(Debug, Clone, Default)]
pub struct Player {
    /// What it does in the turn of each message.
    plans: Arc<Mutex<HashMap<u32, Vec<Step>>>>,
    /// Messages in whose turn it has fallen silent.
    silent: Arc<Mutex<HashSet<u32>>>,
    faults: Arc<Mutex<Vec<String>>>,
    asked: Arc<Mutex<u64>>,
}

impl Player {
    /// The message that makes it take these steps.
    pub fn plan(&self, number: u32, steps: Vec<Step>) -> String {
        self.plans.lock().unwrap().insert(number, steps);
        format!("#{number}")
    }

    /// What comes next in the last turn, and the number of its message.
    fn next(&self, messages: &[Message]) -> (u32, Step) {
        let at = messages.iter().rposition(|message| matches!(message, Message::User { .. }));
        let turn = at.map(|at| &messages[at..]).unwrap_or_default();
        let Some(Message::User { text }) = turn.first() else { return (0, Step::Say) };
        let number = text.rsplit('#').next().and_then(|number| number.parse().ok()).unwrap_or(0);
        let done = turn.iter().filter(|message| matches!(message, Message::Assistant { .. })).count();
        let step = self.plans.lock().unwrap().get(&number).and_then(|steps| steps.get(done).cloned());
        (number, step.unwrap_or(Step::Say))
    }

    pub fn is_silent(&self, number: u32) -> bool {
        self.silent.lock().unwrap().contains(&number)
    }

    pub fn faults(&self) -> Vec<String> {
        self.faults.lock().unwrap().clone()
    }

    pub fn asked(&self) -> u64 {
        *self.asked.lock().unwrap()
    }
}

/// Takes itself out when the stream is hung up on.
struct Silence(Player, u32);

impl Drop for Silence {
    fn drop(&mut self) {
        self.0.silent.lock().unwrap().remove(&self.1);
    }
}

#[expect(clippy::unnecessary_wraps, reason = "a stream's items are results")]
fn end(calls: Vec<(String, String)>) -> Result<ModelEvent, ModelError> {
    let calls = calls.into_iter().map(|(name, arguments)| Call { id: String::new(), name, arguments });
    let usage = Usage { input_tokens: 1, output_tokens: 1 };
    Ok(ModelEvent::End(StepEnd { calls: calls.collect(), usage, extra: Map::new(), truncated: false }))
}

impl Model for Player {
    fn name(&self) -> &'static str {
        "player"
    }

    fn stream(&self, request: ModelRequest, _cancel: CancellationToken) -> ModelStream {
        *self.asked.lock().unwrap() += 1;
        if !is_valid(&request.messages) {
            self.faults.lock().unwrap().push(format!("an invalid history: {:#?}", request.messages));
        }
        let text = || Ok(ModelEvent::Text("Well.".to_owned()));
        let (number, step) = self.next(&request.messages);
        match step {
            Step::Say => stream::iter([text(), end(Vec::new())]).boxed(),
            Step::Call(calls) => stream::iter([end(calls)]).boxed(),
            Step::Cut => stream::iter([text()]).boxed(),
            Step::Hang => {
                let player = self.clone();
                let silence = stream::once(async move {
                    player.silent.lock().unwrap().insert(number);
                    let _silence = Silence(player, number);
                    std::future::pending().await
                });
                stream::iter([text()]).chain(silence).boxed()
            }
        }
    }
}
