//! What a person is shown of a proposal, and what of it they can change: the part that each gated tool
//! says in its own file. How it looks is the pages'.

use serde::Serialize;

use crate::domain::forecast::Futures;
use crate::wording::change::{Balance, DayChange, FieldChange};
use crate::wording::numbers;

/// The body of a proposal's card.
#[derive(Debug, Clone, Default)]
pub struct Card {
    /// Shown first.
    pub warnings: Vec<String>,
    /// Fields from → to.
    pub fields: Vec<FieldChange>,
    /// Days, or other groups of lines, that differ.
    pub days: Vec<DayChange>,
    /// Sets for each muscle before and after, where they change.
    pub muscles: Vec<Balance>,
    /// A plan that leaves the weekly sets of every muscle as they are.
    pub balanced: bool,
    /// The main lifts in the weeks to come.
    pub futures: Option<Futures>,
}

/// Something of a proposal that a person can change before they confirm it.
#[derive(Debug, Clone, Serialize)]
pub struct EditableField {
    /// The field's name.
    pub name: String,
    /// What it is.
    pub label: String,
    /// As it is proposed; empty for what is only kept or left out.
    pub value: String,
    /// `kg`, `reps`, `sets` or empty.
    pub unit: &'static str,
}

/// What a person sent of the editable fields: names and values, some of them several times.
#[derive(Debug, Clone, Copy)]
pub struct Edits<'a>(pub &'a [(String, String)]);

impl<'a> Edits<'a> {
    /// Every value of the name.
    pub fn all(&self, name: &'a str) -> impl Iterator<Item = &'a str> + use<'a> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The first value, trimmed; empty when absent.
    #[must_use]
    pub fn text(&self, name: &str) -> &'a str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.trim())
    }

    /// A number, with a decimal point or comma; none when it is absent or no number.
    #[must_use]
    pub fn number(&self, name: &str) -> Option<f64> {
        numbers::typed(self.text(name))
    }
}

/// What a person typed, as [`Edits`] has it.
#[cfg(test)]
#[must_use]
pub fn typed(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}
