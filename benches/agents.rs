//! What the agents cost, each figure beside a floor measured in the same minutes: what is added to a
//! model's stream, what an open run holds, what a confirm adds to its own writes. Prints; asserts
//! nothing, since a clock is no judge.
//!
//! `cargo bench --bench agents`

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a bench prints, and stops where it cannot go on"
)]

#[path = "agents/confirm.rs"]
mod confirm;
#[path = "agents/model.rs"]
mod model;
#[path = "agents/server.rs"]
mod server;
#[path = "common/times.rs"]
mod times;
#[path = "common/visitor.rs"]
mod visitor;

use std::time::Duration;

use futures_util::StreamExt as _;
use serde_json::json;

use model::{Model, Script, stamps};
use server::Server;
use times::percentile;

/// Runs of the one-at-a-time figure.
const ALONE: usize = 300;
/// Runs that stream side by side.
const MANY: usize = 200;
/// How often those are begun.
const ROUNDS: usize = 4;
/// Runs that are open and silent.
const HANGING: usize = 400;

/// How late each piece of some streams came: the first ones, and all of them.
#[derive(Default)]
struct Lateness {
    first: Vec<Duration>,
    all: Vec<Duration>,
}

impl Lateness {
    fn take(&mut self, late: Vec<Duration>) {
        self.first.extend(late.first());
        self.all.extend(late);
    }
}

fn report(what: &str, ours: &[Duration], floor: &[Duration]) {
    for (name, of_thousand) in [("p50", 500), ("p95", 950), ("p99", 990)] {
        let (ours, floor) = (percentile(ours, of_thousand), percentile(floor, of_thousand));
        let added = ours.saturating_sub(floor);
        println!("{what:44} {name}   {ours:>9.2?}   read directly {floor:>9.2?}   added {added:>9.2?}");
    }
}

/// Reads a stream to its end; how late each of its pieces came.
async fn read(response: reqwest::Response) -> Vec<Duration> {
    let (mut stream, mut seen, mut late) = (response.bytes_stream(), Vec::new(), Vec::new());
    while let Some(Ok(bytes)) = stream.next().await {
        seen.extend_from_slice(&bytes);
        let whole = seen.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let lines: Vec<u8> = seen.drain(..whole).collect();
        late.extend(stamps(&String::from_utf8_lossy(&lines)));
    }
    late
}

async fn through_spotter(server: &Server, script: Script) -> Vec<Duration> {
    let run = server.begin(script).await;
    read(server.watch(&run).await).await
}

async fn directly(model: &Model, client: &reqwest::Client, script: Script) -> Vec<Duration> {
    let body = json!({"stream": true, "messages": [{"role": "user", "content": script.to_string()}]});
    let request = client.post(format!("{}/chat/completions", model.base)).json(&body);
    read(request.send().await.unwrap()).await
}

async fn alone(server: &Server, model: &Model) {
    let script = Script { wait: 20, every: 10, pieces: 2 };
    let (mut ours, mut floor) = (Lateness::default(), Lateness::default());
    for _ in 0..ALONE {
        floor.take(directly(model, &server.visitor.client, script).await);
        ours.take(through_spotter(server, script).await);
    }
    report("first byte, one run", &ours.first, &floor.first);
}

async fn together(server: &Server, model: &Model) {
    // All are open before the first speaks; each speaks as long after its own beginning as the others.
    let script = Script { wait: 6000, every: 100, pieces: 20 };
    let (mut ours, mut floor) = (Lateness::default(), Lateness::default());
    for _ in 0..ROUNDS {
        let mut open = Vec::new();
        for _ in 0..MANY {
            let (model, client) = (model.clone(), server.visitor.client.clone());
            open.push(tokio::spawn(async move { directly(&model, &client, script).await }));
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        for stream in open {
            floor.take(stream.await.unwrap());
        }
        let mut open = Vec::new();
        for _ in 0..MANY {
            let run = server.begin(script).await;
            let response = server.watch(&run).await;
            open.push(tokio::spawn(read(response)));
        }
        for stream in open {
            ours.take(stream.await.unwrap());
        }
    }
    report(&format!("first byte, {MANY} runs"), &ours.first, &floor.first);
    report(&format!("every piece, {MANY} runs of 10 a second"), &ours.all, &floor.all);
}

/// What an open run holds: its task, its log, a connection to the model and one to its reader.
async fn memory(server: &Server) {
    let warm = Script { wait: 0, every: 1, pieces: 5 };
    // As many runs that are over: what the database keeps of runs in its caches is not counted twice.
    for _ in 0..HANGING {
        through_spotter(server, warm).await;
    }
    let before = server.resident_kib();
    let silent = Script { wait: 0, every: 3_600_000, pieces: 2 };
    let mut open = Vec::new();
    for _ in 0..HANGING {
        let run = server.begin(silent).await;
        let mut stream = server.watch(&run).await.bytes_stream();
        let mut seen = String::new();
        while !seen.contains("text.delta") {
            seen.push_str(&String::from_utf8_lossy(&stream.next().await.unwrap().unwrap()));
        }
        open.push(stream);
    }
    let each = (server.resident_kib() - before) / f64::from(u32::try_from(HANGING).unwrap());
    println!(
        "memory for each of {HANGING} open runs                {each:.1} KiB (before: {before:.0} KiB in all)"
    );
    drop(open);
}

#[tokio::main]
async fn main() {
    let only: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let wanted = |name: &str| only.is_empty() || only.iter().any(|word| word == name);
    let model = Model::start().await;
    if wanted("memory") {
        memory(&Server::start(&model)).await;
    }
    if wanted("streams") {
        let server = Server::start(&model);
        alone(&server, &model).await;
        together(&server, &model).await;
    }
    if wanted("confirm") {
        confirm::measure().await;
    }
}
