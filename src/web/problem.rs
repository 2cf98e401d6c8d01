//! The one error mapping: whatever goes wrong leaves as `application/problem+json` (RFC 9457).

use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use problem_details::ProblemDetails;
use schemars::JsonSchema;
use serde_json::{Map, Value, json};

use crate::domain::plan::Severity;
use crate::service::{Error, FieldError};
use crate::wording::Word as _;

/// What handlers fail with.
#[derive(Debug)]
pub struct Problem {
    /// Status code.
    pub status: StatusCode,
    /// Kebab-case type.
    pub kind: &'static str,
    /// One plain sentence.
    pub detail: String,
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
    "errors": [{"pointer": "/set_index", "code": "out_of_range", "message": "Sets are numbered 1 to 100."}]
}))]
pub struct ProblemDocument {
    /// Names the kind of problem, for programs.
    #[schemars(rename = "type")]
    kind: String,
    /// Names it for people.
    title: String,
    /// The status code again.
    status: u16,
    /// One plain sentence.
    detail: String,
    /// The bad fields.
    errors: Option<Vec<FieldError>>,
}

impl Problem {
    /// A problem with this status, type and sentence.
    pub fn new(status: StatusCode, kind: &'static str, detail: impl Into<String>) -> Self {
        Self {
            status,
            kind,
            detail: detail.into(),
            errors: Vec::new(),
            extra: Map::new(),
            retry_after: None,
            etag: None,
        }
    }

    /// 422 with the bad fields.
    #[must_use]
    pub fn invalid(errors: Vec<FieldError>) -> Self {
        let detail = match errors.as_slice() {
            [one] => one.message.clone(),
            many => format!("{} fields have wrong values.", many.len()),
        };
        Self { errors, ..Self::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid-fields", detail) }
    }

    /// 404.
    #[must_use]
    pub fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "not-found", "There is nothing here, or it is not yours.")
    }

    /// 405; the router says in Allow what is.
    #[must_use]
    pub fn other_method(detail: &str) -> Self {
        Self::new(StatusCode::METHOD_NOT_ALLOWED, "method-not-allowed", detail)
    }

    /// 401.
    #[must_use]
    pub fn unauthorized() -> Self {
        Self::new(
            StatusCode::UNAUTHORIZED,
            "login-needed",
            "Log in, or send a token as Authorization: Bearer.",
        )
    }

    fn body(&self) -> Value {
        let mut extra = self.extra.clone();
        if !self.errors.is_empty() {
            let errors = self
                .errors
                .iter()
                .map(|error| json!({"pointer": error.pointer, "code": error.code, "message": error.message}));
            extra.insert("errors".to_owned(), errors.collect());
        }
        let details = ProblemDetails::new()
            .with_type(self.kind.parse::<http::Uri>().unwrap_or_default())
            .with_title(title(self.kind))
            .with_status(self.status)
            .with_detail(self.detail.clone())
            .with_extensions(extra);
        serde_json::to_value(details).unwrap_or_else(|_| json!({"status": self.status.as_u16()}))
    }
}

/// `set-index-taken` reads "Set index taken".
fn title(kind: &str) -> String {
    let words = kind.replace('-', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        let text = error.to_string();
        match error {
            Error::NotFound => Self::not_found(),
            Error::Invalid(errors) => Self::invalid(errors),
            Error::Rules(violations) => Self::rules(&violations),
            Error::PreconditionRequired { current } => {
                Self::new(StatusCode::PRECONDITION_REQUIRED, "if-match-needed", text).current(current)
            }
            Error::Stale { current } => {
                Self::new(StatusCode::PRECONDITION_FAILED, "stale-version", text).current(current)
            }
            Error::WrongDigest => Self::new(StatusCode::PRECONDITION_FAILED, "wrong-digest", text),
            Error::Conflict(conflict) => {
                let mut problem = Self::new(StatusCode::CONFLICT, conflict.kind, conflict.detail);
                problem.retry_after = (conflict.kind == "idempotency-in-flight").then_some(1);
                if let Value::Object(extra) = conflict.extra {
                    problem.extra = extra;
                }
                problem
            }
            Error::Gone(_) => Self::new(StatusCode::GONE, "expired", text),
            Error::Locked { flag } => {
                let detail = "Coaching is stopped until you say that it is resolved.";
                let mut problem = Self::new(StatusCode::LOCKED, "safety-lock", detail);
                problem.extra.insert("flag".to_owned(), flag.into());
                problem
            }
            Error::TooMany { retry_after, resets_at, .. } => {
                let mut problem = Self::new(StatusCode::TOO_MANY_REQUESTS, "too-many", text);
                problem.retry_after = Some(retry_after);
                let resets_at = resets_at.map(|at| ("resets_at".to_owned(), at.to_string().into()));
                problem.extra.extend(resets_at);
                problem
            }
            Error::WrongCredentials => Self::new(StatusCode::UNAUTHORIZED, "wrong-credentials", text),
            Error::Busy | Error::Waited => {
                Self::later("busy", "Try again in a moment; nothing was changed.", 1)
            }
            Error::Unsure => Self::later(
                "outcome-unknown",
                "It is not known whether this was written. Look, or send it again with the same Idempotency-Key.",
                1,
            ),
            Error::Unusable(_) => {
                tracing::error!(error = text, "a request failed");
                let detail = "The database cannot be used as it is; nothing was changed. Whoever runs this server has to look.";
                Self::later("database-unusable", detail, 30)
            }
            Error::Storage(_) | Error::Corrupt(_) => Self::internal(&text),
        }
    }
}

impl Problem {
    fn rules(violations: &[crate::domain::plan::Violation]) -> Self {
        let violations = violations.to_vec().worded();
        let errors = violations
            .iter()
            .filter(|violation| violation.severity == Severity::Error)
            .map(|violation| FieldError::new(&violation.pointer, "plan_rule", &violation.message))
            .collect();
        let mut problem = Self::invalid(errors);
        problem.kind = "plan-rules";
        problem.extra.insert("violations".to_owned(), json!(violations));
        problem
    }

    /// 503 with Retry-After.
    fn later(kind: &'static str, detail: &str, seconds: u64) -> Self {
        Self { retry_after: Some(seconds), ..Self::new(StatusCode::SERVICE_UNAVAILABLE, kind, detail) }
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
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "internal",
            "Something went wrong on the server. Nothing was changed.",
        )
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = (self.status, self.body().to_string()).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(seconds) = self.retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if self.kind == "coded-body" {
            headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static("identity"));
        }
        if self.status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if let Some(tag) = self.etag.and_then(|tag| HeaderValue::from_str(&format!("\"{tag}\"")).ok()) {
            headers.insert(header::ETAG, tag);
        }
        response
    }
}
