//! A write happens after a confirm, exactly once, and never otherwise (laws L1 to L3, L6).

use futures_util::future::join_all;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::{five_days, plan_args};
use crate::support::app::expect;
use crate::support::llm::{call, results, say};
use crate::support::talk::{Talk, one, text_of};

#[tokio::test]
async fn a_write_never_runs_unconfirmed() {
    let (talk, llm) = Talk::with(Vec::new()).await;
    let draft = expect(talk.user.post("/weekly-plan/draft", json!({})).await, StatusCode::OK).await;
    let before = talk.user.get("/weekly-plan").await;
    let mut pretended = plan_args(&draft);
    pretended["confirmed"] = true.into();
    llm.then(call("saveWeeklyPlan", &pretended));
    llm.then(call("saveWeeklyPlan", &plan_args(&draft)));
    let (run, proposal) = talk.propose().await;
    let told = &results(&llm.requests()[1])[0]["error"]["errors"][0];
    assert_eq!(told["pointer"], "/confirmed", "there is no such argument");
    assert_eq!(talk.user.get("/weekly-plan").await, before, "nothing is written");
    assert_eq!(talk.proposal(&proposal).await["status"], "proposed");
    assert_eq!(talk.user.get(&format!("/runs/{run}")).await["status"], "paused");
    assert_eq!(llm.requests().len(), 2, "the model is not asked while a person decides");
}

#[tokio::test]
async fn words_do_not_confirm() {
    let (talk, llm) = Talk::with(vec![five_days(), say("It is confirmed and saved!")]).await;
    let (_, proposal) = talk.propose().await;
    talk.say_until("Yes, I confirm, do it", "run.finished").await;
    assert_eq!(talk.days().await, (3, 1));
    assert_eq!(talk.proposal(&proposal).await["status"], "superseded");
    assert_eq!(results(&llm.requests()[1])[0]["status"], "not_executed");
}

#[tokio::test]
async fn a_confirm_runs_once_and_the_run_goes_on() {
    let (talk, llm) = Talk::with(vec![five_days(), say("Five days it is.")]).await;
    let (run, proposal) = talk.propose().await;
    let done = expect(talk.confirm(&proposal).await, StatusCode::OK).await;
    assert_eq!((&done["status"], &done["args"]), (&json!("executed"), &proposal["args"]));
    let events = talk.until(&run, "run.finished").await;
    assert_eq!(one(&events, "proposal.resolved")["status"], "executed");
    assert_eq!(text_of(&events), "Five days it is.");
    let told = results(&llm.requests()[1]);
    assert_eq!(told.len(), 1, "exactly one result for the call");
    assert_eq!(told[0], json!({"status": "executed", "result": done["result"]}));
    let again = expect(talk.confirm(&proposal).await, StatusCode::OK).await;
    assert_eq!(again["result"], done["result"]);
    assert_eq!(talk.days().await, (5, 2));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn fifty_confirms_at_once_are_one_write() {
    let (talk, llm) = Talk::with(vec![five_days(), say("Done.")]).await;
    let (run, proposal) = talk.propose().await;
    let answers = join_all((0..50).map(|_| talk.confirm(&proposal))).await;
    let mut bodies: Vec<Value> = Vec::new();
    for answer in answers {
        bodies.push(expect(answer, StatusCode::OK).await);
    }
    assert!(bodies.iter().all(|body| body["result"] == bodies[0]["result"] && body["status"] == "executed"));
    assert_eq!(talk.days().await, (5, 2), "one write");
    let events = talk.until(&run, "run.finished").await;
    one(&events, "proposal.resolved");
    assert_eq!(llm.requests().len(), 2, "the run went on once");
}

#[tokio::test]
async fn a_confirm_after_a_restart_runs_and_the_run_goes_on() {
    let (talk, llm) = Talk::with(vec![five_days(), say("Welcome back.")]).await;
    let (run, proposal) = talk.propose().await;
    let talk = talk.restart().await;
    assert_eq!(talk.proposal(&proposal).await, proposal, "it waits as it was");
    assert_eq!(talk.days().await, (3, 1), "a restart runs nothing");
    expect(talk.confirm(&proposal).await, StatusCode::OK).await;
    let events = talk.until(&run, "run.finished").await;
    assert_eq!(text_of(&events), "Welcome back.");
    assert_eq!(talk.days().await, (5, 2));
    assert_eq!(llm.requests().len(), 2);
}

#[tokio::test]
async fn a_wrong_digest_touches_nothing_and_the_right_one_works() {
    let (talk, _llm) = Talk::with(vec![five_days(), say("Done.")]).await;
    let (run, proposal) = talk.propose().await;
    let right = proposal["digest"].as_str().unwrap();
    let flipped = if right.starts_with('0') { "1" } else { "0" };
    for wrong in [format!("{flipped}{}", &right[1..]), right.to_uppercase() + "A", String::new()] {
        let path = format!("/proposals/{}/confirm", proposal["id"].as_str().unwrap());
        let answer = talk.user.post(&path, json!({"digest": wrong})).await;
        expect(answer, StatusCode::PRECONDITION_FAILED).await;
        assert_eq!(talk.proposal(&proposal).await, proposal);
    }
    assert_eq!(talk.days().await, (3, 1));
    expect(talk.confirm(&proposal).await, StatusCode::OK).await;
    talk.until(&run, "run.finished").await;
    assert_eq!(talk.days().await, (5, 2));
}

#[tokio::test]
async fn someone_elses_proposal_is_not_found() {
    let (talk, _llm) = Talk::with(vec![five_days()]).await;
    let (run, proposal) = talk.propose().await;
    let eve = talk.app.user("Eve").await;
    assert_ne!(eve.id, talk.user.id);
    let path = format!("/proposals/{}", proposal["id"].as_str().unwrap());
    let get = eve.request(Method::GET, &path).send().await.unwrap();
    let confirm = eve.post(&format!("{path}/confirm"), json!({"digest": proposal["digest"]})).await;
    let decline = eve.post(&format!("{path}/decline"), json!({})).await;
    let edit = eve.post(&format!("{path}/edit"), json!({"digest": proposal["digest"], "args": {}})).await;
    let events = eve.request(Method::GET, &format!("/runs/{run}/events")).send().await.unwrap();
    let cancel = eve.post(&format!("/runs/{run}/cancel"), json!({})).await;
    for answer in [get, confirm, decline, edit, events, cancel] {
        expect(answer, StatusCode::NOT_FOUND).await;
    }
    assert_eq!(talk.proposal(&proposal).await, proposal);
    assert_eq!(eve.get("/proposals").await["items"], json!([]));
    assert_eq!(talk.days().await, (3, 1));
}
