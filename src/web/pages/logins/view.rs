//! Logins as they are listed.

use jiff::tz::TimeZone;
use serde::Serialize;

use crate::service::accounts::Login;
use crate::web::pages::words::moment_ms;
use crate::wording::texts;

/// A login as listed.
#[derive(Debug, Clone, Serialize)]
pub struct LoginRow {
    pub id: String,
    pub agent: String,
    pub facts: String,
    pub this: bool,
}

impl LoginRow {
    /// A login, with its times in the person's zone; `own` is the id of the one that asks.
    #[must_use]
    pub fn of(login: &Login, zone: &TimeZone, own: &str) -> Self {
        let since =
            texts::with("settings-login-since", &[("when", moment_ms(login.created_at, zone).into())]);
        let seen =
            texts::with("settings-login-seen", &[("when", moment_ms(login.last_seen_at, zone).into())]);
        Self {
            id: login.id.clone(),
            agent: browser(&login.agent),
            facts: format!("{since} · {seen}"),
            this: login.id == own,
        }
    }
}

/// The browser and the system that a user agent names, where it names a known one.
fn browser(agent: &str) -> String {
    let find = |known: &[(&str, &'static str)]| {
        known.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name)
    };
    let browser =
        find(&[("Firefox/", "Firefox"), ("Edg/", "Edge"), ("Chrome/", "Chrome"), ("Safari/", "Safari")]);
    let system = find(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ]);
    match (browser, system) {
        (Some(browser), Some(system)) => {
            let named = [("browser", browser.into()), ("system", system.into())];
            texts::with("settings-login-agent", &named)
        }
        _ => agent.chars().take(60).collect(),
    }
}
