//! Proposals are confirmed exactly as shown, once, or not at all.

use serde_json::json;

use super::script::{Play, call};
use super::support::{World, results};
use spotter::agents::run::RunStatus;
use spotter::domain::proposal::ProposalStatus;
use spotter::service::Error;

fn four_days() -> Play {
    call("updateProfile", &json!({"days_per_week": 4, "reason": "you asked"}))
}

#[tokio::test]
async fn an_edit_is_what_runs_and_what_the_model_is_told() {
    let world = World::new(vec![four_days(), Play::Say("Five it is.")]).await;
    let run = world.say("four days").await;
    world.until(&run, RunStatus::Paused).await;
    let proposal = world.open().await;
    let mut write = world.core.write(&world.user).await.unwrap();
    let nine = json!({"days_per_week": 9});
    let wrong = world.agents.edit_in(&mut write, &proposal.id, &proposal.digest, &nine).await;
    let Err(Error::Invalid(errors)) = wrong else { panic!("nine days are too many") };
    assert_eq!(errors[0].pointer, "/args/days_per_week");
    drop(write);
    assert_eq!(world.open().await, proposal, "nothing changed");
    let mut write = world.core.write(&world.user).await.unwrap();
    let args = json!({"days_per_week": 5});
    let outcome = world.agents.edit_in(&mut write, &proposal.id, &proposal.digest, &args).await.unwrap();
    write.commit().await.unwrap();
    let done = outcome.publish(&world.agents).unwrap();
    assert_ne!(done.id, proposal.id);
    assert_eq!((done.status, world.days_per_week().await), (ProposalStatus::Executed, 5));
    world.until(&run, RunStatus::Finished).await;
    let told = results(&world.script);
    assert_eq!(
        (told[0]["status"].as_str(), &told[0]["result"]["args"]["days_per_week"]),
        (Some("executed"), &json!(5))
    );
    assert!(matches!(world.confirm(&proposal).await, Err(Error::Conflict(_))));
}

#[tokio::test]
async fn two_proposals_of_one_step_are_decided_one_by_one_in_any_order() {
    let both = vec![
        ("updateProfile", json!({"goal": "strength"}).to_string()),
        ("getProfile", "{}".to_owned()),
        ("updateProfile", json!({"days_per_week": 4}).to_string()),
    ];
    let world = World::new(vec![Play::Call(both), Play::Say("One of them.")]).await;
    let run = world.say("both").await;
    let paused = world.until(&run, RunStatus::Paused).await;
    assert_eq!(paused.pending.len(), 2);
    world.agents.decline(&world.user, &paused.pending[1], None).await.unwrap();
    let waiting = world.until_pending(&run, 1).await;
    assert_eq!((waiting.status, waiting.pending.as_slice()), (RunStatus::Paused, &paused.pending[..1]));
    assert_eq!(world.script.asked().len(), 1, "the model is not asked while one is open");
    let first = world.open().await;
    world.confirm(&first).await.unwrap();
    world.until(&run, RunStatus::Finished).await;
    let told = results(&world.script);
    assert_eq!(told[0]["status"], "executed");
    assert_eq!(told[1]["days_per_week"], 3);
    assert_eq!(told[2]["status"], "declined");
}

#[tokio::test]
async fn what_was_confirmed_is_remembered_as_done_although_the_run_was_cancelled_right_after() {
    let mut world = World::new(vec![four_days()]).await;
    let run = world.say("four days").await;
    world.until(&run, RunStatus::Paused).await;
    // Nobody is there to take the decision up before the person cancels.
    world.agents.shutdown().await;
    world.confirm(&world.open().await).await.unwrap();
    world.agents.cancel(&world.user, &run).await.unwrap();
    let names = world.names(&run).await;
    assert_eq!(names[names.len() - 3..], ["proposal.resolved", "tool.result", "run.cancelled"]);
    world.restart().await;
    world.script.add(vec![Play::Say("Four it is.")]);
    let next = world.say("and now?").await;
    world.until(&next, RunStatus::Finished).await;
    assert_eq!(results(&world.script)[0]["status"], "executed");
    assert_eq!(world.days_per_week().await, 4);
}
