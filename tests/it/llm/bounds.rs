//! What the tools tell a model of a person who has as much of everything as there may be.

use std::fmt::Write as _;

use reqwest::StatusCode;
use serde_json::{Value, json};

use super::copilot::ask;
use crate::data::import;
use crate::support::app::{TestUser, expect};
use crate::support::llm::{call, results, say};
use crate::support::talk::Talk;

/// Bytes of a result, and of a draft, which has to be whole.
const MOST: usize = 8_000;
const MOST_DRAFT: usize = 10_000;

/// Twelve exercises that share few muscles.
const DAY: [&str; 12] = [
    "barbell-back-squat",
    "barbell-bench-press",
    "barbell-row",
    "overhead-press",
    "barbell-romanian-deadlift",
    "dumbbell-lateral-raise",
    "barbell-curl",
    "cable-triceps-pushdown",
    "dumbbell-calf-raise",
    "plank",
    "cable-crunch",
    "cable-face-pull",
];

/// Ten thousand sets of two hundred exercises of the person's own, in 125 workouts.
fn history() -> String {
    let mut file = "title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,\
        set_index,set_type,weight_kg,reps,distance_km,duration_seconds,rpe\n"
        .to_owned();
    for workout in 0..125 {
        let (month, day) = (workout / 25 + 1, workout % 25 + 1);
        let month = ["", "Oct 2025", "Nov 2025", "Dec 2025", "Jan 2026", "Feb 2026"][month];
        for set in 0..80 {
            let name =
                format!("Zyx Contraption Number {} of the Left Cellar", (workout * 8 + set / 10) % 200);
            let (index, weight) = (set % 10, 20 + workout / 10);
            writeln!(
                file,
                "W,\"{day} {month}, 17:00\",\"{day} {month}, 18:00\",,{name},,,{index},normal,{weight},8,,,8"
            )
            .unwrap();
        }
    }
    file
}

async fn with_everything(user: &TestUser) {
    let text = |n: usize| format!("{n} {}", "Tränk \"gut\" & schlaf. ".repeat(20));
    let notes: Vec<Value> = (0..50).map(|n| json!({"text": text(n), "source": "person"})).collect();
    let spared = ["shoulder", "knee", "lower_back", "wrist", "elbow", "hip", "neck", "ankle"];
    let spared: Vec<Value> = spared.iter().map(|one| json!({"pattern": one, "note": text(1)})).collect();
    let lifts: Vec<Value> =
        DAY.iter().map(|id| json!({"exercise_id": id, "weight_kg": 20.0, "reps": 5})).collect();
    user.set_profile(json!({
        "experience": "advanced", "days_per_week": 6, "session_minutes": 180, "notes": notes,
        "equipment": ["barbell", "dumbbell", "kettlebell", "cable", "machine", "band", "bodyweight", "pull_up_bar", "bench"],
        "known_lifts": lifts,
    }))
    .await;
    let report = import(user, "", &history()).await;
    assert_eq!((&report["new_workouts"], &report["new_sets"]), (&json!(125), &json!(10_000)), "{report}");
    save_the_longest_plan(user).await;
    // Last, since what is spared may not be planned.
    let limited = user.get("/profile").await;
    let tag = user.tag("/profile").await;
    let mut changed = limited;
    changed["limitations"] = json!(spared);
    expect(user.put("/profile", &tag, changed).await, StatusCode::OK).await;
}

async fn save_the_longest_plan(user: &TestUser) {
    let set = |reps: u8| json!({"reps_min": reps, "reps_max": reps + 4, "weight_kg": null, "rpe": 8.0});
    let exercises: Vec<Value> = DAY
        .iter()
        .map(|id| json!({"exercise_id": id, "group": null, "rest_seconds": 60, "note": "slow ".repeat(99),
            "sets": if *id == "plank" { json!([{"reps_min": 20, "reps_max": 40, "weight_kg": null, "rpe": null}]) }
                    else { json!([set(6)]) }}))
        .collect();
    let days: Vec<Value> = (1..=6)
        .map(|n| json!({"day": format!("Day{n}"), "focus": "everything ".repeat(8), "weekday": null, "exercises": exercises}))
        .collect();
    let tag = user.tag("/weekly-plan").await;
    let saved = user.put("/weekly-plan", &tag, json!({"split": "custom", "days": days})).await;
    expect(saved, StatusCode::OK).await;
}

#[tokio::test]
async fn every_read_of_a_person_who_has_everything_is_short_valid_and_says_what_is_missing() {
    let (talk, llm) = Talk::with(Vec::new()).await;
    with_everything(&talk.user).await;
    let own = talk.user.get("/exercises?q=zyx").await["items"][0]["id"].clone();
    let reads = [
        ("getProfile", json!({})),
        ("getExercises", json!({"query": "zyx", "limit": 25})),
        ("getWeeklyPlan", json!({})),
        ("draftWeeklyPlan", json!({"days_per_week": 6, "session_minutes": 180})),
        ("getProgress", json!({})),
        ("getProgress", json!({"exercise_id": own})),
    ];
    for (tool, args) in &reads {
        let before = llm.requests().len();
        llm.then(call(tool, args));
        llm.then(say("I see."));
        talk.say_until("Look", "run.finished").await;
        let request = llm.requests()[before + 1].clone();
        let told = results(&request).remove(0);
        let size = told.to_string().len();
        assert!(told.get("error").is_none(), "{tool}: {told}");
        let most = if *tool == "draftWeeklyPlan" { MOST_DRAFT } else { MOST };
        assert!(size <= most, "{tool}: {size} bytes");
        let all = request["tools"].to_string().len() + request["messages"].to_string().len();
        assert!(all <= 8_192 * 3, "{tool}: a request of {all} characters");
        match *tool {
            "getProfile" => {
                assert!(told["cut_to_fit"].as_str().unwrap().contains("more exists"), "{told}");
                assert!(told["notes"].as_array().unwrap().len() > 20, "texts go before entries: {told}");
                assert_eq!(told["days_per_week"], 6);
            }
            "getWeeklyPlan" => {
                assert!(told["written_short"].is_string(), "{told}");
                let days = told["days"].as_array().unwrap();
                assert!(days.iter().all(|day| day["exercises"].as_array().unwrap().len() == 12), "{told}");
                assert_eq!(days.len(), 6, "no day is left out");
            }
            "draftWeeklyPlan" => assert_eq!(told["days"].as_array().unwrap().len(), 6, "a draft is whole"),
            _ => {}
        }
    }
}

#[tokio::test]
async fn a_workout_full_of_sets_is_read_within_the_bound() {
    let (talk, llm) = Talk::with(Vec::new()).await;
    save_for_a_workout(&talk.user).await;
    let session = talk.user.start_session("Day1").await;
    let path = format!("/sessions/{}/sets", session["id"].as_str().unwrap());
    for n in 0..80 {
        let (exercise, index) = (DAY[n % 4], n / 4 + 1);
        let set = json!({"exercise_id": exercise, "set_index": index, "reps": 8, "weight_kg": 22.5,
            "rpe": 8.5, "note": "Felt heavy. ".repeat(40)});
        expect(talk.user.post(&path, set).await, StatusCode::CREATED).await;
    }
    for tool in ["getSession", "suggestNextSet"] {
        let before = llm.requests().len();
        llm.then(call(tool, &json!({})));
        llm.then(say("I see."));
        let run = ask(&talk.user, &session, json!({"text": "What now?"})).await;
        talk.until(&run, "run.finished").await;
        let told = results(&llm.requests()[before + 1]).remove(0);
        let size = told.to_string().len();
        assert!(told.get("error").is_none() && size <= MOST, "{tool}: {size}: {told}");
        if tool == "getSession" {
            assert!(told["cut_to_fit"].is_string());
            let kept = told["sets"].as_array().unwrap();
            assert_eq!(
                kept.last().unwrap()["set_index"],
                20,
                "the newest sets are those that matter: {told}"
            );
        }
    }
}

async fn save_for_a_workout(user: &TestUser) {
    user.set_profile(json!({
        "experience": "advanced", "days_per_week": 6, "session_minutes": 180,
        "equipment": ["barbell", "dumbbell", "cable", "machine", "bodyweight", "bench"],
    }))
    .await;
    save_the_longest_plan(user).await;
}
