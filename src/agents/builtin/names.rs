//! Finding the exercise a person means by the words they used for it.

use super::text::name_words;

/// The candidate whose name shares the most words with the phrase, the shortest of equals. Every
/// candidate is an id and a name.
#[must_use]
pub fn best<'a>(phrase: &str, candidates: &[(&'a str, &'a str)]) -> Option<(&'a str, &'a str)> {
    let said = name_words(phrase);
    candidates
        .iter()
        .map(|(id, name)| {
            let words = [name_words(name), name_words(id)].concat();
            let shared = said.iter().filter(|word| words.contains(word)).count();
            (shared, std::cmp::Reverse(name_words(name).len()), (*id, *name))
        })
        .filter(|(shared, ..)| *shared > 0 && (*shared * 2 >= said.len()))
        .max_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)))
        .map(|(.., found)| found)
}

/// What to take out and what to put in, as far as it was said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Exchange {
    pub old: Option<String>,
    pub new: Option<String>,
}

/// Reads "swap A for B", "replace A with B", "B instead of A", "an alternative to A", "take A out".
#[must_use]
pub fn exchange(tokens: &[String]) -> Exchange {
    const VERBS: &[&str] = &[
        "swap",
        "replace",
        "substitute",
        "exchange",
        "trade",
        "remove",
        "drop",
        "change",
        "switch",
        "ditch",
        "rid",
        "take",
    ];
    const JOIN: &[&str] = &["for", "with", "to", "by", "against", "into"];
    let position = |words: &[&str], from: usize| {
        tokens
            .iter()
            .enumerate()
            .skip(from)
            .find(|(_, word)| words.contains(&word.as_str()))
            .map(|(at, _)| at)
    };
    let part = |from: usize, to: usize| phrase(tokens.get(from..to).unwrap_or_default());
    let end = tokens.len();
    if let Some(at) = tokens.windows(2).position(|pair| matches!(pair, [a, b] if a == "instead" && b == "of"))
    {
        return Exchange { old: part(at + 2, end), new: part(0, at) };
    }
    if let Some(at) = position(&["alternative", "alternatives", "replacement", "substitutes"], 0) {
        return Exchange { old: part(at + 1, end), new: None };
    }
    let Some(verb) = position(VERBS, 0) else {
        return Exchange::default();
    };
    match position(JOIN, verb + 1) {
        Some(join) => Exchange { old: part(verb + 1, join), new: part(join + 1, end) },
        None => Exchange { old: part(verb + 1, end), new: None },
    }
}

/// Words that name no exercise.
const FILLER: &[&str] = &[
    "the",
    "a",
    "an",
    "my",
    "out",
    "from",
    "of",
    "plan",
    "program",
    "please",
    "this",
    "that",
    "it",
    "exercise",
    "something",
    "anything",
    "else",
    "other",
    "another",
    "i",
    "can",
    "do",
    "you",
    "want",
    "would",
    "like",
    "to",
    "for",
    "with",
    "me",
    "in",
    "week",
    "different",
    "one",
    "and",
    "today",
    "could",
    "we",
    "let",
    "us",
    "now",
];

/// The words of a phrase that can name an exercise; `None` when none is left.
fn phrase(tokens: &[String]) -> Option<String> {
    let words: Vec<&str> = tokens.iter().map(String::as_str).filter(|word| !FILLER.contains(word)).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agents::builtin::text::tokens;

    #[test]
    fn exchanges_name_what_goes_and_what_comes() {
        let cases = [
            ("swap the back squat for leg press", Some("back squat"), Some("leg press")),
            ("replace bench with push-ups please", Some("bench"), Some("push ups")),
            ("can I do lunges instead of split squats?", Some("split squats"), Some("lunges")),
            ("an alternative to deadlifts", Some("deadlifts"), None),
            ("take deadlifts out of my plan", Some("deadlifts"), None),
            ("swap it", None, None),
            ("hello", None, None),
        ];
        for (said, old, new) in cases {
            let found = exchange(&tokens(said));
            assert_eq!((found.old.as_deref(), found.new.as_deref()), (old, new), "{said}");
        }
    }

    #[test]
    fn names_are_found_by_their_words() {
        let plan = [
            ("barbell-back-squat", "Back squat"),
            ("goblet-squat", "Goblet squat"),
            ("barbell-bench-press", "Bench press"),
        ];
        assert_eq!(best("squats", &plan).map(|f| f.0), Some("goblet-squat"));
        assert_eq!(best("back squats", &plan).map(|f| f.0), Some("barbell-back-squat"));
        assert_eq!(best("bench", &plan).map(|f| f.0), Some("barbell-bench-press"));
        assert_eq!(best("curl", &plan), None);
    }
}
