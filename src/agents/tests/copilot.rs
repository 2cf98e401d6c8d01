//! The copilot beside a session: the engine's suggestion, taps, and what the model adds.

use serde_json::json;

use super::script::{Play, call};
use super::support::{World, results};
use crate::agents::run::RunStatus;
use crate::domain::proposal::{LogSetArgs, ProposalStatus};
use crate::service::sessions;
use crate::service::sets::{self, SetInput};

fn tap(args: &LogSetArgs, proposal_id: Option<String>) -> SetInput {
    SetInput {
        id: None,
        exercise_id: args.exercise_id.clone(),
        set_index: args.set_index,
        reps: args.reps,
        duration_seconds: args.duration_seconds,
        weight_kg: Some(args.weight_kg),
        rpe: None,
        kind: args.kind,
        pain: None,
        note: None,
        logged_at: None,
        proposal_id,
    }
}

#[tokio::test]
async fn the_suggestion_is_there_at_once_and_one_confirm_logs_it() {
    let world = World::new(Vec::new()).await;
    let session = world.session().await;
    let suggestion = session.suggestion.expect("a suggestion stands at once");
    let done = world.confirm(&suggestion).await.unwrap();
    assert_eq!(done.status, ProposalStatus::Executed);
    let after = sessions::get(&world.core, &world.user, &session.id).await.unwrap();
    assert_eq!(after.sets.len(), 1);
    assert_eq!(done.result.unwrap()["set"]["id"], after.sets[0].id.as_str());
    let next = after.suggestion.expect("the next one stands");
    assert_ne!(next.id, suggestion.id);
    assert_eq!(world.confirm(&suggestion).await.unwrap().status, ProposalStatus::Executed);
    assert_eq!(sessions::get(&world.core, &world.user, &session.id).await.unwrap().sets.len(), 1);
}

#[tokio::test]
async fn a_run_begins_with_the_suggestion_and_explains_it() {
    let world = World::new(vec![call("suggestNextSet", &json!({})), Play::Say("Because.")]).await;
    let session = world.session().await;
    let run = world.ask_copilot(&session.id, "Why this set?").await;
    world.until(&run, RunStatus::Finished).await;
    let events = world.events(&run).await;
    assert_eq!((events[0].event.as_str(), events[1].event.as_str()), ("run.started", "proposal.created"));
    assert!(events[1].data.contains(&session.suggestion.unwrap().id));
    let asked = &world.script.asked()[0];
    assert!(asked.tools.iter().all(|tool| tool.name != "saveWeeklyPlan"));
    let log = asked.tools.iter().find(|tool| tool.name == "logSet").unwrap();
    assert!(!log.parameters["properties"]["exercise_id"]["enum"].as_array().unwrap().is_empty());
}

#[tokio::test]
async fn another_load_within_the_rules_takes_the_suggestions_place_and_one_beyond_is_refused() {
    let world = World::new(Vec::new()).await;
    let session = world.session().await;
    let suggestion = session.suggestion.unwrap();
    let mut args: LogSetArgs = serde_json::from_value(suggestion.args.clone()).unwrap();
    args.reps = args.reps.map(|reps| reps + 1);
    let fits = serde_json::to_value(&args).unwrap();
    args.weight_kg += 200.0;
    let beyond = serde_json::to_value(&args).unwrap();
    world.script.add(vec![call("logSet", &beyond), call("logSet", &fits), Play::Say("Logged.")]);
    let run = world.ask_copilot(&session.id, "one more rep").await;
    world.until(&run, RunStatus::Paused).await;
    let open = world.open().await;
    assert_eq!((open.run_id.as_ref(), &open.args["reps"]), (Some(&run), &fits["reps"]));
    world.confirm(&open).await.unwrap();
    world.until(&run, RunStatus::Finished).await;
    let told = results(&world.script);
    assert_eq!(told[0]["error"]["errors"][0]["pointer"], "/weight_kg");
    assert_eq!(told[1]["status"], "executed");
    assert_eq!(world.proposals(Some(ProposalStatus::Proposed)).await.len(), 1, "the next suggestion");
}

#[tokio::test]
async fn a_tap_without_signal_settles_the_proposal_and_the_run_goes_on() {
    let world = World::new(Vec::new()).await;
    let session = world.session().await;
    let mut args: LogSetArgs = serde_json::from_value(session.suggestion.unwrap().args).unwrap();
    args.reps = args.reps.map(|reps| reps + 1);
    let wish = serde_json::to_value(&args).unwrap();
    world.script.add(vec![call("logSet", &wish), Play::Say("Nice.")]);
    let run = world.ask_copilot(&session.id, "one more").await;
    world.until(&run, RunStatus::Paused).await;
    let open = world.open().await;
    let mut write = world.core.write(&world.user).await.unwrap();
    sets::log(&mut write, &session.id, tap(&args, Some(open.id.clone()))).await.unwrap();
    write.commit().await.unwrap();
    world.until(&run, RunStatus::Finished).await;
    assert_eq!(results(&world.script)[0]["status"], "executed");
    assert!(world.names(&run).await.contains(&"proposal.resolved".to_owned()));
    let after = sessions::get(&world.core, &world.user, &session.id).await.unwrap();
    assert_eq!(after.sets.len(), 1);
}

#[tokio::test]
async fn a_set_logged_by_hand_makes_the_old_suggestion_void() {
    let world = World::new(Vec::new()).await;
    let session = world.session().await;
    let suggestion = session.suggestion.unwrap();
    let mut args: LogSetArgs = serde_json::from_value(suggestion.args.clone()).unwrap();
    args.weight_kg += 5.0;
    let mut write = world.core.write(&world.user).await.unwrap();
    sets::log(&mut write, &session.id, tap(&args, None)).await.unwrap();
    write.commit().await.unwrap();
    assert!(world.confirm(&suggestion).await.is_err());
    let after = sessions::get(&world.core, &world.user, &session.id).await.unwrap();
    assert_eq!(after.sets.len(), 1);
    assert_eq!(world.proposals(Some(ProposalStatus::Proposed)).await.len(), 1);
}

#[tokio::test]
async fn an_expired_suggestion_cannot_be_confirmed_but_a_tap_that_names_it_counts() {
    let world = World::new(Vec::new()).await;
    let session = world.session().await;
    let suggestion = session.suggestion.unwrap();
    let args: LogSetArgs = serde_json::from_value(suggestion.args.clone()).unwrap();
    world.core.clock.advance(jiff::SignedDuration::from_mins(16));
    assert!(world.confirm(&suggestion).await.is_err());
    let mut write = world.core.write(&world.user).await.unwrap();
    sets::log(&mut write, &session.id, tap(&args, Some(suggestion.id))).await.unwrap();
    write.commit().await.unwrap();
    let after = sessions::get(&world.core, &world.user, &session.id).await.unwrap();
    assert_eq!(after.sets.len(), 1);
}
