//! What a page's address refuses: a page says so, and after a login that ran out the way leads back.

use reqwest::header::{ACCEPT, ALLOW, CONTENT_TYPE};
use reqwest::{Method, StatusCode};

use super::{location, post, visitor};
use crate::support::app::TestApp;

#[tokio::test]
async fn an_address_that_does_not_fit_is_told_as_a_page() {
    let app = TestApp::start().await;
    let ada = visitor(&app, "Ada").await;
    for (path, status, allow) in [
        ("/plan?week_start=zzz", StatusCode::UNPROCESSABLE_ENTITY, None),
        ("/plan?week=1", StatusCode::OK, None),
        ("/login?token=a&token=b", StatusCode::UNPROCESSABLE_ENTITY, None),
        ("/workout/start", StatusCode::METHOD_NOT_ALLOWED, Some("POST")),
        ("/workout/finish", StatusCode::METHOD_NOT_ALLOWED, Some("POST")),
        ("/settings/import", StatusCode::METHOD_NOT_ALLOWED, Some("POST")),
        ("/logout", StatusCode::METHOD_NOT_ALLOWED, Some("POST")),
    ] {
        let asked =
            app.anonymous(Method::GET, path).header("cookie", &ada.cookie).header(ACCEPT, "text/html");
        let response = asked.send().await.unwrap();
        assert_eq!(response.status(), status, "{path}");
        let kind = response.headers()[CONTENT_TYPE].to_str().unwrap();
        assert!(kind.starts_with("text/html"), "{path}: {kind}");
        let allowed = response.headers().get(ALLOW).map(|allow| allow.to_str().unwrap());
        assert_eq!(allowed, allow, "{path}");
        assert!(response.headers().contains_key("content-security-policy"), "{path}");
        let html = response.text().await.unwrap();
        assert!(
            status == StatusCode::OK || html.contains(&format!("data-status=\"{}\"", status.as_u16())),
            "{html}"
        );
        assert!(html.contains(" · Spotter</title>") && !html.contains("<title> ·"), "{html}");
    }
    let options = app.anonymous(Method::OPTIONS, "/logout").send().await.unwrap();
    assert_eq!(
        (options.status(), &options.headers()[ALLOW]),
        (StatusCode::NO_CONTENT, &"POST".parse().unwrap())
    );
}

#[tokio::test]
async fn the_api_keeps_its_problem_documents() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    for (method, path) in [(Method::GET, "/weekly-plan?week_start=zzz"), (Method::PUT, "/logout")] {
        let response = ann.request(method, path).header(ACCEPT, "text/html").send().await.unwrap();
        assert_eq!(response.headers()[CONTENT_TYPE], "application/problem+json", "{path}");
    }
}

#[tokio::test]
async fn a_form_whose_login_ran_out_leads_back_to_its_page() {
    let app = TestApp::start().await;
    let ada = visitor(&app, "Ada").await;
    for (form, next) in [
        ("/settings/profile", "/login?next=%2Fsettings"),
        ("/workout/start", "/login?next=%2Fworkout"),
        ("/plan/restore", "/login?next=%2Fplan%2Fversions"),
        ("/logout", "/login"),
    ] {
        let out = post(&app, form, "", &[("session_minutes", "45")]).await;
        assert_eq!((out.status(), location(&out)), (StatusCode::SEE_OTHER, next), "{form}");
    }
    let evil =
        app.anonymous(Method::POST, "/settings/profile").header("referer", "https://evil.example/plan");
    assert_eq!(location(&evil.send().await.unwrap()), "/login?next=%2Fsettings");
    for page in
        ["/settings", "/workout", "/plan/versions", "/plan/edit", "/coach", "/safety", "/coach/history"]
    {
        ada.page(page).await;
    }
}
