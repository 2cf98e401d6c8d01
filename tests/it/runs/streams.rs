//! What is watched is the same whether it was cut or not (law L9), and a model server that fails is
//! tried again without showing text twice.

use std::time::Duration;

use futures_util::StreamExt as _;
use serde_json::{Value, json};

use super::script::{Play, call};
use super::support::World;
use spotter::agents::driver::{Begin, Cursor, Sent};
use spotter::agents::model::ModelError;
use spotter::agents::roster::Agent;
use spotter::agents::run::RunStatus;
use spotter::agents::run::event::{RunEvent, Snapshot};

pub fn delta(sent: &Sent) -> String {
    let data: Value = serde_json::from_str(&sent.data).unwrap();
    data["delta"].as_str().unwrap_or_default().to_owned()
}

pub fn shown(events: &[Sent]) -> Snapshot {
    let mut snapshot = Snapshot::default();
    for sent in events {
        snapshot.fold(RunEvent::read(&sent.event, &sent.data).unwrap());
    }
    snapshot
}

#[tokio::test]
async fn a_stream_resumed_at_any_event_shows_the_same() {
    let words = "A sentence that is long enough to be sent in quite a few pieces.";
    let world = World::new(vec![call("getProfile", &json!({})), Play::Say(words)]).await;
    let run = world.say("hello").await;
    let live = world.events(&run).await;
    world.until(&run, RunStatus::Finished).await;
    assert!(live.len() > 10, "watched live: {}", live.len());
    let whole = shown(&live);
    assert_eq!(whole.messages[0].text, words);
    for cut in 0..live.len() {
        let last = &live[cut];
        let cursor = Cursor { epoch: last.epoch, seq: last.seq };
        let rest = world.events_after(&run, Some(cursor)).await;
        let joined: Vec<Sent> = live[..=cut].iter().cloned().chain(rest).collect();
        assert_eq!(shown(&joined), whole, "cut after event {cut}");
    }
    let end = live.last().map(|sent| Cursor { epoch: sent.epoch, seq: sent.seq });
    assert!(world.agents.watch(&world.user, &run, end).await.unwrap().is_none(), "204 after the end");
    assert_eq!(shown(&world.events(&run).await), whole);
}

#[tokio::test]
async fn who_reads_slowly_gets_every_piece_once_and_in_order() {
    let words: &'static str = "word after word, ".repeat(200).leak();
    let world = World::new(vec![Play::Say(words)]).await;
    let run = world.say("hello").await;
    let stream = world.agents.watch(&world.user, &run, None).await.unwrap().unwrap();
    world.until(&run, RunStatus::Finished).await;
    let events: Vec<Sent> = stream.collect().await;
    assert!(events.windows(2).all(|pair| pair[0].seq < pair[1].seq), "once and in order");
    assert_eq!(shown(&events).messages[0].text, words);
    assert_eq!(events.last().unwrap().event, "run.finished");
}

#[tokio::test]
async fn a_stream_that_is_cut_is_voided_and_tried_again() {
    let world = World::new(vec![Play::Cut("Half"), Play::Say("Whole.")]).await;
    let run = world.say("hello").await;
    world.until(&run, RunStatus::Finished).await;
    let events = world.events(&run).await;
    assert!(events.iter().any(|sent| sent.event == "step.reset"));
    assert_eq!(shown(&events).messages[0].text, "Whole.");
}

#[tokio::test]
async fn a_stream_that_is_always_cut_ends_in_an_error_and_leaves_no_text() {
    let world = World::new(vec![Play::Cut("One"), Play::Cut("Two"), Play::Cut("Three")]).await;
    let run = world.say("hello").await;
    world.until(&run, RunStatus::Error).await;
    let events = world.events(&run).await;
    assert!(events.last().unwrap().data.contains("model_cut"));
    assert!(shown(&events).messages.is_empty());
}

#[tokio::test]
async fn a_busy_server_is_tried_again_and_a_wrong_key_is_not() {
    let busy = ModelError::RateLimited { retry_after: Some(Duration::from_millis(10)) };
    let world = World::new(vec![Play::Fail(busy), Play::Say("Here.")]).await;
    let run = world.say("hello").await;
    world.until(&run, RunStatus::Finished).await;
    assert!(!world.names(&run).await.contains(&"step.reset".to_owned()), "nothing was shown before");
    world.script.add(vec![Play::Fail(ModelError::Unauthorized { status: 401 })]);
    let run = world.say("again").await;
    world.until(&run, RunStatus::Error).await;
    assert_eq!(world.script.asked().len(), 3, "no second try");
    assert!(world.events(&run).await.last().unwrap().data.contains("model_unauthorized"));
}

#[tokio::test]
async fn a_pause_keeps_the_stream_open_for_what_a_decision_brings() {
    let world =
        World::new(vec![call("updateProfile", &json!({"days_per_week": 4})), Play::Say("Done.")]).await;
    let run = world.say("four").await;
    let watching = async { world.events(&run).await };
    let deciding = async {
        world.until(&run, RunStatus::Paused).await;
        world.confirm(&world.open().await).await.unwrap();
    };
    let (events, ()) = tokio::join!(watching, deciding);
    let mut names: Vec<&str> = events.iter().map(|sent| sent.event.as_str()).collect();
    names.dedup();
    assert_eq!(
        names,
        [
            "run.started",
            "tool.started",
            "proposal.created",
            "run.paused",
            "proposal.resolved",
            "tool.result",
            "text.delta",
            "text.done",
            "run.finished"
        ]
    );
}

#[tokio::test]
async fn a_model_that_says_nothing_more_ends_with_the_working_time() {
    let limits = spotter::agents::driver::Limits { run_seconds: 1, ..super::support::quick() };
    let world = World::with(vec![Play::Hang("Well")], limits).await;
    let run = world.say("hello").await;
    world.until(&run, RunStatus::Error).await;
    assert!(shown(&world.events(&run).await).messages.is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_comes_after_the_last_event_however_much_is_still_said() {
    let world = World::new(vec![Play::Flood]).await;
    let run = world.say("hello").await;
    world.until_sent(&run, "text.delta").await;
    world.agents.cancel(&world.user, &run).await.unwrap();
    world.script.until_left(1).await;
    world.until_released().await;
    let events = world.events(&run).await;
    let last = events.last().unwrap();
    assert_eq!(last.event, "run.cancelled");
    let end = Cursor { epoch: last.epoch, seq: last.seq };
    assert!(world.agents.watch(&world.user, &run, Some(end)).await.unwrap().is_none(), "204 after the end");
}

#[tokio::test]
async fn a_run_that_a_message_overtook_keeps_nothing_in_memory() {
    let world =
        World::new(vec![call("updateProfile", &json!({"days_per_week": 4})), Play::Say("Fine.")]).await;
    let waiting = world.say("four days").await;
    world.until(&waiting, RunStatus::Paused).await;
    assert_eq!(world.agents.logs_held(), 1);
    let next = world.say("forget it").await;
    world.until(&next, RunStatus::Finished).await;
    world.until_released().await;
    assert_eq!(world.names(&waiting).await.last().unwrap(), "run.finished");
}

#[tokio::test]
async fn a_run_goes_on_when_the_answer_to_the_commit_that_began_it_was_lost() {
    let world = World::new(vec![Play::Say("Here I am.")]).await;
    let message = Begin {
        agent: Agent::Coach,
        conversation_id: world.conversation.clone(),
        session_id: None,
        text: "hello".to_owned(),
    };
    let mut write = world.core.write(&world.user).await.unwrap();
    let begun = world.agents.begin(&mut write, message).await.unwrap();
    write.commit().await.unwrap();
    let run = begun.run_id.clone();
    // It is durable, and whoever wrote it does not know.
    drop(begun);
    world.agents.nudge(&run);
    world.until(&run, RunStatus::Finished).await;
    assert_eq!(world.names(&run).await, ["run.started", "text.delta", "text.done", "run.finished"]);
}

#[tokio::test]
async fn who_watches_misses_nothing_when_the_answer_to_a_commit_was_lost() {
    let world =
        World::new(vec![call("updateProfile", &json!({"days_per_week": 4})), Play::Say("Done.")]).await;
    let run = world.say("four").await;
    world.until(&run, RunStatus::Paused).await;
    let watching = async { world.events(&run).await };
    let deciding = async {
        let open = world.open().await;
        tokio::time::sleep(Duration::from_millis(50)).await;
        let mut write = world.core.write(&world.user).await.unwrap();
        let five = json!({"days_per_week": 5});
        let edited = world.agents.edit_in(&mut write, &open.id, &open.digest, &five).await.unwrap();
        write.commit().await.unwrap();
        drop(edited);
        world.agents.nudge(&run);
        world.until(&run, RunStatus::Finished).await;
    };
    let (mut seen, ()) = tokio::join!(watching, deciding);
    let last = seen.last().unwrap();
    let rest = world.events_after(&run, Some(Cursor { epoch: last.epoch, seq: last.seq })).await;
    seen.extend(rest);
    let order = |sent: &[Sent]| sent.iter().map(|sent| (sent.seq, sent.event.clone())).collect::<Vec<_>>();
    let stored = world.events(&run).await;
    let without_text = |sent: &[Sent]| {
        let mut all = order(sent);
        all.retain(|(_, event)| event != "text.delta");
        all
    };
    assert_eq!(without_text(&seen), without_text(&stored));
    assert_eq!(shown(&seen), shown(&stored));
}
