//! A database of the version before reasons and languages: it opens, and all that was stored in it
//! reads as it did. `before-reasons.db.gz` was written by that version, and `before-reasons.json.gz` is
//! what it answered.

use std::io::Read as _;
use std::sync::Arc;

use flate2::read::GzDecoder;
use serde_json::Value;

use crate::support::app::TestApp;
use crate::support::database::Database;

/// A minute after the last of what stands in it.
const THEN: &str = "2026-12-01T05:56:00Z";

fn fixture(name: &str) -> Vec<u8> {
    let path = format!("{}/tests/fixtures/{name}.gz", env!("CARGO_MANIFEST_DIR"));
    let mut bytes = Vec::new();
    GzDecoder::new(std::fs::File::open(path).unwrap()).read_to_end(&mut bytes).unwrap();
    bytes
}

/// Where `now` does not say what `before` said; members that came since are no difference.
fn differences(path: &str, before: &Value, now: &Value, found: &mut Vec<String>) {
    match (before, now) {
        (Value::Object(before), Value::Object(now)) => {
            for (name, value) in before {
                let of = now.get(name).unwrap_or(&Value::Null);
                differences(&format!("{path}/{name}"), value, of, found);
            }
        }
        (Value::Array(before), Value::Array(now)) if before.len() == now.len() => {
            for (at, (before, now)) in before.iter().zip(now).enumerate() {
                differences(&format!("{path}/{at}"), before, now, found);
            }
        }
        (Value::Number(before), Value::Number(now)) if before.as_f64() == now.as_f64() => {}
        _ if before == now => {}
        _ => found.push(format!("{path}: {before} became {now}")),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_from_before_reasons_reads_as_it_did() {
    let database = Arc::new(Database::sqlite());
    std::fs::write(database.folder.join("spotter.db"), fixture("before-reasons.db")).unwrap();
    let app = TestApp::start_at(database, THEN).await;
    let user = app.known_user("Sam").await;
    let answers: Value = serde_json::from_slice(&fixture("before-reasons.json")).unwrap();
    let mut found = Vec::new();
    for (path, before) in answers.as_object().unwrap() {
        differences(path, before, &user.get(path).await, &mut found);
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_difference_is_found_and_a_new_member_is_none() {
    let mut found = Vec::new();
    let before = serde_json::json!({"a": [1, {"b": "x"}], "c": 2.0});
    differences("", &before, &serde_json::json!({"a": [1, {"b": "x", "new": 1}], "c": 2}), &mut found);
    assert!(found.is_empty(), "{found:?}");
    differences("", &before, &serde_json::json!({"a": [1, {"b": "y"}], "c": 3}), &mut found);
    assert_eq!(found.len(), 2);
}
