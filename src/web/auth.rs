//! Who asks: a login cookie or `Authorization: Bearer`. Each route names what it needs by the
//! extractor it takes; ownership always comes from here, never from an argument (law L6).

use aide::OperationInput;
use axum::extract::FromRequestParts;
use axum_extra::TypedHeader;
use axum_extra::headers::Authorization;
use axum_extra::headers::authorization::Bearer;
use http::request::Parts;
use http::{HeaderMap, StatusCode};

use super::{Problem, WebState, cookies};
use crate::reason;
use crate::service::accounts::{self, Caller, Scope};
use crate::wording::{self, Wording};

/// The user whom a page was made for, sent by its scripts; a login of anyone else does not answer them.
const PAGE_OF: &str = "spotter-user";

/// Finds the caller, or 401.
pub async fn caller(parts: &mut Parts, state: &WebState) -> Result<Caller, Problem> {
    let bearer = TypedHeader::<Authorization<Bearer>>::from_request_parts(parts, state).await.ok();
    let found = match bearer {
        Some(TypedHeader(header)) => accounts::caller_by_token(&state.core, header.token()).await?,
        None => match cookies::read(&parts.headers, state.settings.secure) {
            Some(secret) => accounts::caller_by_cookie(&state.core, &secret).await?,
            None => None,
        },
    };
    let caller = found.filter(|caller| is_for(&parts.headers, caller));
    caller.inspect(spoken_to).ok_or_else(Problem::unauthorized)
}

/// Whether a request is meant for this login: a page that stands open from before somebody else logged in sends for
/// whom it was made.
#[must_use]
pub fn is_for(headers: &HeaderMap, caller: &Caller) -> bool {
    headers.get(PAGE_OF).is_none_or(|user| user.as_bytes() == caller.user_id.as_bytes())
}

/// What is said from here on is said to them.
pub fn spoken_to(caller: &Caller) {
    let language = caller.reads.language.unwrap_or(wording::current().language);
    wording::speak(Wording { language, units: caller.reads.units });
}

async fn with_scope(parts: &mut Parts, state: &WebState, scope: Scope) -> Result<Caller, Problem> {
    let caller = caller(parts, state).await?;
    state.rate.take(&caller.user_id)?;
    if caller.may(scope) {
        return Ok(caller);
    }
    let reason = reason!("problem_scope_missing", scope = scope.as_str());
    Err(Problem::new(StatusCode::FORBIDDEN, "scope-missing", reason))
}

macro_rules! door {
    ($(#[$meta:meta])* $name:ident, $scope:expr) => {
        $(#[$meta])*
        #[derive(Debug, Clone)]
        pub struct $name(pub Caller);

        impl FromRequestParts<WebState> for $name {
            type Rejection = Problem;
            async fn from_request_parts(parts: &mut Parts, state: &WebState) -> Result<Self, Problem> {
                with_scope(parts, state, $scope).await.map(Self)
            }
        }

        impl std::ops::Deref for $name {
            type Target = Caller;
            fn deref(&self) -> &Caller {
                &self.0
            }
        }

        impl OperationInput for $name {}
    };
}

door!(
    /// Someone who may read.
    Reader,
    Scope::Read
);
door!(
    /// Someone who may change things.
    Writer,
    Scope::Write
);
door!(
    /// Someone who may talk to agents and decide on proposals.
    Talker,
    Scope::Agent
);
