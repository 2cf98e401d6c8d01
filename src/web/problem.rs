//! The one error mapping: whatever goes wrong leaves as `application/problem+json` (RFC 9457), worded for
//! whoever asked. Pages take the problem itself from the answer's extensions and make a page of it.

use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use jiff::Timestamp;
use problem_details::ProblemDetails;
use schemars::JsonSchema;
use serde_json::{Map, Value, json};

use crate::domain::plan::Severity;
use crate::domain::reason::Reason;
use crate::reason;
use crate::service::{Error, FieldError};
use crate::wording::{self, Word as _, texts};

/// What handlers fail with.
#[derive(Debug)]
pub struct Problem {
    /// Status code.
    pub status: StatusCode,
    /// Kebab-case type.
    pub kind: &'static str,
    /// Why.
    pub reason: Reason,
    /// Bad fields.
    pub errors: Vec<FieldError>,
    /// Further members.
    pub extra: Map<String, Value>,
    /// Seconds, for Retry-After.
    pub retry_after: Option<u64>,
    /// The current entity tag, unquoted.
    pub etag: Option<String>,
}

/// A problem as it is sent (RFC 9457); some types have members of their own beside these.
#[derive(Debug, JsonSchema)]
#[expect(dead_code, reason = "it describes what `ProblemDetails` sends")]
#[schemars(rename = "Problem", example = serde_json::json!({
    "type": "invalid-fields", "title": "Invalid fields", "status": 422, "detail": "Sets are numbered 1 to 100.",
    "reason": {"code": "set_index_range", "most": 100},
    "errors": [{"pointer": "/set_index", "code": "out_of_range", "message": "Sets are numbered 1 to 100.",
        "reason": {"code": "set_index_range", "most": 100}}]
}))]
pub struct ProblemDocument {
    /// Names the kind of problem, for programs.
    #[schemars(rename = "type")]
    kind: String,
    /// Names it for people.
    title: String,
    /// The status code again.
    status: u16,
    /// Why, in one plain sentence of the asker's language.
    detail: String,
    /// Why, as facts, for programs.
    reason: Reason,
    /// The bad fields.
    errors: Option<Vec<FieldError>>,
}

impl Problem {
    /// A problem with this status, type and reason.
    #[must_use]
    pub fn new(status: StatusCode, kind: &'static str, reason: Reason) -> Self {
        Self { status, kind, reason, errors: Vec::new(), extra: Map::new(), retry_after: None, etag: None }
    }

    /// 422 with the bad fields.
    #[must_use]
    pub fn invalid(errors: Vec<FieldError>) -> Self {
        let reason = match errors.as_slice() {
            [one] => one.reason.clone(),
            many => reason!("problem_fields", count = many.len()),
        };
        Self { errors, ..Self::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid-fields", reason) }
    }

    /// 404.
    #[must_use]
    pub fn not_found() -> Self {
        Error::NotFound.into()
    }

    /// 405; the router says in Allow what is.
    #[must_use]
    pub fn other_method(reason: Reason) -> Self {
        Self::new(StatusCode::METHOD_NOT_ALLOWED, "method-not-allowed", reason)
    }

    /// 401.
    #[must_use]
    pub fn unauthorized() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "login-needed", reason!("problem_login_needed"))
    }

    /// Why, in one plain sentence, as whom it is said to reads.
    #[must_use]
    pub fn detail(&self) -> String {
        wording::reason(&self.reason)
    }

    fn body(&self) -> Value {
        let mut extra = self.extra.clone();
        extra.insert("reason".to_owned(), self.reason.clone().into());
        if !self.errors.is_empty() {
            let mut errors = self.errors.clone();
            errors.word();
            extra.insert("errors".to_owned(), json!(errors));
        }
        let details = ProblemDetails::new()
            .with_type(self.kind.parse::<http::Uri>().unwrap_or_default())
            .with_title(title(self.kind))
            .with_status(self.status)
            .with_detail(self.detail())
            .with_extensions(extra);
        serde_json::to_value(details).unwrap_or_else(|_| json!({"status": self.status.as_u16()}))
    }
}

fn title(kind: &str) -> String {
    texts::with(&format!("problem-title-{kind}"), &[])
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        let reason = error.reason();
        match error {
            Error::NotFound => Self::new(StatusCode::NOT_FOUND, "not-found", reason),
            Error::Invalid(errors) => Self::invalid(errors),
            Error::Rules(violations) => Self::rules(&violations),
            Error::PreconditionRequired { current } => {
                Self::new(StatusCode::PRECONDITION_REQUIRED, "if-match-needed", reason).current(current)
            }
            Error::Stale { current } => {
                Self::new(StatusCode::PRECONDITION_FAILED, "stale-version", reason).current(current)
            }
            Error::WrongDigest => Self::new(StatusCode::PRECONDITION_FAILED, "wrong-digest", reason),
            Error::Conflict(conflict) => {
                let mut problem = Self::new(StatusCode::CONFLICT, conflict.kind, reason);
                problem.retry_after = (conflict.kind == "idempotency-in-flight").then_some(1);
                if let Value::Object(extra) = conflict.extra {
                    problem.extra = extra;
                }
                problem
            }
            Error::Gone(_) => Self::new(StatusCode::GONE, "expired", reason),
            Error::Locked { flag } => {
                let mut problem = Self::new(StatusCode::LOCKED, "safety-lock", reason);
                problem.extra.insert("flag".to_owned(), flag.into());
                problem
            }
            Error::TooMany { retry_after, resets_at, .. } => Self::too_many(reason, retry_after, resets_at),
            Error::WrongCredentials => Self::new(StatusCode::UNAUTHORIZED, "wrong-credentials", reason),
            Error::Busy | Error::Waited => Self::later("busy", reason, 1),
            Error::Unsure => Self::later("outcome-unknown", reason, 1),
            Error::Unusable(_) => {
                tracing::error!(%error, "a request failed");
                Self::later("database-unusable", reason, 30)
            }
            Error::Storage(_) | Error::Corrupt(_) => Self::internal(&error.to_string()),
        }
    }
}

impl Problem {
    fn too_many(reason: Reason, retry_after: u64, resets_at: Option<Timestamp>) -> Self {
        let mut problem = Self::new(StatusCode::TOO_MANY_REQUESTS, "too-many", reason);
        problem.retry_after = Some(retry_after);
        problem.extra.extend(resets_at.map(|at| ("resets_at".to_owned(), at.to_string().into())));
        problem
    }

    fn rules(violations: &[crate::domain::plan::Violation]) -> Self {
        let violations = violations.to_vec().worded();
        let errors = violations
            .iter()
            .filter(|violation| violation.severity == Severity::Error)
            .map(|broken| {
                FieldError::kept(&broken.pointer, "plan_rule", broken.reason.as_ref(), &broken.message)
            })
            .collect();
        let mut problem = Self::invalid(errors);
        problem.kind = "plan-rules";
        problem.extra.insert("violations".to_owned(), json!(violations));
        problem
    }

    /// 503 with Retry-After.
    fn later(kind: &'static str, reason: Reason, seconds: u64) -> Self {
        Self { retry_after: Some(seconds), ..Self::new(StatusCode::SERVICE_UNAVAILABLE, kind, reason) }
    }

    fn current(mut self, tag: String) -> Self {
        self.extra.insert("current_version".to_owned(), tag.clone().into());
        self.etag = Some(tag);
        self
    }

    /// 500; what went wrong is logged, not told.
    #[must_use]
    pub fn internal(what: &str) -> Self {
        tracing::error!(error = what, "a request failed");
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", reason!("error_internal"))
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = (self.status, self.body().to_string()).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.insert(header::VARY, HeaderValue::from_static("Cookie, Authorization, Accept-Language"));
        if let Some(seconds) = self.retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if self.kind == "coded-body" {
            headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static("identity"));
        }
        if self.status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        let tag = self.etag.as_ref().map(|tag| HeaderValue::from_str(&format!("\"{tag}\"")));
        if let Some(Ok(tag)) = tag {
            headers.insert(header::ETAG, tag);
        }
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}
