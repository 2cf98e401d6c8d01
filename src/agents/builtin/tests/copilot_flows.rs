//! The Copilot's flows, step by step.

use serde_json::{Value, json};

use super::script::{COPILOT, Script, declined, executed};
use crate::agents::roster::Agent;

fn next() -> Value {
    json!({"exercise_id": "barbell-back-squat", "set_index": 2, "kind": "working", "weight_kg": 60.0, "reps": 8,
        "duration_seconds": null, "rpe": 7.0, "rest_seconds": 150, "because": "the first set was on target", "done": false})
}

fn session() -> Value {
    json!({"status": "active", "prescribed": [
        {"exercise_id": "barbell-back-squat", "name": "Back squat", "sets": [{}, {}, {}]},
        {"exercise_id": "barbell-bench-press", "name": "Bench press", "sets": [{}]}],
        "sets": [{"exercise_id": "barbell-back-squat", "set_index": 1, "kind": "working"},
                 {"exercise_id": "barbell-back-squat", "set_index": 1, "kind": "warmup"}]})
}

#[test]
fn without_a_word_the_reason_of_the_suggestion_is_told() {
    for said in ["", "why?", "Why this weight?"] {
        let chat = Script::copilot().says(said);
        assert_eq!(chat.calls, [("suggestNextSet".to_owned(), json!({}))], "{said}");
        assert_eq!(chat.answered(&[next()]).ended(), "The first set was on target. Rest 2:30.", "{said}");
    }
    let done = Script::copilot().says("").answered(&[json!({"exercise_id": null, "done": true})]);
    assert!(done.ended().contains("is done"));
}

#[test]
fn a_set_is_proposed_as_suggested_and_as_said() {
    let cases = [
        ("log it", json!({"reps": 8, "weight_kg": 60.0, "rpe": null})),
        ("done", json!({"reps": 8, "weight_kg": 60.0, "rpe": null})),
        ("that was 7 at RPE 9", json!({"reps": 7, "weight_kg": 60.0, "rpe": 9.0})),
        ("did 5 reps with 65 kg", json!({"reps": 5, "weight_kg": 65.0, "rpe": null})),
        ("135 lb x 6 @8.5", json!({"reps": 6, "weight_kg": 61.23, "rpe": 8.5})),
        ("Use logSet: 8 reps at 62.5 kg", json!({"reps": 8, "weight_kg": 62.5, "rpe": null})),
    ];
    for (said, numbers) in cases {
        let chat = Script::copilot().says(said).answered(&[next()]);
        let mut expected = json!({"exercise_id": "barbell-back-squat", "set_index": 2, "kind": "working", "duration_seconds": null});
        expected.as_object_mut().unwrap().extend(numbers.as_object().unwrap().clone());
        assert_eq!(chat.calls, [("logSet".to_owned(), expected)], "{said}");
        assert!(chat.answered(&[executed()]).ended().starts_with("Logged."), "{said}");
    }
    let declined = Script::copilot().says("log it").answered(&[next()]).answered(&[declined("it was 9")]);
    assert!(declined.ended().contains("“it was 9”"));
}

#[test]
fn a_timed_set_takes_seconds() {
    let mut plank = next();
    (plank["exercise_id"], plank["reps"], plank["duration_seconds"], plank["weight_kg"]) =
        (json!("plank"), Value::Null, json!(40), Value::Null);
    for (said, seconds) in [("done", 40), ("held it 45 seconds", 45), ("held it 1 minute", 60)] {
        let chat = Script::copilot().says(said).answered(&[plank.clone()]);
        let args = &chat.calls[0].1;
        assert_eq!(
            (&args["duration_seconds"], &args["reps"], &args["weight_kg"]),
            (&json!(seconds), &Value::Null, &json!(0.0)),
            "{said}"
        );
    }
}

#[test]
fn how_it_felt_and_what_is_left() {
    let felt = Script::copilot().says("that felt easy").answered(&[next()]);
    assert!(felt.ended().ends_with("The first set was on target. Rest 2:30."), "{}", felt.text);
    let left = Script::copilot().says("how many sets are left").answered(&[session()]);
    assert_eq!(left.ended(), "1 of 4 sets done. Left: Back squat (2 sets) and Bench press (1 set).");
    assert!(Script::copilot().says("my shoulder hurts").ended().starts_with("Stop this exercise"));
}

#[test]
fn a_swap_needs_the_tool_and_takes_only_what_its_schema_lists() {
    assert!(Script::copilot().says("the rack is taken").ended().starts_with("I cannot swap"));
    let tools: Vec<&str> = COPILOT.iter().copied().chain(["swapExercise"]).collect();
    let mut chat = Script::new(Agent::Copilot, &tools);
    chat.request.tools[3].parameters = json!({"type": "object", "properties": {
        "exercise_id": {"type": "string"}, "reason": {"type": ["string", "null"]},
        "replacement_id": {"type": "string", "enum": ["barbell-bench-press", "dumbbell-bench-press", "goblet-squat"]}}});
    let chat = chat.says("the rack is taken").answered(&[session(), next()]);
    assert_eq!(chat.called(), ["swapExercise"]);
    assert_eq!(chat.calls[0].1["exercise_id"], "barbell-back-squat");
    assert_eq!(chat.calls[0].1["replacement_id"], "goblet-squat");
    assert!(chat.answered(&[executed()]).ended().starts_with("Swapped"));
}
