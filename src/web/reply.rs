//! Answers: JSON with a status, with or without an entity tag.

use aide::OperationOutput;
use aide::generate::GenContext;
use aide::openapi::{MediaType, Operation, Response as ApiResponse, SchemaObject, StatusCode as ApiStatus};
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use schemars::JsonSchema;
use serde::Serialize;

use super::etag;
use super::problem::{Problem, ProblemDocument};
use crate::service::precondition::Tag;
use crate::wording::Word;

/// What handlers answer.
pub type Answer<T, E = Problem> = Result<T, E>;

/// A JSON body with status 200.
#[derive(Debug)]
pub struct Reply<T>(pub T);

/// JSON text as a response.
#[must_use]
pub fn json_text(status: StatusCode, text: String) -> Response {
    let mut response = (status, text).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// A value as a JSON response, in words of whom it is for.
pub fn json<T: Serialize + Word>(status: StatusCode, value: T) -> Response {
    match serde_json::to_string(&value.worded()) {
        Ok(text) => json_text(status, text),
        Err(error) => Problem::internal(&error.to_string()).into_response(),
    }
}

impl<T: Serialize + Word> IntoResponse for Reply<T> {
    fn into_response(self) -> Response {
        json(StatusCode::OK, self.0)
    }
}

impl<T: JsonSchema> OperationOutput for Reply<T> {
    type Inner = T;
    fn operation_response(ctx: &mut GenContext, _operation: &mut Operation) -> Option<ApiResponse> {
        Some(json_response::<T>(ctx))
    }
    fn inferred_responses(
        ctx: &mut GenContext,
        _operation: &mut Operation,
    ) -> Vec<(Option<ApiStatus>, ApiResponse)> {
        vec![(Some(ApiStatus::Code(200)), json_response::<T>(ctx))]
    }
}

/// The schema of a JSON answer, for the OpenAPI document.
pub fn json_response<T: JsonSchema>(ctx: &mut GenContext) -> ApiResponse {
    let json_schema = ctx.schema.subschema_for::<T>();
    let media = MediaType {
        schema: Some(SchemaObject { json_schema, external_docs: None, example: None }),
        ..MediaType::default()
    };
    ApiResponse {
        description: String::new(),
        content: [("application/json".to_owned(), media)].into_iter().collect(),
        ..ApiResponse::default()
    }
}

/// A JSON body under an entity tag; a client that has it already gets 304 and no body.
#[derive(Debug)]
pub enum Tagged<T> {
    /// The body and its tag.
    Fresh(T, Tag),
    /// The client's copy is current.
    Unchanged(Tag),
}

impl<T> Tagged<T> {
    /// 304 if the client has this version; None if the body must be made.
    #[must_use]
    pub fn check(headers: &HeaderMap, tag: &Tag) -> Option<Self> {
        etag::unchanged(headers, tag).then(|| Self::Unchanged(tag.clone()))
    }
}

impl<T: Serialize + Word> IntoResponse for Tagged<T> {
    fn into_response(self) -> Response {
        match self {
            Self::Unchanged(tag) => etag::not_modified(&tag),
            Self::Fresh(value, tag) => {
                let mut response = json(StatusCode::OK, value);
                etag::stamp(&mut response, &tag);
                response
            }
        }
    }
}

impl<T: JsonSchema> OperationOutput for Tagged<T> {
    type Inner = T;
    fn operation_response(ctx: &mut GenContext, _operation: &mut Operation) -> Option<ApiResponse> {
        Some(json_response::<T>(ctx))
    }
    fn inferred_responses(
        ctx: &mut GenContext,
        _operation: &mut Operation,
    ) -> Vec<(Option<ApiStatus>, ApiResponse)> {
        let unchanged =
            ApiResponse { description: "The client's copy is current.".to_owned(), ..ApiResponse::default() };
        vec![(Some(ApiStatus::Code(200)), json_response::<T>(ctx)), (Some(ApiStatus::Code(304)), unchanged)]
    }
}

/// What was written, under its new entity tag.
#[derive(Debug)]
pub struct Saved<T>(pub T, pub Tag);

impl<T: Serialize + Word> IntoResponse for Saved<T> {
    fn into_response(self) -> Response {
        Tagged::Fresh(self.0, self.1).into_response()
    }
}

impl<T: JsonSchema> OperationOutput for Saved<T> {
    type Inner = T;
    fn inferred_responses(
        ctx: &mut GenContext,
        operation: &mut Operation,
    ) -> Vec<(Option<ApiStatus>, ApiResponse)> {
        Reply::<T>::inferred_responses(ctx, operation)
    }
}

/// 204.
#[derive(Debug)]
pub struct NoContent;

impl IntoResponse for NoContent {
    fn into_response(self) -> Response {
        StatusCode::NO_CONTENT.into_response()
    }
}

impl OperationOutput for NoContent {
    type Inner = ();
    fn inferred_responses(
        _ctx: &mut GenContext,
        _operation: &mut Operation,
    ) -> Vec<(Option<ApiStatus>, ApiResponse)> {
        vec![(Some(ApiStatus::Code(204)), ApiResponse::default())]
    }
}

impl OperationOutput for Problem {
    type Inner = ProblemDocument;
    fn inferred_responses(
        ctx: &mut GenContext,
        _operation: &mut Operation,
    ) -> Vec<(Option<ApiStatus>, ApiResponse)> {
        // Which errors a route has is said once for all of them, in `document::complete`.
        ctx.schema.subschema_for::<ProblemDocument>();
        Vec::new()
    }
}

/// An answer that is a response already, and says what its body is.
pub trait Sent {
    /// What its body is.
    type Body;
    /// Its status.
    const STATUS: StatusCode;
    /// Wraps the response.
    fn sent(response: Response) -> Self;
}

macro_rules! sent {
    ($(#[$meta:meta])* $name:ident, $status:ident) => {
        $(#[$meta])*
        #[derive(Debug)]
        pub struct $name<T>(Response, std::marker::PhantomData<fn() -> T>);

        impl<T> Sent for $name<T> {
            type Body = T;
            const STATUS: StatusCode = StatusCode::$status;
            fn sent(response: Response) -> Self {
                Self(response, std::marker::PhantomData)
            }
        }

        impl<T> IntoResponse for $name<T> {
            fn into_response(self) -> Response {
                self.0
            }
        }

        impl<T: JsonSchema> OperationOutput for $name<T> {
            type Inner = T;
            fn inferred_responses(
                ctx: &mut GenContext,
                _operation: &mut Operation,
            ) -> Vec<(Option<ApiStatus>, ApiResponse)> {
                vec![(Some(ApiStatus::Code(StatusCode::$status.as_u16())), json_response::<T>(ctx))]
            }
        }
    };
}

sent!(
    /// 201 with what was made; recorded under its idempotency key.
    Created,
    CREATED
);
sent!(
    /// 200 with what was written; recorded under its idempotency key.
    Written,
    OK
);
sent!(
    /// 202: it began, and its events stream elsewhere.
    Accepted,
    ACCEPTED
);
