//! Whether and where a phrase stands among words, little words between its own allowed.

use std::ops::Range;

use super::rules::Phrase;
use super::text::is_word;

/// Little words that may stand between the words of a phrase: "lost (all) (my) balance".
const FILLERS: &[&str] = &[
    "my",
    "the",
    "a",
    "an",
    "all",
    "any",
    "of",
    "so",
    "really",
    "completely",
    "to",
    "kinda",
    "just",
    "bit",
    "own",
    "totally",
    "some",
    "this",
    "that",
    "over",
    "properly",
    "even",
    "actually",
    "almost",
    "nearly",
];

/// Whether any of the phrases occurs.
pub(super) fn mentions(words: &[String], phrases: &[Phrase]) -> bool {
    phrases.iter().any(|phrase| (0..words.len()).any(|at| phrase_at(words, at, phrase).is_some()))
}

/// The phrase at exactly this place, fillers between its words allowed (at most three in a row).
pub(super) fn phrase_at(words: &[String], start: usize, phrase: &[String]) -> Option<Range<usize>> {
    let mut at = start;
    for (nth, named) in phrase.iter().enumerate() {
        let skipped = if nth == 0 { 0 } else { fillers_at(words, at, named) };
        words.get(at + skipped).filter(|word| is_word(word, named))?;
        at += skipped + 1;
    }
    Some(start..at)
}

fn fillers_at(words: &[String], at: usize, named: &str) -> usize {
    let rest = words.get(at..).unwrap_or_default();
    rest.iter().take(3).take_while(|word| *word != named && FILLERS.contains(&word.as_str())).count()
}
