//! Utterances as tokens: lower case, contractions opened, near misses of known words put right. It
//! refuses to know any intent.

use super::ear::{Ear, fold};
use super::lexicon;

/// Longer messages are read up to here.
const MOST_TOKENS: usize = 200;

/// The tokens of a message as a language has them. Total: any text gives some tokens, possibly none.
#[must_use]
pub fn tokens(text: &str, ear: &Ear) -> Vec<String> {
    let mut tokens: Vec<String> =
        typed(text, ear).into_iter().map(|word| lexicon::correct(word, ear)).collect();
    for (said, meant) in &ear.words.together {
        together(&mut tokens, said, meant);
    }
    tokens
}

/// The tokens as they were typed, short forms opened.
#[must_use]
pub fn typed(text: &str, ear: &Ear) -> Vec<String> {
    spaced(text, ear)
        .split_whitespace()
        .flat_map(|word| {
            let word = word.trim_matches('\'');
            let open = ear.words.short.get(word).map_or(word, String::as_str);
            open.split(' ').map(|part| part.trim_matches('\'').to_owned()).collect::<Vec<_>>()
        })
        .flat_map(|word| split_digits(&word))
        .filter(|word| !word.is_empty())
        .take(MOST_TOKENS)
        .collect()
}

/// Neighbours that mean something else together: "no longer" is about what was, "longer" about how long.
fn together(tokens: &mut [String], said: &str, meant: &str) {
    let (said, meant): (Vec<&str>, Vec<&str>) = (said.split(' ').collect(), meant.split(' ').collect());
    for at in 0..tokens.len() {
        let Some(here) = tokens.get_mut(at..at + said.len()) else { return };
        if here.iter().zip(&said).all(|(word, part)| word == part) {
            here.iter_mut().zip(&meant).for_each(|(word, part)| (*part).clone_into(word));
        }
    }
}

/// Folded, with everything that only separates turned into a space.
fn spaced(text: &str, ear: &Ear) -> String {
    let chars: Vec<char> = fold(text).chars().collect();
    let digit = |at: Option<usize>| at.and_then(|i| chars.get(i)).is_some_and(char::is_ascii_digit);
    let mut out = String::with_capacity(text.len());
    for (i, c) in chars.iter().enumerate() {
        let inside = digit(i.checked_sub(1)) && digit(Some(i + 1));
        match c {
            '’' | '‘' | '`' => out.push('\''),
            '.' | ',' if inside => out.push('.'),
            '@' => out.push_str(" rpe "),
            '×' | '*' => out.push_str(" x "),
            '½' => out.extend([" ", &ear.numbers.half.first(), " "]),
            '+' => out.extend([" ", &ear.numbers.and.first(), " "]),
            c if c.is_alphanumeric() || *c == '\'' => out.push(*c),
            _ => out.push(' '),
        }
    }
    out
}

/// "45min" is two tokens, "5x5" three.
fn split_digits(word: &str) -> Vec<String> {
    let numeric = |c: char| c.is_ascii_digit() || c == '.';
    let mut parts: Vec<String> = Vec::new();
    let mut last = None;
    for c in word.chars() {
        let kind = numeric(c);
        match parts.last_mut() {
            Some(part) if last == Some(kind) => part.push(c),
            _ => parts.push(c.to_string()),
        }
        last = Some(kind);
    }
    parts
}

/// Words of a name or slug without their endings, for comparing exercises: "Barbell Squats" → barbell,
/// squat.
#[must_use]
pub fn name_words(text: &str, ear: &Ear) -> Vec<String> {
    let stem = |word: &str| {
        let stems = ear.words.endings.iter().filter_map(|end| word.strip_suffix(end.as_str()));
        stems.into_iter().find(|stem| stem.len() > 2 && !stem.ends_with('s')).unwrap_or(word).to_owned()
    };
    spaced(text, ear).split_whitespace().filter(|word| !ear.words.filler.is(word)).map(stem).collect()
}
