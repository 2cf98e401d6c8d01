//! If-Match and If-None-Match (RFC 9110 sections 13.1.1 and 13.1.2), and answers that carry a tag.

use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};

use crate::service::precondition::{IfMatch, Tag};
use crate::wording::{self, Wording};

/// Stands between a tag and how the answer under it is worded.
const WORDED: char = '~';

/// The tag of an answer as it is worded: sentences in another language or other units are another
/// answer, though what they say has not changed.
fn worded(tag: &Tag) -> String {
    let Wording { language, units } = wording::current();
    if wording::current() == Wording::default() {
        return tag.as_str().to_owned();
    }
    format!("{}{WORDED}{language}-{units}", tag.as_str())
}

/// The tag as it stands in a header.
#[must_use]
pub fn value(tag: &Tag) -> Option<HeaderValue> {
    HeaderValue::from_str(&Tag::sent(worded(tag)).quoted()).ok()
}

/// What stands between the elements of a list.
const BETWEEN: [char; 3] = [',', ' ', '\t'];

/// The entity tags of a header that may stand on several lines: weak or not, and its text.
fn tags(headers: &HeaderMap, name: &HeaderName) -> Vec<(bool, String)> {
    let mut found = Vec::new();
    for line in headers.get_all(name).iter().filter_map(|value| value.to_str().ok()) {
        // Empty elements of a list say nothing (RFC 9110 section 5.6.1).
        let mut rest = line.trim_matches(BETWEEN);
        while !rest.is_empty() {
            let weak = rest.starts_with("W/");
            let open = if weak { rest.get(2..).unwrap_or_default() } else { rest };
            let Some((text, after)) = open.strip_prefix('"').and_then(|text| text.split_once('"')) else {
                break;
            };
            found.push((weak, text.to_owned()));
            rest = after.trim_start_matches(BETWEEN);
        }
    }
    found
}

fn has_star(headers: &HeaderMap, name: &HeaderName) -> bool {
    headers.get_all(name).iter().any(|value| value.as_bytes().trim_ascii() == b"*")
}

/// What If-Match says; comparison is strong, so weak tags are dropped.
#[must_use]
pub fn if_match(headers: &HeaderMap) -> IfMatch {
    if !headers.contains_key(header::IF_MATCH) {
        IfMatch::Absent
    } else if has_star(headers, &header::IF_MATCH) {
        IfMatch::Any
    } else {
        let strong = tags(headers, &header::IF_MATCH).into_iter().filter(|(weak, _)| !weak);
        // What is written over is the same in every language.
        let versions = strong.map(|(_, text)| text.split(WORDED).next().unwrap_or_default().to_owned());
        IfMatch::Tags(versions.collect())
    }
}

/// Whether the client already has this version; comparison is weak.
#[must_use]
pub fn unchanged(headers: &HeaderMap, tag: &Tag) -> bool {
    let worded = worded(tag);
    has_star(headers, &header::IF_NONE_MATCH)
        || tags(headers, &header::IF_NONE_MATCH).iter().any(|(_, text)| *text == worded)
}

/// Puts the tag on an answer, and says how it may be kept.
pub fn stamp(response: &mut Response, tag: &Tag) {
    let headers = response.headers_mut();
    if let Some(value) = value(tag) {
        headers.insert(header::ETAG, value);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    headers.insert(header::VARY, HeaderValue::from_static("Cookie, Authorization"));
}

/// 304 with the tag.
#[must_use]
pub fn not_modified(tag: &Tag) -> Response {
    let mut response = StatusCode::NOT_MODIFIED.into_response();
    stamp(&mut response, tag);
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(name: &HeaderName, values: &[&str]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for value in values {
            headers.append(name, HeaderValue::from_str(value).unwrap());
        }
        headers
    }

    #[test]
    fn none_match_reads_lists_stars_and_weak_tags() {
        let tag = Tag::sent("a.1");
        for (values, expected) in [
            (vec!["\"a.1\""], true),
            (vec!["W/\"a.1\""], true),
            (vec!["\"x\", W/\"y\" , \"a.1\""], true),
            (vec!["\"x\"", "\"a.1\""], true),
            (vec!["*"], true),
            (vec![",, \"a.1\""], true),
            (vec!["\"x\",, ,\"a.1\","], true),
            (vec![",", ", \"a.1\""], true),
            (vec![",,"], false),
            (vec!["\"a.2\""], false),
            (vec!["a.1"], false),
            (vec![""], false),
        ] {
            assert_eq!(unchanged(&with(&header::IF_NONE_MATCH, &values), &tag), expected, "{values:?}");
        }
    }

    #[test]
    fn if_match_is_strong() {
        assert_eq!(if_match(&HeaderMap::new()), IfMatch::Absent);
        assert_eq!(if_match(&with(&header::IF_MATCH, &["*"])), IfMatch::Any);
        let tags = if_match(&with(&header::IF_MATCH, &["W/\"a\", \"b\""]));
        assert_eq!(tags, IfMatch::Tags(vec!["b".to_owned()]));
        assert_eq!(if_match(&with(&header::IF_MATCH, &["nonsense"])), IfMatch::Tags(vec![]));
    }
}
