//! From what a person typed to words: lower case, no punctuation but clause marks, one spelling.

/// A comma, a bracket, a dash, an ellipsis: a pause within a sentence.
pub(super) const PAUSE: &str = ",";

/// The end of a sentence where several are read as one.
pub(super) const STOP: &str = ".";

/// A message as sentences of words; a pause is a word of its own.
#[derive(Debug, PartialEq)]
pub(super) struct Message {
    pub(super) sentences: Vec<Vec<String>>,
}

impl Message {
    /// Reads any text; an empty one has no sentences.
    pub(super) fn read(text: &str) -> Self {
        let plain = answered(&spell_out(text));
        let sentences = plain
            .split(['.', '!', '?', ';', '\n'])
            .map(|sentence| one_spelling(&words(sentence)))
            .filter(|sentence| !sentence.is_empty())
            .collect();
        Self { sentences }
    }
}

/// Lower case; apostrophes go (`can't` is `cant`), an ellipsis is a pause, a dot in a number goes.
fn spell_out(text: &str) -> String {
    let lower = text.to_lowercase().replace(['\'', '’', 'ʼ', '`', '´', '‘'], "");
    lower.replace("...", ",").replace("..", ",").replace('…', ",").replace("u.s.", "us")
}

/// A question that is answered at once is one sentence with its answer: "Chest pain? None."
fn answered(text: &str) -> String {
    ["none", "nope", "never", "no.", "no\n", "not at all"].iter().fold(format!("{text}\n"), |text, answer| {
        text.replace(&format!("? {answer}"), &format!(", {answer}"))
    })
}

fn words(sentence: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    for c in sentence.chars() {
        if c.is_alphanumeric() {
            word.push(c);
            continue;
        }
        push(&mut words, &mut word);
        if matches!(c, ',' | '(' | ')' | '–' | '—') && words.last().is_some_and(|last| last != PAUSE) {
            words.push(PAUSE.to_owned());
        }
    }
    push(&mut words, &mut word);
    words
}

fn push(words: &mut Vec<String>, word: &mut String) {
    if !word.is_empty() {
        words.push(std::mem::take(word));
    }
}

/// Ways of writing one thing: (as typed, as the rules have it).
const SPELLINGS: &[(&[&str], &[&str])] = &[
    (&["can", "not"], &["cant"]),
    (&["could", "not"], &["cant"]),
    (&["unable", "to"], &["cant"]),
    (&["not", "able", "to"], &["cant"]),
    (&["cannot"], &["cant"]),
    (&["couldnt"], &["cant"]),
    (&["canot"], &["cant"]),
    (&["chestpain"], &["chest", "pain"]),
    (&["chestpains"], &["chest", "pains"]),
    (&["chst"], &["chest"]),
    (&["cheast"], &["chest"]),
    (&["chesst"], &["chest"]),
    (&["chets"], &["chest"]),
    (&["ches"], &["chest"]),
    (&["cest"], &["chest"]),
    (&["breast", "bone"], &["chest"]),
    (&["thorax"], &["chest"]),
    (&["breastbone"], &["chest"]),
    (&["sternum"], &["chest"]),
    (&["payn"], &["pain"]),
    (&["pian"], &["pain"]),
    (&["paine"], &["pain"]),
    (&["paiin"], &["pain"]),
    (&["painn"], &["pain"]),
    (&["paim"], &["pain"]),
    (&["hurst"], &["hurts"]),
    (&["hurtz"], &["hurts"]),
    (&["tigth"], &["tight"]),
    (&["thight"], &["tight"]),
    (&["presure"], &["pressure"]),
    (&["past", "out"], &["passed", "out"]),
    (&["pased", "out"], &["passed", "out"]),
    (&["passd", "out"], &["passed", "out"]),
    (&["blaked", "out"], &["blacked", "out"]),
    (&["feint"], &["faint"]),
    (&["fanited"], &["fainted"]),
    (&["dizy"], &["dizzy"]),
    (&["dizzie"], &["dizzy"]),
    (&["dissy"], &["dizzy"]),
    (&["num"], &["numb"]),
    (&["numm"], &["numb"]),
    (&["grion"], &["groin"]),
    (&["groyne"], &["groin"]),
    (&["balence"], &["balance"]),
    (&["ballance"], &["balance"]),
    (&["blader"], &["bladder"]),
    (&["bowls"], &["bowels"]),
    (&["bowles"], &["bowels"]),
    (&["urin"], &["urine"]),
    (&["urien"], &["urine"]),
    (&["bron"], &["brown"]),
    (&["borwn"], &["brown"]),
    (&["colored"], &["coloured"]),
    (&["color"], &["colour"]),
];

fn one_spelling(words: &[String]) -> Vec<String> {
    let mut out = Vec::with_capacity(words.len());
    let mut rest = words;
    while let Some((first, tail)) = rest.split_first() {
        if let Some((typed, meant)) = SPELLINGS.iter().find(|(typed, _)| starts_with(rest, typed)) {
            out.extend(meant.iter().map(|word| (*word).to_owned()));
            rest = rest.get(typed.len()..).unwrap_or_default();
        } else {
            out.push(first.clone());
            rest = tail;
        }
    }
    out
}

fn starts_with(words: &[String], typed: &[&str]) -> bool {
    words.len() >= typed.len() && words.iter().zip(typed).all(|(word, typed)| word == typed)
}

/// Whether a word is the one a rule names: `faint*` stands for every ending; from seven letters on
/// one slip of the finger is forgiven, from five on two letters that changed places.
pub(super) fn is_word(word: &str, named: &str) -> bool {
    if let Some(stem) = named.strip_suffix('*') {
        return word.starts_with(stem);
    }
    word == named
        || (named.len() >= 5 && is_swapped(word, named))
        || (named.len() >= 7 && one_slip(word, named))
}

fn is_swapped(word: &str, named: &str) -> bool {
    let mut letters: Vec<_> = word.chars().collect();
    let named: Vec<_> = named.chars().collect();
    let at = letters.iter().zip(&named).take_while(|(typed, meant)| typed == meant).count();
    if at == 0 || at + 1 >= letters.len() {
        return false;
    }
    letters.swap(at, at + 1);
    letters == named
}

/// One letter more, less or other, but not the first.
fn one_slip(word: &str, named: &str) -> bool {
    let (word, named): (Vec<_>, Vec<_>) = (word.chars().collect(), named.chars().collect());
    let same_start = word.iter().zip(&named).take_while(|(a, b)| a == b).count();
    let tail = |letters: &[char], skip: usize| letters.get(same_start + skip..).map(<[char]>::to_vec);
    same_start > 0
        && match word.len().cmp(&named.len()) {
            std::cmp::Ordering::Equal => tail(&word, 1) == tail(&named, 1),
            std::cmp::Ordering::Less => Some(tail(&word, 0).unwrap_or_default()) == tail(&named, 1),
            std::cmp::Ordering::Greater => tail(&word, 1) == Some(tail(&named, 0).unwrap_or_default()),
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_lose_case_apostrophes_and_marks() {
        let message = Message::read("I CAN’T feel it... Really, can not!");
        assert_eq!(message.sentences, [vec!["i", "cant", "feel", "it", ",", "really", ",", "cant"]]);
    }

    #[test]
    fn slips_are_forgiven_in_long_words_only() {
        for (word, named, same) in [
            ("dizziness", "dizziness", true),
            ("diziness", "dizziness", true),
            ("dizzyness", "dizziness", true),
            ("dizzinesss", "dizziness", true),
            ("chset", "chest", true),
            ("cheat", "chest", false),
            ("hcest", "chest", false),
            ("blocked", "fainted", false),
            ("fainting", "faint*", true),
            ("paint", "faint*", false),
        ] {
            assert_eq!(is_word(word, named), same, "{word} {named}");
        }
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(256))]
        #[test]
        fn any_text_is_read(text in ".{0,200}") {
            let _ = crate::domain::safety::scan(&text, true);
        }
    }
}
