//! What is counted, and how it reads as Prometheus text. Without [`Metrics::start`] nothing is kept.
//! Labels are bounded: routes as they are written in the table, tools that exist, fixed words.

use std::sync::OnceLock;
use std::time::Duration;

use metrics::{counter, histogram};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use serde_json::Value;

/// Upper ends of the buckets of request durations, seconds.
const BUCKETS: [f64; 11] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0];

/// Everything counted so far, for the whole process.
#[derive(Clone)]
pub struct Metrics(PrometheusHandle);

impl std::fmt::Debug for Metrics {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Metrics")
    }
}

impl Metrics {
    /// Starts to count; again it answers the same.
    #[must_use]
    pub fn start() -> Self {
        static STARTED: OnceLock<Metrics> = OnceLock::new();
        STARTED.get_or_init(install).clone()
    }

    /// As Prometheus text.
    #[must_use]
    pub fn render(&self) -> String {
        self.0.render()
    }

    /// Brings what was measured into its buckets, so that it takes no room. Wants to be called now and then.
    pub fn tidy(&self) {
        self.0.run_upkeep();
    }
}

fn install() -> Metrics {
    let builder = PrometheusBuilder::new();
    let builder = builder.set_buckets(&BUCKETS).unwrap_or_else(|_| PrometheusBuilder::new());
    let recorder = builder.build_recorder();
    let handle = recorder.handle();
    let _another_counts = metrics::set_global_recorder(recorder);
    describe();
    Metrics(handle)
}

fn describe() {
    use metrics::{describe_counter, describe_histogram};
    describe_counter!("spotter_http_requests_total", "Requests by method, route and status.");
    describe_histogram!("spotter_http_request_duration_seconds", "Time to the head of the answer.");
    describe_counter!("spotter_runs_started_total", "Agent runs that began, by agent.");
    describe_counter!("spotter_runs_total", "Agent runs that are over, by how they ended.");
    describe_counter!(
        "spotter_tool_calls_total",
        "Tool calls with a result, by tool and whether it was good."
    );
    describe_counter!("spotter_proposals_total", "Proposals by outcome.");
    describe_counter!("spotter_tokens_total", "Tokens of model steps, by direction.");
}

/// A request was answered.
pub fn request(method: &'static str, route: &str, status: u16, took: Duration) {
    let (route, status) = (route.to_owned(), status.to_string());
    counter!("spotter_http_requests_total", "method" => method, "route" => route.clone(), "status" => status.clone())
        .increment(1);
    histogram!("spotter_http_request_duration_seconds", "method" => method, "route" => route, "status" => status)
        .record(took.as_secs_f64());
}

/// A model step was paid for.
pub fn tokens(input: u64, output: u64) {
    counter!("spotter_tokens_total", "direction" => "input").increment(input);
    counter!("spotter_tokens_total", "direction" => "output").increment(output);
}

/// A proposal came to this.
pub fn proposal(outcome: &'static str) {
    counter!("spotter_proposals_total", "outcome" => outcome).increment(1);
}

/// A run told this, and it is durable.
pub fn run_event(event: &str, data: &str) {
    match event {
        "run.started" => counter!("spotter_runs_started_total", "agent" => word(data, "agent")).increment(1),
        "run.finished" => counter!("spotter_runs_total", "status" => "finished").increment(1),
        "run.error" => counter!("spotter_runs_total", "status" => "error").increment(1),
        "run.cancelled" => counter!("spotter_runs_total", "status" => "cancelled").increment(1),
        "proposal.created" => proposal("proposed"),
        "proposal.resolved" => {
            counter!("spotter_proposals_total", "outcome" => word(data, "status")).increment(1);
        }
        _ => {}
    }
}

/// A tool call has its result.
pub fn tool_call(tool: &'static str, ok: bool) {
    counter!("spotter_tool_calls_total", "tool" => tool, "ok" => if ok { "true" } else { "false" })
        .increment(1);
}

/// One of our own words out of an event's data.
fn word(data: &str, key: &str) -> String {
    let data: Value = serde_json::from_str(data).unwrap_or_default();
    data.get(key).and_then(Value::as_str).unwrap_or("unknown").to_owned()
}
