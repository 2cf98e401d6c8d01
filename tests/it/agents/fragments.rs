//! However a server cuts calls into fragments and marks them, the same calls come out.

use proptest::prelude::*;
use serde_json::{Value, json};
use spotter::agents::model::assemble::Assembler;
use spotter::agents::model::frames::{End, Frame};
use spotter::agents::model::{Call, ModelEvent};

/// How a server marks which call a fragment belongs to.
#[derive(Debug, Clone, Copy)]
enum Marks {
    /// Index everywhere, id on the first fragment: as documented.
    Documented,
    /// Id everywhere, no index.
    Ids,
    /// Id everywhere, and index 0 for every call.
    IdsOnOneIndex,
    /// Index everywhere, no ids.
    Indexes,
    /// An id on the first fragment, nothing later.
    FirstOnly,
    /// Nothing at all; only a name together with arguments tells where a call begins.
    None,
}

impl Marks {
    /// Whether fragments of different calls may alternate.
    const fn interleave(self) -> bool {
        matches!(self, Self::Documented | Self::Ids | Self::IdsOnOneIndex | Self::Indexes)
    }

    fn mark(self, call: usize, first: bool) -> Value {
        let id = format!("call_{call}");
        match self {
            Self::Documented if first => json!({ "index": call, "id": id }),
            Self::Documented => json!({ "index": call }),
            Self::Ids => json!({ "id": id }),
            Self::IdsOnOneIndex => json!({ "index": 0, "id": id }),
            Self::Indexes => json!({ "index": call, "id": "" }),
            Self::FirstOnly if first => json!({ "id": id }),
            Self::FirstOnly => json!({}),
            Self::None => json!({ "id": null, "index": null }),
        }
    }
}

/// A call and the pieces of its arguments.
fn call() -> impl Strategy<Value = (Call, Vec<String>)> {
    let name = prop::sample::select(vec!["getProfile", "logSet", "getSession"]);
    let cuts = prop::collection::vec(any::<prop::sample::Index>(), 0..4);
    (name, "[a-zé🏋\"{}]{0,12}", cuts).prop_map(|(name, note, cuts)| {
        let arguments = json!({ "note": note }).to_string();
        let chars: Vec<char> = arguments.chars().collect();
        let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut.index(chars.len())).collect();
        cuts.extend([0, chars.len()]);
        cuts.sort_unstable();
        cuts.dedup();
        let pieces = cuts.windows(2).map(|cut| chars[cut[0]..cut[1]].iter().collect()).collect();
        (Call { id: String::new(), name: name.into(), arguments }, pieces)
    })
}

fn marks() -> impl Strategy<Value = Marks> {
    use Marks::{Documented, FirstOnly, Ids, IdsOnOneIndex, Indexes, None};
    prop::sample::select(vec![Documented, Ids, IdsOnOneIndex, Indexes, FirstOnly, None])
}

fn assemble(fragments: &[Value]) -> Vec<Call> {
    let mut assembler = Assembler::default();
    for fragment in fragments {
        let chunk = json!({ "choices": [{ "delta": { "tool_calls": [fragment] } }] });
        assert_eq!(assembler.frame(Frame::Data(chunk.to_string())), Ok(vec![]));
    }
    match assembler.frame(Frame::End(End::Done)).unwrap().pop() {
        Some(ModelEvent::End(end)) => end.calls,
        other => panic!("no end: {other:?}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn calls_survive_their_fragments(
        calls in prop::collection::vec(call(), 1..4),
        marks in marks(),
        order in prop::collection::vec(any::<prop::sample::Index>(), 0..24),
    ) {
        let first = |at: usize| {
            let mut fragment = marks.mark(at, true);
            fragment["function"] = json!({ "name": calls[at].0.name, "arguments": "" });
            fragment
        };
        let later = |at: usize, piece: &String| {
            let mut fragment = marks.mark(at, false);
            fragment["function"] = json!({ "arguments": piece });
            fragment
        };
        let mut fragments = Vec::new();
        if marks.interleave() {
            fragments.extend((0..calls.len()).map(first));
            let mut left: Vec<_> =
                calls.iter().enumerate().map(|(at, (_, pieces))| (at, pieces.iter())).collect();
            let mut order = order.iter();
            while !left.is_empty() {
                let turn = order.next().map_or(0, |turn| turn.index(left.len()));
                match left[turn].1.next() {
                    Some(piece) => fragments.push(later(left[turn].0, piece)),
                    None => drop(left.remove(turn)),
                }
            }
        } else {
            for (at, (_, pieces)) in calls.iter().enumerate() {
                let mut begin = first(at);
                begin["function"]["arguments"] = json!(pieces[0]);
                fragments.push(begin);
                fragments.extend(pieces[1..].iter().map(|piece| later(at, piece)));
            }
        }
        let expected: Vec<Call> = calls.iter().map(|(call, _)| call.clone()).collect();
        prop_assert_eq!(assemble(&fragments), expected, "{:?}", fragments);
    }
}
