//! A reason as a sentence: its text by its code, its facts by what their names say they are.

use fluent_bundle::FluentValue;
use serde_json::Value;

use super::{current, dates, exercises, focus, numbers, texts};
use crate::domain::reason::Reason;

/// Facts of these names are words of a vocabulary, or lists of them; named `…_capital`, they begin a
/// sentence.
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
    "weekdays",
];

/// A fact of this name lists what could be sent instead: names of a format, the same in every language.
const ALLOWED: &str = "allowed";

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

/// Counts, and what is typed as it stands (`allowed`), stand with commas between them, sentences one
/// after the other, things with an "and"; the numbers of sets are things, and so are reasons that are
/// parts of a sentence (`…_parts`).
fn several(name: &str, items: &[Value]) -> String {
    let said: Vec<String> = items.iter().map(|item| shown(argument(name, item))).collect();
    match items.first() {
        Some(Value::Object(_)) if !name.ends_with("_parts") => said.join(" "),
        Some(Value::Number(_)) if name != "sets" => said.join(", "),
        Some(_) if name == ALLOWED => said.join(", "),
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
        "focus" | "focuses" | "next_focus" => focus::named(text),
        _ if WORDS.contains(&name) => vocabulary(text),
        _ if name.strip_suffix("_capital").is_some_and(|name| WORDS.contains(&name)) => title(text),
        _ => text.to_owned(),
    }
}

/// The text of a word of a vocabulary; splits have names of their own.
fn text(slug: &str) -> Option<String> {
    let slug = slug.replace('_', "-");
    let keys = [format!("split-{slug}"), format!("word-{slug}")];
    let known = keys.iter().find(|key| texts::known(current().language, key))?;
    Some(texts::with(known, &[]))
}

/// A word of a vocabulary (`upper_back`) as it stands by itself or begins a sentence: `Upper back`.
#[must_use]
pub fn title(slug: &str) -> String {
    text(slug).unwrap_or_else(|| capital(&slug.replace('_', " ")))
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A word of a vocabulary (`upper_back`) as it stands within a sentence.
#[must_use]
pub fn vocabulary(slug: &str) -> String {
    let Some(text) = text(slug) else { return slug.replace('_', " ") };
    let is_weekday = crate::domain::profile::Weekday::parse(slug).is_some();
    if !is_weekday {
        return within(&text);
    }
    if texts::say("language-weekdays") == "lower" { lower(&text) } else { text }
}

/// A short text of words (`In range`) as it stands within a sentence.
#[must_use]
pub fn within(text: &str) -> String {
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
