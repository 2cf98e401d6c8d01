//! House extractors: their rejections are our problems. They replace axum's Json, Path and Query,
//! which clippy.toml bans.

use std::marker::PhantomData;

use aide::OperationInput;
use aide::generate::GenContext;
use aide::openapi::{MediaType, Operation, ReferenceOr, RequestBody, SchemaObject};
use aide::operation::{ParamLocation, add_parameters, parameters_from_schema};
use axum::extract::{FromRequest, FromRequestParts, RawPathParams, Request};
use bytes::Bytes;
use http::request::Parts;
use http::{StatusCode, header};
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::Problem;
use crate::domain::plan::PlanDoc;
use crate::reason;
use crate::service::conform::faults;
use crate::service::json_input::{self, as_written, drop_fields, number_out_of_range};
use crate::service::precondition::IfMatch;
use crate::service::{FieldError, schema};

/// A JSON body: its syntax is checked when it is extracted (400), its values when they are asked for
/// (422), so that If-Match and idempotency can be looked at in between.
#[derive(Debug)]
pub struct Body<T> {
    /// As sent; what an idempotency key is bound to.
    pub bytes: Bytes,
    value: Result<Value, FieldError>,
    shape: PhantomData<fn() -> T>,
}

impl<T: DeserializeOwned + JsonSchema> Body<T> {
    /// The values, or 422 with a pointer.
    pub fn parse(&self) -> Result<T, Problem> {
        self.read(&[])
    }

    /// The values without the top-level fields that answers carry and requests need not.
    pub fn parse_without(&self, fields: &[&str]) -> Result<T, Problem> {
        self.read(fields)
    }

    fn read(&self, without: &[&str]) -> Result<T, Problem> {
        let mut value = self.object()?;
        drop_fields(&mut value, without);
        json_input::read(&value).map_err(Problem::invalid)
    }
}

impl<T> Body<T> {
    /// Every body is an object. A list would pass as one whose fields stand in order.
    fn object(&self) -> Result<Value, Problem> {
        let value = self.value.clone().map_err(|error| Problem::invalid(vec![error]))?;
        if value.is_object() {
            return Ok(value);
        }
        Err(Problem::invalid(vec![FieldError::new("", "invalid", reason!("input_not_an_object"))]))
    }
}

impl<S: Send + Sync, T> FromRequest<S> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        if is_coded(&request) {
            return Err(coded());
        }
        let unsaid = !request.headers().contains_key(header::CONTENT_TYPE);
        if !unsaid && !is_json(&request) {
            return Err(not_json());
        }
        let bytes = Bytes::from_request(request, state).await.map_err(|rejection| {
            if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE { too_large() } else { unreadable() }
        })?;
        if unsaid && bytes.is_empty() {
            // Nothing sent is nothing asked for; what is required is then named as missing.
            return Ok(Self { bytes, value: Ok(Value::Object(Map::new())), shape: PhantomData });
        }
        if unsaid {
            return Err(not_json());
        }
        let value = read_json(&bytes)?;
        Ok(Self { bytes, value, shape: PhantomData })
    }
}

/// The value, or the one number in it that cannot be held; broken JSON is 400.
fn read_json(bytes: &[u8]) -> Result<Result<Value, FieldError>, Problem> {
    serde_json::from_slice(bytes).map(Ok).or_else(|error| {
        number_out_of_range(bytes).map(Err).ok_or_else(|| {
            let reason = reason!("problem_broken_json", line = error.line(), column = error.column());
            Problem::new(StatusCode::BAD_REQUEST, "broken-json", reason)
        })
    })
}

/// JSON is UTF-8, whatever else is said of it.
fn is_json(request: &Request) -> bool {
    let said = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let said = said.unwrap_or_default().to_ascii_lowercase();
    let mut parts = said.split(';').map(str::trim);
    let essence = parts.next().unwrap_or_default();
    let json =
        essence == "application/json" || (essence.starts_with("application/") && essence.ends_with("+json"));
    let mut charsets = parts.filter_map(|part| part.strip_prefix("charset="));
    json && charsets.all(|charset| matches!(charset.trim_matches('"'), "utf-8" | "utf8" | "us-ascii"))
}

fn not_json() -> Problem {
    Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "not-json", reason!("problem_not_json"))
}

/// Whether the body is compressed, or coded in another way.
pub fn is_coded(request: &Request) -> bool {
    let said = request.headers().get_all(header::CONTENT_ENCODING).into_iter();
    let mut said = said.flat_map(|value| value.as_bytes().split(|byte| *byte == b','));
    said.any(|coding| !matches!(coding.trim_ascii(), b"" | b"identity"))
}

/// 415 for a body that is coded.
#[must_use]
pub fn coded() -> Problem {
    Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "coded-body", reason!("problem_coded_body"))
}

/// 413.
#[must_use]
pub fn too_large() -> Problem {
    Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "body-too-large", reason!("problem_body_too_large"))
}

/// 400 for a body that breaks off.
#[must_use]
pub fn unreadable() -> Problem {
    Problem::new(StatusCode::BAD_REQUEST, "unreadable-body", reason!("problem_unreadable_body"))
}

impl<T: JsonSchema> OperationInput for Body<T> {
    fn operation_input(ctx: &mut GenContext, operation: &mut Operation) {
        let json_schema = ctx.schema.subschema_for::<T>();
        let media = MediaType {
            schema: Some(SchemaObject { json_schema, external_docs: None, example: None }),
            ..MediaType::default()
        };
        operation.request_body = Some(ReferenceOr::Item(RequestBody {
            content: [("application/json".to_owned(), media)].into_iter().collect(),
            required: true,
            ..RequestBody::default()
        }));
    }
}

/// The path parameters, in order; an unknown or malformed id is simply not found later.
#[derive(Debug)]
pub struct Ids<const N: usize>(pub [String; N]);

impl<S: Send + Sync, const N: usize> FromRequestParts<S> for Ids<N> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let params =
            RawPathParams::from_request_parts(parts, state).await.map_err(|_| Problem::not_found())?;
        let ids: Vec<String> = params.iter().map(|(_, value)| value.to_owned()).collect();
        if ids.iter().any(|id| id.is_empty() || id.len() > 200 || id.contains('\0')) {
            return Err(Problem::not_found());
        }
        let ids: Vec<String> = ids.into_iter().map(plain_id).collect();
        ids.try_into().map(Self).map_err(|_| Problem::not_found())
    }
}

/// A UUID means the same in capitals.
fn plain_id(id: String) -> String {
    match uuid::Uuid::try_parse(&id) {
        Ok(uuid) if id.len() == 36 => uuid.to_string(),
        _ => id,
    }
}

impl<const N: usize> OperationInput for Ids<N> {}

/// Query parameters; unknown names are refused so that a typo is seen.
#[derive(Debug)]
pub struct Params<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned + JsonSchema> FromRequestParts<S> for Params<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Problem> {
        let query = parts.uri.query().unwrap_or_default();
        serde_urlencoded::from_str(query).map(Self).map_err(|_| Problem::invalid(query_faults::<T>(query)))
    }
}

/// All that is wrong with a query that could not be read.
fn query_faults<T: JsonSchema>(query: &str) -> Vec<FieldError> {
    let schema = schema::strict::<T>();
    let (mut asked, mut errors) = (Map::new(), Vec::new());
    for (name, value) in url::form_urlencoded::parse(query.as_bytes()) {
        let property = schema.get("properties").and_then(|all| all.get(&*name));
        let value = query_value(property, &value);
        if asked.insert(name.to_string(), value).is_some() {
            errors.push(FieldError::new(format!("?{name}"), "duplicate", reason!("input_once")));
        }
    }
    errors.extend(faults(&schema, &Value::Object(asked)).into_iter().map(|error| {
        let name = error.pointer.trim_start_matches('/').replace("~1", "/").replace("~0", "~");
        FieldError { pointer: format!("?{name}"), ..error }
    }));
    if errors.is_empty() {
        errors.push(FieldError::new("?", "invalid", reason!("input_query")));
    }
    errors
}

/// What a query says is text; where a number or a truth value belongs it is read as one.
fn query_value(property: Option<&Value>, text: &str) -> Value {
    let kinds = property.and_then(|property| property.get("type")).map(Value::to_string).unwrap_or_default();
    let read = ["integer", "number", "boolean"].iter().any(|kind| kinds.contains(kind));
    let value: Option<Value> = read.then(|| serde_json::from_str(text).ok()).flatten();
    value.filter(|value| value.is_number() || value.is_boolean()).unwrap_or_else(|| text.into())
}

impl<T: JsonSchema> OperationInput for Params<T> {
    fn operation_input(ctx: &mut GenContext, operation: &mut Operation) {
        let schema = ctx.schema.subschema_for::<T>();
        let params = parameters_from_schema(ctx, schema, ParamLocation::Query);
        add_parameters(ctx, operation, params);
    }
}

impl<S: Send + Sync> FromRequestParts<S> for IfMatch {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Problem> {
        Ok(super::etag::if_match(&parts.headers))
    }
}

/// How the document describes it.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is used")]
struct IfMatchHeader {
    /// The version the change is based on, as ETag gave it; a list and `*` are understood.
    #[schemars(rename = "If-Match")]
    if_match: Option<String>,
}

impl OperationInput for IfMatch {
    fn operation_input(ctx: &mut GenContext, operation: &mut Operation) {
        add_headers::<IfMatchHeader>(ctx, operation);
    }
}

/// Describes request headers by the fields of a struct.
pub fn add_headers<T: JsonSchema>(ctx: &mut GenContext, operation: &mut Operation) {
    let schema = ctx.schema.subschema_for::<T>();
    let headers = parameters_from_schema(ctx, schema, ParamLocation::Header);
    add_parameters(ctx, operation, headers);
}

/// A plan as it is written. Fields that only answers carry (names, dates, meta …) are let pass, so
/// that a plan can be read, changed and sent back.
#[derive(Debug)]
pub struct PlanBody(Body<PlanDoc>);

impl PlanBody {
    /// The plan, or 422 with a pointer.
    pub fn parse(&self) -> Result<PlanDoc, Problem> {
        let mut value = self.0.object()?;
        as_written(&mut value);
        json_input::read(&value).map_err(Problem::invalid)
    }
}

impl<S: Send + Sync> FromRequest<S> for PlanBody {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        Body::from_request(request, state).await.map(Self)
    }
}

impl OperationInput for PlanBody {
    fn operation_input(ctx: &mut GenContext, operation: &mut Operation) {
        Body::<PlanDoc>::operation_input(ctx, operation);
    }
}
