//! The catalogues and those who use them agree: no key without a text, no text without a use, no words
//! beside the catalogues in a template or a script, and every language says all that English says, of the
//! same things.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

use super::texts::{catalogues, known, say, with};
use crate::domain::language::Language;

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
    messages(Language::default()).into_keys().collect()
}

/// Every text of a language by its key, with what stands in for it: `$name`s.
fn messages(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    for (name, text) in catalogues(language) {
        let resource = parser::parse(text.as_str());
        let resource = resource.unwrap_or_else(|(_, errors)| panic!("texts/{language}/{name}: {errors:?}"));
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let key = message.id.name.to_owned();
            let value =
                message.value.unwrap_or_else(|| panic!("texts/{language}/{name}: {key} says nothing"));
            let mut named = BTreeSet::new();
            gather(&value, &mut named);
            assert!(
                found.insert(key.clone(), named).is_none(),
                "texts/{language}/{name}: {key} stands twice"
            );
        }
    }
    found
}

fn gather(pattern: &Pattern<&str>, named: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let (inline, variants) = match expression {
            Expression::Inline(inline) => (inline, None),
            Expression::Select { selector, variants } => (selector, Some(variants)),
        };
        if let InlineExpression::VariableReference { id } = inline {
            named.insert(id.name.to_owned());
        }
        variants.into_iter().flatten().for_each(|variant| gather(&variant.value, named));
    }
}

#[test]
fn every_language_says_all_that_english_says_and_of_the_same_things() {
    let english = messages(Language::default());
    let mut faults = Vec::new();
    for language in Language::all() {
        let said = messages(language);
        for (key, names) in &english {
            match said.get(key) {
                None => faults.push(format!("texts/{language} lacks {key}")),
                Some(own) if own != names => {
                    faults.push(format!("texts/{language}: {key} has {own:?}, in English {names:?}"));
                }
                Some(_) => {}
            }
        }
        faults.extend(
            said.keys()
                .filter(|key| !english.contains_key(*key))
                .map(|key| format!("texts/{language}: {key} is of no use")),
        );
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_exercise_has_a_name_and_cues_in_every_language() {
    use crate::domain::catalogue::{Catalogue, names};
    let mut faults = Vec::new();
    for language in Language::all() {
        let mut called = BTreeSet::new();
        for exercise in Catalogue::embedded().iter() {
            let Some(named) = names::of(language, &exercise.id) else {
                faults.push(format!("texts/{language}/exercises.json lacks {}", exercise.id));
                continue;
            };
            if !called.insert(named.name.to_lowercase()) {
                faults.push(format!("texts/{language}/exercises.json: two are called {}", named.name));
            }
            if named.cues.len() != exercise.cues.len() {
                faults.push(format!("texts/{language}/exercises.json: {} has other cues", exercise.id));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Every `reason!("code", name = …)` in a text of code: its code and the names of its facts.
fn reasons_in(text: &str) -> Vec<(String, BTreeSet<String>)> {
    let mut found = Vec::new();
    for call in text.split("reason!(").skip(1) {
        let Some(rest) = call.trim_start().strip_prefix('"') else { continue };
        let Some((code, rest)) = rest.split_once('"') else { continue };
        found.push((code.to_owned(), fact_names(rest)));
    }
    found
}

/// The names before each `=` at the outermost depth, up to the closing bracket.
fn fact_names(rest: &str) -> BTreeSet<String> {
    let (mut depth, mut names, mut word) = (0_i32, BTreeSet::new(), String::new());
    let mut letters = rest.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => while letters.next_if(|inner| *inner != '"').is_some() {},
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth == 0 => break,
            ')' | ']' | '}' => depth -= 1,
            '=' if depth == 0 && letters.peek() != Some(&'=') && !word.is_empty() => {
                names.insert(word.clone());
            }
            _ => {}
        }
        match letter {
            'a'..='z' | '0'..='9' | '_' => word.push(letter),
            ' ' | '\n' => {}
            _ => word.clear(),
        }
    }
    names
}

#[test]
fn every_reason_has_a_text_that_its_facts_fill() {
    let (english, mut faults, mut codes) = (messages(Language::default()), Vec::new(), BTreeSet::new());
    for (path, text) in sources(&["src"]) {
        if path.ends_with("wording/tests.rs") || path.ends_with("domain/reason.rs") {
            continue;
        }
        for (code, facts) in reasons_in(&text) {
            let key = format!("reason-{}", code.replace('_', "-"));
            match english.get(&key) {
                None => faults.push(format!("{path}: {code} has no text {key}")),
                Some(named) if !named.is_subset(&facts) => {
                    faults.push(format!("{path}: {key} names {named:?}, its facts are {facts:?}"));
                }
                Some(_) => {}
            }
            codes.insert(key);
        }
    }
    let idle = english.keys().filter(|key| key.starts_with("reason-") && !codes.contains(*key));
    faults.extend(idle.map(|key| format!("{key} is no reason's text")));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn facts_are_found_in_the_code_that_gives_them() {
    let text = r#"reason!("a_b", next_kg = f(x, y == 1), counts = vec![1]) reason!("c")"#;
    let found = reasons_in(text);
    let names: Vec<_> = found.iter().map(|(code, names)| (code.as_str(), names.len())).collect();
    assert_eq!(names, [("a_b", 2), ("c", 0)]);
}

/// The types of problems that a text of code makes: the first text within a call that makes one.
fn kinds_in(text: &str) -> Vec<String> {
    let mut found = called(text, ".kind = ");
    for call in ["Problem::new(", "Self::new(StatusCode", "Self::later(", "Conflict::new(", " taken(", "=> ("]
    {
        for rest in text.split(call).skip(1) {
            let Some((before, rest)) = rest.split_once('"') else { continue };
            let names = |letter: char| letter.is_alphanumeric() || ":_, \n".contains(letter);
            let kind = rest.split('"').next().unwrap_or_default();
            if before.chars().all(names) && (call != "=> (" || kind.starts_with("proposal-")) {
                found.push(kind.to_owned());
            }
        }
    }
    found
}

#[test]
fn every_type_of_problem_has_a_title() {
    let titles: BTreeSet<String> =
        keys().iter().filter_map(|key| Some(key.strip_prefix("problem-title-")?.to_owned())).collect();
    let made = sources(&["src"]).into_iter().filter(|(path, _)| !path.ends_with("wording/tests.rs"));
    let made: BTreeSet<String> = made.flat_map(|(_, text)| kinds_in(&text)).collect();
    assert_eq!(made, titles);
}

#[test]
fn what_could_be_sent_instead_is_listed_as_it_is_typed() {
    let reason = crate::reason!("input_one_of", allowed = vec!["upper_back", "lats", "traps"]);
    assert_eq!(crate::wording::reason(&reason), "This must be one of: upper_back, lats, traps.");
}

#[test]
fn numbers_loads_words_and_lists_are_said_as_the_language_writes_them() {
    use crate::domain::profile::Units;
    let german = Language::parse("de").unwrap();
    let say = |language, units, work: &dyn Fn() -> String| {
        crate::wording::within(crate::wording::Wording { language, units }, work)
    };
    for (language, units, load, muscle, several) in [
        (Language::default(), Units::Kg, "62.5 kg", "upper back", "a, b and c"),
        (german, Units::Kg, "62,5 kg", "Oberer Rücken", "a, b und c"),
        (Language::parse("es").unwrap(), Units::Lb, "137,8 lb", "espalda alta", "a, b y c"),
    ] {
        let items = ["a".to_owned(), "b".to_owned(), "c".to_owned()];
        assert_eq!(say(language, units, &|| crate::wording::numbers::weight(62.5, units)), load);
        assert_eq!(say(language, units, &|| crate::wording::reasons::vocabulary("upper_back")), muscle);
        assert_eq!(say(language, units, &|| crate::wording::reasons::list(&items)), several);
    }
}

/// What stands between quotes right behind each `call`.
fn called(text: &str, call: &str) -> Vec<String> {
    let behind = text.split(call).skip(1).map(str::trim_start);
    behind.filter_map(|rest| Some(rest.strip_prefix('"')?.split('"').next()?.to_owned())).collect()
}

/// A key's letters, and more than one word; other calls of these names say sentences to operators.
fn is_key(text: &str) -> bool {
    text.contains('-')
        && text.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-')
}

/// Whether the key is one of those that are made from a word of the domain or a date.
fn made(key: &str) -> bool {
    ["word-", "split-", "focus-", "weekday-", "month-", "reason-", "problem-title-", "language-", "tool-"]
        .iter()
        .any(|family| key.starts_with(family))
}

#[test]
fn every_key_has_a_text_and_every_text_a_use() {
    let keys = keys();
    let mut used = BTreeSet::new();
    for (path, text) in sources(&["templates", "src", "static/js"]) {
        if path.ends_with("js/texts.js") || path.ends_with("wording/tests.rs") {
            continue;
        }
        for call in ["t(key=", "texts::say(", "texts::with(", " say(", "(say(", "${say("] {
            for key in called(&text, call).into_iter().filter(|key| is_key(key)) {
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
        for key in called(&text, "texts::say(").into_iter().filter(|key| is_key(key)) {
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
    let english = |key: &str| known(Language::default(), key);
    let words = Muscle::ALL.iter().map(|it| it.as_str());
    let words = words.chain(Equipment::ALL.iter().map(|it| it.as_str()));
    let words = words.chain(Contraindication::ALL.iter().map(|it| it.as_str()));
    let words = words.chain(Pattern::ALL.iter().map(|it| it.as_str()));
    let words = words.chain(Experience::ALL.iter().map(|it| it.as_str()));
    let words = words.chain(Goal::ALL.iter().map(|it| it.as_str()));
    let words = words.chain(SplitPreference::ALL.iter().map(|it| it.as_str()));
    let words = words.chain(Weekday::ALL.iter().map(|it| it.as_str()));
    for word in words {
        assert!(english(&format!("word-{}", word.replace('_', "-"))), "{word}");
    }
    for split in Split::ALL.iter().map(|it| it.as_str().replace('_', "-")) {
        assert!(english(&format!("split-{split}")) || english(&format!("word-{split}")), "{split}");
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
