//! What a model calls, well and badly.

use serde_json::json;

use super::five_days;
use crate::support::llm::{call, calls, end, fragments, raw_call, results, say, stream};
use crate::support::talk::{Talk, names, one, text_of};

#[tokio::test]
async fn a_tool_is_read_and_then_answered() {
    let (talk, llm) = Talk::with(vec![call("getProfile", &json!({})), say("You train three days.")]).await;
    let (run, events) = talk.say_until("How often do I train?", "run.finished").await;
    let expected = ["run.started", "tool.started", "tool.result", "text.delta", "text.done", "run.finished"];
    assert_eq!(names(&events), expected);
    assert_eq!(text_of(&events), "You train three days.");
    assert_eq!(one(&events, "tool.result")["ok"], true);
    assert_eq!(one(&events, "run.finished")["usage"], json!({"input_tokens": 200, "output_tokens": 20}));
    let requests = llm.requests();
    assert_eq!(results(&requests[1])[0]["days_per_week"], 3, "{:#}", requests[1]);
    assert_eq!(requests[0]["model"], "little-model");
    assert_eq!(talk.user.get(&format!("/runs/{run}")).await["status"], "finished");
}

#[tokio::test]
async fn malformed_arguments_go_back_to_the_model_with_the_field_named() {
    let wrong = call("updateProfile", &json!({"days_per_week": 9, "goal": "flying"}));
    let (talk, llm) = Talk::with(vec![wrong, five_days()]).await;
    let (_, proposal) = talk.propose().await;
    let told = &results(&llm.requests()[1])[0]["error"];
    assert_eq!(told["code"], "invalid_arguments");
    let pointers: Vec<_> = told["errors"].as_array().unwrap().iter().map(|e| e["pointer"].clone()).collect();
    assert!(pointers.contains(&json!("/days_per_week")) && pointers.contains(&json!("/goal")), "{told}");
    assert_eq!(proposal["args"]["days_per_week"], 5);
}

#[tokio::test]
async fn three_bad_calls_in_a_row_end_the_run() {
    let bad = || raw_call("updateProfile", "{\"days_per_week\": five}");
    let (talk, llm) = Talk::with(vec![bad(), bad(), bad(), say("Hello.")]).await;
    let (_, events) = talk.say_until("Five days", "run.error").await;
    assert_eq!(events.last().unwrap().data["code"], "invalid_calls");
    assert_eq!(llm.requests().len(), 3);
    assert_eq!(talk.days().await, (3, 1));
    talk.say_until("Are you there?", "run.finished").await;
}

#[tokio::test]
async fn a_call_may_come_in_fragments() {
    let args = json!({"days_per_week": 5, "reason": "Fünf Tage"}).to_string().replace("ü", "\\u00fc");
    for size in [1, 2, 7] {
        let mut chunks = fragments("updateProfile", &args, size);
        chunks.extend(end("tool_calls"));
        let (talk, _llm) = Talk::with(vec![stream(&chunks)]).await;
        let (_, proposal) = talk.propose().await;
        assert_eq!(proposal["args"]["days_per_week"], 5);
        assert_eq!(proposal["args"]["reason"], "Fünf Tage");
        assert_eq!(proposal["args"]["goal"], json!(null), "what was not said is null");
    }
}

#[tokio::test]
async fn parallel_calls_of_which_one_is_gated_wait_together() {
    let both =
        calls(&[("updateProfile", json!({"days_per_week": 5}).to_string()), ("getProfile", "{}".into())]);
    let (talk, llm) = Talk::with(vec![both, say("Done.")]).await;
    let (run, events) = talk.say_until("Please change it", "run.paused").await;
    assert_eq!(one(&events, "tool.result")["tool"], "getProfile", "the read is answered meanwhile");
    assert_eq!(llm.requests().len(), 1, "the model is not asked while one call has no result");
    talk.confirm(&one(&events, "proposal.created")["proposal"]).await;
    talk.until(&run, "run.finished").await;
    let results = results(&llm.requests()[1]);
    assert_eq!(results.len(), 2);
    assert_eq!(results[0]["status"], "executed", "results stand in the order of the calls");
    assert_eq!(results[1]["days_per_week"], 3);
}

#[tokio::test]
async fn an_unknown_tool_is_told_with_those_there_are() {
    // logSet is the copilot's, not the coach's.
    let unknown = calls(&[("deleteEverything", "{}".into()), ("logSet", "{}".into())]);
    let (talk, llm) = Talk::with(vec![unknown, say("Sorry.")]).await;
    talk.say_until("Delete everything", "run.finished").await;
    for told in results(&llm.requests()[1]) {
        assert_eq!(told["error"]["code"], "unknown_tool");
        assert!(told["error"]["message"].as_str().unwrap().contains("updateProfile"), "{told}");
    }
}

#[tokio::test]
async fn truncated_arguments_are_never_proposed() {
    for args in ["{\"days_per_week\": 5", "{\"days_per_week\": 5, \"reason\": \"You", "{\"days_per_week\": "]
    {
        let mut chunks = fragments("updateProfile", args, 64);
        chunks.extend(end("length"));
        let (talk, _llm) = Talk::with(vec![stream(&chunks), say("Too long."), say("Too long.")]).await;
        let run = talk.say("Five days").await;
        let events = talk.until(&run, "run.finished").await;
        assert!(!names(&events).contains(&"proposal.created"), "{args}: {events:#?}");
        assert_eq!(talk.user.get("/proposals").await["items"], json!([]));
        assert_eq!(talk.days().await, (3, 1));
    }
}

#[tokio::test]
async fn a_request_is_short_enough_for_a_small_context() {
    let (talk, llm) = Talk::with(vec![say("Hi.")]).await;
    talk.say_until("Hi", "run.finished").await;
    let request = &llm.requests()[0];
    // Roughly three characters a token: 3500 tokens.
    let size = request["tools"].to_string().len() + request["messages"].to_string().len();
    assert!(size <= 10_500, "{size} characters");
    let tools = request["tools"].as_array().unwrap();
    let text = |name: &str| {
        let tool = tools.iter().find(|tool| tool["function"]["name"] == name).unwrap();
        tool["function"]["parameters"].to_string()
    };
    let week = talk.user.get("/weekly-plan").await;
    let planned =
        week["days"].as_array().unwrap().iter().flat_map(|day| day["exercises"].as_array().unwrap());
    for exercise in planned {
        assert!(text("saveWeeklyPlan").contains(&exercise["exercise_id"].to_string()), "{exercise}");
    }
    assert!(!text("updateProfile").contains(&week["days"][0]["exercises"][0]["exercise_id"].to_string()));
}
