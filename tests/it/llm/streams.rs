//! A stream that is left anywhere and taken up again shows the same (law L9).

use std::time::Duration;

use serde_json::json;

use super::five_days;
use crate::support::app::TestApp;
use crate::support::llm::{call, chunk, end, say};
use crate::support::lying_server::{Act, LyingServer, chunks, stream};
use crate::support::talk::{Event, Reader, Talk, names, text_of};

fn places(events: &[Event]) -> Vec<(i64, i64)> {
    let place = |event: &Event| {
        let (epoch, seq) = event.id.split_once('.').unwrap();
        (epoch.parse().unwrap(), seq.parse().unwrap())
    };
    events.iter().map(place).collect()
}

#[tokio::test]
async fn from_every_event_on_the_rest_is_the_same_and_after_the_last_there_is_nothing() {
    let replies =
        vec![call("getProfile", &json!({})), five_days(), say("Then five days it is, from now on.")];
    let (talk, _llm) = Talk::with(replies).await;
    let run = talk.say("Please change it").await;
    let mut live = Reader::open(&talk.user, &run, None).await.unwrap();
    let mut all = live.until("run.paused").await;
    let proposal = all.iter().find(|event| event.name == "proposal.created").unwrap();
    talk.confirm(&proposal.data["proposal"]).await;
    all.extend(live.until("run.finished").await);
    assert!(live.next().await.is_none(), "the stream ends with the run");
    assert!(places(&all).is_sorted_by(|one, next| one < next), "no gap back, no double");
    for (at, event) in all.iter().enumerate() {
        let Some(mut again) = Reader::open(&talk.user, &run, Some(&event.id)).await else {
            assert_eq!(at + 1, all.len(), "204 only after the last");
            continue;
        };
        let rest = again.until("run.finished").await;
        assert!(places(&rest)[0] > places(&all)[at], "nothing twice");
        let both: Vec<Event> = all[..=at].iter().cloned().chain(rest).collect();
        assert_eq!(text_of(&both), text_of(&all));
        assert_eq!(names(&both), names(&all), "after {}", event.id);
    }
}

#[tokio::test]
async fn leaving_after_every_single_event_loses_nothing() {
    let words: Vec<String> = (0..40).map(|n| format!("word{n} ")).collect();
    let mut script = stream("");
    for word in &words {
        let body = chunks(&[chunk(json!({"content": word}))]).replace("data: [DONE]\n\n", "");
        script.extend([Act::Send(body.into_bytes()), Act::Wait(Duration::from_millis(15))]);
    }
    script.push(Act::Send(chunks(&end("stop")).into_bytes()));
    let server = LyingServer::start(vec![script]).await;
    let talk = Talk::on(TestApp::start_with_model(&format!("{}/v1", server.url())).await).await;
    let run = talk.say("Count").await;
    let (mut seen, mut after) = (Vec::new(), None::<String>);
    while let Some(mut reader) = Reader::open(&talk.user, &run, after.as_deref()).await {
        let event = reader.next().await.expect("something comes");
        after = Some(event.id.clone());
        seen.push(event);
    }
    assert_eq!(text_of(&seen), words.concat());
    assert_eq!(names(&seen), ["run.started", "text.delta", "text.done", "run.finished"]);
    assert!(places(&seen).is_sorted_by(|one, next| one < next));
}

#[tokio::test]
async fn an_id_from_before_a_restart_is_answered_with_all_there_is() {
    let mut slow = stream(chunks(&[chunk(json!({"content": "Half a"}))]).replace("data: [DONE]\n\n", ""));
    slow.push(Act::Hang);
    let whole = stream(chunks(&crate::support::llm::prose("All of the answer.")));
    let server = LyingServer::start(vec![slow, whole]).await;
    let talk = Talk::on(TestApp::start_with_model(&format!("{}/v1", server.url())).await).await;
    let run = talk.say("Hello").await;
    let before = talk.until(&run, "text.delta").await;
    let talk = talk.restart().await;
    let mut again = Reader::open(&talk.user, &run, Some(&before.last().unwrap().id)).await.unwrap();
    let events = again.until("run.finished").await;
    assert_eq!(events[0].name, "snapshot", "{events:#?}");
    assert_eq!(events[0].data["messages"], json!([]), "the half answer is void");
    assert_eq!(text_of(&events), "All of the answer.");
}
