//! A reason as a sentence: its text by its code, its facts by what their names say they are.

use fluent_bundle::FluentValue;
use serde_json::Value;

use super::{current, dates, exercises, numbers, texts};
use crate::domain::reason::Reason;

/// Facts of these names are words of a vocabulary, or lists of them.
pub const WORDS: &[&str] = &[
    "body_part",
    "equipment",
    "experience",
    "goal",
    "kind",
    "limitation",
    "muscle",
    "muscles",
    "pattern",
    "profile_field",
    "split",
    "split_preference",
    "weekday",
];

/// The sentence of a reason, in the language and units of whom it is said to.
#[must_use]
pub fn reason(reason: &Reason) -> String {
    let key = format!("reason-{}", reason.code.replace('_', "-"));
    let facts = reason.facts.iter().map(|(name, value)| (name.as_str(), argument(name, value)));
    texts::with(&key, &facts.collect::<Vec<_>>())
}

/// The sentences of several, one after the other.
#[must_use]
pub fn reasons<'a>(all: impl IntoIterator<Item = &'a Reason>) -> String {
    all.into_iter().map(reason).collect::<Vec<_>>().join(" ")
}

fn argument(name: &str, value: &Value) -> FluentValue<'static> {
    match value {
        Value::Number(number) => match number.as_f64() {
            Some(kg) if name.ends_with("_kg") => numbers::weight(kg, current().units).into(),
            Some(seconds) if name.ends_with("_time") => numbers::clock(whole(seconds)).into(),
            Some(value) if value.fract() == 0.0 => whole(value).into(),
            Some(value) => numbers::number(value, 2).into(),
            None => number.to_string().into(),
        },
        Value::Array(items) => several(name, items).into(),
        Value::String(text) => word(name, text).into(),
        Value::Object(_) => nested(value).into(),
        Value::Bool(value) => value.to_string().into(),
        Value::Null => "".into(),
    }
}

/// A number without decimals.
#[expect(clippy::cast_possible_truncation, reason = "facts are counts and seconds; beyond i64 it saturates")]
fn whole(value: f64) -> i64 {
    value as i64
}

/// Counts stand with commas between them, sentences one after the other, things with an "and".
fn several(name: &str, items: &[Value]) -> String {
    let said: Vec<String> = items.iter().map(|item| shown(argument(name, item))).collect();
    match items.first() {
        Some(Value::Object(_)) => said.join(" "),
        Some(Value::Number(_)) => said.join(", "),
        _ => list(&said),
    }
}

fn shown(value: FluentValue<'_>) -> String {
    match value {
        FluentValue::String(text) => text.into_owned(),
        FluentValue::Number(number) => number.as_string().into_owned(),
        _ => String::new(),
    }
}

/// `one, two and three`, as the language joins them.
#[must_use]
pub fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [others @ .., last] => {
            let of = [("one", others.join(", ").into()), ("other", last.as_str().into())];
            texts::with("list-and", &of)
        }
    }
}

fn nested(value: &Value) -> String {
    serde_json::from_value(value.clone()).map_or_else(|_| String::new(), |within: Reason| reason(&within))
}

fn word(name: &str, text: &str) -> String {
    match name {
        "exercise" | "exercises" => exercises::name_or_id(text),
        "date" => text.parse().map_or_else(|_| text.to_owned(), dates::day),
        _ if WORDS.contains(&name) => vocabulary(text),
        _ => text.to_owned(),
    }
}

/// A word of a vocabulary (`upper_back`) as it stands within a sentence.
#[must_use]
pub fn vocabulary(slug: &str) -> String {
    let key = format!("word-{}", slug.replace('_', "-"));
    if !texts::known(current().language, &key) {
        return slug.replace('_', " ");
    }
    let text = texts::with(&key, &[]);
    if crate::domain::profile::Weekday::parse(slug).is_none() {
        return mid_sentence(&text);
    }
    if texts::say("language-weekdays") == "lower" { lower(&text) } else { text }
}

/// A name of a vocabulary, as it stands in a list of its own, as it stands within a sentence.
#[must_use]
pub fn mid_sentence(text: &str) -> String {
    if texts::say("language-words") == "lower" { lower(text) } else { text.to_owned() }
}

/// With a small first letter, unless more of it is in capitals (`RPE`).
fn lower(text: &str) -> String {
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return String::new() };
    if letters.clone().next().is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    first.to_lowercase().chain(letters).collect()
}
