//! API tokens: made, listed, revoked. A token's secret is shown once, and only its hash is kept.

use jiff::{SignedDuration, Timestamp};

use super::{Scope, secret_hash};
use crate::clock::new_secret;
use crate::reason;
use crate::service::core::Core;
use crate::service::error::{Error, FieldError, Result};
use crate::storage::credentials::{self, ApiToken};

/// Most days a token lasts that ends at all.
const MOST_DAYS: u32 = 3650;

/// How long a token lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lasts {
    /// Until it is revoked.
    Ever,
    /// So many days, 1 to 3650.
    Days(u32),
    /// Until then, at most 3650 days.
    Until(Timestamp),
}

impl From<Option<u32>> for Lasts {
    fn from(days: Option<u32>) -> Self {
        days.map_or(Self::Ever, Self::Days)
    }
}

impl Lasts {
    /// When it ends; nothing for ever.
    fn end(self, now: Timestamp) -> Result<Option<Timestamp>, FieldError> {
        let after = |days: u32| now.checked_add(SignedDuration::from_hours(24 * i64::from(days))).ok();
        match self {
            Self::Ever => Ok(None),
            Self::Days(days) if (1..=MOST_DAYS).contains(&days) => Ok(after(days)),
            Self::Days(_) => {
                Err(FieldError::new("/days", "out_of_range", reason!("token_days_range", most = MOST_DAYS)))
            }
            Self::Until(end) if end > now && after(MOST_DAYS).is_some_and(|last| end <= last) => {
                Ok(Some(end))
            }
            Self::Until(_) => {
                let reason = reason!("token_end_range", most = MOST_DAYS);
                Err(FieldError::new("/expires_at", "out_of_range", reason))
            }
        }
    }
}

/// A new token: its secret is shown this once.
pub async fn create_token(
    core: &Core,
    user_id: &str,
    name: &str,
    scopes: &[Scope],
    lasts: impl Into<Lasts>,
) -> Result<(String, ApiToken)> {
    let now = core.clock.now();
    let end = check_token(name, scopes, lasts.into().end(now))?;
    let mut words: Vec<&str> = Vec::new();
    for scope in scopes {
        if !words.contains(&scope.as_str()) {
            words.push(scope.as_str());
        }
    }
    let token = ApiToken {
        id: core.clock.new_id(),
        name: name.trim().to_owned(),
        scopes: words.join(" "),
        created_at: now.as_millisecond(),
        expires_at: end.map(Timestamp::as_millisecond),
        last_used_at: None,
    };
    let secret = format!("spt_{}", new_secret());
    let mut write = core.write(user_id).await?;
    credentials::insert_token(&mut write.tx, user_id, &secret_hash(&secret), &token).await?;
    write.commit().await?;
    Ok((secret, token))
}

fn check_token(
    name: &str,
    scopes: &[Scope],
    end: Result<Option<Timestamp>, FieldError>,
) -> Result<Option<Timestamp>> {
    let mut errors = Vec::new();
    if !(1..=100).contains(&name.trim().chars().count()) || name.chars().any(char::is_control) {
        errors.push(FieldError::new("/name", "length", reason!("token_name_length", most = 100)));
    }
    if scopes.is_empty() {
        errors.push(FieldError::new("/scopes", "empty", reason!("token_scopes_empty")));
    }
    match end {
        Ok(end) if errors.is_empty() => return Ok(end),
        Ok(_) => {}
        Err(error) => errors.push(error),
    }
    Err(Error::Invalid(errors))
}

/// A person's tokens.
pub async fn tokens(core: &Core, user_id: &str) -> Result<Vec<ApiToken>> {
    Ok(credentials::tokens(&mut core.read().await?, user_id).await?)
}

/// Revokes a token.
pub async fn delete_token(core: &Core, user_id: &str, id: &str) -> Result<()> {
    let mut write = core.write(user_id).await?;
    let found = credentials::delete_token(&mut write.tx, user_id, id).await?;
    write.commit().await?;
    if found { Ok(()) } else { Err(Error::NotFound) }
}
