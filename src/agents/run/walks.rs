//! The run machine alone, with the plainest gate there can be in place of the real one, so that very
//! many cases can be tried: a driver that may crash between any two of its steps, decisions that come
//! at any moment and in any order, also after the end.

use std::collections::BTreeMap;

use crate::agents::model::{Call, Message, StepEnd};
use crate::agents::run::event::{RunEvent, is_last};
use crate::agents::run::history::is_valid;
use crate::agents::run::{Acted, Decision, Effect, Input, Next, Run, RunLimits, RunStatus};
use crate::domain::proposal::{Proposal, ProposalStatus};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use proptest_state_machine::{ReferenceStateMachine, StateMachineTest};
use serde_json::json;

use crate::figures::figure;

const LIMITS: RunLimits = RunLimits { steps: 5, failures: 3, tokens: 10_000 };

/// One thing that happens to a run.
#[derive(Debug, Clone)]
pub enum Event {
    /// The driver does what comes next; a model answers with these calls.
    Work(Vec<Kind>),
    /// The driver does it, and dies before it is stored.
    Lost(Vec<Kind>),
    /// The driver is started anew from what is stored.
    Restart,
    Confirm(usize),
    Decline(usize),
    /// The clock passes the expiry of everything open.
    Expire,
    /// What proposals are based on is changed by hand.
    ChangeByHand,
    Message,
    Cancel,
    Flag,
}

/// A call of the model's.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    Read,
    Wrong,
    /// A gated call with one of a few arguments.
    Gated(u8),
}

/// The generator: any event at any time.
pub struct AnyEvent;

fn kinds() -> impl Strategy<Value = Vec<Kind>> {
    let kind = prop_oneof![
        2 => Just(Kind::Read),
        1 => Just(Kind::Wrong),
        5 => (0..3_u8).prop_map(Kind::Gated),
    ];
    proptest::collection::vec(kind, 0..4)
}

impl ReferenceStateMachine for AnyEvent {
    type State = ();
    type Transition = Event;

    fn init_state() -> BoxedStrategy<()> {
        Just(()).boxed()
    }

    fn transitions((): &()) -> BoxedStrategy<Event> {
        prop_oneof![
            40 => kinds().prop_map(Event::Work),
            6 => kinds().prop_map(Event::Lost),
            6 => Just(Event::Restart),
            20 => (0..6_usize).prop_map(Event::Confirm),
            10 => (0..6_usize).prop_map(Event::Decline),
            2 => Just(Event::Expire),
            4 => Just(Event::ChangeByHand),
            3 => Just(Event::Message),
            1 => Just(Event::Cancel),
            1 => Just(Event::Flag),
        ]
        .boxed()
    }

    fn apply((): (), _: &Event) {}
}

/// A proposal in the plain gate.
#[derive(Debug)]
struct Entry {
    status: ProposalStatus,
    base: u32,
    writes: u32,
}

/// A run, what it left behind, and the plain gate.
#[derive(Debug)]
pub struct Alone {
    run: Run,
    history: Vec<Message>,
    told: Vec<RunEvent>,
    gate: BTreeMap<String, Entry>,
    order: Vec<String>,
    base: u32,
    confirms: u32,
    runs: u32,
    steps: u64,
}

fn proposal(id: &str, args: &str) -> Box<Proposal> {
    let args = serde_json::from_str(args).unwrap();
    Box::new(Proposal { args, ..*super::tests::proposal(id) })
}

impl Alone {
    fn new() -> Self {
        let mut alone = Self {
            run: Run::new("run0"),
            history: Vec::new(),
            told: Vec::new(),
            gate: BTreeMap::new(),
            order: Vec::new(),
            base: 1,
            confirms: 0,
            runs: 0,
            steps: 0,
        };
        alone.begin();
        alone
    }

    fn begin(&mut self) {
        self.runs += 1;
        self.history.push(Message::User { text: "hi".to_owned() });
        self.told.clear();
        self.run = Run::new(format!("run{}", self.runs));
    }

    /// Applies and stores, as one transaction.
    fn put(&mut self, input: Input) {
        let over = self.run.status().is_final();
        for effect in self.run.apply(input, &LIMITS) {
            assert!(!over, "a run that is over does nothing: {effect:?}");
            match effect {
                Effect::Remember(messages) => self.history.extend(messages),
                Effect::Tell(event) => self.told.push(event),
                Effect::Close(ids) => ids.iter().for_each(|id| self.end(id, ProposalStatus::Superseded)),
            }
        }
    }

    /// Ends a proposal that is open.
    fn end(&mut self, id: &str, status: ProposalStatus) {
        let entry = self.gate.get_mut(id).expect("a proposal that was made");
        if entry.status == ProposalStatus::Proposed {
            entry.status = status;
        }
    }

    /// What the driver does next; `lost` when it dies before that is stored.
    fn work(&mut self, kinds: &[Kind], lost: bool) {
        let run = self.run.clone();
        let input = match run.next() {
            Next::End => return,
            Next::Wait => return self.take_decisions(&run, lost),
            Next::Think => replied(&run, kinds),
            Next::Act(ordinal) => {
                let Some(input) = self.act(&run, ordinal, lost) else { return };
                input
            }
        };
        if lost {
            let mut dying = run;
            dying.apply(input, &LIMITS);
        } else {
            self.put(input);
        }
    }

    fn act(&mut self, run: &Run, ordinal: usize, lost: bool) -> Option<Input> {
        let call = &run.slots[ordinal].call;
        let result = |ok: bool| Acted::Result {
            content: format!("{} of {}", ok, call.id),
            summary: String::new(),
            ok,
        };
        let outcome = match call.name.as_str() {
            "getProfile" => result(true),
            "nonsense" => result(false),
            _ if run.declined_before(&call.name, &call.arguments).is_some() => result(false),
            _ => {
                let id = format!("{}.{}.{ordinal}", run.id, run.step);
                assert!(!self.gate.contains_key(&id), "a call becomes a proposal once");
                if lost {
                    return None;
                }
                let entry = Entry { status: ProposalStatus::Proposed, base: self.base, writes: 0 };
                self.gate.insert(id.clone(), entry);
                self.order.push(id.clone());
                Acted::Proposed(proposal(&id, &call.arguments))
            }
        };
        Some(Input::Acted { step: run.step, ordinal, outcome })
    }

    fn take_decisions(&mut self, run: &Run, lost: bool) {
        for id in run.pending() {
            let status = self.gate[&id].status;
            if status == ProposalStatus::Proposed || lost {
                continue;
            }
            let decision = Decision { proposal_id: id, status, reason: None, result: Some(json!({"n": 1})) };
            self.put(Input::Decided(decision));
        }
    }

    fn confirm(&mut self, number: usize) {
        let Some(id) = self.pick(number) else { return };
        let entry = self.gate.get_mut(&id).expect("it was picked");
        if entry.status != ProposalStatus::Proposed {
            return;
        }
        if entry.base == self.base {
            entry.status = ProposalStatus::Executed;
            entry.writes += 1;
            (self.base, self.confirms) = (self.base + 1, self.confirms + 1);
        } else {
            entry.status = ProposalStatus::Failed;
        }
    }

    fn pick(&self, number: usize) -> Option<String> {
        let last = self.order.len().checked_sub(1)?;
        self.order.get(last - number.min(last)).cloned()
    }

    fn message(&mut self) {
        let run = self.run.clone();
        match run.next() {
            Next::End => {}
            Next::Wait => {
                self.take_decisions(&run, false);
                if self.run.status() == RunStatus::Running {
                    return;
                }
                self.put(Input::Overtaken);
            }
            _ => return,
        }
        self.begin();
    }

    fn happen(&mut self, event: Event) {
        self.steps += 1;
        match event {
            Event::Work(kinds) => self.work(&kinds, false),
            Event::Lost(kinds) => self.work(&kinds, true),
            Event::Restart => {
                let stored = serde_json::to_string(&self.run).unwrap();
                let read: Run = serde_json::from_str(&stored).unwrap();
                assert_eq!(std::mem::replace(&mut self.run, read.clone()), read);
            }
            Event::Confirm(number) => self.confirm(number),
            Event::Decline(number) => {
                if let Some(id) = self.pick(number) {
                    self.end(&id, ProposalStatus::Declined);
                }
            }
            Event::Expire => {
                for id in self.order.clone() {
                    self.end(&id, ProposalStatus::Expired);
                }
            }
            Event::ChangeByHand => self.base += 1,
            Event::Message => self.message(),
            Event::Cancel => self.put(Input::Cancelled),
            Event::Flag => {
                for id in self.order.clone() {
                    self.end(&id, ProposalStatus::Declined);
                }
                self.put(Input::Flagged { text: "Stop.".to_owned() });
            }
        }
        self.check();
    }

    fn check(&self) {
        let run = self.run.clone();
        assert!(is_valid(&self.history), "an invalid history: {:#?}", self.history);
        let writes: u32 = self.gate.values().map(|entry| entry.writes).sum();
        assert!(writes == self.confirms && self.gate.values().all(|entry| entry.writes <= 1));
        let last = self.told.iter().filter(|event| is_last(&event.parts().0)).count();
        assert_eq!(last, usize::from(run.status().is_final()), "one last event, at the end");
        if run.status() == RunStatus::Paused {
            assert!(!run.pending().is_empty(), "it waits for something");
        } else if run.status().is_final() {
            assert!(run.slots.is_empty(), "nothing is left over");
            let mine = self.gate.iter().filter(|(id, _)| id.starts_with(&format!("{}.", run.id)));
            for (id, entry) in mine {
                assert_ne!(entry.status, ProposalStatus::Proposed, "{id} could still be confirmed");
            }
        }
    }

    /// With everything decided and a model that only speaks, every run ends.
    fn quiesce(&mut self) {
        for _ in 0..100 {
            let run = self.run.clone();
            if run.status().is_final() {
                break;
            }
            if let (Next::Wait, Some(id)) = (run.next(), run.pending().first()) {
                self.end(id, ProposalStatus::Declined);
            }
            self.work(&[], false);
            self.check();
        }
        assert!(self.run.status().is_final(), "stuck: {:#?}", self.run);
        let results = self.history.iter().filter(|message| matches!(message, Message::Tool { .. })).count();
        let calls = self.history.iter().map(|message| match message {
            Message::Assistant { calls, .. } => calls.len(),
            _ => 0,
        });
        assert_eq!(results, calls.sum::<usize>(), "each call is answered exactly once");
    }
}

fn replied(run: &Run, kinds: &[Kind]) -> Input {
    let calls = kinds.iter().map(|kind| {
        let (name, arguments) = match kind {
            Kind::Read => ("getProfile", "{}".to_owned()),
            Kind::Wrong => ("nonsense", "{}".to_owned()),
            Kind::Gated(n) => ("logSet", format!("{{\"n\":{n}}}")),
        };
        // The provider counts its calls anew in every step.
        Call { id: "call_0".to_owned(), name: name.to_owned(), arguments }
    });
    let end = StepEnd { calls: calls.collect(), ..StepEnd::default() };
    Input::Replied { step: run.step, text: "Well.".to_owned(), end }
}

impl StateMachineTest for Alone {
    type SystemUnderTest = Self;
    type Reference = AnyEvent;

    fn init_test((): &()) -> Self {
        Self::new()
    }

    fn apply(mut alone: Self, (): &(), event: Event) -> Self {
        alone.happen(event);
        alone
    }

    fn teardown(mut alone: Self, (): ()) {
        alone.quiesce();
        SUMS.with_borrow_mut(|sums| {
            sums[0] += 1;
            sums[1] += alone.steps;
            sums[2] += u64::from(alone.runs);
            sums[3] += alone.order.len() as u64;
            sums[4] += u64::from(alone.confirms);
        });
    }
}

thread_local! {
    static SUMS: std::cell::RefCell<[u64; 5]> = const { std::cell::RefCell::new([0; 5]) };
}

#[test]
fn the_run_machine_holds_in_ten_thousand_cases() {
    let config = Config { cases: 10_000, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new(config.clone());
    let outcome = runner.run(&AnyEvent::sequential_strategy(4..30), |(state, events, seen)| {
        Alone::test_sequential(config.clone(), state, events, seen);
        Ok(())
    });
    if let Err(broken) = outcome {
        panic!("{broken}");
    }
    let [cases, steps, runs, proposals, confirms] = SUMS.take();
    figure(&format!(
        "run machine with a plain gate: {cases} cases, {steps} steps, {runs} runs, {proposals} proposals, \
         {confirms} confirms, as many writes"
    ));
    assert!(cases == 10_000 && confirms > 1000, "the cases try too little");
}
