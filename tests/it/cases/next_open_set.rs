//! Which prescribed set is next: order, supersets' turns, gaps, warm-ups.

use serde_json::{Value, json};
use spotter::domain::next_set::next_open;
use spotter::domain::plan::{PlannedSet, Prescribed};
use spotter::domain::session::LoggedSet;

/// `(name, prescribed as "exercise group sets", logged as "exercise index", with w for a warm-up, next)`.
type Case = (&'static str, &'static [&'static str], &'static [&'static str], Option<(&'static str, u16)>);

const CASES: &[Case] = &[
    ("nothing is prescribed", &[], &["squat 1"], None),
    ("the first of all", &["squat - 2", "row - 1"], &[], Some(("squat", 1))),
    ("the second of the first", &["squat - 2", "row - 1"], &["squat 1"], Some(("squat", 2))),
    ("the next exercise", &["squat - 2", "row - 1"], &["squat 1", "squat 2"], Some(("row", 1))),
    ("a gap comes first", &["squat - 3"], &["squat 1", "squat 3"], Some(("squat", 2))),
    ("a gap of an earlier exercise", &["squat - 2", "row - 1"], &["squat 2", "row 1"], Some(("squat", 1))),
    ("one set more counts for nothing", &["squat - 1", "row - 1"], &["squat 1", "squat 2"], Some(("row", 1))),
    ("everything is done", &["squat - 1", "row - 1"], &["squat 1", "row 1"], None),
    ("a warm-up is no set", &["squat - 1"], &["squat 1w"], Some(("squat", 1))),
    ("an exercise without sets", &["squat - 0", "row - 1"], &[], Some(("row", 1))),
    ("a superset begins", &["bench A 2", "row A 2"], &[], Some(("bench", 1))),
    ("its other takes its turn", &["bench A 2", "row A 2"], &["bench 1"], Some(("row", 1))),
    ("and back", &["bench A 2", "row A 2"], &["bench 1", "row 1"], Some(("bench", 2))),
    ("begun with the other", &["bench A 2", "row A 2"], &["row 1"], Some(("bench", 1))),
    ("the longer one ends alone", &["bench A 1", "row A 3"], &["bench 1", "row 1"], Some(("row", 2))),
    ("three take turns", &["dip A 2", "chin A 2", "curl A 2"], &["dip 1", "chin 1"], Some(("curl", 1))),
    ("with another between", &["bench A 2", "squat - 1", "row A 2"], &["bench 1"], Some(("row", 1))),
    ("two supersets, each in its place", &["a A 1", "b B 1", "c A 1", "d B 1"], &["a 1"], Some(("b", 1))),
    (
        "the second superset ends",
        &["a A 1", "b B 1", "c A 1", "d B 1"],
        &["a 1", "b 1", "c 1"],
        Some(("d", 1)),
    ),
    ("spaces around a name are none", &["bench A 2", "row A_ 2"], &["bench 1"], Some(("row", 1))),
    ("a name of spaces is no superset", &["bench _ 2", "row _ 2"], &["bench 1"], Some(("bench", 2))),
    ("a superset of one", &["bench A 2", "row - 2"], &["bench 1"], Some(("bench", 2))),
];

fn group(word: &str) -> Option<String> {
    (word != "-").then(|| word.replace('_', " "))
}

fn prescribed(line: &str) -> Prescribed {
    let [id, name, sets] = line.split(' ').collect::<Vec<_>>().try_into().unwrap();
    let set = PlannedSet { reps_min: 5, reps_max: 8, weight_kg: None, rpe: None };
    Prescribed {
        exercise_id: id.to_owned(),
        name: id.to_owned(),
        group: group(name),
        rest_seconds: 90,
        note: None,
        sets: vec![set; sets.parse().unwrap()],
    }
}

/// As the case file and the set itself have it.
fn logged(line: &str) -> Value {
    let (id, index) = line.split_once(' ').unwrap();
    let kind = if index.ends_with('w') { "warmup" } else { "working" };
    let index: u16 = index.trim_end_matches('w').parse().unwrap();
    json!({"exercise_id": id, "set_index": index, "kind": kind})
}

fn set(logged: &Value) -> LoggedSet {
    let mut set = json!({
        "id": "x", "weight_kg": 60.0, "reps": 5, "duration_seconds": null, "rpe": null,
        "pain": false, "note": null, "logged_at": "2026-03-16T18:00:00Z",
    });
    for (name, value) in logged.as_object().unwrap() {
        set[name] = value.clone();
    }
    serde_json::from_value(set).unwrap()
}

#[test]
fn the_order_of_sets_is_what_the_script_is_held_to() {
    let mut cases = Vec::new();
    for (name, lines, done, expected) in CASES {
        let day: Vec<Prescribed> = lines.iter().map(|line| prescribed(line)).collect();
        let done: Vec<Value> = done.iter().map(|line| logged(line)).collect();
        let sets: Vec<LoggedSet> = done.iter().map(set).collect();
        let next = next_open(&day.iter().collect::<Vec<_>>(), &sets);
        let next = next.map(|open| (open.planned.exercise_id.as_str(), open.index));
        assert_eq!(next, *expected, "{name}");
        let day = day.iter().map(
            |one| json!({"exercise_id": one.exercise_id, "superset": one.superset(), "sets": one.sets.len()}),
        );
        let next = next.map(|(id, index)| json!({"exercise_id": id, "set_index": index}));
        cases
            .push(json!({"name": name, "prescribed": day.collect::<Vec<_>>(), "logged": done, "next": next}));
    }
    super::hold("next_open_set.json", &cases);
}
