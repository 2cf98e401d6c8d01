//! What an exercise is called in each language: `texts/LANGUAGE/exercises.json`, and for English the
//! catalogue's own words.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::EMBEDDED;
use crate::domain::exercise::Exercise;
use crate::domain::language::Language;

/// An exercise's words in one language.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// What it is called.
    pub name: String,
    /// Other names that people search it by.
    pub aliases: Vec<String>,
    /// What to mind while doing it, two to four.
    pub cues: Vec<String>,
}

type Names = HashMap<String, Named>;

static NAMES: LazyLock<HashMap<Language, Names>> =
    LazyLock::new(|| Language::all().map(|language| (language, read(language))).collect());

fn read(language: Language) -> Names {
    let own = |exercise: &Exercise| {
        let (name, aliases) = (exercise.name.clone(), exercise.aliases.clone());
        (exercise.id.clone(), Named { name, aliases, cues: exercise.cues.clone() })
    };
    if language == Language::default() {
        return EMBEDDED.exercises.iter().map(own).collect();
    }
    let text = language.file("exercises.json").unwrap_or_default();
    // The files are part of the binary, and a test reads them.
    serde_json::from_str(&text).unwrap_or_default()
}

impl Exercise {
    /// How a reason names it: by its id, which `wording` has a name for in each language; one that is not
    /// in the catalogue by the name that it was given.
    #[must_use]
    pub fn fact(&self) -> &str {
        let known = of(Language::default(), &self.id);
        if known.is_some() { &self.id } else { &self.name }
    }
}

/// An exercise's words in a language; none for one that is not in the catalogue.
#[must_use]
pub fn of(language: Language, id: &str) -> Option<&'static Named> {
    NAMES.get(&language)?.get(id)
}

/// An exercise's words in every language.
pub fn everywhere(id: &str) -> impl Iterator<Item = &'static Named> {
    NAMES.values().filter_map(move |names| names.get(id))
}
