//! The copilot beside a workout, with a model and without one.

use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::support::app::{TestApp, TestUser, expect};
use crate::support::llm::{FakeLlm, call, results, say};
use crate::support::talk::{Reader, Talk, names, one, text_of};

/// Asks the copilot; answers the run.
pub async fn ask(user: &TestUser, session: &Value, body: Value) -> String {
    let path = format!("/sessions/{}/copilot", session["id"].as_str().unwrap());
    let started = expect(user.post(&path, body).await, StatusCode::ACCEPTED).await;
    started["run_id"].as_str().unwrap().to_owned()
}

async fn sets(user: &TestUser, session: &Value) -> usize {
    let now = user.get(&format!("/sessions/{}", session["id"].as_str().unwrap())).await;
    now["sets"].as_array().unwrap().len()
}

#[tokio::test]
async fn a_set_that_the_model_proposes_is_logged_by_one_confirm() {
    let (talk, llm) = Talk::with(Vec::new()).await;
    let session = talk.user.start_session("Day1").await;
    let suggested = session["suggestion"]["args"].clone();
    let mut args = suggested.clone();
    args["reps"] = 7.into();
    llm.then(call("suggestNextSet", &json!({})));
    llm.then(call("logSet", &args));
    llm.then(say("Seven it is."));
    let run = ask(&talk.user, &session, json!({"text": "I did seven"})).await;
    let events = talk.until(&run, "run.paused").await;
    assert_eq!(results(&llm.requests()[1])[0]["exercise_id"], suggested["exercise_id"]);
    assert_eq!(sets(&talk.user, &session).await, 0);
    let created: Vec<_> = events.iter().filter(|event| event.name == "proposal.created").collect();
    assert_eq!(created[0].data["proposal"]["id"], session["suggestion"]["id"], "the suggestion comes first");
    let proposal = &created[1].data["proposal"];
    expect(talk.confirm(proposal).await, StatusCode::OK).await;
    let events = talk.until(&run, "run.finished").await;
    assert_eq!(text_of(&events), "Seven it is.");
    assert_eq!(sets(&talk.user, &session).await, 1);
    expect(talk.confirm(&session["suggestion"]).await, StatusCode::CONFLICT).await;
    assert_eq!(sets(&talk.user, &session).await, 1);
}

#[tokio::test]
async fn a_load_beyond_the_cap_is_refused_by_rule() {
    let (talk, llm) = Talk::with(Vec::new()).await;
    let session = talk.user.start_session("Day1").await;
    let mut args = session["suggestion"]["args"].clone();
    args["weight_kg"] = 400.into();
    llm.then(call("logSet", &args));
    llm.then(say("That is too much."));
    let run = ask(&talk.user, &session, json!({"text": "400 kg"})).await;
    let events = talk.until(&run, "run.finished").await;
    assert_eq!(results(&llm.requests()[1])[0]["error"]["errors"][0]["pointer"], "/weight_kg");
    assert_eq!(one(&events, "proposal.created")["proposal"]["id"], session["suggestion"]["id"]);
}

#[tokio::test]
async fn with_the_model_server_off_the_suggestion_is_there_and_the_session_goes_on() {
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/v1", nobody.local_addr().unwrap());
    drop(nobody);
    let app = TestApp::start_with_model(&url).await;
    let user = app.user("Ada").await;
    let session = user.start_session("Day1").await;
    let run = ask(&user, &session, json!({})).await;
    let events = Reader::open(&user, &run, None).await.unwrap().until("run.error").await;
    assert_eq!(names(&events), ["run.started", "proposal.created", "run.error"]);
    let error = one(&events, "run.error");
    assert_eq!((&error["code"], &error["retryable"]), (&json!("model_unreachable"), &json!(true)));
    let message = error["message"].as_str().unwrap();
    assert!(message.len() < 200 && !message.contains("panick") && !message.contains('\n'), "{message}");
    let suggestion = &one(&events, "proposal.created")["proposal"];
    assert_eq!(*suggestion, session["suggestion"]);
    let path = format!("/proposals/{}/confirm", suggestion["id"].as_str().unwrap());
    expect(user.post(&path, json!({"digest": suggestion["digest"]})).await, StatusCode::OK).await;
    assert_eq!(sets(&user, &session).await, 1);
    let next = user.get(&format!("/sessions/{}/next-set", session["id"].as_str().unwrap())).await;
    assert_eq!(next["done"], false);
    let path = format!("/sessions/{}", session["id"].as_str().unwrap());
    expect(user.patch(&path, json!({"status": "completed"})).await, StatusCode::OK).await;
}

#[tokio::test]
async fn a_copilot_request_is_short_and_knows_only_its_own_tools() {
    let llm = FakeLlm::start(vec![say("Because.")]).await;
    let app = TestApp::start_with_model(&llm.url()).await;
    let user = app.user("Ada").await;
    let session = user.start_session("Day1").await;
    let run = ask(&user, &session, json!({})).await;
    Reader::open(&user, &run, None).await.unwrap().until("run.finished").await;
    let request = &llm.requests()[0];
    let tools = request["tools"].as_array().unwrap();
    let known: Vec<_> = tools.iter().map(|tool| tool["function"]["name"].as_str().unwrap()).collect();
    assert_eq!(known, ["getSession", "suggestNextSet", "logSet", "swapExercise"]);
    // Roughly three characters a token: 1800 tokens.
    let size = request["tools"].to_string().len() + request["messages"].to_string().len();
    assert!(size <= 5_400, "{size} characters");
}

#[tokio::test]
async fn steps_and_alternatives_come_from_the_engine_and_keep_the_caps() {
    let (talk, llm) = Talk::with(Vec::new()).await;
    // A load that was decided leaves room for a step; one that nobody ever lifted does not.
    let week = talk.user.get("/weekly-plan").await;
    let mut plan = json!({"split": week["split"], "days": week["days"]});
    for set in plan["days"][0]["exercises"][0]["sets"].as_array_mut().unwrap() {
        set["weight_kg"] = 60.into();
    }
    expect(talk.user.put("/weekly-plan", "*", plan).await, StatusCode::OK).await;
    let session = talk.user.start_session("Day1").await;
    llm.then(call("suggestNextSet", &json!({})));
    llm.then(say("As planned."));
    let run = ask(&talk.user, &session, json!({"text": "that felt easy"})).await;
    talk.until(&run, "run.finished").await;
    let told = results(&llm.requests()[1]).remove(0);
    let prescribed: Vec<&Value> =
        session["prescribed"].as_array().unwrap().iter().map(|one| &one["exercise_id"]).collect();
    let alternatives = told["alternatives"].as_array().unwrap();
    assert!((1..=5).contains(&alternatives.len()), "{told}");
    for one in alternatives {
        assert!(!prescribed.contains(&&one["exercise_id"]), "{one}");
    }
    // Warm-ups have no steps; the first working set has, and what is offered can be proposed.
    let id = session["id"].as_str().unwrap();
    let mut next = told;
    while next["kind"] == "warmup" {
        let set = json!({"exercise_id": next["exercise_id"], "set_index": next["set_index"], "kind": "warmup",
            "reps": next["reps"], "weight_kg": next["weight_kg"]});
        expect(talk.user.post(&format!("/sessions/{id}/sets"), set).await, StatusCode::CREATED).await;
        assert_eq!((&next["lighter_kg"], &next["heavier_kg"]), (&Value::Null, &Value::Null));
        llm.then(call("suggestNextSet", &json!({})));
        llm.then(say("Next."));
        let run = ask(&talk.user, &session, json!({"text": "and now"})).await;
        talk.until(&run, "run.finished").await;
        next = results(llm.requests().last().unwrap()).pop().unwrap();
    }
    let (at, down, up) =
        (next["weight_kg"].as_f64(), next["lighter_kg"].as_f64(), next["heavier_kg"].as_f64());
    assert!(down < at && at < up, "{next}");
    let args = json!({"exercise_id": next["exercise_id"], "set_index": next["set_index"], "kind": next["kind"],
        "reps": next["reps"], "duration_seconds": null, "weight_kg": up, "rpe": null});
    llm.then(call("logSet", &args));
    llm.then(say("Well done."));
    let run = ask(&talk.user, &session, json!({"text": "yes, heavier"})).await;
    let events = talk.until(&run, "run.paused").await;
    let proposal =
        events.iter().rfind(|event| event.name == "proposal.created").unwrap().data["proposal"].clone();
    assert_eq!(proposal["args"]["weight_kg"].as_f64(), up);
    let open = talk.user.get(&format!("/sessions/{id}")).await["suggestion"].clone();
    assert_eq!(open["id"], proposal["id"], "it is the one open suggestion");
    expect(talk.confirm(&proposal).await, StatusCode::OK).await;
    let after = talk.user.get(&format!("/sessions/{id}")).await;
    assert_eq!(after["sets"].as_array().unwrap().last().unwrap()["weight_kg"].as_f64(), up);
    assert_ne!(after["suggestion"]["id"], proposal["id"], "and the next stands there");
}

#[tokio::test]
async fn the_built_in_copilot_swaps_for_what_is_free_and_the_suggestion_follows() {
    let app = TestApp::start().await;
    let user = app.user("Ada").await;
    let session = user.start_session("Day1").await;
    let id = session["id"].as_str().unwrap();
    let old = session["suggestion"]["args"]["exercise_id"].clone();
    assert_eq!(old, "barbell-back-squat");
    let run = ask(&user, &session, json!({"text": "the rack is taken"})).await;
    let events = Reader::open(&user, &run, None).await.unwrap().until("run.paused").await;
    let created: Vec<&Value> = events
        .iter()
        .filter(|event| event.name == "proposal.created")
        .map(|event| &event.data["proposal"])
        .collect();
    let swap = created[1];
    assert_eq!((&swap["tool"], &swap["args"]["exercise_id"]), (&json!("swapExercise"), &old));
    let new = swap["args"]["replacement_id"].as_str().unwrap();
    let gear = user.get(&format!("/exercises/{new}")).await["equipment"].clone();
    assert!(!gear.as_array().unwrap().contains(&json!("barbell")), "{new} needs the rack as well");
    let path = format!("/proposals/{}/confirm", swap["id"].as_str().unwrap());
    expect(user.post(&path, json!({"digest": swap["digest"]})).await, StatusCode::OK).await;
    Reader::open(&user, &run, None).await.unwrap().until("run.finished").await;
    let now = user.get(&format!("/sessions/{id}")).await;
    assert_eq!(now["suggestion"]["args"]["exercise_id"], new, "the suggestion follows");
    let rest = ask(&user, &session, json!({"text": "how long do I rest?"})).await;
    let events = Reader::open(&user, &rest, None).await.unwrap().until("run.finished").await;
    assert!(text_of(&events).starts_with("Rest ") || text_of(&events).starts_with("No rest"), "{events:#?}");
}
