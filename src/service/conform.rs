//! A JSON value against a strict schema (see [`super::schema`]): all that is wrong is told at once,
//! with a pointer and a reason. A body is read to the letter. From a model's arguments
//! what can be read in only one way is taken: `"3"` where a number belongs is 3.

use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::{Map, Value};

use super::error::FieldError;
use crate::domain::reason::Reason;
use crate::reason;

/// Most errors told at once of a model's arguments.
const MOST: usize = 8;
/// Most errors told at once of a body.
const MOST_OF_A_BODY: usize = 50;
/// Most characters of a field's name that are repeated to whoever made it up.
const LONGEST_NAME: usize = 64;

/// The value as the schema wants it, what can be read in only one way coerced; or what is wrong.
pub fn conform(schema: &Value, value: &Value) -> Result<Value, Vec<FieldError>> {
    let (value, mut errors) = walk(schema, value, true);
    errors.truncate(MOST);
    if errors.is_empty() { Ok(value) } else { Err(errors) }
}

/// What is wrong with the value, read to the letter.
#[must_use]
pub fn faults(schema: &Value, value: &Value) -> Vec<FieldError> {
    let (_, mut errors) = walk(schema, value, false);
    errors.truncate(MOST_OF_A_BODY);
    errors
}

fn walk(schema: &Value, value: &Value, lenient: bool) -> (Value, Vec<FieldError>) {
    let mut walk = Walk { lenient, errors: Vec::new() };
    let value = walk.visit(schema, value, "");
    (value, walk.errors)
}

struct Walk {
    /// Takes what can be read in only one way.
    lenient: bool,
    errors: Vec<FieldError>,
}

impl Walk {
    fn fault(&mut self, at: &str, code: &'static str, reason: Reason) {
        self.errors.push(FieldError::new(at, code, reason));
    }

    fn visit(&mut self, schema: &Value, value: &Value, at: &str) -> Value {
        if let Some(all) = schema["anyOf"].as_array() {
            return self.union(all, value, at);
        }
        if types(schema).is_empty() {
            // A schema without a type takes anything.
            return value.clone();
        }
        let value = if self.lenient { coerce(schema, value) } else { value.clone() };
        let Some(kind) = kind_of(schema, &value) else {
            self.fault(at, "wrong_type", wanted(schema));
            return value;
        };
        if let Some(words) = schema["enum"].as_array()
            && !words.contains(&value)
        {
            self.fault(at, "unknown_value", one_of(words));
        }
        match (kind, value) {
            ("object", Value::Object(object)) => self.object(schema, &object, at),
            ("array", Value::Array(items)) => {
                self.entries_count(schema, items.len(), at);
                let visited = items.iter().enumerate();
                visited
                    .map(|(index, item)| self.visit(&schema["items"], item, &format!("{at}/{index}")))
                    .collect()
            }
            ("string", Value::String(text)) => {
                self.text(schema, &text, at);
                Value::String(text)
            }
            (_, Value::Number(number)) => {
                self.range(schema, number.as_f64().unwrap_or(f64::NAN), at);
                Value::Number(number)
            }
            (_, value) => value,
        }
    }

    fn union(&mut self, all: &[Value], value: &Value, at: &str) -> Value {
        let mut tried = all.iter().map(|one| walk(one, value, self.lenient));
        if let Some((value, _)) = tried.find(|(_, errors)| errors.is_empty()) {
            return value;
        }
        self.fault(at, "invalid", reason!("input_none_of_the_forms"));
        value.clone()
    }

    fn object(&mut self, schema: &Value, object: &Map<String, Value>, at: &str) -> Value {
        let Some(properties) = schema["properties"].as_object() else {
            return self.entries(schema, object, at);
        };
        let is_open = schema.get("additionalProperties").is_some_and(|more| *more != Value::Bool(false));
        for name in object.keys().filter(|name| !is_open && !properties.contains_key(*name)) {
            let known: Vec<_> = properties.keys().map(String::as_str).collect();
            let reason = reason!("input_no_such_field", allowed = known);
            let shown: String = name.chars().take(LONGEST_NAME).collect();
            self.fault(&format!("{at}/{}", escape(&shown)), "unknown_field", reason);
        }
        let further = object.iter().filter(|(name, _)| is_open && !properties.contains_key(*name));
        let mut out: Map<String, Value> =
            further.map(|(name, value)| (name.clone(), value.clone())).collect();
        for (name, property) in properties {
            let at = format!("{at}/{}", escape(name));
            match object.get(name) {
                Some(value) => {
                    out.insert(name.clone(), self.visit(property, value, &at));
                }
                None if takes_null(property) => {
                    out.insert(name.clone(), Value::Null);
                }
                None => self.fault(&at, "missing", reason!("input_missing")),
            }
        }
        Value::Object(out)
    }

    /// An object whose names are not fields: all of its values are of one kind.
    fn entries(&mut self, schema: &Value, object: &Map<String, Value>, at: &str) -> Value {
        let names = schema.pointer("/propertyNames/enum").and_then(Value::as_array);
        let mut out = Map::new();
        for (name, value) in object {
            let at = format!("{at}/{}", escape(name));
            if let Some(names) = names.filter(|names| !names.iter().any(|known| known == name)) {
                self.fault(&at, "unknown_field", reason!("input_no_such_entry", allowed = listed(names)));
            }
            out.insert(name.clone(), self.visit(&schema["additionalProperties"], value, &at));
        }
        Value::Object(out)
    }

    fn text(&mut self, schema: &Value, text: &str, at: &str) {
        let (fewest, most) = outside(schema, ("minLength", "maxLength"), text.chars().count());
        if let Some(least) = fewest {
            self.fault(at, "length", reason!("input_fewest_characters", least = least));
        }
        if let Some(most) = most {
            self.fault(at, "length", reason!("input_most_characters", most = most));
        }
        match schema["format"].as_str() {
            Some("date-time") if text.parse::<Timestamp>().is_err() => {
                self.fault(at, "invalid", reason!("input_not_a_time"));
            }
            Some("date") if iso_date(text).is_none() => {
                self.fault(at, "invalid", reason!("input_not_a_date"));
            }
            _ => {}
        }
    }

    fn entries_count(&mut self, schema: &Value, count: usize, at: &str) {
        let (fewest, most) = outside(schema, ("minItems", "maxItems"), count);
        if let Some(least) = fewest {
            self.fault(at, "length", reason!("input_fewest_entries", least = least));
        }
        if let Some(most) = most {
            self.fault(at, "length", reason!("input_most_entries", most = most));
        }
    }

    fn range(&mut self, schema: &Value, value: f64, at: &str) {
        let (least, most) = (schema["minimum"].as_f64(), schema["maximum"].as_f64());
        if least.is_none_or(|least| value >= least) && most.is_none_or(|most| value <= most) {
            return;
        }
        self.fault(at, "out_of_range", bounds(least, most, at.contains("_kg")));
    }
}

/// The range that a number is out of; a load's is said in the person's units.
fn bounds(least: Option<f64>, most: Option<f64>, is_load: bool) -> Reason {
    match (least, most) {
        (Some(least), Some(most)) if is_load => {
            reason!("input_load_between", least_kg = least, most_kg = most)
        }
        (Some(least), Some(most)) => reason!("input_between", least = least, most = most),
        (Some(least), None) if is_load => reason!("input_load_at_least", least_kg = least),
        (Some(least), None) => reason!("input_at_least", least = least),
        (None, most) if is_load => reason!("input_load_at_most", most_kg = most.unwrap_or_default()),
        (None, most) => reason!("input_at_most", most = most.unwrap_or_default()),
    }
}

/// The limit that a length falls short of, and the one that it is beyond.
fn outside(schema: &Value, keys: (&str, &str), length: usize) -> (Option<usize>, Option<usize>) {
    let limit = |key: &str| schema[key].as_u64().and_then(|limit| usize::try_from(limit).ok());
    (limit(keys.0).filter(|least| length < *least), limit(keys.1).filter(|most| length > *most))
}

/// A key as a segment of a JSON pointer (RFC 6901).
#[must_use]
pub fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// A date as ISO 8601 writes it whole, and nothing more: no time of day, no other form.
#[must_use]
pub fn iso_date(text: &str) -> Option<Date> {
    text.parse().ok().filter(|date: &Date| date.to_string() == text)
}

fn types(schema: &Value) -> Vec<&str> {
    match &schema["type"] {
        Value::String(one) => vec![one],
        Value::Array(all) => all.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

/// Whether null is among what the schema takes.
#[must_use]
pub fn takes_null(schema: &Value) -> bool {
    types(schema).contains(&"null")
        || schema["anyOf"].as_array().is_some_and(|all| all.iter().any(takes_null))
}

/// The one of the schema's types that the value has.
fn kind_of<'s>(schema: &'s Value, value: &Value) -> Option<&'s str> {
    types(schema).into_iter().find(|kind| match (*kind, value) {
        ("null", Value::Null)
        | ("boolean", Value::Bool(_))
        | ("string", Value::String(_))
        | ("array", Value::Array(_))
        | ("object", Value::Object(_))
        | ("number", Value::Number(_)) => true,
        ("integer", Value::Number(number)) => number.is_i64() || number.is_u64(),
        _ => false,
    })
}

/// What can be read in only one way.
fn coerce(schema: &Value, value: &Value) -> Value {
    if kind_of(schema, value).is_some() && schema["enum"].is_null() {
        return value.clone();
    }
    let kinds = types(schema);
    match value {
        Value::String(text) if kinds.contains(&"integer") || kinds.contains(&"number") => {
            let number: Option<Value> = serde_json::from_str(text.trim()).ok();
            number.filter(Value::is_number).map_or_else(|| value.clone(), |number| coerce(schema, &number))
        }
        Value::Number(number) if kinds.contains(&"integer") => whole(number).unwrap_or_else(|| value.clone()),
        Value::String(text) if text.trim().eq_ignore_ascii_case("null") && kinds.contains(&"null") => {
            Value::Null
        }
        Value::String(text) => a_word(schema, text).unwrap_or_else(|| value.clone()),
        _ => value.clone(),
    }
}

/// 3.0 where a whole number belongs.
fn whole(number: &serde_json::Number) -> Option<Value> {
    let text = number.as_f64().filter(|number| number.fract() == 0.0)?.to_string();
    text.parse::<i64>().ok().map(Value::from)
}

/// "General Fitness" where `general_fitness` belongs.
fn a_word(schema: &Value, text: &str) -> Option<Value> {
    let plain = |text: &str| text.trim().to_lowercase().replace([' ', '-'], "_");
    let words = schema["enum"].as_array()?;
    words.iter().find(|word| word.as_str().is_some_and(|word| plain(word) == plain(text))).cloned()
}

/// What belongs where something else stands.
fn wanted(schema: &Value) -> Reason {
    if let Some(words) = schema["enum"].as_array() {
        return one_of(words);
    }
    let kinds: Vec<&str> = types(schema).into_iter().filter(|kind| *kind != "null").collect();
    match kinds.as_slice() {
        [one] => reason!("input_wrong_type", wanted = *one),
        several => reason!("input_none_of_the_types", allowed = several.to_vec()),
    }
}

fn one_of(words: &[Value]) -> Reason {
    reason!("input_one_of", allowed = listed(words))
}

/// The first words of a vocabulary, as they are typed.
fn listed(words: &[Value]) -> Vec<&str> {
    words.iter().filter_map(Value::as_str).take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn schema() -> Value {
        json!({"type": "object", "additionalProperties": false, "required": ["reps", "goal", "names"], "properties": {
            "reps": {"type": "integer", "minimum": 1, "maximum": 20},
            "goal": {"type": ["string", "null"], "enum": ["general_fitness", null]},
            "names": {"type": ["array", "null"], "maxItems": 1, "items": {"type": "string", "maxLength": 3}}}})
    }

    #[test]
    fn what_can_be_read_in_one_way_is_coerced() {
        for (sent, expected) in [
            (json!({"reps": 5}), json!({"reps": 5, "goal": null, "names": null})),
            (
                json!({"reps": "5", "goal": "General fitness"}),
                json!({"reps": 5, "goal": "general_fitness", "names": null}),
            ),
            (json!({"reps": 5.0, "goal": "null"}), json!({"reps": 5, "goal": null, "names": null})),
        ] {
            assert_eq!(conform(&schema(), &sent).unwrap(), expected);
        }
    }

    #[test]
    fn everything_wrong_is_told_with_a_pointer() {
        for (sent, pointer, code) in [
            (json!({}), "/reps", "missing"),
            (json!({"reps": 21}), "/reps", "out_of_range"),
            (json!({"reps": 5.5}), "/reps", "wrong_type"),
            (json!({"reps": "many"}), "/reps", "wrong_type"),
            (json!({"reps": 5, "goal": "size"}), "/goal", "unknown_value"),
            (json!({"reps": 5, "names": ["a", "b"]}), "/names", "length"),
            (json!({"reps": 5, "names": ["long"]}), "/names/0", "length"),
            (json!({"reps": 5, "confirmed": true}), "/confirmed", "unknown_field"),
            (json!([]), "", "wrong_type"),
            (json!("{}"), "", "wrong_type"),
        ] {
            let errors = conform(&schema(), &sent).unwrap_err();
            assert_eq!((errors[0].pointer.as_str(), errors[0].code), (pointer, code), "{sent}");
            assert_eq!(faults(&schema(), &sent), errors, "{sent}");
        }
    }

    #[test]
    fn a_body_is_read_to_the_letter() {
        for sent in [json!({"reps": "5"}), json!({"reps": 5, "goal": "General fitness"})] {
            assert!(conform(&schema(), &sent).is_ok(), "{sent}");
            assert_eq!(faults(&schema(), &sent).len(), 1, "{sent}");
        }
        assert_eq!(faults(&schema(), &json!({"reps": 5, "names": []})), []);
        let times = json!({"type": "object", "properties": {
            "at": {"type": "string", "format": "date-time"}, "on": {"type": "string", "format": "date"}}});
        assert_eq!(faults(&times, &json!({"at": "2026-03-16T12:00:00Z", "on": "2026-03-16"})), []);
        for (at, on) in [("2026-03-16", "20260316"), ("noon", "2026-02-30"), ("", "2026-03-16T00:00:00")] {
            assert_eq!(faults(&times, &json!({"at": at, "on": on})).len(), 2, "{at} {on}");
        }
    }

    #[test]
    fn entries_are_held_to_their_names_and_kind() {
        let loads = json!({"type": "object", "propertyNames": {"enum": ["barbell", "cable"]},
            "additionalProperties": {"type": "object", "properties": {"min_kg": {"type": "number"}}}});
        assert_eq!(faults(&loads, &json!({"cable": {"min_kg": 5}})), []);
        let errors = faults(&loads, &json!({"spoon": {"min_kg": 5}, "barbell": {}}));
        let told: Vec<_> = errors.iter().map(|error| (error.pointer.as_str(), error.code)).collect();
        assert_eq!(told, [("/spoon", "unknown_field"), ("/barbell/min_kg", "missing")]);
        assert_eq!(errors[0].reason, reason!("input_no_such_entry", allowed = vec!["barbell", "cable"]));
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_answered_without_a_panic(text in ".{0,200}") {
            let value = serde_json::from_str(&text).unwrap_or(Value::String(text));
            let _ = (conform(&schema(), &value), faults(&schema(), &value));
        }
    }
}
