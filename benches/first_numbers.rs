//! What Spotter costs, each figure beside a floor measured in the same minutes. Prints medians and
//! ratios; asserts nothing, since a clock is no judge.
//!
//! `cargo bench --bench first_numbers`

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench prints, and stops where it cannot go on"
)]

#[path = "common/times.rs"]
mod times;
#[path = "common/visitor.rs"]
mod visitor;

use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::routing::get;
use futures_util::StreamExt as _;
use secrecy::SecretString;
use serde_json::{Value, json};
use spotter::agents::driver::{Agents, Limits};
use spotter::agents::model::openai::{OpenAi, OpenAiConfig};
use spotter::app::{self, Parts};
use spotter::clock::Clock;
use spotter::domain::catalogue::Catalogue;
use spotter::service::accounts::{self, Scope};
use spotter::web::listen;
use times::median;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;
use visitor::Visitor;

const ROUNDS: usize = 400;

fn report(what: &str, ours: Duration, floor_is: &str, floor: Duration) {
    let ratio = ours.as_secs_f64() / floor.as_secs_f64().max(1e-9);
    println!("{what:34} {ours:>10.1?}   {floor_is:44} {floor:>10.1?}   × {ratio:.2}");
}

async fn timed<F: AsyncFnMut(usize)>(mut once: F) -> Duration {
    for warm in 0..20 {
        once(warm + ROUNDS).await;
    }
    let mut times = Vec::with_capacity(ROUNDS);
    for round in 0..ROUNDS {
        let began = Instant::now();
        once(round).await;
        times.push(began.elapsed());
    }
    median(&times)
}

/// A server that holds every stream until told, then sends one delta and the end.
async fn model_server() -> (String, mpsc::UnboundedReceiver<Instant>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}/v1", listener.local_addr().unwrap());
    let (sent, times) = mpsc::unbounded_channel();
    tokio::spawn(async move {
        while let Ok((mut socket, _)) = listener.accept().await {
            let sent = sent.clone();
            tokio::spawn(async move {
                // What is measured is ours, not how long the server's own system holds packets back.
                socket.set_nodelay(true).unwrap();
                let mut request = vec![0; 65536];
                let _read = socket.read(&mut request).await;
                let head = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n";
                socket.write_all(head.as_bytes()).await.unwrap();
                tokio::time::sleep(Duration::from_millis(30)).await;
                let delta = json!({"choices": [{"index": 0, "delta": {"content": "Hello."}}]});
                sent.send(Instant::now()).unwrap();
                socket.write_all(format!("data: {delta}\n\n").as_bytes()).await.unwrap();
                tokio::time::sleep(Duration::from_millis(5)).await;
                let end = json!({"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]});
                let _gone = socket.write_all(format!("data: {end}\n\ndata: [DONE]\n\n").as_bytes()).await;
            });
        }
    });
    (base, times)
}

fn id(body: &Value, field: &str) -> String {
    body.get(field).and_then(Value::as_str).unwrap_or_default().to_owned()
}

async fn serve(router: Router) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(listen::serve(listener, router, CancellationToken::new()));
    base
}

#[tokio::main]
async fn main() {
    let folder = std::env::temp_dir().join(format!("spotter-bench-{}", uuid::Uuid::new_v4()));
    std::fs::create_dir_all(&folder).unwrap();
    let url = format!("sqlite://{}", folder.join("spotter.db").display());
    let clock = Clock::fake(Clock::system().now());
    let core = app::open(&url, clock.clone(), true).await.unwrap();
    let (model_base, mut model_sent) = model_server().await;
    let model = OpenAi::new(OpenAiConfig {
        base_url: model_base.parse().unwrap(),
        api_key: Some(SecretString::from("k".to_owned())),
        model: "bench".to_owned(),
        idle_timeout: Duration::from_secs(10),
    })
    .unwrap();
    let limits = Limits { runs_per_day: 100_000, ..Limits::default() };
    let agents = Agents::new(core.clone(), Arc::new(model), limits);
    let user = accounts::create(&core, "bench", None).await.unwrap();
    let scopes = [Scope::Read, Scope::Write, Scope::Agent];
    let (token, _) = accounts::create_token(&core, &user.id, "bench", &scopes, None).await.unwrap();
    let parts = Parts {
        core,
        agents: Some(agents),
        public_url: "http://localhost".to_owned(),
        demo: None,
        operations: app::Operations::default(),
    };
    let base = serve(app::router(app::state(parts))).await;
    let bench = Visitor { base, token, client: reqwest::Client::new() };

    reads(&bench).await;
    set(&bench, &clock, &folder.join("floor.db").display().to_string()).await;
    first_byte(&bench, &model_base, &mut model_sent).await;
    process(&folder);
    let _gone = std::fs::remove_dir_all(&folder);
}

async fn reads(bench: &Visitor) {
    let body = bench.get("/weekly-plan").send().await.unwrap();
    let tag = body.headers().get("etag").unwrap().clone();
    let body = body.text().await.unwrap();
    let size = body.len();
    let floor_base = serve(Router::new().route("/", get(async move || body.clone()))).await;
    let floor = timed(async |_| {
        bench.client.get(&floor_base).send().await.unwrap().bytes().await.unwrap();
    })
    .await;
    let whole = timed(async |_| {
        bench.get("/weekly-plan").send().await.unwrap().bytes().await.unwrap();
    })
    .await;
    let unchanged = timed(async |_| {
        let answer = bench.get("/weekly-plan").header("if-none-match", tag.clone()).send().await.unwrap();
        assert_eq!(answer.status(), 304);
    })
    .await;
    let bare = format!("bare axum, the same {size} bytes");
    report("GET weekly-plan, 200", whole, &bare, floor);
    report("GET weekly-plan, 304", unchanged, &bare, floor);
}

async fn set(bench: &Visitor, clock: &Clock, floor_file: &str) {
    use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
    let options = SqliteConnectOptions::new()
        .filename(floor_file)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full);
    let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options).await.unwrap();
    sqlx::query("CREATE TABLE floor (id TEXT PRIMARY KEY, body TEXT)").execute(&pool).await.unwrap();
    let floor = timed(async |_| {
        let id = uuid::Uuid::new_v4().to_string();
        sqlx::query("INSERT INTO floor VALUES ($1, 'x')").bind(id).execute(&pool).await.unwrap();
    })
    .await;
    let usual = log_sets(bench, clock, (5, 4)).await;
    report("POST set, a usual workout", usual, "one insert a transaction, synchronous=FULL", floor);
    let crowded = log_sets(bench, clock, (1, 60)).await;
    report("POST set, 60 of an exercise", crowded, "one insert a transaction, synchronous=FULL", floor);
}

/// Logs sets of the plan's first exercises, so many of each, a workout every other day.
async fn log_sets(bench: &Visitor, clock: &Clock, (exercises, sets): (usize, usize)) -> Duration {
    let catalogue = Catalogue::embedded();
    let mut session = bench.post("/sessions", &json!({ "split_day": "Day1" })).await;
    let mut place = 0;
    let logged = timed(async |_| {
        if place == exercises * sets {
            end(bench, &session).await;
            clock.advance(jiff::SignedDuration::from_hours(48));
            session = bench.post("/sessions", &json!({ "split_day": "Day1" })).await;
            place = 0;
        }
        let prescribed = session.get("prescribed").and_then(Value::as_array).unwrap();
        let ids = prescribed.iter().filter_map(|one| one.get("exercise_id").and_then(Value::as_str));
        let counted = |id: &&str| catalogue.get(id).is_some_and(|one| !one.is_timed());
        let exercise = ids.filter(counted).nth(place / sets).unwrap();
        let index = place % sets + 1;
        place += 1;
        let set = json!({"exercise_id": exercise, "set_index": index, "reps": 8, "weight_kg": 60.0});
        bench.post(&format!("/sessions/{}/sets", id(&session, "id")), &set).await;
    })
    .await;
    end(bench, &session).await;
    logged
}

async fn end(bench: &Visitor, session: &Value) {
    let path = format!("/sessions/{}", id(session, "id"));
    bench.write(reqwest::Method::PATCH, &path, &json!({"status": "abandoned"})).await;
}

/// From the moment the model's server writes its first delta to the moment a client has it.
async fn first_byte(bench: &Visitor, model: &str, sent: &mut mpsc::UnboundedReceiver<Instant>) {
    let (mut ours, mut floors) = (Vec::new(), Vec::new());
    for _ in 0..60 {
        let request = bench.client.post(format!("{model}/chat/completions")).json(&json!({"stream": true}));
        let mut stream = request.send().await.unwrap().bytes_stream();
        stream.next().await.unwrap().unwrap();
        floors.push(sent.recv().await.unwrap().elapsed());
        while stream.next().await.is_some() {}

        let conversation = bench.post("/conversations", &json!({})).await;
        let path = format!("/conversations/{}/messages", id(&conversation, "id"));
        let run = bench.post(&path, &json!({"text": "hello"})).await;
        let events = format!("/runs/{}/events", id(&run, "run_id"));
        let mut stream = bench.get(&events).send().await.unwrap().bytes_stream();
        let mut seen = String::new();
        while let Some(Ok(bytes)) = stream.next().await {
            seen.push_str(&String::from_utf8_lossy(&bytes));
            if seen.contains("text.delta") {
                break;
            }
        }
        ours.push(sent.recv().await.unwrap().elapsed());
    }
    report(
        "model's first byte to the client's",
        median(&ours),
        "the same stream read directly",
        median(&floors),
    );
}

fn first_answer(began: Instant) -> Duration {
    loop {
        let answered = std::net::TcpStream::connect("127.0.0.1:39871").is_ok();
        if answered || began.elapsed() > Duration::from_secs(20) {
            return began.elapsed();
        }
        std::thread::sleep(Duration::from_micros(200));
    }
}

fn process(folder: &std::path::Path) {
    let start = |database: &str| -> Child {
        Command::new(env!("CARGO_BIN_EXE_spotter"))
            .env_clear()
            .env("SPOTTER_BIND", "127.0.0.1:39871")
            .env("SPOTTER_DATABASE_URL", format!("sqlite://{}/{database}", folder.display()))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap()
    };
    let mut starts = Vec::new();
    let mut resident = 0;
    for _ in 0..9 {
        let began = Instant::now();
        let mut child = start("start.db");
        starts.push(first_answer(began));
        std::thread::sleep(Duration::from_millis(300));
        let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        resident = line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0);
        child.kill().unwrap();
        child.wait().unwrap();
    }
    let floors = (0..9).map(|_| {
        let began = Instant::now();
        Command::new("/bin/true").status().unwrap();
        began.elapsed()
    });
    report(
        "start to listening, migrated",
        median(&starts),
        "/bin/true, started and reaped",
        median(&floors.collect::<Vec<_>>()),
    );
    println!("resident memory at rest            {:.1} MiB", f64::from(resident) / 1024.0);
}
