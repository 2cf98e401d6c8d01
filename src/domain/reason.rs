//! Why something is as it is, as facts: a code and the numbers and names that belong to it. Rules
//! make reasons, rows keep them, and `wording` alone turns them into a sentence of somebody's
//! language and units. No sentence for people stands in here.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// A code and its facts, in JSON one flat object: `{"code": "hold_pain", "weight_kg": 60.0}`.
///
/// The name of a fact says how it is worded: `…_kg` is a load in kilograms, `…_time` a time in
/// seconds that is read as minutes and seconds, `exercise` the id of an exercise (or the name of one
/// that is not in the catalogue), `date` an ISO date, and the names of `wording::reasons::WORDS` are
/// words of a vocabulary. Any other number or text is shown as it stands. A fact may be a list, or a
/// reason of its own. Make one with [`reason!`](crate::reason).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Reason {
    /// Names the sentence, in snake case; stable.
    pub code: Cow<'static, str>,
    /// The numbers and names in it.
    #[serde(flatten)]
    pub facts: Map<String, Value>,
}

impl Reason {
    /// A reason without facts.
    #[must_use]
    pub fn new(code: &'static str) -> Self {
        Self { code: Cow::Borrowed(code), facts: Map::new() }
    }

    /// Adds a fact.
    #[must_use]
    pub fn with(mut self, name: &str, fact: impl Into<Value>) -> Self {
        self.facts.insert(name.to_owned(), fact.into());
        self
    }

    /// A fact by its name.
    #[must_use]
    pub fn fact(&self, name: &str) -> Option<&Value> {
        self.facts.get(name)
    }
}

impl From<Reason> for Value {
    fn from(reason: Reason) -> Self {
        let mut object = reason.facts;
        object.insert("code".to_owned(), Value::String(reason.code.into_owned()));
        Self::Object(object)
    }
}

/// A [`Reason`](crate::domain::reason::Reason): `reason!("hold_pain")`, or with facts
/// `reason!("from_last_time", counts = vec![8, 8, 7], next_kg = 60.0)`. The code has a text
/// `reason-hold-pain` in every language that uses no fact but these (a test compares them).
#[macro_export]
macro_rules! reason {
    ($code:literal $(, $name:ident = $fact:expr)* $(,)?) => {
        $crate::domain::reason::Reason::new($code)$(.with(stringify!($name), $fact))*
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_one_flat_object_and_comes_back_as_it_was() {
        let within = reason!("under_range", count = 5);
        let reason = reason!("hold_pain", weight_kg = 62.5, counts = vec![8, 7], why = within);
        let text = serde_json::to_string(&reason).unwrap();
        let expected =
            r#"{"code":"hold_pain","weight_kg":62.5,"counts":[8,7],"why":{"count":5,"code":"under_range"}}"#;
        assert_eq!(text, expected);
        assert_eq!(serde_json::from_str::<Reason>(&text).unwrap(), reason);
    }
}
