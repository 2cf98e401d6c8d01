//! What a person may see of their own runs: when, who, how long, which tools, what was proposed and
//! what became of it. Read from what was stored while they ran; no prompt and no tool's result.

use std::collections::HashMap;

use jiff::Timestamp;

use super::Agents;
use super::persist::{Loaded, loaded};
use crate::agents::model::{MOST_CALLS, Message, Usage};
use crate::agents::roster::Agent;
use crate::agents::run::event::RunEvent;
use crate::agents::run::{Run, RunStatus};
use crate::domain::proposal::ProposalStatus;
use crate::reason;
use crate::service::pagination::{Ask, Page};
use crate::service::{Error, Result};
use crate::storage::outcomes::{self, ProposalOutcome};
use crate::storage::run_events::{self, TimedEvent};
use crate::storage::runs::{self, ListedRun};

/// A run as listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunLine {
    /// UUID.
    pub id: String,
    /// Who answered.
    pub agent: Agent,
    /// Where it stands.
    pub status: RunStatus,
    /// The model's name.
    pub model: String,
    /// When it began.
    pub started_at: Timestamp,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// Model steps.
    pub steps: i64,
    /// Tokens.
    pub usage: Usage,
    /// What the person said.
    pub asked: String,
    /// What it proposed.
    pub proposals: Vec<TracedProposal>,
}

/// A run step by step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunTrace {
    /// As listed.
    pub line: RunLine,
    /// Its conversation.
    pub conversation_id: String,
    /// The session of a copilot run.
    pub session_id: Option<String>,
    /// Working time, milliseconds; waiting for a person does not count.
    pub worked_ms: u64,
    /// In order.
    pub steps: Vec<TracedStep>,
    /// Why it failed.
    pub error: Option<String>,
}

/// One step: the model was asked, and what it called was handled.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TracedStep {
    /// From 1.
    pub step: u32,
    /// How long the model took, milliseconds.
    pub thought_ms: i64,
    /// It said something.
    pub said: bool,
    /// In order.
    pub calls: Vec<TracedCall>,
}

/// One call of a tool.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TracedCall {
    /// Our id.
    pub call_id: String,
    /// The tool, as the model called it.
    pub tool: String,
    /// Whether it was good; None while it is open, or when it was not executed.
    pub ok: Option<bool>,
    /// From the call to its result, milliseconds; for a proposal that is until it was decided.
    pub millis: Option<i64>,
    /// What came of it, in a few words.
    pub summary: String,
    /// The proposals that it became: more than one when a person edited it.
    pub proposals: Vec<TracedProposal>,
}

/// What became of a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TracedProposal {
    /// UUID.
    pub id: String,
    /// The gated tool.
    pub tool: String,
    /// As it stands now.
    pub status: ProposalStatus,
    /// Why it was declined.
    pub reason: Option<String>,
}

impl Agents {
    /// A person's runs, newest first.
    pub async fn runs(&self, user_id: &str, ask: &Ask) -> Result<Page<RunLine>> {
        let mut conn = self.0.core.read().await?;
        let before = place(&ask.after)?;
        let rows = runs::page(&mut conn, user_id, (before.0, &before.1), ask.limit + 1).await?;
        let page = Page::keyed(rows, ask, |row| format!("{}.{}", row.started_at, row.id));
        let now = self.0.core.clock.now();
        let mut made: HashMap<String, Vec<TracedProposal>> = HashMap::new();
        if let (Some(newest), Some(oldest)) = (page.items.first(), page.items.last()) {
            let place = |run: &ListedRun| (run.started_at, run.id.clone());
            let between = (place(oldest), place(newest));
            for one in outcomes::between(&mut conn, user_id, &between.0, &between.1).await? {
                made.entry(one.run_id.clone()).or_default().push(traced(&one, now));
            }
        }
        let told = |row: ListedRun| {
            let made = made.remove(&row.id).unwrap_or_default();
            line(row, made)
        };
        let items = page.items.into_iter().map(told).collect();
        Ok(Page { items, next_cursor: page.next_cursor })
    }

    /// A person's run step by step.
    pub async fn trace(&self, user_id: &str, id: &str) -> Result<RunTrace> {
        let mut conn = self.0.core.read().await?;
        let row = runs::get(&mut conn, user_id, id).await?.ok_or(Error::NotFound)?;
        let listed = runs::listed(&mut conn, user_id, id).await?.ok_or(Error::NotFound)?;
        let events = run_events::happened(&mut conn, id).await?;
        let made = outcomes::of_run(&mut conn, id).await?;
        let now = self.0.core.clock.now();
        let all = made.iter().map(|made| traced(made, now)).collect();
        let Loaded { row, run } = loaded(row)?;
        let worked_ms = run.worked_ms;
        let mut telling = Telling::new(run, row.started_at);
        for event in &events {
            telling.take(event);
        }
        for made in &made {
            telling.propose(made, now);
        }
        Ok(RunTrace {
            line: line(listed, all),
            conversation_id: row.conversation_id,
            session_id: row.session_id,
            worked_ms,
            steps: telling.steps,
            error: telling.error,
        })
    }
}

/// The start and id that a page begins after.
fn place(after: &str) -> Result<(i64, String)> {
    if after.is_empty() {
        return Ok((i64::MAX, String::new()));
    }
    let parts = after.split_once('.').and_then(|(at, id)| Some((at.parse().ok()?, id.to_owned())));
    parts.ok_or_else(|| Error::field("?cursor", "invalid", reason!("input_cursor")))
}

fn line(row: ListedRun, proposals: Vec<TracedProposal>) -> RunLine {
    let moment = |millis| Timestamp::from_millisecond(millis).unwrap_or(Timestamp::UNIX_EPOCH);
    let tokens = |count: i64| u64::try_from(count).unwrap_or(0);
    let said = row.asked.as_deref().and_then(|body| serde_json::from_str(body).ok());
    RunLine {
        agent: Agent::parse(&row.agent).unwrap_or(Agent::Coach),
        status: RunStatus::parse(&row.status).unwrap_or(RunStatus::Error),
        started_at: moment(row.started_at),
        ended_at: row.ended_at.map(moment),
        usage: Usage { input_tokens: tokens(row.input_tokens), output_tokens: tokens(row.output_tokens) },
        asked: if let Some(Message::User { text }) = said { text } else { String::new() },
        id: row.id,
        model: row.model,
        steps: row.steps,
        proposals,
    }
}

fn traced(made: &ProposalOutcome, now: Timestamp) -> TracedProposal {
    let stored = ProposalStatus::parse(&made.status).unwrap_or(ProposalStatus::Superseded);
    let over = stored == ProposalStatus::Proposed && made.expires_at <= now.as_millisecond();
    TracedProposal {
        id: made.id.clone(),
        tool: made.tool.clone(),
        status: if over { ProposalStatus::Expired } else { stored },
        reason: made.reason.clone(),
    }
}

/// The events of a run, told as steps.
struct Telling {
    /// The step of each call that the run may have made: a call's id says it only to who tries them all.
    step_of: HashMap<String, u32>,
    /// When the event before happened.
    before: i64,
    /// When each call was begun.
    called: HashMap<String, i64>,
    steps: Vec<TracedStep>,
    error: Option<String>,
}

impl Telling {
    fn new(mut run: Run, began: i64) -> Self {
        let mut step_of = HashMap::new();
        for step in (1..=run.step).rev() {
            run.step = step;
            step_of.extend((0..MOST_CALLS).map(|ordinal| (run.call_id(ordinal), step)));
        }
        Self { step_of, before: began, called: HashMap::new(), steps: Vec::new(), error: None }
    }

    fn take(&mut self, stored: &TimedEvent) {
        let Ok(event) = RunEvent::read(&stored.event, &stored.data) else { return };
        let at = stored.created_at;
        match event {
            RunEvent::TextDone { message_id } => {
                let step = message_id.rsplit('.').next().and_then(|step| step.parse().ok()).unwrap_or(1);
                self.step(step, at, |step| step.said = true);
            }
            RunEvent::ToolStarted { call_id, tool } => {
                let latest = self.steps.last().map_or(1, |last| last.step);
                let step = self.step_of.get(&call_id).copied().unwrap_or(latest);
                self.called.insert(call_id.clone(), at);
                let call = TracedCall { call_id, tool, ..TracedCall::default() };
                self.step(step, at, |step| step.calls.push(call));
            }
            RunEvent::ToolResult { call_id, ok, summary, .. } => {
                let millis = self.called.get(&call_id).map(|began| at.saturating_sub(*began));
                if let Some(call) = self.call(&call_id) {
                    (call.ok, call.millis, call.summary) = (Some(ok), millis, summary);
                }
            }
            RunEvent::Failed { message, .. } => self.error = Some(message),
            _ => {}
        }
        self.before = at;
    }

    /// Adds to the step of this number, begun when the event before was over.
    fn step(&mut self, step: u32, at: i64, add: impl FnOnce(&mut TracedStep)) {
        if self.steps.last().is_none_or(|last| last.step < step) {
            let thought_ms = at.saturating_sub(self.before);
            self.steps.push(TracedStep { step, thought_ms, ..TracedStep::default() });
        }
        if let Some(last) = self.steps.last_mut() {
            add(last);
        }
    }

    fn call(&mut self, call_id: &str) -> Option<&mut TracedCall> {
        self.steps.iter_mut().flat_map(|step| &mut step.calls).find(|call| call.call_id == call_id)
    }

    fn propose(&mut self, made: &ProposalOutcome, now: Timestamp) {
        let call = made.call_id.as_deref().and_then(|call_id| self.call(call_id));
        if let Some(call) = call {
            call.proposals.push(traced(made, now));
        }
    }
}
