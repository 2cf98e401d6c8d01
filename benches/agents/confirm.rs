//! A confirm against a bare transaction that writes the very same rows: what one confirm changed in
//! the file is read off by comparing it with the file before, and written again in one transaction,
//! with the same settings, on a copy of it.

use std::collections::BTreeMap;
use std::path::Path;
use std::str::FromStr as _;
use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::SignedDuration;
use spotter::agents::builtin::BuiltIn;
use spotter::agents::driver::{Agents, Limits};
use spotter::app;
use spotter::clock::Clock;
use spotter::domain::proposal::Proposal;
use spotter::domain::session::SessionStatus;
use spotter::service::sessions::{self, PatchSession, StartSession};
use spotter::service::{Core, accounts, proposals};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteSynchronous};
use sqlx::{AssertSqlSafe, ConnectOptions as _, Row as _};

use super::times::median;

const ROUNDS: usize = 300;
/// Sets of a workout that are confirmed one after another.
const SETS: usize = 8;

struct Person {
    core: Core,
    agents: Agents,
    clock: Clock,
    user: String,
    session: Option<String>,
    left: usize,
}

impl Person {
    async fn new(url: &str) -> Self {
        let clock = Clock::fake(Clock::system().now());
        let core = app::open(url, clock.clone(), true).await.unwrap();
        let agents = Agents::new(core.clone(), Arc::new(BuiltIn), Limits::default());
        let user = accounts::create(&core, "bench", None).await.unwrap().id;
        Self { core, agents, clock, user, session: None, left: 0 }
    }

    /// The open suggestion of the workout; a new one every [`SETS`] sets.
    async fn suggestion(&mut self) -> Proposal {
        let mut write = self.core.write(&self.user).await.unwrap();
        if self.left == 0 {
            if let Some(session) = self.session.take() {
                let over = PatchSession { status: Some(SessionStatus::Abandoned), notes: None };
                sessions::patch(&mut write, &session, over).await.unwrap();
            }
            self.clock.advance(SignedDuration::from_hours(48));
            let ask = StartSession { split_day: Some("Day1".to_owned()), ..StartSession::default() };
            self.session = Some(sessions::start(&mut write, ask).await.unwrap().id);
            self.left = SETS;
        }
        self.left -= 1;
        let session = self.session.clone().unwrap();
        let open = proposals::suggestion(&mut write.tx, &session).await.unwrap().unwrap();
        write.commit().await.unwrap();
        open
    }

    async fn confirm(&mut self) -> Duration {
        let open = self.suggestion().await;
        let began = Instant::now();
        self.agents.confirm(&self.user, &open.id, &open.digest).await.unwrap();
        began.elapsed()
    }
}

async fn connect(file: &Path) -> SqliteConnection {
    let options = SqliteConnectOptions::from_str(&format!("sqlite://{}", file.display())).unwrap();
    let options = options.create_if_missing(false).journal_mode(SqliteJournalMode::Wal);
    options.synchronous(SqliteSynchronous::Full).foreign_keys(true).connect().await.unwrap()
}

async fn run(conn: &mut SqliteConnection, sql: &str) {
    sqlx::query(AssertSqlSafe(sql.to_owned()))
        .execute(conn)
        .await
        .unwrap_or_else(|error| panic!("{sql}: {error}"));
}

/// One row: its values as SQL literals, in the order of the columns.
type Rows = BTreeMap<String, Vec<String>>;

struct Table {
    name: String,
    columns: Vec<String>,
    rows: Rows,
}

async fn tables(conn: &mut SqliteConnection) -> Vec<Table> {
    let sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
               AND name NOT LIKE '_sqlx%' ORDER BY name";
    let names: Vec<(String,)> = sqlx::query_as(sql).fetch_all(&mut *conn).await.unwrap();
    let mut all = Vec::new();
    for (name,) in names {
        let columns = format!("SELECT name FROM pragma_table_info('{name}') ORDER BY cid");
        let columns: Vec<(String,)> =
            sqlx::query_as(AssertSqlSafe(columns)).fetch_all(&mut *conn).await.unwrap();
        let columns: Vec<String> = columns.into_iter().map(|(column,)| column).collect();
        let quoted: Vec<String> = columns.iter().map(|column| format!("quote(\"{column}\")")).collect();
        let sql = format!("SELECT quote(rowid), {} FROM {name}", quoted.join(", "));
        let found = sqlx::query(AssertSqlSafe(sql)).fetch_all(&mut *conn).await.unwrap();
        let row = |row: &sqlx::sqlite::SqliteRow| {
            let values = (0..columns.len()).map(|at| row.get::<String, _>(at + 1)).collect();
            (row.get::<String, _>(0), values)
        };
        let rows = found.iter().map(row).collect();
        all.push(Table { name, columns, rows });
    }
    all
}

/// Statements that make the second state out of the first.
fn difference(from: &[Table], to: &[Table]) -> Vec<String> {
    let mut statements = Vec::new();
    for (old, new) in from.iter().zip(to) {
        let name = &new.name;
        for id in old.rows.keys().filter(|id| !new.rows.contains_key(*id)) {
            statements.push(format!("DELETE FROM {name} WHERE rowid = {id}"));
        }
        for (id, values) in &new.rows {
            let Some(before) = old.rows.get(id) else {
                let (columns, values) = (new.columns.join(", "), values.join(", "));
                statements.push(format!("INSERT INTO {name} (rowid, {columns}) VALUES ({id}, {values})"));
                continue;
            };
            let pairs = new.columns.iter().zip(values).zip(before);
            let set: Vec<String> = pairs
                .filter(|((_, value), before)| value != before)
                .map(|((column, value), _)| format!("{column} = {value}"))
                .collect();
            if !set.is_empty() {
                statements.push(format!("UPDATE {name} SET {} WHERE rowid = {id}", set.join(", ")));
            }
        }
    }
    statements
}

async fn all_in_one(conn: &mut SqliteConnection, statements: &[String]) -> Duration {
    let began = Instant::now();
    run(conn, "BEGIN IMMEDIATE").await;
    run(conn, "PRAGMA defer_foreign_keys = ON").await;
    for statement in statements {
        run(conn, statement).await;
    }
    run(conn, "COMMIT").await;
    began.elapsed()
}

/// The file as it stands. Not by VACUUM, which would number its rows anew.
async fn copy(from: &Path, to: &Path) {
    run(&mut connect(from).await, "PRAGMA wal_checkpoint(TRUNCATE)").await;
    std::fs::copy(from, to).unwrap();
}

pub async fn measure() {
    let folder = std::env::temp_dir().join(format!("spotter-bench-{}", uuid::Uuid::new_v4()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("spotter.db");
    let mut person = Person::new(&format!("sqlite://{}", file.display())).await;
    for _ in 0..40 {
        person.confirm().await;
    }
    // One confirm in the middle of a workout, taken apart.
    while person.left != SETS / 2 {
        person.confirm().await;
    }
    let (before, after) = (folder.join("before.db"), folder.join("after.db"));
    copy(&file, &before).await;
    person.confirm().await;
    copy(&file, &after).await;
    let mut bare = connect(&before).await;
    let old = tables(&mut bare).await;
    let new = tables(&mut connect(&after).await).await;
    let (forth, back) = (difference(&old, &new), difference(&new, &old));
    let (mut ours, mut floor) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        floor.push(all_in_one(&mut bare, &forth).await);
        all_in_one(&mut bare, &back).await;
        ours.push(person.confirm().await);
    }
    let (ours, floor) = (median(&ours), median(&floor));
    let ratio = ours.as_secs_f64() / floor.as_secs_f64().max(1e-9);
    let rows = forth.len();
    println!("confirm of a set, median {ours:>9.2?}   its {rows} rows bare {floor:>9.2?}   × {ratio:.2}");
    for statement in &forth {
        println!("    {}", statement.chars().take(72).collect::<String>());
    }
    let _gone = std::fs::remove_dir_all(&folder);
}
