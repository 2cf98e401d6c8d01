//! The application in-process: on a free port, with a fake clock and a database of its own.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use reqwest::{Method, RequestBuilder, Response, StatusCode};
use serde_json::Value;
use spotter::agents::builtin::BuiltIn;
use spotter::agents::driver::{Agents, Limits};
use spotter::agents::model::Model;
use spotter::agents::model::openai::{OpenAi, OpenAiConfig};
use spotter::app::{self, Operations, Parts};
use spotter::clock::Clock;
use spotter::domain::catalogue::Catalogue;
use spotter::service::Core;
use spotter::service::accounts::{self, Scope};
use spotter::service::alarm::Alarm;
use spotter::storage::Db;
use spotter::web::{WebState, listen};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use super::database::Database;

/// A Monday, noon UTC: every test begins here unless it says otherwise.
pub const START: &str = "2026-03-16T12:00:00Z";

/// The key of every model server in tests; it may appear nowhere but in its header.
pub const MODEL_KEY: &str = "sk-canary-4711";

/// Limits that keep tests short.
pub fn quick() -> Limits {
    Limits { backoff: Duration::from_millis(5), sweep: Duration::from_millis(50), ..Limits::default() }
}

/// A model behind an OpenAI-compatible server.
pub fn model_at(base_url: &str, key: &str, name: &str, idle_timeout: Duration) -> Arc<dyn Model> {
    let (base_url, api_key) = (base_url.parse().unwrap(), Some(key.to_owned().into()));
    Arc::new(OpenAi::new(OpenAiConfig { base_url, api_key, model: name.to_owned(), idle_timeout }).unwrap())
}

/// A running application.
pub struct TestApp {
    /// `http://127.0.0.1:PORT`.
    pub base: String,
    /// Stands still until moved.
    pub clock: Clock,
    /// The use cases' handles, to look behind the API.
    pub core: Core,
    /// What handlers share.
    pub state: WebState,
    /// Sends requests; follows no redirects.
    pub client: reqwest::Client,
    /// Where it keeps everything; goes with the last that holds it.
    pub database: Arc<Database>,
    stop: CancellationToken,
    model: Arc<dyn Model>,
    limits: Limits,
}

impl TestApp {
    /// Starts on a new database, with the built-in coach.
    pub async fn start() -> Self {
        Self::start_with(Arc::new(BuiltIn), Limits::default()).await
    }

    /// Starts on a new database, with the model behind this base URL. It may be silent for a second.
    pub async fn start_with_model(base_url: &str) -> Self {
        let model = model_at(base_url, MODEL_KEY, "little-model", Duration::from_secs(1));
        Self::start_with(model, quick()).await
    }

    /// Starts on a new database, with this model.
    pub async fn start_with(model: Arc<dyn Model>, limits: Limits) -> Self {
        let clock = Clock::fake(START.parse::<Timestamp>().unwrap());
        let database = Arc::new(Database::new());
        let core = app::open(&database.url, clock, true).await.unwrap();
        Self::on(database, core, model, limits).await
    }

    /// Starts on this database at this moment, with the built-in coach.
    pub async fn start_at(database: Arc<Database>, moment: &str) -> Self {
        let core = app::open(&database.url, Clock::fake(moment.parse().unwrap()), true).await.unwrap();
        Self::on(database, core, Arc::new(BuiltIn), Limits::default()).await
    }

    /// Starts on a new database with one connection to read with and one to write.
    pub async fn start_narrow() -> Self {
        let clock = Clock::fake(START.parse::<Timestamp>().unwrap());
        let database = Arc::new(Database::new());
        let db = Db::open_narrow(&database.url).await.unwrap();
        let core =
            Core { db, clock, catalogue: Catalogue::embedded(), agents: true, alarm: Alarm::default() };
        Self::on(database, core, Arc::new(BuiltIn), Limits::default()).await
    }

    async fn on(database: Arc<Database>, core: Core, model: Arc<dyn Model>, limits: Limits) -> Self {
        let clock = core.clock.clone();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let agents = Agents::new(core.clone(), Arc::clone(&model), limits);
        agents.recover().await.unwrap();
        let agents = Some(agents);
        let parts = Parts {
            core: core.clone(),
            agents,
            public_url: base.clone(),
            demo: None,
            operations: Operations::default(),
        };
        let state = app::state(parts);
        let stop = CancellationToken::new();
        tokio::spawn(listen::serve(listener, app::router(state.clone()), stop.clone()));
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
        Self { base, clock, core, state, client, database, stop, model, limits }
    }

    /// Stops and starts again on the same database and clock, as after a crash.
    pub async fn restart(self) -> Self {
        let url = self.database.url.clone();
        self.restart_at(&url).await
    }

    /// The same with the database reached in another way.
    pub async fn restart_at(self, url: &str) -> Self {
        self.stop.cancel();
        if let Some(agents) = &self.state.agents {
            agents.shutdown().await;
        }
        let (database, model, limits) = (Arc::clone(&self.database), Arc::clone(&self.model), self.limits);
        let core = app::open(url, self.clock.clone(), true).await.unwrap();
        drop(self);
        Self::on(database, core, model, limits).await
    }

    /// Adds an account with every scope.
    pub async fn user(&self, name: &str) -> TestUser {
        self.token_of(accounts::create(&self.core, name, None).await.unwrap().id).await
    }

    /// An account that is there already, with every scope.
    pub async fn known_user(&self, name: &str) -> TestUser {
        self.token_of(accounts::by_name(&self.core, name).await.unwrap().id).await
    }

    async fn token_of(&self, id: String) -> TestUser {
        let scopes = [Scope::Read, Scope::Write, Scope::Agent];
        let (token, _) = accounts::create_token(&self.core, &id, "test", &scopes, None).await.unwrap();
        TestUser { id, token, base: self.base.clone(), client: self.client.clone() }
    }

    /// A request without login.
    pub fn anonymous(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}{path}", self.base))
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        self.stop.cancel();
    }
}

impl TestUser {
    /// Someone who holds a token of an application that runs elsewhere.
    pub fn at(base: &str, token: &str) -> Self {
        let (id, client) = (String::new(), reqwest::Client::new());
        Self { id, token: token.to_owned(), base: base.to_owned(), client }
    }

    /// The same account on an application that was started again.
    pub fn on(&self, app: &TestApp) -> Self {
        Self { base: app.base.clone(), client: app.client.clone(), ..self.clone() }
    }
}

/// An account and its token.
#[derive(Clone)]
pub struct TestUser {
    /// The account's id.
    pub id: String,
    /// A token with every scope.
    pub token: String,
    base: String,
    client: reqwest::Client,
}

/// A fresh idempotency key.
pub fn key() -> String {
    uuid::Uuid::new_v4().to_string()
}

impl TestUser {
    /// A request under /api/v1.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}/api/v1{path}", self.base)).bearer_auth(&self.token)
    }

    /// GET, expecting 200.
    pub async fn get(&self, path: &str) -> Value {
        let response = self.request(Method::GET, path).send().await.unwrap();
        expect(response, StatusCode::OK).await
    }

    /// The entity tag of a resource.
    pub async fn tag(&self, path: &str) -> String {
        let response = self.request(Method::GET, path).send().await.unwrap();
        response.headers()["etag"].to_str().unwrap().to_owned()
    }

    /// POST with a fresh key.
    pub async fn post(&self, path: &str, body: Value) -> Response {
        self.send(Method::POST, path, &key(), body).await
    }

    /// PATCH with a fresh key.
    pub async fn patch(&self, path: &str, body: Value) -> Response {
        self.send(Method::PATCH, path, &key(), body).await
    }

    /// A request with this key.
    pub async fn send(&self, method: Method, path: &str, key: &str, body: Value) -> Response {
        self.request(method, path).header("Idempotency-Key", key).json(&body).send().await.unwrap()
    }

    /// PUT with this If-Match.
    pub async fn put(&self, path: &str, tag: &str, body: Value) -> Response {
        self.request(Method::PUT, path).header("If-Match", tag).json(&body).send().await.unwrap()
    }

    /// Changes fields of the profile.
    pub async fn set_profile(&self, changes: Value) -> Value {
        let mut profile = self.get("/profile").await;
        for (name, value) in changes.as_object().unwrap() {
            profile[name] = value.clone();
        }
        let tag = self.tag("/profile").await;
        expect(self.put("/profile", &tag, profile).await, StatusCode::OK).await
    }

    /// Begins a session.
    pub async fn start_session(&self, day: &str) -> Value {
        let response = self.post("/sessions", serde_json::json!({ "split_day": day })).await;
        expect(response, StatusCode::CREATED).await
    }
}

/// The body, when the status is the one expected.
pub async fn expect(response: Response, status: StatusCode) -> Value {
    let got = response.status();
    let text = response.text().await.unwrap();
    assert_eq!(got, status, "{text}");
    serde_json::from_str(&text).unwrap_or(Value::Null)
}
