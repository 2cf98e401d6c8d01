//! Reading JSON into a type, with errors that point at the field. Every door uses it: bodies,
//! arguments of tools, edited proposals.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::{DeserializeOwned, Error as _, IgnoredAny};
use serde_json::Value;

use super::conform::{escape, faults, iso_date};
use super::error::FieldError;
use super::schema;
use crate::reason;

/// Reads a value into a type, or says of every field that is wrong what belongs there. What serde
/// itself says is for programmers: which field is missing or unknown is told by the type's schema, which
/// is looked at only then.
pub fn read<T: DeserializeOwned + JsonSchema>(value: &Value) -> Result<T, Vec<FieldError>> {
    from_value(value).map_err(|first| {
        let found = faults(&schema::strict::<T>(), &whole(value));
        if found.is_empty() { vec![first] } else { found }
    })
}

/// Reads a value into a type; the error points at the first field that is wrong.
pub fn from_value<T: DeserializeOwned>(value: &Value) -> Result<T, FieldError> {
    serde_path_to_error::deserialize(&whole(value)).map_err(|error| field_error(&error))
}

/// `5.0` is an integer, as JSON Schema has it: many clients know no other number than a float.
fn whole(value: &Value) -> Value {
    match value {
        Value::Number(number) => number.as_f64().and_then(integer).map_or_else(|| value.clone(), Value::from),
        Value::Array(items) => items.iter().map(whole).collect(),
        Value::Object(fields) => fields.iter().map(|(name, field)| (name.clone(), whole(field))).collect(),
        _ => value.clone(),
    }
}

/// The integer that a float holds exactly.
fn integer(float: f64) -> Option<i64> {
    let exact = float.fract() == 0.0 && float.abs() < 9_007_199_254_740_992.0;
    #[expect(clippy::cast_possible_truncation, reason = "it is whole and below 2^53")]
    exact.then_some(float as i64)
}

/// Finds the number that is good JSON and that no float holds (1e999): a wrong value, not broken
/// JSON. None when the text is broken in another way.
#[must_use]
pub fn number_out_of_range(text: &[u8]) -> Option<FieldError> {
    let mut deserializer = serde_json::Deserializer::from_slice(text);
    let error = serde_path_to_error::deserialize::<_, Value>(&mut deserializer).err()?;
    // Skipped over, every number is good JSON; and reading stopped at the last digit of one.
    let is_json = serde_json::from_slice::<IgnoredAny>(text).is_ok();
    let stopped_at = byte_at(text, error.inner().line(), error.inner().column());
    (is_json && stopped_at.is_some_and(|byte| byte.is_ascii_digit()))
        .then(|| FieldError::new(pointer(&error), "out_of_range", reason!("input_number_too_large")))
}

/// The byte of this column (1 is the first) in this line (1 is the first).
fn byte_at(text: &[u8], line: usize, column: usize) -> Option<u8> {
    let line = text.split(|byte| *byte == b'\n').nth(line.checked_sub(1)?)?;
    line.get(column.checked_sub(1)?).copied()
}

fn pointer(error: &serde_path_to_error::Error<serde_json::Error>) -> String {
    error.path().iter().filter_map(segment).collect()
}

fn field_error(error: &serde_path_to_error::Error<serde_json::Error>) -> FieldError {
    FieldError::new(pointer(error), "invalid", reason!("input_invalid"))
}

fn segment(segment: &serde_path_to_error::Segment) -> Option<String> {
    use serde_path_to_error::Segment;
    match segment {
        Segment::Seq { index } => Some(format!("/{index}")),
        Segment::Map { key } => Some(format!("/{}", escape(key))),
        Segment::Enum { .. } | Segment::Unknown => None,
    }
}

/// Takes fields of an object away.
pub fn drop_fields(value: &mut Value, names: &[&str]) {
    if let Value::Object(object) = value {
        object.retain(|name, _| !names.contains(&name.as_str()));
    }
}

/// Why a date is refused, for programmers; whoever sent it is told by the schema.
const NOT_A_DATE: &str = "not-a-date";

/// Reads an [`iso_date`].
pub fn day<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Date, D::Error> {
    iso_date(&String::deserialize(from)?).ok_or_else(|| D::Error::custom(NOT_A_DATE))
}

/// Reads an [`iso_date`] that may be absent.
pub fn maybe_day<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<Date>, D::Error> {
    let text: Option<String> = Option::deserialize(from)?;
    text.map(|text| iso_date(&text).ok_or_else(|| D::Error::custom(NOT_A_DATE))).transpose()
}

/// Tells null from absent.
pub fn present<'de, T: Deserialize<'de>, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

/// A plan as it is written: what only answers carry (names, dates, meta …) is dropped, so that a plan
/// can be read, changed and sent back.
pub fn as_written(plan: &mut Value) {
    drop_fields(plan, &["week_start", "plan_version", "meta"]);
    for day in plan.get_mut("days").and_then(Value::as_array_mut).into_iter().flatten() {
        drop_fields(day, &["date", "status", "estimated_minutes"]);
        for exercise in day.get_mut("exercises").and_then(Value::as_array_mut).into_iter().flatten() {
            drop_fields(exercise, &["name"]);
        }
    }
}
