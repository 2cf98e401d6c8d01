//! The profile: default, replaced as a whole, every field checked.

use reqwest::StatusCode;
use serde_json::{Value, json};

use super::common::{SQUAT, pointers, with};
use crate::support::app::{TestApp, expect};

#[tokio::test]
async fn a_new_account_has_a_default_profile() {
    let app = TestApp::start().await;
    let profile = app.user("ann").await.get("/profile").await;
    for (name, value) in [
        ("experience", json!("beginner")),
        ("goal", json!("general_fitness")),
        ("days_per_week", json!(3)),
        ("session_minutes", json!(60)),
        ("time_zone", json!("UTC")),
        ("units", json!("kg")),
        ("weekdays", Value::Null),
        ("version", json!(1)),
    ] {
        assert_eq!(profile[name], value, "{name}");
    }
}

#[tokio::test]
async fn everything_that_is_said_is_kept() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    let said = json!({
        "experience": "advanced", "goal": "strength", "days_per_week": 2, "weekdays": ["friday", "monday"],
        "session_minutes": 180, "equipment": ["barbell", "pull_up_bar"], "split_preference": "full_body",
        "bodyweight_kg": 400.0, "birth_year": 2100, "units": "lb", "time_zone": "America/Argentina/Buenos_Aires",
        "limitations": [{"pattern": "knee", "note": "left"}, {"pattern": "squat", "note": null}],
        "loads": {"barbell": {"min_kg": 0.0, "step_kg": 0.25, "plates_kg": [0.1, 100.0]}},
        "known_lifts": [{"exercise_id": SQUAT, "weight_kg": 1000.0, "reps": 30}],
        "notes": [{"id": "n1", "text": "no burpees ¯\\_(ツ)_/¯", "source": "coach"}],
    });
    let answer = expect(ann.put("/profile", "*", said.clone()).await, StatusCode::OK).await;
    assert_eq!(answer, with(said, json!({"version": 2})));
    assert_eq!(ann.get("/profile").await, answer);
    let again = expect(ann.put("/profile", "*", answer.clone()).await, StatusCode::OK).await;
    assert_eq!(again, with(answer, json!({"version": 3})), "an answer can be sent back");
    let noted = ann.set_profile(json!({"notes": [{"text": "mornings"}]})).await;
    assert!(!noted["notes"][0]["id"].as_str().unwrap().is_empty());
    assert_eq!(noted["notes"][0]["source"], "person");
}

#[tokio::test]
async fn every_bad_field_is_named() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    let good = ann.get("/profile").await;
    let note = |text: String| json!([{"text": text}]);
    for (name, value, pointer) in [
        ("experience", json!("expert"), "/experience"),
        ("goal", json!(null), "/goal"),
        ("days_per_week", json!(1), "/days_per_week"),
        ("days_per_week", json!(7), "/days_per_week"),
        ("days_per_week", json!(300), "/days_per_week"),
        ("days_per_week", json!("3"), "/days_per_week"),
        ("days_per_week", json!(3.5), "/days_per_week"),
        ("weekdays", json!(["monday"]), "/weekdays"),
        ("weekdays", json!(["monday", "monday", "friday"]), "/weekdays"),
        ("weekdays", json!(["Monday", "tuesday", "friday"]), "/weekdays/0"),
        ("session_minutes", json!(19), "/session_minutes"),
        ("session_minutes", json!(181), "/session_minutes"),
        ("equipment", json!(["rope"]), "/equipment/0"),
        ("equipment", json!("barbell"), "/equipment"),
        ("equipment", json!(null), "/equipment"),
        ("split_preference", json!("bro"), "/split_preference"),
        ("bodyweight_kg", json!(19.9), "/bodyweight_kg"),
        ("bodyweight_kg", json!(1e300), "/bodyweight_kg"),
        ("bodyweight_kg", json!(-0.0), "/bodyweight_kg"),
        ("birth_year", json!(1899), "/birth_year"),
        ("birth_year", json!(99_999), "/birth_year"),
        ("units", json!("stone"), "/units"),
        ("time_zone", json!("Mars/Olympus"), "/time_zone"),
        ("time_zone", json!(""), "/time_zone"),
        ("time_zone", json!("../etc/passwd"), "/time_zone"),
        ("limitations", json!([{"pattern": "soul"}]), "/limitations/0/pattern"),
        ("limitations", json!([{"note": "x"}]), "/limitations/0/pattern"),
        ("limitations", json!([{"pattern": "knee", "note": "x".repeat(501)}]), "/limitations/0/note"),
        ("loads", json!({"barbell": {"min_kg": -1, "step_kg": 2.5}}), "/loads/barbell/min_kg"),
        ("loads", json!({"barbell": {"min_kg": 20, "step_kg": 0}}), "/loads/barbell/step_kg"),
        ("loads", json!({"barbell": {"min_kg": 20}}), "/loads/barbell/step_kg"),
        (
            "loads",
            json!({"barbell": {"min_kg": 20, "step_kg": 1, "plates_kg": [0]}}),
            "/loads/barbell/plates_kg/0",
        ),
        ("loads", json!({"rope": {"min_kg": 20, "step_kg": 1}}), "/loads/rope"),
        (
            "known_lifts",
            json!([{"exercise_id": "no", "weight_kg": 1, "reps": 1}]),
            "/known_lifts/0/exercise_id",
        ),
        (
            "known_lifts",
            json!([{"exercise_id": SQUAT, "weight_kg": -1, "reps": 1}]),
            "/known_lifts/0/weight_kg",
        ),
        ("known_lifts", json!([{"exercise_id": SQUAT, "weight_kg": 1, "reps": 31}]), "/known_lifts/0/reps"),
        ("notes", note(String::new()), "/notes/0/text"),
        ("notes", note("x".repeat(501)), "/notes/0/text"),
        ("notes", note("a\u{0}".to_owned()), "/notes/0/text"),
        ("notes", json!([{"text": "x", "source": "model"}]), "/notes/0/source"),
        ("nickname", json!("Annie"), "/nickname"),
        ("a/b~c", json!(1), "/a~1b~0c"),
    ] {
        let body = with(good.clone(), json!({ name: value }));
        assert_eq!(pointers(ann.put("/profile", "*", body).await).await, [pointer], "{name}: {value}");
    }
    let too_many = with(good.clone(), json!({"notes": vec![json!({"text": "x"}); 51]}));
    assert_eq!(pointers(ann.put("/profile", "*", too_many).await).await, ["/notes"]);
    let several = with(good.clone(), json!({"days_per_week": 9, "time_zone": "x", "session_minutes": 1}));
    let found = pointers(ann.put("/profile", "*", several).await).await;
    assert_eq!(found, ["/days_per_week", "/session_minutes", "/time_zone"], "all at once");
    assert_eq!(ann.get("/profile").await, good);
}

#[tokio::test]
async fn two_peoples_profiles_are_apart() {
    let app = TestApp::start().await;
    let (ann, bob) = (app.user("ann").await, app.user("bob").await);
    ann.set_profile(json!({"days_per_week": 6})).await;
    assert_eq!(bob.get("/profile").await["days_per_week"], 3);
    assert_eq!(bob.get("/weekly-plan").await["days"].as_array().unwrap().len(), 3);
}

#[tokio::test]
async fn an_absent_optional_is_null_or_missing() {
    let app = TestApp::start().await;
    let ann = app.user("ann").await;
    let needed = json!({"experience": "beginner", "goal": "strength", "days_per_week": 3, "session_minutes": 60,
        "equipment": ["barbell"], "notes": [{"text": "x", "id": "n1"}]});
    let missing = expect(ann.put("/profile", "*", needed.clone()).await, StatusCode::OK).await;
    for name in ["limitations", "loads", "known_lifts", "split_preference", "units", "time_zone", "weekdays"]
    {
        let body = with(needed.clone(), json!({ name: null }));
        let answer = expect(ann.put("/profile", "*", body).await, StatusCode::OK).await;
        assert_eq!(answer[name], missing[name], "{name}");
    }
    let null = with(needed.clone(), json!({"notes": null}));
    let answer = expect(ann.put("/profile", "*", null).await, StatusCode::OK).await;
    assert_eq!(answer["notes"], json!([]));
    let inside = with(needed, json!({"notes": [{"text": "x", "id": null, "source": null}]}));
    let answer = expect(ann.put("/profile", "*", inside).await, StatusCode::OK).await;
    assert_eq!(answer["notes"][0]["source"], "person");
    assert!(!answer["notes"][0]["id"].as_str().unwrap().is_empty());
}
