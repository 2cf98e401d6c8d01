//! Data in and out: imports, exports, and both one after the other.

mod before;
mod export;
mod import;
mod pages;
mod round_trip;
mod zones;

use reqwest::{Method, Response, StatusCode};
use serde_json::Value;

use crate::support::app::{TestApp, TestUser, expect, key};

/// Three workouts of Hevy, with a name of every certainty.
pub const HEVY: &str = "\
title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,set_index,set_type,weight_kg,reps,distance_km,duration_seconds,rpe
Push,\"9 Mar 2026, 17:00\",\"9 Mar 2026, 18:00\",,Bench Press (Barbell),,,0,warmup,40,10,,,
Push,\"9 Mar 2026, 17:00\",\"9 Mar 2026, 18:00\",,Bench Press (Barbell),,,1,normal,80,5,,,8
Push,\"9 Mar 2026, 17:00\",\"9 Mar 2026, 18:00\",,Bench Press (Barbell),,,2,normal,80,5,,,8.5
Push,\"9 Mar 2026, 17:00\",\"9 Mar 2026, 18:00\",,Plank,,,0,normal,,,,60,
Pull,\"11 Mar 2026, 17:00\",\"11 Mar 2026, 18:00\",heavy,Triceps Rope Pushdown,,,0,normal,30,12,,,
Pull,\"11 Mar 2026, 17:00\",\"11 Mar 2026, 18:00\",heavy,Sled Shove,,,0,normal,50,10,,,
Pull,\"11 Mar 2026, 17:00\",\"11 Mar 2026, 18:00\",heavy,Sled Shove,,,1,normal,50,,0.1,,
Push,\"13 Mar 2026, 17:00\",\"13 Mar 2026, 18:00\",,Bench Press (Barbell),,,0,normal,82.5,5,,,9
";

/// Sends a file to be imported.
pub async fn send(user: &TestUser, query: &str, key: &str, file: &str) -> Response {
    let request = user.request(Method::POST, &format!("/import{query}")).header("Idempotency-Key", key);
    request.header("Content-Type", "text/csv").body(file.to_owned()).send().await.unwrap()
}

/// Imports a file under a fresh key.
pub async fn import(user: &TestUser, query: &str, file: &str) -> Value {
    expect(send(user, query, &key(), file).await, StatusCode::OK).await
}

/// Every session, newest first.
pub async fn sessions(user: &TestUser) -> Vec<Value> {
    let (mut all, mut path) = (Vec::new(), "/sessions?limit=200".to_owned());
    loop {
        let page = user.get(&path).await;
        all.extend(page["items"].as_array().unwrap().iter().cloned());
        match page["next_cursor"].as_str() {
            Some(cursor) => path = format!("/sessions?limit=200&cursor={cursor}"),
            None => return all,
        }
    }
}

/// A name's row in a report.
pub fn row<'a>(report: &'a Value, name: &str) -> &'a Value {
    let rows = report["exercises"].as_array().unwrap();
    rows.iter().find(|row| row["name"] == name).unwrap_or_else(|| panic!("no {name} in {report}"))
}

/// Fails when the running totals are not what the sets come to.
pub async fn check_totals(app: &TestApp, user: &TestUser) {
    let rebuilt = spotter::service::totals::rebuild(&app.core, &user.id).await.unwrap();
    assert!(rebuilt.rows > 0 && rebuilt.differed == 0, "{rebuilt:?}");
}
