//! The OpenAPI document and its two readers.

use base64::Engine as _;
use reqwest::Method;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::support::app::{TestApp, expect};

async fn document() -> Value {
    let app = TestApp::start().await;
    let answer = app.anonymous(Method::GET, "/openapi.json").send().await.unwrap();
    assert_eq!(answer.headers()["content-type"], "application/json");
    expect(answer, reqwest::StatusCode::OK).await
}

#[tokio::test]
async fn the_document_changes_only_on_purpose() {
    let committed: Value = serde_json::from_str(include_str!("../../../openapi.json")).unwrap();
    assert!(document().await == committed, "run spotter contracts, and look at what changes in openapi.json");
}

#[tokio::test]
async fn every_route_of_the_contract_is_described() {
    let document = document().await;
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"), "{}", document["openapi"]);
    let mut ids = Vec::new();
    for (path, methods) in [
        ("/profile", "get put"),
        ("/exercises", "get post"),
        ("/exercises/{id}", "get"),
        ("/exercises/{id}/alternatives", "get"),
        ("/weekly-plan", "get put"),
        ("/weekly-plan/draft", "post"),
        ("/weekly-plan/check", "post"),
        ("/weekly-plan/versions", "get"),
        ("/weekly-plan/restore", "post"),
        ("/weekly-plan/simulate", "post"),
        ("/bodyweight", "get post"),
        ("/sessions", "get post"),
        ("/sessions/active", "get"),
        ("/sessions/{id}", "get patch"),
        ("/sessions/{id}/swap", "post"),
        ("/sessions/{id}/next-set", "get"),
        ("/sessions/{id}/sets", "post"),
        ("/sessions/{id}/sets/{set_id}", "patch delete"),
        ("/progress/summary", "get"),
        ("/progress/exercises/{id}", "get"),
        ("/tokens", "get post"),
        ("/tokens/{id}", "delete"),
        ("/logins", "get"),
        ("/logins/{id}", "delete"),
        ("/login", "post"),
        ("/logout", "post"),
        ("/password", "post"),
        ("/account", "delete"),
    ] {
        for method in methods.split(' ') {
            let operation = &document["paths"][format!("/api/v1{path}")][method];
            assert!(operation["summary"].is_string(), "{method} {path} is not described");
            assert!(operation["responses"].as_object().is_some_and(|all| !all.is_empty()), "{method} {path}");
            ids.push(operation["operationId"].as_str().unwrap().to_owned());
        }
    }
    for path in ["/livez", "/readyz"] {
        assert!(document["paths"][path]["get"].is_object(), "{path}");
    }
    let many = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), many, "operation ids are unique");
}

#[tokio::test]
async fn every_operation_says_its_parameters_and_errors() {
    let document = document().await;
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let name = format!("{method} {path}");
            let parameters = operation["parameters"].as_array().unwrap();
            let has = |place: &str, name: &str| {
                parameters.iter().any(|parameter| parameter["in"] == place && parameter["name"] == name)
            };
            let answers = |status: &str| {
                operation["responses"][status]["content"]["application/problem+json"].is_object()
            };
            for id in path.split('{').skip(1) {
                assert!(has("path", id.split('}').next().unwrap()), "{name}");
                assert!(answers("404"), "{name}");
            }
            if operation.get("security").is_none() {
                assert!(answers("401") && answers("403") && answers("429"), "{name}");
            }
            if operation.get("requestBody").is_some() {
                assert!(["400", "413", "415", "422"].into_iter().all(answers), "{name}");
            }
            if has("header", "Idempotency-Key") {
                assert!(answers("400") && answers("409"), "{name}");
            }
            if has("header", "If-None-Match") {
                assert!(operation["responses"]["200"]["headers"]["ETag"].is_object(), "{name}");
            }
            assert!(answers("405") && answers("503") && answers("default"), "{name}");
            assert!(operation["responses"]["405"]["headers"]["Allow"].is_object(), "{name}");
            assert_eq!(operation["responses"]["304"].is_object(), has("header", "If-None-Match"), "{name}");
            assert!(operation["responses"]["304"].is_null() || method == "get", "{name} answers no 304");
            for (status, response) in operation["responses"].as_object().unwrap() {
                assert_ne!(response["description"], "", "{name} {status}");
            }
        }
    }
    let active = &document["paths"]["/api/v1/sessions/active"]["get"];
    assert!(active["responses"]["404"].is_object(), "there may be no active session");
    for path in ["/profile", "/weekly-plan"] {
        let put = &document["paths"][format!("/api/v1{path}")]["put"];
        assert!(put["responses"]["200"]["headers"]["ETag"].is_object(), "{path} answers its new tag");
    }
    let required = |method: &str, path: &str| {
        let parameters = &document["paths"][format!("/api/v1{path}")][method]["parameters"];
        let needed = parameters.as_array().unwrap().iter().filter(|parameter| parameter["required"] == true);
        needed.map(|parameter| parameter["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(required("put", "/weekly-plan"), ["If-Match"]);
    assert_eq!(required("post", "/sessions/{id}/sets"), ["id", "Idempotency-Key"]);
}

#[tokio::test]
async fn every_reference_leads_somewhere() {
    let document = document().await;
    let mut open = vec![&document];
    while let Some(value) = open.pop() {
        match value {
            Value::Object(object) => {
                if let Some(target) = object.get("$ref").and_then(Value::as_str) {
                    let pointer = target.strip_prefix('#').unwrap_or_else(|| panic!("{target} is elsewhere"));
                    assert!(document.pointer(pointer).is_some(), "{target}");
                }
                open.extend(object.values());
            }
            Value::Array(items) => open.extend(items),
            _ => {}
        }
    }
}

/// A schema with what it refers to put in its place.
fn inlined(document: &Value, schema: &Value) -> Value {
    if let Some(target) = schema.get("$ref").and_then(Value::as_str) {
        return inlined(document, document.pointer(target.trim_start_matches('#')).unwrap());
    }
    match schema {
        Value::Object(object) => {
            if let Some([only]) = object.get("allOf").and_then(Value::as_array).map(Vec::as_slice) {
                return inlined(document, only);
            }
            object.iter().map(|(name, inner)| (name.clone(), inlined(document, inner))).collect()
        }
        Value::Array(items) => items.iter().map(|inner| inlined(document, inner)).collect(),
        _ => schema.clone(),
    }
}

/// The name of the schema that a body or an answer has.
fn name_of(content: &Value) -> Option<&str> {
    content["application/json"]["schema"]["$ref"].as_str()?.rsplit('/').next()
}

#[tokio::test]
async fn bodies_and_answers_have_examples_that_are_what_their_schemas_say() {
    let document = document().await;
    let schemas = document["components"]["schemas"].as_object().unwrap();
    let mut checked = 0;
    for (name, schema) in schemas {
        for example in schema["examples"].as_array().into_iter().flatten() {
            let mut strict = inlined(&document, &with_no_examples(schema));
            spotter::service::schema::tighten(&mut strict);
            let faults = spotter::service::conform::faults(&strict, example);
            assert_eq!(faults, [], "{name}: {example}");
            checked += 1;
        }
    }
    assert!(checked >= 46, "{checked}");
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let answers = operation["responses"].as_object().unwrap().iter();
            let answers = answers.filter(|(status, _)| status.starts_with('2')).map(|(_, answer)| answer);
            for described in answers.chain([&operation["requestBody"]]) {
                let Some(name) = name_of(&described["content"]) else { continue };
                let a_list = name.starts_with("PageOf") || name.starts_with("ItemsOf");
                let has = schemas[name]["examples"].is_array();
                assert!(has || a_list || name == "ImportReport", "{method} {path}: {name} has no example");
            }
        }
    }
}

fn with_no_examples(schema: &Value) -> Value {
    let mut schema = schema.clone();
    schema.as_object_mut().unwrap().remove("examples");
    schema
}

#[tokio::test]
async fn the_example_of_a_body_is_taken() {
    let document = document().await;
    let example = |name: &str| document["components"]["schemas"][name]["examples"][0].clone();
    let (_app, ann, id) = super::common::in_session().await;
    let send = async |method: &str, path: &str, name: &str| {
        let request = ann.request(method.parse().unwrap(), path).header("If-Match", "*");
        let request = request.header("Idempotency-Key", crate::support::app::key());
        let answer = request.json(&example(name)).send().await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    };
    let session = format!("/sessions/{id}");
    for (method, path, name) in [
        ("PUT", "/weekly-plan", "PlanDoc"),
        ("POST", "/weekly-plan/check", "PlanDoc"),
        ("POST", "/weekly-plan/restore", "Restore"),
        ("POST", "/weekly-plan/draft", "ProfileOverrides"),
        ("POST", "/weekly-plan/simulate", "Simulate"),
        ("POST", "/exercises", "NewExercise"),
        ("POST", "/bodyweight", "Bodyweight"),
        ("POST", &format!("{session}/sets"), "SetInput"),
        ("PATCH", &session, "PatchSession"),
        ("POST", "/sessions", "StartSession"),
        ("PUT", "/profile", "Profile"),
        ("POST", "/tokens", "NewToken"),
        ("POST", "/conversations", "NewConversation"),
        ("POST", "/safety/resolve", "Resolve"),
    ] {
        let (status, text) = send(method, path, name).await;
        assert!((200..300).contains(&status), "{method} {path}: {status} {text}");
    }
    let set = ann.get(&session).await["sets"][0]["id"].as_str().unwrap().to_owned();
    let conversation = ann.get("/conversations").await["items"][0]["id"].as_str().unwrap().to_owned();
    for (method, path, name) in [
        ("PATCH", format!("{session}/sets/{set}"), "SetPatch"),
        ("POST", format!("{session}/swap"), "Swap"),
        ("POST", format!("{session}/copilot"), "Ask"),
        ("POST", format!("/conversations/{conversation}/messages"), "Message"),
        ("POST", "/login".to_owned(), "Credentials"),
        ("POST", "/password".to_owned(), "NewPassword"),
        ("DELETE", "/account".to_owned(), "Farewell"),
    ] {
        let (status, text) = send(method, &path, name).await;
        // What it names may not be there; what it says is understood.
        assert!(![400, 405, 415, 422].contains(&status), "{method} {path}: {status} {text}");
    }
}

/// The text of every inline script, and the tag that opens it.
fn scripts(html: &str) -> Vec<(&str, &str)> {
    let (mut found, mut rest) = (Vec::new(), html);
    while let Some((_, after)) = rest.split_once("<script") {
        let (tag, body) = after.split_once('>').unwrap();
        let (script, next) = body.split_once("</script").unwrap();
        found.push((tag, script));
        rest = next;
    }
    found
}

#[tokio::test]
async fn the_readers_run_their_own_scripts_and_load_nothing_from_elsewhere() {
    let app = TestApp::start().await;
    for path in ["/docs", "/redoc"] {
        let answer = app.anonymous(Method::GET, path).send().await.unwrap();
        assert_eq!(answer.status(), 200);
        let policy = answer.headers()["content-security-policy"].to_str().unwrap().to_owned();
        let html = answer.text().await.unwrap();
        let directive = |name: &str| {
            let found = policy.split(';').map(str::trim).find(|part| part.starts_with(name));
            found.unwrap_or_else(|| panic!("{path}: no {name} in {policy}")).to_owned()
        };
        assert_eq!(directive("default-src"), "default-src 'none'");
        let allowed = directive("script-src");
        assert!(!allowed.contains("unsafe") && !allowed.contains("http"), "{allowed}");
        let all = scripts(&html);
        assert!(!all.is_empty(), "{path}");
        for (tag, script) in &all {
            assert!(!tag.contains("src="), "{path}: {tag}");
            let digest = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(script.as_bytes()));
            assert!(allowed.contains(&format!("'sha256-{digest}'")), "{path}: a script has no hash");
        }
        assert_eq!(allowed.matches("sha256-").count(), all.len(), "{path}: no hash too many");
        let mut markup = html.clone();
        for (_, script) in all {
            markup = markup.replace(script, "");
        }
        for loader in ["src=\"http", "href=\"http", "src='http", "url(http", "url(\"http", "@import", "//cdn"]
        {
            assert!(!markup.contains(loader), "{path} has {loader}");
        }
        assert!(!policy.contains("http"), "{path}: {policy}");
    }
}
