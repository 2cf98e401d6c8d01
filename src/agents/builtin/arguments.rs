//! Arguments in the exact shape a tool's strict schema asks for: every field there, what was not
//! said null, nothing else. The schema of the request rules.

use serde_json::{Map, Value, json};

/// How deep a schema is followed.
const DEEPEST: u8 = 12;

/// The wanted arguments as the tool takes them. `days` goes through untouched: a drafted plan is
/// saved as it was drafted.
#[must_use]
pub fn fill(schema: &Value, wanted: &Map<String, Value>) -> Value {
    let properties = schema.get("properties").and_then(Value::as_object);
    let mut out = Map::new();
    for (name, part) in properties.into_iter().flatten() {
        let value = match wanted.get(name) {
            Some(days) if name == "days" => days.clone(),
            Some(value) => fit(schema, part, value, DEEPEST),
            None => absent(schema, part),
        };
        out.insert(name.clone(), value);
    }
    Value::Object(out)
}

/// The variants of a schema, references followed: itself, or the members of `anyOf`/`oneOf`.
fn variants<'a>(root: &'a Value, schema: &'a Value) -> Vec<&'a Value> {
    let schema = resolve(root, schema);
    let inner = ["anyOf", "oneOf"].iter().find_map(|key| schema.get(key)).and_then(Value::as_array);
    inner.map_or_else(|| vec![schema], |all| all.iter().map(|one| resolve(root, one)).collect())
}

fn resolve<'a>(root: &'a Value, schema: &'a Value) -> &'a Value {
    let pointer = schema.get("$ref").and_then(Value::as_str).and_then(|text| text.strip_prefix('#'));
    pointer.and_then(|pointer| root.pointer(pointer)).unwrap_or(schema)
}

fn is_type(schema: &Value, name: &str) -> bool {
    match schema.get("type") {
        Some(Value::String(one)) => one == name,
        Some(Value::Array(all)) => all.iter().any(|one| one == name),
        _ => false,
    }
}

/// What stands for a field that was not said: null, unless the schema has no null there.
fn absent(root: &Value, schema: &Value) -> Value {
    let all = variants(root, schema);
    let nullable = all.iter().any(|s| is_type(s, "null") || s.get("type").is_none());
    if nullable {
        Value::Null
    } else if all.iter().any(|s| is_type(s, "string") && s.get("enum").is_none()) {
        json!("")
    } else if all.iter().any(|s| is_type(s, "array")) {
        json!([])
    } else {
        Value::Null
    }
}

/// The value in the schema's shape: objects get every property and no other, words that an
/// enumeration does not know become null.
fn fit(root: &Value, schema: &Value, value: &Value, depth: u8) -> Value {
    if depth == 0 {
        return value.clone();
    }
    let all = variants(root, schema);
    match value {
        Value::Object(fields) => {
            let properties = all.iter().find_map(|s| s.get("properties")).and_then(Value::as_object);
            properties.map_or_else(
                || value.clone(),
                |properties| {
                    let field = |(name, part): (&String, &Value)| {
                        let value = fields.get(name).filter(|v| !v.is_null());
                        let value =
                            value.map_or_else(|| absent(root, part), |v| fit(root, part, v, depth - 1));
                        (name.clone(), value)
                    };
                    Value::Object(properties.iter().map(field).collect())
                },
            )
        }
        Value::Array(items) => {
            let part = all.iter().find_map(|s| s.get("items"));
            part.map_or_else(
                || value.clone(),
                |part| items.iter().map(|item| fit(root, part, item, depth - 1)).collect(),
            )
        }
        Value::String(_) if listed(root, schema).is_some_and(|words| !words.contains(&value)) => Value::Null,
        Value::String(text) => shortened(&all, text),
        _ => value.clone(),
    }
}

fn shortened(all: &[&Value], text: &str) -> Value {
    let most = all
        .iter()
        .find_map(|s| s.get("maxLength"))
        .and_then(Value::as_u64)
        .and_then(|n| usize::try_from(n).ok());
    Value::String(text.chars().take(most.unwrap_or(500)).collect())
}

/// The words a schema allows; `None` when it does not list them.
fn listed<'a>(root: &'a Value, schema: &'a Value) -> Option<Vec<&'a Value>> {
    let all = variants(root, schema);
    let words: Vec<&Value> = all
        .iter()
        .filter_map(|s| s.get("enum"))
        .filter_map(Value::as_array)
        .flatten()
        .filter(|v| !v.is_null())
        .collect();
    (!words.is_empty()).then_some(words)
}

/// The words that an argument may be, when the schema lists them.
#[must_use]
pub fn choices<'a>(schema: &'a Value, argument: &str) -> Vec<&'a str> {
    let part = schema.get("properties").and_then(|p| p.get(argument));
    let words = part.and_then(|part| listed(schema, part)).unwrap_or_default();
    words.into_iter().filter_map(Value::as_str).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(value: &Value) -> Map<String, Value> {
        value.as_object().cloned().unwrap()
    }

    #[test]
    fn the_schema_decides_which_fields_are_sent_and_in_which_shape() {
        let schema = json!({
            "type": "object",
            "properties": {
                "goal": {"type": ["string", "null"], "enum": ["strength", null]},
                "notes": {"anyOf": [{"type": "array", "items": {"$ref": "#/$defs/Note"}}, {"type": "null"}]},
                "reason": {"type": "string", "maxLength": 5}
            },
            "$defs": {"Note": {"type": "object", "properties": {
                "id": {"type": "string"}, "text": {"type": "string"}, "source": {"type": ["string", "null"]}}}}
        });
        let asked = wanted(
            &json!({"goal": "flying", "notes": [{"text": "mornings", "x": 1}], "reason": "because", "y": 2}),
        );
        let sent = fill(&schema, &asked);
        assert_eq!(
            sent,
            json!({"goal": null, "notes": [{"id": "", "text": "mornings", "source": null}], "reason": "becau"})
        );
        assert_eq!(choices(&schema, "goal"), ["strength"]);
    }

    #[test]
    fn a_schema_that_refers_to_itself_ends() {
        let schema = json!({"properties": {"a": {"$ref": "#/properties/a"}, "b": {"items": {"$ref": "#/properties/b"}}}});
        let deep = wanted(&json!({"a": {"a": {}}, "b": [[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]}));
        assert!(fill(&schema, &deep).is_object());
    }
}
