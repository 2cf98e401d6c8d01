//! The domain's own words, exercises and counts by name, in the language of whom it is said to.

use super::{current, exercises, reasons, texts};

/// `lower_back` reads `Lower back`; a word without a text of its own keeps its letters.
#[must_use]
pub fn plain(word: &str) -> String {
    let key = format!("word-{}", word.replace('_', "-"));
    if texts::known(current().language, &key) {
        return texts::with(&key, &[]);
    }
    let mut letters = word.chars();
    let rest = letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>());
    rest.unwrap_or_default().replace('_', " ")
}

/// An exercise by name; one of the person's own keeps its name in what shows it, not in its id.
#[must_use]
pub fn exercise(id: &str) -> String {
    let known = exercises::name(id).map(str::to_owned);
    let own = id.len() == 36 && id.chars().all(|letter| letter.is_ascii_hexdigit() || letter == '-');
    known.unwrap_or_else(|| {
        if own { texts::say("proposal-own-exercise").to_owned() } else { plain(&id.replace('-', "_")) }
    })
}

/// A split by name: `Upper/lower`.
#[must_use]
pub fn split(word: &str) -> String {
    reasons::title(word)
}

/// `1 set`, `2 sets`: a text of one argument, `n`.
#[must_use]
pub fn count(n: usize, key: &'static str) -> String {
    texts::with(key, &[("n", n.into())])
}
