//! The copilot beside a session: the engine's suggestion, taps, and what the model adds.

use serde_json::json;

use super::script::{Play, call};
use super::support::{World, results};
use spotter::agents::run::RunStatus;
use spotter::domain::proposal::{LogSetArgs, ProposalStatus};
use spotter::service::sessions;
use spotter::service::sets::{self, SetInput};

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

#[tokio::test]
async fn a_swap_is_proposed_among_what_the_schema_lists_and_confirmed_once() {
    let world = World::new(Vec::new()).await;
    let session = world.session().await;
    let old = session.prescribed[0].exercise_id.clone();
    world.script.add(vec![Play::Say("Which one?")]);
    let run = world.ask_copilot(&session.id, "the rack is taken").await;
    world.until(&run, RunStatus::Finished).await;
    let asked = world.script.asked().pop().unwrap();
    let tool = asked.tools.iter().find(|tool| tool.name == "swapExercise").unwrap();
    let listed = |field: &str| tool.parameters["properties"][field]["enum"].as_array().unwrap().clone();
    let today: Vec<_> = session.prescribed.iter().map(|one| json!(one.exercise_id)).collect();
    assert_eq!(listed("exercise_id"), today);
    let new = listed("replacement_id")[0].as_str().unwrap().to_owned();
    assert!(!today.contains(&json!(new)));
    let wish = |new: &str| json!({"exercise_id": old, "replacement_id": new, "reason": "The rack is taken."});
    let calls =
        vec![call("swapExercise", &wish("no-such")), call("swapExercise", &wish(&new)), Play::Say("Done.")];
    world.script.add(calls);
    let run = world.ask_copilot(&session.id, "swap it").await;
    world.until(&run, RunStatus::Paused).await;
    let open: Vec<_> = world.proposals(Some(ProposalStatus::Proposed)).await;
    let swap = open.iter().find(|one| one.tool == "swapExercise").unwrap();
    assert_eq!(open.len(), 2, "the suggestion stands beside it until it is decided");
    assert_eq!(swap.preview["replacement"]["exercise_id"], new.as_str());
    assert_eq!(swap.preview["sets_logged"], 0);
    let unchanged = sessions::get(&world.core, &world.user, &session.id).await.unwrap();
    assert_eq!(unchanged.prescribed, session.prescribed, "a proposal changes nothing");
    world.confirm(swap).await.unwrap();
    world.until(&run, RunStatus::Finished).await;
    let told = results(&world.script);
    assert_eq!(told[0]["error"]["errors"][0]["pointer"], "/replacement_id");
    assert_eq!(told[1]["status"], "executed");
    let after = sessions::get(&world.core, &world.user, &session.id).await.unwrap();
    assert_eq!(after.prescribed[0].exercise_id, new);
    let suggestion = after.suggestion.unwrap();
    assert_eq!(suggestion.args["exercise_id"], new.as_str());
    assert_eq!(world.confirm(swap).await.unwrap().status, ProposalStatus::Executed, "answered again");
    let again = sessions::get(&world.core, &world.user, &session.id).await.unwrap();
    assert_eq!(again.version, after.version, "and done once");
}

#[tokio::test]
async fn a_swap_of_a_session_that_moved_on_is_stale() {
    let world = World::new(Vec::new()).await;
    let session = world.session().await;
    let old = session.prescribed[0].exercise_id.clone();
    let wish = json!({"exercise_id": old, "replacement_id": "leg-press", "reason": null});
    world.script.add(vec![call("swapExercise", &wish), Play::Say("Never mind.")]);
    let run = world.ask_copilot(&session.id, "swap it").await;
    world.until(&run, RunStatus::Paused).await;
    let open = world.proposals(Some(ProposalStatus::Proposed)).await;
    let swap = open.iter().find(|one| one.tool == "swapExercise").unwrap();
    world.confirm(&session.suggestion.unwrap()).await.unwrap();
    assert!(matches!(world.confirm(swap).await, Err(spotter::service::Error::Stale { .. })));
    let after = sessions::get(&world.core, &world.user, &session.id).await.unwrap();
    assert_eq!(after.prescribed[0].exercise_id, old);
}

#[tokio::test]
async fn a_proposed_load_is_held_to_the_cap_again_at_the_confirm() {
    let world = World::new(Vec::new()).await;
    set_known(&world, 100.0).await;
    let session = world.session().await;
    let mut args: LogSetArgs = serde_json::from_value(session.suggestion.unwrap().args).unwrap();
    args.set_index += 1;
    let wish = serde_json::to_value(&args).unwrap();
    world.script.add(vec![call("logSet", &wish), Play::Say("Too heavy.")]);
    let run = world.ask_copilot(&session.id, "this one").await;
    world.until(&run, RunStatus::Paused).await;
    let open = world.open().await;
    set_known(&world, 30.0).await;
    assert!(matches!(world.confirm(&open).await, Err(spotter::service::Error::Invalid(_))));
    world.until(&run, RunStatus::Finished).await;
    let after = sessions::get(&world.core, &world.user, &session.id).await.unwrap();
    assert!(after.sets.is_empty(), "{:?}", after.sets);
}

/// The person says what they lift in every exercise of the first day.
async fn set_known(world: &World, weight_kg: f64) {
    use spotter::domain::profile::KnownLift;
    use spotter::service::{plans, precondition::IfMatch, profiles};
    let mut write = world.core.write(&world.user).await.unwrap();
    let plan = plans::standing(&mut write.tx, &world.core, &world.user).await.unwrap().doc;
    let mut profile = profiles::load(&mut write.tx, &world.user).await.unwrap().profile;
    let lift = |id: &String| KnownLift { exercise_id: id.clone(), weight_kg, reps: 8 };
    profile.known_lifts = plan.days[0].exercises.iter().map(|planned| lift(&planned.exercise_id)).collect();
    profiles::replace(&mut write, profile, &IfMatch::Absent).await.unwrap();
    write.commit().await.unwrap();
}
