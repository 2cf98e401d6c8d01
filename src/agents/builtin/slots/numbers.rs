//! Numbers in digits and words, and what stands around them: days, minutes, weights, repetitions.

use super::super::ear::Numbers;
use super::super::pattern::{behind, has};

/// A number and where it stands: tokens `at..end`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Number {
    pub value: f64,
    pub at: usize,
    pub end: usize,
}

/// Every number, left to right.
#[must_use]
pub fn scan(tokens: &[String], ear: &Numbers) -> Vec<Number> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if let Some(number) = read(tokens, at, ear) {
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

/// The word in front of this place.
fn in_front(tokens: &[String], at: usize) -> &str {
    at.checked_sub(1).map_or("", |before| word(tokens, before))
}

fn read(tokens: &[String], at: usize, ear: &Numbers) -> Option<Number> {
    let (mut value, mut end) = plain(tokens, at, ear)?;
    if ear.hundred.is(word(tokens, end)) && value < 10.0 {
        value *= 100.0;
        end += 1;
        let skip = usize::from(ear.and.is(word(tokens, end)));
        if let Some((more, stop)) = plain(tokens, end + skip, ear).filter(|(more, _)| *more < 100.0) {
            value += more;
            end = stop;
        }
    }
    if let Some(stop) = behind(tokens, end, &ear.half) {
        value += 0.5;
        end = stop;
    }
    Some(Number { value, at, end })
}

/// A number in digits, or in words: `twenty`, `twenty five`, `veinte y cinco`.
fn plain(tokens: &[String], at: usize, ear: &Numbers) -> Option<(f64, usize)> {
    let text = word(tokens, at);
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        return text.parse::<f64>().ok().filter(|v| v.is_finite() && *v < 1e6).map(|v| (v, at + 1));
    }
    let value = *ear.values.get(text)?;
    let is_tens = (20.0..100.0).contains(&value) && value % 10.0 == 0.0;
    let ones_at = at + 1 + usize::from(ear.tens_and.is(word(tokens, at + 1)));
    let ones = ear.values.get(word(tokens, ones_at)).filter(|ones| is_tens && (1.0..10.0).contains(*ones));
    Some(ones.map_or((value, at + 1), |ones| (value + ones, ones_at + 1)))
}

/// A whole number in the range of `u16`.
#[must_use]
pub fn whole(value: f64) -> Option<u16> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be in range")]
    (0.0..=65_000.0).contains(&value).then(|| value.round() as u16)
}

/// Training days a week as said, 1 to 7 (the plan itself takes 2 to 6).
#[must_use]
pub fn days(tokens: &[String], numbers: &[Number], ear: &Numbers) -> Option<u8> {
    numbers
        .iter()
        .find(|n| counts_days(tokens, **n, ear))
        .and_then(|n| whole(n.value))
        .and_then(|n| u8::try_from(n).ok())
        .filter(|n| (1..=7).contains(n))
        .or_else(|| ear.days_worded.iter().find(|(phrases, _)| has(tokens, phrases)).map(|(_, days)| *days))
}

fn counts_days(tokens: &[String], n: Number, ear: &Numbers) -> bool {
    let before = in_front(tokens, n.at);
    let (next, after) = (word(tokens, n.end), word(tokens, n.end + 1));
    if ear.not_before.is(before) || ear.not_after.is(after) {
        return false;
    }
    let is_near =
        |from: usize, to: usize, wanted: &dyn Fn(&str) -> bool| (from..to).any(|at| wanted(word(tokens, at)));
    let is_named = n.at > 0
        && is_near((n.at - 1).saturating_sub(4), n.at, &|word| ear.day.is(word))
        && ear.names_days.is(before);
    if next.is_empty() {
        is_named || n.at == 0 || makes_it(tokens, n.at, ear)
    } else if ear.day.is(next) {
        !ear.not_days.is(after)
    } else if ear.training.is(next) && ear.day.is(after) {
        true
    } else if ear.times.is(next) {
        is_near(n.end, n.end + 5, &|word| ear.week.is(word))
    } else if ear.per.is(next) {
        ear.week.is(after)
    } else {
        ear.instead.is(next) || (!ear.delta.is(next) && is_named && !ear.minute.is(next))
    }
}

/// "make it three" and nothing behind.
fn makes_it(tokens: &[String], at: usize, ear: &Numbers) -> bool {
    let head = tokens.get(..at).unwrap_or_default();
    (0..at).any(|from| behind(head, from, &ear.make_it) == Some(at))
}

/// Minutes for a session, as said.
#[must_use]
pub fn minutes(tokens: &[String], numbers: &[Number], ear: &Numbers) -> Option<u16> {
    if let Some((_, minutes)) = ear.minutes_worded.iter().find(|(phrases, _)| has(tokens, phrases)) {
        return Some(*minutes);
    }
    for (i, n) in numbers.iter().enumerate() {
        let before = in_front(tokens, n.at);
        let before2 = n.at.checked_sub(1).map_or("", |at| in_front(tokens, at));
        let next = word(tokens, n.end);
        if ear.hour.is(next) {
            let rest = numbers.get(i + 1).filter(|m| m.at <= n.end + 2 && !ear.hour.is(word(tokens, m.end)));
            return whole(n.value * 60.0 + rest.map_or(0.0, |m| m.value));
        }
        let named = ear.minute.is(before) || (ear.names_minutes.is(before) && ear.minute.is(before2));
        if (ear.minute.is(next) && !ear.rest.is(before)) || named {
            return whole(n.value);
        }
    }
    None
}

/// A weight: the number as said and its unit (`None` when none was said).
#[must_use]
pub fn weight(tokens: &[String], n: Number, ear: &Numbers) -> Option<(f64, super::Units)> {
    let unit = word(tokens, n.end);
    if ear.kg.is(unit) {
        Some((n.value, super::Units::Kg))
    } else if ear.lb.is(unit) {
        Some((n.value, super::Units::Lb))
    } else {
        ear.stone.is(unit).then_some((n.value * 14.0, super::Units::Lb))
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
