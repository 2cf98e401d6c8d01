//! The corpus: what people say, and the flag it must raise. Every line, no exception.
//!
//! `corpus.tsv`: flag or `-`, a tab, `pregnant` or `-` (the profile), a tab, the words.

use super::{RedFlag, scan};

const CORPUS: &str = include_str!("corpus.tsv");

struct Case {
    flag: Option<RedFlag>,
    pregnant: bool,
    text: &'static str,
}

fn cases() -> Vec<Case> {
    let lines = CORPUS.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let [flag, state, text] = line.splitn(3, '\t').collect::<Vec<_>>()[..] else {
                panic!("three columns: {line}")
            };
            assert!(flag == "-" || RedFlag::parse(flag).is_some(), "flag: {line}");
            assert!(state == "-" || state == "pregnant", "state: {line}");
            Case { flag: RedFlag::parse(flag), pregnant: state == "pregnant", text }
        })
        .collect()
}

#[test]
fn every_utterance_raises_its_flag_and_no_other() {
    let wrong: Vec<_> = cases()
        .iter()
        .filter_map(|case| {
            let got = scan(case.text, case.pregnant);
            (got != case.flag).then(|| format!("{:?} not {:?}: {}", got, case.flag, case.text))
        })
        .collect();
    let (all, flagged) = (cases().len(), cases().iter().filter(|case| case.flag.is_some()).count());
    crate::figures::figure(&format!(
        "red flags: {all} utterances, {flagged} of them flags and {} near misses, {} wrong",
        all - flagged,
        wrong.len()
    ));
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn shouting_and_padding_change_nothing() {
    for case in cases() {
        assert_eq!(scan(&case.text.to_uppercase(), case.pregnant), case.flag, "{}", case.text);
        let padded = format!("Hi coach!\n  {}  \nThanks.", case.text.replace('\'', "’"));
        assert_eq!(scan(&padded, case.pregnant), case.flag, "{padded}");
    }
}

#[test]
fn the_corpus_is_large_and_even() {
    let cases = cases();
    let flagged = cases.iter().filter(|case| case.flag.is_some()).count();
    assert!(cases.len() >= 120, "only {}", cases.len());
    assert!(flagged * 5 >= cases.len() * 2 && flagged * 5 <= cases.len() * 3, "{flagged} of {}", cases.len());
    for flag in RedFlag::ALL {
        assert!(cases.iter().filter(|case| case.flag == Some(*flag)).count() >= 5, "{flag}");
    }
}

#[test]
fn pregnancy_flags_need_a_pregnancy() {
    for case in cases().iter().filter(|case| case.pregnant) {
        let without = scan(case.text, false);
        assert!(
            !without.is_some_and(RedFlag::needs_pregnancy) || case.text.to_lowercase().contains("pregnan"),
            "{}",
            case.text
        );
    }
}

/// Reading stays cheap on a text made to be slow: thousands of mentions, all denied.
#[test]
fn a_long_text_full_of_denied_mentions_is_read() {
    assert_eq!(scan(&"no dizzy no balance off no chest no pain ".repeat(200), true), None);
}
