//! The small pattern language that the phrase tables are written in.
//!
//! A pattern is words in order, at most [`GAP`] other tokens between two of them. `a|b` is a
//! choice, `a_b` two adjacent words, `^` in front ties the pattern to the start of the message and
//! `$` behind to its end.

/// How many tokens may stand between two elements of a pattern.
const GAP: usize = 4;

/// Whether the pattern occurs in the tokens.
#[must_use]
pub fn matches(tokens: &[String], pattern: &str) -> bool {
    let (tied, pattern) = pattern.strip_prefix('^').map_or((false, pattern), |rest| (true, rest));
    let (ends, pattern) = pattern.strip_suffix('$').map_or((false, pattern), |rest| (true, rest));
    let elements: Vec<&str> = pattern.split(' ').collect();
    follows(tokens, &elements, 0, if tied { 0 } else { tokens.len() }, ends)
}

fn follows(tokens: &[String], elements: &[&str], from: usize, gap: usize, ends: bool) -> bool {
    let Some((element, rest)) = elements.split_first() else {
        return !ends || from == tokens.len();
    };
    (from..=from.saturating_add(gap).min(tokens.len())).any(|at| {
        element
            .split('|')
            .any(|phrase| starts(tokens, at, phrase).is_some_and(|end| follows(tokens, rest, end, GAP, ends)))
    })
}

/// The end of the phrase (`a_b`) if it stands at this place.
fn starts(tokens: &[String], at: usize, phrase: &str) -> Option<usize> {
    let mut end = at;
    for word in phrase.split('_') {
        if tokens.get(end).map(String::as_str) != Some(word) {
            return None;
        }
        end += 1;
    }
    Some(end)
}

/// The end of the longest of the phrases (`a_b|c`) that stands at this place.
#[must_use]
pub fn behind(tokens: &[String], at: usize, phrases: &str) -> Option<usize> {
    phrases.split('|').filter_map(|phrase| starts(tokens, at, phrase)).max()
}

/// Whether one of several patterns occurs in the tokens.
#[must_use]
pub fn any(tokens: &[String], patterns: &[String]) -> bool {
    patterns.iter().any(|pattern| matches(tokens, pattern))
}

/// Every place where one of the phrases (`a_b|c`) stands, as start and end.
#[must_use]
pub fn places(tokens: &[String], phrases: &str) -> Vec<(usize, usize)> {
    (0..tokens.len()).filter_map(|at| behind(tokens, at, phrases).map(|end| (at, end))).collect()
}

/// Whether one of the phrases stands anywhere.
#[must_use]
pub fn has(tokens: &[String], phrases: &str) -> bool {
    !places(tokens, phrases).is_empty()
}
