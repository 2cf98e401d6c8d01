//! Runs as a list, and one of them step by step.

#[cfg(test)]
mod samples;

use serde::Serialize;

use crate::web::pages::page::Page;

/// The values of `runs.html`.
#[derive(Debug, Clone, Serialize)]
pub struct RunsPage {
    /// Newest first.
    pub runs: Vec<RunRow>,
    /// Nothing newer was left out.
    pub first: bool,
    /// Cursor of the next page; empty on the last.
    pub next: String,
}

impl Page for RunsPage {
    const TEMPLATE: &'static str = "runs.html";
}

/// A run in a few lines.
#[derive(Debug, Clone, Serialize)]
pub struct RunRow {
    /// UUID.
    pub id: String,
    /// What the person said.
    pub asked: String,
    /// `Mon 23 Nov, 18:05`.
    pub when: String,
    /// `Coach · built-in coach`.
    pub who: String,
    /// `3 steps · 1 240 tokens`.
    pub cost: String,
    /// `Finished`.
    pub status: &'static str,
    /// `good`, `wait`, `stop` or empty.
    pub tone: &'static str,
    /// What it proposed.
    pub proposals: Vec<Outcome>,
}

/// What became of a proposal.
#[derive(Debug, Clone, Serialize)]
pub struct Outcome {
    /// UUID.
    pub id: String,
    /// `Weekly plan`.
    pub what: String,
    /// `confirmed`.
    pub became: &'static str,
    /// `good`, `wait`, `stop` or empty.
    pub tone: &'static str,
    /// Why it was declined; empty for nothing.
    pub reason: String,
}

/// The values of `run.html`.
#[derive(Debug, Clone, Serialize)]
pub struct RunPage {
    /// In a few lines.
    pub run: RunRow,
    /// All that the person said.
    pub asked: String,
    /// Model steps.
    pub steps_count: String,
    /// Tokens in all.
    pub tokens: String,
    /// `1200 read, 40 written`.
    pub tokens_words: String,
    /// Working time.
    pub worked: String,
    /// When it ended; empty while it goes on.
    pub ended: String,
    /// In order.
    pub steps: Vec<StepLine>,
    /// Why it failed; empty for nothing.
    pub error: String,
    /// It came to its end.
    pub finished: bool,
    /// Where its answer can be read.
    pub back: String,
    /// The words of that.
    pub back_words: &'static str,
}

impl Page for RunPage {
    const TEMPLATE: &'static str = "run.html";
}

/// One step.
#[derive(Debug, Clone, Serialize)]
pub struct StepLine {
    /// From 1.
    pub number: String,
    /// `After 1.2 s it made 2 calls.`
    pub words: String,
    /// In order.
    pub calls: Vec<CallLine>,
}

/// One call of a tool.
#[derive(Debug, Clone, Serialize)]
pub struct CallLine {
    /// The tool.
    pub tool: String,
    /// What it does.
    pub words: String,
    /// What was wrong; empty for nothing.
    pub summary: String,
    /// How long; empty while it is open.
    pub took: String,
    /// `ok`, `failed`, `not executed`; empty where a proposal says more.
    pub state: &'static str,
    /// `good`, `wait`, `stop` or empty.
    pub tone: &'static str,
    /// What it became.
    pub proposals: Vec<Outcome>,
}
