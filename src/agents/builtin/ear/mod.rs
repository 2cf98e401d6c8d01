//! The words by which the built-in coach understands a language: `texts/LANGUAGE/coach-ear.json`, one of
//! the same shape for each.
//!
//! It owns the reading; which words there are is the file's, where they stand as [`fold`] leaves them. It
//! refuses rules: what a phrase leads to stands in the code that asks for it.

mod shape;

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use serde::Deserialize;

use shape::{Gear, Lifted, Notes, Swap, Training, Words};
pub use shape::{Needs, Numbers, Person, Row, Table};

use crate::agents::roster::Agent;
use crate::domain::catalogue::{Catalogue, names};
use crate::domain::language::Language;

/// The file in a language's folder.
const FILE: &str = "coach-ear.json";

/// A language as the built-in coach hears it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ear {
    /// Which.
    #[serde(skip)]
    pub language: Language,
    #[serde(skip)]
    known: BTreeSet<String>,
    /// Words of no one matter.
    pub words: Words,
    /// One exercise for another.
    pub swap: Swap,
    /// Numbers, and what they count.
    pub numbers: Numbers,
    /// How to train.
    pub training: Training,
    /// What to train with.
    pub gear: Gear,
    /// Who trains.
    pub person: Person,
    /// A set that was lifted.
    pub lifted: Lifted,
    /// Standing notes.
    pub notes: Notes,
    coach: Vec<Row>,
    copilot: Vec<Row>,
}

static EARS: LazyLock<HashMap<Language, Ear>> = LazyLock::new(|| {
    let read = |language: Language| match read(language) {
        Ok(ear) => Some((language, ear)),
        Err(error) => {
            tracing::error!(%language, %error, "what the built-in coach understands cannot be read");
            None
        }
    };
    Language::all().filter_map(read).collect()
});

fn read(language: Language) -> Result<Ear, serde_json::Error> {
    let mut ear: Ear = serde_json::from_str(&language.file(FILE).unwrap_or_default())?;
    ear.language = language;
    ear.known = ear.vocabulary();
    Ok(ear)
}

impl Ear {
    /// The ear for a language; none where its file cannot be read, which a test refuses.
    #[must_use]
    pub fn of(language: Language) -> Option<&'static Self> {
        EARS.get(&language)
    }

    /// What people write to an agent, from the most telling phrases to the least.
    #[must_use]
    pub fn rows(&self, agent: Agent) -> &[Row] {
        match agent {
            Agent::Coach => &self.coach,
            Agent::Copilot => &self.copilot,
        }
    }

    /// Whether the word is one of the language that matters here.
    #[must_use]
    pub fn knows(&self, word: &str) -> bool {
        self.known.contains(word)
    }

    /// Every word that matters here.
    pub fn known(&self) -> impl Iterator<Item = &str> {
        self.known.iter().map(String::as_str)
    }

    fn vocabulary(&self) -> BTreeSet<String> {
        fn left<T>(table: &Table<T>) -> impl Iterator<Item = &str> {
            table.iter().map(|(phrases, _)| &**phrases)
        }
        let (training, person) = (&self.training, &self.person);
        let lists: [&str; 5] =
            [&self.gear.full_gym, &person.pregnant, &person.hurts, &person.healed, &self.words.common];
        let patterns = self.coach.iter().chain(&self.copilot).flat_map(|row| &row.patterns);
        let phrases = lists
            .into_iter()
            .chain(patterns.map(String::as_str))
            .chain(left(&self.gear.equipment))
            .chain(left(&training.goals))
            .chain(left(&training.splits))
            .chain(left(&training.weekdays))
            .chain(left(&training.muscles))
            .chain(left(&person.experience))
            .chain(left(&person.body_parts));
        let words = phrases.flat_map(|text| text.split([' ', '|', '_']));
        let mut all: BTreeSet<String> = words.map(|word| word.trim_matches(['^', '$']).to_owned()).collect();
        all.extend(self.numbers.values.keys().cloned());
        if self.language != Language::default() {
            all.extend(exercise_words(self.language));
        }
        all
    }
}

/// Every word of an exercise's name. English ones are short and many: near misses of other words.
fn exercise_words(language: Language) -> BTreeSet<String> {
    let catalogue = Catalogue::embedded();
    let own = catalogue.iter().filter_map(|exercise| names::of(language, &exercise.id));
    let called = own.flat_map(|one| one.aliases.iter().chain(std::iter::once(&one.name)));
    let words = called.flat_map(|name| {
        let folded = fold(name);
        folded.split(|letter: char| !letter.is_alphanumeric()).map(str::to_owned).collect::<Vec<_>>()
    });
    words.filter(|word| word.chars().count() > 3).collect()
}

/// Lower case without accents: umlauts as they are written without their dots, `ß` as `ss`.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.to_lowercase().chars() {
        match letter {
            'ä' => out.push_str("ae"),
            'ö' => out.push_str("oe"),
            'ü' => out.push_str("ue"),
            'ß' => out.push_str("ss"),
            'á' | 'à' | 'â' | 'ã' | 'å' => out.push('a'),
            'é' | 'è' | 'ê' | 'ë' => out.push('e'),
            'í' | 'ì' | 'î' | 'ï' => out.push('i'),
            'ó' | 'ò' | 'ô' | 'õ' => out.push('o'),
            'ú' | 'ù' | 'û' => out.push('u'),
            'ñ' => out.push('n'),
            'ç' => out.push('c'),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_an_ear_whose_words_are_folded() {
        for language in Language::all() {
            let ear = read(language).unwrap_or_else(|error| panic!("texts/{language}/{FILE}: {error}"));
            let accented: Vec<_> = ear.known().filter(|word| fold(word) != **word).collect();
            assert!(accented.is_empty(), "{language}: {accented:?}");
            let intents =
                |rows: &[Row]| rows.iter().map(|row| format!("{:?}", row.intent)).collect::<BTreeSet<_>>();
            for agent in Agent::ALL {
                let english = Ear::of(Language::default()).unwrap();
                assert_eq!(intents(ear.rows(*agent)), intents(english.rows(*agent)), "{language} {agent:?}");
            }
        }
    }

    #[test]
    fn accents_are_folded_on_both_sides() {
        for (typed, folded) in
            [("Überkopfdrücken", "ueberkopfdruecken"), ("¿Cómo, año?", "¿como, ano?"), ("Groß", "gross")]
        {
            assert_eq!(fold(typed), folded);
        }
    }
}
