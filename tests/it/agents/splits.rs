//! A stream means the same wherever the network cuts it.

use proptest::prelude::*;
use spotter::agents::model::assemble::Assembler;
use spotter::agents::model::frames::Decoder;
use spotter::agents::model::{ModelError, ModelEvent};

/// A recorded stream with every awkward thing in it: a BOM, all line ends, characters of two to four
/// bytes, comments, several data lines, fragments of a call, usage.
const RECORDED: &str = concat!(
    "\u{FEFF}: hello\r\n\r\n",
    "data: {\"id\":\"c1\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}\r\n\r\n",
    "data:{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Grüße, 重い 🏋\"}}]}\n\n",
    "event: chunk\rdata: {\"choices\":\rdata: [{\"index\":0,\"delta\":{\"content\":\" – go\"}}]}\r\r",
    "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"logSet\",\"arguments\":\"{\\\"no\"}}]}}]}\n\n",
    ": ping\n",
    "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"te\\\":\\\"é\\\"}\"}}]},\"finish_reason\":\"tool_calls\"}]}\n\n",
    "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":2}}\n\n",
    "data: [DONE]\n\n",
);

/// As llama.cpp sends it: every field, the call's name first, timings at the end.
const EVERY_FIELD: &str = concat!(
    "data: {\"choices\":[{\"finish_reason\":null,\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":null}}],\"created\":1,\"id\":\"x\",\"model\":\"m\",\"object\":\"chat.completion.chunk\"}\n\n",
    "data: {\"choices\":[{\"finish_reason\":null,\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"aB3\",\"type\":\"function\",\"function\":{\"name\":\"getProgress\",\"arguments\":\"{\"}}]}}]}\n\n",
    "data: {\"choices\":[{\"finish_reason\":null,\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"\\\"exercise_id\\\":null}\"}}]}}]}\n\n",
    "data: {\"choices\":[{\"finish_reason\":\"tool_calls\",\"index\":0,\"delta\":{}}]}\n\n",
    "data: {\"choices\":[],\"usage\":{\"completion_tokens\":9,\"prompt_tokens\":80},\"timings\":{\"predicted_ms\":1.5}}\n\n",
    "data: [DONE]\n\n",
);

/// As gateways send it: comments while they wait, CRLF, thoughts of several languages, no `[DONE]`.
const THOUGHTS: &str = concat!(
    ": PROCESSING\r\n\r\n: PROCESSING\r\n\r\n",
    "data: {\"choices\":[{\"delta\":{\"reasoning_content\":\"考えます – ça va 🏋\u{fe0f}\u{200d}♀\u{fe0f}\"}}]}\r\n\r\n",
    "data: {\"choices\":[{\"delta\":{\"content\":[{\"type\":\"text\",\"text\":\"Καλά \"}]}}]}\r\n\r\n",
    "data: {\"choices\":[{\"delta\":{\"content\":\"да\"},\"finish_reason\":\"stop\"}],\"usage\":null}\r\n\r\n",
);

/// A fault in the middle of an answer, as a chunk and as a line of its own.
const FAULTS: [&str; 2] = [
    "data: {\"choices\":[{\"delta\":{\"content\":\"Grüße\"}}]}\n\ndata: {\"error\":{\"message\":\"überlastet\"}}\n\n",
    "\u{FEFF}data:{\"choices\":[{\"delta\":{\"content\":\"Grüße\"}}]}\r\rerror: {\"message\":\"überlastet\"}\r\r",
];

/// A whole completion as one JSON body.
const BODY: &str = "\n {\"choices\":[{\"message\":{\"content\":\"schön 🏋\"},\"finish_reason\":\"stop\"}]}\n";

fn events<'a>(pieces: impl IntoIterator<Item = &'a [u8]>) -> Vec<Result<ModelEvent, ModelError>> {
    let (mut decoder, mut assembler) = (Decoder::default(), Assembler::default());
    let mut frames: Vec<_> = pieces.into_iter().flat_map(|piece| decoder.push(piece)).collect();
    frames.extend(decoder.finish());
    let mut events = Vec::new();
    for frame in frames {
        match assembler.frame(frame) {
            Ok(more) => events.extend(more.into_iter().map(Ok)),
            Err(error) => events.push(Err(error)),
        }
    }
    events
}

#[test]
fn every_split_in_two_gives_the_same_events() {
    let (crlf, cr) = (EVERY_FIELD.replace('\n', "\r\n"), THOUGHTS.replace("\r\n", "\r"));
    let all = [RECORDED, EVERY_FIELD, THOUGHTS, BODY, FAULTS[0], FAULTS[1], &crlf, &cr];
    for recorded in all.into_iter().chain(["<html>", "data: {\n\n", "error: x\n"]) {
        let bytes = recorded.as_bytes();
        let whole = events([bytes]);
        for at in 0..=bytes.len() {
            assert_eq!(events([&bytes[..at], &bytes[at..]]), whole, "split at {at} of {recorded:?}");
        }
        assert_eq!(events(bytes.chunks(1)), whole, "byte by byte: {recorded:?}");
    }
}

#[test]
fn the_recorded_stream_is_read() {
    let events = events([RECORDED.as_bytes()]);
    let text: String = events
        .iter()
        .filter_map(|event| match event {
            Ok(ModelEvent::Text(text)) => Some(text.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(text, "Grüße, 重い 🏋 – go");
    let Some(Ok(ModelEvent::End(end))) = events.last() else { panic!("no end: {events:?}") };
    assert_eq!(end.calls[0].arguments, "{\"note\":\"é\"}");
    assert_eq!((end.usage.input_tokens, end.usage.output_tokens), (7, 2));
}

#[test]
fn the_other_recorded_streams_are_read() {
    let end = |text: &str| match events([text.as_bytes()]).pop() {
        Some(Ok(ModelEvent::End(end))) => end,
        other => panic!("no end: {other:?}"),
    };
    let called = end(EVERY_FIELD);
    assert_eq!(called.calls[0].arguments, "{\"exercise_id\":null}");
    assert_eq!((called.usage.input_tokens, called.usage.output_tokens), (80, 9));
    assert_eq!(end(THOUGHTS).extra["reasoning_content"], "考えます – ça va 🏋\u{fe0f}\u{200d}♀\u{fe0f}");
    for fault in FAULTS {
        let detail = "überlastet".to_owned();
        assert!(events([fault.as_bytes()]).contains(&Err(ModelError::Protocol { detail })), "{fault}");
    }
}

#[test]
fn a_stream_cut_anywhere_never_looks_whole() {
    let end_of_answer = RECORDED.find("data: {\"choices\":[],\"usage\"").unwrap();
    for at in 0..end_of_answer {
        let events = events([&RECORDED.as_bytes()[..at]]);
        let before_finish = at < end_of_answer - 2;
        assert!(!before_finish || events.last() == Some(&Err(ModelError::Cut)), "cut at {at}: {events:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_splits_give_the_same_events(mut cuts in prop::collection::vec(0..=RECORDED.len(), 0..40)) {
        cuts.sort_unstable();
        cuts.push(RECORDED.len());
        let mut from = 0;
        let pieces: Vec<&[u8]> = cuts
            .into_iter()
            .map(|to| &RECORDED.as_bytes()[std::mem::replace(&mut from, to)..to])
            .collect();
        prop_assert_eq!(events(pieces), events([RECORDED.as_bytes()]));
    }

    #[test]
    fn any_bytes_end_in_one_end_or_fault(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let events = events([bytes.as_slice()]);
        prop_assert!(matches!(events.last(), Some(Err(_) | Ok(ModelEvent::End(_)))));
    }

    #[test]
    fn any_json_chunk_is_taken_without_panic(chunk in json(), reason in json()) {
        let body = serde_json::json!({ "choices": [{ "delta": chunk, "finish_reason": reason }], "usage": reason });
        let line = format!("data: {body}\n\ndata: {chunk}\n\ndata: [DONE]\n\n");
        prop_assert!(!events([line.as_bytes()]).is_empty());
    }
}

/// JSON that uses the names which chunks use.
fn json() -> impl Strategy<Value = serde_json::Value> {
    use serde_json::Value;
    let names = prop::sample::select(vec![
        "content",
        "tool_calls",
        "index",
        "id",
        "function",
        "name",
        "arguments",
        "type",
        "text",
        "choices",
        "delta",
        "message",
        "error",
        "usage",
        "prompt_tokens",
        "reasoning_content",
        "function_call",
    ]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "[a-z{}\"]{0,6}".prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 40, 5, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((names.clone(), inner), 0..5).prop_map(|fields| fields
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect()),
        ]
    })
}
