//! A red flag stops coaching by rule, whatever a model would say (law L11).

use serde_json::json;

use super::script::{Play, call};
use super::support::World;
use crate::agents::run::RunStatus;
use crate::domain::proposal::ProposalStatus;
use crate::service::{Error, safety, sessions};

const FLAG: &str = "I have a crushing chest pain right now";

#[tokio::test]
async fn the_fixed_text_is_streamed_and_no_model_is_asked() {
    let world = World::new(Vec::new()).await;
    let run = world.say(FLAG).await;
    world.until(&run, RunStatus::Finished).await;
    assert_eq!(world.names(&run).await, ["run.started", "text.delta", "text.done", "run.finished"]);
    assert!(world.script.asked().is_empty());
    assert!(matches!(world.try_say("and my plan?").await, Err(Error::Locked { .. })));
    let state = safety::get(&world.core, &world.user).await.unwrap();
    assert_eq!((state.locked, state.flag.as_deref()), (true, Some("chest_pain")));
}

#[tokio::test]
async fn open_proposals_are_declined_and_logging_goes_on() {
    let world = World::new(vec![call("updateProfile", &json!({"days_per_week": 4}))]).await;
    let session = world.session().await;
    let suggestion = session.suggestion.clone().unwrap();
    let run = world.say("four days").await;
    world.until(&run, RunStatus::Paused).await;
    let flagged = world.say(FLAG).await;
    world.until(&flagged, RunStatus::Finished).await;
    assert!(world.proposals(Some(ProposalStatus::Proposed)).await.is_empty());
    assert!(matches!(world.confirm(&suggestion).await, Err(Error::Locked { .. })));
    assert_eq!(world.days_per_week().await, 3);
    let seen = sessions::get(&world.core, &world.user, &session.id).await.unwrap();
    assert_eq!(seen.suggestion, None, "no suggestion while locked");
    let mut write = world.core.write(&world.user).await.unwrap();
    safety::resolve(&mut write).await.unwrap();
    write.commit().await.unwrap();
    assert!(world.try_say("better now").await.is_ok());
    let seen = sessions::get(&world.core, &world.user, &session.id).await.unwrap();
    assert!(seen.suggestion.is_some());
}

#[tokio::test]
async fn a_flag_in_the_middle_of_a_run_stops_it() {
    let world = World::new(vec![Play::Hang("Your plan")]).await;
    let run = world.say("my plan").await;
    world.until_sent(&run, "text.delta").await;
    let flagged = world.say(FLAG).await;
    world.until(&flagged, RunStatus::Finished).await;
    world.until(&run, RunStatus::Cancelled).await;
}

#[tokio::test]
async fn a_flag_in_a_declines_reason_counts() {
    let world = World::new(vec![call("updateProfile", &json!({"days_per_week": 4})), Play::Say("no")]).await;
    let run = world.say("four days").await;
    world.until(&run, RunStatus::Paused).await;
    let open = world.open().await;
    world.agents.decline(&world.user, &open.id, Some(FLAG)).await.unwrap();
    world.until(&run, RunStatus::Finished).await;
    assert_eq!(world.script.asked().len(), 1, "the model is not asked again");
    assert!(safety::get(&world.core, &world.user).await.unwrap().locked);
}
