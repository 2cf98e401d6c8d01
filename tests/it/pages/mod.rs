//! The pages over HTTP, without JavaScript: who comes in, what forms write, and that each writes once.

use reqwest::header::{COOKIE, LOCATION, SET_COOKIE};
use reqwest::{Method, Response, StatusCode};
use spotter::service::accounts;
use spotter::service::sessions;

use crate::support::app::TestApp;

mod account;
mod ahead;
mod cut;
mod first_week;
mod minutes;
mod notes;
mod plan;
mod pounds;
mod refused;
mod runs;
mod stopped;
mod swap;
mod table;

/// A browser that is logged in.
struct Visitor<'a> {
    app: &'a TestApp,
    cookie: String,
}

/// The cookie that an answer sets, as it is sent back.
fn cookie(response: &Response) -> String {
    let line = response.headers()[SET_COOKIE].to_str().unwrap();
    line.split(';').next().unwrap().to_owned()
}

fn location(response: &Response) -> &str {
    response.headers()[LOCATION].to_str().unwrap()
}

async fn post(app: &TestApp, path: &str, cookie: &str, fields: &[(&str, &str)]) -> Response {
    let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let request = app.anonymous(Method::POST, path).header(COOKIE, cookie).body(body);
    request.header("content-type", "application/x-www-form-urlencoded").send().await.unwrap()
}

impl Visitor<'_> {
    async fn page(&self, path: &str) -> String {
        let response =
            self.app.anonymous(Method::GET, path).header(COOKIE, &self.cookie).send().await.unwrap();
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        let policy = response.headers()["content-security-policy"].to_str().unwrap().to_owned();
        assert!(policy.contains("script-src 'self';") && !policy.contains("unsafe"), "{policy}");
        response.text().await.unwrap()
    }

    async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Response {
        post(self.app, path, &self.cookie, fields).await
    }
}

/// The hidden and prefilled fields of the form with this id, as a browser would send them.
fn fields(html: &str, id: &str) -> Vec<(String, String)> {
    let form = html.split("<form").find(|form| form.contains(&format!("id=\"{id}\""))).unwrap();
    let form = form.split("</form>").next().unwrap();
    let value = |input: &str, name: &str| {
        let after = input.split_once(&format!(" {name}=\""))?.1;
        after.split('"').next().map(str::to_owned)
    };
    let inputs = form.split("<input").skip(1).filter(|input| !input.contains("checkbox"));
    inputs
        .filter_map(|input| Some((value(input, "name")?, value(input, "value").unwrap_or_default())))
        .collect()
}

fn borrowed(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

async fn visitor<'a>(app: &'a TestApp, name: &str) -> Visitor<'a> {
    accounts::create(&app.core, name, Some("a long sentence".to_owned())).await.unwrap();
    let sent = [("name", name), ("password", "a long sentence"), ("next", "/plan")];
    let response = post(app, "/login", "", &sent).await;
    assert_eq!((response.status(), location(&response)), (StatusCode::SEE_OTHER, "/plan"));
    Visitor { app, cookie: cookie(&response) }
}

#[tokio::test]
async fn the_setup_link_lets_the_first_person_in_and_nobody_else() {
    let app = TestApp::start().await;
    let closed = app.anonymous(Method::GET, "/plan").send().await.unwrap();
    assert_eq!((closed.status(), location(&closed)), (StatusCode::SEE_OTHER, "/setup"));
    let mut sent =
        [("token", "wrong"), ("name", "Ada"), ("password", "short"), ("time_zone", "Europe/Berlin")];
    assert_eq!(post(&app, "/setup", "", &sent).await.status(), StatusCode::FORBIDDEN);
    let secret = app.state.settings.setup_secret.clone();
    sent[0].1 = &secret;
    assert_eq!(post(&app, "/setup", "", &sent).await.status(), StatusCode::UNPROCESSABLE_ENTITY);
    sent[2].1 = "a long sentence";
    let made = post(&app, "/setup", "", &sent).await;
    assert_eq!((made.status(), location(&made)), (StatusCode::SEE_OTHER, "/welcome"));
    let ada = Visitor { app: &app, cookie: cookie(&made) };
    assert!(ada.page("/settings").await.contains("Europe/Berlin"));
    let again = post(&app, "/setup", "", &sent).await;
    assert_eq!((again.status(), location(&again)), (StatusCode::SEE_OTHER, "/login"));
    let out = ada.post("/logout", &[]).await;
    assert_eq!(out.status(), StatusCode::SEE_OTHER);
    let gone = app
        .anonymous(Method::GET, "/plan?week_start=2026-03-16")
        .header(COOKIE, &ada.cookie)
        .send()
        .await
        .unwrap();
    assert_eq!(location(&gone), "/login?next=%2Fplan%3Fweek_start%3D2026-03-16");
}

#[tokio::test]
async fn every_place_answers_and_another_site_writes_nothing() {
    let app = TestApp::start().await;
    let ada = visitor(&app, "Ada <i>").await;
    for path in ["/", "/plan", "/workout", "/progress", "/coach", "/settings", "/safety"] {
        let html = ada.page(path).await;
        assert!(!html.contains("Ada <i>"), "{path} does not escape the name");
    }
    let wrong = app.anonymous(Method::GET, "/plan?week_start=2026-03-17").header(COOKIE, &ada.cookie);
    assert_eq!(wrong.send().await.unwrap().status(), StatusCode::UNPROCESSABLE_ENTITY);
    let forged = app.anonymous(Method::POST, "/logout").header(COOKIE, &ada.cookie);
    let forged = forged.header("origin", "https://evil.example").header("sec-fetch-site", "cross-site");
    assert_eq!(forged.send().await.unwrap().status(), StatusCode::FORBIDDEN);
    ada.page("/").await;
}

#[tokio::test]
async fn a_workout_by_forms_alone_writes_each_thing_once() {
    let app = TestApp::start().await;
    let ada = visitor(&app, "Ada").await;
    let start = fields(&ada.page("/").await, "start-form");
    for _ in 0..2 {
        let begun = ada.post("/workout/start", &borrowed(&start)).await;
        assert_eq!((begun.status(), location(&begun)), (StatusCode::SEE_OTHER, "/workout"));
    }
    let html = ada.page("/workout").await;
    assert!(html.contains("✓ Log"));
    let log = fields(&html, "log-form");
    for _ in 0..3 {
        let logged = ada.post("/workout/sets", &borrowed(&log)).await;
        assert_eq!((logged.status(), location(&logged)), (StatusCode::SEE_OTHER, "/workout"));
    }
    let user = accounts::by_name(&app.core, "Ada").await.unwrap();
    let session = sessions::active(&app.core, &user.id).await.unwrap();
    assert_eq!(session.sets.len(), 1);
    let other = visitor(&app, "Bob").await;
    let theirs =
        other.app.anonymous(Method::GET, &format!("/workout/{}", session.id)).header(COOKIE, &other.cookie);
    assert_eq!(theirs.send().await.unwrap().status(), StatusCode::NOT_FOUND);
    let mut finish = fields(&ada.page("/workout").await, "finish-form");
    finish.push(("status".to_owned(), "completed".to_owned()));
    let done = ada.post("/workout/finish", &borrowed(&finish)).await;
    assert_eq!(location(&done), format!("/workout/{}", session.id));
    assert!(ada.page(location(&done)).await.contains("Next time"));
}

#[tokio::test]
async fn a_form_with_wrong_numbers_says_so_and_writes_nothing() {
    let app = TestApp::start().await;
    let ada = visitor(&app, "Ada").await;
    let start = fields(&ada.page("/").await, "start-form");
    ada.post("/workout/start", &borrowed(&start)).await;
    let mut log = fields(&ada.page("/workout").await, "log-form");
    for (name, value) in &mut log {
        if name == "weight" {
            *value = "heavy".to_owned();
        }
    }
    let refused = ada.post("/workout/sets", &borrowed(&log)).await;
    assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().await.unwrap().contains("“heavy”"));
    let keyless = ada.post("/workout/start", &[("split_day", "")]).await;
    assert_eq!(keyless.status(), StatusCode::BAD_REQUEST);
    let user = accounts::by_name(&app.core, "Ada").await.unwrap();
    assert_eq!(sessions::active(&app.core, &user.id).await.unwrap().sets.len(), 0);
}
