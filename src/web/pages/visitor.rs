//! Who looks at a page: someone logged in by cookie, or the way to the login.

use axum::extract::FromRequestParts;
use http::request::Parts;
use http::{Method, StatusCode};
use jiff::tz::TimeZone;

use super::error::Fault;
use super::page::{Shell, Standing};
use crate::domain::profile::{Profile, Units};
use crate::service::accounts::{self, Caller};
use crate::service::precondition::Tag;
use crate::service::{profiles, safety};
use crate::web::auth::{self, spoken_to};
use crate::web::{Problem, WebState, cookies};

/// Someone logged in, with what every page needs to know of them.
#[derive(Debug, Clone)]
pub struct Visitor {
    /// Whose login it is.
    pub caller: Caller,
    /// Their profile.
    pub profile: Profile,
    /// The profile's entity tag.
    pub profile_tag: Tag,
    standing: Standing,
    pub agents: bool,
}

impl Visitor {
    /// Whose everything is.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.caller.user_id
    }

    /// Units for display.
    #[must_use]
    pub fn units(&self) -> Units {
        self.profile.units
    }

    /// Their time zone.
    #[must_use]
    pub fn zone(&self) -> TimeZone {
        self.profile.zone()
    }

    /// The shell of one of the places.
    #[must_use]
    pub fn shell(&self, place: &'static str, title: &'static str) -> Shell {
        Shell {
            standing: self.standing,
            user: self.caller.user_id.clone(),
            ..Shell::of(place, title, &self.caller.name, self.units(), self.agents)
        }
    }
}

/// Whoever the cookie names. A bearer token opens no page.
pub async fn by_cookie(parts: &Parts, state: &WebState) -> Result<Option<Caller>, Problem> {
    match cookies::read(&parts.headers, state.settings.secure) {
        Some(secret) => Ok(accounts::caller_by_cookie(&state.core, &secret).await?.inspect(spoken_to)),
        None => Ok(None),
    }
}

impl FromRequestParts<WebState> for Visitor {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &WebState) -> Result<Self, Fault> {
        let Some(caller) = by_cookie(parts, state).await? else { return Err(to_login(parts, state).await?) };
        if !auth::is_for(&parts.headers, &caller) {
            return Err(Problem::unauthorized().into());
        }
        state.rate.take(&caller.user_id)?;
        let mut conn = state.read().await?;
        let versioned = profiles::load(&mut conn, &caller.user_id).await?;
        let profile_tag = versioned.tag(&caller.user_id);
        let locked = safety::locked(&mut conn, &caller.user_id).await?.is_some();
        let sample = accounts::is_sample(&mut conn, &caller.user_id).await?;
        Ok(Self {
            caller,
            profile: versioned.profile,
            profile_tag,
            standing: Standing { insecure: is_insecure(state), sample, locked },
            agents: state.agents.is_some(),
        })
    }
}

/// Where a request without a login goes: to the setup while no account exists, else to the login,
/// which comes back here after a GET, and after a form to the page that has it.
async fn to_login(parts: &Parts, state: &WebState) -> Result<Fault, Fault> {
    if accounts::is_empty(&state.core).await? {
        return Ok(Fault::Login("/setup".to_owned()));
    }
    let path = parts.uri.path_and_query().map_or("/", http::uri::PathAndQuery::as_str);
    let back = match parts.method {
        Method::GET => path.to_owned(),
        _ => page_of_form(parts.uri.path()),
    };
    if back == "/" {
        return Ok(Fault::Login("/login".to_owned()));
    }
    let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("next", &back).finish();
    Ok(Fault::Login(format!("/login?{query}")))
}

/// The page with the form that goes to this path. It is told by the path alone: what a browser says of where it came
/// from is anybody's word.
fn page_of_form(path: &str) -> String {
    let mut parts = path.split('/').skip(1);
    let (place, rest) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    match (place, rest) {
        ("plan", "restore") => "/plan/versions".to_owned(),
        ("plan", _) => "/plan/edit".to_owned(),
        ("coach", "history") => "/coach/history".to_owned(),
        ("proposals", id) => format!("/proposals/{id}"),
        ("settings" | "workout" | "coach" | "safety" | "welcome", _) => format!("/{place}"),
        _ => "/".to_owned(),
    }
}

/// Neither https nor this very machine: others on the way can read along.
fn is_insecure(state: &WebState) -> bool {
    if state.settings.secure {
        return false;
    }
    let url = url::Url::parse(&state.settings.public_url).ok();
    let loopback = url.as_ref().and_then(url::Url::host).is_some_and(|host| match host {
        url::Host::Domain(name) => name == "localhost" || name.ends_with(".localhost"),
        url::Host::Ipv4(address) => address.is_loopback(),
        url::Host::Ipv6(address) => address.is_loopback(),
    });
    !loopback
}

/// A path on this site to go to after a form, or the given one: never another site's.
#[must_use]
pub fn own_path(asked: &str, otherwise: &str) -> String {
    let own = asked.starts_with('/')
        && !asked.starts_with("//")
        && !asked.contains('\\')
        && !asked.chars().any(char::is_control);
    if own { asked.to_owned() } else { otherwise.to_owned() }
}

/// 303 to a path on this site.
#[must_use]
pub fn see_other(path: &str) -> axum::response::Response {
    use axum::response::IntoResponse as _;
    let value = http::HeaderValue::from_str(path).unwrap_or_else(|_| http::HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(http::header::LOCATION, value)]).into_response()
}

#[cfg(test)]
mod tests {
    use super::{own_path, page_of_form};

    #[test]
    fn a_form_belongs_to_a_page_that_can_be_opened() {
        for (form, page) in [
            ("/settings/profile", "/settings"),
            ("/settings/import/confirm", "/settings"),
            ("/workout/start", "/workout"),
            ("/workout/sets", "/workout"),
            ("/plan/moved", "/plan/edit"),
            ("/plan/restore", "/plan/versions"),
            ("/coach/messages", "/coach"),
            ("/coach/history/delete", "/coach/history"),
            ("/proposals/0193/edit", "/proposals/0193"),
            ("/safety/resolve", "/safety"),
            ("/welcome", "/welcome"),
            ("/logout", "/"),
            ("//evil.example/settings", "/"),
        ] {
            assert_eq!(page_of_form(form), page, "{form}");
        }
    }

    #[test]
    fn a_form_leads_only_to_this_site() {
        for (asked, to) in [
            ("/plan?week_start=2026-11-23", "/plan?week_start=2026-11-23"),
            ("//evil.example", "/"),
            ("/\\evil.example", "/"),
            ("https://evil.example", "/"),
            ("/a\r\nSet-Cookie: x", "/"),
            ("", "/"),
        ] {
            assert_eq!(own_path(asked, "/"), to, "{asked:?}");
        }
    }
}
