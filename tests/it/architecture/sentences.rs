//! Which strings of the code are sentences: words for somebody. `wording` alone holds those for people.

use super::source::{House, Literal, test_items};

/// A string of the code that reads as words for somebody.
#[derive(Debug)]
pub(super) struct Sentence {
    pub line: usize,
    pub text: String,
}

/// Words from which on a string is a sentence.
const FEWEST_WORDS: usize = 3;

/// Whom else a sentence may be for: `(path under src, reason)`. Below a folder all of it.
const OTHER_READERS: &[(&str, &str)] = &[
    ("agents/driver/act.rs", "what a model is told of a call"),
    ("agents/driver/request.rs", "what a model is told of what is left out"),
    ("agents/driver/think.rs", "a fault of a model server, for the log"),
    ("agents/model/", "faults of a model server, for the log"),
    ("agents/prompts.rs", "what a model is told"),
    ("agents/run/", "what a model is told of a call"),
    ("agents/tools/", "what a model is told of a tool and its result"),
    ("cli/", "the console's language is English"),
    ("config.rs", "the console's language is English"),
    ("domain/rules/table.rs", "the rules in the description of the API"),
    ("domain/safety/", "what is heard, not said"),
    ("storage/", "SQL, and faults for the log"),
    ("telemetry.rs", "the console's language is English"),
    ("telemetry/", "the description of the metrics"),
    ("web/document/", "the description of the API"),
    ("web/reply.rs", "the description of the API"),
    ("web/routes.rs", "the description of the API"),
    ("web/security.rs", "headers for browsers"),
    ("web/sse.rs", "the description of the API"),
    ("web/upload.rs", "the description of the API"),
];

/// Macros whose strings are for the log or for whoever reads a crash.
const FOR_THE_LOG: &[&str] = &["trace", "debug", "info", "warn", "error", "span", "info_span", "debug_span"];

/// The sentences of a file whose comments and strings are blank, but for tests, attributes and the log.
pub(super) fn sentences(blanked: &str, literals: &[Literal<'_>]) -> Vec<Sentence> {
    let tests = test_items(blanked);
    let of_product = |at: usize| tests.iter().all(|range| !range.contains(&at)) && is_said(blanked, at);
    let said = literals.iter().filter(|literal| is_sentence(literal.text) && of_product(literal.at));
    said.map(|literal| Sentence {
        line: blanked[..literal.at].matches('\n').count() + 1,
        text: literal.text.to_owned(),
    })
    .collect()
}

fn is_sentence(text: &str) -> bool {
    let is_word = |word: &str| {
        let letters = word.trim_matches(|c: char| !c.is_alphanumeric());
        letters.len() > 1 && letters.chars().all(|c| c.is_alphabetic() || c == '\'' || c == '’')
    };
    without_placeholders(text).split_whitespace().filter(|word| is_word(word)).count() >= FEWEST_WORDS
}

fn without_placeholders(text: &str) -> String {
    let mut depth = 0_i32;
    let outside = text.chars().filter(|c| {
        let inside = depth > 0 || *c == '{';
        depth += i32::from(*c == '{') - i32::from(*c == '}');
        !inside
    });
    outside.collect()
}

/// No attribute and no macro of the log holds what stands there.
fn is_said(code: &str, at: usize) -> bool {
    let mut shut = 0_usize;
    for (open, byte) in code.bytes().enumerate().take(at).collect::<Vec<_>>().into_iter().rev() {
        match byte {
            b')' | b']' | b'}' => shut += 1,
            b'(' | b'[' | b'{' if shut > 0 => shut -= 1,
            b'(' | b'[' | b'{' if is_aside(&code[..open]) => return false,
            _ => {}
        }
    }
    true
}

/// What stands before a bracket begins an attribute or a macro of the log.
fn is_aside(before: &str) -> bool {
    let before = before.trim_end();
    if before.ends_with('#') || before.ends_with("#!") {
        return true;
    }
    let name =
        |before: &str| before.rsplit(|c: char| !c.is_alphanumeric() && c != '_').next().map(str::to_owned);
    before.strip_suffix('!').and_then(name).is_some_and(|name| FOR_THE_LOG.contains(&name.as_str()))
}

fn under(path: &str, name: &str) -> bool {
    let inside = name.strip_prefix("src/").unwrap_or(name);
    inside == path || path.ends_with('/') && inside.starts_with(path)
}

/// No code outside `wording` holds a sentence for people, and every exception has one.
pub(super) fn people_are_spoken_to_by_wording(house: &House) -> Vec<String> {
    let others = house.files.iter().filter(|file| file.top() != "wording");
    let told = others.filter(|file| OTHER_READERS.iter().all(|(path, _)| !under(path, &file.name)));
    told.flat_map(|file| {
        file.sentences.iter().map(|said| format!("{}:{} holds {}", file.name, said.line, said.text))
    })
    .collect()
}

#[test]
fn every_other_reader_is_spoken_to() {
    let house = super::house();
    for (path, reason) in OTHER_READERS {
        let spoken = house.files.iter().any(|file| under(path, &file.name) && !file.sentences.is_empty());
        assert!(spoken, "{path} holds no sentence ({reason})");
    }
}
