//! What is exported as CSV comes back as it was: elsewhere under ids of its own, at home not at all.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::{HEVY, check_totals, import, sessions};
use crate::support::app::{TestApp, TestUser, expect};

async fn csv(user: &TestUser) -> String {
    user.request(Method::GET, "/export/sets.csv").send().await.unwrap().text().await.unwrap()
}

/// The rows without the ids, in an order that does not rest on them.
fn rows(csv: &str) -> Vec<Vec<String>> {
    let mut file = csv::Reader::from_reader(csv.as_bytes());
    let ids = ["spotter_session_id", "spotter_set_id"];
    let header = file.headers().unwrap().clone();
    let mut rows: Vec<Vec<String>> = file
        .records()
        .map(|row| {
            let row = row.unwrap();
            let said = header.iter().zip(&row).filter(|(name, _)| !ids.contains(name));
            said.map(|(_, cell)| cell.to_owned()).collect()
        })
        .collect();
    rows.sort();
    rows
}

fn ids(csv: &str) -> Vec<String> {
    let mut file = csv::Reader::from_reader(csv.as_bytes());
    let at = file.headers().unwrap().iter().position(|name| name == "spotter_set_id").unwrap();
    file.records().map(|row| row.unwrap()[at].to_owned()).collect()
}

/// Two workouts that begin in one minute, with all that Hevy's columns cannot say.
async fn train(user: &TestUser) {
    for (day, notes) in [("Day1", " felt\r\n\tgood "), ("Day2", "Day2\nagain")] {
        let id = user.start_session(day).await["id"].as_str().unwrap().to_owned();
        let log = async |set: Value| {
            expect(user.post(&format!("/sessions/{id}/sets"), set).await, StatusCode::CREATED).await
        };
        for index in [1, 2, 4] {
            log(json!({"exercise_id": "barbell-back-squat", "set_index": index, "reps": 5, "weight_kg": 100,
                "note": "same words", "pain": index == 4}))
            .await;
        }
        log(json!({"exercise_id": "plank", "set_index": 2, "duration_seconds": 0, "weight_kg": 0})).await;
        log(json!({"exercise_id": "push-up", "set_index": 1, "reps": 0, "weight_kg": 0})).await;
        let end = json!({"status": "completed", "notes": notes});
        expect(user.patch(&format!("/sessions/{id}"), end).await, StatusCode::OK).await;
    }
}

fn nothing_new(report: &Value) {
    assert_eq!((&report["new_workouts"], &report["new_sets"]), (&json!(0), &json!(0)), "{report}");
    assert_eq!(report["refused"], json!([]));
}

#[tokio::test]
async fn an_export_comes_back_as_it_was() {
    let app = TestApp::start().await;
    let (ann, bea, cyd) = (app.user("ann").await, app.user("bea").await, app.user("cyd").await);
    for user in [&ann, &bea, &cyd] {
        user.set_profile(json!({"time_zone": "America/New_York", "bodyweight_kg": 80})).await;
    }
    train(&ann).await;
    import(&ann, "", HEVY).await;
    // Half past one came twice in this night.
    let header = HEVY.lines().next().unwrap();
    let twice = "2025-11-02T05:30:00Z 2025-11-02T06:30:00Z".split(' ');
    let night: Vec<String> =
        twice.into_iter().map(|at| format!("A,{at},,,Squat (Barbell),,,0,normal,60,5,,,\n")).collect();
    let night = night.concat();
    import(&ann, "", &format!("{header}\n{night}")).await;

    let first = csv(&ann).await;
    assert!(first.lines().next().unwrap().starts_with(header), "Hevy's columns come first");
    let report = import(&bea, "", &first).await;
    assert_eq!((&report["refused"], &report["new_workouts"]), (&json!([]), &json!(7)), "{report}");
    let second = csv(&bea).await;
    assert_eq!(rows(&second), rows(&first));
    assert!(ids(&first).iter().all(|id| !second.contains(id)), "another account has ids of its own");
    for (one, other) in sessions(&ann).await.iter().zip(sessions(&bea).await) {
        assert_eq!(one["started_at"], other["started_at"]);
        assert_eq!(one["ended_at"], other["ended_at"]);
    }

    // The other way round, again, and from a third account.
    let before = (sessions(&ann).await, sessions(&bea).await);
    nothing_new(&import(&ann, "", &first).await);
    nothing_new(&import(&ann, "", &second).await);
    nothing_new(&import(&bea, "", &first).await);
    nothing_new(&import(&bea, "", &second).await);
    let again = import(&bea, "", HEVY).await;
    assert_eq!((&again["new_workouts"], &again["new_sets"]), (&json!(0), &json!(0)), "{again}");
    assert_eq!((sessions(&ann).await, sessions(&bea).await), before);
    import(&cyd, "", &second).await;
    assert_eq!(rows(&csv(&cyd).await), rows(&first));
    for user in [&ann, &bea, &cyd] {
        check_totals(&app, user).await;
    }
}

#[tokio::test]
async fn an_export_with_a_row_twice_or_a_cell_gone_wrong_is_taken_for_what_it_is() {
    let app = TestApp::start().await;
    let (ann, bea) = (app.user("ann").await, app.user("bea").await);
    train(&ann).await;
    let whole = csv(&ann).await;
    let body = whole.split_once('\n').unwrap().1;
    let twice = import(&bea, "", &format!("{whole}{body}")).await;
    assert_eq!((&twice["new_sets"], &twice["known_sets"]), (&json!(10), &json!(10)), "{twice}");
    let cyd = app.user("cyd").await;
    let wrong = import(&cyd, "", &whole.replacen(",true,", ",perhaps,", 1)).await;
    assert_eq!((&wrong["new_sets"], &wrong["refused"][0]["column"]), (&json!(9), &json!("spotter_pain")));
}
