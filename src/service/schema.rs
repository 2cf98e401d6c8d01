//! One transform from what schemars writes to a strict form: every object closed and all its fields
//! required, optional ones nullable, at every depth; references inlined. Model servers take no other,
//! and what is left is little enough to check a value by (see [`super::conform`]). `enum`, `minimum`,
//! `maximum`, `minItems`, `maxItems`, `minLength` and `maxLength` stay: without them small models
//! loop or overshoot.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

/// Keywords that survive; everything else is dropped.
pub const KEPT: [&str; 16] = [
    "type",
    "description",
    "properties",
    "required",
    "additionalProperties",
    "propertyNames",
    "items",
    "enum",
    "anyOf",
    "format",
    "minimum",
    "maximum",
    "minItems",
    "maxItems",
    "minLength",
    "maxLength",
];

/// The strict schema of a type.
#[must_use]
pub fn strict<T: JsonSchema>() -> Value {
    let settings = SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true);
    let mut schema = settings.into_generator().into_root_schema_for::<T>().to_value();
    tighten(&mut schema);
    schema
}

/// Brings one schema, and all inside it, to the strict form.
pub fn tighten(schema: &mut Value) {
    let Value::Object(object) = schema else { return };
    words_of_variants(object);
    nullable_union(object);
    object.retain(|key, value| KEPT.contains(&key.as_str()) && (key != "format" || is_checked(value)));
    if let Some(Value::String(text)) = object.get_mut("description") {
        *text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    if object.contains_key("properties") {
        close(object);
    }
    for inner in ["items", "additionalProperties"] {
        if let Some(inner) = object.get_mut(inner) {
            tighten(inner);
        }
    }
    if let Some(Value::Array(all)) = object.get_mut("anyOf") {
        all.iter_mut().for_each(tighten);
    }
}

/// Of the formats only days and times are checked; those of numbers say no more than their bounds.
fn is_checked(format: &Value) -> bool {
    matches!(format.as_str(), Some("date" | "date-time"))
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
    // What says of what kind its further fields are (the facts of a reason) is open on purpose.
    if !object.get("additionalProperties").is_some_and(Value::is_object) {
        object.insert("additionalProperties".to_owned(), false.into());
    }
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
