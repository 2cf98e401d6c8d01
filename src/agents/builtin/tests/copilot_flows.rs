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
fn a_hard_set_in_the_place_of_a_warm_up_is_no_warm_up() {
    let mut warmup = next();
    (warmup["kind"], warmup["weight_kg"], warmup["rpe"]) = (json!("warmup"), json!(40.0), Value::Null);
    for (said, kind, index) in [
        ("log it", "warmup", 2),
        ("did 5 reps with 42.5 kg", "warmup", 2),
        ("I did 80 kg for 6", "working", 1),
        ("that was 7 at RPE 9", "working", 1),
    ] {
        let chat = Script::copilot().says(said).answered(&[warmup.clone()]);
        let (_, args) = &chat.calls[0];
        assert_eq!((&args["kind"], &args["set_index"]), (&json!(kind), &json!(index)), "{said}");
    }
    assert!(Script::copilot().says("log it").answered(&[warmup]).text.contains("warm-up 2"));
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
    for (said, field, kg) in [
        ("that felt easy", "heavier_kg", 62.5),
        ("can I go heavier", "heavier_kg", 62.5),
        ("that was too heavy", "lighter_kg", 57.5),
        ("can we go lighter", "lighter_kg", 57.5),
    ] {
        let mut next = next();
        next[field] = json!(kg);
        let chat = Script::copilot().says(said).answered(&[next]);
        assert_eq!(chat.called(), ["logSet"], "{said}");
        let args = &chat.calls[0].1;
        assert_eq!((&args["weight_kg"], &args["reps"], &args["rpe"]), (&json!(kg), &json!(8), &Value::Null));
        assert!(chat.answered(&[executed()]).ended().starts_with("Logged."), "{said}");
    }
    for said in ["how long do I rest", "how long should I rest?", "rest time?", "how much rest"] {
        let rest = Script::copilot().says(said).answered(&[next()]);
        assert!(rest.ended().starts_with("Rest 2:30"), "{said}: {}", rest.text);
        assert!(rest.text.contains("8 reps with 60 kg"), "{said}: {}", rest.text);
    }
    let nothing = json!({"exercise_id": null, "done": true, "reason": {"code": "next_nothing_prescribed"},
        "because": "Nothing is prescribed: log whatever you lift."});
    let free = Script::copilot().says("what is next").answered(&[nothing]);
    assert_eq!(free.ended(), "Nothing is prescribed: log whatever you lift.");
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

#[test]
fn what_is_taken_is_not_offered_again() {
    let tools: Vec<&str> = COPILOT.iter().copied().chain(["swapExercise"]).collect();
    let mut chat = Script::new(Agent::Copilot, &tools);
    chat.request.tools[3].parameters = json!({"type": "object", "properties": {
        "exercise_id": {"type": "string"}, "reason": {"type": ["string", "null"]},
        "replacement_id": {"type": "string", "enum": ["front-squat", "dumbbell-bench-squat", "leg-press", "goblet-squat"]}}});
    let other = |id: &str, gear: &[&str]| json!({"exercise_id": id, "name": id, "equipment": gear});
    let mut next = next();
    next["alternatives"] = json!([
        other("front-squat", &["barbell"]),
        other("dumbbell-bench-squat", &["dumbbell", "bench"]),
        other("goblet-squat", &["dumbbell"]),
        other("leg-press", &["machine"])
    ]);
    for (said, new) in [
        ("the rack is taken", "dumbbell-bench-squat"),
        ("rack and bench are busy", "goblet-squat"),
        ("someone is using the barbell and the dumbbells", "leg-press"),
        ("swap this please", "front-squat"),
        ("the bar, the dumbbells and every machine are taken", "front-squat"),
    ] {
        let chat = chat.clone().says(said).answered(&[session(), next.clone()]);
        assert_eq!(chat.called(), ["swapExercise"], "{said}");
        assert_eq!(chat.calls[0].1["replacement_id"], new, "{said}");
    }
}
