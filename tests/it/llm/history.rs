//! What goes back to a model in the next request.

use serde_json::{Value, json};

use crate::support::llm::{call, chunk, end, raw_call, results, say, stream};
use crate::support::talk::{Talk, text_of};

fn roles(request: &Value) -> Vec<&str> {
    request["messages"].as_array().unwrap().iter().map(|message| message["role"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn what_we_do_not_know_goes_back_as_it_came() {
    let signature = json!([{"type": "thought", "data": "A\u{e9}=="}]);
    let named = json!({"index": 0, "id": "x", "function": {"name": "getProfile", "arguments": "{ }"}});
    let mut thinking = vec![
        chunk(json!({"reasoning_content": "First "})),
        chunk(json!({"reasoning_content": "I look.", "signatures": signature})),
        chunk(json!({"content": "Let me look. ", "tool_calls": [named]})),
    ];
    thinking.extend(end("tool_calls"));
    let (talk, llm) = Talk::with(vec![stream(&thinking), say("Three days.")]).await;
    let (_, events) = talk.say_until("How often?", "run.finished").await;
    assert!(!text_of(&events).contains("First"), "what a model thinks is not shown");
    let sent = &llm.requests()[1]["messages"][2];
    assert_eq!(sent["reasoning_content"], "First I look.");
    assert_eq!(sent["signatures"], signature);
    assert_eq!(sent["content"], "Let me look. ");
    assert_eq!(sent["tool_calls"][0]["function"]["arguments"], "{ }", "byte for byte");
    assert_ne!(sent["tool_calls"][0]["id"], "x", "ids are our own");
}

#[tokio::test]
async fn arguments_that_were_cut_are_never_proposed_whatever_the_server_says_of_them() {
    for reason in ["tool_calls", "stop", "length", "", "eos"] {
        let named = json!({"index": 0, "id": "x", "function":
            {"name": "updateProfile", "arguments": "{\"days_per_week\": 5, \"reason\": \"You s"}});
        let mut cut = vec![chunk(json!({"tool_calls": [named]}))];
        cut.extend(end(reason));
        let (talk, llm) = Talk::with(vec![stream(&cut), say("Sorry.")]).await;
        let (_, events) = talk.say_until("Five days", "run.finished").await;
        assert!(events.iter().all(|event| event.name != "proposal.created"), "{reason}");
        let told = &results(&llm.requests()[1])[0]["error"];
        assert_eq!(told["code"], "invalid_arguments", "{reason}: {told}");
        assert_eq!(talk.user.get("/proposals").await["items"], json!([]));
    }
}

#[tokio::test]
async fn a_long_conversation_stays_within_a_small_context() {
    let long = "word ".repeat(700);
    let replies = (0..12).map(|_| say(&long)).collect();
    let (talk, llm) = Talk::with(replies).await;
    for turn in 0..12 {
        talk.say_until(&format!("{turn} {}", "and ".repeat(100)), "run.finished").await;
    }
    let requests = llm.requests();
    let size = |request: &Value| request["tools"].to_string().len() + request["messages"].to_string().len();
    assert!(requests.iter().all(|request| size(request) <= 22_500), "{:?}", requests.iter().map(size).max());
    let last = requests.last().unwrap();
    assert_eq!(roles(last)[..2], ["system", "user"], "it begins with what a person said");
    assert!(roles(last).len() > 3, "and with more than the last message");
    assert!(
        last["messages"].as_array().unwrap().last().unwrap()["content"].as_str().unwrap().starts_with("11 ")
    );
}

#[tokio::test]
async fn a_turn_that_reads_much_forgets_what_it_read_first_and_says_so() {
    let read = || call("draftWeeklyPlan", &json!({"days_per_week": 6, "session_minutes": 90}));
    let (talk, llm) = Talk::with(vec![read(), read(), read(), say("Much to read.")]).await;
    talk.say_until("Make plans", "run.finished").await;
    let requests = llm.requests();
    let tools = |request: &Value| -> Vec<String> {
        let all = request["messages"].as_array().unwrap().iter().filter(|message| message["role"] == "tool");
        all.map(|message| message["content"].as_str().unwrap().to_owned()).collect()
    };
    let told = tools(requests.last().unwrap());
    assert_eq!(told.len(), 3, "every call keeps its result");
    assert!(told[0].contains("left out") && told[0].len() < 300, "{}", told[0]);
    let newest: Value = serde_json::from_str(&told[2]).unwrap();
    assert_eq!(newest["days"].as_array().unwrap().len(), 6, "the newest is whole");
}

#[tokio::test]
async fn what_is_wrong_with_a_call_is_told_briefly_whatever_was_sent() {
    let wild = format!("{{\"{}\": 1, \"goal\": \"{}\", \"b\": 2}}", "x".repeat(50_000), "y".repeat(50_000));
    let (talk, llm) = Talk::with(vec![raw_call("updateProfile", &wild), say("Sorry.")]).await;
    talk.say_until("Hello", "run.finished").await;
    let told = &results(&llm.requests()[1])[0];
    assert!(told.to_string().len() < 3_000, "{} characters", told.to_string().len());
    assert!(told.to_string().contains("strength, hypertrophy, general_fitness"), "what is allowed: {told}");
}
