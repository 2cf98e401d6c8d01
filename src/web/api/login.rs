//! Logging in and out, logins, tokens, password, account.

use aide::OperationOutput;
use aide::generate::GenContext;
use aide::openapi::{Operation, Response as ApiResponse, StatusCode as ApiStatus};
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::exercises::Items;
use crate::reason;
use crate::service::FieldError;
use crate::service::accounts::{self, Lasts, Scope};
use crate::storage::credentials::{ApiToken, Login};
use crate::web::auth::{Reader, Writer};
use crate::web::extract::{Body, Ids};
use crate::web::reply::{self, Answer, Created, NoContent, Reply, Sent as _};
use crate::web::{Problem, WebState, cookies, throttle};

/// Name and password.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Credentials {
    /// The account's name.
    name: String,
    /// Its password.
    password: String,
}

/// Who is logged in.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Me {
    /// The account's id.
    user_id: String,
    /// Its name.
    name: String,
}

/// Logs in: sets the cookie.
pub async fn login(
    State(state): State<WebState>,
    headers: HeaderMap,
    body: Body<Credentials>,
) -> Answer<Created<Me>> {
    let Credentials { name, password } = body.parse()?;
    let (me, cookie) = sign_in(&state, &headers, name, password).await?;
    let mut response = reply::json(StatusCode::CREATED, me);
    if let Some(cookie) = cookie {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(Created::sent(response))
}

/// Checks the password, within the throttle, and opens a login.
pub async fn sign_in(
    state: &WebState,
    headers: &HeaderMap,
    name: String,
    password: String,
) -> Result<(Me, Option<HeaderValue>), Problem> {
    let ticket = throttle::enter(state, headers, &name)?;
    let user = accounts::authenticate(&state.core, &name, password).await?;
    ticket.succeeded();
    let cookie = open(state, headers, &user.id).await?;
    Ok((Me { user_id: user.id, name: user.name }, cookie))
}

/// Opens a login and gives its cookie.
pub async fn open(
    state: &WebState,
    headers: &HeaderMap,
    user_id: &str,
) -> Result<Option<HeaderValue>, Problem> {
    let agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let secret = accounts::open_login(&state.core, user_id, agent).await?;
    Ok(cookies::login(state, secret))
}

/// Logs out: ends the login and takes the cookie away.
pub async fn logout(State(state): State<WebState>, user: Reader) -> Answer<NoContentWith> {
    if user.by_cookie {
        accounts::delete_login(&state.core, &user.user_id, &user.credential_id).await?;
    }
    let mut response = StatusCode::NO_CONTENT.into_response();
    if let Some(cookie) = cookies::logout(&state) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(NoContentWith(response))
}

/// 204 with headers.
#[derive(Debug)]
pub struct NoContentWith(Response);

impl IntoResponse for NoContentWith {
    fn into_response(self) -> Response {
        self.0
    }
}

impl OperationOutput for NoContentWith {
    type Inner = ();
    fn inferred_responses(
        ctx: &mut GenContext,
        operation: &mut Operation,
    ) -> Vec<(Option<ApiStatus>, ApiResponse)> {
        NoContent::inferred_responses(ctx, operation)
    }
}

/// A login as listed.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LoginView {
    id: String,
    agent: String,
    created_at: Option<Timestamp>,
    last_seen_at: Option<Timestamp>,
    expires_at: Option<Timestamp>,
    /// The one this request came with.
    current: bool,
}

fn time(millis: i64) -> Option<Timestamp> {
    Timestamp::from_millisecond(millis).ok()
}

/// A person's logins.
pub async fn logins(State(state): State<WebState>, user: Reader) -> Answer<Reply<Items<LoginView>>> {
    let logins = accounts::logins(&state.core, &user.user_id).await?;
    let view = |login: Login| LoginView {
        current: login.id == user.credential_id,
        id: login.id,
        agent: login.agent,
        created_at: time(login.created_at),
        last_seen_at: time(login.last_seen_at),
        expires_at: time(login.expires_at),
    };
    Ok(Reply(Items::whole(logins.into_iter().map(view).collect())))
}

/// Ends a login.
pub async fn end_login(State(state): State<WebState>, user: Writer, Ids([id]): Ids<1>) -> Answer<NoContent> {
    accounts::delete_login(&state.core, &user.user_id, &id).await?;
    Ok(NoContent)
}

/// A token as listed.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TokenView {
    id: String,
    name: String,
    scopes: Vec<String>,
    created_at: Option<Timestamp>,
    expires_at: Option<Timestamp>,
    last_used_at: Option<Timestamp>,
    /// The secret; only in the answer to its creation.
    #[serde(skip_serializing_if = "Option::is_none")]
    token: Option<String>,
}

fn token_view(token: ApiToken, secret: Option<String>) -> TokenView {
    TokenView {
        id: token.id,
        name: token.name,
        scopes: token.scopes.split_whitespace().map(str::to_owned).collect(),
        created_at: time(token.created_at),
        expires_at: token.expires_at.and_then(time),
        last_used_at: token.last_used_at.and_then(time),
        token: secret,
    }
}

/// A person's tokens.
pub async fn tokens(State(state): State<WebState>, user: Reader) -> Answer<Reply<Items<TokenView>>> {
    let tokens = accounts::tokens(&state.core, &user.user_id).await?;
    let items = tokens.into_iter().map(|token| token_view(token, None)).collect();
    Ok(Reply(Items::whole(items)))
}

/// A token to make.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewToken {
    /// 1 to 100 characters.
    #[schemars(length(min = 1, max = 100))]
    name: String,
    /// At least one.
    #[schemars(length(min = 1))]
    scopes: Vec<Scope>,
    /// Days it lasts, 1 to 3650; without them or an end, for ever.
    #[serde(default, alias = "expires_in_days")]
    #[schemars(range(min = 1, max = 3650))]
    days: Option<u32>,
    /// When it ends, in place of days: later than now, and within 3650 days.
    #[serde(default)]
    expires_at: Option<Timestamp>,
}

impl NewToken {
    fn lasts(&self) -> Answer<Lasts> {
        match (self.days, self.expires_at) {
            (days, None) => Ok(days.into()),
            (None, Some(end)) => Ok(Lasts::Until(end)),
            (Some(_), Some(_)) => {
                let both = FieldError::new("/expires_at", "duplicate", reason!("token_days_or_end"));
                Err(Problem::invalid(vec![both]))
            }
        }
    }
}

/// Makes a token; its secret is shown this once. A token cannot make one that may do more.
pub async fn create_token(
    State(state): State<WebState>,
    user: Writer,
    body: Body<NewToken>,
) -> Answer<Created<TokenView>> {
    let ask = body.parse()?;
    if let Some(scope) = ask.scopes.iter().find(|scope| !user.may(**scope)) {
        let reason = reason!("problem_scope_not_yours", scope = scope.as_str());
        return Err(Problem::new(StatusCode::FORBIDDEN, "scope-missing", reason));
    }
    let lasts = ask.lasts()?;
    let (secret, token) =
        accounts::create_token(&state.core, &user.user_id, &ask.name, &ask.scopes, lasts).await?;
    Ok(Created::sent(reply::json(StatusCode::CREATED, token_view(token, Some(secret)))))
}

/// Revokes a token.
pub async fn delete_token(
    State(state): State<WebState>,
    user: Writer,
    Ids([id]): Ids<1>,
) -> Answer<NoContent> {
    accounts::delete_token(&state.core, &user.user_id, &id).await?;
    Ok(NoContent)
}

/// A password to change.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPassword {
    /// The one that holds.
    old_password: String,
    /// 8 to 256 characters.
    #[schemars(length(min = 8, max = 256))]
    new_password: String,
}

/// Changes the password and ends every other login.
pub async fn password(
    State(state): State<WebState>,
    user: Writer,
    headers: HeaderMap,
    body: Body<NewPassword>,
) -> Answer<NoContent> {
    let ask = body.parse()?;
    let ticket = throttle::enter(&state, &headers, &user.name)?;
    accounts::change_password(&state.core, &user.0, ask.old_password, ask.new_password).await?;
    ticket.succeeded();
    Ok(NoContent)
}

/// What deleting an account needs.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Farewell {
    /// The password, to be sure.
    password: String,
}

/// Deletes the account and everything that is its own.
pub async fn delete_account(
    State(state): State<WebState>,
    user: Writer,
    headers: HeaderMap,
    body: Body<Farewell>,
) -> Answer<NoContent> {
    let ask = body.parse()?;
    let ticket = throttle::enter(&state, &headers, &user.name)?;
    accounts::delete(&state.core, &user.0, ask.password).await?;
    ticket.succeeded();
    Ok(NoContent)
}
