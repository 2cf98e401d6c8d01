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
    insta::assert_json_snapshot!("openapi", document().await);
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
            assert!(answers("503") && answers("default"), "{name}");
            for (status, response) in operation["responses"].as_object().unwrap() {
                assert_ne!(response["description"], "", "{name} {status}");
            }
        }
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
