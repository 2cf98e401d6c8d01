//! Proposals are confirmed exactly as shown, once, or not at all.

use jiff::SignedDuration;
use serde_json::json;

use super::script::{Play, call};
use super::support::{World, results};
use crate::agents::run::RunStatus;
use crate::domain::proposal::ProposalStatus;
use crate::service::precondition::IfMatch;
use crate::service::{Error, accounts, profiles};

fn four_days() -> Play {
    call("updateProfile", &json!({"days_per_week": 4, "reason": "you asked"}))
}

#[tokio::test]
async fn a_write_never_runs_unconfirmed_and_runs_once_when_confirmed() {
    let world = World::new(vec![four_days(), Play::Say("Done.")]).await;
    let run = world.say("four days please").await;
    world.until(&run, RunStatus::Paused).await;
    assert_eq!(world.days_per_week().await, 3, "nothing was written");
    let proposal = world.open().await;
    assert_eq!(proposal.preview["changes"][0]["field"], "days_per_week");
    let done = world.confirm(&proposal).await.unwrap();
    assert_eq!((done.status, world.days_per_week().await), (ProposalStatus::Executed, 4));
    world.until(&run, RunStatus::Finished).await;
    assert_eq!(results(&world.script)[0]["status"], "executed");
    let again = world.confirm(&proposal).await.unwrap();
    assert_eq!(again.result, done.result, "the recorded result");
    assert_eq!(profiles::get(&world.core, &world.user).await.unwrap().version, 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fifty_confirms_at_once_are_one_write() {
    let world = World::new(vec![four_days(), Play::Say("Done.")]).await;
    let run = world.say("four days").await;
    world.until(&run, RunStatus::Paused).await;
    let proposal = world.open().await;
    let all = futures_util::future::join_all((0..50).map(|_| world.confirm(&proposal))).await;
    assert!(all.iter().all(|done| done.as_ref().is_ok_and(|done| done.status == ProposalStatus::Executed)));
    assert_eq!(profiles::get(&world.core, &world.user).await.unwrap().version, 2);
    world.until(&run, RunStatus::Finished).await;
    let resolved = world.events(&run).await.into_iter().filter(|sent| sent.event == "proposal.resolved");
    assert_eq!(resolved.count(), 1);
}

#[tokio::test]
async fn a_wrong_digest_leaves_it_untouched() {
    let world = World::new(vec![four_days()]).await;
    let run = world.say("four days").await;
    world.until(&run, RunStatus::Paused).await;
    let proposal = world.open().await;
    let wrong = world.agents.confirm(&world.user, &proposal.id, "0000").await;
    assert!(matches!(wrong, Err(Error::WrongDigest)));
    assert_eq!(world.open().await, proposal);
}

#[tokio::test]
async fn what_moved_meanwhile_is_never_overwritten() {
    let world = World::new(vec![four_days(), Play::Say("Oh.")]).await;
    let run = world.say("four days").await;
    world.until(&run, RunStatus::Paused).await;
    let proposal = world.open().await;
    let mut write = world.core.write(&world.user).await.unwrap();
    let mut profile = profiles::load(&mut write.tx, &world.user).await.unwrap().profile;
    profile.days_per_week = 5;
    profiles::replace(&mut write, profile, &IfMatch::Any).await.unwrap();
    write.commit().await.unwrap();
    for _ in 0..2 {
        assert!(matches!(world.confirm(&proposal).await, Err(Error::Stale { .. })));
    }
    assert_eq!(world.days_per_week().await, 5, "the person's own edit stays");
    world.until(&run, RunStatus::Finished).await;
    assert_eq!(results(&world.script)[0]["error"]["code"], "stale_state");
}

#[tokio::test]
async fn time_runs_out_without_running_anything() {
    let world = World::new(vec![four_days(), Play::Say("Too late.")]).await;
    let run = world.say("four days").await;
    world.until(&run, RunStatus::Paused).await;
    let proposal = world.open().await;
    world.core.clock.advance(SignedDuration::from_hours(25));
    assert!(matches!(world.confirm(&proposal).await, Err(Error::Gone(_))));
    world.until(&run, RunStatus::Finished).await;
    assert_eq!(
        (results(&world.script)[0]["status"].as_str(), world.days_per_week().await),
        (Some("expired"), 3)
    );
    assert!(matches!(world.confirm(&proposal).await, Err(Error::Gone(_))));
}

#[tokio::test]
async fn a_decline_is_told_with_its_reason_and_the_same_call_is_not_asked_again() {
    let world = World::new(vec![four_days(), four_days(), Play::Say("Fine.")]).await;
    let run = world.say("four days").await;
    world.until(&run, RunStatus::Paused).await;
    let proposal = world.open().await;
    world.agents.decline(&world.user, &proposal.id, Some("too many")).await.unwrap();
    world.until(&run, RunStatus::Finished).await;
    let told = results(&world.script);
    assert_eq!(
        (told[0]["reason"].as_str(), told[1]["reason"].as_str()),
        (Some("too many"), Some("too many"))
    );
    assert_eq!(world.proposals(None).await.len(), 1, "nobody was asked twice");
    assert!(matches!(world.confirm(&proposal).await, Err(Error::Conflict(_))));
    let again = world.agents.decline(&world.user, &proposal.id, None).await.unwrap();
    assert_eq!(again.status, ProposalStatus::Declined);
}

#[tokio::test]
async fn another_persons_proposal_is_not_there() {
    let world = World::new(vec![four_days()]).await;
    let run = world.say("four days").await;
    world.until(&run, RunStatus::Paused).await;
    let proposal = world.open().await;
    let other = accounts::create(&world.core, "Eve", None).await.unwrap().id;
    let stolen = world.agents.confirm(&other, &proposal.id, &proposal.digest).await;
    assert!(matches!(stolen, Err(Error::NotFound)));
    assert!(matches!(world.agents.decline(&other, &proposal.id, None).await, Err(Error::NotFound)));
    assert!(matches!(world.agents.run(&other, &run).await, Err(Error::NotFound)));
    assert!(matches!(world.agents.cancel(&other, &run).await, Err(Error::NotFound)));
    assert!(world.agents.watch(&other, &run, None).await.is_err());
    assert_eq!(world.open().await.status, ProposalStatus::Proposed);
}

#[tokio::test]
async fn a_pending_proposal_survives_a_restart_and_can_be_confirmed_after_it() {
    let mut world = World::new(vec![four_days(), Play::Say("Done.")]).await;
    let run = world.say("four days").await;
    world.until(&run, RunStatus::Paused).await;
    let proposal = world.open().await;
    world.restart().await;
    assert_eq!(world.open().await, proposal);
    world.confirm(&proposal).await.unwrap();
    world.until(&run, RunStatus::Finished).await;
    assert_eq!(world.days_per_week().await, 4);
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
    tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    assert_eq!(world.agents.run(&world.user, &run).await.unwrap().status, RunStatus::Paused);
    let first = world.open().await;
    world.confirm(&first).await.unwrap();
    world.until(&run, RunStatus::Finished).await;
    let told = results(&world.script);
    assert_eq!(told[0]["status"], "executed");
    assert_eq!(told[1]["days_per_week"], 3);
    assert_eq!(told[2]["status"], "declined");
}
