//! Accounts: logging in and out, throttled; tokens and their scopes; deletion.

use std::time::Duration;

use reqwest::{Method, Response, StatusCode};
use serde_json::{Value, json};
use spotter::app::{self, Parts};
use spotter::service::accounts::{self, Scope};
use spotter::storage::credentials;

use super::common::{advance, log, pointers, problem, squat, text, with_plan};
use crate::support::app::{TestApp, TestUser, expect, key};

const PASSWORD: &str = "correct horse battery";

async fn with_bea() -> TestApp {
    let app = TestApp::start().await;
    accounts::create(&app.core, "Bea", Some(PASSWORD.to_owned())).await.unwrap();
    app
}

async fn login(app: &TestApp, name: &str, password: &str) -> Response {
    let body = json!({"name": name, "password": password});
    app.anonymous(Method::POST, "/api/v1/login").json(&body).send().await.unwrap()
}

/// The cookie pair of an answer, and its attributes.
fn cookie(answer: &Response) -> (String, String) {
    let header = answer.headers()["set-cookie"].to_str().unwrap().to_owned();
    let (pair, attributes) = header.split_once(';').unwrap();
    (pair.to_owned(), attributes.to_owned())
}

async fn cookie_of(app: &TestApp) -> String {
    let answer = login(app, "Bea", PASSWORD).await;
    assert_eq!(answer.status(), 201);
    cookie(&answer).0
}

async fn with_cookie(app: &TestApp, cookie: &str, method: Method, path: &str, body: Value) -> Response {
    let request = app.anonymous(method, &format!("/api/v1{path}")).header("Cookie", cookie);
    request.header("Idempotency-Key", key()).json(&body).send().await.unwrap()
}

async fn status(app: &TestApp, cookie: &str) -> u16 {
    with_cookie(app, cookie, Method::GET, "/profile", Value::Null).await.status().as_u16()
}

#[tokio::test]
async fn a_login_is_a_cookie_that_scripts_cannot_read() {
    let app = with_bea().await;
    for name in ["Bea", " bea ", "BEA"] {
        let answer = login(&app, name, PASSWORD).await;
        let (pair, attributes) = cookie(&answer);
        assert!(pair.starts_with("spotter_login="), "{pair}");
        for attribute in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age="] {
            assert!(attributes.contains(attribute), "{attributes}");
        }
        assert!(!attributes.contains("Secure"), "it is plain http here");
        assert_eq!(expect(answer, StatusCode::CREATED).await["name"], "Bea");
        assert_eq!(status(&app, &pair).await, 200);
    }
    let logins = with_cookie(&app, &cookie_of(&app).await, Method::GET, "/logins", Value::Null).await;
    let logins = expect(logins, StatusCode::OK).await;
    assert_eq!(logins.to_string().matches("\"current\":true").count(), 1);
    assert_eq!(logins["items"].as_array().unwrap().len(), 4);
}

#[tokio::test]
async fn behind_https_the_cookie_is_bound_to_the_host() {
    use tower::ServiceExt as _;
    let app = with_bea().await;
    let parts = Parts {
        core: app.core.clone(),
        agents: None,
        public_url: "https://spotter.example".to_owned(),
        demo: None,
        operations: app::Operations::default(),
    };
    let request = http::Request::post("/api/v1/login").header("content-type", "application/json");
    let body = json!({"name": "Bea", "password": PASSWORD}).to_string();
    let request = request.body(axum::body::Body::from(body)).unwrap();
    let answer = app::router(app::state(parts)).oneshot(request).await.unwrap();
    let cookie = answer.headers()["set-cookie"].to_str().unwrap();
    assert!(cookie.starts_with("__Host-spotter_login="), "{cookie}");
    for attribute in ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(cookie.contains(attribute), "{cookie}");
    }
    assert!(!cookie.contains("Domain"), "{cookie}");
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_name_look_the_same() {
    let app = with_bea().await;
    app.user("linkonly").await;
    let mut answers = Vec::new();
    for (name, password) in [("Bea", "wrong"), ("nobody", "wrong"), ("linkonly", "wrong"), ("", "")] {
        let answer = login(&app, name, password).await;
        assert!(answer.headers().contains_key("www-authenticate"));
        assert!(!answer.headers().contains_key("set-cookie"));
        answers.push(problem(answer, StatusCode::UNAUTHORIZED, "wrong-credentials").await);
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
}

#[tokio::test]
async fn wrong_passwords_slow_down_and_lock_nobody_out() {
    let app = with_bea().await;
    let mut waits = Vec::new();
    for _ in 0..8 {
        let answer = login(&app, "Bea", "wrong").await;
        if answer.status() == 401 {
            continue;
        }
        let wait: i64 = answer.headers()["retry-after"].to_str().unwrap().parse().unwrap();
        problem(answer, StatusCode::TOO_MANY_REQUESTS, "too-many").await;
        let right = login(&app, "Bea", PASSWORD).await;
        assert_eq!(right.status(), 429, "not even the right one, for {wait} s");
        waits.push(wait);
        advance(&app, wait);
    }
    let grow = waits.is_sorted() && waits.iter().all(|wait| (1..=60).contains(wait));
    assert!(grow && !waits.is_empty(), "{waits:?}");
    advance(&app, 60);
    assert_eq!(login(&app, "Bea", PASSWORD).await.status(), 201, "after the wait it works");
}

#[tokio::test]
async fn logging_out_ends_the_login() {
    let app = with_bea().await;
    let (first, second) = (cookie_of(&app).await, cookie_of(&app).await);
    let answer = with_cookie(&app, &first, Method::POST, "/logout", Value::Null).await;
    assert_eq!(answer.status(), 204);
    let (pair, attributes) = cookie(&answer);
    assert!(pair.ends_with('=') && attributes.contains("Max-Age=0"), "{pair};{attributes}");
    assert_eq!((status(&app, &first).await, status(&app, &second).await), (401, 200));
    advance(&app, 31 * 86_400);
    assert_eq!(status(&app, &second).await, 401, "a login not used for a month is over");
}

#[tokio::test]
async fn a_login_can_be_ended_by_its_owner_alone() {
    let app = with_bea().await;
    let (mine, other) = (cookie_of(&app).await, cookie_of(&app).await);
    let listed = with_cookie(&app, &mine, Method::GET, "/logins", Value::Null).await;
    let listed = expect(listed, StatusCode::OK).await;
    let of_other =
        listed["items"].as_array().unwrap().iter().find(|login| login["current"] == false).unwrap();
    let path = format!("/logins/{}", text(&of_other["id"]));
    let eve = app.user("eve").await;
    assert_eq!(eve.request(Method::DELETE, &path).send().await.unwrap().status(), 404);
    assert_eq!(status(&app, &other).await, 200);
    assert_eq!(with_cookie(&app, &mine, Method::DELETE, &path, Value::Null).await.status(), 204);
    assert_eq!((status(&app, &mine).await, status(&app, &other).await), (200, 401));
}

#[tokio::test]
async fn a_token_is_shown_once_expires_and_can_be_revoked() {
    let (app, ann) = with_plan().await;
    let ask = json!({"name": "script", "scopes": ["read"], "expires_in_days": 1});
    let made = expect(ann.post("/tokens", ask).await, StatusCode::CREATED).await;
    let secret = text(&made["token"]);
    assert_eq!(made["expires_at"], "2026-03-17T12:00:00Z");
    let get = async |secret: &str| {
        app.anonymous(Method::GET, "/api/v1/profile").bearer_auth(secret).send().await.unwrap()
    };
    assert_eq!(get(&secret).await.status(), 200);
    let mut listed = ann.get("/tokens").await;
    while listed["items"][0]["last_used_at"].is_null() {
        // It is written down behind the answer.
        tokio::time::sleep(Duration::from_millis(5)).await;
        listed = ann.get("/tokens").await;
    }
    assert!(!listed.to_string().contains(&secret) && listed["items"][0]["token"].is_null(), "{listed}");
    let mine = listed["items"].as_array().unwrap().iter().find(|token| token["id"] == made["id"]).unwrap();
    assert!(mine["last_used_at"].is_string());
    advance(&app, 86_400);
    problem(get(&secret).await, StatusCode::UNAUTHORIZED, "login-needed").await;
    let other =
        expect(ann.post("/tokens", json!({"name": "x", "scopes": ["read"]})).await, StatusCode::CREATED)
            .await;
    let path = format!("/tokens/{}", text(&other["id"]));
    let eve = app.user("eve").await;
    assert_eq!(eve.request(Method::DELETE, &path).send().await.unwrap().status(), 404);
    assert_eq!(get(&text(&other["token"])).await.status(), 200);
    assert_eq!(ann.request(Method::DELETE, &path).send().await.unwrap().status(), 204);
    assert_eq!(get(&text(&other["token"])).await.status(), 401);
    for (body, pointer) in [
        (json!({"name": "", "scopes": ["read"]}), "/name"),
        (json!({"name": "x", "scopes": []}), "/scopes"),
        (json!({"name": "x", "scopes": ["root"]}), "/scopes/0"),
        (json!({"name": "x", "scopes": ["read"], "days": 0}), "/days"),
        (json!({"name": "x", "scopes": ["read"], "days": -1}), "/days"),
        (json!({"name": "x"}), "/scopes"),
    ] {
        assert_eq!(pointers(ann.post("/tokens", body).await).await, [pointer]);
    }
}

#[tokio::test]
async fn a_token_does_what_its_scopes_say_and_cannot_give_more() {
    let (app, ann) = with_plan().await;
    for (scopes, read, write) in
        [(vec![Scope::Read], 200, 403), (vec![Scope::Write], 403, 201), (vec![Scope::Agent], 403, 403)]
    {
        let (secret, _) = accounts::create_token(&app.core, &ann.id, "t", &scopes, None).await.unwrap();
        let send = async |method: Method, path: &str, body: Value| {
            let request = app.anonymous(method, &format!("/api/v1{path}")).bearer_auth(&secret);
            request
                .header("Idempotency-Key", key())
                .header("If-Match", "\"x\"")
                .json(&body)
                .send()
                .await
                .unwrap()
        };
        assert_eq!(send(Method::GET, "/profile", Value::Null).await.status(), read, "{scopes:?}");
        assert_eq!(send(Method::GET, "/sessions", Value::Null).await.status(), read, "{scopes:?}");
        let id = uuid::Uuid::new_v4().to_string();
        let answer = send(Method::POST, "/sessions", json!({"id": id})).await;
        assert_eq!(answer.status(), write, "{scopes:?}");
        if write == 403 {
            problem(answer, StatusCode::FORBIDDEN, "scope-missing").await;
            assert_eq!(send(Method::PUT, "/profile", json!({})).await.status(), 403);
            assert_eq!(send(Method::DELETE, "/account", json!({"password": "x"})).await.status(), 403);
        } else {
            let more = send(Method::POST, "/tokens", json!({"name": "x", "scopes": ["write", "read"]})).await;
            problem(more, StatusCode::FORBIDDEN, "scope-missing").await;
        }
    }
}

#[tokio::test]
async fn without_a_login_everything_is_401() {
    let (app, _ann) = with_plan().await;
    for (method, path) in [
        (Method::GET, "profile"),
        (Method::PUT, "profile"),
        (Method::GET, "exercises"),
        (Method::GET, "weekly-plan"),
        (Method::PUT, "weekly-plan"),
        (Method::POST, "weekly-plan/draft"),
        (Method::POST, "sessions"),
        (Method::GET, "sessions/active"),
        (Method::GET, "sessions/x"),
        (Method::POST, "sessions/x/sets"),
        (Method::DELETE, "sessions/x/sets/y"),
        (Method::GET, "progress/summary"),
        (Method::GET, "tokens"),
        (Method::GET, "logins"),
        (Method::POST, "logout"),
        (Method::POST, "password"),
        (Method::DELETE, "account"),
    ] {
        for header in [None, Some("Bearer spt_wrong"), Some("Bearer "), Some("Basic YTpi")] {
            let mut request = app.anonymous(method.clone(), &format!("/api/v1/{path}"));
            if let Some(header) = header {
                request = request.header("Authorization", header);
            }
            let answer = request.header("Cookie", "spotter_login=guess").send().await.unwrap();
            assert_eq!(answer.headers()["www-authenticate"], "Bearer", "{method} {path}");
            problem(answer, StatusCode::UNAUTHORIZED, "login-needed").await;
        }
    }
}

#[tokio::test]
async fn a_new_password_ends_the_other_logins() {
    let app = with_bea().await;
    let (mine, other) = (cookie_of(&app).await, cookie_of(&app).await);
    let change = async |old: &str, new: &str| {
        let body = json!({"old_password": old, "new_password": new});
        with_cookie(&app, &mine, Method::POST, "/password", body).await
    };
    problem(change("wrong", "long enough now").await, StatusCode::UNAUTHORIZED, "wrong-credentials").await;
    assert_eq!(pointers(change(PASSWORD, "short").await).await, ["/new_password"]);
    assert_eq!(status(&app, &other).await, 200);
    assert_eq!(change(PASSWORD, "long enough now").await.status(), 204);
    assert_eq!((status(&app, &mine).await, status(&app, &other).await), (200, 401));
    assert_eq!(login(&app, "Bea", PASSWORD).await.status(), 401);
    assert_eq!(login(&app, "Bea", "long enough now").await.status(), 201);
}

#[tokio::test]
async fn deleting_an_account_takes_everything_along() {
    let app = with_bea().await;
    let bea = accounts::by_name(&app.core, "bea").await.unwrap();
    let (secret, _) = accounts::create_token(&app.core, &bea.id, "t", &[Scope::Read], None).await.unwrap();
    let ann = app.user("ann").await;
    let kept = text(&ann.start_session("Day1").await["id"]);
    log(&ann, &kept, squat(1)).await;
    let cookie = cookie_of(&app).await;
    let id = "0195a000-0000-7000-8000-00000000000c";
    let start = json!({"id": id, "split_day": "Day1"});
    assert_eq!(with_cookie(&app, &cookie, Method::POST, "/sessions", start.clone()).await.status(), 201);
    let path = format!("/sessions/{id}/sets");
    assert_eq!(with_cookie(&app, &cookie, Method::POST, &path, squat(1)).await.status(), 201);
    let delete = async |password: &str| {
        with_cookie(&app, &cookie, Method::DELETE, "/account", json!({ "password": password })).await.status()
    };
    assert_eq!(delete("wrong").await, 401);
    assert_eq!(status(&app, &cookie).await, 200);
    assert_eq!(delete(PASSWORD).await, 204);
    assert_eq!(status(&app, &cookie).await, 401);
    let answer = app.anonymous(Method::GET, "/api/v1/profile").bearer_auth(secret).send().await.unwrap();
    assert_eq!(answer.status(), 401);
    assert_eq!(login(&app, "Bea", PASSWORD).await.status(), 401);
    // Nothing is left in any table: her ids and her name are free again, and ann has all that is hers.
    accounts::create(&app.core, "Bea", Some(PASSWORD.to_owned())).await.unwrap();
    let again = with_cookie(&app, &cookie_of(&app).await, Method::POST, "/sessions", start).await;
    assert_eq!(expect(again, StatusCode::CREATED).await["sets"], json!([]));
    assert_eq!(ann.get(&format!("/sessions/{kept}")).await["sets"].as_array().unwrap().len(), 1);
}

/// When the token that was made first was last used.
async fn last_used(app: &TestApp, user: &TestUser) -> Option<i64> {
    let mut conn = app.core.read().await.unwrap();
    credentials::tokens(&mut conn, &user.id).await.unwrap().pop().unwrap().last_used_at
}

#[tokio::test]
async fn a_use_is_written_down_behind_the_answer() {
    let app = TestApp::start_narrow().await;
    let ann = app.user("ann").await;
    let held = app.core.db.begin().await.unwrap();
    // The one connection to write with is taken: who reads is answered before it is free again.
    ann.get("/profile").await;
    assert_eq!(last_used(&app, &ann).await, None);
    drop(held);
    for _ in 0..2000 {
        if last_used(&app, &ann).await.is_some() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("the use was never written down");
}

#[tokio::test]
async fn logins_that_are_over_are_forgotten() {
    let app = with_bea().await;
    cookie_of(&app).await;
    let mut other = app.database.connect().await;
    let sweep = async || spotter::service::idempotency::sweep(&app.core).await.unwrap();
    sweep().await;
    assert_eq!(other.number("SELECT COUNT(*) FROM logins").await, 1);
    advance(&app, 31 * 86_400);
    sweep().await;
    assert_eq!(other.number("SELECT COUNT(*) FROM logins").await, 0);
    other.close().await;
}

#[tokio::test]
async fn a_page_of_one_person_is_not_answered_by_anothers_login() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    let ben = app.user("ben").await;
    let asks = async |user: &TestUser| {
        let request = user.request(Method::GET, "/profile").header("Spotter-User", &ann.id);
        request.send().await.unwrap().status()
    };
    assert_eq!(asks(&ann).await, StatusCode::OK);
    assert_eq!(asks(&ben).await, StatusCode::UNAUTHORIZED);
}
