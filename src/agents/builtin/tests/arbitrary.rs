//! Whatever is said and whatever comes back: no panic, only offered tools, and an end.

use futures_util::StreamExt;
use proptest::prelude::*;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use super::script::{COACH, COPILOT, Script, draft, executed, plan, profile};
use crate::agents::builtin::{BuiltIn, NAME};
use crate::agents::model::{Message, Model, ModelError, ModelEvent, ModelRequest};
use crate::agents::roster::Agent;
use crate::wording::Wording;

fn utterance() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "make",
        "plan",
        "me",
        "3",
        "days",
        "change",
        "my",
        "dumbbells",
        "shoulder",
        "hurts",
        "log",
        "it",
        "8",
        "rpe",
        "9",
        "why",
        "swap",
        "squat",
        "for",
        "no",
        "barbell",
        "remember",
        "minutes",
        "0",
        "1e308",
        "-5",
        "99999999999",
        "kg",
        "updateProfile",
        "less",
        "one",
        "and",
        "a",
        "half",
        "next",
        "hundred",
        "İ",
        "’",
        "×",
        "½",
        "longer",
        ":",
    ]);
    prop_oneof![".{0,60}", prop::collection::vec(words, 0..12).prop_map(|words| words.join(" ")),]
}

fn answer() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(json!(null)),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
    ];
    let key = prop::sample::select(vec![
        "status",
        "days",
        "items",
        "error",
        "exercises",
        "sets",
        "split",
        "plan_version",
        "done",
        "exercise_id",
        "reps",
        "weight_kg",
        "equipment",
        "limitations",
        "notes",
        "because",
        "rest_seconds",
        "message",
        "days_per_week",
        "result",
    ]);
    let tree = leaf.prop_recursive(4, 24, 4, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((key.clone(), inner), 0..5)
                .prop_map(|pairs| Value::Object(pairs.into_iter().map(|(k, v)| (k.to_owned(), v)).collect())),
        ]
    });
    prop_oneof![tree, Just(profile()), Just(plan()), Just(draft()), Just(executed())]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_turn_ends(coach in any::<bool>(), said in prop::collection::vec(utterance(), 1..4), answers in prop::collection::vec(answer(), 16)) {
        let (agent, tools) = if coach { (Agent::Coach, COACH) } else { (Agent::Copilot, COPILOT) };
        let mut chat = Script::new(agent, tools);
        let mut pool = answers.iter().cycle();
        for text in said {
            chat = chat.says(&text);
            let mut steps = 0;
            while !chat.calls.is_empty() {
                steps += 1;
                prop_assert!(steps <= 4, "a turn calls at most four times");
                prop_assert!(chat.called().iter().all(|name| tools.contains(name)));
                let results: Vec<Value> = chat.calls.iter().filter_map(|_| pool.next().cloned()).collect();
                chat = chat.answered(&results);
            }
            prop_assert!(!chat.ended().is_empty());
        }
    }

    #[test]
    fn broken_histories_end_too(text in utterance(), ids in prop::collection::vec("[ab]{0,1}", 0..6), raw in ".{0,30}") {
        let mut chat = Script::coach().says(&text);
        for id in ids {
            chat.request.messages.push(Message::Tool { call_id: id, content: raw.clone() });
        }
        let again = super::super::events(&chat.request);
        prop_assert!(matches!(again.last(), Some(ModelEvent::End(_))));
        prop_assert_eq!(again, super::super::events(&chat.request), "the same request, the same answer");
    }
}

fn hello() -> ModelRequest {
    let messages = vec![Message::User { text: "hello".to_owned() }];
    ModelRequest {
        agent: Agent::Coach,
        wording: Wording::default(),
        today: jiff::civil::date(2026, 11, 23),
        messages,
        tools: Vec::new(),
    }
}

#[tokio::test]
async fn text_comes_word_by_word_and_then_the_end() {
    assert_eq!(BuiltIn.name(), NAME);
    let events: Vec<_> = BuiltIn.stream(hello(), CancellationToken::new()).collect().await;
    assert!(events.len() > 10);
    assert!(
        matches!(events.last(), Some(Ok(ModelEvent::End(end))) if end.calls.is_empty() && end.usage.output_tokens == 0)
    );
    let words = events
        .iter()
        .filter(|event| matches!(event, Ok(ModelEvent::Text(text)) if text.split_whitespace().count() == 1));
    assert_eq!(words.count(), events.len() - 1);
}

#[tokio::test]
async fn a_cancelled_step_says_so_once() {
    let cancel = CancellationToken::new();
    let mut stream = BuiltIn.stream(hello(), cancel.clone());
    assert!(stream.next().await.is_some_and(|event| event.is_ok()));
    cancel.cancel();
    assert_eq!(stream.next().await, Some(Err(ModelError::Cancelled)));
    assert_eq!(stream.next().await, None);
}
