//! The next workout as a device keeps it for when there is no signal.

use reqwest::header::COOKIE;
use reqwest::{Method, StatusCode};
use serde_json::json;
use spotter::service::{accounts, sessions};

use super::{borrowed, fields, location, visitor};
use crate::support::app::TestApp;

/// The value of an attribute of the workout's own element.
fn said<'a>(html: &'a str, name: &str) -> &'a str {
    let live = html.split("id=\"live\"").nth(1).expect("a workout").split('>').next().unwrap();
    live.split(&format!("{name}=\"")).nth(1).expect(name).split('"').next().unwrap()
}

/// What is to be lifted, in order: each card's exercise, place and numbers.
fn cards(html: &str) -> Vec<Vec<(String, String)>> {
    let forms = html.split("<form ").filter(|form| form.contains("data-log "));
    let told = ["exercise_id", "set_index", "weight", "count", "kind"];
    forms
        .map(|form| {
            let inputs = form.split("<input").skip(1).filter_map(|input| {
                let value = |name: &str| input.split(&format!(" {name}=\"")).nth(1)?.split('"').next();
                Some((value("name")?.to_owned(), value("value")?.to_owned()))
            });
            inputs.filter(|(name, _)| told.contains(&name.as_str())).collect()
        })
        .collect()
}

#[tokio::test]
async fn it_is_what_would_begin_now_and_writes_nothing() {
    let app = TestApp::start().await;
    let ada = visitor(&app, "Ada").await;
    let user = accounts::by_name(&app.core, "Ada").await.unwrap();
    let ahead = ada.page("/workout/ahead").await;
    assert!(sessions::active(&app.core, &user.id).await.is_err(), "nothing has begun");
    assert_eq!(said(&ahead, "data-day"), "Day1");
    assert!(said(&ada.page("/workout/ahead").await, "data-session") != said(&ahead, "data-session"));

    // It began offline, under the id of the copy: what is there is what the copy had said.
    let id = said(&ahead, "data-session");
    let began = json!({"id": id, "split_day": "Day1"});
    let mut write = app.core.write(&user.id).await.unwrap();
    sessions::start(&mut write, serde_json::from_value(began).unwrap()).await.unwrap();
    write.commit().await.unwrap();
    let active = ada.page("/workout").await;
    assert_eq!(said(&active, "data-session"), id);
    assert!(cards(&ahead).len() > 3);
    assert_eq!(cards(&ahead), cards(&active));

    // While one goes on there is none to keep.
    let none = app.anonymous(Method::GET, "/workout/ahead").header(COOKIE, &ada.cookie).send().await.unwrap();
    assert_eq!(none.status(), StatusCode::NO_CONTENT);
}

#[tokio::test]
async fn a_start_under_its_id_is_told_again_without_harm_and_takes_no_others_place() {
    let app = TestApp::start().await;
    let ada = visitor(&app, "Ada").await;
    let user = accounts::by_name(&app.core, "Ada").await.unwrap();
    let ahead = ada.page("/workout/ahead").await;
    let (id, other) = (said(&ahead, "data-session").to_owned(), app.clock.new_id());
    for (key, id) in
        [("start-one-0000-0000", &id), ("start-two-0000-0000", &id), ("start-else-000-0000", &other)]
    {
        let answer = ada.post("/workout/start", &[("key", key), ("split_day", "Day1"), ("id", id)]).await;
        assert_eq!(location(&answer), "/workout", "{key}");
    }
    assert_eq!(sessions::active(&app.core, &user.id).await.unwrap().id, id);
    let ask = spotter::service::pagination::Ask::new(None, None).unwrap();
    assert_eq!(sessions::list(&app.core, &user.id, &ask).await.unwrap().items.len(), 1);

    // Its id is used up once it is over, and a day that the plan has not is no workout.
    let mut finish = fields(&ada.page("/workout").await, "finish-form");
    finish.push(("status".to_owned(), "abandoned".to_owned()));
    ada.post("/workout/finish", &borrowed(&finish)).await;
    let gone = [("key", "start-gone-000-0000"), ("split_day", "Day9"), ("id", &other)];
    assert_eq!(ada.post("/workout/start", &gone).await.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(sessions::active(&app.core, &user.id).await.is_err());
    let again = [("key", "start-again-00-0000"), ("split_day", "Day1"), ("id", id.as_str())];
    assert_eq!(location(&ada.post("/workout/start", &again).await), "/workout");
    assert_ne!(sessions::active(&app.core, &user.id).await.unwrap().id, id);
}

#[tokio::test]
async fn it_is_the_days_turn_that_follows_the_last_workout() {
    let app = TestApp::start().await;
    let ada = visitor(&app, "Ada").await;
    let start = fields(&ada.page("/").await, "start-form");
    ada.post("/workout/start", &borrowed(&start)).await;
    let html = ada.page("/workout").await;
    let mut finish = fields(&html, "finish-form");
    finish.push(("status".to_owned(), "completed".to_owned()));
    ada.post("/workout/finish", &borrowed(&finish)).await;
    assert_eq!(said(&ada.page("/workout/ahead").await, "data-day"), "Day2");
}

#[tokio::test]
async fn nobodys_next_workout_is_shown_to_nobody() {
    let app = TestApp::start().await;
    let answer = app.anonymous(Method::GET, "/workout/ahead").send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
}
