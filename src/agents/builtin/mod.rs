//! The built-in coach: the model port answered in-process, by plain rules, when no model server is
//! configured. Owns understanding of a fixed set of intents and the flows behind them.
//!
//! It keeps no state: each step follows from the request alone, so the same request always gets the
//! same answer, also after a restart. It refuses to write, to invent numbers, and to follow
//! anything that stands in a tool's result.

mod arguments;
mod coach;
mod copilot;
mod ear;
mod intent;
mod lexicon;
mod names;
mod pattern;
mod slots;
mod text;
mod turn;
mod wish;
mod words;

#[cfg(test)]
mod tests;

use futures_util::{StreamExt, stream};
use serde_json::Map;
use tokio_util::sync::CancellationToken;

use crate::agents::model::{Model, ModelError, ModelEvent, ModelRequest, ModelStream, StepEnd, Usage};
use crate::agents::roster::Agent;
use crate::wording;
use turn::{Step, Turn};

/// The name people and traces see.
pub const NAME: &str = "built-in coach";

/// The built-in coach. It never fails; a step ends early only when it is cancelled.
#[derive(Debug, Clone, Copy, Default)]
pub struct BuiltIn;

impl Model for BuiltIn {
    fn name(&self) -> &str {
        NAME
    }

    fn stream(&self, request: ModelRequest, cancel: CancellationToken) -> ModelStream {
        stream::iter(events(&request))
            .map(move |event| if cancel.is_cancelled() { Err(ModelError::Cancelled) } else { Ok(event) })
            .scan(false, |over, event| {
                let before = std::mem::replace(over, event.is_err());
                std::future::ready((!before).then_some(event))
            })
            .boxed()
    }
}

/// Every event of one step: the text word by word, then the end with its calls.
fn events(request: &ModelRequest) -> Vec<ModelEvent> {
    wording::within(request.wording, || taken(request))
}

fn taken(request: &ModelRequest) -> Vec<ModelEvent> {
    let turn = Turn::read(request);
    let step = match request.agent {
        Agent::Coach => coach::step(&turn),
        Agent::Copilot => copilot::step(&turn),
    };
    let (text, calls) = match step {
        Step::Say(text) => (text, Vec::new()),
        Step::Call { text, calls } => (text, calls),
    };
    let end = StepEnd { calls, usage: Usage::default(), extra: Map::new(), truncated: false };
    let pieces = text.split_inclusive(' ').map(|piece| ModelEvent::Text(piece.to_owned()));
    pieces.chain(std::iter::once(ModelEvent::End(end))).collect()
}
