//! Numbers in digits and words, and what stands around them: days, minutes, weights, repetitions.

use super::super::pattern::has;

const UNITS: &[&str] = &[
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: &[&str] = &["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// Number words, for the lexicon.
pub const WORDS: &str = "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|\
    thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|half|twice|daily|couple|minutes|minute|hours|\
    weekdays|mins|secs|kilo|pound|second|reps|repetitions|seconds|kilos|kilograms|pounds|session|sessions|workouts";

/// A number and where it stands: tokens `at..end`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Number {
    pub value: f64,
    pub at: usize,
    pub end: usize,
}

/// Every number, left to right.
#[must_use]
pub fn scan(tokens: &[String]) -> Vec<Number> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if let Some(number) = read(tokens, at) {
            at = number.end;
            found.push(number);
        } else {
            at += 1;
        }
    }
    found
}

fn word(tokens: &[String], at: usize) -> &str {
    tokens.get(at).map_or("", String::as_str)
}

fn small(text: &str) -> Option<f64> {
    let at = UNITS.iter().position(|unit| *unit == text)?;
    u8::try_from(at).ok().map(f64::from)
}

fn ten(text: &str) -> Option<f64> {
    let at = TENS.iter().position(|tens| *tens == text)?;
    u8::try_from(at).ok().map(|at| f64::from(at) * 10.0 + 20.0)
}

fn read(tokens: &[String], at: usize) -> Option<Number> {
    let (mut value, mut end) = plain(tokens, at)?;
    if word(tokens, end) == "hundred" && value < 10.0 {
        value *= 100.0;
        end += 1;
        let skip = usize::from(word(tokens, end) == "and");
        if let Some((more, stop)) = plain(tokens, end + skip).filter(|(more, _)| *more < 100.0) {
            value += more;
            end = stop;
        }
    }
    if (word(tokens, end), word(tokens, end + 1), word(tokens, end + 2)) == ("and", "a", "half") {
        value += 0.5;
        end += 3;
    }
    Some(Number { value, at, end })
}

fn plain(tokens: &[String], at: usize) -> Option<(f64, usize)> {
    let text = word(tokens, at);
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        return text.parse::<f64>().ok().filter(|v| v.is_finite() && *v < 1e6).map(|v| (v, at + 1));
    }
    if let Some(tens) = ten(text) {
        let unit = small(word(tokens, at + 1)).filter(|unit| (1.0..10.0).contains(unit));
        return Some((tens + unit.unwrap_or(0.0), at + 1 + usize::from(unit.is_some())));
    }
    let couple = (text == "couple").then_some(2.0);
    small(text).or(couple).map(|value| (value, at + 1))
}

/// A whole number in the range of `u16`.
#[must_use]
pub fn whole(value: f64) -> Option<u16> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be in range")]
    (0.0..=65_000.0).contains(&value).then(|| value.round() as u16)
}

/// Training days a week as said, 1 to 7 (the plan itself takes 2 to 6).
#[must_use]
pub fn days(tokens: &[String], numbers: &[Number]) -> Option<u8> {
    numbers
        .iter()
        .find(|n| counts_days(tokens, **n))
        .and_then(|n| whole(n.value))
        .and_then(|n| u8::try_from(n).ok())
        .filter(|n| (1..=7).contains(n))
        .or_else(|| has(tokens, "twice_a_week|twice_per_week|twice_weekly|twice_each_week").then_some(2))
        .or_else(|| has(tokens, "once_a_week|once_per_week").then_some(1))
        .or_else(|| has(tokens, "every_day|daily|each_day|every_single_day").then_some(7))
}

fn counts_days(tokens: &[String], n: Number) -> bool {
    let before = n.at.checked_sub(1).map_or("", |i| word(tokens, i));
    let (next, after) = (word(tokens, n.end), word(tokens, n.end + 1));
    if ["in", "last", "past", "another", "more"].contains(&before) || after == "ago" || after == "off" {
        return false;
    }
    let weekly = || (n.end..n.end + 5).any(|i| ["week", "weekly"].contains(&word(tokens, i)));
    let delta = ["more", "fewer", "less", "extra", "additional"].contains(&next);
    let named = n.at.checked_sub(1).is_some_and(|to| {
        (to.saturating_sub(4)..=to).any(|i| ["days", "day"].contains(&word(tokens, i)))
            && ["to", "is", "week", "days", "at", "of", "be"].contains(&before)
    });
    match next {
        "day" | "days" => !["more", "fewer", "less", "longer", "off"].contains(&after),
        "training" | "gym" | "lifting" | "workout" if after == "days" || after == "day" => true,
        "times" | "x" | "workouts" | "sessions" | "trainings" | "workout" | "session" | "time" => weekly(),
        "a" | "per" => after == "week",
        "instead" => true,
        "" => named || n.at == 0 || makes_it(tokens, n.at),
        _ => !delta && named && !["minutes", "min", "mins"].contains(&next),
    }
}

/// "make it three" and nothing behind.
fn makes_it(tokens: &[String], at: usize) -> bool {
    let head = tokens.get(..at).unwrap_or_default();
    let lead = ["make_it", "make_it_just", "make_it_only", "make_that", "rather", "how_about", "what_about"];
    lead.iter().any(|phrase| {
        let words: Vec<&str> = phrase.split('_').collect();
        head.len() >= words.len() && head.iter().rev().zip(words.iter().rev()).all(|(a, b)| a == b)
    })
}

/// Minutes for a session, as said.
#[must_use]
pub fn minutes(tokens: &[String], numbers: &[Number]) -> Option<u16> {
    let worded = [
        ("hour_and_a_half", 90),
        ("half_an_hour|half_hour|half_a_hour", 30),
        ("three_quarters_of_an_hour", 45),
        ("an_hour|a_hour|one_hour", 60),
    ];
    if let Some((_, minutes)) = worded.iter().find(|(phrase, _)| has(tokens, phrase)) {
        return Some(*minutes);
    }
    let is_minutes = |text: &str| ["min", "mins", "minute", "minutes", "m"].contains(&text);
    let is_hours = |text: &str| ["hour", "hours", "h", "hr", "hrs"].contains(&text);
    for (i, n) in numbers.iter().enumerate() {
        let before = n.at.checked_sub(1).map_or("", |i| word(tokens, i));
        let before2 = n.at.checked_sub(2).map_or("", |i| word(tokens, i));
        let next = word(tokens, n.end);
        if is_hours(next) {
            let rest = numbers.get(i + 1).filter(|m| m.at <= n.end + 2 && !is_hours(word(tokens, m.end)));
            return whole(n.value * 60.0 + rest.map_or(0.0, |m| m.value));
        }
        let named =
            is_minutes(before) || (["to", "is", "of", "at", "are"].contains(&before) && is_minutes(before2));
        if (is_minutes(next) && before != "rest") || named {
            return whole(n.value);
        }
    }
    None
}

/// A weight: the number as said and its unit (`None` when none was said).
#[must_use]
pub fn weight(tokens: &[String], n: Number) -> Option<(f64, super::Units)> {
    match word(tokens, n.end) {
        "kg" | "kgs" | "kilo" | "kilos" | "kilogram" | "kilograms" => Some((n.value, super::Units::Kg)),
        "lb" | "lbs" | "pound" | "pounds" => Some((n.value, super::Units::Lb)),
        "stone" => Some((n.value * 14.0, super::Units::Lb)),
        _ => None,
    }
}

/// Kilograms out of a number in the unit, to 10 g.
#[must_use]
pub fn kilograms(value: f64, units: super::Units) -> f64 {
    let kg = match units {
        super::Units::Kg => value,
        super::Units::Lb => value * crate::domain::loads::KG_PER_LB,
    };
    (kg * 100.0).round() / 100.0
}
