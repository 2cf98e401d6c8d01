//! The two databases behind one face: SQLite with one writer and a pool of readers, PostgreSQL with
//! one pool. A write is a [`Tx`]; everything else reads through a [`Conn`].

use std::str::FromStr as _;
use std::time::Duration;

use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{PgConnection, PgPool, Postgres, Sqlite, SqliteConnection, SqlitePool, Transaction};

/// Before this release a WAL database could be corrupted.
const LEAST_SQLITE: (u32, u32, u32) = (3, 51, 3);
const READERS: u32 = 8;
const POSTGRES_CONNECTIONS: u32 = 20;

/// Why a database could not be used.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    /// Neither `sqlite:` nor `postgres:`.
    #[error("SPOTTER_DATABASE_URL must begin with sqlite:// or postgres://")]
    UnknownScheme,
    /// The linked SQLite is too old to be trusted.
    #[error("the linked SQLite is {0}, but 3.51.3 or newer is needed")]
    OldSqlite(String),
    /// The file or server could not be opened.
    #[error("the database cannot be opened: {0}")]
    Open(#[source] sqlx::Error),
    /// The schema could not be brought up to date.
    #[error("the database cannot be migrated: {0}")]
    Migrate(#[from] sqlx::migrate::MigrateError),
}

/// A database. Cheap to clone.
#[derive(Debug, Clone)]
pub enum Db {
    /// One writer, so that a write never finds the file locked by another of ours.
    Sqlite {
        /// One connection.
        writer: SqlitePool,
        /// Many connections.
        readers: SqlitePool,
    },
    /// One pool.
    Postgres(PgPool),
}

static MIGRATOR: sqlx::migrate::Migrator = sqlx::migrate!("./migrations");

impl Db {
    /// Opens the database and brings its schema up to date.
    pub async fn open(url: &str) -> Result<Self, DbError> {
        let db = if url.starts_with("sqlite:") {
            Self::open_sqlite(url).await?
        } else if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            let options = PgConnectOptions::from_str(url).map_err(DbError::Open)?;
            let pool = PgPoolOptions::new()
                .max_connections(POSTGRES_CONNECTIONS)
                .acquire_timeout(Duration::from_secs(10));
            Self::Postgres(pool.connect_with(options).await.map_err(DbError::Open)?)
        } else {
            return Err(DbError::UnknownScheme);
        };
        match &db {
            Self::Sqlite { writer, .. } => MIGRATOR.run(writer).await?,
            Self::Postgres(pool) => MIGRATOR.run(pool).await?,
        }
        Ok(db)
    }

    async fn open_sqlite(url: &str) -> Result<Self, DbError> {
        let options = SqliteConnectOptions::from_str(url)
            .map_err(DbError::Open)?
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(5));
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .acquire_timeout(Duration::from_secs(30))
            .connect_with(options.clone())
            .await
            .map_err(DbError::Open)?;
        check_sqlite_version(&writer).await?;
        let readers = SqlitePoolOptions::new()
            .max_connections(READERS)
            .acquire_timeout(Duration::from_secs(10))
            .connect_lazy_with(options.pragma("query_only", "on"));
        Ok(Self::Sqlite { writer, readers })
    }

    /// A connection to read with.
    pub async fn read(&self) -> Result<Conn, sqlx::Error> {
        Ok(match self {
            Self::Sqlite { readers, .. } => Conn(Link::Sqlite(readers.acquire().await?)),
            Self::Postgres(pool) => Conn(Link::Postgres(pool.acquire().await?)),
        })
    }

    /// Begins a write. Dropped without [`Tx::commit`] it leaves nothing behind.
    pub async fn begin(&self) -> Result<Tx, sqlx::Error> {
        Ok(Tx(match self {
            Self::Sqlite { writer, .. } => Conn(Link::SqliteTx(writer.begin_with("BEGIN IMMEDIATE").await?)),
            Self::Postgres(pool) => Conn(Link::PostgresTx(pool.begin().await?)),
        }))
    }

    /// Closes every connection, so that a SQLite file is left whole and without a journal.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { writer, readers } => {
                readers.close().await;
                writer.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

async fn check_sqlite_version(pool: &SqlitePool) -> Result<(), DbError> {
    let (version,): (String,) =
        sqlx::query_as("SELECT sqlite_version()").fetch_one(pool).await.map_err(DbError::Open)?;
    let mut parts = version.split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    let found = (parts.next().unwrap_or(0), parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    if found < LEAST_SQLITE { Err(DbError::OldSqlite(version)) } else { Ok(()) }
}

#[derive(Debug)]
enum Link {
    Sqlite(PoolConnection<Sqlite>),
    SqliteTx(Transaction<'static, Sqlite>),
    Postgres(PoolConnection<Postgres>),
    PostgresTx(Transaction<'static, Postgres>),
}

/// One connection; what every storage function works on.
#[derive(Debug)]
pub struct Conn(Link);

/// The driver's own connection, for the macros.
#[derive(Debug)]
pub(super) enum Raw<'c> {
    Sqlite(&'c mut SqliteConnection),
    Postgres(&'c mut PgConnection),
}

impl Conn {
    pub(super) fn raw(&mut self) -> Raw<'_> {
        match &mut self.0 {
            Link::Sqlite(conn) => Raw::Sqlite(conn),
            Link::SqliteTx(conn) => Raw::Sqlite(conn),
            Link::Postgres(conn) => Raw::Postgres(conn),
            Link::PostgresTx(conn) => Raw::Postgres(conn),
        }
    }
}

/// A write transaction. Everything that reads can read through it as well.
#[derive(Debug)]
pub struct Tx(Conn);

impl std::ops::Deref for Tx {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        &self.0
    }
}

impl std::ops::DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut Conn {
        &mut self.0
    }
}

impl Tx {
    /// Makes it all durable at once.
    pub async fn commit(self) -> Result<(), sqlx::Error> {
        match self.0.0 {
            Link::SqliteTx(tx) => tx.commit().await,
            Link::PostgresTx(tx) => tx.commit().await,
            Link::Sqlite(_) | Link::Postgres(_) => Ok(()),
        }
    }

    /// Opens a savepoint; what follows can be undone without losing what came before.
    pub async fn savepoint(&mut self) -> Result<(), sqlx::Error> {
        super::macros::execute!(self, "SAVEPOINT domain_write").map(drop)
    }

    /// Undoes what came since the savepoint.
    pub async fn rollback_to_savepoint(&mut self) -> Result<(), sqlx::Error> {
        super::macros::execute!(self, "ROLLBACK TO SAVEPOINT domain_write").map(drop)
    }

    /// Keeps what came since the savepoint.
    pub async fn release_savepoint(&mut self) -> Result<(), sqlx::Error> {
        super::macros::execute!(self, "RELEASE SAVEPOINT domain_write").map(drop)
    }
}
