//! The transitions. An input that does not fit the phase (a late answer, a second decision) changes
//! nothing and has no effects.

use super::event::RunEvent;
use super::outcome::{not_executed, result_of};
use super::{Acted, Decision, Declined, Effect, Input, Phase, Run, RunLimits, Slot, SlotState};
use crate::agents::model::{Call, Message, StepEnd};
use crate::domain::proposal::{Proposal, ProposalStatus};
use crate::wording::texts;

impl Run {
    /// Takes one input; gives what is to be stored and told.
    pub fn apply(&mut self, input: Input, limits: &RunLimits) -> Vec<Effect> {
        let mut effects = Vec::new();
        match input {
            Input::Replied { step, text, end } if self.phase == Phase::Thinking && self.step == step => {
                self.replied(text, end, limits, &mut effects);
            }
            Input::Acted { step, ordinal, outcome } if self.phase == Phase::Acting && self.step == step => {
                self.acted(ordinal, outcome, limits, &mut effects);
            }
            Input::Decided(decision) => self.decided(&decision, limits, &mut effects),
            Input::Failed { code, message, retryable } if !self.is_over() => {
                self.fail(&code, &message, retryable, &mut effects);
            }
            Input::Cancelled if !self.is_over() => {
                self.close("the person cancelled", &mut effects);
                self.phase = Phase::Cancelled;
                effects.push(Effect::Tell(RunEvent::Cancelled {}));
            }
            Input::Overtaken if self.phase == Phase::Waiting => {
                self.close("the person wrote something else", &mut effects);
                self.finish(&mut effects);
            }
            Input::Flagged { text } if !self.is_over() => self.flag(text, &mut effects),
            _ => {}
        }
        effects
    }

    const fn is_over(&self) -> bool {
        self.status().is_final()
    }

    fn replied(&mut self, text: String, end: StepEnd, limits: &RunLimits, effects: &mut Vec<Effect>) {
        self.usage.input_tokens = self.usage.input_tokens.saturating_add(end.usage.input_tokens);
        self.usage.output_tokens = self.usage.output_tokens.saturating_add(end.usage.output_tokens);
        if !text.is_empty() {
            effects.push(Effect::Tell(RunEvent::TextDone { message_id: self.message_id() }));
        }
        if end.calls.is_empty() {
            self.answered(text, end, effects);
        } else if self.usage.input_tokens.saturating_add(self.usage.output_tokens) > limits.tokens {
            self.fail("token_limit", texts::say("agents-failed-tokens"), false, effects);
        } else {
            (self.text, self.extra) = (text, end.extra);
            let calls = end.calls.into_iter().enumerate();
            self.slots = calls
                .map(|(at, call)| Slot {
                    call: Call { id: self.call_id(at), ..call },
                    state: SlotState::Todo,
                })
                .collect();
            self.phase = Phase::Acting;
            self.tell_next_call(effects);
        }
    }

    /// A reply without calls is the end of the turn; one without anything is no answer.
    fn answered(&mut self, text: String, end: StepEnd, effects: &mut Vec<Effect>) {
        if text.trim().is_empty() && self.step == 1 {
            return self.fail("model_empty", texts::say("agents-failed-empty"), true, effects);
        }
        if !text.trim().is_empty() {
            effects.push(Effect::Remember(vec![Message::Assistant {
                text,
                calls: Vec::new(),
                extra: end.extra,
            }]));
        }
        self.finish(effects);
    }

    fn acted(&mut self, ordinal: usize, outcome: Acted, limits: &RunLimits, effects: &mut Vec<Effect>) {
        let Some(slot) = self.slots.get_mut(ordinal).filter(|slot| slot.state == SlotState::Todo) else {
            return;
        };
        match outcome {
            Acted::Result { content, summary, ok } => {
                let (call_id, tool) = (slot.call.id.clone(), slot.call.name.clone());
                slot.state = SlotState::Done { content };
                self.failures = if ok { 0 } else { self.failures + 1 };
                effects.push(Effect::Tell(RunEvent::ToolResult { call_id, tool, ok, summary }));
            }
            Acted::Proposed(proposal) => {
                slot.state = waiting(&proposal);
                self.failures = 0;
                effects.push(Effect::Tell(RunEvent::ProposalCreated { proposal }));
            }
        }
        if self.failures >= limits.failures {
            return self.fail("invalid_calls", texts::say("agents-failed-calls"), true, effects);
        }
        self.go_on(limits, effects);
    }

    /// After a call was handled or decided: the next call, a pause, or the next step.
    fn go_on(&mut self, limits: &RunLimits, effects: &mut Vec<Effect>) {
        if self.slots.iter().any(|slot| slot.state == SlotState::Todo) {
            return self.tell_next_call(effects);
        }
        let pending = self.pending();
        if !pending.is_empty() {
            if self.phase == Phase::Acting {
                self.phase = Phase::Waiting;
                effects.push(Effect::Tell(RunEvent::Paused { pending }));
            }
            return;
        }
        self.remember(effects);
        if self.step >= limits.steps {
            return self.fail("step_limit", texts::say("agents-failed-steps"), true, effects);
        }
        self.step += 1;
        self.phase = Phase::Thinking;
    }

    fn tell_next_call(&self, effects: &mut Vec<Effect>) {
        let next = self.slots.iter().find(|slot| slot.state == SlotState::Todo);
        effects.extend(next.map(|slot| {
            let (call_id, tool) = (slot.call.id.clone(), slot.call.name.clone());
            Effect::Tell(RunEvent::ToolStarted { call_id, tool })
        }));
    }

    fn decided(&mut self, decision: &Decision, limits: &RunLimits, effects: &mut Vec<Effect>) {
        if decision.status == ProposalStatus::Proposed {
            return;
        }
        let decided = self.slots.iter_mut().find_map(|slot| match &slot.state {
            SlotState::Waiting { proposal_id, args } if *proposal_id == decision.proposal_id => {
                let args = args.clone();
                Some((slot, args))
            }
            _ => None,
        });
        let Some((slot, args)) = decided else { return };
        let (call_id, tool) = (slot.call.id.clone(), slot.call.name.clone());
        slot.state = SlotState::Done { content: result_of(decision) };
        if decision.status == ProposalStatus::Declined {
            self.declined.push(Declined { tool: tool.clone(), args, reason: decision.reason.clone() });
        }
        let ok = decision.status == ProposalStatus::Executed;
        let summary = decision.status.as_str().to_owned();
        effects.push(Effect::Tell(RunEvent::ToolResult { call_id, tool, ok, summary }));
        if self.phase == Phase::Waiting {
            self.go_on(limits, effects);
        }
    }

    /// The assistant's message and the result of each of its calls leave together.
    fn remember(&mut self, effects: &mut Vec<Effect>) {
        let slots = std::mem::take(&mut self.slots);
        let calls = slots.iter().map(|slot| slot.call.clone()).collect();
        let (text, extra) = (std::mem::take(&mut self.text), std::mem::take(&mut self.extra));
        let mut messages = vec![Message::Assistant { text, calls, extra }];
        messages.extend(slots.into_iter().map(|slot| {
            let content = match slot.state {
                SlotState::Done { content } => content,
                SlotState::Todo | SlotState::Waiting { .. } => not_executed("the turn ended"),
            };
            Message::Tool { call_id: slot.call.id, content }
        }));
        effects.push(Effect::Remember(messages));
    }

    /// Gives every open call a result, closes its proposal, and remembers the step.
    fn close(&mut self, why: &str, effects: &mut Vec<Effect>) {
        let pending = self.pending();
        if !pending.is_empty() {
            effects.push(Effect::Close(pending));
        }
        if self.slots.is_empty() {
            return;
        }
        for slot in &mut self.slots {
            if !matches!(slot.state, SlotState::Done { .. }) {
                slot.state = SlotState::Done { content: not_executed(why) };
            }
        }
        self.remember(effects);
    }

    fn finish(&mut self, effects: &mut Vec<Effect>) {
        self.phase = Phase::Finished;
        effects.push(Effect::Tell(RunEvent::Finished { usage: self.usage }));
    }

    fn fail(&mut self, code: &str, message: &str, retryable: bool, effects: &mut Vec<Effect>) {
        self.close("the turn ended with an error", effects);
        self.phase = Phase::Failed;
        let (code, message) = (code.to_owned(), message.to_owned());
        effects.push(Effect::Tell(RunEvent::Failed { code, message, retryable }));
    }

    /// A red flag ends the run with the fixed text, as a message of its own.
    fn flag(&mut self, text: String, effects: &mut Vec<Effect>) {
        self.close("coaching is stopped", effects);
        if self.phase == Phase::Thinking {
            effects.push(Effect::Tell(RunEvent::StepReset { message_id: self.message_id() }));
        }
        self.step += 1;
        let message_id = self.message_id();
        effects.push(Effect::Tell(RunEvent::Delta { message_id: message_id.clone(), delta: text.clone() }));
        effects.push(Effect::Tell(RunEvent::TextDone { message_id }));
        let extra = serde_json::Map::new();
        effects.push(Effect::Remember(vec![Message::Assistant { text, calls: Vec::new(), extra }]));
        self.finish(effects);
    }
}

fn waiting(proposal: &Proposal) -> SlotState {
    SlotState::Waiting { proposal_id: proposal.id.clone(), args: proposal.args.to_string() }
}
