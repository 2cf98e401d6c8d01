//! How many statements a conditional GET costs: one to know the caller, one indexed read for the tag.

use std::process::Stdio;
use std::time::Duration;

use reqwest::Method;

use crate::support::app::TestUser;
use crate::support::process::{Folder, Server, run};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_304_reads_one_row_and_builds_no_body() {
    let folder = Folder::new();
    assert!(run(&folder, &["user", "create", "ann"]).status.success());
    let made = run(&folder, &["token", "create", "--user", "ann", "--scopes", "read,write"]);
    let token = String::from_utf8(made.stdout).unwrap().trim().to_owned();
    write_down_its_first_use(&folder, &token).await;
    let path = folder.0.join("log.txt");
    let log = Stdio::from(std::fs::File::create(&path).unwrap());
    let settings = [("SPOTTER_LOG", "warn,sqlx::query=debug"), ("SPOTTER_LOG_FORMAT", "json")];
    let server = Server::start_into(&folder, &settings, log);
    let ann = TestUser::at(&server.base, &token);
    // What an answer of this status cost in statements.
    let cost = async |route: &str, tag: &str| {
        let before = statements(&path).len();
        let answer = ann.request(Method::GET, route).header("If-None-Match", tag).send().await.unwrap();
        (answer.status().as_u16(), statements(&path).split_off(before))
    };
    let lift = "/progress/exercises/barbell-row";
    for route in
        ["/weekly-plan", "/profile", "/exercises", "/exercises/barbell-row", "/progress/summary", lift]
    {
        let tag = ann.tag(route).await;
        assert_eq!(cost(route, "\"another\"").await.0, 200, "{route}");
        let (status, conditional) = cost(route, &tag).await;
        assert_eq!(status, 304, "{route}");
        assert_eq!(conditional.len(), 2, "{route}: {conditional:#?}");
        assert!(conditional[1].contains("FROM users WHERE id"), "{route}: {conditional:#?}");
    }
    server.kill();
}

/// The first use of a token is written down, behind an answer; the next ones are not.
async fn write_down_its_first_use(folder: &Folder, token: &str) {
    let server = Server::start(folder);
    let ann = TestUser::at(&server.base, token);
    // Listed with the scope that reads; asked again until it is there.
    while ann.get("/tokens").await["items"][0]["last_used_at"].is_null() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

/// Every statement that was logged, in order.
pub fn statements(log: &std::path::Path) -> Vec<String> {
    let text = std::fs::read_to_string(log).unwrap();
    text.lines().filter(|line| line.contains("sqlx::query")).map(str::to_owned).collect()
}
