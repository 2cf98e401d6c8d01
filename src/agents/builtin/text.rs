//! Utterances as tokens: lower case, contractions opened, near misses of known words put right. It
//! refuses to know any intent.

use super::lexicon;

/// Longer messages are read up to here.
const MOST_TOKENS: usize = 200;

const CONTRACTIONS: &[(&str, &str)] = &[
    ("i'm", "i am"),
    ("im", "i am"),
    ("i've", "i have"),
    ("ive", "i have"),
    ("i'd", "i would"),
    ("i'll", "i will"),
    ("what's", "what is"),
    ("whats", "what is"),
    ("how's", "how is"),
    ("hows", "how is"),
    ("where's", "where is"),
    ("that's", "that is"),
    ("thats", "that is"),
    ("it's", "it is"),
    ("let's", "let us"),
    ("lets", "let us"),
    ("don't", "do not"),
    ("dont", "do not"),
    ("doesn't", "does not"),
    ("doesnt", "does not"),
    ("can't", "can not"),
    ("cant", "can not"),
    ("cannot", "can not"),
    ("won't", "will not"),
    ("isn't", "is not"),
    ("haven't", "have not"),
    ("today's", "todays"),
    ("week's", "week"),
    ("u", "you"),
    ("pls", "please"),
    ("e1rm", "strength"),
    ("1rm", "strength"),
];

/// The tokens of a message. Total: any text gives some tokens, possibly none.
#[must_use]
pub fn tokens(text: &str) -> Vec<String> {
    let mut tokens = spaced(text)
        .split_whitespace()
        .flat_map(|word| {
            let word = word.trim_matches('\'');
            let open = CONTRACTIONS.iter().find(|(short, _)| *short == word).map_or(word, |(_, long)| long);
            open.split(' ').map(|part| part.trim_matches('\'').to_owned()).collect::<Vec<_>>()
        })
        .flat_map(|word| split_digits(&word))
        .filter(|word| !word.is_empty())
        .take(MOST_TOKENS)
        .map(lexicon::correct)
        .collect::<Vec<_>>();
    for at in 1..tokens.len() {
        if let Some([no, longer]) = tokens.get_mut(at - 1..=at)
            && no == "no"
            && longer == "longer"
        {
            // "No longer" is about what was, "longer" about how long.
            "not".clone_into(no);
            "anymore".clone_into(longer);
        }
    }
    tokens
}

/// Lower case, with everything that only separates turned into a space.
fn spaced(text: &str) -> String {
    let chars: Vec<char> = text.to_lowercase().chars().collect();
    let digit = |at: Option<usize>| at.and_then(|i| chars.get(i)).is_some_and(char::is_ascii_digit);
    let mut out = String::with_capacity(text.len());
    for (i, c) in chars.iter().enumerate() {
        let inside = digit(i.checked_sub(1)) && digit(Some(i + 1));
        match c {
            '’' | '‘' | '`' => out.push('\''),
            '.' | ',' if inside => out.push('.'),
            '@' => out.push_str(" rpe "),
            '×' | '*' => out.push_str(" x "),
            '½' => out.push_str(" and a half "),
            '+' => out.push_str(" and "),
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

/// Words of a name or slug, singular, for comparing exercises: "Barbell Squats" → barbell, squat.
#[must_use]
pub fn name_words(text: &str) -> Vec<String> {
    const FILLER: &[&str] =
        &["the", "a", "an", "my", "for", "with", "of", "in", "on", "to", "plan", "please", "some"];
    spaced(text)
        .split_whitespace()
        .filter(|word| !FILLER.contains(word))
        .map(|word| match word.strip_suffix('s') {
            Some(stem) if stem.len() > 2 && !stem.ends_with('s') => stem.to_owned(),
            _ => word.to_owned(),
        })
        .collect()
}
