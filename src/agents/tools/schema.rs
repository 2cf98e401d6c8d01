//! One transform from what schemars writes to the strict form that model servers take: every
//! object closed and all its fields required, optional ones nullable, at every depth; references
//! inlined. `enum`, `minimum`, `maximum`, `minItems`, `maxItems`, `minLength` and `maxLength` stay:
//! without them small models loop or overshoot.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

/// A field's description up to this many characters says no more than its name ("Training days a
/// week." of `days_per_week`): it is for the reader of the code, and a request carries every word.
const SAYS_LITTLE: usize = 30;

/// Keywords that survive; everything else is dropped.
const KEPT: [&str; 14] = [
    "type",
    "description",
    "properties",
    "required",
    "additionalProperties",
    "items",
    "enum",
    "anyOf",
    "minimum",
    "maximum",
    "minItems",
    "maxItems",
    "minLength",
    "maxLength",
];

/// The strict schema of an argument type and the doc comment that the model reads.
#[must_use]
pub fn strict<T: JsonSchema>() -> (String, Value) {
    let settings = SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true);
    let schema = settings.into_generator().into_root_schema_for::<T>();
    let mut value = schema.to_value();
    let description = value.get("description").and_then(Value::as_str).unwrap_or_default();
    let description = description.split_whitespace().collect::<Vec<_>>().join(" ");
    tighten(&mut value);
    terse(&mut value, true);
    if let Some(object) = value.as_object_mut() {
        object.entry("properties").or_insert_with(|| json!({}));
        object.entry("required").or_insert_with(|| json!([]));
        object.insert("additionalProperties".to_owned(), false.into());
    }
    (description, value)
}

/// Brings one schema, and all inside it, to the strict form.
pub fn tighten(schema: &mut Value) {
    let Value::Object(object) = schema else { return };
    words_of_variants(object);
    nullable_union(object);
    object.retain(|key, _| KEPT.contains(&key.as_str()));
    if let Some(Value::String(text)) = object.get_mut("description") {
        *text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    if object.contains_key("properties") {
        close(object);
    }
    if let Some(items) = object.get_mut("items") {
        tighten(items);
    }
    if let Some(Value::Array(all)) = object.get_mut("anyOf") {
        all.iter_mut().for_each(tighten);
    }
}

/// Keeps only the descriptions that a model needs: those of the tool's own arguments, where they say
/// something. What stands inside a list is named as everywhere, and the tool's own text tells the rest.
fn terse(schema: &mut Value, own: bool) {
    let Value::Object(object) = schema else { return };
    object.remove("description");
    if let Some(Value::Object(properties)) = object.get_mut("properties") {
        for property in properties.values_mut() {
            let said = property.get("description").filter(|said| own && says_something(said)).cloned();
            terse(property, false);
            if let (Some(said), Value::Object(property)) = (said, property) {
                property.insert("description".to_owned(), said);
            }
        }
    }
    if let Some(items) = object.get_mut("items") {
        terse(items, false);
    }
    if let Some(Value::Array(all)) = object.get_mut("anyOf") {
        for one in all {
            terse(one, false);
        }
    }
}

fn says_something(description: &Value) -> bool {
    description.as_str().is_some_and(|text| text.chars().count() > SAYS_LITTLE)
}

/// Closes an object: all fields required, those that were optional nullable.
fn close(object: &mut Map<String, Value>) {
    let needed: Vec<Value> = object.get("required").and_then(Value::as_array).cloned().unwrap_or_default();
    let mut names = Vec::new();
    if let Some(Value::Object(properties)) = object.get_mut("properties") {
        for (name, property) in properties.iter_mut() {
            tighten(property);
            if !needed.iter().any(|one| one == name) {
                make_nullable(property);
            }
            names.push(Value::from(name.as_str()));
        }
    }
    object.insert("required".to_owned(), Value::Array(names));
    object.insert("additionalProperties".to_owned(), false.into());
}

/// `oneOf` of documented constants is a plain `enum`.
fn words_of_variants(object: &mut Map<String, Value>) {
    for key in ["oneOf", "anyOf"] {
        let Some(Value::Array(all)) = object.get(key) else { continue };
        let words: Option<Vec<Value>> = all.iter().map(|one| one.get("const").cloned()).collect();
        match words {
            Some(words) if !words.is_empty() => {
                object.remove(key);
                object.insert("type".to_owned(), "string".into());
                object.insert("enum".to_owned(), Value::Array(words));
            }
            _ if key == "oneOf" => {
                let all = object.remove(key).unwrap_or_default();
                object.insert("anyOf".to_owned(), all);
            }
            _ => {}
        }
    }
}

/// `anyOf: [x, null]` is x with a nullable type; `anyOf` of word lists is one list.
fn nullable_union(object: &mut Map<String, Value>) {
    let Some(Value::Array(all)) = object.get("anyOf") else { return };
    let mut all = all.clone();
    all.iter_mut().for_each(tighten);
    let (nulls, rest): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| one["type"] == "null");
    let words: Option<Vec<&Vec<Value>>> = rest.iter().map(|one| one["enum"].as_array()).collect();
    let mut merged = match (rest.as_slice(), words) {
        ([one], _) => one.clone(),
        (_, Some(lists)) => {
            let mut words: Vec<Value> = Vec::new();
            for word in lists.into_iter().flatten() {
                if !words.contains(word) {
                    words.push(word.clone());
                }
            }
            json!({"type": "string", "enum": words})
        }
        _ => return,
    };
    if !nulls.is_empty() {
        make_nullable(&mut merged);
    }
    object.remove("anyOf");
    let Value::Object(merged) = merged else { return };
    for (key, value) in merged {
        object.entry(key).or_insert(value);
    }
}

fn make_nullable(schema: &mut Value) {
    let Value::Object(object) = schema else { return };
    match object.get_mut("type") {
        Some(Value::String(one)) if one != "null" => {
            let both = json!([one, "null"]);
            object.insert("type".to_owned(), both);
        }
        Some(Value::Array(all)) if !all.contains(&json!("null")) => all.push("null".into()),
        _ => {}
    }
    if let Some(Value::Array(all)) = object.get_mut("anyOf")
        && !all.iter().any(|one| one["type"] == "null")
    {
        all.push(json!({"type": "null"}));
    }
    if let Some(Value::Array(words)) = object.get_mut("enum")
        && !words.contains(&Value::Null)
    {
        words.push(Value::Null);
    }
}

/// Puts the ids that make sense into every string field of this name, at every depth.
pub fn narrow(schema: &mut Value, field: &str, ids: &[String]) {
    let Value::Object(object) = schema else { return };
    for (name, inner) in object.iter_mut() {
        match inner {
            Value::Object(properties) if name == "properties" => {
                for (property, schema) in properties.iter_mut() {
                    if property == field {
                        list(schema, ids);
                    } else {
                        narrow(schema, field, ids);
                    }
                }
            }
            Value::Object(_) => narrow(inner, field, ids),
            _ => {}
        }
    }
}

fn list(schema: &mut Value, ids: &[String]) {
    let mut words: Vec<Value> = ids.iter().map(|id| Value::from(id.as_str())).collect();
    if words.is_empty() {
        return;
    }
    if schema["type"].as_array().is_some_and(|types| types.contains(&json!("null"))) {
        words.push(Value::Null);
    }
    schema["enum"] = Value::Array(words);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agents::tools::Tool;

    /// Every object is closed and requires all of its fields; nothing unsupported is left.
    fn assert_strict(schema: &Value, at: &str) {
        let Value::Object(object) = schema else { panic!("{at} is no schema: {schema}") };
        for key in object.keys() {
            assert!(KEPT.contains(&key.as_str()), "{at} keeps {key}");
        }
        if let Some(properties) = object.get("properties").and_then(Value::as_object) {
            let names: Vec<_> = properties.keys().map(|name| json!(name)).collect();
            assert_eq!(object["required"], json!(names), "{at}");
            assert_eq!(object["additionalProperties"], json!(false), "{at}");
            for (name, property) in properties {
                assert!(property.get("type").is_some() || property.get("anyOf").is_some(), "{at}/{name}");
                assert_strict(property, &format!("{at}/{name}"));
            }
        } else {
            assert_ne!(object.get("type"), Some(&json!("object")), "{at} is an open object");
        }
        if let Some(items) = object.get("items") {
            assert_strict(items, &format!("{at}/items"));
        }
        for one in object.get("anyOf").and_then(Value::as_array).into_iter().flatten() {
            assert_strict(one, &format!("{at}/anyOf"));
        }
    }

    #[test]
    fn every_tool_is_strict_at_every_depth() {
        for tool in Tool::ALL {
            let (description, schema) = tool.schema();
            assert!(description.len() > 20, "{tool:?} says what it is for");
            assert_strict(&schema, tool.name());
        }
    }

    #[derive(JsonSchema)]
    #[expect(dead_code, reason = "only its schema is looked at")]
    struct Sample {
        /// What all of the
        /// training is for.
        goal: Option<crate::domain::profile::Goal>,
        /// How many.
        #[schemars(range(min = 2, max = 6))]
        days: u8,
        #[schemars(length(max = 3))]
        names: Option<Vec<String>>,
        nested: Vec<Inner>,
    }

    #[derive(JsonSchema)]
    #[expect(dead_code, reason = "only its schema is looked at")]
    struct Inner {
        #[schemars(length(max = 9))]
        text: Option<String>,
    }

    #[test]
    fn optionals_are_nullable_and_bounds_stay() {
        let (_, schema) = strict::<Sample>();
        let expected = json!({
            "type": "object",
            "properties": {
                "goal": {"type": ["string", "null"],
                         "enum": ["strength", "hypertrophy", "general_fitness", null],
                         "description": "What all of the training is for."},
                "days": {"type": "integer", "minimum": 2, "maximum": 6},
                "names": {"type": ["array", "null"], "items": {"type": "string"}, "maxItems": 3},
                "nested": {"type": "array", "items": {
                    "type": "object",
                    "properties": {"text": {"type": ["string", "null"], "maxLength": 9}},
                    "required": ["text"], "additionalProperties": false}}
            },
            "required": ["goal", "days", "names", "nested"],
            "additionalProperties": false
        });
        assert_eq!(schema, expected, "{schema:#}");
    }

    #[test]
    fn ids_are_listed_wherever_the_field_stands() {
        let mut schema = json!({"type": "object", "properties": {
            "exercise_id": {"type": ["string", "null"]},
            "days": {"type": "array", "items": {"type": "object", "properties": {"exercise_id": {"type": "string"}}}}}});
        narrow(&mut schema, "exercise_id", &["row".to_owned()]);
        assert_eq!(schema["properties"]["exercise_id"]["enum"], json!(["row", null]));
        assert_eq!(
            schema["properties"]["days"]["items"]["properties"]["exercise_id"]["enum"],
            json!(["row"])
        );
    }
}
