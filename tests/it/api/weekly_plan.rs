//! The weekly plan: made, read by the week, sent back, loaded by hand, refused as a whole.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::common::{BENCH, SQUAT, advance, end, log, pointers, problem, small_plan, squat, text, with_plan};
use crate::support::app::{TestApp, TestUser, expect};

fn at<'a>(plan: &'a mut Value, pointer: &str) -> &'a mut Value {
    plan.pointer_mut(pointer).unwrap()
}

const SETS: &str = "/days/0/exercises/0/sets";

#[tokio::test]
async fn without_a_saved_plan_one_is_made_and_nothing_stored() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    let plan = ann.get("/weekly-plan").await;
    assert_eq!((&plan["plan_version"], &plan["meta"]["source"]), (&json!(0), &json!("generated")));
    assert_eq!(plan["days"].as_array().unwrap().len(), 3);
    assert_eq!(ann.get("/weekly-plan").await, plan);
    ann.set_profile(json!({"days_per_week": 4})).await;
    assert_eq!(ann.get("/weekly-plan").await["days"].as_array().unwrap().len(), 4);
}

#[tokio::test]
async fn an_answer_can_be_changed_and_sent_back() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    let known = json!([{"exercise_id": SQUAT, "weight_kg": 80, "reps": 8}]);
    for goal in ["general_fitness", "strength", "hypertrophy"] {
        ann.set_profile(json!({"goal": goal, "known_lifts": known, "days_per_week": 4})).await;
        let tag = ann.tag("/weekly-plan").await;
        let read = ann.get("/weekly-plan").await;
        let saved = expect(ann.put("/weekly-plan", &tag, read.clone()).await, StatusCode::OK).await;
        assert_eq!(saved["days"], read["days"], "{goal}: sent back as it was, nothing changes");
        let again = expect(ann.put("/weekly-plan", "*", saved.clone()).await, StatusCode::OK).await;
        assert_eq!(again["days"], read["days"], "{goal}");
        assert_eq!(again["meta"]["source"], "user");
        assert_eq!(again["plan_version"].as_i64(), saved["plan_version"].as_i64().map(|version| version + 1));
        let mut changed = again;
        *at(&mut changed, "/days/0/focus") = json!("Mine");
        *at(&mut changed, "/days/0/exercises/0/rest_seconds") = json!(77);
        expect(ann.put("/weekly-plan", "*", changed.clone()).await, StatusCode::OK).await;
        let read = ann.get("/weekly-plan").await;
        assert_eq!(read["days"][0]["focus"], "Mine");
        assert_eq!(read["days"][0]["exercises"][0]["rest_seconds"], 77);
    }
}

#[tokio::test]
async fn a_load_written_by_hand_stands_and_null_leaves_it() {
    let (_app, ann) = with_plan().await;
    let load =
        async |ann: &TestUser| ann.get("/weekly-plan").await.pointer(SETS).unwrap()[0]["weight_kg"].clone();
    assert_eq!(load(&ann).await, 60.0);
    for (sent, stands) in [(json!(null), 60.0), (json!(60.0), 60.0), (json!(72.5), 72.5), (json!(null), 72.5)]
    {
        let mut plan = small_plan();
        for set in at(&mut plan, SETS).as_array_mut().unwrap() {
            set["weight_kg"] = sent.clone();
        }
        let saved = expect(ann.put("/weekly-plan", "*", plan).await, StatusCode::OK).await;
        assert_eq!(saved.pointer(SETS).unwrap()[0]["weight_kg"], stands, "{sent}");
        assert_eq!(saved.pointer(SETS).unwrap()[1]["weight_kg"], stands, "{sent}");
        assert_eq!(load(&ann).await, stands, "{sent}");
    }
    let lift = ann.get(&format!("/progress/exercises/{SQUAT}")).await;
    assert_eq!(lift["next"]["weight_kg"], 72.5);
    let id = text(&ann.start_session("Day1").await["id"]);
    log(&ann, &id, squat(1)).await;
    let decided = end(&ann, &id, "completed").await["summary"]["decisions"][0].clone();
    assert_eq!(decided["from"]["weight_kg"], 72.5);
}

#[tokio::test]
async fn a_plan_with_errors_is_refused_as_a_whole() {
    let (_app, ann) = with_plan().await;
    let before = ann.get("/weekly-plan").await;
    for (pointer, value, at_fault, rule) in [
        (
            "/days/0/exercises/0/exercise_id",
            json!("no-such"),
            "/days/0/exercises/0/exercise_id",
            "unknown_exercise",
        ),
        (
            "/days/0/exercises/1/exercise_id",
            json!(SQUAT),
            "/days/0/exercises/1/exercise_id",
            "duplicate_exercise",
        ),
        (
            "/days/0/exercises/0/sets/1/reps_min",
            json!(0),
            "/days/0/exercises/0/sets/1/reps_min",
            "reps_out_of_range",
        ),
        ("/days/0/exercises/0/sets/1/rpe", json!(8.25), "/days/0/exercises/0/sets/1/rpe", "rpe_out_of_range"),
        (
            "/days/0/exercises/0/sets/0/weight_kg",
            json!(-5),
            "/days/0/exercises/0/sets/0/weight_kg",
            "weight_out_of_range",
        ),
        (
            "/days/0/exercises/0/rest_seconds",
            json!(901),
            "/days/0/exercises/0/rest_seconds",
            "rest_out_of_range",
        ),
        ("/days/0/exercises/0/sets", json!([]), "/days/0/exercises/0/sets", "sets_out_of_range"),
        ("/days/1/day", json!("Day1"), "/days/1/day", "duplicate_day"),
        ("/days/1/weekday", json!("monday"), "/days/1/weekday", "duplicate_weekday"),
        ("/days", json!([]), "/days", "empty_plan"),
        ("/days/0/focus", json!("x".repeat(101)), "/days/0/focus", "text_length"),
    ] {
        let mut plan = small_plan();
        *at(&mut plan, "/days/1/exercises/0/sets/0/weight_kg") = json!(99.0);
        *at(&mut plan, pointer) = value;
        let answer = ann.put("/weekly-plan", "*", plan.clone()).await;
        let said = problem(answer, StatusCode::UNPROCESSABLE_ENTITY, "plan-rules").await;
        assert_eq!(said["errors"][0]["pointer"], at_fault, "{said}");
        let errors = said["violations"].as_array().unwrap();
        let error = errors.iter().find(|one| one["severity"] == "error").unwrap();
        assert_eq!((&error["rule"], &error["pointer"]), (&json!(rule), &json!(at_fault)));
        let checked = expect(ann.post("/weekly-plan/check", plan).await, StatusCode::OK).await;
        assert_eq!(checked["violations"], said["violations"], "check says the same");
    }
    assert_eq!(ann.get("/weekly-plan").await, before, "not even the load of the other day");
}

#[tokio::test]
async fn a_body_that_is_no_plan_says_where() {
    let (_app, ann) = with_plan().await;
    for (pointer, value, at_fault) in [
        ("/split", json!("bro"), "/split"),
        ("/days", json!(null), "/days"),
        ("/days/0", json!("Day1"), "/days/0"),
        ("/days/0/weekday", json!("Mon"), "/days/0/weekday"),
        ("/days/0/exercises/0/sets/0/reps_min", json!(-1), "/days/0/exercises/0/sets/0/reps_min"),
        ("/days/0/exercises/0/sets/0/reps_max", json!("8"), "/days/0/exercises/0/sets/0/reps_max"),
        ("/days/0/exercises/0/sets/0", json!({"reps_min": 5}), "/days/0/exercises/0/sets/0/reps_max"),
        (
            "/days/0/exercises/0/sets/0",
            json!({"reps_min": 5, "reps_max": 8, "kg": 1}),
            "/days/0/exercises/0/sets/0/kg",
        ),
        (
            "/days/0/exercises/0",
            json!({"sets": [{"reps_min": 5, "reps_max": 8}]}),
            "/days/0/exercises/0/exercise_id",
        ),
    ] {
        let mut plan = small_plan();
        *at(&mut plan, pointer) = value;
        assert_eq!(pointers(ann.put("/weekly-plan", "*", plan.clone()).await).await, [at_fault]);
        assert_eq!(pointers(ann.post("/weekly-plan/check", plan).await).await, [at_fault]);
    }
    for body in [json!([]), json!(null), json!("plan"), json!(1)] {
        assert_eq!(pointers(ann.put("/weekly-plan", "*", body).await).await, [""]);
    }
}

#[tokio::test]
async fn warnings_show_and_do_not_refuse() {
    let (_app, ann) = with_plan().await;
    let mut plan = small_plan();
    for set in at(&mut plan, SETS).as_array_mut().unwrap() {
        set["weight_kg"] = json!(200.0);
    }
    let checked = expect(ann.post("/weekly-plan/check", plan.clone()).await, StatusCode::OK).await;
    let own = |violation: &&Value| violation["rule"] == "own_load_over_cap";
    let found = checked["violations"].as_array().unwrap().iter().find(own).unwrap().clone();
    assert_eq!(found["severity"], "warning");
    assert!(checked["sets_per_muscle"]["quads"].is_number());
    let standing = ann.get("/weekly-plan").await;
    let minutes =
        |days: &Value| days.as_array().unwrap().iter().map(|day| day["estimated_minutes"].clone()).collect();
    assert_eq!(checked["estimated_minutes"], Value::Array(minutes(&standing["days"])), "loads take no time");
    let mut rested = plan.clone();
    *at(&mut rested, "/days/0/exercises/0/rest_seconds") = json!(900);
    let longer = expect(ann.post("/weekly-plan/check", rested).await, StatusCode::OK).await;
    assert!(longer["estimated_minutes"][0].as_u64() > checked["estimated_minutes"][0].as_u64(), "{longer}");
    assert_eq!(ann.get("/weekly-plan").await["plan_version"], 1, "a check saves nothing");
    expect(ann.put("/weekly-plan", "*", plan).await, StatusCode::OK).await;
}

#[tokio::test]
async fn a_week_begins_on_a_monday() {
    let (_app, ann) = with_plan().await;
    for day in ["2026-03-17", "2026-03-22"] {
        let path = format!("/weekly-plan?week_start={day}");
        let answer = ann.request(Method::GET, &path).send().await.unwrap();
        let said = problem(answer, StatusCode::UNPROCESSABLE_ENTITY, "invalid-fields").await;
        assert_eq!(said["errors"][0]["pointer"], "?week_start");
        assert!(said.to_string().contains("2026-03-16"), "{said} says which Monday");
    }
    for value in ["", "monday", "2026-02-30", "2026-3-16", "16.03.2026", "null"] {
        let path = format!("/weekly-plan?week_start={value}");
        let answer = ann.request(Method::GET, &path).send().await.unwrap();
        assert_eq!(pointers(answer).await, ["?week_start"], "{value}");
    }
    let next = ann.get("/weekly-plan?week_start=2026-03-23").await;
    assert_eq!((&next["week_start"], &next["days"][0]["date"]), (&json!("2026-03-23"), &json!("2026-03-23")));
    for monday in ["0001-01-01", "9999-12-27"] {
        assert_eq!(ann.get(&format!("/weekly-plan?week_start={monday}")).await["week_start"], monday);
    }
}

#[tokio::test]
async fn days_are_done_missed_or_upcoming_by_the_persons_calendar() {
    let (app, ann) = with_plan().await;
    let states = async |query: &str| {
        let plan = ann.get(&format!("/weekly-plan{query}")).await;
        [text(&plan["days"][0]["status"]), text(&plan["days"][1]["status"])]
    };
    assert_eq!(states("").await, ["upcoming", "upcoming"]);
    advance(&app, 86_400);
    assert_eq!(states("").await, ["missed", "upcoming"]);
    let id = text(&ann.start_session("Day1").await["id"]);
    end(&ann, &id, "completed").await;
    assert_eq!(states("").await, ["done", "upcoming"], "done a day late");
    assert_eq!(states("?week_start=2026-03-23").await, ["upcoming", "upcoming"]);
    assert_eq!(
        states("?week_start=2026-03-09").await,
        ["upcoming", "upcoming"],
        "nobody was here to miss them"
    );
    app.clock.set("2026-03-23T00:30:00Z".parse().unwrap());
    assert_eq!(states("").await, ["upcoming", "upcoming"]);
    ann.set_profile(json!({"time_zone": "America/New_York"})).await;
    assert_eq!(ann.get("/weekly-plan").await["week_start"], "2026-03-16", "it is still Sunday there");
    assert_eq!(states("").await, ["done", "missed"]);
}

#[tokio::test]
async fn a_draft_tries_things_out_and_saves_nothing() {
    let (_app, ann) = with_plan().await;
    let before = (ann.tag("/weekly-plan").await, ann.get("/profile").await);
    for (body, split, days) in [
        (json!({}), "full_body", 3),
        (json!({"days_per_week": 4, "split": "upper_lower"}), "upper_lower", 4),
        (json!({"days_per_week": 6, "goal": "hypertrophy", "equipment": ["dumbbell"]}), "push_pull_legs", 6),
    ] {
        let draft = expect(ann.post("/weekly-plan/draft", body).await, StatusCode::OK).await;
        assert_eq!((&draft["split"], draft["days"].as_array().unwrap().len()), (&json!(split), days));
        assert!(
            draft["warnings"].as_array().unwrap().iter().all(|one| one["severity"] == "warning"),
            "{draft}"
        );
    }
    for (body, pointer) in [
        (json!({"days_per_week": 7}), "/days_per_week"),
        (json!({"session_minutes": 10}), "/session_minutes"),
        (json!({"goal": "size"}), "/goal"),
        (json!({"equipment": ["rope"]}), "/equipment/0"),
        (json!({"days": 3}), "/days"),
        (json!([]), ""),
    ] {
        assert_eq!(pointers(ann.post("/weekly-plan/draft", body).await).await, [pointer]);
    }
    assert_eq!((ann.tag("/weekly-plan").await, ann.get("/profile").await), before);
    assert_eq!(ann.get("/weekly-plan").await["days"][1]["exercises"][0]["exercise_id"], BENCH);
}

#[tokio::test]
async fn an_absent_optional_of_a_plan_or_a_draft_is_null_or_missing() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    ann.set_profile(json!({"limitations": [{"pattern": "knee"}]})).await;
    let plain = expect(ann.post("/weekly-plan/draft", json!({})).await, StatusCode::OK).await;
    for name in ["limitations", "loads", "goal", "equipment", "weekdays", "notes"] {
        let answer = ann.post("/weekly-plan/draft", json!({ name: null })).await;
        assert_eq!(expect(answer, StatusCode::OK).await, plain, "{name}: as if it were missing");
    }
    ann.set_profile(json!({"limitations": null})).await;
    for focus in [None, Some(Value::Null)] {
        let mut written = small_plan();
        let day = written["days"][0].as_object_mut().unwrap();
        day.remove("focus");
        day.extend(focus.map(|focus| ("focus".to_owned(), focus)));
        let saved = expect(ann.put("/weekly-plan", "*", written).await, StatusCode::OK).await;
        assert_eq!(saved["days"][0]["focus"], "Day1", "its key is what there is to show");
    }
}

#[tokio::test]
async fn the_tag_tells_when_a_set_of_a_workout_that_was_given_up_changes_a_suggestion() {
    let (app, ann) = with_plan().await;
    let mut given_up = String::new();
    for week in 0..6 {
        let id = text(&expect(ann.post("/sessions", json!({})).await, StatusCode::CREATED).await["id"]);
        // Three of the plan's four sets are just enough for a hard week.
        for index in 1..=2 {
            log(&ann, &id, squat(index)).await;
        }
        let last = text(&log(&ann, &id, squat(3)).await["id"]);
        end(&ann, &id, if week == 2 { "abandoned" } else { "completed" }).await;
        if week == 2 {
            given_up = format!("/sessions/{id}/sets/{last}");
        }
        advance(&app, 7 * 86_400);
    }
    let suggested = async || ann.get("/weekly-plan").await["meta"]["deload_suggested"].clone();
    assert_ne!(suggested().await, Value::Null, "six hard weeks");
    let tag = ann.tag("/weekly-plan").await;
    expect(ann.patch(&given_up, json!({"note": "easy", "kind": "warmup"})).await, StatusCode::OK).await;
    assert_eq!(suggested().await, Value::Null, "one of them was none");
    let seen = ann.request(Method::GET, "/weekly-plan").header("If-None-Match", &tag);
    assert_eq!(seen.send().await.unwrap().status(), StatusCode::OK);
}
