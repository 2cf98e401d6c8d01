//! A set in one line.

use serde_json::{Map, Value};

use super::exercise;
use crate::wording::{numbers, texts};

/// "Back squat, set 2: 8 reps with 100 kg at RPE 9", in the units of whom it is said to.
#[must_use]
pub fn described(set: &Map<String, Value>) -> String {
    let number = |key: &str| set.get(key).and_then(Value::as_f64);
    let text = |key: &str| set.get(key).and_then(Value::as_str).unwrap_or_default();
    let (reps, seconds) = (number("reps"), number("duration_seconds"));
    let measure = match (reps, seconds) {
        (Some(_), _) => "reps",
        (None, Some(_)) => "seconds",
        (None, None) => "none",
    };
    let amount = reps.or(seconds).unwrap_or_default();
    let (load, rpe) = (number("weight_kg").filter(|load| *load > 0.0), number("rpe"));
    let yes = |is: bool| if is { "yes" } else { "no" };
    let units = crate::wording::current().units;
    let facts = [
        ("exercise", exercise(text("exercise_id")).into()),
        ("kind", text("kind").to_owned().into()),
        ("index", numbers::number(number("set_index").unwrap_or(1.0), 2).into()),
        ("measure", measure.into()),
        ("amount", amount.into()),
        ("loaded", yes(load.is_some()).into()),
        ("load", load.map_or_else(String::new, |load| numbers::weight(load, units)).into()),
        ("effort", yes(rpe.is_some()).into()),
        ("rpe", rpe.map_or_else(String::new, |rpe| numbers::number(rpe, 2)).into()),
    ];
    texts::with("builtin-set", &facts)
}
