//! POST /import: what a dry run says, what a real one writes, and that a second doubles nothing.

use std::fmt::Write as _;

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::{HEVY, check_totals, import, row, send, sessions};
use crate::api::common::{pointers, problem};
use crate::support::app::{TestApp, expect, key};

#[tokio::test]
async fn a_dry_run_says_what_maps_to_what_and_writes_nothing() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    let request = ann.request(Method::POST, "/import?dry_run=true").header("Content-Type", "text/csv");
    let report = expect(request.body(HEVY).send().await.unwrap(), StatusCode::OK).await;
    assert_eq!(report["dry_run"], true);
    assert_eq!((&report["format"], &report["rows"]), (&json!("hevy"), &json!(8)));
    assert_eq!((&report["new_workouts"], &report["new_sets"]), (&json!(3), &json!(7)), "{report}");
    let bench = row(&report, "Bench Press (Barbell)");
    assert_eq!(
        (&bench["exercise_id"], &bench["certainty"], &bench["sets"]),
        (&json!("barbell-bench-press"), &json!("exact"), &json!(4))
    );
    let rope = row(&report, "Triceps Rope Pushdown");
    assert_eq!(
        (&rope["exercise_id"], &rope["certainty"]),
        (&json!("cable-triceps-pushdown"), &json!("likely"))
    );
    let sled = row(&report, "Sled Shove");
    assert_eq!(
        (&sled["certainty"], &sled["created"], &sled["exercise_id"]),
        (&json!("none"), &json!(true), &Value::Null)
    );
    assert_eq!(report["refused"][0]["line"], 8, "{report}");
    assert!(report["refused"][0]["message"].as_str().unwrap().contains("distance"));
    assert_eq!(report["refused"][0]["reason"]["code"], "import_distance_alone");
    assert!(sessions(&ann).await.is_empty());
    assert!(!ann.get("/exercises?q=sled").await.to_string().contains("Sled Shove"));
    assert_eq!(ann.get("/progress/summary").await["lifts"], json!([]));
}

#[tokio::test]
async fn a_real_run_writes_sessions_totals_and_records_and_begins_the_loads() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    let tag = ann.tag("/weekly-plan").await;
    let report = import(&ann, "", HEVY).await;
    assert_eq!(
        (&report["dry_run"], &report["new_workouts"], &report["new_sets"]),
        (&json!(false), &json!(3), &json!(7))
    );
    let all = sessions(&ann).await;
    assert_eq!(all.len(), 3);
    let (newest, oldest) = (&all[0], &all[2]);
    assert_eq!(newest["status"], "completed");
    assert_eq!(
        (&oldest["started_at"], &oldest["ended_at"]),
        (&json!("2026-03-09T17:00:00Z"), &json!("2026-03-09T18:00:00Z"))
    );
    assert_eq!(oldest["notes"], "Push");
    assert_eq!(all[1]["notes"], "Pull\nheavy");
    assert_eq!(oldest["summary"]["volume_kg"], 800.0);
    assert_eq!(oldest["summary"]["decisions"], json!([]), "an import decides nothing");
    let record = &newest["summary"]["records"][0];
    assert_eq!(
        (&record["kind"], &record["value"], &record["previous"]),
        (&json!("weight"), &json!(82.5), &json!(80.0))
    );
    let kinds: Vec<_> = oldest["sets"]
        .as_array()
        .unwrap()
        .iter()
        .map(|set| (set["kind"].clone(), set["set_index"].clone()))
        .collect();
    assert_eq!(kinds[0], (json!("warmup"), json!(1)));
    assert_eq!(kinds[1], (json!("working"), json!(1)));
    assert_eq!(oldest["sets"][3]["duration_seconds"], 60);
    let own = ann.get("/exercises?q=sled").await;
    assert_eq!((&own["items"][0]["name"], &own["items"][0]["own"]), (&json!("Sled Shove"), &json!(true)));
    let bench = ann.get("/progress/exercises/barbell-bench-press").await;
    assert!(bench.to_string().contains("2026-03-13"), "{bench}");
    check_totals(&app, &ann).await;
    assert_ne!(ann.tag("/weekly-plan").await, tag, "loads and history have moved");
    let next = ann.get("/progress/summary").await["lifts"].to_string();
    assert!(next.contains("barbell-bench-press"), "{next}");
}

#[tokio::test]
async fn the_first_plan_after_an_import_begins_at_what_was_lifted() {
    let app = TestApp::start().await;
    let (ann, bea) = (app.user("ann").await, app.user("bea").await);
    import(&ann, "", HEVY).await;
    let mut found = Vec::new();
    for user in [&ann, &bea] {
        user.set_profile(
            json!({"equipment": ["barbell", "bench", "dumbbell", "bodyweight"], "goal": "strength"}),
        )
        .await;
        let plan = user.get("/weekly-plan").await;
        let days = plan["days"].as_array().unwrap();
        let mut all = days.iter().flat_map(|day| day["exercises"].as_array().unwrap());
        let bench = all
            .find(|exercise| exercise["exercise_id"] == "barbell-bench-press")
            .expect("the plan has the bench press");
        found.push(bench["sets"][0]["weight_kg"].as_f64().unwrap());
    }
    assert!(found[0] > 55.0 && found[0] < 85.0, "within reach of 82.5 x 5: {found:?}");
    assert!(found[1] <= 20.0, "without a history it is the least load: {found:?}");
}

#[tokio::test]
async fn a_second_import_doubles_nothing_and_a_longer_file_adds_only_what_is_new() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    import(&ann, "?unknown=skip", HEVY).await;
    let before = sessions(&ann).await;
    let again = import(&ann, "?unknown=skip", HEVY).await;
    assert_eq!(
        (&again["new_workouts"], &again["new_sets"], &again["known_sets"], &again["skipped_sets"]),
        (&json!(0), &json!(0), &json!(6), &json!(1))
    );
    assert_eq!(sessions(&ann).await, before);
    let created = import(&ann, "", HEVY).await;
    assert_eq!(
        (&created["new_workouts"], &created["new_sets"]),
        (&json!(1), &json!(1)),
        "what was left out is added"
    );
    let longer = format!(
        "{HEVY}Legs,\"15 Mar 2026, 9:05\",\"15 Mar 2026, 9:45\",,Squat (Barbell),,,0,normal,100,5,,,\n"
    );
    let longer = import(&ann, "", &longer).await;
    assert_eq!(
        (&longer["new_workouts"], &longer["new_sets"], &longer["known_sets"]),
        (&json!(1), &json!(1), &json!(7))
    );
    let strong = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE\n\
                  2026-03-15 09:05:20,Legs,40m,Squat (Barbell),1,100,5,0,0,\n";
    let strong = import(&ann, "", strong).await;
    assert_eq!(
        (&strong["format"], &strong["new_sets"]),
        (&json!("strong"), &json!(0)),
        "the same workout from the other program"
    );
    assert_eq!(sessions(&ann).await.len(), 4);
    check_totals(&app, &ann).await;
    let bea = app.user("bea").await;
    let other = import(&bea, "", HEVY).await;
    assert_eq!(other["new_sets"], 7, "another person's import is their own");
    assert_eq!(sessions(&bea).await.len(), 3);
}

#[tokio::test]
async fn choices_decide_what_becomes_of_names() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    let report = import(&ann, "?likely=unknown&unknown=skip&units=lb", HEVY).await;
    assert_eq!((&report["new_sets"], &report["skipped_sets"]), (&json!(5), &json!(2)));
    assert_eq!(row(&report, "Triceps Rope Pushdown")["exercise_id"], Value::Null);
    let report = import(&ann, "?likely=unknown", HEVY).await;
    assert_eq!(report["new_sets"], 2);
    assert_eq!(row(&report, "Triceps Rope Pushdown")["exercise_name"], "Triceps Rope Pushdown");
    assert_eq!(sessions(&ann).await[0]["sets"][0]["weight_kg"], 82.5, "the column says kilograms");
}

#[tokio::test]
async fn an_import_happens_once_for_its_key() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    let one = key();
    let without = ann
        .request(Method::POST, "/import")
        .header("Content-Type", "text/csv")
        .body(HEVY)
        .send()
        .await
        .unwrap();
    problem(without, StatusCode::BAD_REQUEST, "idempotency-key-needed").await;
    let first = expect(send(&ann, "", &one, HEVY).await, StatusCode::OK).await;
    let again = send(&ann, "", &one, HEVY).await;
    assert_eq!(again.headers()["idempotency-replayed"], "true");
    assert_eq!(expect(again, StatusCode::OK).await, first);
    let other = send(&ann, "?unknown=skip", &one, HEVY).await;
    assert_eq!(other.status(), StatusCode::CONFLICT, "other choices are another request");
    let longer = send(&ann, "", &one, &format!("{HEVY}\n")).await;
    assert_eq!(longer.status(), StatusCode::CONFLICT);
}

#[tokio::test]
async fn a_form_may_carry_the_file() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    let body = format!(
        "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"hevy.csv\"\r\nContent-Type: text/csv\r\n\r\n{HEVY}\r\n--edge--\r\n"
    );
    let request = ann.request(Method::POST, "/import").header("Idempotency-Key", key());
    let request = request.header("Content-Type", "multipart/form-data; boundary=edge");
    assert_eq!(expect(request.body(body).send().await.unwrap(), StatusCode::OK).await["new_sets"], 7);
}

#[tokio::test]
async fn what_is_no_export_is_a_clear_problem_and_changes_nothing() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    for (file, words) in [
        ("", "empty"),
        ("a,b\n1,2\n", "does not name the columns"),
        ("\u{0}\u{1}PNG", "not text"),
        ("exercise_title,reps\nSquat,5\n", "start_time"),
    ] {
        let refused =
            problem(send(&ann, "", &key(), file).await, StatusCode::UNPROCESSABLE_ENTITY, "invalid-fields")
                .await;
        assert!(refused["detail"].as_str().unwrap().contains(words), "{refused}");
    }
    let typed = ann
        .request(Method::POST, "/import")
        .header("Idempotency-Key", key())
        .json(&json!({}))
        .send()
        .await
        .unwrap();
    assert_eq!(typed.status(), StatusCode::UNSUPPORTED_MEDIA_TYPE);
    let query = send(&ann, "?unknown=perhaps", &key(), HEVY).await;
    assert_eq!(pointers(query).await, ["?unknown"]);
    let huge = "x".repeat(12 * 1024 * 1024 + 1);
    assert_eq!(send(&ann, "", &key(), &huge).await.status(), StatusCode::PAYLOAD_TOO_LARGE);
    assert!(sessions(&ann).await.is_empty());
}

/// Beyond the limit of every other route.
#[tokio::test]
async fn a_file_of_two_megabytes_is_taken() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    let mut file = HEVY.lines().next().unwrap().to_owned() + "\n";
    let note = "n".repeat(400);
    let mut workouts = 0;
    while file.len() < 2_000_000 {
        let (day, hour) = (workouts / 10 % 28 + 1, workouts % 10 + 8);
        let month = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
            [workouts / 280 % 12];
        for set in 0..5 {
            writeln!(
                file,
                "A,\"{day} {month} 2024, {hour}:00\",,{note},Squat (Barbell),,,{set},normal,100,5,,,"
            )
            .unwrap();
        }
        workouts += 1;
    }
    let report = import(&ann, "", &file).await;
    assert_eq!(report["new_workouts"], workouts);
    assert_eq!(report["new_sets"], workouts * 5);
    check_totals(&app, &ann).await;
}

#[tokio::test]
async fn an_old_note_is_history_and_a_fresh_one_is_heeded() {
    let app = TestApp::start().await;
    let (ann, bea) = (app.user("ann").await, app.user("bea").await);
    let note = |day: &str| {
        HEVY.lines().next().unwrap().to_owned()
            + &format!("\nA,\"{day}, 8:00\",,chest pain while lifting,Squat (Barbell),,,0,normal,100,5,,,\n")
    };
    import(&ann, "", &note("13 Mar 2023")).await;
    assert_eq!(ann.get("/safety").await["locked"], false);
    import(&bea, "", &note("15 Mar 2026")).await;
    assert_eq!(bea.get("/safety").await["locked"], true);
}

#[tokio::test]
async fn records_of_later_workouts_follow_what_was_imported_before_them() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    let mut ids = Vec::new();
    for kg in [70.0, 75.0] {
        let id = expect(ann.post("/sessions", json!({})).await, StatusCode::CREATED).await["id"].clone();
        let id = id.as_str().unwrap().to_owned();
        let set = json!({"exercise_id": "barbell-bench-press", "set_index": 1, "reps": 5, "weight_kg": kg, "rpe": 8});
        expect(ann.post(&format!("/sessions/{id}/sets"), set).await, StatusCode::CREATED).await;
        let end = json!({"status": "completed"});
        expect(ann.patch(&format!("/sessions/{id}"), end).await, StatusCode::OK).await;
        ids.push(id);
        app.clock.advance(jiff::SignedDuration::from_hours(24));
    }
    let records = async |id: &str| ann.get(&format!("/sessions/{id}")).await["summary"]["records"].clone();
    assert_ne!(records(&ids[1]).await, json!([]), "75 kg is more than 70 kg");
    import(&ann, "", HEVY).await;
    assert_eq!(records(&ids[1]).await, json!([]), "82.5 kg were lifted days before");
    assert_eq!(records(&ids[0]).await, json!([]));
}
