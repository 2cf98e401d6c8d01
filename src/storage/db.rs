//! The two databases behind one face: SQLite with one writer, PostgreSQL with some, and a pool of
//! readers each. A write is a [`Tx`]; everything else reads through a [`Conn`].

use sqlx::pool::PoolConnection;
use sqlx::{PgConnection, PgPool, Postgres, Sqlite, SqliteConnection, SqlitePool, Transaction};

use super::failure::waited;
use super::open::{self, DbError};
use super::write_queue::{Turn, Turns};

const SQLITE_READERS: u32 = 8;
const POSTGRES_READERS: u32 = 12;
const POSTGRES_WRITERS: u32 = 8;

/// A database. Cheap to clone.
#[derive(Debug, Clone)]
pub enum Db {
    /// One writer, so that a write never finds the file locked by another of ours.
    Sqlite {
        /// One connection.
        writer: SqlitePool,
        /// Many connections.
        readers: SqlitePool,
        /// So that one person's writes do not fill the queue for the writer.
        turns: Turns,
    },
    /// Two pools, so that whoever has a turn to write does not queue behind everyone who reads.
    Postgres {
        /// For writes.
        writers: PgPool,
        /// For everything else.
        readers: PgPool,
        /// So that one person's writes do not take them all.
        turns: Turns,
    },
}

impl Db {
    /// Opens the database and brings its schema up to date.
    pub async fn open(url: &str) -> Result<Self, DbError> {
        Self::open_with(url, SQLITE_READERS, POSTGRES_READERS, POSTGRES_WRITERS).await
    }

    /// Opens the database with one connection to read with and one to write: whoever holds one and asks for
    /// another of its kind waits in vain.
    pub async fn open_narrow(url: &str) -> Result<Self, DbError> {
        Self::open_with(url, 1, 1, 1).await
    }

    async fn open_with(url: &str, sqlite: u32, readers: u32, writers: u32) -> Result<Self, DbError> {
        let turns = Turns::default();
        if url.starts_with("sqlite:") {
            let (writer, readers) = open::sqlite(url, sqlite).await?;
            Ok(Self::Sqlite { writer, readers, turns })
        } else if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            let (writers, readers) = open::postgres(url, writers, readers).await?;
            Ok(Self::Postgres { writers, readers, turns })
        } else {
            Err(DbError::UnknownScheme)
        }
    }

    /// A connection to read with.
    pub async fn read(&self) -> Result<Conn, sqlx::Error> {
        Ok(Conn::new(match self {
            Self::Sqlite { readers, .. } => Link::Sqlite(readers.acquire().await?),
            Self::Postgres { readers, .. } => Link::Postgres(readers.acquire().await?),
        }))
    }

    /// Begins a write. Dropped without [`Tx::commit`] it leaves nothing behind.
    pub async fn begin(&self) -> Result<Tx, sqlx::Error> {
        let link = match self {
            Self::Sqlite { writer, .. } => {
                let begun = writer.begin_with("BEGIN IMMEDIATE").await;
                Link::SqliteTx(begun.map_err(|error| match error {
                    sqlx::Error::PoolTimedOut => waited(),
                    other => other,
                })?)
            }
            Self::Postgres { writers, .. } => Link::PostgresTx(writers.begin().await?),
        };
        Ok(Tx { conn: Conn::new(link), _turn: None })
    }

    /// Waits until the writes of one person that came before are over.
    pub async fn turn(&self, person: &str) -> Result<Turn, sqlx::Error> {
        let (Self::Sqlite { turns, .. } | Self::Postgres { turns, .. }) = self;
        open::in_time(turns.take(person)).await
    }

    /// Begins a write in its turn.
    pub async fn begin_in(&self, turn: Turn) -> Result<Tx, sqlx::Error> {
        Ok(Tx { _turn: Some(turn), ..self.begin().await? })
    }

    /// Closes every connection, so that a SQLite file is left whole and without a journal.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { writer, readers, .. } => {
                readers.close().await;
                writer.close().await;
            }
            Self::Postgres { writers, readers, .. } => {
                readers.close().await;
                writers.close().await;
            }
        }
    }
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
pub struct Conn {
    link: Link,
    /// A statement failed since the transaction, or the savepoint, began.
    failed: bool,
}

/// The driver's own connection, for the macros.
#[derive(Debug)]
pub(super) enum Raw<'c> {
    Sqlite(&'c mut SqliteConnection),
    Postgres(&'c mut PgConnection),
}

impl Conn {
    const fn new(link: Link) -> Self {
        Self { link, failed: false }
    }

    pub(super) fn raw(&mut self) -> Raw<'_> {
        match &mut self.link {
            Link::Sqlite(conn) => Raw::Sqlite(conn),
            Link::SqliteTx(conn) => Raw::Sqlite(conn),
            Link::Postgres(conn) => Raw::Postgres(conn),
            Link::PostgresTx(conn) => Raw::Postgres(conn),
        }
    }

    /// Takes note of a statement that failed, for [`Tx::commit`].
    pub(super) fn noted<T>(&mut self, done: Result<T, sqlx::Error>) -> Result<T, sqlx::Error> {
        self.failed |= done.is_err();
        done
    }
}

/// A write transaction. Everything that reads can read through it as well.
#[derive(Debug)]
pub struct Tx {
    conn: Conn,
    // Dropped after the connection: the next one's turn begins when this one is over.
    _turn: Option<Turn>,
}

impl std::ops::Deref for Tx {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        &self.conn
    }
}

impl std::ops::DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut Conn {
        &mut self.conn
    }
}

impl Tx {
    /// Makes it all durable at once. After a failed statement it refuses, on both databases alike:
    /// PostgreSQL would answer such a commit with success and keep nothing.
    pub async fn commit(self) -> Result<(), sqlx::Error> {
        if self.conn.failed {
            return Err(sqlx::Error::AnyDriverError("a statement of this write failed before".into()));
        }
        match self.conn.link {
            Link::SqliteTx(tx) => tx.commit().await,
            Link::PostgresTx(tx) => tx.commit().await,
            Link::Sqlite(_) | Link::Postgres(_) => Ok(()),
        }
    }

    /// Lets no other transaction add accounts until this one is over. SQLite has one writer anyway.
    pub async fn lock_accounts(&mut self) -> Result<(), sqlx::Error> {
        let Raw::Postgres(conn) = self.raw() else { return Ok(()) };
        let locked = sqlx::query("LOCK TABLE users IN SHARE ROW EXCLUSIVE MODE").execute(conn).await;
        self.noted(locked).map(drop)
    }

    /// Opens a savepoint; what follows can be undone without losing what came before. It ends with the
    /// transaction.
    pub async fn savepoint(&mut self) -> Result<(), sqlx::Error> {
        super::macros::execute!(self, "SAVEPOINT domain_write").map(drop)
    }

    /// Undoes what came since the savepoint, a failed statement too.
    pub async fn rollback_to_savepoint(&mut self) -> Result<(), sqlx::Error> {
        super::macros::execute!(self, "ROLLBACK TO SAVEPOINT domain_write")?;
        self.conn.failed = false;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::macros::execute;
    use super::super::{DatabaseError, Trouble, trouble, users};
    use super::*;
    use crate::clock::Clock;

    async fn add(tx: &mut Tx, name: &str) -> Result<bool, DatabaseError> {
        let (id, password_hash) = (Clock::system().new_id(), Some("x".repeat(10_000)));
        let user = users::User { id, name: name.to_owned(), password_hash };
        users::insert(tx, &user, Clock::system().now()).await
    }

    #[tokio::test]
    async fn a_disk_that_is_full_keeps_nothing_of_the_write_and_takes_the_next_one_when_there_is_room() {
        let folder = std::env::temp_dir().join(format!("spotter-full-{}", Clock::system().new_id()));
        std::fs::create_dir_all(&folder).unwrap();
        let db = Db::open(&format!("sqlite://{}", folder.join("spotter.db").display())).await.unwrap();
        let mut tx = db.begin().await.unwrap();
        execute!(tx, "PRAGMA max_page_count = 1").unwrap();
        let mut refused = None;
        for number in 0..1000 {
            if let Err(error) = add(&mut tx, &number.to_string()).await {
                refused = Some(error);
                break;
            }
        }
        assert_eq!(trouble(&refused.unwrap()), Trouble::Unusable);
        tx.commit().await.unwrap_err();
        assert_eq!(users::count(&mut db.read().await.unwrap()).await.unwrap(), 0);
        let mut tx = db.begin().await.unwrap();
        execute!(tx, "PRAGMA max_page_count = 1000000").unwrap();
        assert!(add(&mut tx, "ann").await.unwrap());
        tx.commit().await.unwrap();
        assert_eq!(users::count(&mut db.read().await.unwrap()).await.unwrap(), 1);
        db.close().await;
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
