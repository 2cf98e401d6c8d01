//! Logins (cookies) and API tokens. Only hashes of their secrets are kept.

use jiff::Timestamp;

use super::macros::{execute, fetch_all, fetch_optional};
use super::{Conn, Tx};

/// A login, as listed.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Login {
    /// UUID.
    pub id: String,
    /// What the browser said it is.
    pub agent: String,
    /// Epoch milliseconds.
    pub created_at: i64,
    /// Epoch milliseconds.
    pub last_seen_at: i64,
    /// Epoch milliseconds.
    pub expires_at: i64,
}

/// An API token, as listed.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct ApiToken {
    /// UUID.
    pub id: String,
    /// The person's name for it.
    pub name: String,
    /// Space-separated scopes.
    pub scopes: String,
    /// Epoch milliseconds.
    pub created_at: i64,
    /// Epoch milliseconds; null never expires.
    pub expires_at: Option<i64>,
    /// Epoch milliseconds.
    pub last_used_at: Option<i64>,
}

/// Whose secret it was.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Bearer {
    /// The credential's id.
    pub id: String,
    /// The account's id.
    pub user_id: String,
    /// The account's name.
    pub name: String,
    /// Space-separated scopes; empty for a login, which may do everything.
    pub scopes: String,
    /// Epoch milliseconds of the last use that was written down.
    pub seen_at: Option<i64>,
    /// The account's profile as stored.
    pub profile: Option<String>,
}

/// Adds a login.
pub async fn insert_login(tx: &mut Tx, user_id: &str, hash: &str, login: &Login) -> Result<(), sqlx::Error> {
    execute!(
        tx,
        "INSERT INTO logins (id, user_id, token_hash, agent, created_at, last_seen_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &login.id,
        user_id,
        hash,
        &login.agent,
        login.created_at,
        login.last_seen_at,
        login.expires_at,
    )
    .map(drop)
}

/// The login with this secret's hash, unless it has expired.
pub async fn login_by_hash(
    conn: &mut Conn,
    hash: &str,
    now: Timestamp,
) -> Result<Option<Bearer>, sqlx::Error> {
    fetch_optional!(
        conn,
        Bearer,
        "SELECT l.id, l.user_id, u.name, '' AS scopes, l.last_seen_at AS seen_at, p.body AS profile
         FROM logins l JOIN users u ON u.id = l.user_id LEFT JOIN profiles p ON p.user_id = l.user_id
         WHERE l.token_hash = $1 AND l.expires_at > $2",
        hash,
        now.as_millisecond(),
    )
}

/// Writes down that a login was used, and prolongs it. False where a use since `cut` is written down
/// already (epoch milliseconds).
pub async fn touch_login(
    tx: &mut Tx,
    id: &str,
    (seen, expires): (i64, i64),
    cut: i64,
) -> Result<bool, sqlx::Error> {
    let touched = execute!(
        tx,
        "UPDATE logins SET last_seen_at = $2, expires_at = $3 WHERE id = $1 AND last_seen_at <= $4",
        id,
        seen,
        expires,
        cut,
    )?;
    Ok(touched == 1)
}

/// Deletes the logins of everyone that are over.
pub async fn forget_expired_logins(tx: &mut Tx, now: Timestamp) -> Result<(), sqlx::Error> {
    execute!(tx, "DELETE FROM logins WHERE expires_at <= $1", now.as_millisecond()).map(drop)
}

/// A person's logins, newest first.
pub async fn logins(conn: &mut Conn, user_id: &str, now: Timestamp) -> Result<Vec<Login>, sqlx::Error> {
    fetch_all!(
        conn,
        Login,
        "SELECT id, agent, created_at, last_seen_at, expires_at FROM logins
         WHERE user_id = $1 AND expires_at > $2 ORDER BY id DESC",
        user_id,
        now.as_millisecond(),
    )
}

/// Ends one login of a person; false when there is none such.
pub async fn delete_login(tx: &mut Tx, user_id: &str, id: &str) -> Result<bool, sqlx::Error> {
    Ok(execute!(tx, "DELETE FROM logins WHERE user_id = $1 AND id = $2", user_id, id)? == 1)
}

/// Ends all logins of a person but one.
pub async fn delete_other_logins(tx: &mut Tx, user_id: &str, keep: &str) -> Result<(), sqlx::Error> {
    execute!(tx, "DELETE FROM logins WHERE user_id = $1 AND id <> $2", user_id, keep).map(drop)
}

/// Adds a token.
pub async fn insert_token(
    tx: &mut Tx,
    user_id: &str,
    hash: &str,
    token: &ApiToken,
) -> Result<(), sqlx::Error> {
    execute!(
        tx,
        "INSERT INTO api_tokens (id, user_id, name, token_hash, scopes, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &token.id,
        user_id,
        &token.name,
        hash,
        &token.scopes,
        token.created_at,
        token.expires_at,
    )
    .map(drop)
}

/// The token with this secret's hash, unless it has expired.
pub async fn token_by_hash(
    conn: &mut Conn,
    hash: &str,
    now: Timestamp,
) -> Result<Option<Bearer>, sqlx::Error> {
    fetch_optional!(
        conn,
        Bearer,
        "SELECT t.id, t.user_id, u.name, t.scopes, t.last_used_at AS seen_at, p.body AS profile
         FROM api_tokens t JOIN users u ON u.id = t.user_id LEFT JOIN profiles p ON p.user_id = t.user_id
         WHERE t.token_hash = $1 AND (t.expires_at IS NULL OR t.expires_at > $2)",
        hash,
        now.as_millisecond(),
    )
}

/// Writes down that a token was used. False where a use since `cut` is written down already (epoch
/// milliseconds).
pub async fn touch_token(tx: &mut Tx, id: &str, seen: i64, cut: i64) -> Result<bool, sqlx::Error> {
    let touched = execute!(
        tx,
        "UPDATE api_tokens SET last_used_at = $2
         WHERE id = $1 AND (last_used_at IS NULL OR last_used_at <= $3)",
        id,
        seen,
        cut,
    )?;
    Ok(touched == 1)
}

/// A person's tokens, newest first.
pub async fn tokens(conn: &mut Conn, user_id: &str) -> Result<Vec<ApiToken>, sqlx::Error> {
    fetch_all!(
        conn,
        ApiToken,
        "SELECT id, name, scopes, created_at, expires_at, last_used_at FROM api_tokens
         WHERE user_id = $1 ORDER BY id DESC",
        user_id,
    )
}

/// Revokes a token of a person; false when there is none such.
pub async fn delete_token(tx: &mut Tx, user_id: &str, id: &str) -> Result<bool, sqlx::Error> {
    Ok(execute!(tx, "DELETE FROM api_tokens WHERE user_id = $1 AND id = $2", user_id, id)? == 1)
}
