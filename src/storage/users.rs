//! Accounts and the version counters behind every entity tag.

use jiff::Timestamp;

use super::macros::{execute, fetch_all, fetch_one, fetch_optional};
use super::{Conn, Tx};

/// An account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// UUID.
    pub id: String,
    /// As the person wrote it.
    pub name: String,
    /// Argon2 hash; none for an account that signs in by link only.
    pub password_hash: Option<String>,
}

/// Counters that move when something of a person changes.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Versions {
    /// Of the profile, from 1.
    pub profile_version: i64,
    /// Of the plan; 0 while none was saved.
    pub plan_version: i64,
    /// Of the load states.
    pub progression_version: i64,
    /// Of the completed sessions.
    pub completed_version: i64,
    /// Of the person's own exercises.
    pub catalogue_version: i64,
    /// Of the logged sets behind the totals.
    pub totals_version: i64,
    /// IANA name; the local date is part of some tags.
    pub time_zone: String,
}

/// Which counter to move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counter {
    /// The load states.
    Progression,
    /// The completed sessions.
    Completed,
    /// The person's own exercises.
    Catalogue,
    /// The logged sets.
    Totals,
}

#[derive(sqlx::FromRow)]
struct UserRow {
    id: String,
    name: String,
    password_hash: Option<String>,
}

impl From<UserRow> for User {
    fn from(row: UserRow) -> Self {
        Self { id: row.id, name: row.name, password_hash: row.password_hash }
    }
}

/// Adds an account; false when the name is taken (names are compared without case).
pub async fn insert(tx: &mut Tx, user: &User, now: Timestamp) -> Result<bool, sqlx::Error> {
    let added = execute!(
        tx,
        "INSERT INTO users (id, name, name_key, password_hash, created_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (name_key) DO NOTHING",
        &user.id,
        &user.name,
        user.name.to_lowercase(),
        &user.password_hash,
        now.as_millisecond(),
    )?;
    Ok(added == 1)
}

/// The account with this name.
pub async fn by_name(conn: &mut Conn, name: &str) -> Result<Option<User>, sqlx::Error> {
    let row = fetch_optional!(
        conn,
        UserRow,
        "SELECT id, name, password_hash FROM users WHERE name_key = $1",
        name.to_lowercase(),
    )?;
    Ok(row.map(User::from))
}

/// The account with this id.
pub async fn by_id(conn: &mut Conn, id: &str) -> Result<Option<User>, sqlx::Error> {
    let row = fetch_optional!(conn, UserRow, "SELECT id, name, password_hash FROM users WHERE id = $1", id)?;
    Ok(row.map(User::from))
}

/// The id of every account, oldest first.
pub async fn ids(conn: &mut Conn) -> Result<Vec<String>, sqlx::Error> {
    let rows = fetch_all!(conn, (String,), "SELECT id FROM users ORDER BY created_at, id")?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// How many accounts of people there are; one filled to look around with is none.
pub async fn count(conn: &mut Conn) -> Result<i64, sqlx::Error> {
    let (count,) = fetch_one!(conn, (i64,), "SELECT COUNT(*) FROM users WHERE NOT sample")?;
    Ok(count)
}

/// Marks an account as one to look around in.
pub async fn mark_sample(tx: &mut Tx, id: &str) -> Result<(), sqlx::Error> {
    execute!(tx, "UPDATE users SET sample = $2 WHERE id = $1", id, true).map(drop)
}

/// Whether this is the account to look around in.
pub async fn is_sample(conn: &mut Conn, id: &str) -> Result<bool, sqlx::Error> {
    let row = fetch_optional!(conn, (bool,), "SELECT sample FROM users WHERE id = $1", id)?;
    Ok(row.is_some_and(|(sample,)| sample))
}

/// The account to look around in, if there is one.
pub async fn sample(conn: &mut Conn) -> Result<Option<String>, sqlx::Error> {
    let row = fetch_optional!(conn, (String,), "SELECT id FROM users WHERE sample")?;
    Ok(row.map(|(id,)| id))
}

/// Replaces the password hash.
pub async fn set_password(tx: &mut Tx, id: &str, hash: &str) -> Result<(), sqlx::Error> {
    execute!(tx, "UPDATE users SET password_hash = $2 WHERE id = $1", id, hash).map(drop)
}

/// Deletes the account and, by the foreign keys, all that is its own.
pub async fn delete(tx: &mut Tx, id: &str) -> Result<(), sqlx::Error> {
    execute!(tx, "DELETE FROM users WHERE id = $1", id).map(drop)
}

/// Takes the person's row for this transaction, so that writes of one person come one after another
/// on both databases. False when there is no such account any more.
pub async fn lock(tx: &mut Tx, id: &str) -> Result<bool, sqlx::Error> {
    let locked = execute!(tx, "UPDATE users SET write_counter = write_counter + 1 WHERE id = $1", id)?;
    Ok(locked == 1)
}

/// The counters, by one indexed read.
pub async fn versions(conn: &mut Conn, id: &str) -> Result<Option<Versions>, sqlx::Error> {
    fetch_optional!(
        conn,
        Versions,
        "SELECT profile_version, plan_version, progression_version, completed_version,
                catalogue_version, totals_version, time_zone FROM users WHERE id = $1",
        id,
    )
}

/// Moves one counter.
pub async fn bump(tx: &mut Tx, id: &str, counter: Counter) -> Result<(), sqlx::Error> {
    let sql = match counter {
        Counter::Progression => {
            "UPDATE users SET progression_version = progression_version + 1 WHERE id = $1"
        }
        Counter::Completed => "UPDATE users SET completed_version = completed_version + 1 WHERE id = $1",
        Counter::Catalogue => "UPDATE users SET catalogue_version = catalogue_version + 1 WHERE id = $1",
        Counter::Totals => "UPDATE users SET totals_version = totals_version + 1 WHERE id = $1",
    };
    execute!(tx, sql, id).map(drop)
}
