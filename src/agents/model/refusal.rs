//! What a server says when it refuses: status, headers and body into a [`ModelError`].
//!
//! Owns the reading of error bodies, which come as an object, a string, plain text or a page. Pure.
//! Every detail is one line of bounded length, fit for a person to read.

use std::time::Duration;

use http::header::{DATE, HeaderMap, LOCATION, RETRY_AFTER};
use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimeParser;
use serde_json::Value;

use super::ModelError;

/// The most characters of a server's own words that a fault carries.
const MAX_DETAIL: usize = 300;

/// The fault for an answer whose status is not a success.
#[must_use]
pub fn fault(status: u16, headers: &HeaderMap, body: &str) -> ModelError {
    let detail = || if body.trim().is_empty() { "no reason given".to_owned() } else { sentence_in(body) };
    match status {
        401 | 403 => ModelError::Unauthorized { status },
        429 => ModelError::RateLimited { retry_after: retry_after(headers) },
        300..=399 => ModelError::Refused { status, detail: moved(headers) },
        500.. => ModelError::Server { status, retry_after: retry_after(headers), detail: detail() },
        _ => ModelError::Refused { status, detail: detail() },
    }
}

/// The sentence in the text of an error, which may be JSON, a page or plain words.
#[must_use]
pub fn sentence_in(text: &str) -> String {
    if text.trim_start().starts_with('<') {
        return "a page of HTML or XML; does the base URL lead to the API?".to_owned();
    }
    serde_json::from_str::<Value>(text).map_or_else(|_| shorten(text), |value| sentence(&value))
}

/// The sentence in an error object; without one, the object itself.
#[must_use]
pub fn sentence(error: &Value) -> String {
    shorten(&words(error).unwrap_or_else(|| error.to_string()))
}

fn words(error: &Value) -> Option<String> {
    match error {
        Value::String(text) if !text.trim().is_empty() => Some(text.clone()),
        Value::Array(errors) => errors.iter().find_map(words),
        Value::Object(fields) => {
            ["error", "message", "detail", "msg"].iter().find_map(|name| words(fields.get(*name)?))
        }
        _ => None,
    }
}

/// One line of at most [`MAX_DETAIL`] characters, without control characters.
fn shorten(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut chars = line.chars().filter(|char| !char.is_control());
    let mut short: String = chars.by_ref().take(MAX_DETAIL).collect();
    if chars.next().is_some() {
        short.push('…');
    }
    short
}

/// A redirect is not followed: it could carry the key and the conversation to another host.
fn moved(headers: &HeaderMap) -> String {
    let target = headers.get(LOCATION).and_then(|value| value.to_str().ok()).unwrap_or("elsewhere");
    shorten(&format!("it points to {target}; if that is right, set it as the base URL"))
}

/// The wait that `Retry-After` (RFC 9110, section 10.2.3) asks for: seconds, or a date, which is
/// measured from the answer's own `Date`, so that neither clock has to be right.
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let value = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = value.parse::<f64>() {
        return Duration::try_from_secs_f64(seconds).ok();
    }
    let wait = http_date(value)?.duration_since(http_date(headers.get(DATE)?.to_str().ok()?)?);
    Some(Duration::try_from(wait).unwrap_or_default())
}

fn http_date(text: &str) -> Option<Timestamp> {
    DateTimeParser::new().parse_timestamp(text.trim()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_sentence_in_any_shape() {
        let cases = [
            (r#"{"error":{"message":"no such model","code":404}}"#, "no such model"),
            (r#"{"error":"no such model"}"#, "no such model"),
            (r#"{"message":"no such model","error":null}"#, "no such model"),
            (r#"{"detail":[{"loc":["body"],"msg":"extra field"}]}"#, "extra field"),
            (r#"[{"error":{"message":"quota"}}]"#, "quota"),
            (r#"{"code":7}"#, r#"{"code":7}"#),
            (" upstream\n connect   error\u{7} ", "upstream connect error"),
            ("<!doctype html><p>hi", "a page of HTML or XML; does the base URL lead to the API?"),
        ];
        for (body, expected) in cases {
            assert_eq!(sentence_in(body), expected, "{body}");
        }
        assert_eq!(sentence_in(&"é".repeat(1000)).chars().count(), MAX_DETAIL + 1);
    }

    #[test]
    fn reads_retry_after_in_each_form() {
        let date = "Wed, 21 Oct 2015 07:28:00 GMT";
        let cases = [
            (vec![("retry-after", "7")], Some(7_000)),
            (vec![("retry-after", " 1.5 ")], Some(1_500)),
            (vec![("retry-after", "Wed, 21 Oct 2015 07:28:20 GMT"), ("date", date)], Some(20_000)),
            (vec![("retry-after", "Wed, 21 Oct 2015 07:27:00 GMT"), ("date", date)], Some(0)),
            (vec![("retry-after", date)], None),
            (vec![("retry-after", "-3")], None),
            (vec![("retry-after", "NaN")], None),
            (vec![("retry-after", "1e300")], None),
            (vec![("retry-after", "soon"), ("date", date)], None),
            (vec![], None),
        ];
        for (lines, expected) in cases {
            let mut headers = HeaderMap::new();
            for (name, value) in &lines {
                headers.insert(*name, value.parse().unwrap());
            }
            assert_eq!(retry_after(&headers), expected.map(Duration::from_millis), "{lines:?}");
        }
    }
}
