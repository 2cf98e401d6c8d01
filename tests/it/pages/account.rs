//! Settings and conversations: what was said is listed and deleted, an account goes with its password.

use reqwest::header::COOKIE;
use reqwest::{Method, StatusCode};
use spotter::service::accounts;
use url::form_urlencoded::Serializer;

use super::runs::{ask, until};
use super::{borrowed, fields, location, post, visitor};
use crate::support::app::TestApp;

#[tokio::test]
async fn conversations_are_listed_read_again_and_deleted_by_their_own_person_alone() {
    let app = TestApp::start().await;
    let ada = visitor(&app, "Ada").await;
    assert!(ada.page("/coach/history").await.contains("Nothing was said yet"));
    ask(&ada, "How am I <i>doing</i>?").await;
    until(&ada, "/coach", "message coach").await;
    let html = ada.page("/coach/history").await;
    assert!(html.contains("How am I &lt;i&gt;doing"), "{html}");
    let id = html.split("data-conversation=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert!(ada.page(&format!("/coach?conversation={id}")).await.contains("How am I"));
    let bob = visitor(&app, "Bob").await;
    assert_eq!(location(&bob.post("/coach/history/delete", &[("id", &id)]).await), "/coach/history");
    assert!(ada.page("/coach/history").await.contains(&id), "another's hand");
    for _ in 0..2 {
        assert_eq!(location(&ada.post("/coach/history/delete", &[("id", &id)]).await), "/coach/history");
    }
    assert!(!ada.page("/coach/history").await.contains(&id));
}

#[tokio::test]
async fn what_the_coach_sees_is_said_with_where_it_answers() {
    let app = TestApp::start().await;
    let ada = visitor(&app, "Ada").await;
    let html = ada.page("/coach").await;
    let sees = html.split("id=\"sees\"").nth(1).unwrap().split("</details>").next().unwrap();
    assert!(sees.contains("nothing leaves it") && sees.contains("/settings#notes"), "{sees}");
}

#[tokio::test]
async fn plates_lifts_and_movements_are_kept_by_the_form() {
    let app = TestApp::start().await;
    let ada = visitor(&app, "Ada").await;
    let mut sent = fields(&ada.page("/settings").await, "profile-form");
    for (name, value) in [("load_plates.barbell", "20, 10, 2.5"), ("lift_weight", "80"), ("lift_reps", "5")] {
        let field = sent.iter_mut().find(|(known, _)| known == name).unwrap();
        value.clone_into(&mut field.1);
    }
    sent.push(("lift_exercise".to_owned(), "barbell-back-squat".to_owned()));
    sent.push(("movements".to_owned(), "lunge".to_owned()));
    sent.push(("equipment".to_owned(), "barbell".to_owned()));
    assert_eq!(ada.post("/settings/profile", &borrowed(&sent)).await.status(), StatusCode::SEE_OTHER);
    let html = ada.page("/settings").await;
    assert!(html.contains("value=\"20, 10, 2.5\"") && html.contains("80 kg × 5"), "{html}");
    assert!(html.contains("value=\"lunge\" checked"), "{html}");
    let mut again = fields(&html, "profile-form");
    again.push(("lift_drop".to_owned(), "barbell-back-squat".to_owned()));
    assert_eq!(ada.post("/settings/profile", &borrowed(&again)).await.status(), StatusCode::SEE_OTHER);
    let html = ada.page("/settings").await;
    assert!(!html.contains("80 kg × 5") && html.contains("value=\"20, 10, 2.5\""), "{html}");
}

#[tokio::test]
async fn an_account_is_deleted_by_its_password_and_by_nothing_else() {
    let app = TestApp::start().await;
    let ada = visitor(&app, "Ada").await;
    let wrong = ada.post("/settings/delete", &[("password", "another sentence")]).await;
    assert_eq!(wrong.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text().await.unwrap().contains("Nothing was deleted"));
    assert!(accounts::by_name(&app.core, "Ada").await.is_ok());
    let gone = ada.post("/settings/delete", &[("password", "a long sentence")]).await;
    assert_eq!((gone.status(), location(&gone)), (StatusCode::SEE_OTHER, "/login?gone"));
    assert!(accounts::by_name(&app.core, "Ada").await.is_err());
    let sent = [("name", "Ada"), ("password", "a long sentence")];
    assert_ne!(post(&app, "/login", "", &sent).await.status(), StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_page_of_one_person_is_neither_shown_nor_saved_by_anothers_login() {
    let app = TestApp::start().await;
    let (ada, ben) = (visitor(&app, "Ada").await, visitor(&app, "Ben").await);
    let page = ada.page("/settings").await;
    let id = page.split_once("data-user=\"").and_then(|(_, rest)| rest.split('"').next()).unwrap();
    let plan = r#"{"split":"custom","days":[]}"#;
    let moved = Serializer::new(String::new()).extend_pairs([("base", plan), ("mine", plan)]).finish();
    for (person, expected) in [(&ada, StatusCode::OK), (&ben, StatusCode::UNAUTHORIZED)] {
        let asked = |method, path| {
            let request = app.anonymous(method, path).header(COOKIE, &person.cookie);
            request.header("Spotter-User", id).header("content-type", "application/x-www-form-urlencoded")
        };
        for path in ["/", "/plan", "/workout", "/settings"] {
            assert_eq!(asked(Method::GET, path).send().await.unwrap().status(), expected, "{path}");
        }
        let sent = asked(Method::POST, "/plan/moved").body(moved.clone()).send().await.unwrap();
        assert_eq!(sent.status(), expected);
    }
    // A form sends no header: what it was made from says whose it is.
    let form = fields(&page, "profile-form");
    let refused = ben.post("/settings/profile", &borrowed(&form)).await;
    assert_eq!(refused.status(), StatusCode::PRECONDITION_FAILED);
    assert_eq!(ada.post("/settings/profile", &borrowed(&form)).await.status(), StatusCode::SEE_OTHER);
}
