//! When a page fails: a calm page that says what happened, what was kept and what to do; or the way
//! to the login.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use http::{Method, StatusCode, header};
use serde::Serialize;

use super::page::{self, Page, Shell};
use crate::reason;
use crate::service::Error;
use crate::web::Problem;
use crate::wording::{self, texts};

/// What page handlers fail with.
#[derive(Debug)]
pub enum Fault {
    /// Not logged in; where to go.
    Login(String),
    /// Nothing was done; the page that shows why.
    Instead(String),
    /// Anything else.
    Problem(Box<Problem>),
}

/// What page handlers answer.
pub type Paged = Result<Response, Fault>;

impl From<Problem> for Fault {
    fn from(problem: Problem) -> Self {
        Self::Problem(Box::new(problem))
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Problem::from(error).into()
    }
}

/// The values of `error.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ErrorPage {
    /// Status code.
    pub status: u16,
    /// A few words.
    pub title: &'static str,
    /// What happened.
    pub happened: String,
    /// What was kept.
    pub kept: &'static str,
    /// Bad fields, one sentence each.
    pub errors: Vec<String>,
    /// Where the one action leads.
    pub href: &'static str,
    /// Its words.
    pub action: &'static str,
}

impl Page for ErrorPage {
    const TEMPLATE: &'static str = "error.html";
}

impl ErrorPage {
    pub(super) fn of(problem: &Problem) -> Self {
        let (title, kept) = match problem.status {
            StatusCode::NOT_FOUND => {
                (texts::say("shell-error-nothing-here"), texts::say("shell-error-nothing-here-kept"))
            }
            StatusCode::CONFLICT | StatusCode::PRECONDITION_FAILED | StatusCode::GONE => {
                (texts::say("shell-error-moved-on"), texts::say("shell-error-moved-on-kept"))
            }
            StatusCode::UNPROCESSABLE_ENTITY | StatusCode::BAD_REQUEST => {
                (texts::say("shell-error-did-not-fit"), texts::say("shell-error-did-not-fit-kept"))
            }
            StatusCode::LOCKED => {
                (texts::say("shell-coaching-stopped"), texts::say("shell-error-locked-kept"))
            }
            StatusCode::TOO_MANY_REQUESTS => {
                (texts::say("shell-error-too-many"), texts::say("shell-error-too-many-kept"))
            }
            status if status.is_server_error() => {
                (texts::say("shell-error-did-not-work"), texts::say("shell-error-did-not-work-kept"))
            }
            _ => (texts::say("shell-error-not-possible"), texts::say("shell-error-not-possible-kept")),
        };
        let (href, action) = match problem.status {
            StatusCode::LOCKED => ("/safety", texts::say("shell-error-what-happened")),
            _ => ("/", texts::say("shell-error-to-today")),
        };
        let errors: Vec<_> = problem.errors.iter().map(|error| wording::reason(&error.reason)).collect();
        Self {
            status: problem.status.as_u16(),
            title,
            happened: problem.detail(),
            kept,
            errors: if errors.len() > 1 { errors } else { Vec::new() },
            href,
            action,
        }
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        match self {
            Self::Login(to) | Self::Instead(to) => Redirect::to(&to).into_response(),
            Self::Problem(problem) => error_page(&problem),
        }
    }
}

/// What the API's extractors refuse on a page's address is told as a page, too: whoever looks at a page is a person,
/// and a browser shows the document of a program as it is.
pub async fn as_page(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let (mut parts, body) = response.into_parts();
    let Some(problem) = parts.extensions.remove::<Arc<Problem>>() else {
        return Response::from_parts(parts, body);
    };
    let page = error_page(&problem);
    for (name, value) in page.headers() {
        parts.headers.insert(name.clone(), value.clone());
    }
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::new(page.into_body()))
}

/// A page's address that takes another method: most of them take a form and have nothing to show.
pub async fn other_method(method: Method) -> Response {
    match method {
        Method::OPTIONS => StatusCode::NO_CONTENT.into_response(),
        _ => Fault::from(Problem::other_method(reason!("form_other_method"))).into_response(),
    }
}

/// The page of a problem, which says too when to try again.
fn error_page(problem: &Problem) -> Response {
    let page = ErrorPage::of(problem);
    let mut response = page::answer(problem.status, &Shell::alone(page.title), &page);
    if let Some(seconds) = problem.retry_after {
        response.headers_mut().insert(http::header::RETRY_AFTER, seconds.into());
    }
    response
}

/// The page for an address that leads nowhere.
#[must_use]
pub fn not_found() -> Response {
    Fault::from(Problem::not_found()).into_response()
}

/// Ends what a form ends: a second tap finds nothing to end, and that is what was wanted.
pub fn gone_is_fine(ended: Result<(), Error>) -> Result<(), Error> {
    match ended {
        Err(Error::NotFound) => Ok(()),
        other => other,
    }
}
