//! A red flag stops coaching by rule, whatever a model would say (law L11).

use std::time::Duration;

use serde_json::json;

use super::script::{Play, call};
use super::support::{World, quick};
use spotter::agents::driver::Limits;
use spotter::agents::run::RunStatus;
use spotter::domain::profile::Profile;
use spotter::domain::proposal::ProposalStatus;
use spotter::service::sets::{self, SetInput};
use spotter::service::{Error, safety, sessions};

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

#[tokio::test]
async fn a_flag_in_a_sets_note_hangs_up_on_the_model_in_another_conversation() {
    let world = World::new(vec![Play::Hang("Your plan")]).await;
    let session = world.session().await;
    let talking = world.say("my plan").await;
    world.until_sent(&talking, "text.delta").await;
    let args = session.suggestion.unwrap().args;
    let note = json!({"exercise_id": args["exercise_id"], "set_index": 1, "reps": 5, "note": FLAG});
    let mut write = world.core.write(&world.user).await.unwrap();
    let input: SetInput = serde_json::from_value(note).unwrap();
    sets::log(&mut write, &session.id, input).await.unwrap();
    write.commit().await.unwrap();
    world.script.until_left(1).await;
    world.until(&talking, RunStatus::Finished).await;
    let events = world.events(&talking).await;
    let text = super::streams::shown(&events).messages.pop().unwrap().text;
    assert!(text.len() > 40 && !text.contains("Your plan"), "the fixed text alone: {text}");
    assert!(events.iter().any(|sent| sent.event == "step.reset"), "what it had said is void");
    let after = sessions::get(&world.core, &world.user, &session.id).await.unwrap();
    assert_eq!(after.sets.len(), 1, "the set counts all the same");
}

#[tokio::test]
async fn a_flag_stops_what_waits_in_another_conversation_and_tells_its_stream() {
    let world = World::new(vec![call("updateProfile", &json!({"days_per_week": 4}))]).await;
    let run = world.say("four days").await;
    world.until(&run, RunStatus::Paused).await;
    let mut write = world.core.write(&world.user).await.unwrap();
    safety::heed(&mut write, FLAG).await.unwrap();
    write.commit().await.unwrap();
    world.until(&run, RunStatus::Finished).await;
    let events = world.events(&run).await;
    let resolved = events.iter().find(|sent| sent.event == "proposal.resolved").unwrap();
    assert!(resolved.data.contains("declined"), "{resolved:?}");
    assert_eq!(world.script.asked().len(), 1, "no model is asked again");
}

#[tokio::test]
async fn what_expired_before_a_flag_stays_expired() {
    // Nothing looks at the clock meanwhile.
    let limits = Limits { sweep: Duration::from_hours(1), ..quick() };
    let world = World::with(vec![call("updateProfile", &json!({"days_per_week": 4}))], limits).await;
    let run = world.say("four days").await;
    world.until(&run, RunStatus::Paused).await;
    world.core.clock.advance(jiff::SignedDuration::from_hours(25));
    let mut write = world.core.write(&world.user).await.unwrap();
    safety::heed(&mut write, FLAG).await.unwrap();
    write.commit().await.unwrap();
    world.until(&run, RunStatus::Finished).await;
    let all = world.proposals(None).await;
    assert_eq!(all[0].status, ProposalStatus::Expired);
}

#[tokio::test]
async fn a_note_that_was_resolved_is_not_heard_again_when_something_else_changes() {
    let world = World::new(Vec::new()).await;
    let session = world.session().await;
    let is_locked = async || safety::get(&world.core, &world.user).await.unwrap().locked;
    let resolve = async || {
        let mut write = world.core.write(&world.user).await.unwrap();
        safety::resolve(&mut write).await.unwrap();
        write.commit().await.unwrap();
    };
    let exercise = &session.suggestion.unwrap().args["exercise_id"];
    let noted = json!({"exercise_id": exercise, "set_index": 1, "reps": 5, "note": FLAG});
    let mut write = world.core.write(&world.user).await.unwrap();
    let set = sets::log(&mut write, &session.id, serde_json::from_value(noted).unwrap()).await.unwrap();
    write.commit().await.unwrap();
    assert!(is_locked().await);
    resolve().await;
    for (change, locks) in [
        (json!({"reps": 6}), false),
        (json!({"reps": 7, "note": FLAG}), false),
        (json!({"note": "fine now"}), false),
        (json!({"note": FLAG}), true),
    ] {
        let mut write = world.core.write(&world.user).await.unwrap();
        let patch = serde_json::from_value(change.clone()).unwrap();
        sets::edit(&mut write, &session.id, &set.id, patch).await.unwrap();
        write.commit().await.unwrap();
        assert_eq!(is_locked().await, locks, "{change}");
    }
    resolve().await;
    for (change, locks) in [(json!({"notes": FLAG}), true), (json!({"notes": FLAG}), false)] {
        let mut write = world.core.write(&world.user).await.unwrap();
        let patch = serde_json::from_value(change.clone()).unwrap();
        sessions::patch(&mut write, &session.id, patch).await.unwrap();
        write.commit().await.unwrap();
        assert_eq!(is_locked().await, locks, "{change}");
        resolve().await;
    }
}

#[tokio::test]
async fn a_new_flag_in_the_profile_locks_and_one_that_stood_there_does_not_lock_again() {
    use spotter::domain::profile::{Limitation, Note, NoteSource, Spared};
    let world = World::new(Vec::new()).await;
    let spared = Spared::Movement(spotter::domain::exercise::Pattern::Hinge);
    let limitation =
        Limitation { pattern: spared, note: Some("No more of this: I fainted at the gym today".to_owned()) };
    let note = Note { id: String::new(), text: FLAG.to_owned(), source: NoteSource::Person };
    for which in ["limitation", "note"] {
        let save = |change: &str| {
            let mut profile = Profile::default();
            if which == "limitation" {
                profile.limitations.push(limitation.clone());
            } else {
                profile.notes.push(note.clone());
            }
            profile.session_minutes = if change == "first" { 45 } else { 50 };
            world.save_profile(profile)
        };
        save("first").await;
        assert!(safety::get(&world.core, &world.user).await.unwrap().locked, "{which}");
        let mut write = world.core.write(&world.user).await.unwrap();
        safety::resolve(&mut write).await.unwrap();
        write.commit().await.unwrap();
        save("again").await;
        assert!(!safety::get(&world.core, &world.user).await.unwrap().locked, "{which} that is resolved");
    }
}
