//! The first minutes: six questions become a plan, and sample data can be tried and removed.

use reqwest::header::COOKIE;
use reqwest::{Method, StatusCode};
use serde_json::Value;
use spotter::service::{accounts, profiles};

use super::{Visitor, cookie, location, post, visitor};
use crate::support::app::TestApp;

#[tokio::test]
async fn six_answers_become_a_plan_and_a_wrong_one_is_told_with_the_others_kept() {
    let app = TestApp::start().await;
    let ada = visitor(&app, "Ada").await;
    let html = ada.page("/welcome").await;
    assert_eq!(html.matches("<fieldset>").count(), 7, "six questions and the language");
    let mut answers = vec![
        ("goal", "strength"),
        ("experience", "advanced"),
        ("days_per_week", "4"),
        ("session_minutes", "45"),
        ("equipment", "dumbbell"),
        ("bodyweight", "many"),
        ("units", "kg"),
    ];
    let refused = ada.post("/welcome", &answers).await;
    assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let html = refused.text().await.unwrap();
    assert!(html.contains("value=\"advanced\" checked") && html.contains("“many” is not a number"), "{html}");
    answers[5].1 = "82,5";
    let saved = ada.post("/welcome", &answers).await;
    assert_eq!((saved.status(), location(&saved)), (StatusCode::SEE_OTHER, "/plan"));
    assert_eq!(ada.page("/plan").await.matches("<section class=\"card day").count(), 4);
    let id = accounts::by_name(&app.core, "Ada").await.unwrap().id;
    let profile = profiles::get(&app.core, &id).await.unwrap().profile;
    assert_eq!((profile.session_minutes, profile.bodyweight_kg), (45, Some(82.5)));
}

#[tokio::test]
async fn sample_data_is_nobodys_and_goes_at_one_tap_or_with_the_first_account() {
    let app = TestApp::start().await;
    let secret = app.state.settings.setup_secret.clone();
    let refused = post(&app, "/setup/sample", "", &[("token", "wrong")]).await;
    assert_eq!(refused.status(), StatusCode::FORBIDDEN);
    let sent = [("token", secret.as_str())];
    let made = post(&app, "/setup/sample", "", &sent).await;
    assert_eq!((made.status(), location(&made)), (StatusCode::SEE_OTHER, "/"));
    let sam = Visitor { app: &app, cookie: cookie(&made) };
    assert!(sam.page("/progress").await.contains("id=\"sample\""));
    let again = post(&app, "/setup/sample", "", &sent).await;
    assert_eq!(location(&again), "/", "the same once more, not a second one");
    let removed = sam.post("/sample/remove", &[]).await;
    assert_eq!(location(&removed), format!("/setup?token={secret}"));
    assert!(accounts::sample(&app.core).await.unwrap().is_none());
    // Left there, it goes with the first account, which may have its name.
    post(&app, "/setup/sample", "", &sent).await;
    let own = [("token", secret.as_str()), ("name", "Sam"), ("password", "a long sentence")];
    let first = post(&app, "/setup", "", &own).await;
    assert_eq!(location(&first), "/welcome");
    let sam = Visitor { app: &app, cookie: cookie(&first) };
    assert!(!sam.page("/").await.contains("id=\"sample\""));
    let list =
        app.anonymous(Method::GET, "/api/v1/sessions").header(COOKIE, &sam.cookie).send().await.unwrap();
    let list: Value = list.json().await.unwrap();
    assert_eq!(list["items"].as_array().unwrap().len(), 0, "{list}");
    assert_eq!(location(&post(&app, "/setup/sample", "", &sent).await), "/login", "somebody is here");
    let kept = sam.post("/sample/remove", &[]).await;
    assert_eq!(kept.status(), StatusCode::NOT_FOUND, "no one's own account goes that way");
}
