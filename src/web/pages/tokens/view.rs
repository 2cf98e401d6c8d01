//! API tokens as they are listed.

use jiff::tz::TimeZone;
use serde::Serialize;

use crate::service::accounts::ApiToken;
use crate::web::pages::words::moment_ms;
use crate::wording::texts;

/// A token as listed.
#[derive(Debug, Clone, Serialize)]
pub struct TokenRow {
    pub id: String,
    pub name: String,
    pub facts: String,
}

impl TokenRow {
    /// A token, with its times in the person's zone.
    #[must_use]
    pub fn of(token: &ApiToken, zone: &TimeZone) -> Self {
        let until = match token.expires_at {
            None => texts::say("settings-token-for-ever").to_owned(),
            Some(at) => texts::with("settings-token-until", &[("when", moment_ms(at, zone).into())]),
        };
        let used = match token.last_used_at {
            None => texts::say("settings-token-not-used").to_owned(),
            Some(at) => texts::with("settings-token-used", &[("when", moment_ms(at, zone).into())]),
        };
        let may = token.scopes.split(' ').map(scope).collect::<Vec<_>>().join(", ");
        Self { id: token.id.clone(), name: token.name.clone(), facts: format!("{may} · {until} · {used}") }
    }
}

fn scope(word: &str) -> &str {
    match word {
        "read" => texts::say("settings-scope-read"),
        "write" => texts::say("settings-scope-write"),
        "agent" => texts::say("settings-scope-agent"),
        other => other,
    }
}
