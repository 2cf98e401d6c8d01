//! Every utterance of `corpus.tsv`, and of `corpus-LANGUAGE.tsv` by a person of that language, is understood
//! as the file says: intent, and exactly those slots that its intent reads.

use serde_json::{Map, Value, json};

use crate::agents::builtin::intent::{Intent, Understood, understand};
use crate::agents::builtin::names::exchange;
use crate::agents::roster::Agent;
use crate::domain::language::Language;
use crate::wording::{Wording, within};

const CORPORA: &[(&str, &str, usize)] = &[
    ("en", include_str!("corpus.tsv"), 150),
    ("de", include_str!("corpus-de.tsv"), 60),
    ("es", include_str!("corpus-es.tsv"), 60),
];

const PLAN: &[&str] = &[
    "days",
    "days_delta",
    "split",
    "goal",
    "minutes",
    "minutes_delta",
    "equipment",
    "weekdays",
    "limitations",
    "experience",
];
const PROFILE: &[&str] = &[
    "days",
    "split",
    "goal",
    "minutes",
    "equipment",
    "weekdays",
    "limitations",
    "healed",
    "bodyweight",
    "units",
    "experience",
    "birth_year",
];

/// The slots that the flow of an intent reads.
fn read_by(intent: Intent) -> &'static [&'static str] {
    match intent {
        Intent::MakePlan | Intent::ChangePlan | Intent::DraftOnly => PLAN,
        Intent::ChangeProfile => PROFILE,
        Intent::Find => &["muscle", "equipment"],
        Intent::Log => &["reps", "seconds", "load", "rpe"],
        Intent::Pain => &["limitations"],
        _ => &[],
    }
}

/// What is to go and what is to come, as it was said.
fn exchanged(said: &Understood) -> Vec<(String, Value)> {
    if said.intent != Intent::Swap {
        return Vec::new();
    }
    let wished = exchange(&said.tokens, said.ear);
    let parts = [("old", wished.old), ("new", wished.new)];
    parts.into_iter().filter_map(|(name, part)| Some((name.to_owned(), json!(part?)))).collect()
}

#[test]
fn every_utterance_is_understood() {
    let mut wrong = Vec::new();
    for (tag, corpus, least) in CORPORA {
        let wording = Wording { language: Language::parse(tag).unwrap(), ..Wording::default() };
        let rows = corpus.lines().filter(|line| !line.starts_with('#'));
        let found: Vec<String> = within(wording, || rows.clone().filter_map(misunderstood).collect());
        let (rows, wrongly) = (rows.count(), found.len());
        crate::figures::figure(&format!(
            "built-in coach: {rows} utterances ({tag}), {wrongly} misunderstood"
        ));
        assert!(rows >= *least, "the corpus of {tag} holds only {rows} utterances");
        wrong.extend(found);
    }
    assert!(wrong.is_empty(), "{} misunderstood:\n{}", wrong.len(), wrong.join("\n"));
}

/// What a row was understood as, where that is not what it says.
fn misunderstood(line: &str) -> Option<String> {
    let [agent, text, intent, slots] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
    let expected: Map<String, Value> = serde_json::from_str(slots).unwrap();
    let said = understand(text, Agent::parse(agent).unwrap()).unwrap();
    let all = serde_json::to_value(&said.slots).unwrap();
    let mut got: Map<String, Value> = read_by(said.intent)
        .iter()
        .map(|name| ((*name).to_owned(), all[*name].clone()))
        .filter(|(_, value)| !value.is_null() && *value != json!([]))
        .collect();
    got.extend(exchanged(&said));
    let is_wrong = json!(said.intent) != json!(intent) || json!(got) != json!(expected);
    is_wrong
        .then(|| format!("{agent}: {text:?} is {} {}, not {intent} {slots}", json!(said.intent), json!(got)))
}
