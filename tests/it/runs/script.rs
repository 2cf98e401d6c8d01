//! A model that plays a script, one entry a step, and keeps what it was asked.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures_util::{StreamExt as _, stream};
use serde_json::{Map, Value};
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use spotter::agents::model::{
    Call, Model, ModelError, ModelEvent, ModelRequest, ModelStream, StepEnd, Usage,
};
use spotter::agents::run::history::is_valid;

/// Longest that anything in a test may take.
const LONGEST: Duration = Duration::from_secs(20);

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
    /// Says these pieces as they are.
    Pieces(Vec<String>),
    /// Says this and then nothing for ever, until it is hung up on.
    Hang(&'static str),
    /// Goes on talking, whatever happens, until it is hung up on.
    Flood,
}

/// The script, shared with the test.
#[derive(Debug, Clone)]
pub struct Script {
    steps: Arc<Mutex<VecDeque<Play>>>,
    asked: Arc<Mutex<Vec<ModelRequest>>>,
    /// How many streams without an end were hung up on.
    left: Arc<watch::Sender<usize>>,
}

impl Script {
    pub fn of(steps: Vec<Play>) -> Self {
        let left = Arc::new(watch::channel(0).0);
        Self { steps: Arc::new(Mutex::new(steps.into())), asked: Arc::default(), left }
    }

    pub fn add(&self, steps: Vec<Play>) {
        self.steps.lock().unwrap().extend(steps);
    }

    /// Waits until so many streams without an end were hung up on.
    pub async fn until_left(&self, count: usize) {
        let mut left = self.left.subscribe();
        let waited = left.wait_for(|so_far| *so_far >= count);
        tokio::time::timeout(LONGEST, waited).await.expect("it is hung up on").unwrap();
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

/// Counts a stream that was dropped.
struct Leaving(Arc<watch::Sender<usize>>);

impl Drop for Leaving {
    fn drop(&mut self) {
        self.0.send_modify(|count| *count += 1);
    }
}

impl Model for Script {
    fn name(&self) -> &'static str {
        "script"
    }

    fn stream(&self, request: ModelRequest, _cancel: CancellationToken) -> ModelStream {
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
            Play::Pieces(pieces) => {
                let pieces: Vec<_> = pieces.into_iter().map(|piece| Ok(ModelEvent::Text(piece))).collect();
                stream::iter(pieces).chain(stream::iter([end(Vec::new())])).boxed()
            }
            Play::Hang(text) => {
                let leaving = Leaving(Arc::clone(&self.left));
                let silence = stream::once(async move {
                    let _leaving = leaving;
                    std::future::pending().await
                });
                stream::iter(pieces(text)).chain(silence).boxed()
            }
            Play::Flood => {
                let leaving = Leaving(Arc::clone(&self.left));
                let flood = stream::unfold(leaving, |leaving| async move {
                    tokio::task::yield_now().await;
                    Some((Ok(ModelEvent::Text("and ".to_owned())), leaving))
                });
                flood.boxed()
            }
        }
    }
}
