//! How many statements a set costs: what is read twice, or once more for every year of training,
//! shows here.

use std::process::Stdio;

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::queries::statements;
use crate::api::common::{SQUAT, end, log, small_plan, squat, text};
use crate::support::app::{TestUser, expect, key};
use crate::support::process::{Folder, Server, run};

/// Someone on a server that logs its statements.
struct Watched {
    ann: TestUser,
    folder: Folder,
    server: Server,
}

impl Watched {
    async fn start() -> Self {
        let folder = Folder::new();
        assert!(run(&folder, &["user", "create", "ann"]).status.success());
        let made = run(&folder, &["token", "create", "--user", "ann", "--scopes", "read,write,agent"]);
        let log = Stdio::from(std::fs::File::create(folder.0.join("log.txt")).unwrap());
        let settings = [("SPOTTER_LOG", "warn,sqlx::query=debug"), ("SPOTTER_LOG_FORMAT", "json")];
        let server = Server::start_into(&folder, &settings, log);
        let ann = TestUser::at(&server.base, String::from_utf8(made.stdout).unwrap().trim());
        expect(ann.put("/weekly-plan", "*", small_plan()).await, StatusCode::OK).await;
        Self { ann, folder, server }
    }

    /// The statements of what is done here. The ends of transactions, which one database logs and the
    /// other does not, are left out, and so are the agents, who look for runs now and then.
    async fn cost(&self, work: impl Future<Output = Value>) -> Vec<String> {
        let path = self.folder.0.join("log.txt");
        let before = statements(&path).len();
        work.await;
        let all = statements(&path).split_off(before);
        let summary = |line: String| {
            let line: Value = serde_json::from_str(&line).unwrap();
            text(&line["summary"])
        };
        let counts = |summary: &String| summary != "COMMIT" && !summary.starts_with("SELECT r.id FROM runs");
        all.into_iter().map(summary).filter(counts).collect()
    }

    async fn workout(&self) -> Value {
        let id = text(&self.ann.start_session("Day1").await["id"]);
        for index in [1, 2] {
            log(&self.ann, &id, squat(index)).await;
        }
        end(&self.ann, &id, "completed").await
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_late_set_that_is_no_best_costs_the_same_however_many_workouts_came_after() {
    let watched = Watched::start().await;
    let first = watched.workout().await;
    let path = format!("/sessions/{}/sets/{}", text(&first["id"]), text(&first["sets"][0]["id"]));
    watched.workout().await;
    let change = async |change: Value| {
        expect(watched.ann.send(Method::PATCH, &path, &key(), change).await, StatusCode::OK).await
    };
    let after_one = watched.cost(change(json!({"reps": 7}))).await;
    watched.workout().await;
    watched.workout().await;
    let after_three = watched.cost(change(json!({"reps": 6}))).await;
    assert_eq!(after_one.len(), after_three.len(), "{after_one:#?}\n{after_three:#?}");
    watched.server.kill();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_set_and_a_confirm_cost_so_many_statements_and_no_more() {
    let watched = Watched::start().await;
    let ann = &watched.ann;
    watched.workout().await;
    let id = text(&ann.start_session("Day1").await["id"]);
    let set = watched.cost(log(ann, &id, squat(1))).await;
    assert!(set.len() <= 15, "{}: {set:#?}", set.len());
    let open = ann.get(&format!("/sessions/{id}")).await["suggestion"].clone();
    assert_eq!((&open["args"]["exercise_id"], &open["args"]["set_index"]), (&json!(SQUAT), &json!(2)));
    let path = format!("/proposals/{}/confirm", text(&open["id"]));
    let confirm =
        async || expect(ann.post(&path, json!({"digest": open["digest"]})).await, StatusCode::OK).await;
    let confirm = watched.cost(confirm()).await;
    assert!(confirm.len() <= 16, "{}: {confirm:#?}", confirm.len());
    watched.server.kill();
}
