//! The names, other names and cues of exercises in a person's language. English ones are the
//! catalogue's own; a person's own exercises keep the name that they were given.

use super::current;
use crate::domain::catalogue::names;
use crate::domain::exercise::Exercise;

/// An exercise's name in the language of whom it is said to, where it has one in it.
#[must_use]
pub fn name(id: &str) -> Option<&'static str> {
    names::of(current().language, id).map(|named| named.name.as_str())
}

/// An exercise's name by its id; whatever is none of the catalogue's stays as it is.
#[must_use]
pub fn name_or_id(id: &str) -> String {
    name(id).unwrap_or(id).to_owned()
}

/// An exercise's name, as whom it is said to calls it.
#[must_use]
pub fn name_of(exercise: &Exercise) -> &str {
    name(&exercise.id).unwrap_or(&exercise.name)
}

/// Puts the name of the exercise with this id into the language of whom it is said to. One of a
/// person's own keeps the name it has.
pub fn rename(shown: &mut String, id: &str) {
    if let Some(known) = name(id) {
        known.clone_into(shown);
    }
}

/// Puts an exercise's name, other names and cues into the language of whom it is said to.
pub fn word(exercise: &mut Exercise) {
    if let Some(named) = names::of(current().language, &exercise.id) {
        exercise.name.clone_from(&named.name);
        exercise.aliases.clone_from(&named.aliases);
        exercise.cues.clone_from(&named.cues);
    }
}
