//! Runs as a list, and one of them step by step.

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

#[cfg(test)]
fn row() -> RunRow {
    let outcome = |what: &str, became, tone, reason: &str| Outcome {
        id: "01930000-0000-7000-8000-000000000001".into(),
        what: what.into(),
        became,
        tone,
        reason: reason.into(),
    };
    RunRow {
        id: "01930000-0000-7000-8000-00000000000b".into(),
        asked: "Make me a plan for 4 days, upper and lower".into(),
        when: "Mon 23 Nov, 18:05".into(),
        who: "Coach · qwen3-4b".into(),
        cost: "3 steps · 2 480 tokens".into(),
        status: "Finished",
        tone: "good",
        proposals: vec![
            outcome("Weekly plan", "confirmed", "good", ""),
            outcome("Profile", "declined", "", "not <b>now</b>"),
        ],
    }
}

#[cfg(test)]
impl crate::web::pages::tests::Sample for RunsPage {
    fn sample() -> Self {
        Self { runs: vec![row(), RunRow { proposals: vec![], ..row() }], first: false, next: "abc".into() }
    }
}

#[cfg(test)]
impl crate::web::pages::tests::Sample for RunPage {
    fn sample() -> Self {
        let call = |tool: &str, words: &str, state, tone, summary: &str| CallLine {
            tool: tool.into(),
            words: words.into(),
            summary: summary.into(),
            took: "12 ms".into(),
            state,
            tone,
            proposals: vec![],
        };
        let save =
            CallLine { proposals: row().proposals, ..call("saveWeeklyPlan", "Proposed a plan", "", "", "") };
        Self {
            run: row(),
            asked: "Make me a plan for 4 days,\nupper and lower".into(),
            steps_count: "3".into(),
            tokens: "2 480".into(),
            tokens_words: "2 400 read, 80 written".into(),
            worked: "4.2 s".into(),
            ended: "Mon 23 Nov, 18:06".into(),
            steps: vec![
                StepLine {
                    number: "1".into(),
                    words: "After 1.2 s it made 2 calls.".into(),
                    calls: vec![
                        call("getProfile", "Looked at your profile", "ok", "good", ""),
                        call(
                            "draftWeeklyPlan",
                            "Drafted a plan",
                            "failed",
                            "stop",
                            "days_per_week: at most 6",
                        ),
                    ],
                },
                StepLine {
                    number: "2".into(),
                    words: "After 900 ms it made 1 call.".into(),
                    calls: vec![save],
                },
            ],
            error: "The model server said nothing for 30 s.".into(),
            finished: true,
            back: "/coach".into(),
            back_words: "Open the conversation",
        }
    }
}
