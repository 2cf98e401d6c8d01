//! Runs: reads, wrong calls, messages in the middle, cancelling, going on after a restart.

use serde_json::json;

use super::script::{Play, call};
use super::support::{World, results};
use spotter::agents::run::RunStatus;
use spotter::storage::runs;

#[tokio::test]
async fn every_reading_tool_of_the_coach_answers() {
    let names = ["getProfile", "getExercises", "getWeeklyPlan", "draftWeeklyPlan", "getProgress"];
    let calls = names.map(|name| (name, "{}".to_owned())).to_vec();
    let world = World::new(vec![Play::Call(calls), Play::Say("ok")]).await;
    let run = world.say("look at everything").await;
    world.until(&run, RunStatus::Finished).await;
    for (name, told) in names.iter().zip(results(&world.script)) {
        assert!(told.get("error").is_none(), "{name}: {told}");
        assert!(told.to_string().len() < 13_000, "{name} is bounded");
    }
}

#[tokio::test]
async fn a_drafted_plan_is_saved_only_when_confirmed() {
    let world =
        World::new(vec![call("draftWeeklyPlan", &json!({"days_per_week": 4})), Play::Say("Look.")]).await;
    let run = world.say("draft").await;
    world.until(&run, RunStatus::Finished).await;
    let draft = results(&world.script).remove(0);
    let save = json!({"split": draft["split"], "days": draft["days"], "reason": "four days"});
    world.script.add(vec![call("saveWeeklyPlan", &save), Play::Say("Saved.")]);
    let run = world.say("save it").await;
    world.until(&run, RunStatus::Paused).await;
    let proposal = world.open().await;
    assert!(!proposal.preview["diff"]["days"].as_array().unwrap().is_empty());
    assert!(proposal.preview.get("lines").is_none(), "sentences are made where it is shown");
    world.confirm(&proposal).await.unwrap();
    world.until(&run, RunStatus::Finished).await;
    let week = spotter::service::plans::week(&world.core, &world.user, None).await.unwrap();
    assert_eq!((week.plan_version, week.days.len()), (1, 4));
}

#[tokio::test]
async fn a_plan_against_the_rules_is_never_proposed() {
    let day = json!({"day": "Day1", "focus": "x", "weekday": null, "exercises": [
        {"exercise_id": "no-such-lift", "group": null, "rest_seconds": null, "note": null,
         "sets": [{"reps_min": 5, "reps_max": 8, "weight_kg": null, "rpe": 8}]}]});
    let save = json!({"split": "custom", "days": [day], "reason": null});
    let world = World::new(vec![call("saveWeeklyPlan", &save), Play::Say("I cannot.")]).await;
    let run = world.say("save").await;
    world.until(&run, RunStatus::Finished).await;
    assert_eq!(results(&world.script)[0]["error"]["code"], "plan_rules");
    assert!(world.proposals(None).await.is_empty());
}

#[tokio::test]
async fn cancelling_closes_the_connection_and_changes_nothing_else() {
    let world = World::new(vec![Play::Hang("I am")]).await;
    let run = world.say("hello").await;
    world.until_sent(&run, "text.delta").await;
    world.agents.cancel(&world.user, &run).await.unwrap();
    world.until(&run, RunStatus::Cancelled).await;
    world.agents.cancel(&world.user, &run).await.unwrap();
    assert_eq!(world.events(&run).await.last().unwrap().event, "run.cancelled");
}

#[tokio::test]
async fn a_run_that_a_restart_interrupted_goes_on_after_a_snapshot() {
    let mut world = World::new(vec![call("getProfile", &json!({})), Play::Hang("Half a sen")]).await;
    let run = world.say("hello").await;
    let before = world.until_sent(&run, "text.delta").await;
    world.script.add(vec![Play::Say("A whole sentence.")]);
    world.restart().await;
    world.until(&run, RunStatus::Finished).await;
    let old = spotter::agents::driver::Cursor { epoch: 1, seq: before.last().unwrap().seq };
    let after = world.events_after(&run, Some(old)).await;
    assert_eq!((after[0].epoch, after[0].event.as_str()), (2, "snapshot"));
    assert!(!after[0].data.contains("Half"), "the half sentence is gone: {}", after[0].data);
    assert!(after[0].data.contains("getProfile"), "the call is still shown");
    let text: String =
        after.iter().filter(|sent| sent.event == "text.delta").map(super::streams::delta).collect();
    assert_eq!(text, "A whole sentence.");
}

#[tokio::test]
async fn a_decision_just_before_a_crash_is_taken_up_after_it() {
    let mut world =
        World::new(vec![call("updateProfile", &json!({"days_per_week": 4})), Play::Say("Done.")]).await;
    let run = world.say("four").await;
    world.until(&run, RunStatus::Paused).await;
    let proposal = world.open().await;
    world.agents.shutdown().await;
    world.confirm(&proposal).await.unwrap();
    assert_eq!(world.agents.run(&world.user, &run).await.unwrap().status, RunStatus::Paused);
    world.restart().await;
    world.until(&run, RunStatus::Finished).await;
    assert_eq!(results(&world.script)[0]["status"], "executed");
}

#[tokio::test]
async fn a_run_whose_state_cannot_be_read_is_ended_and_its_conversation_goes_on() {
    let five = call("updateProfile", &json!({"days_per_week": 5}));
    let world = World::new(vec![five, Play::Say("Hello.")]).await;
    let run = world.say("five days").await;
    world.until(&run, RunStatus::Paused).await;
    let mut write = world.core.write(&world.user).await.unwrap();
    let mut row = runs::by_id(&mut write.tx, &run).await.unwrap().unwrap();
    (row.state, row.status) = ("{}".to_owned(), "running".to_owned());
    runs::update(&mut write.tx, &row).await.unwrap();
    write.commit().await.unwrap();
    let ended = async {
        while !world.agents.run(&world.user, &run).await.is_ok_and(|view| view.status == RunStatus::Error) {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(20), ended).await.expect("it is ended");
    assert_eq!(world.events(&run).await.last().unwrap().event, "run.error");
    world.agents.cancel(&world.user, &run).await.unwrap();
    let next = world.say("hello").await;
    world.until(&next, RunStatus::Finished).await;
}
