//! Someone who reads pounds is told no kilograms, by the built-in coach and by what a model is asked.

use serde_json::json;

use super::copilot::ask;
use crate::support::app::TestApp;
use crate::support::llm::say;
use crate::support::talk::{Talk, one, text_of};

/// Asks the coach, whose answer ends in such an event; what it says holds these words and no kilograms.
async fn told(talk: &Talk, text: &str, end: &str, words: &str) {
    let (_, events) = talk.say_until(text, end).await;
    let said = text_of(&events);
    assert!(said.contains(words), "{text}: {said}");
    assert!(!said.contains("kg"), "{text}: {said}");
}

#[tokio::test]
async fn the_built_in_coach_speaks_pounds_to_who_reads_them() {
    let talk = Talk::on(TestApp::start().await).await;
    let lifts = json!([{"exercise_id": "barbell-back-squat", "weight_kg": 100.0, "reps": 5}]);
    talk.user.set_profile(json!({"units": "lb", "known_lifts": lifts})).await;
    for (text, words) in [
        ("what is next?", " lb"),
        ("show my plan", " lb"),
        ("why this number on the squat?", " lb"),
        ("how am I doing?", "No workout is finished"),
    ] {
        told(&talk, text, "run.finished", words).await;
    }
    let (_, events) = talk.say_until("I weigh 180 lb", "run.paused").await;
    assert_eq!(text_of(&events), "I would note this in your profile: bodyweight 180 lb.");
    let proposal = &one(&events, "proposal.created")["proposal"];
    assert_eq!(proposal["args"]["bodyweight_kg"], 81.65, "{proposal}");
    assert_eq!(proposal["args"]["reason"], "You said so: bodyweight 180 lb.");
}

#[tokio::test]
async fn the_built_in_copilot_speaks_pounds_and_takes_a_bare_number_for_them() {
    let talk = Talk::on(TestApp::start().await).await;
    talk.user.set_profile(json!({"units": "lb"})).await;
    let session = talk.user.start_session("Day1").await;
    for text in ["", "how long do I rest?"] {
        let body = if text.is_empty() { json!({}) } else { json!({ "text": text }) };
        let run = ask(&talk.user, &session, body).await;
        let said = text_of(&talk.until(&run, "run.finished").await);
        assert!(!said.is_empty() && !said.contains("kg"), "{text}: {said}");
    }
    let run = ask(&talk.user, &session, json!({"text": "did 5 reps at 44"})).await;
    let events = talk.until(&run, "run.paused").await;
    let said = text_of(&events);
    assert!(said.contains("5 reps with 44 lb") && !said.contains("kg"), "{said}");
    // The engine's own suggestion comes first.
    let made = events.iter().rfind(|event| event.name == "proposal.created").unwrap();
    assert_eq!(made.data["proposal"]["args"]["weight_kg"], 19.96);
}

#[tokio::test]
async fn a_model_is_told_how_to_say_what_it_reads() {
    let (talk, llm) = Talk::with(vec![say("Hello."), say("Hello again.")]).await;
    talk.say_until("Hello", "run.finished").await;
    talk.user.set_profile(json!({"units": "lb"})).await;
    talk.say_until("Hello", "run.finished").await;
    let prompts: Vec<String> = llm.requests().iter().map(|body| body["messages"][0].to_string()).collect();
    assert!(!prompts[0].contains("2.2046") && prompts[1].contains("1 kg is 2.2046 lb"), "{prompts:?}");
}
