//! A person's runs: each turn of the coach and the copilot, with what it did and what it cost.

mod view;

use axum::extract::State;
use http::StatusCode;
use jiff::tz::TimeZone;

use super::error::Paged;
use super::visitor::Visitor;
use super::{page, words};
use crate::agents::driver::{RunLine, RunTrace, TracedCall, TracedProposal, TracedStep};
use crate::agents::roster::Agent;
use crate::agents::run::RunStatus;
use crate::agents::tools::ToolSpec;
use crate::domain::proposal::ProposalStatus;
use crate::service::pagination::Ask;
use crate::web::WebState;
use crate::web::extract::{Ids, Params};
use crate::wording::{outcomes, texts};
pub use view::{CallLine, Outcome, RunPage, RunRow, RunsPage, StepLine};

/// Runs of one page.
const MANY: i64 = 20;
/// Characters of what was said that a list shows.
const SHORT: usize = 90;

/// The query.
#[derive(Debug, Default, serde::Deserialize, schemars::JsonSchema)]
#[serde(default)]
pub struct Asked {
    /// Where the last page ended.
    cursor: Option<String>,
}

/// GET /coach/runs
pub async fn list(State(state): State<WebState>, visitor: Visitor, Params(asked): Params<Asked>) -> Paged {
    let ask = Ask::new(asked.cursor.as_deref(), Some(MANY))?;
    let found = state.agents()?.runs(visitor.id(), &ask).await?;
    let zone = visitor.zone();
    let page = RunsPage {
        runs: found.items.iter().map(|run| row(run, &zone)).collect(),
        first: asked.cursor.is_none(),
        next: found.next_cursor.unwrap_or_default(),
    };
    let mut shell = visitor.shell("coach", texts::say("coach-runs"));
    "/coach/runs".clone_into(&mut shell.path);
    Ok(page::answer(StatusCode::OK, &shell, &page))
}

/// GET /coach/runs/{id}
pub async fn show(State(state): State<WebState>, visitor: Visitor, Ids([id]): Ids<1>) -> Paged {
    let trace = state.agents()?.trace(visitor.id(), &id).await?;
    let mut shell = visitor.shell("coach", texts::say("coach-run"));
    shell.path = format!("/coach/runs/{id}");
    Ok(page::answer(StatusCode::OK, &shell, &detail(&trace, &visitor.zone())))
}

fn row(run: &RunLine, zone: &TimeZone) -> RunRow {
    let (status, tone) = status(run.status);
    RunRow {
        id: run.id.clone(),
        asked: shortened(&run.asked),
        when: words::moment(run.started_at, zone),
        who: format!("{} · {}", words::plain(run.agent.as_str()), words::answerer(&run.model)),
        cost: cost(run),
        status,
        tone,
        proposals: run.proposals.iter().map(outcome).collect(),
    }
}

fn detail(trace: &RunTrace, zone: &TimeZone) -> RunPage {
    let run = &trace.line;
    let (back, back_words) = match run.agent {
        Agent::Coach => {
            let conversation = format!("/coach?conversation={}", trace.conversation_id);
            (conversation, texts::say("coach-open-conversation"))
        }
        Agent::Copilot => ("/coach/runs".to_owned(), texts::say("coach-all-runs")),
    };
    RunPage {
        asked: run.asked.clone(),
        steps_count: run.steps.to_string(),
        tokens: words::volume(tokens(run), crate::domain::profile::Units::Kg),
        worked: took(i64::try_from(trace.worked_ms).unwrap_or(i64::MAX)),
        tokens_words: texts::with(
            "coach-run-tokens-parts",
            &[("read", run.usage.input_tokens.into()), ("written", run.usage.output_tokens.into())],
        ),
        ended: run.ended_at.map_or_else(String::new, |at| words::moment(at, zone)),
        steps: trace.steps.iter().map(step).collect(),
        error: trace.error.clone().unwrap_or_default(),
        finished: run.status == RunStatus::Finished,
        run: row(run, zone),
        back,
        back_words,
    }
}

fn step(step: &TracedStep) -> StepLine {
    let after = took(step.thought_ms).into();
    let calls = words::count(step.calls.len(), "count-calls").into();
    let words = match (step.said, step.calls.is_empty()) {
        (true, true) => texts::with("coach-step-answered", &[("time", after)]),
        (true, false) => texts::with("coach-step-spoke-and-called", &[("time", after), ("calls", calls)]),
        (false, _) => texts::with("coach-step-called", &[("time", after), ("calls", calls)]),
    };
    StepLine { number: step.step.to_string(), words, calls: step.calls.iter().map(call).collect() }
}

fn call(call: &TracedCall) -> CallLine {
    let known = ToolSpec::named(&call.tool);
    let (state, tone) = match (call.ok, call.proposals.is_empty()) {
        (Some(true), _) => (texts::say("coach-call-ok"), "good"),
        (Some(false), true) => (texts::say("coach-call-failed"), "stop"),
        (None, true) => (texts::say("coach-call-open"), "wait"),
        (_, false) => ("", ""),
    };
    let took = call.millis.map(took).unwrap_or_default();
    CallLine {
        // What a model calls a tool may be anything.
        tool: known.map_or_else(|| shortened(&call.tool), |tool| tool.name.to_owned()),
        words: known.map_or_else(|| texts::say("coach-call-no-tool").to_owned(), |tool| tool.say("done")),
        summary: if call.ok == Some(false) && call.proposals.is_empty() {
            call.summary.clone()
        } else {
            String::new()
        },
        took: if call.proposals.is_empty() || took.is_empty() {
            took
        } else {
            texts::with("coach-call-decided", &[("time", took.into())])
        },
        state,
        tone,
        proposals: call.proposals.iter().map(outcome).collect(),
    }
}

fn outcome(proposal: &TracedProposal) -> Outcome {
    let known = ToolSpec::named(&proposal.tool);
    let what =
        known.map_or_else(|| texts::say("coach-outcome-change").to_owned(), |tool| tool.say("outcome"));
    let tone = match proposal.status {
        ProposalStatus::Proposed => "wait",
        ProposalStatus::Executed => "good",
        ProposalStatus::Failed => "stop",
        ProposalStatus::Declined | ProposalStatus::Expired | ProposalStatus::Superseded => "",
    };
    Outcome {
        id: proposal.id.clone(),
        what,
        became: outcomes::became(proposal.status),
        tone,
        reason: proposal.reason.clone().unwrap_or_default(),
    }
}

fn status(status: RunStatus) -> (&'static str, &'static str) {
    match status {
        RunStatus::Running => (texts::say("coach-run-at-work"), "wait"),
        RunStatus::Paused => (texts::say("coach-run-waits"), "wait"),
        RunStatus::Finished => (texts::say("coach-run-finished"), "good"),
        RunStatus::Error => (texts::say("coach-run-failed"), "stop"),
        RunStatus::Cancelled => (texts::say("coach-run-stopped"), ""),
    }
}

fn tokens(run: &RunLine) -> f64 {
    let all = run.usage.input_tokens.saturating_add(run.usage.output_tokens);
    f64::from(u32::try_from(all).unwrap_or(u32::MAX))
}

/// `3 steps · 1 240 tokens`; a coach of plain rules has none.
fn cost(run: &RunLine) -> String {
    let steps = words::count(usize::try_from(run.steps).unwrap_or(0), "count-steps");
    match tokens(run) {
        none if none < 1.0 => steps,
        some => {
            let n = words::volume(some, crate::domain::profile::Units::Kg);
            format!("{steps} · {}", texts::with("coach-run-token-count", &[("n", n.into())]))
        }
    }
}

/// `340 ms`, `2.3 s`, `3:05`.
fn took(millis: i64) -> String {
    match millis.max(0) {
        short if short < 1_000 => format!("{short} ms"),
        some if some < 60_000 => format!("{} s", words::number(seconds(some), 1)),
        long => format!("{} min", words::clock(long / 1000)),
    }
}

/// Whole tenths, so that nothing is rounded up.
fn seconds(millis: i64) -> f64 {
    f64::from(u32::try_from(millis / 100).unwrap_or(u32::MAX)) / 10.0
}

fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(SHORT) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default().trim_end()),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_and_texts_read_short() {
        assert_eq!(
            (took(340), took(2_345), took(185_000)),
            ("340 ms".into(), "2.3 s".into(), "3:05 min".into())
        );
        assert_eq!(took(-5), "0 ms");
        assert_eq!(shortened(" make me\n a plan "), "make me a plan");
        let long = shortened(&"wörter ".repeat(40));
        assert!(long.ends_with('…') && long.chars().count() <= SHORT + 1);
    }
}
