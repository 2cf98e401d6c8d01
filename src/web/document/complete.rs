//! What types alone cannot say, said once for every operation: path parameters, who may call, which
//! errors can come and which headers an answer carries.

use http::StatusCode;
use serde_json::{Map, Value, json};

use crate::web::route::{Mark, Route};

/// Examples by the names of their schemas.
const EXAMPLES: &str = include_str!("examples.json");
/// An operation that the table does not have.
const UNKNOWN: Route = Route { method: "", path: "", id: "", marks: &[] };

/// The document, complete.
pub fn complete(mut document: Value, table: &[&[Route]]) -> Value {
    let schemas = document.pointer("/components/schemas").cloned().unwrap_or_default();
    if let Some(paths) = document.get_mut("paths").and_then(Value::as_object_mut) {
        for (path, item) in paths {
            let names = parameters_of(path);
            for operation in item.as_object_mut().into_iter().flat_map(Map::values_mut) {
                complete_operation(operation, &names, table);
                allow_no_body(operation, &schemas);
            }
        }
    }
    add_examples(&mut document);
    set(&mut document, "security", json!([{"bearer": []}, {"cookie": []}]));
    if let Some(components) = document.get_mut("components") {
        set(components, "securitySchemes", security_schemes());
    }
    document
}

/// An example for each type that has one. They are answers as a server gave them, and bodies that
/// it took.
fn add_examples(document: &mut Value) {
    let examples: Map<String, Value> = serde_json::from_str(EXAMPLES).unwrap_or_default();
    for (name, example) in examples {
        if let Some(schema) = document.pointer_mut(&format!("/components/schemas/{name}")) {
            set(schema, "examples", json!([example]));
        }
    }
}

fn security_schemes() -> Value {
    json!({
        "bearer": {
            "type": "http", "scheme": "bearer",
            "description": "A token from `spotter token create` or POST /api/v1/tokens.",
        },
        "cookie": {
            "type": "apiKey", "in": "cookie", "name": "spotter_login",
            "description": "What POST /api/v1/login sets; `__Host-spotter_login` over https.",
        },
    })
}

/// `/sets/{set_id}` has `set_id`.
fn parameters_of(path: &str) -> Vec<&str> {
    path.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect()
}

fn complete_operation(operation: &mut Value, path_parameters: &[&str], table: &[&[Route]]) {
    let id = operation.get("operationId").and_then(Value::as_str).unwrap_or_default();
    let route = table.iter().copied().flatten().find(|route| route.id == id).copied().unwrap_or(UNKNOWN);
    if route.is(Mark::Open) {
        set(operation, "security", json!([]));
    }
    let mut parameters: Vec<Value> = path_parameters.iter().map(|name| path_parameter(name)).collect();
    parameters.extend(operation.get("parameters").and_then(Value::as_array).cloned().unwrap_or_default());
    require_if_match(&mut parameters, &route);
    let tagged = has_status(operation, 304);
    if tagged {
        parameters.push(if_none_match());
    }
    let errors = errors_of(operation, &route, &parameters);
    let tagged = tagged || route.is(Mark::NeedsIfMatch);
    let keyed = parameters.iter().any(|parameter| is(parameter, "header", "Idempotency-Key"));
    set(operation, "parameters", Value::Array(parameters));
    let Some(responses) = operation.get_mut("responses").and_then(Value::as_object_mut) else { return };
    for (status, response) in responses.iter_mut() {
        describe_success(status, response, keyed, tagged);
    }
    for status in errors {
        responses.insert(status.to_string(), problem(status));
    }
    responses.insert("default".to_owned(), problem(500));
}

/// A body in which nothing is required may be left out: nothing sent is nothing asked for.
fn allow_no_body(operation: &mut Value, schemas: &Value) {
    let Some(body) = operation.get_mut("requestBody") else { return };
    let schema = body.pointer("/content/application~1json/schema").cloned().unwrap_or_default();
    let named = schema.get("$ref").and_then(Value::as_str).and_then(|target| target.rsplit('/').next());
    let schema = named.and_then(|name| schemas.get(name)).unwrap_or(&schema);
    let required = schema.get("required").and_then(Value::as_array).is_some_and(|fields| !fields.is_empty());
    set(body, "required", required.into());
}

fn path_parameter(name: &str) -> Value {
    let schema = json!({"type": "string", "minLength": 1, "maxLength": 200});
    json!({"in": "path", "name": name, "required": true, "description": "Its id.", "schema": schema})
}

fn if_none_match() -> Value {
    json!({
        "in": "header", "name": "If-None-Match", "schema": {"type": "string"},
        "description": "The version you have, as ETag gave it; 304 if it is current.",
    })
}

fn require_if_match(parameters: &mut [Value], route: &Route) {
    if route.is(Mark::NeedsIfMatch) {
        for parameter in parameters.iter_mut().filter(|parameter| is(parameter, "header", "If-Match")) {
            set(parameter, "required", json!(true));
        }
    }
}

/// The statuses besides success that an operation can answer, in order.
fn errors_of(operation: &Value, route: &Route, parameters: &[Value]) -> Vec<u16> {
    let has = |place: &str| parameters.iter().any(|parameter| parameter["in"] == place);
    let mut errors = vec![405, 503];
    if route.is(Mark::Open) {
        errors.extend(if route.id == "logIn" { &[429][..] } else { &[] });
    } else {
        errors.extend([401, 403, 429]);
    }
    if operation.get("requestBody").is_some() {
        errors.extend([400, 413, 415, 422]);
    }
    if has("query") {
        errors.push(422);
    }
    if has("path") {
        errors.push(404);
    }
    if parameters.iter().any(|parameter| is(parameter, "header", "Idempotency-Key")) {
        errors.extend([400, 409]);
    }
    if parameters.iter().any(|parameter| is(parameter, "header", "If-Match")) {
        errors.push(412);
    }
    if route.is(Mark::NeedsIfMatch) {
        errors.push(428);
    }
    errors.extend(route.errors());
    errors.sort_unstable();
    errors.dedup();
    errors
}

fn describe_success(status: &str, response: &mut Value, keyed: bool, tagged: bool) {
    let code = status.parse::<u16>().ok().and_then(|code| StatusCode::from_u16(code).ok());
    if response.get("description").is_none_or(|text| text == "") {
        let reason = code.and_then(|code| code.canonical_reason()).unwrap_or("Done");
        set(response, "description", reason.into());
    }
    let mut headers = response.get("headers").and_then(Value::as_object).cloned().unwrap_or_default();
    if keyed {
        headers.insert(
            "Idempotency-Replayed".to_owned(),
            header("`true` when this is the recorded answer of an earlier try."),
        );
    }
    if tagged {
        headers.insert("ETag".to_owned(), header("The version of this answer."));
    }
    if matches!(status, "201" | "202") {
        headers.insert("Location".to_owned(), header("Where it is now."));
    }
    if !headers.is_empty() {
        set(response, "headers", Value::Object(headers));
    }
}

/// A response that is a problem document.
fn problem(status: u16) -> Value {
    let mut headers = Map::new();
    if matches!(status, 429 | 503) {
        headers.insert("Retry-After".to_owned(), header("Seconds until it may work."));
    }
    if status == 405 {
        headers.insert("Allow".to_owned(), header("The methods that the path takes."));
    }
    if status == 401 {
        headers.insert("WWW-Authenticate".to_owned(), header("`Bearer`."));
    }
    if matches!(status, 412 | 428) {
        headers.insert("ETag".to_owned(), header("The current version."));
    }
    json!({
        "description": meaning(status), "headers": headers,
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
    })
}

const fn meaning(status: u16) -> &'static str {
    match status {
        400 => "The JSON is broken, or a header that is needed is missing.",
        401 => "No login, or it has ended.",
        403 => "The token lacks the scope.",
        404 => "There is nothing here, or it is another person's.",
        405 => "The path takes other methods; Allow names them.",
        409 => "It is in conflict with what is there.",
        410 => "It has expired.",
        412 => "The state has moved since; the current version is in the answer.",
        413 => "The body is too large.",
        415 => "The body is not JSON.",
        422 => "A value is wrong; each bad field is named.",
        423 => "Coaching is stopped for safety.",
        428 => "If-Match is needed; the current version is in the answer.",
        429 => "Too many; Retry-After says when.",
        503 => {
            "Busy or restarting. Nothing was changed, unless it says that this is not known: then ask again with the same key."
        }
        _ => "Any other problem.",
    }
}

fn header(description: &str) -> Value {
    json!({"description": description, "schema": {"type": "string"}})
}

fn is(parameter: &Value, place: &str, name: &str) -> bool {
    parameter["in"] == place && parameter["name"] == name
}

fn has_status(operation: &Value, status: u16) -> bool {
    operation.get("responses").is_some_and(|responses| responses.get(status.to_string()).is_some())
}

fn set(object: &mut Value, name: &str, value: Value) {
    if let Some(object) = object.as_object_mut() {
        object.insert(name.to_owned(), value);
    }
}
