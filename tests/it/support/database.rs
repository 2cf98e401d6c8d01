//! A database for each test: a SQLite file in a folder of its own, or, with
//! `SPOTTER_TEST_DATABASE_URL=postgres://…`, a database of its own on that server.

use std::future::Future;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use spotter::storage::Db;
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection, Row as _, SqliteConnection};
use url::Url;

/// The server that databases are made on; none means SQLite.
#[expect(clippy::disallowed_methods, reason = "the tests' own setting, not the program's")]
static SERVER: LazyLock<Option<Url>> = LazyLock::new(|| {
    let url = std::env::var("SPOTTER_TEST_DATABASE_URL").ok()?;
    assert!(url.starts_with("postgres"), "SPOTTER_TEST_DATABASE_URL must be postgres://…");
    Some(url.parse().unwrap())
});

/// The name of a database that is migrated already; others are copies of it.
static TEMPLATE: LazyLock<String> = LazyLock::new(|| apart(template()));

/// A database and a folder that go when they are dropped.
pub struct Database {
    /// What `SPOTTER_DATABASE_URL` is set to.
    pub url: String,
    /// An empty folder; a SQLite file lies in it.
    pub folder: PathBuf,
    name: Option<String>,
}

impl Database {
    /// A migrated database, or on SQLite one that will be migrated when it is opened.
    pub fn new() -> Self {
        match &*SERVER {
            None => Self::sqlite(),
            Some(_) => Self::copy_of(&TEMPLATE),
        }
    }

    /// A database without tables.
    pub fn empty() -> Self {
        match &*SERVER {
            None => Self::sqlite(),
            Some(_) => Self::copy_of("template0"),
        }
    }

    /// SQLite, whatever the others are on.
    pub fn sqlite() -> Self {
        let folder = new_folder();
        let url = format!("sqlite://{}", folder.join("spotter.db").display());
        Self { url, folder, name: None }
    }

    /// A connection of another program's.
    pub async fn connect(&self) -> Other {
        match self.name {
            None => Other::Sqlite(SqliteConnection::connect(&self.url).await.unwrap()),
            Some(_) => Other::Postgres(PgConnection::connect(&self.url).await.unwrap()),
        }
    }

    /// Breaks every connection, as a server does that restarts. A SQLite file has none to break.
    pub fn break_connections(&self) {
        if let Some(name) = &self.name {
            administer(format!(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
            ));
        }
    }

    /// Whether new connections to it may write; those that are open are broken. For a SQLite file
    /// the URL says it.
    pub fn set_writable(&self, writable: bool) -> String {
        let Some(name) = &self.name else {
            return if writable { self.url.clone() } else { format!("{}?mode=ro", self.url) };
        };
        let off = if writable { "off" } else { "on" };
        administer(format!("ALTER DATABASE {name} SET default_transaction_read_only = {off}"));
        self.break_connections();
        self.url.clone()
    }

    fn copy_of(template: &str) -> Self {
        let name = format!("spotter_test_{}", uuid::Uuid::new_v4().simple());
        administer(format!("CREATE DATABASE {name} TEMPLATE {template}"));
        Self { url: named(&name), folder: new_folder(), name: Some(name) }
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Some(name) = &self.name {
            administer(format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        }
        let _gone = std::fs::remove_dir_all(&self.folder);
    }
}

/// Whether the tests run on PostgreSQL.
pub fn on_postgres() -> bool {
    SERVER.is_some()
}

/// Whether the long counts are wanted.
#[expect(clippy::disallowed_methods, reason = "the tests' own setting, not the program's")]
pub fn torture() -> bool {
    std::env::var("SPOTTER_TORTURE").is_ok_and(|set| set == "1")
}

/// A connection beside the program's own.
pub enum Other {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl Other {
    /// Runs statements.
    pub async fn execute(&mut self, sql: impl Into<String>) -> Result<(), sqlx::Error> {
        let sql = AssertSqlSafe(sql.into());
        match self {
            Self::Sqlite(conn) => conn.execute(sql).await.map(drop),
            Self::Postgres(conn) => conn.execute(sql).await.map(drop),
        }
    }

    /// The number that a query gives.
    pub async fn number(&mut self, sql: impl Into<String>) -> i64 {
        let sql = AssertSqlSafe(sql.into());
        match self {
            Self::Sqlite(conn) => sqlx::query_scalar(sql).fetch_one(conn).await.unwrap(),
            Self::Postgres(conn) => sqlx::query_scalar(sql).fetch_one(conn).await.unwrap(),
        }
    }

    pub async fn close(self) {
        match self {
            Self::Sqlite(conn) => conn.close().await.unwrap(),
            Self::Postgres(conn) => conn.close().await.unwrap(),
        }
    }
}

fn new_folder() -> PathBuf {
    let folder = std::env::temp_dir().join(format!("spotter-test-{}", uuid::Uuid::new_v4()));
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// The URL of a database on the server.
fn named(name: &str) -> String {
    let mut url = SERVER.clone().unwrap();
    url.set_path(name);
    url.to_string()
}

/// Runs one statement on the server, beside any database of a test.
fn administer(sql: String) {
    apart(async move {
        let mut conn = PgConnection::connect(SERVER.as_ref().unwrap().as_str()).await.unwrap();
        conn.execute(AssertSqlSafe(sql)).await.unwrap();
        conn.close().await.unwrap();
    });
}

/// Runs to its end on a thread of its own, so that it also works in `Drop` and without a runtime.
fn apart<T: Send + 'static>(work: impl Future<Output = T> + Send + 'static) -> T {
    let thread = std::thread::spawn(move || {
        tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(work)
    });
    thread.join().unwrap()
}

/// Makes the template once for each state of the migrations; test runs beside each other wait.
async fn template() -> String {
    let name = format!("spotter_template_{:x}", migrations());
    let mut conn = PgConnection::connect(SERVER.as_ref().unwrap().as_str()).await.unwrap();
    conn.execute("SELECT pg_advisory_lock(5707)").await.unwrap();
    let found = sqlx::query("SELECT COUNT(*) FROM pg_database WHERE datname = $1 AND NOT datallowconn")
        .bind(&name)
        .fetch_one(&mut conn)
        .await
        .unwrap();
    if found.get::<i64, _>(0) == 0 {
        for sql in [format!("DROP DATABASE IF EXISTS {name}"), format!("CREATE DATABASE {name}")] {
            conn.execute(AssertSqlSafe(sql)).await.unwrap();
        }
        Db::open(&named(&name)).await.unwrap().close().await;
        let sql = format!("ALTER DATABASE {name} WITH ALLOW_CONNECTIONS false");
        conn.execute(AssertSqlSafe(sql)).await.unwrap();
    }
    conn.close().await.unwrap();
    name
}

/// A number that changes with any migration.
fn migrations() -> u64 {
    use std::hash::{DefaultHasher, Hash as _, Hasher as _};
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let mut hash = DefaultHasher::new();
    for file in files {
        (file.file_name(), std::fs::read(&file).unwrap()).hash(&mut hash);
    }
    hash.finish()
}
