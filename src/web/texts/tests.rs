//! The catalogues and those who use them agree: no key without a text, no text without a use, and no
//! words beside the catalogues in a template or a script.

use std::collections::BTreeSet;
use std::path::Path;

use super::*;

/// Every file under these folders of the repository: path and text.
fn sources(folders: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders: Vec<_> =
        folders.iter().map(|folder| Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).collect();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap().map(Result::unwrap) {
            if entry.file_type().unwrap().is_dir() {
                folders.push(entry.path());
            } else if let Ok(text) = std::fs::read_to_string(entry.path()) {
                found.push((entry.path().display().to_string(), text));
            }
        }
    }
    found
}

fn keys() -> BTreeSet<String> {
    let lines = files().flat_map(|(_, text)| text.lines().map(str::to_owned).collect::<Vec<_>>());
    let named = lines.filter_map(|line| Some(line.split_once(" =")?.0.to_owned()));
    named.filter(|key| key.starts_with(|first: char| first.is_ascii_lowercase())).collect()
}

/// What stands between quotes right behind each `call`.
fn called(text: &str, call: &str) -> Vec<String> {
    let behind = text.split(call).skip(1).map(str::trim_start);
    behind.filter_map(|rest| Some(rest.strip_prefix('"')?.split('"').next()?.to_owned())).collect()
}

/// Whether the key is one of those that are made from a word of the domain or a date.
fn made(key: &str) -> bool {
    ["word-", "weekday-", "month-"].iter().any(|family| key.starts_with(family))
}

#[test]
fn every_catalogue_is_whole_and_says_each_thing_once() {
    let mut seen = BTreeSet::new();
    for (name, text) in files() {
        let read = FluentResource::try_new(text.clone());
        assert!(read.is_ok(), "{name}: {:?}", read.err().map(|(_, errors)| errors));
        for line in text.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase())) {
            let key = line.split_once(" =").unwrap_or_else(|| panic!("{name}: {line}")).0;
            assert!(seen.insert(key.to_owned()), "{key} stands twice");
            assert!(known(key), "{key} is not read");
        }
    }
    assert!(seen.len() > 400, "{} texts", seen.len());
}

#[test]
fn every_key_has_a_text_and_every_text_a_use() {
    let keys = keys();
    let mut used = BTreeSet::new();
    for (path, text) in sources(&["templates", "src/web", "static/js"]) {
        if path.contains("/texts") {
            continue;
        }
        for call in ["t(key=", "texts::say(", "texts::with(", " say(", "(say(", "${say("] {
            for key in called(&text, call).into_iter().filter(|key| key.contains('-')) {
                assert!(keys.contains(&key), "{path} uses {key}, which has no text");
            }
        }
        used.extend(text.split('"').filter(|piece| keys.contains(*piece)).map(str::to_owned));
    }
    let idle: Vec<_> = keys.iter().filter(|key| !used.contains(*key) && !made(key)).collect();
    assert!(idle.is_empty(), "never used: {idle:?}");
}

#[test]
fn a_text_without_arguments_is_said_as_it_stands() {
    for (path, text) in sources(&["src/web/pages"]) {
        for key in called(&text, "texts::say(").into_iter().filter(|key| key.contains('-')) {
            let said = say(Box::leak(key.clone().into_boxed_str()));
            assert_ne!(said, key, "{path}: {key} has arguments or several lines");
        }
    }
    assert_eq!(say("no-such-text"), "no-such-text");
    assert_eq!(with("no-such-text", &[("n", 2.into())]), "no-such-text");
    assert_eq!(with("count-sets", &[("n", 1.into())]), "1 set");
    assert_eq!(with("count-sets", &[("n", 2.into())]), "2 sets");
}

#[test]
fn every_word_of_the_domain_that_pages_name_has_a_text() {
    use crate::domain::exercise::{Contraindication, Equipment, Muscle, Pattern};
    use crate::domain::plan::Split;
    use crate::domain::profile::{Experience, Goal, SplitPreference, Weekday};
    let words = Muscle::ALL.iter().map(|it| it.as_str());
    let words = words.chain(Equipment::ALL.iter().map(|it| it.as_str()));
    let words = words.chain(Contraindication::ALL.iter().map(|it| it.as_str()));
    let words = words.chain(Pattern::ALL.iter().map(|it| it.as_str()));
    let words = words.chain(Experience::ALL.iter().map(|it| it.as_str()));
    let words = words.chain(Goal::ALL.iter().map(|it| it.as_str()));
    let words = words.chain(SplitPreference::ALL.iter().map(|it| it.as_str()));
    let words = words.chain(Weekday::ALL.iter().map(|it| it.as_str()));
    for word in words {
        assert!(known(&format!("word-{}", word.replace('_', "-"))), "{word}");
    }
    for split in Split::ALL.iter().map(|it| it.as_str().replace('_', "-")) {
        assert!(known(&format!("split-{split}")) || known(&format!("word-{split}")), "{split}");
    }
}

/// What a template says by itself: its text outside of tags and of what tera fills in, and the
/// attributes that are read out. What is typed as it stands (`<code>`) is no language.
fn words_of(template: &str) -> String {
    let mut rest = template.to_owned();
    for (open, close) in [("{#", "#}"), ("{%", "%}"), ("{{", "}}"), ("<code>", "</code>")] {
        while let Some(from) = rest.find(open) {
            let to = rest[from..].find(close).map_or(rest.len(), |at| from + at + close.len());
            rest.replace_range(from..to, "");
        }
    }
    let read = ["aria-label=", "title=", "placeholder=", "alt="];
    let attributes: Vec<String> = read.iter().flat_map(|name| called(&rest, name)).collect();
    while let Some(from) = rest.find('<') {
        let to = rest[from..].find('>').map_or(rest.len(), |at| from + at + 1);
        rest.replace_range(from..to, " ");
    }
    format!("{rest} {}", attributes.join(" "))
}

/// Names, units and commands, the same in every language.
const SAME: [&str; 8] = ["Spotter", "kg", "lb", "RPE", "spotter", "s", "min", "SPOTTER_PUBLIC_URL"];

#[test]
fn templates_say_nothing_of_their_own() {
    let mut own = Vec::new();
    for (path, text) in sources(&["templates"]) {
        let said = words_of(&text);
        let words = said.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
        let words = words.filter(|word| word.chars().any(char::is_alphabetic) && !SAME.contains(word));
        own.extend(words.map(|word| format!("{path}: {word}")));
    }
    assert!(own.is_empty(), "words in templates:\n{}", own.join("\n"));
    assert_eq!(
        words_of("<p title=\"One\">{{ two }} three{# four #}</p>").split_whitespace().collect::<Vec<_>>(),
        ["three", "One"]
    );
}
