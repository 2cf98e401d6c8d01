//! What the tests fill `runs.html`, `run.html` with: every part of it is there to see.

use super::{CallLine, Outcome, RunPage, RunRow, RunsPage, StepLine};
use crate::web::pages::tests::Sample;

impl Sample for RunsPage {
    fn sample() -> Self {
        Self { runs: vec![row(), RunRow { proposals: vec![], ..row() }], first: false, next: "abc".into() }
    }
}

impl Sample for RunPage {
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
