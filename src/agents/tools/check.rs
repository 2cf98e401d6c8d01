//! Arguments against the strict schema, on receipt: what can be read in only one way is coerced
//! (a missing optional field is null, `"3"` where a number belongs is 3), and all that is wrong is
//! told at once, with a pointer, so that a model can mend its call.

use serde_json::{Map, Value};

use crate::service::FieldError;
use crate::service::fields::escape;

/// Most errors told at once.
const MOST: usize = 8;

/// The arguments as the schema wants them, or what is wrong with them.
pub fn conform(schema: &Value, arguments: &Value) -> Result<Value, Vec<FieldError>> {
    let mut errors = Vec::new();
    let value = visit(schema, arguments, "", &mut errors);
    errors.truncate(MOST);
    if errors.is_empty() { Ok(value) } else { Err(errors) }
}

fn visit(schema: &Value, value: &Value, at: &str, errors: &mut Vec<FieldError>) -> Value {
    if let Some(all) = schema["anyOf"].as_array() {
        return union(all, value, at, errors);
    }
    let value = coerce(schema, value);
    let Some(kind) = kind_of(schema, &value) else {
        let wanted = types(schema).join(" or ");
        errors.push(FieldError::new(at, "wrong_type", format!("This must be {wanted}.")));
        return value;
    };
    if let Some(words) = schema["enum"].as_array()
        && !words.contains(&value)
    {
        errors.push(FieldError::new(at, "unknown_value", unknown(words)));
    }
    match (kind, value) {
        ("object", Value::Object(object)) => fields(schema, &object, at, errors),
        ("array", Value::Array(items)) => {
            bounds(schema, ("minItems", "maxItems"), items.len(), "entries", at, errors);
            let visited = items.iter().enumerate();
            visited
                .map(|(index, item)| visit(&schema["items"], item, &format!("{at}/{index}"), errors))
                .collect()
        }
        ("string", Value::String(text)) => {
            bounds(schema, ("minLength", "maxLength"), text.chars().count(), "characters", at, errors);
            Value::String(text)
        }
        (_, Value::Number(number)) => {
            range(schema, number.as_f64().unwrap_or(f64::NAN), at, errors);
            Value::Number(number)
        }
        (_, value) => value,
    }
}

fn union(all: &[Value], value: &Value, at: &str, errors: &mut Vec<FieldError>) -> Value {
    for one in all {
        if let Ok(value) = conform(one, value) {
            return value;
        }
    }
    errors.push(FieldError::new(at, "invalid", "This has none of the forms it may have."));
    value.clone()
}

fn fields(schema: &Value, object: &Map<String, Value>, at: &str, errors: &mut Vec<FieldError>) -> Value {
    let none = Map::new();
    let properties = schema["properties"].as_object().unwrap_or(&none);
    for name in object.keys().filter(|name| !properties.contains_key(*name)) {
        let known: Vec<_> = properties.keys().map(String::as_str).collect();
        let message = format!("There is no such field; the fields are: {}.", known.join(", "));
        errors.push(FieldError::new(format!("{at}/{}", escape(name)), "unknown_field", message));
    }
    let mut out = Map::new();
    for (name, property) in properties {
        let at = format!("{at}/{}", escape(name));
        match object.get(name) {
            Some(value) => {
                out.insert(name.clone(), visit(property, value, &at, errors));
            }
            None if takes_null(property) => {
                out.insert(name.clone(), Value::Null);
            }
            None => errors.push(FieldError::new(at, "missing", "This field is needed.")),
        }
    }
    Value::Object(out)
}

fn types(schema: &Value) -> Vec<&str> {
    match &schema["type"] {
        Value::String(one) => vec![one],
        Value::Array(all) => all.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

fn takes_null(schema: &Value) -> bool {
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

fn unknown(words: &[Value]) -> String {
    let listed: Vec<_> = words.iter().filter_map(Value::as_str).take(40).collect();
    format!("This must be one of: {}.", listed.join(", "))
}

fn bounds(
    schema: &Value,
    keys: (&str, &str),
    length: usize,
    what: &str,
    at: &str,
    errors: &mut Vec<FieldError>,
) {
    let limit = |key: &str| schema[key].as_u64().and_then(|limit| usize::try_from(limit).ok());
    if let Some(least) = limit(keys.0).filter(|least| length < *least) {
        errors.push(FieldError::new(at, "length", format!("At least {least} {what}.")));
    }
    if let Some(most) = limit(keys.1).filter(|most| length > *most) {
        errors.push(FieldError::new(at, "length", format!("At most {most} {what}.")));
    }
}

fn range(schema: &Value, value: f64, at: &str, errors: &mut Vec<FieldError>) {
    let below = schema["minimum"].as_f64().filter(|least| value < *least);
    let above = schema["maximum"].as_f64().filter(|most| value > *most);
    if let Some(limit) = below {
        errors.push(FieldError::new(at, "out_of_range", format!("This must be at least {limit}.")));
    }
    if let Some(limit) = above {
        errors.push(FieldError::new(at, "out_of_range", format!("This must be at most {limit}.")));
    }
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
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_answered_without_a_panic(text in ".{0,200}") {
            let value = serde_json::from_str(&text).unwrap_or(Value::String(text));
            let _ = conform(&schema(), &value);
        }
    }
}
