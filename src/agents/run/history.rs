//! The history that a request carries: trimmed from the front at the beginning of a turn only, so
//! that no call is ever without its result (law L8). A turn that is too long by itself keeps all its
//! calls, and gives up what the oldest of them brought.

use std::collections::HashSet;

use crate::agents::model::Message;

/// Most bytes of history in a request, however much a model could take: what was said long ago costs in
/// each of them and helps little.
pub const MOST_CHARS: usize = 48_000;

/// What stands in place of a result that was given up.
const LEFT_OUT: &str = r#"{"note":"left out to save room; call again if you need it"}"#;

fn weight(message: &Message) -> usize {
    match message {
        Message::System { text } | Message::User { text } => text.len(),
        Message::Assistant { text, calls, extra } => {
            let calls = calls.iter().map(|call| call.name.len() + call.arguments.len());
            let extra = extra.iter().map(|(name, value)| name.len() + value.to_string().len());
            text.len() + calls.sum::<usize>() + extra.sum::<usize>()
        }
        Message::Tool { content, .. } => content.len(),
    }
}

/// The newest turns that fit, and of one that does not fit by itself, all but what its oldest calls
/// brought; what the newest calls brought stays whole.
#[must_use]
pub fn fitted(history: Vec<Message>, most: usize) -> Vec<Message> {
    let mut history = trimmed(history, most);
    let mut over = history.iter().map(weight).sum::<usize>().saturating_sub(most);
    let newest = history.iter().rposition(|message| matches!(message, Message::Assistant { .. }));
    for message in history.iter_mut().take(newest.unwrap_or(0)) {
        if over == 0 {
            break;
        }
        if let Message::Tool { content, .. } = message
            && content.len() > LEFT_OUT.len()
        {
            over = over.saturating_sub(content.len() - LEFT_OUT.len());
            LEFT_OUT.clone_into(content);
        }
    }
    history
}

/// The newest turns that fit; the turn at hand stays whole whatever its size.
#[must_use]
pub fn trimmed(mut history: Vec<Message>, most: usize) -> Vec<Message> {
    let mut weight_after: usize = history.iter().map(weight).sum();
    let mut from = 0;
    let last = history.iter().rposition(is_user).unwrap_or(0);
    for (at, message) in history.iter().enumerate().take(last + 1) {
        if is_user(message) && (weight_after <= most || at == last) {
            from = at;
            break;
        }
        weight_after = weight_after.saturating_sub(weight(message));
    }
    history.split_off(from)
}

const fn is_user(message: &Message) -> bool {
    matches!(message, Message::User { .. })
}

/// Messages of one side that follow each other become one: strict chat templates want turns to
/// alternate, and a turn that failed leaves no answer behind.
#[must_use]
pub fn alternating(history: Vec<Message>) -> Vec<Message> {
    let mut out: Vec<Message> = Vec::with_capacity(history.len());
    for message in history {
        match (out.last_mut(), message) {
            (Some(Message::User { text }), Message::User { text: more }) => {
                text.push_str("\n\n");
                text.push_str(&more);
            }
            (_, message) => out.push(message),
        }
    }
    out
}

/// Whether every call has exactly one result, given before anything else is said, and every result
/// belongs to a call.
#[must_use]
pub fn is_valid(history: &[Message]) -> bool {
    let mut open: HashSet<&str> = HashSet::new();
    for message in history {
        match message {
            Message::Tool { call_id, .. } => {
                if !open.remove(call_id.as_str()) {
                    return false;
                }
            }
            _ if !open.is_empty() => return false,
            Message::Assistant { calls, .. } => {
                open = calls.iter().map(|call| call.id.as_str()).collect();
                if open.len() != calls.len() {
                    return false;
                }
            }
            Message::System { .. } | Message::User { .. } => {}
        }
    }
    open.is_empty()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Map, json};

    use super::*;
    use crate::agents::model::Call;

    /// One thing of a turn: what the model said, with so many calls, and how long their results are.
    type Step = (String, Vec<usize>, bool);

    fn turn(number: usize, (said, steps, ends): (String, Vec<Step>, bool)) -> Vec<Message> {
        let mut all = vec![Message::User { text: format!("{number}:{said}") }];
        for (at, (text, results, thinks)) in steps.into_iter().enumerate() {
            let id = |ordinal: usize| format!("{number}.{at}.{ordinal}");
            let call = |ordinal| Call { id: id(ordinal), name: "getProfile".into(), arguments: "{}".into() };
            let calls = (0..results.len()).map(call).collect();
            let extra = thinks.then(|| ("reasoning_content".to_owned(), json!(text.clone()))).into_iter();
            all.push(Message::Assistant { text, calls, extra: extra.collect() });
            let results = results.into_iter().enumerate();
            all.extend(results.map(|(ordinal, size)| Message::Tool {
                call_id: id(ordinal),
                content: json!({ "r": "x".repeat(size) }).to_string(),
            }));
        }
        if ends {
            all.push(Message::Assistant { text: "done".into(), calls: Vec::new(), extra: Map::new() });
        }
        all
    }

    /// Histories as they are remembered: turns that may fail anywhere, steps with any number of calls.
    fn history() -> impl Strategy<Value = Vec<Message>> {
        let step = ("[a-zé]{0,40}", prop::collection::vec(0..400_usize, 0..5), any::<bool>());
        let one = ("[a-zé]{0,60}", prop::collection::vec(step, 0..6), any::<bool>());
        prop::collection::vec(one, 1..7).prop_map(|turns| {
            turns.into_iter().enumerate().flat_map(|(number, one)| turn(number, one)).collect()
        })
    }

    fn weigh(history: &[Message]) -> usize {
        history.iter().map(weight).sum()
    }

    proptest! {
            #![proptest_config(ProptestConfig::with_cases(512))]

            #[test]
            fn no_call_is_ever_orphaned(history in history(), most in 0..4_000_usize) {
                prop_assert!(is_valid(&history));
                for cut in [trimmed(history.clone(), most), fitted(history.clone(), most)] {
                    prop_assert!(is_valid(&cut), "{:?}", cut);
                    prop_assert!(is_valid(&alternating(cut.clone())));
                    prop_assert!(cut.first().is_some_and(is_user), "it begins with a person");
                    let last = |all: &[Message]| all.iter().rev().find(|one| is_user(one)).cloned();
                    prop_assert_eq!(last(&cut), last(&history), "the turn at hand is there");
                }
            }

            #[test]
            fn what_fits_is_left_alone_and_what_does_not_gives_up_its_oldest_first(
                history in history(), most in 0..4_000_usize,
            ) {
                let cut = fitted(history.clone(), most);
                let kept = &history[history.len() - cut.len()..];
                if weigh(&history) <= most {
                    prop_assert_eq!(&cut, &history);
                } else if weigh(&cut) > most {
                    prop_assert_eq!(cut.iter().filter(|one| is_user(one)).count(), 1, "one turn alone is too long");
                }
                let newest = cut.iter().rposition(|one| matches!(one, Message::Assistant { .. })).unwrap_or(0);
                prop_assert_eq!(&cut[newest..], &kept[newest..], "what was brought last is whole");
                let mut whole_before = false;
                for (now, before) in cut.iter().zip(kept) {
                    let given_up = now != before;
    let left_out = matches!(now, Message::Tool { content, .. } if content == LEFT_OUT);
                    prop_assert!(!given_up || left_out, "only results are given up");
                    let long = matches!(before, Message::Tool { content, .. } if content.len() > LEFT_OUT.len());
                    prop_assert!(!(given_up && whole_before), "an older result was kept");
                    whole_before |= long && !given_up;
                }
            }
        }

    #[test]
    fn thoughts_weigh_what_they_are_sent_as() {
        let extra: Map<_, _> =
            [("reasoning_content".to_owned(), json!("x".repeat(5_000)))].into_iter().collect();
        let thought = Message::Assistant { text: "ok".into(), calls: Vec::new(), extra };
        let said = |text: &str| Message::User { text: text.to_owned() };
        let history = vec![said("one"), thought, said("two")];
        assert_eq!(fitted(history, 4_000), vec![said("two")]);
    }
}
