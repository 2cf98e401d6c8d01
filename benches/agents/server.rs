//! Spotter in a process of its own, so that what it holds and what it does are its own.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::json;

use super::model::{Model, Script};
use super::visitor::Visitor;

pub struct Server {
    child: Child,
    folder: PathBuf,
    pub visitor: Visitor,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _gone = self.child.kill();
        let _gone = self.child.wait();
        let _gone = std::fs::remove_dir_all(&self.folder);
    }
}

fn spotter(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_spotter"));
    let database = format!("sqlite://{}", folder.join("spotter.db").display());
    command.env_clear().env("SPOTTER_DATABASE_URL", database).env("SPOTTER_LOG", "error");
    command
}

impl Server {
    pub fn start(model: &Model) -> Self {
        let folder = std::env::temp_dir().join(format!("spotter-bench-{}", uuid::Uuid::new_v4()));
        std::fs::create_dir_all(&folder).unwrap();
        assert!(spotter(&folder).args(["user", "create", "bench"]).output().unwrap().status.success());
        let token = ["token", "create", "--user", "bench", "--scopes", "read,write,agent"];
        let token = spotter(&folder).args(token).output().unwrap().stdout;
        let mut child = spotter(&folder)
            .env("SPOTTER_BIND", "127.0.0.1:0")
            .env("SPOTTER_LLM_BASE_URL", &model.base)
            .env("SPOTTER_LLM_MODEL", "bench")
            .env("SPOTTER_LLM_IDLE_TIMEOUT_SECONDS", "600")
            .env("SPOTTER_RUN_SECONDS", "600")
            .env("SPOTTER_RUNS_PER_DAY", "1000000")
            .env("SPOTTER_RATE_LIMIT_PER_MINUTE", "0")
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let base = lines.find_map(|line| line.unwrap().strip_prefix("listening on ").map(str::to_owned));
        Self {
            child,
            folder,
            visitor: Visitor {
                base: base.unwrap(),
                token: String::from_utf8(token).unwrap().trim().to_owned(),
                client: reqwest::Client::new(),
            },
        }
    }

    /// A new conversation, in which the model is asked for this; the run.
    pub async fn begin(&self, script: Script) -> String {
        let made = self.visitor.post("/conversations", &json!({})).await;
        let path = format!("/conversations/{}/messages", made["id"].as_str().unwrap());
        let run = self.visitor.post(&path, &json!({"text": script.to_string()})).await;
        run["run_id"].as_str().unwrap().to_owned()
    }

    /// Its events.
    pub async fn watch(&self, run: &str) -> reqwest::Response {
        self.visitor.get(&format!("/runs/{run}/events")).send().await.unwrap()
    }

    /// Memory in use, as the kernel counts it.
    pub fn resident_kib(&self) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        line.split_whitespace().next().unwrap().parse().unwrap()
    }
}
