//! A set that is taken out of a workout, by a form alone.

use reqwest::StatusCode;
use spotter::domain::session::Rule;
use spotter::service::{accounts, sessions};

use super::{borrowed, fields, visitor};
use crate::support::app::TestApp;

#[tokio::test]
async fn a_set_taken_out_is_not_asked_for_and_is_still_what_the_workout_is_judged_by() {
    let app = TestApp::start().await;
    let ada = visitor(&app, "Ada").await;
    let start = fields(&ada.page("/").await, "start-form");
    ada.post("/workout/start", &borrowed(&start)).await;
    let user = accounts::by_name(&app.core, "Ada").await.unwrap();
    let whole = sessions::active(&app.core, &user.id).await.unwrap().prescribed[0].clone();
    let id = whole.exercise_id.clone();
    let form = fields(&ada.page("/workout").await, &format!("remove-{id}"));
    for _ in 0..2 {
        let removed = ada.post("/workout/remove", &borrowed(&form)).await;
        assert_eq!(removed.status(), StatusCode::SEE_OTHER);
    }
    let session = sessions::active(&app.core, &user.id).await.unwrap();
    assert_eq!(session.prescribed[0].sets.len(), whole.sets.len() - 1, "the same form twice takes one out");
    // Every set that is left, at the top of its range.
    for (at, set) in session.prescribed[0].sets.iter().enumerate() {
        let (index, reps, kg) =
            ((at + 1).to_string(), set.reps_max.to_string(), set.weight_kg.unwrap_or(20.0).to_string());
        let key = format!("cut-short-test-{index}-0000");
        let sent = [
            ("key", key.as_str()),
            ("session_id", &session.id),
            ("exercise_id", &id),
            ("set_index", &index),
            ("weight", &kg),
            ("count", &reps),
        ];
        assert_eq!(ada.post("/workout/sets", &sent).await.status(), StatusCode::SEE_OTHER);
    }
    let html = ada.page("/workout").await;
    assert!(
        !fields(&html, "log-form").contains(&("exercise_id".to_owned(), id.clone())),
        "it is still asked for"
    );
    let last = fields(&html, "finish-form");
    let key = last.iter().find(|(name, _)| name == "key").unwrap().1.clone();
    let finish = [("key", key.as_str()), ("session_id", &session.id), ("status", "completed")];
    ada.post("/workout/finish", &finish).await;
    let summary = sessions::get(&app.core, &user.id, &session.id).await.unwrap().summary.unwrap();
    let made = summary.decisions.iter().find(|made| made.exercise_id == id).unwrap();
    assert_eq!(made.rule, Rule::Hold, "doing less led to more: {}", made.because);
    let late = [("key", "cut-short-test-late"), ("session_id", &session.id), ("exercise_id", &id)];
    assert_eq!(ada.post("/workout/remove", &late).await.status(), StatusCode::CONFLICT);
}
