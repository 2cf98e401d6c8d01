//! What only a database server can do: deadlock, go away in the middle, be given a password.

use std::process::Stdio;
use std::time::Duration;

use reqwest::{Method, StatusCode};

use super::open::CANARY;
use super::outage::sets;
use crate::api::common::{in_session, log, problem, squat};
use crate::support::app::{TestApp, TestUser, expect, key};
use crate::support::process::{Folder, Server, run};
use crate::support::proxy::Proxy;

#[tokio::test]
#[ignore = "needs PostgreSQL: tests/run gives it one"]
async fn a_deadlock_on_postgres_is_503_and_works_the_second_time() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    let (profile, tag) = (ann.get("/profile").await, ann.tag("/profile").await);
    let mut other = app.database.connect().await;
    let mut watcher = app.database.connect().await;
    // The other side never looks for deadlocks itself: the application is the one to give way.
    other.execute("SET deadlock_timeout = '1h'; BEGIN; SELECT 1 FROM profiles FOR UPDATE").await.unwrap();
    let writing = tokio::spawn({
        let (ann, tag, profile) = (ann.clone(), tag.clone(), profile.clone());
        async move { ann.put("/profile", &tag, profile).await }
    });
    while watcher.number("SELECT COUNT(*) FROM pg_locks WHERE NOT granted").await == 0 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    other.execute("SELECT 1 FROM users FOR UPDATE").await.unwrap();
    let answer = writing.await.unwrap();
    assert_eq!(answer.headers()["retry-after"], "1");
    problem(answer, StatusCode::SERVICE_UNAVAILABLE, "busy").await;
    other.execute("ROLLBACK").await.unwrap();
    expect(ann.put("/profile", &tag, profile).await, StatusCode::OK).await;
}

/// An app that reaches PostgreSQL through a proxy, and ann in a session.
async fn behind_a_proxy() -> (TestApp, Proxy, TestUser, String) {
    let (app, ann, id) = in_session().await;
    let proxy = Proxy::to(&app.database.url).await;
    let app = app.restart_at(&proxy.url).await;
    let ann = ann.on(&app);
    (app, proxy, ann, id)
}

#[tokio::test]
#[ignore = "needs PostgreSQL: tests/run gives it one"]
async fn a_postgres_that_is_away_is_503_and_works_again_when_it_is_back() {
    let (app, mut proxy, ann, id) = behind_a_proxy().await;
    let (key, path) = (key(), format!("/sessions/{id}/sets"));
    log(&ann, &id, squat(1)).await;
    proxy.go_away();
    let (write, read, ready, alive) = tokio::join!(
        ann.send(Method::POST, &path, &key, squat(2)),
        ann.request(Method::GET, "/profile").send(),
        app.anonymous(Method::GET, "/readyz").send(),
        app.anonymous(Method::GET, "/livez").send(),
    );
    for answer in [write, read.unwrap(), ready.unwrap()] {
        assert_eq!(answer.headers()["retry-after"], "1");
        problem(answer, StatusCode::SERVICE_UNAVAILABLE, "busy").await;
    }
    assert_eq!(alive.unwrap().status(), 200);
    proxy.come_back().await;
    expect(ann.send(Method::POST, &path, &key, squat(2)).await, StatusCode::CREATED).await;
    assert_eq!(sets(&ann, &id).await.len(), 2);
}

#[tokio::test]
#[ignore = "needs PostgreSQL: tests/run gives it one"]
async fn a_commit_whose_answer_is_lost_says_so_and_the_same_key_tells() {
    let (_app, proxy, ann, id) = behind_a_proxy().await;
    let (key, path) = (key(), format!("/sessions/{id}/sets"));
    proxy.lose_next_commit();
    let answer = ann.send(Method::POST, &path, &key, squat(1)).await;
    assert_eq!(answer.headers()["retry-after"], "1");
    problem(answer, StatusCode::SERVICE_UNAVAILABLE, "outcome-unknown").await;
    let again = ann.send(Method::POST, &path, &key, squat(1)).await;
    assert_eq!(again.headers()["idempotency-replayed"], "true");
    expect(again, StatusCode::CREATED).await;
    assert_eq!(sets(&ann, &id).await.len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs PostgreSQL: tests/run gives it one"]
async fn the_password_of_the_database_is_in_no_log_line() {
    let folder = Folder::new();
    let mut url: url::Url = folder.database().parse().unwrap();
    if url.password().is_none() {
        // Such a server asks for none, and takes any.
        url.set_password(Some(CANARY)).unwrap();
    }
    let password = url.password().unwrap().to_owned();
    assert!(run(&folder, &["user", "create", "ann"]).status.success());
    let made = run(&folder, &["token", "create", "--user", "ann", "--scopes", "read"]);
    let token = String::from_utf8(made.stdout).unwrap();
    let path = folder.0.join("log.txt");
    let log = Stdio::from(std::fs::File::create(&path).unwrap());
    let settings = [("SPOTTER_LOG", "trace"), ("SPOTTER_DATABASE_URL", url.as_str())];
    let server = Server::start_into(&folder, &settings, log);
    let lines = server.lines.concat();
    TestUser::at(&server.base, token.trim()).get("/profile").await;
    server.kill();
    let log = std::fs::read_to_string(&path).unwrap();
    assert!(log.contains("TRACE") && log.contains("sqlx"), "the log works:\n{log}");
    assert!(!log.contains(&password) && !lines.contains(&password));
}
