//! A person who reads pounds: nothing that the built-in coach says of its own is in kilograms, and a
//! number without a unit is one of theirs. What rules and engine say comes in their units already.

use serde_json::{Value, json};

use super::script::{Script, declined, draft, plan, profile};

fn coach() -> Script {
    Script::coach().in_pounds()
}

fn copilot() -> Script {
    Script::copilot().in_pounds()
}

fn next() -> Value {
    json!({"exercise_id": "barbell-back-squat", "set_index": 2, "kind": "working", "weight_kg": 60.0, "reps": 8,
        "duration_seconds": null, "rpe": 7.0, "rest_seconds": 150, "because": "132.3 lb went well, so it stays at 132.3 lb",
        "done": false, "heavier_kg": 62.5, "lighter_kg": 57.5})
}

/// Said in pounds, and in nothing else.
fn says(chat: &Script, words: &str) {
    assert!(chat.text.contains(words), "no {words:?} in {}", chat.text);
    assert!(!chat.text.contains("kg"), "{}", chat.text);
}

#[test]
fn what_is_read_is_told_in_pounds() {
    let progress = json!({"sessions_completed": 2, "volume_kg": 5400.0, "muscles": [],
        "lifts": [{"name": "Back squat", "e1rm_kg": 92.5, "trend": [{"e1rm_kg": 90.0}]}]});
    let mut noted = plan();
    noted["meta"]["notes"] = json!(["The bar alone is 44.1 lb"]);
    for (said, result, words) in [
        ("what is next", plan(), "Back squat 2 × 6–10 with 132.3 lb."),
        ("show my plan", plan(), "Bench press 1 × 6–10 with 88.2 lb"),
        ("why that much on bench?", plan(), "Bench press stands at 1 × 6–10 with 88.2 lb."),
        ("why these numbers?", noted, "The bar alone is 44.1 lb."),
        ("how am I doing", progress.clone(), "11905 lb moved"),
        ("how am I doing", progress, "Back squat 203.9 lb (+5.5)"),
    ] {
        says(&coach().says(said).answered(&[result]), words);
    }
}

#[test]
fn a_bodyweight_is_kept_in_kilograms_and_said_in_pounds() {
    for (said, kg, words) in [
        ("I weigh 180 lb", 81.65, "bodyweight 180 lb"),
        ("I weigh 180", 81.65, "bodyweight 180 lb"),
        ("I weigh 80 kg", 80.0, "bodyweight 176.4 lb"),
    ] {
        let chat = coach().says(said).answered(&[profile()]);
        let args = &chat.calls[0].1;
        assert_eq!(args["bodyweight_kg"], json!(kg), "{said}");
        assert_eq!(args["reason"], json!(format!("You said so: {words}.")), "{said}");
        says(&chat, words);
    }
}

#[test]
fn remarks_and_refusals_of_the_rules_are_told_in_pounds() {
    let mut heavy = draft();
    heavy["warnings"] = json!([{"message": "Set 1: 154.3 lb is above 145.5 lb"}]);
    says(&coach().says("make me a plan").answered(&[heavy]), "154.3 lb is above 145.5 lb");
    let refused =
        json!({"error": {"message": "x", "errors": [{"message": "above what may be proposed (132.3 lb)"}]}});
    let chat = copilot().says("log it").answered(&[next()]).answered(&[refused]);
    says(&chat, "proposed (132.3 lb)");
}

#[test]
fn a_persons_own_words_keep_their_units() {
    let chat =
        coach().says("make me a plan").answered(&[draft()]).answered(&[declined("100 kg is too much")]);
    assert!(chat.ended().contains("“100 kg is too much”"), "{}", chat.text);
}

#[test]
fn beside_the_bar_everything_is_in_pounds() {
    says(&copilot().says("why?").answered(&[next()]), "132.3 lb went well, so it stays at 132.3 lb.");
    says(&copilot().says("how long do I rest").answered(&[next()]), "8 reps with 132.3 lb");
    says(&copilot().says("that felt easy").answered(&[next()]), "8 reps with 137.8 lb");
    says(&copilot().says("that was too heavy").answered(&[next()]), "8 reps with 126.8 lb");
    says(&copilot().says("log it").answered(&[next()]), "8 reps with 132.3 lb");
}

#[test]
fn a_load_without_a_unit_is_one_of_theirs() {
    for (said, kg, words) in [
        ("did 5 reps at 135", 61.23, "5 reps with 135 lb"),
        ("135 x 6", 61.23, "6 reps with 135 lb"),
        ("did 5 reps with 65 kg", 65.0, "5 reps with 143.3 lb"),
    ] {
        let chat = copilot().says(said).answered(&[next()]);
        assert_eq!(chat.calls[0].1["weight_kg"], json!(kg), "{said}");
        says(&chat, words);
    }
}
