//! Accounts, logins and tokens. Passwords are hashed with argon2 at its defaults, off the async
//! threads and a few at a time; secrets are 256 bits and only their hash is kept.

mod tokens;

use std::sync::LazyLock;

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use jiff::{SignedDuration, Timestamp};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use tokio::sync::Semaphore;

use super::core::{Core, commit};
use super::error::{Conflict, Error, Result};
use crate::clock::new_secret;
use crate::domain::language::Language;
use crate::domain::profile::Units;
use crate::reason;
use crate::storage::Conn;
use crate::storage::credentials::{self, Bearer};
pub use crate::storage::credentials::{ApiToken, Login};
use crate::storage::users::{self, User};
pub use tokens::{Lasts, create_token, delete_token, tokens};

/// How long a login lasts after its last use.
const LOGIN_LASTS: SignedDuration = SignedDuration::from_hours(24 * 30);
/// A use is written down at most this often, milliseconds.
const TOUCH_EVERY: i64 = 60 * 60 * 1000;
/// Hashing takes 19 MiB each; a few at a time is enough.
static HASHING: Semaphore = Semaphore::const_new(4);

/// What a token may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Read everything of the person's.
    Read,
    /// Change plans, sessions, sets, the profile.
    Write,
    /// Talk to the agents and decide on proposals.
    Agent,
}

impl Scope {
    /// The word in JSON, on the command line and in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
            Self::Agent => "agent",
        }
    }

    /// Reads the word back.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Read, Self::Write, Self::Agent].into_iter().find(|scope| scope.as_str() == word)
    }
}

/// How a person reads: what their profile says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct Reads {
    /// Their language; none leaves it to what their browser accepts.
    pub language: Option<Language>,
    /// Units of loads.
    pub units: Units,
}

/// Who asks, by cookie or token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caller {
    /// The account's id.
    pub user_id: String,
    /// The account's name.
    pub name: String,
    /// The login's or token's id.
    pub credential_id: String,
    /// Signed in by cookie: may do everything.
    pub by_cookie: bool,
    /// How they read what is said to them.
    pub reads: Reads,
    scopes: Vec<Scope>,
}

impl Caller {
    /// Whether the caller may.
    #[must_use]
    pub fn may(&self, scope: Scope) -> bool {
        self.by_cookie || self.scopes.contains(&scope)
    }
}

/// The hash under which a secret is kept.
#[must_use]
pub fn secret_hash(secret: &str) -> String {
    hex::encode(Sha256::digest(secret.as_bytes()))
}

async fn hash_password(password: String) -> Result<String> {
    let _permit = HASHING.acquire().await.map_err(|_| Error::Busy)?;
    let hashed = tokio::task::spawn_blocking(move || {
        Argon2::default().hash_password(password.as_bytes()).map(|hash| hash.to_string())
    });
    hashed.await.ok().and_then(std::result::Result::ok).ok_or(Error::Busy)
}

async fn verify_password(password: String, hash: String) -> Result<bool> {
    let _permit = HASHING.acquire().await.map_err(|_| Error::Busy)?;
    let verified = tokio::task::spawn_blocking(move || {
        PasswordHash::new(&hash)
            .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
    });
    verified.await.map_err(|_| Error::Busy)
}

/// Verified against when there is no such account, so that both answers take as long.
static NO_ONE: LazyLock<String> = LazyLock::new(|| {
    Argon2::default().hash_password(b"no one").map(|hash| hash.to_string()).unwrap_or_default()
});

fn check_name(name: &str) -> Result<String> {
    let name = name.trim();
    let fits = (1..=64).contains(&name.chars().count()) && !name.chars().any(char::is_control);
    if fits {
        Ok(name.to_owned())
    } else {
        Err(Error::field("/name", "length", reason!("account_name_length", most = 64)))
    }
}

fn check_password(pointer: &str, password: &str) -> Result<()> {
    if (8..=256).contains(&password.chars().count()) {
        Ok(())
    } else {
        Err(Error::field(pointer, "length", reason!("account_password_length", least = 8, most = 256)))
    }
}

/// Adds an account with its default profile. A name that is taken is a conflict.
pub async fn create(core: &Core, name: &str, password: Option<String>) -> Result<User> {
    add(core, name, password, false).await
}

/// The first account, by the setup link. Refused as soon as any account exists.
pub async fn create_first(core: &Core, name: &str, password: String) -> Result<User> {
    add(core, name, Some(password), true).await
}

async fn add(core: &Core, name: &str, password: Option<String>, only_first: bool) -> Result<User> {
    let name = check_name(name)?;
    let password_hash = match password {
        Some(password) => {
            check_password("/password", &password)?;
            Some(hash_password(password).await?)
        }
        None => None,
    };
    let user = User { id: core.clock.new_id(), name, password_hash };
    let now = core.clock.now();
    let mut tx = core.db.begin().await?;
    if only_first {
        tx.lock_accounts().await?;
    }
    if only_first && users::count(&mut tx).await? > 0 {
        return Err(Conflict::new("already-set-up", reason!("conflict_already_set_up")).into());
    }
    if only_first && let Some(sample) = users::sample(&mut tx).await? {
        // Its name may be the one that is wanted.
        users::delete(&mut tx, &sample).await?;
    }
    if !users::insert(&mut tx, &user, now).await? {
        return Err(Conflict::new("name-taken", reason!("conflict_name_taken")).into());
    }
    super::profiles::insert_default(&mut tx, &user.id, now).await?;
    commit(tx).await?;
    Ok(user)
}

/// The account to look around in, if there is one.
pub async fn sample(core: &Core) -> Result<Option<String>> {
    Ok(users::sample(&mut core.read().await?).await?)
}

/// Whether this is the account to look around in.
pub async fn is_sample(conn: &mut Conn, user_id: &str) -> Result<bool> {
    Ok(users::is_sample(conn, user_id).await?)
}

/// Takes the account to look around in away, with everything in it.
pub async fn delete_sample(core: &Core, user_id: &str) -> Result<()> {
    let mut write = core.write(user_id).await?;
    if !users::is_sample(&mut write.tx, user_id).await? {
        return Err(Error::NotFound);
    }
    users::delete(&mut write.tx, user_id).await?;
    write.commit().await
}

/// Whether nobody has an account yet.
pub async fn is_empty(core: &Core) -> Result<bool> {
    Ok(users::count(&mut core.read().await?).await? == 0)
}

/// The account with this name.
pub async fn by_name(core: &Core, name: &str) -> Result<User> {
    users::by_name(&mut core.read().await?, name).await?.ok_or(Error::NotFound)
}

/// Checks name and password.
pub async fn authenticate(core: &Core, name: &str, password: String) -> Result<User> {
    let user = match check_name(name) {
        Ok(name) => users::by_name(&mut core.read().await?, &name).await?,
        // No account can have such a name; it is answered like any that none has.
        Err(_) => None,
    };
    let hash = user.as_ref().and_then(|user| user.password_hash.clone());
    let known = hash.is_some();
    let matches = verify_password(password, hash.unwrap_or_else(|| NO_ONE.clone())).await?;
    user.filter(|_| known && matches).ok_or(Error::WrongCredentials)
}

/// Opens a login; gives the cookie's secret.
pub async fn open_login(core: &Core, user_id: &str, agent: &str) -> Result<String> {
    let secret = new_secret();
    let now = core.clock.now();
    let login = Login {
        id: core.clock.new_id(),
        agent: agent.chars().take(200).collect(),
        created_at: now.as_millisecond(),
        last_seen_at: now.as_millisecond(),
        expires_at: expiry(now),
    };
    let mut write = core.write(user_id).await?;
    credentials::insert_login(&mut write.tx, user_id, &secret_hash(&secret), &login).await?;
    write.commit().await?;
    Ok(secret)
}

fn expiry(now: Timestamp) -> i64 {
    now.checked_add(LOGIN_LASTS).unwrap_or(now).as_millisecond()
}

/// Who holds this cookie's secret.
pub async fn caller_by_cookie(core: &Core, secret: &str) -> Result<Option<Caller>> {
    let now = core.clock.now();
    let found = {
        let mut conn = core.read().await?;
        credentials::login_by_hash(&mut conn, &secret_hash(secret), now).await?
    };
    let Some(bearer) = found else { return Ok(None) };
    if is_due(&bearer, now) {
        touch(core, &bearer, now, true);
    }
    Ok(Some(caller(bearer, true)))
}

/// Who holds this token.
pub async fn caller_by_token(core: &Core, secret: &str) -> Result<Option<Caller>> {
    let now = core.clock.now();
    let found = {
        let mut conn = core.read().await?;
        credentials::token_by_hash(&mut conn, &secret_hash(secret), now).await?
    };
    let Some(bearer) = found else { return Ok(None) };
    if is_due(&bearer, now) {
        touch(core, &bearer, now, false);
    }
    Ok(Some(caller(bearer, false)))
}

/// Writes a use down behind the answer, which does not wait for it. One that cannot be written down is
/// no reason to refuse what can be read.
fn touch(core: &Core, bearer: &Bearer, now: Timestamp, by_cookie: bool) {
    let (core, id) = (core.clone(), bearer.id.clone());
    tokio::spawn(async move {
        if let Err(error) = written_down(&core, &id, now, by_cookie).await {
            tracing::warn!(%error, "the use of a login or token could not be written down");
        }
    });
}

/// Once, whoever else found it due meanwhile.
async fn written_down(core: &Core, id: &str, now: Timestamp, by_cookie: bool) -> Result<()> {
    let mut tx = core.db.begin().await?;
    let (seen, cut) = (now.as_millisecond(), now.as_millisecond() - TOUCH_EVERY);
    let touched = if by_cookie {
        credentials::touch_login(&mut tx, id, (seen, expiry(now)), cut).await?
    } else {
        credentials::touch_token(&mut tx, id, seen, cut).await?
    };
    if touched { commit(tx).await } else { Ok(()) }
}

fn is_due(bearer: &Bearer, now: Timestamp) -> bool {
    bearer.seen_at.is_none_or(|seen| now.as_millisecond() - seen >= TOUCH_EVERY)
}

fn caller(bearer: Bearer, by_cookie: bool) -> Caller {
    Caller {
        scopes: bearer.scopes.split_whitespace().filter_map(Scope::parse).collect(),
        user_id: bearer.user_id,
        name: bearer.name,
        credential_id: bearer.id,
        by_cookie,
        // A profile that cannot be read fails where it is needed, not at the door.
        reads: bearer.profile.and_then(|body| serde_json::from_str(&body).ok()).unwrap_or_default(),
    }
}

/// A person's logins.
pub async fn logins(core: &Core, user_id: &str) -> Result<Vec<Login>> {
    Ok(credentials::logins(&mut core.read().await?, user_id, core.clock.now()).await?)
}

/// Ends a login.
pub async fn delete_login(core: &Core, user_id: &str, id: &str) -> Result<()> {
    let mut write = core.write(user_id).await?;
    let found = credentials::delete_login(&mut write.tx, user_id, id).await?;
    write.commit().await?;
    if found { Ok(()) } else { Err(Error::NotFound) }
}

/// Changes the password and ends every other login.
pub async fn change_password(core: &Core, caller: &Caller, old: String, new: String) -> Result<()> {
    authenticate(core, &caller.name, old).await?;
    check_password("/new_password", &new)?;
    let hash = hash_password(new).await?;
    let mut write = core.write(&caller.user_id).await?;
    users::set_password(&mut write.tx, &caller.user_id, &hash).await?;
    credentials::delete_other_logins(&mut write.tx, &caller.user_id, &caller.credential_id).await?;
    write.commit().await
}

/// Sets a new password for an operator and ends every login.
pub async fn reset_password(core: &Core, name: &str, new: String) -> Result<()> {
    check_password("/password", &new)?;
    let user = by_name(core, name).await?;
    let hash = hash_password(new).await?;
    let mut write = core.write(&user.id).await?;
    users::set_password(&mut write.tx, &user.id, &hash).await?;
    credentials::delete_other_logins(&mut write.tx, &user.id, "").await?;
    write.commit().await
}

/// Deletes the account and everything that is its own.
pub async fn delete(core: &Core, caller: &Caller, password: String) -> Result<()> {
    authenticate(core, &caller.name, password).await?;
    let mut write = core.write(&caller.user_id).await?;
    users::delete(&mut write.tx, &caller.user_id).await?;
    write.commit().await
}
