//! Results held to what fits into a small model's context, and which say so when something was left out.

use serde_json::{Value, json};

use crate::service::conform::escape;

/// Most bytes of a result that a model is given: some 2,700 tokens of JSON, which fit into a context of
/// 8,192 beside the prompt, the tools and an answer.
pub const MOST_RESULT: usize = 8_000;
/// Most bytes of a draft that a model is given, which has to be whole to be saved: six days of an advanced
/// lifter have 9,000.
pub const MOST_DRAFT: usize = 10_000;
/// A text that is longer is shortened first, where a result does not fit.
pub const LONG_TEXT: usize = 80;
/// The end of a text that was shortened.
const CUT_OFF: char = '…';
/// The field of a result that did not fit, and what it tells a model.
pub const CUT_MARK: &str = "cut_to_fit";
const CUT: &str = "Some of this was shortened or left out to fit; more exists. Ask for something narrower.";

/// Shortens texts, then the longest list again and again, until the result fits, and says so.
pub fn fit(mut value: Value, most: usize) -> Value {
    if value.to_string().len() <= most {
        return value;
    }
    let room = most.saturating_sub(CUT.len() + 20);
    shorten(&mut value);
    while value.to_string().len() > room {
        let Some(list) = longest(&mut value) else {
            return json!({"error": {"code": "too_large", "message": "The result is too large; ask for less."}});
        };
        list.truncate((list.len() * 3 / 4).max(1));
    }
    if let Value::Object(object) = &mut value {
        object.insert(CUT_MARK.to_owned(), CUT.into());
    }
    value
}

/// Brings a result to the bound by leaving out the oldest entries, which come first in this list of it.
pub fn keep_newest(value: &mut Value, list: &str) {
    if value.to_string().len() <= MOST_RESULT {
        return;
    }
    shorten(value);
    value[CUT_MARK] = CUT.into();
    while value.to_string().len() > MOST_RESULT {
        let Some(entries) = value[list].as_array_mut().filter(|entries| entries.len() > 1) else { return };
        entries.drain(..entries.len().div_ceil(4));
    }
}

/// Cuts a text to this many characters, and marks it as cut.
pub fn shorten_text(text: &mut String, most: usize) {
    if let Some((at, _)) = text.char_indices().nth(most) {
        text.truncate(at);
        text.push(CUT_OFF);
    }
}

/// Whether a text is what shortening made of another one.
pub fn is_shortened(text: &str, whole: &str) -> bool {
    text.strip_suffix(CUT_OFF).is_some_and(|begun| whole.len() > text.len() && whole.starts_with(begun))
}

fn shorten(value: &mut Value) {
    match value {
        Value::String(text) => shorten_text(text, LONG_TEXT),
        Value::Array(items) => items.iter_mut().for_each(shorten),
        Value::Object(fields) => fields.values_mut().for_each(shorten),
        _ => {}
    }
}

/// The list with the most text in it that has more than one entry.
fn longest(value: &mut Value) -> Option<&mut Vec<Value>> {
    let pointer = heaviest(value, "").map(|(_, pointer)| pointer)?;
    value.pointer_mut(&pointer)?.as_array_mut()
}

fn heaviest(value: &Value, at: &str) -> Option<(usize, String)> {
    let children: Vec<(String, &Value)> = match value {
        Value::Array(items) => items.iter().enumerate().map(|(i, item)| (i.to_string(), item)).collect(),
        Value::Object(fields) => fields.iter().map(|(key, item)| (escape(key), item)).collect(),
        _ => return None,
    };
    let own = value.as_array().filter(|items| items.len() > 1);
    let own = own.map(|_| (value.to_string().len(), at.to_owned()));
    let inner = children.into_iter().filter_map(|(key, item)| heaviest(item, &format!("{at}/{key}")));
    own.into_iter().chain(inner).max_by_key(|(weight, pointer)| (*weight, std::cmp::Reverse(pointer.len())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_that_is_too_long_is_cut_and_says_so() {
        let items: Vec<_> = (0..2000).map(|n| json!({"id": n, "name": "x".repeat(20)})).collect();
        let fitted = fit(json!({"items": items, "few": [1, 2]}), MOST_RESULT);
        let size = fitted.to_string().len();
        assert!((MOST_RESULT / 2..=MOST_RESULT).contains(&size), "{size}");
        assert_eq!(fitted["cut_to_fit"], CUT);
        assert_eq!(fitted["few"], json!([1, 2]));
    }

    #[test]
    fn texts_are_shortened_before_entries_are_left_out() {
        let notes: Vec<_> = (0..50).map(|n| json!({"id": n, "text": "é".repeat(500)})).collect();
        let fitted = fit(json!({"notes": notes}), MOST_RESULT);
        assert!(fitted["notes"].as_array().unwrap().len() > 35, "{fitted}");
        let short = fit(json!({"text": "x".repeat(20_000)}), MOST_RESULT);
        assert_eq!(short["text"].as_str().unwrap().chars().count(), LONG_TEXT + 1);
    }

    #[test]
    fn what_cannot_be_cut_is_an_error() {
        let wide: serde_json::Map<String, Value> = (0..3000).map(|n| (n.to_string(), n.into())).collect();
        assert_eq!(fit(wide.into(), MOST_RESULT)["error"]["code"], "too_large");
    }
}
