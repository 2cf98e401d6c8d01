//! The schemas of arguments as model servers take them: strict (see [`crate::service::schema`]), with
//! the descriptions that a model needs and the ids that make sense.

use schemars::JsonSchema;
use serde_json::{Value, json};

use crate::service::schema;

/// A field's description up to this many characters says no more than its name ("Training days a
/// week." of `days_per_week`): it is for the reader of the code, and a request carries every word.
const SAYS_LITTLE: usize = 30;

/// The strict schema of an argument type and the doc comment that the model reads.
#[must_use]
pub fn strict<T: JsonSchema>() -> (String, Value) {
    let mut value = schema::strict::<T>();
    let description = value.get("description").and_then(Value::as_str).unwrap_or_default().to_owned();
    terse(&mut value, true);
    if let Some(object) = value.as_object_mut() {
        object.entry("properties").or_insert_with(|| json!({}));
        object.entry("required").or_insert_with(|| json!([]));
        object.insert("additionalProperties".to_owned(), false.into());
    }
    (description, value)
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
    use proptest::prelude::*;

    use super::*;
    use crate::agents::tools::{Choices, TOOLS, definitions};
    use crate::service::schema::{KEPT, tighten};
    use serde_json::Map;

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
        for tool in &TOOLS {
            let (description, schema) = tool.schema();
            assert!(description.len() > 20, "{tool:?} says what it is for");
            assert_strict(&schema, tool.name);
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

    /// Schemas as they are derived, with all that models' servers do not take.
    fn derived() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(json!({"type": "string", "format": "date", "pattern": "^a", "minLength": 1, "default": ""})),
            Just(json!({"type": "integer", "format": "uint8", "minimum": 0, "exclusiveMaximum": 9})),
            Just(json!({"type": ["number", "null"], "multipleOf": 0.5, "examples": [1]})),
            Just(json!({"type": "boolean", "title": "T", "$comment": "c"})),
            Just(
                json!({"oneOf": [{"const": "a", "description": "A."}, {"const": "b"}], "description": "Which."})
            ),
            Just(json!({"type": "string", "enum": ["x", "y"], "deprecated": true})),
        ];
        leaf.prop_recursive(4, 24, 4, |inner| {
            let fields = prop::collection::vec((inner.clone(), any::<bool>()), 0..4);
            prop_oneof![
                inner.clone().prop_map(
                    |item| json!({"type": "array", "items": item, "uniqueItems": true, "maxItems": 3})
                ),
                inner.prop_map(|one| json!({"anyOf": [one, {"type": "null"}], "description": "A choice."})),
                fields.prop_map(|fields| {
                    let names = |needed: bool| {
                        let all = fields.iter().enumerate().filter(move |(_, (_, is))| *is || !needed);
                        all.map(|(at, _)| format!("f{at}"))
                    };
                    let properties: Map<String, Value> =
                        names(false).zip(fields.iter().map(|(field, _)| field.clone())).collect();
                    let required: Vec<String> = names(true).collect();
                    json!({"$schema": "x", "type": "object", "properties": properties, "required": required,
                        "additionalProperties": true, "patternProperties": {}, "unevaluatedProperties": true})
                }),
            ]
        })
    }

    /// A value of the shape, with nothing where nothing may be.
    fn least(schema: &Value) -> Value {
        let nullable = schema["type"].as_array().is_some_and(|all| all.contains(&json!("null")));
        match (schema["anyOf"].as_array(), schema["enum"].as_array(), schema["type"].as_str()) {
            _ if nullable => Value::Null,
            (Some(all), ..) => all.iter().map(least).find(Value::is_null).unwrap_or_else(|| least(&all[0])),
            (_, Some(words), _) => words[0].clone(),
            (.., Some("object")) => {
                let fields = schema["properties"].as_object().unwrap();
                fields.iter().map(|(name, field)| (name.clone(), least(field))).collect()
            }
            (.., Some("array")) => json!([]),
            (.., Some("integer" | "number")) => {
                schema["minimum"].as_f64().map_or(json!(1), |least| json!(least))
            }
            (.., Some("boolean")) => json!(true),
            _ => json!("aaa"),
        }
    }

    proptest! {
        #[test]
        fn whatever_is_derived_becomes_strict_and_once_is_enough(schema in derived()) {
            let mut schema = json!({"type": "object", "properties": {"it": schema}});
            tighten(&mut schema);
            assert_strict(&schema, "it");
            let mut again = schema.clone();
            tighten(&mut again);
            prop_assert_eq!(&again, &schema);
            let sent = least(&schema);
            prop_assert!(crate::service::conform::conform(&schema, &sent).is_ok(), "{} against {}", sent, schema);
        }

        #[test]
        fn every_tool_is_sent_strict_whatever_ids_it_lists(
            ids in prop::collection::vec("[a-z-]{1,12}", 0..64),
            prescribed in prop::collection::vec("[a-z-]{1,12}", 0..9),
            replacements in prop::collection::vec("[a-z-]{1,12}", 0..9),
        ) {
            let choices = Choices { ids: ids.clone(), prescribed, replacements };
            for agent in crate::agents::roster::Agent::ALL {
                for spec in definitions(*agent, &choices) {
                    assert_strict(&spec.parameters, &spec.name);
                    let text = spec.parameters.to_string();
                    let names = matches!(spec.name.as_str(), "saveWeeklyPlan" | "logSet");
                    prop_assert!(!names || ids.iter().all(|id| text.contains(&format!("\"{id}\""))), "{}", spec.name);
                }
            }
        }
    }
}
