//! The run machine, by cases and by random walks.

use proptest::prelude::*;
use serde_json::json;

use super::event::is_last;
use super::history::{alternating, is_valid, trimmed};
use super::*;
use jiff::Timestamp;

const LIMITS: RunLimits = RunLimits { steps: 4, failures: 3, tokens: 1000 };

fn call(name: &str) -> Call {
    Call { id: String::new(), name: name.to_owned(), arguments: "{}".to_owned() }
}

fn replied(run: &Run, text: &str, calls: &[&str]) -> Input {
    let end = StepEnd { calls: calls.iter().map(|name| call(name)).collect(), ..StepEnd::default() };
    Input::Replied { step: run.step, text: text.to_owned(), end }
}

fn result(run: &Run, ordinal: usize, ok: bool) -> Input {
    let outcome = Acted::Result { content: format!("r{ordinal}"), summary: String::new(), ok };
    Input::Acted { step: run.step, ordinal, outcome }
}

pub(super) fn proposal(id: &str) -> Box<Proposal> {
    Box::new(Proposal {
        id: id.to_owned(),
        run_id: None,
        conversation_id: None,
        session_id: None,
        tool: "logSet".to_owned(),
        args: json!({"n": 1}),
        preview: json!({}),
        digest: String::new(),
        status: ProposalStatus::Proposed,
        expires_at: Timestamp::UNIX_EPOCH,
        resource: String::new(),
        base_version: String::new(),
        reason: None,
        result: None,
        created_at: Timestamp::UNIX_EPOCH,
    })
}

fn proposed(run: &Run, ordinal: usize, id: &str) -> Input {
    Input::Acted { step: run.step, ordinal, outcome: Acted::Proposed(proposal(id)) }
}

fn decided(id: &str, status: ProposalStatus) -> Input {
    Input::Decided(Decision { proposal_id: id.to_owned(), status, reason: Some("no".into()), result: None })
}

/// A run with everything it remembered and told.
struct Played {
    run: Run,
    history: Vec<Message>,
    told: Vec<RunEvent>,
    closed: Vec<String>,
}

impl Played {
    fn new() -> Self {
        let user = Message::User { text: "hi".to_owned() };
        Self { run: Run::new("r"), history: vec![user], told: Vec::new(), closed: Vec::new() }
    }

    fn put(&mut self, input: Input) -> &mut Self {
        for effect in self.run.apply(input, &LIMITS) {
            match effect {
                Effect::Remember(messages) => self.history.extend(messages),
                Effect::Tell(event) => self.told.push(event),
                Effect::Close(ids) => self.closed.extend(ids),
            }
        }
        assert!(is_valid(&self.history), "{:?}", self.history);
        self
    }

    fn then(&mut self, input: impl FnOnce(&Run) -> Input) -> &mut Self {
        let input = input(&self.run);
        self.put(input)
    }

    fn results(&self) -> Vec<&str> {
        let contents = self.history.iter().filter_map(|message| match message {
            Message::Tool { content, .. } => Some(content.as_str()),
            _ => None,
        });
        contents.collect()
    }
}

#[test]
fn an_answer_without_calls_ends_the_run() {
    let mut play = Played::new();
    play.then(|run| replied(run, "hello", &[]));
    assert_eq!(play.run.status(), RunStatus::Finished);
    assert_eq!(play.history.len(), 2);
}

#[test]
fn calls_are_handled_in_order_and_their_results_leave_together() {
    let mut play = Played::new();
    play.then(|run| replied(run, "", &["getProfile", "getExercises"]));
    assert_eq!(play.run.next(), Next::Act(0));
    play.then(|run| result(run, 0, true));
    assert_eq!((play.run.next(), play.history.len()), (Next::Act(1), 1));
    play.then(|run| result(run, 1, true));
    assert_eq!((play.run.next(), play.results()), (Next::Think, vec!["r0", "r1"]));
}

#[test]
fn it_waits_until_every_proposal_is_decided_and_answers_in_call_order() {
    let mut play = Played::new();
    play.then(|run| replied(run, "two", &["logSet", "getProfile", "logSet"]));
    play.then(|run| proposed(run, 0, "p0")).then(|run| result(run, 1, true));
    play.then(|run| proposed(run, 2, "p2"));
    assert_eq!(play.run.status(), RunStatus::Paused);
    play.put(decided("p2", ProposalStatus::Declined));
    assert_eq!(play.run.status(), RunStatus::Paused);
    play.put(decided("p2", ProposalStatus::Executed));
    assert_eq!(play.run.status(), RunStatus::Paused, "a second decision changes nothing");
    play.put(decided("p0", ProposalStatus::Executed));
    assert_eq!(play.run.next(), Next::Think);
    assert!(play.results()[0].contains("executed") && play.results()[2].contains("declined"));
    assert!(play.run.declined_before("logSet", r#"{"n":1}"#).is_some());
}

#[test]
fn a_message_overtakes_what_waits() {
    let mut play = Played::new();
    play.then(|run| replied(run, "", &["logSet"])).then(|run| proposed(run, 0, "p"));
    play.put(Input::Overtaken);
    assert_eq!((play.run.status(), play.closed.as_slice()), (RunStatus::Finished, &["p".to_owned()][..]));
    assert!(play.results()[0].contains("not executed"));
    assert!(!play.results()[0].contains("pending"));
}

#[test]
fn three_wrong_calls_in_a_row_end_it_but_a_right_one_starts_anew() {
    let mut play = Played::new();
    play.then(|run| replied(run, "", &["a", "b"])).then(|run| result(run, 0, false));
    play.then(|run| result(run, 1, false)).then(|run| replied(run, "", &["a", "b"]));
    play.then(|run| result(run, 0, true)).then(|run| result(run, 1, false));
    assert_eq!(play.run.status(), RunStatus::Running);
    play.then(|run| replied(run, "", &["a", "b", "c"]));
    play.then(|run| result(run, 0, false)).then(|run| result(run, 1, false));
    assert_eq!(play.run.status(), RunStatus::Error);
    assert!(matches!(play.told.last(), Some(RunEvent::Failed { code, .. }) if code == "invalid_calls"));
}

#[test]
fn the_step_limit_ends_it() {
    let mut play = Played::new();
    for _ in 0..LIMITS.steps {
        play.then(|run| replied(run, "", &["a"])).then(|run| result(run, 0, true));
    }
    assert!(matches!(play.told.last(), Some(RunEvent::Failed { code, .. }) if code == "step_limit"));
}

#[test]
fn a_late_answer_changes_nothing() {
    let mut play = Played::new();
    let late = replied(&play.run, "late", &[]);
    play.put(Input::Cancelled).put(late);
    assert_eq!((play.run.status(), play.history.len()), (RunStatus::Cancelled, 1));
}

#[test]
fn call_ids_differ_between_steps_and_runs() {
    let (mut one, two) = (Run::new("r"), Run::new("s"));
    let first = one.call_id(0);
    assert_eq!(first.len(), 9);
    assert_ne!(first, two.call_id(0));
    one.step = 2;
    assert_ne!(first, one.call_id(0));
}

#[test]
fn history_is_cut_at_the_beginning_of_a_turn() {
    let turn = |n: usize| {
        let calls = vec![Call { id: format!("c{n}"), ..call("getProfile") }];
        vec![
            Message::User { text: "x".repeat(10) },
            Message::Assistant { text: String::new(), calls, extra: Map::new() },
            Message::Tool { call_id: format!("c{n}"), content: "x".repeat(100) },
            Message::Assistant { text: "ok".to_owned(), calls: Vec::new(), extra: Map::new() },
        ]
    };
    let history: Vec<_> = (0..5).flat_map(turn).collect();
    for (most, left) in [(10_000, 20), (400, 12), (130, 4), (1, 4)] {
        let kept = trimmed(history.clone(), most);
        assert_eq!(kept.len(), left, "{most}");
        assert!(is_valid(&kept) && matches!(kept[0], Message::User { .. }));
    }
}

#[test]
fn questions_without_an_answer_become_one() {
    let user = |text: &str| Message::User { text: text.to_owned() };
    assert_eq!(alternating(vec![user("a"), user("b")]), vec![user("a\n\nb")]);
}

fn any_input() -> impl Strategy<Value = (u8, usize, u8)> {
    (0..10_u8, 0..4_usize, 0..6_u8)
}

fn make(run: &Run, (what, n, status): (u8, usize, u8)) -> Input {
    let names = ["getProfile", "logSet", "nonsense"];
    match what {
        0 => replied(run, "text", &[]),
        1 | 2 => replied(run, "", &names[..n.min(3)]),
        3 => result(run, n, status > 2),
        4 | 5 => proposed(run, n, &format!("p{}.{n}", run.step)),
        6 | 7 => decided(&format!("p{}.{n}", run.step), ProposalStatus::ALL[usize::from(status)]),
        8 if status == 0 => Input::Cancelled,
        8 if status == 1 => Input::Failed { code: "x".into(), message: "x".into(), retryable: true },
        8 if status == 2 => Input::Flagged { text: "stop".into() },
        _ => Input::Overtaken,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Whatever comes in whatever order: the history stays valid, the state survives being stored,
    /// nothing comes after the end, and a run that is not over always has something to do.
    #[test]
    fn any_order_of_inputs_keeps_the_laws(inputs in proptest::collection::vec(any_input(), 0..60)) {
        let mut play = Played::new();
        for input in inputs {
            let over = play.run.status().is_final();
            let (told, remembered) = (play.told.len(), play.history.len());
            play.then(|run| make(run, input));
            let stored = serde_json::to_string(&play.run).unwrap();
            prop_assert_eq!(&serde_json::from_str::<Run>(&stored).unwrap(), &play.run);
            if over {
                prop_assert_eq!((play.told.len(), play.history.len()), (told, remembered));
            }
            prop_assert_eq!(play.run.next() == Next::End, play.run.status().is_final());
            if play.run.phase == Phase::Waiting {
                prop_assert!(!play.run.pending().is_empty());
            }
            prop_assert!(play.run.step <= LIMITS.steps + 1);
        }
        let last = play.told.iter().filter(|event| is_last(&event.parts().0)).count();
        prop_assert_eq!(last, usize::from(play.run.status().is_final()));
    }
}
