//! A change of the profile as words: each field from → to, notes as lines that come and go.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::agents::tools::card::Card;
use crate::domain::language::Language;
use crate::domain::profile::Units;
use crate::wording::change::{ChangeLine, DayChange, FieldChange};
use crate::wording::{numbers, sets, texts, vocabulary};

/// The preview of a change of the profile.
#[derive(Debug, Serialize, Deserialize)]
pub struct ProfilePreview {
    pub changes: Vec<ProfileChange>,
    /// One sentence by who proposed it.
    #[serde(default)]
    pub reason: Option<String>,
}

/// A field of the profile, before and after.
#[derive(Debug, Serialize, Deserialize)]
pub struct ProfileChange {
    pub field: String,
    #[serde(default)]
    pub from: Value,
    #[serde(default)]
    pub to: Value,
}

/// What changes.
pub fn card(profile: &ProfilePreview, units: Units) -> Card {
    let (notes, fields): (Vec<_>, Vec<_>) =
        profile.changes.iter().partition(|change| change.field == "notes");
    let fields = fields.into_iter().map(|change| profile_change(change, units)).collect();
    Card { fields, days: notes.into_iter().map(notes_changed).collect(), ..Card::default() }
}

/// The notes that go and those that come.
fn notes_changed(change: &ProfileChange) -> DayChange {
    let texts = |value: &Value| -> Vec<String> {
        let notes = value.as_array().into_iter().flatten();
        notes.filter_map(|note| note.get("text")?.as_str().map(str::to_owned)).collect()
    };
    let (before, after) = (texts(&change.from), texts(&change.to));
    let without = |all: &[String], others: &[String]| -> Vec<ChangeLine> {
        let only = all.iter().filter(|text| !others.contains(text));
        only.map(|text| ChangeLine { name: text.clone(), detail: String::new() }).collect()
    };
    DayChange {
        title: texts::say("proposal-notes").to_owned(),
        removed: without(&before, &after),
        added: without(&after, &before),
        ..DayChange::default()
    }
}

fn profile_change(change: &ProfileChange, units: Units) -> FieldChange {
    FieldChange {
        name: name(&change.field),
        from: in_words(&change.field, &change.from, units),
        to: in_words(&change.field, &change.to, units),
    }
}

/// A field of the profile by name; what is kept in kilograms is not said in them.
pub fn name(field: &str) -> String {
    vocabulary::plain(field.trim_end_matches("_kg"))
}

/// What stands in this field, as a person reads it. What is not known is said all the same.
fn in_words(field: &str, value: &Value, units: Units) -> String {
    match value {
        Value::Null => texts::say("proposal-none").to_owned(),
        Value::Bool(true) => texts::say("proposal-yes").to_owned(),
        Value::Bool(false) => texts::say("proposal-no").to_owned(),
        Value::Number(number) => {
            number.as_f64().map_or_else(|| number.to_string(), |n| amount(field, n, units))
        }
        Value::String(word) => match field {
            // Words of a person's own, and names that are the same everywhere.
            "note" | "text" | "units" | "time_zone" => word.clone(),
            "split_preference" => vocabulary::split(word),
            "language" => Language::parse(word)
                .map_or_else(|| word.clone(), |language| texts::within(language, "language-name", &[])),
            "exercise_id" => vocabulary::exercise(word),
            _ => vocabulary::plain(word),
        },
        Value::Array(items) if items.is_empty() => texts::say("proposal-none").to_owned(),
        Value::Array(items) if field.ends_with("_kg") && items.iter().all(Value::is_number) => {
            let kg = items.iter().filter_map(Value::as_f64);
            format!("{} {units}", kg.map(|kg| numbers::load(kg, units)).collect::<Vec<_>>().join(", "))
        }
        Value::Array(items) => {
            items.iter().map(|item| in_words(field, item, units)).collect::<Vec<_>>().join(", ")
        }
        Value::Object(_) => entry(field, value, units),
    }
}

/// A number with what it counts.
fn amount(field: &str, number: f64, units: Units) -> String {
    if field.ends_with("_kg") {
        return numbers::weight(number, units);
    }
    let plain = numbers::number(number, 2);
    if field.ends_with("_minutes") {
        return texts::with("proposal-minutes", &[("n", plain.into())]);
    }
    plain
}

/// Several values that belong together: a limitation, a lift, the loads there are.
fn entry(field: &str, value: &Value, units: Units) -> String {
    let part =
        |key: &str| value.get(key).filter(|part| !part.is_null()).map(|part| in_words(key, part, units));
    let fields = value.as_object().into_iter().flatten();
    let number = |key: &str| value.get(key).and_then(Value::as_f64);
    match (field, part("pattern"), part("exercise_id"), number("weight_kg")) {
        ("limitations", Some(spared), ..) => match part("note").filter(|note| !note.is_empty()) {
            Some(note) => format!("{spared} ({note})"),
            None => spared,
        },
        ("known_lifts", _, Some(exercise), Some(kg)) => {
            let reps = value.get("reps").and_then(Value::as_u64).and_then(|reps| u32::try_from(reps).ok());
            let lifted =
                reps.map_or_else(|| numbers::weight(kg, units), |reps| sets::lifted(kg, &[reps], false));
            format!("{exercise}: {lifted}")
        }
        ("loads", ..) if !value.as_object().is_some_and(serde_json::Map::is_empty) => {
            fields.map(|(gear, spec)| loads(gear, spec, units)).collect::<Vec<_>>().join("; ")
        }
        ("loads", ..) => texts::say("proposal-none").to_owned(),
        _ => {
            let told =
                fields.filter(|(key, value)| !value.is_null() && !matches!(key.as_str(), "id" | "source"));
            told.map(|(key, value)| in_words(key, value, units)).collect::<Vec<_>>().join(" ")
        }
    }
}

/// What one kind of equipment can be loaded with: `Dumbbell: least 4 kg, step 2 kg`.
fn loads(gear: &str, spec: &Value, units: Units) -> String {
    let part = |key: &str| in_words(key, spec.get(key).unwrap_or(&Value::Null), units);
    let numbers = [
        ("equipment", vocabulary::plain(gear).into()),
        ("least", part("min_kg").into()),
        ("step", part("step_kg").into()),
    ];
    let told = texts::with("proposal-loads", &numbers);
    if spec.get("plates_kg").and_then(Value::as_array).is_none_or(Vec::is_empty) {
        return told;
    }
    format!("{told}, {}", texts::with("proposal-plates", &[("plates", part("plates_kg").into())]))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::wording::{Wording, within};

    #[test]
    fn what_a_profile_holds_reads_as_a_person_says_it() {
        let body = json!([{"exercise_id": "pull-up", "weight_kg": 0.0, "reps": 13}]);
        let lift = json!([{"exercise_id": "barbell-back-squat", "weight_kg": 100.0, "reps": 5}]);
        let loads = json!({"barbell": {"min_kg": 20.0, "step_kg": 2.5, "plates_kg": [20.0, 10.0]},
                           "dumbbell": {"min_kg": 4.0, "step_kg": 2.0, "plates_kg": null}});
        let spared =
            json!([{"pattern": "lower_back", "note": "since_May"}, {"pattern": "knee", "note": null}]);
        for (field, value, kg, lb) in [
            ("bodyweight_kg", json!(80), "80 kg", "176.4 lb"),
            ("session_minutes", json!(60), "60 min", "60 min"),
            ("days_per_week", json!(3), "3", "3"),
            ("birth_year", json!(1990), "1990", "1990"),
            ("goal", json!("general_fitness"), "General fitness", "General fitness"),
            ("split_preference", json!("push_pull_legs"), "Push/pull/legs", "Push/pull/legs"),
            ("weekdays", json!(["monday", "friday"]), "Monday, Friday", "Monday, Friday"),
            ("equipment", json!(["pull_up_bar"]), "Pull-up bar", "Pull-up bar"),
            ("units", json!("lb"), "lb", "lb"),
            ("language", json!("de"), "Deutsch", "Deutsch"),
            ("time_zone", json!("America/New_York"), "America/New_York", "America/New_York"),
            ("limitations", spared, "Lower back (since_May), Knee", "Lower back (since_May), Knee"),
            ("known_lifts", lift, "Barbell back squat: 100 kg × 5", "Barbell back squat: 220.5 lb × 5"),
            (
                "loads",
                loads,
                "Barbell: least 20 kg, step 2.5 kg, plates 20, 10 kg; Dumbbell: least 4 kg, step 2 kg",
                "Barbell: least 44.1 lb, step 5.5 lb, plates 44.1, 22 lb; Dumbbell: least 8.8 lb, step 4.4 lb",
            ),
            ("loads", json!({}), "none", "none"),
            ("known_lifts", body, "Pull-up: 13 reps", "Pull-up: 13 reps"),
            ("bodyweight_kg", json!(null), "none", "none"),
        ] {
            let read_in =
                |units| within(Wording { units, ..Wording::default() }, || in_words(field, &value, units));
            assert_eq!((read_in(Units::Kg), read_in(Units::Lb)), (kg.into(), lb.into()), "{field}");
        }
        assert_eq!(name("bodyweight_kg"), "Bodyweight");
    }
}
