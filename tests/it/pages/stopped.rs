//! A workout that goes on while coaching is stopped: the page says what is next by the prescription alone.

use reqwest::header::{ACCEPT_LANGUAGE, COOKIE};
use reqwest::{Method, StatusCode};
use serde_json::json;
use spotter::service::{accounts, safety, sessions};

use super::{borrowed, fields, visitor};
use crate::support::app::TestApp;

#[tokio::test]
async fn those_in_a_superset_take_turns_while_coaching_is_stopped() {
    let app = TestApp::start().await;
    let ada = visitor(&app, "Ada").await;
    ada.save(|doc| {
        for day in doc["days"].as_array_mut().unwrap() {
            for exercise in day["exercises"].as_array_mut().unwrap().iter_mut().take(2) {
                exercise["group"] = json!("A");
            }
        }
    })
    .await;
    let start = fields(&ada.page("/").await, "start-form");
    ada.post("/workout/start", &borrowed(&start)).await;
    let user = accounts::by_name(&app.core, "Ada").await.unwrap().id;
    let mut write = app.core.write(&user).await.unwrap();
    safety::heed(&mut write, "I have crushing chest pain right now").await.unwrap();
    write.commit().await.unwrap();

    let session = sessions::active(&app.core, &user).await.unwrap();
    assert_eq!(session.suggestion, None, "the engine is silent");
    let (one, other) = (&session.prescribed[0].exercise_id, &session.prescribed[1].exercise_id);
    for (turn, (exercise, index)) in [(one, "1"), (other, "1"), (one, "2"), (other, "2")].iter().enumerate() {
        let mut form = fields(&ada.page("/workout").await, "log-form");
        let field = |name: &str| form.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone());
        assert_eq!(field("exercise_id").as_ref(), Some(*exercise), "turn {turn}");
        assert_eq!(field("set_index").as_deref(), Some(*index), "turn {turn}");
        // Nothing is written in twice: each has a key of its own.
        form.retain(|(name, _)| name != "key");
        form.push(("key".to_owned(), format!("a-turn-in-a-superset-{turn}")));
        let logged = ada.post("/workout/sets", &borrowed(&form)).await;
        assert_eq!(logged.status(), StatusCode::SEE_OTHER, "turn {turn}");
    }
}

#[tokio::test]
async fn in_which_language_red_flags_are_heard_is_said_in_each() {
    let app = TestApp::start().await;
    let ada = visitor(&app, "Ada").await;
    for (language, told) in [
        ("en", "heard in what is written in English"),
        ("de", "nur in englischen Texten"),
        ("es", "escritas en inglés"),
    ] {
        for (path, is_told) in [("/safety", true), ("/coach", language != "en")] {
            let ask = app.anonymous(Method::GET, path).header(COOKIE, &ada.cookie);
            let page = ask.header(ACCEPT_LANGUAGE, language).send().await.unwrap().text().await.unwrap();
            assert_eq!(page.contains(told), is_told, "{path} in {language}");
        }
    }
}
