//! A change of the profile as words: each field from → to, notes as lines that come and go.

use serde::Deserialize;
use serde_json::Value;

use super::view::{ChangeLine, DayChange, FieldChange, ProposalCard};
use crate::web::pages::words;
use crate::web::texts;

/// The preview of a change of the profile.
#[derive(Debug, Deserialize)]
pub struct ProfilePreview {
    changes: Vec<ProfileChange>,
}

#[derive(Debug, Deserialize)]
struct ProfileChange {
    field: String,
    #[serde(default)]
    from: Value,
    #[serde(default)]
    to: Value,
}

/// Shows what changes.
pub fn fill(card: &mut ProposalCard, profile: &ProfilePreview) {
    let (notes, fields): (Vec<_>, Vec<_>) =
        profile.changes.iter().partition(|change| change.field == "notes");
    card.fields = fields.into_iter().map(profile_change).collect();
    card.days = notes.into_iter().map(notes_changed).collect();
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

fn profile_change(change: &ProfileChange) -> FieldChange {
    FieldChange {
        name: words::plain(change.field.trim_end_matches("_kg")),
        from: said(&change.from),
        to: said(&change.to),
    }
}

/// A value of the profile as words.
fn said(value: &Value) -> String {
    match value {
        Value::Null => texts::say("proposal-none").to_owned(),
        Value::Bool(true) => texts::say("proposal-yes").to_owned(),
        Value::Bool(false) => texts::say("proposal-no").to_owned(),
        Value::Number(number) => {
            number.as_f64().map_or_else(|| number.to_string(), |number| words::number(number, 2))
        }
        Value::String(text) => text.replace('_', " "),
        Value::Array(items) if items.is_empty() => texts::say("proposal-none").to_owned(),
        Value::Array(items) => items.iter().map(said).collect::<Vec<_>>().join(", "),
        Value::Object(fields) => {
            let parts = fields
                .iter()
                .filter(|(name, value)| !value.is_null() && !matches!(name.as_str(), "id" | "source"));
            parts.map(|(_, value)| said(value)).collect::<Vec<_>>().join(" ")
        }
    }
}
