//! Another exercise in a workout, by a form alone.

use reqwest::StatusCode;

use super::{borrowed, fields, visitor};
use crate::support::app::TestApp;

#[tokio::test]
async fn an_exercise_is_swapped_on_the_workout_page_by_a_form_alone() {
    let app = TestApp::start().await;
    let ada = visitor(&app, "Ada").await;
    let start = fields(&ada.page("/").await, "start-form");
    ada.post("/workout/start", &borrowed(&start)).await;
    let html = ada.page("/workout").await;
    let log = fields(&html, "log-form");
    let first = log.iter().find(|(name, _)| name == "exercise_id").unwrap().1.clone();
    let id = format!("swap-next-{first}");
    let form = fields(&html, &id);
    let select = html.split(&format!("id=\"{id}\"")).nth(1).unwrap().split("</select>").next().unwrap();
    let to = select.split("<option value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let mut sent = form.clone();
    sent.push(("replacement_id".to_owned(), to.clone()));
    for _ in 0..2 {
        let swapped = ada.post("/workout/swap", &borrowed(&sent)).await;
        assert_eq!(swapped.status(), StatusCode::SEE_OTHER);
    }
    let html = ada.page("/workout").await;
    let next = fields(&html, "log-form");
    assert!(next.contains(&("exercise_id".to_owned(), to.clone())), "the suggestion follows: {next:?}");
    assert!(
        !html.contains(&format!("id=\"exercise-{first}\""))
            && html.contains(&format!("id=\"exercise-{to}\""))
    );
    let mut wrong = fields(&html, &format!("swap-next-{to}"));
    wrong.push(("replacement_id".to_owned(), "no-such-exercise".to_owned()));
    assert_eq!(ada.post("/workout/swap", &borrowed(&wrong)).await.status(), StatusCode::UNPROCESSABLE_ENTITY);
}
