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
#[schemars(extend("additionalProperties" = {}))]
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
pub(crate) mod tests {
    use super::*;
    use crate::domain::language::Language;
    use crate::wording::{Wording, reason as said, within};

    /// Every number among the facts, and among those of the reasons within.
    fn numbers_of(fact: &Value, found: &mut Vec<f64>) {
        match fact {
            Value::Number(number) => found.extend(number.as_f64()),
            Value::Array(items) => items.iter().for_each(|item| numbers_of(item, found)),
            Value::Object(facts) => facts.values().for_each(|fact| numbers_of(fact, found)),
            _ => {}
        }
    }

    /// Every number that stands in a sentence, in order of size.
    fn numbers_in(sentence: &str, decimal: char) -> Vec<f64> {
        let mut found: Vec<f64> = sentence
            .split(|letter: char| !letter.is_ascii_digit() && letter != decimal)
            .map(|piece| piece.trim_matches(decimal).replace(decimal, "."))
            .filter_map(|piece| piece.parse().ok())
            .collect();
        found.sort_by(f64::total_cmp);
        found
    }

    /// Each number of the sentence is one of the facts, and every language says the same ones.
    pub(crate) fn says_its_facts_alone(reason: &Reason) {
        let mut facts = Vec::new();
        numbers_of(&Value::from(reason.clone()), &mut facts);
        let english = numbers_in(&said(reason), '.');
        for number in &english {
            let is_fact = facts.iter().any(|fact| (fact - number).abs() < 0.006);
            assert!(is_fact, "{number} is no fact: {}\n{reason:?}", said(reason));
        }
        for language in Language::all() {
            let wording = Wording { language, ..Wording::default() };
            let (sentence, decimal) =
                within(wording, || (said(reason), crate::wording::numbers::decimal().to_owned()));
            let decimal = decimal.chars().next().unwrap_or('.');
            assert_eq!(numbers_in(&sentence, decimal), english, "{language}: {sentence}\n{}", said(reason));
        }
    }

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

    #[test]
    fn a_number_that_is_no_fact_is_found() {
        assert_eq!(numbers_in("8, 8, 7 at RPE 8.5: up to +62.5 kg.", '.'), [7.0, 8.0, 8.0, 8.5, 62.5]);
        assert_eq!(numbers_in("8, 8, 7 bei RPE 8,5: 62,5 kg.", ','), [7.0, 8.0, 8.0, 8.5, 62.5]);
        let mut facts = Vec::new();
        numbers_of(&reason!("a", sets = vec![2], why = reason!("b", weight_kg = 60.5)).into(), &mut facts);
        assert_eq!(facts, [2.0, 60.5]);
    }
}
