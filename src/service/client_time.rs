//! Moments as clients send them: whatever a phone's clock says is brought into what is possible.

use jiff::Timestamp;
use serde::{Deserialize as _, Deserializer};

/// Nothing is taken to have begun before this, the first of January of the year 1; what is written as a time of RFC 3339 has four digits
/// for the year.
pub const EARLIEST: Timestamp = Timestamp::constant(-62_135_596_800, 0);

/// Reads a moment of RFC 3339. One beyond what can be kept is the first or the last that can, and
/// digits finer than a nanosecond are left away; what is no moment at all is refused.
pub fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Timestamp>, D::Error> {
    let text: Option<String> = Option::deserialize(deserializer)?;
    text.map(|text| read(&text).ok_or_else(|| serde::de::Error::custom(REFUSED))).transpose()
}

/// Why a moment is refused, for programmers; whoever sent it is told by the schema.
const REFUSED: &str = "not-a-moment";

fn read(text: &str) -> Option<Timestamp> {
    let text = short(text.trim());
    text.parse().ok().or_else(|| beyond(&text))
}

/// Without the digits after the ninth of a fraction.
fn short(text: &str) -> String {
    let mut digits = None;
    let keep = |byte: &char| {
        digits = match (*byte, digits) {
            ('.' | ',', _) => Some(0),
            (byte, Some(many)) if byte.is_ascii_digit() => Some(many + 1),
            _ => None,
        };
        digits.is_none_or(|many| many <= 9)
    };
    text.chars().filter(keep).collect()
}

/// A moment whose year no calendar here holds: its rest must still be one.
fn beyond(text: &str) -> Option<Timestamp> {
    let (past, rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (year, rest) = rest.split_at_checked(rest.find('-')?)?;
    let is_year = (4..=6).contains(&year.len()) && year.bytes().all(|byte| byte.is_ascii_digit());
    let in_a_leap_year: Result<Timestamp, _> = format!("2024{rest}").parse();
    let last = if past { Timestamp::MIN } else { Timestamp::MAX };
    let far = past || year.parse::<u32>().is_ok_and(|year| year >= 9999);
    (is_year && far && in_a_leap_year.is_ok()).then_some(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_clock_may_say_is_read() {
        let second: Timestamp = "2026-03-16T18:00:00Z".parse().unwrap();
        let billionth: Timestamp = "2026-03-16T18:00:00.123456789Z".parse().unwrap();
        for (text, expected) in [
            ("2026-03-16T18:00:00Z", Some(second)),
            ("2026-03-16T19:00:00+01:00", Some(second)),
            ("2026-03-16t18:00:00z", Some(second)),
            ("2026-03-16T18:00:00.123456789123Z", Some(billionth)),
            ("9999-12-31T23:59:59Z", Some(Timestamp::MAX)),
            ("+010000-01-01T00:00:00Z", Some(Timestamp::MAX)),
            ("-009999-01-01T00:00:00Z", Some(Timestamp::MIN)),
            ("-010000-02-29T00:00:00Z", Some(Timestamp::MIN)),
            ("9999-13-31T23:59:59Z", None),
            ("2026-02-30T00:00:00Z", None),
            ("yesterday", None),
            ("", None),
            ("2026-03-16", None),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
