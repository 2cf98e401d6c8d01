//! What a person is shown of a proposed plan: diff, warnings, weekly sets, three futures. It is made
//! once, kept under the digest, and never made again.

use reqwest::StatusCode;
use serde_json::{Value, json};

use super::plan_args;
use crate::support::app::expect;
use crate::support::figures::figure;
use crate::support::llm::{call, say};
use crate::support::talk::Talk;

async fn drafted(talk: &Talk, overrides: Value) -> Value {
    plan_args(&expect(talk.user.post("/weekly-plan/draft", overrides).await, StatusCode::OK).await)
}

/// The values of one lift in one future.
fn line<'v>(preview: &'v Value, future: &str, id: &Value) -> &'v Value {
    let lines = preview["futures"][future].as_array().unwrap();
    lines.iter().find(|line| line["exercise_id"] == *id).unwrap()
}

#[tokio::test]
async fn a_proposed_plan_shows_diff_warnings_sets_and_three_futures() {
    let (talk, llm) = Talk::with(Vec::new()).await;
    let before = talk.user.get("/weekly-plan").await["meta"]["sets_per_muscle"].clone();
    let args = drafted(&talk, json!({"days_per_week": 4, "split": "upper_lower"})).await;
    let after = expect(talk.user.post("/weekly-plan/check", args_as_plan(&args)).await, StatusCode::OK).await;
    llm.then(call("saveWeeklyPlan", &args));
    let (_, proposal) = talk.propose().await;
    let preview = &proposal["preview"];
    assert!(!preview["diff"]["days"].as_array().unwrap().is_empty());
    assert_eq!(preview["warnings"], after["violations"]);
    assert_eq!(preview["reason"], args["reason"]);
    for row in preview["diff"]["sets_per_muscle"].as_array().unwrap() {
        let muscle = row["muscle"].as_str().unwrap();
        let sets = |of: &Value| of[muscle].as_f64().unwrap_or(0.0);
        assert!((sets(&before) - row["before"].as_f64().unwrap()).abs() < 1e-9, "{row}");
        assert!((sets(&after["sets_per_muscle"]) - row["after"].as_f64().unwrap()).abs() < 1e-9, "{row}");
    }
    assert_eq!(preview["futures"]["weeks"], 8);
    for future in ["success", "mixed", "miss"] {
        let lines = preview["futures"][future].as_array().unwrap();
        assert_eq!(lines.len(), 3, "{preview}");
        assert!(lines.iter().all(|line| line["values"].as_array().unwrap().len() == 8));
    }
    assert_ne!(preview["futures"]["success"], preview["futures"]["miss"]);
}

fn args_as_plan(args: &Value) -> Value {
    json!({"split": args["split"], "days": args["days"]})
}

#[tokio::test]
async fn futures_begin_at_the_load_that_the_plan_itself_decides_and_are_what_simulate_says() {
    let (talk, llm) = Talk::with(Vec::new()).await;
    let squat = json!([{"exercise_id": "barbell-back-squat", "weight_kg": 100.0, "reps": 5}]);
    talk.user.set_profile(json!({"known_lifts": squat})).await;
    let mut args = drafted(&talk, json!({})).await;
    let id = json!("barbell-back-squat");
    let days = args["days"].as_array_mut().unwrap().iter_mut();
    let mut squats = days.flat_map(|day| day["exercises"].as_array_mut().unwrap());
    let sets = squats.find(|exercise| exercise["exercise_id"] == id).unwrap()["sets"].as_array_mut().unwrap();
    for set in sets {
        set["weight_kg"] = 60.into();
    }
    llm.then(call("saveWeeklyPlan", &args));
    llm.then(say("Saved."));
    let (run, proposal) = talk.propose().await;
    assert_eq!(line(&proposal["preview"], "success", &id)["values"][0], 60.0);
    expect(talk.confirm(&proposal).await, StatusCode::OK).await;
    talk.until(&run, "run.finished").await;
    for future in ["success", "mixed", "miss"] {
        let ask = json!({"weeks": 8, "scenario": future});
        let made = expect(talk.user.post("/weekly-plan/simulate", ask).await, StatusCode::OK).await;
        let weeks = made["weeks"].as_array().unwrap().iter();
        let loads: Vec<Value> = weeks
            .map(|week| {
                let lines = week["exercises"].as_array().unwrap();
                lines.iter().find(|line| line["exercise_id"] == id).unwrap()["weight_kg"].clone()
            })
            .collect();
        assert_eq!(line(&proposal["preview"], future, &id)["values"], json!(loads), "{future}");
    }
}

#[tokio::test]
async fn a_preview_stays_as_it_was_shown_while_the_world_moves() {
    let (talk, llm) = Talk::with(Vec::new()).await;
    llm.then(call("saveWeeklyPlan", &drafted(&talk, json!({"days_per_week": 5})).await));
    let (_, proposal) = talk.propose().await;
    let heavy = json!([{"exercise_id": "barbell-back-squat", "weight_kg": 180.0, "reps": 5}]);
    talk.user.set_profile(json!({"known_lifts": heavy, "units": "lb"})).await;
    talk.app.clock.advance(jiff::SignedDuration::from_hours(20));
    let pounds = talk.proposal(&proposal).await;
    assert_eq!((&pounds["digest"], &pounds["args"]), (&proposal["digest"], &proposal["args"]));
    assert_eq!(pounds["preview"]["futures"], proposal["preview"]["futures"]);
    // What it says is worded for who asks; asked as it was shown, it is word for word what was shown.
    talk.user.set_profile(json!({"units": "kg"})).await;
    assert_eq!(talk.proposal(&proposal).await, proposal);
    let talk = talk.restart().await;
    assert_eq!(talk.proposal(&proposal).await, proposal);
}

#[tokio::test]
async fn the_largest_week_has_a_preview_of_bounded_size() {
    let (talk, llm) = Talk::with(Vec::new()).await;
    talk.user
        .set_profile(json!({"experience": "advanced", "days_per_week": 6, "session_minutes": 180}))
        .await;
    llm.then(call("saveWeeklyPlan", &drafted(&talk, json!({})).await));
    let (_, proposal) = talk.propose().await;
    let size = |value: &Value| value.to_string().len();
    let (all, futures) = (size(&proposal["preview"]), size(&proposal["preview"]["futures"]));
    figure(&format!("preview of six long days: {all} bytes, {futures} of them its three futures"));
    assert!(size(&proposal["preview"]["futures"]) < 2_000);
    assert!(size(&proposal["preview"]) < 32_000, "{}", size(&proposal["preview"]));
}
