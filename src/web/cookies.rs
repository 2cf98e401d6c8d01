//! The login cookie: `__Host-` and Secure over https, HttpOnly and SameSite=Lax always.

use axum_extra::extract::cookie::{Cookie, SameSite};
use http::{HeaderMap, HeaderValue, header};

use super::WebState;

const PLAIN: &str = "spotter_login";
const SECURE: &str = "__Host-spotter_login";

/// The cookie's name here.
#[must_use]
pub const fn name(secure: bool) -> &'static str {
    if secure { SECURE } else { PLAIN }
}

/// The login secret that the request carries.
#[must_use]
pub fn read(headers: &HeaderMap, secure: bool) -> Option<String> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    lines
        .flat_map(Cookie::split_parse)
        .filter_map(Result::ok)
        .find(|cookie| cookie.name() == name(secure))
        .map(|cookie| cookie.value().to_owned())
}

/// Sets the login cookie.
#[must_use]
pub fn login(state: &WebState, secret: String) -> Option<HeaderValue> {
    let secure = state.settings.secure;
    let cookie = Cookie::build((name(secure), secret))
        .path("/")
        .http_only(true)
        .secure(secure)
        .same_site(SameSite::Lax)
        .permanent();
    HeaderValue::from_str(&cookie.build().to_string()).ok()
}

/// Takes the login cookie away.
#[must_use]
pub fn logout(state: &WebState) -> Option<HeaderValue> {
    let secure = state.settings.secure;
    let cookie = Cookie::build((name(secure), "")).path("/").http_only(true).secure(secure).removal();
    HeaderValue::from_str(&cookie.build().to_string()).ok()
}
