//! kill -9 under load, again and again: what was acknowledged is there once, a retry under the same
//! key finds what happened, and the running totals are what the sets come to.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use reqwest::{Client, Method};
use serde_json::{Value, json};
use spotter::app;
use spotter::clock::Clock;
use spotter::service::{Core, accounts, totals};
use spotter::storage::{sets, totals as stored};
use tokio::task::JoinSet;
use uuid::Uuid;

use crate::support::database::{on_postgres, torture};
use crate::support::process::{Folder, Server, run};

/// Who logs at the same time: two people, two exercises each.
const PEOPLE: [&str; 2] = ["ann", "bob"];
const EXERCISES: [&str; 2] = ["barbell-back-squat", "barbell-bench-press"];
/// Sets of one exercise that a session may have.
const MOST: u16 = 100;

/// A request that a phone repeats under its key until it is answered.
#[derive(Clone)]
struct Sent {
    path: String,
    key: String,
    body: Value,
}

/// One phone: whose it is, what it still has to send, and what it was told is there.
struct Phone {
    token: String,
    exercise: &'static str,
    waiting: Option<Sent>,
    acknowledged: Vec<String>,
    replayed: usize,
}

impl Phone {
    /// Sends what waits; true when it is acknowledged, false when the server is gone.
    async fn send(&mut self, client: &Client, base: &str) -> bool {
        let Some(sent) = self.waiting.clone() else { return true };
        let request = client.request(Method::POST, format!("{base}/api/v1{}", sent.path));
        let request = request.bearer_auth(&self.token).header("Idempotency-Key", sent.key).json(&sent.body);
        let Ok(answer) = request.send().await else { return false };
        let (status, replayed) = (answer.status(), answer.headers().contains_key("idempotency-replayed"));
        let Ok(text) = answer.text().await else { return false };
        if status == 503 {
            return false;
        }
        assert_eq!(status, 201, "{text}");
        self.replayed += usize::from(replayed);
        self.acknowledged.push(sent.body["id"].as_str().unwrap().to_owned());
        self.waiting = None;
        true
    }

    /// Logs sets into a session until the server is gone.
    async fn log(&mut self, base: &str, session: &str, told: &Mutex<usize>) {
        let client = client();
        if !self.send(&client, base).await {
            return;
        }
        for set_index in 1..=MOST {
            let id = Uuid::new_v4().to_string();
            let path = format!("/sessions/{session}/sets");
            let body = json!({"id": id, "exercise_id": self.exercise, "set_index": set_index, "reps": 5,
                              "weight_kg": 60.0});
            self.waiting = Some(Sent { path, key: Uuid::new_v4().to_string(), body });
            if !self.send(&client, base).await {
                return;
            }
            *told.lock().unwrap() += 1;
        }
    }
}

/// Whoever is silent for so long is gone.
fn client() -> Client {
    Client::builder().timeout(Duration::from_secs(15)).build().unwrap()
}

/// A loopback address of this test's own where there are many: once the server is dead, nobody
/// else's may come to listen at its port.
fn address() -> String {
    if !cfg!(target_os = "linux") {
        return "127.0.0.1:0".to_owned();
    }
    let [one, two, three, ..] = Uuid::new_v4().into_bytes();
    format!("127.{}.{two}.{}:0", one.clamp(1, 254), three.clamp(1, 254))
}

fn token_of(folder: &Folder, name: &str) -> String {
    assert!(run(folder, &["user", "create", name]).status.success());
    let made = run(folder, &["token", "create", "--user", name, "--scopes", "read,write"]);
    String::from_utf8(made.stdout).unwrap().trim().to_owned()
}

/// Begins a session on top of whatever was begun before.
async fn begin(base: &str, token: &str) -> String {
    let body = json!({"split_day": "Day1", "id": Uuid::new_v4().to_string()});
    let request = client().post(format!("{base}/api/v1/sessions")).bearer_auth(token);
    let request = request.header("Idempotency-Key", Uuid::new_v4().to_string()).json(&body);
    let answer = request.send().await.unwrap();
    assert_eq!(answer.status(), 201, "{}", answer.text().await.unwrap());
    body["id"].as_str().unwrap().to_owned()
}

/// One life of the server: everyone logs, and after some sets it is killed.
async fn cycle(
    folder: &Folder,
    round: u64,
    phones: Vec<Phone>,
    sessions: &mut BTreeMap<String, Vec<String>>,
) -> Vec<Phone> {
    let server = Server::start_with(folder, &[("SPOTTER_BIND", &address())]);
    let mut current = BTreeMap::new();
    for token in phones.iter().map(|phone| phone.token.clone()).collect::<BTreeSet<_>>() {
        let session = begin(&server.base, &token).await;
        sessions.entry(token.clone()).or_default().push(session.clone());
        current.insert(token, session);
    }
    let told = Arc::new(Mutex::new(0));
    let mut logging = JoinSet::new();
    for mut phone in phones {
        let (base, session) = (server.base.clone(), current[&phone.token].clone());
        let told = Arc::clone(&told);
        logging.spawn(async move {
            phone.log(&base, &session, &told).await;
            phone
        });
    }
    let enough = usize::try_from(round % 7).unwrap() + 1;
    let until = tokio::time::Instant::now() + Duration::from_mins(1);
    while *told.lock().unwrap() < enough {
        assert!(tokio::time::Instant::now() < until, "nothing is acknowledged any more");
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    // Not always between two requests.
    tokio::time::sleep(Duration::from_micros(round * 977 % 9000)).await;
    server.kill();
    logging.join_all().await
}

/// Every running total of everyone, as stored, and then as rebuilt from the sets.
async fn running_and_rebuilt(folder: &Folder) -> (Vec<String>, Vec<String>) {
    let core = app::open(&folder.database(), Clock::system(), true).await.unwrap();
    let running = totals_of(&core).await;
    for name in PEOPLE {
        let user = accounts::by_name(&core, name).await.unwrap();
        totals::rebuild(&core, &user.id).await.unwrap();
    }
    let rebuilt = totals_of(&core).await;
    core.db.close().await;
    (running, rebuilt)
}

async fn totals_of(core: &Core) -> Vec<String> {
    let (mut all, since) = (Vec::new(), "2000-01-01".parse().unwrap());
    for name in PEOPLE {
        let user = accounts::by_name(core, name).await.unwrap().id;
        let mut conn = core.read().await.unwrap();
        for (exercise, day, week) in sets::days(&mut conn, &user).await.unwrap() {
            let weeks = stored::week(&mut conn, &user, week).await.unwrap();
            let days = stored::last_days(&mut conn, &user, &[&exercise], since, 10_000).await.unwrap();
            let best = stored::standing(&mut conn, &user, &exercise, day).await.unwrap();
            all.push(format!("{name} {exercise} {day}: {weeks:?} {days:?} {best:?}"));
        }
    }
    all
}

async fn kept(base: &str, token: &str, sessions: &[String]) -> Vec<String> {
    let mut ids = Vec::new();
    for session in sessions {
        let request = client().get(format!("{base}/api/v1/sessions/{session}")).bearer_auth(token);
        let session: Value = request.send().await.unwrap().json().await.unwrap();
        ids.extend(
            session["sets"].as_array().unwrap().iter().map(|set| set["id"].as_str().unwrap().to_owned()),
        );
    }
    ids
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_under_load_again_and_again_loses_and_doubles_nothing() {
    let cycles = if torture() { 100 } else { 5 };
    let folder = Folder::new();
    let mut phones = Vec::new();
    for name in PEOPLE {
        let token = token_of(&folder, name);
        for exercise in EXERCISES {
            let token = token.clone();
            phones.push(Phone { token, exercise, waiting: None, acknowledged: Vec::new(), replayed: 0 });
        }
    }
    let mut sessions = BTreeMap::new();
    for round in 0..cycles {
        phones = cycle(&folder, round, phones, &mut sessions).await;
    }
    let server = Server::start(&folder);
    for phone in &mut phones {
        assert!(phone.send(&client(), &server.base).await, "what waited is taken at last");
    }
    let mut there = Vec::new();
    for (token, sessions) in &sessions {
        there.extend(kept(&server.base, token, sessions).await);
    }
    server.kill();
    let distinct: BTreeSet<&String> = there.iter().collect();
    let acknowledged: BTreeSet<&String> = phones.iter().flat_map(|phone| &phone.acknowledged).collect();
    let lost = acknowledged.difference(&distinct).count();
    let doubled = there.len() - distinct.len();
    let replayed: usize = phones.iter().map(|phone| phone.replayed).sum();
    let (running, rebuilt) = running_and_rebuilt(&folder).await;
    println!(
        "kill -9 on {}: {cycles} times under load, {} acknowledged ({replayed} of them by a retry), lost {lost}, \
         doubled {doubled}, {} totals, {} other than rebuilt",
        if on_postgres() { "PostgreSQL" } else { "SQLite" },
        acknowledged.len(),
        running.len(),
        running.iter().zip(&rebuilt).filter(|(running, rebuilt)| running != rebuilt).count(),
    );
    assert_eq!((lost, doubled), (0, 0));
    assert_eq!(distinct, acknowledged, "nothing is there that nobody was told of");
    assert!(acknowledged.len() >= usize::try_from(cycles).unwrap());
    assert!(!running.is_empty());
    assert_eq!(running, rebuilt);
}
