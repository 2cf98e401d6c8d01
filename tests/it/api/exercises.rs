//! The catalogue: found, paged, one by one, with what may replace it.

use reqwest::{Method, StatusCode};
use serde_json::json;

use super::common::{SQUAT, pointers, problem, text};
use crate::support::app::TestApp;

#[tokio::test]
async fn every_exercise_is_on_exactly_one_page() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    for (query, least) in [("", 180), ("&muscle=quads", 10), ("&equipment=dumbbell", 10), ("&q=press", 5)] {
        let (mut seen, mut cursor) = (Vec::new(), String::new());
        loop {
            let page = ann.get(&format!("/exercises?limit=37{query}{cursor}")).await;
            seen.extend(page["items"].as_array().unwrap().iter().map(|exercise| text(&exercise["id"])));
            let Some(next) = page["next_cursor"].as_str() else { break };
            cursor = format!("&cursor={next}");
        }
        let many = seen.len();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), many, "{query}: none twice");
        assert!(many >= least, "{query}: {many}");
    }
}

#[tokio::test]
async fn a_search_keeps_to_what_was_asked() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    let found = ann.get("/exercises?q=back%20squat").await;
    assert_eq!(found["items"][0]["id"], SQUAT);
    for exercise in ann.get("/exercises?muscle=chest&equipment=dumbbell").await["items"].as_array().unwrap() {
        let muscles = format!("{}{}", exercise["primary_muscles"], exercise["secondary_muscles"]);
        assert!(
            muscles.contains("chest") && exercise["equipment"].to_string().contains("dumbbell"),
            "{exercise}"
        );
    }
    for query in ["q=xyzzy", "q=squat%00xyzzy", "q='%20OR%201=1--"] {
        assert_eq!(ann.get(&format!("/exercises?{query}")).await["items"], json!([]), "{query}");
    }
    for (query, pointer) in
        [("muscle=soul", "?muscle"), ("equipment=rope", "?equipment"), ("name=x", "?name")]
    {
        let answer = ann.request(Method::GET, &format!("/exercises?{query}")).send().await.unwrap();
        assert_eq!(pointers(answer).await, [pointer]);
    }
}

#[tokio::test]
async fn one_exercise_has_every_field_of_the_contract() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    let exercise = ann.get(&format!("/exercises/{SQUAT}")).await;
    for field in [
        "id",
        "name",
        "aliases",
        "primary_muscles",
        "secondary_muscles",
        "equipment",
        "pattern",
        "mechanic",
        "unilateral",
        "measure",
        "level",
        "rest_seconds",
        "cues",
        "contraindications",
        "own",
    ] {
        assert!(!exercise[field].is_null(), "{field}");
    }
    let others = ann.get(&format!("/exercises/{SQUAT}/alternatives")).await;
    let others = others["items"].as_array().unwrap();
    assert!(!others.is_empty() && others.iter().all(|other| other["id"] != SQUAT));
    for path in ["/exercises/nothing", "/exercises/nothing/alternatives", "/exercises/Barbell-Back-Squat"] {
        let answer = ann.request(Method::GET, path).send().await.unwrap();
        problem(answer, StatusCode::NOT_FOUND, "not-found").await;
    }
}

#[tokio::test]
async fn alternatives_are_what_the_person_can_do() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    ann.set_profile(json!({"equipment": ["dumbbell"]})).await;
    let others = ann.get(&format!("/exercises/{SQUAT}/alternatives")).await;
    for other in others["items"].as_array().unwrap() {
        let needs: Vec<String> = other["equipment"].as_array().unwrap().iter().map(text).collect();
        assert!(needs.iter().all(|item| item == "dumbbell" || item == "bodyweight"), "{other}");
    }
}
