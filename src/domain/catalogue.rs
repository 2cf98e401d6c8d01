//! The catalogue: every exercise a person can train, found by id, words, muscle or equipment.

use std::sync::Arc;

use super::exercise::{Equipment, Exercise, Muscle};
use super::profile::Profile;

/// The embedded exercises together with a person's own. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Catalogue {
    base: Arc<Vec<Exercise>>,
    own: Vec<Exercise>,
}

/// What to look for; every part that is given must match.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Query<'a> {
    /// Words in name or aliases, case-insensitive.
    pub text: Option<&'a str>,
    /// A primary or secondary muscle (primary ones come first).
    pub muscle: Option<Muscle>,
    /// Something it needs.
    pub equipment: Option<Equipment>,
}

impl Catalogue {
    /// The embedded catalogue, loaded once.
    #[must_use]
    pub fn embedded() -> Self {
        Self { base: Arc::new(Vec::new()), own: Vec::new() }
    }

    /// The same catalogue with a person's own exercises.
    #[must_use]
    pub fn with_own(&self, own: Vec<Exercise>) -> Self {
        Self { base: Arc::clone(&self.base), own }
    }

    /// The exercise with this id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Exercise> {
        self.iter().find(|exercise| exercise.id == id)
    }

    /// Every exercise, own ones last, in a stable order.
    pub fn iter(&self) -> impl Iterator<Item = &Exercise> {
        self.base.iter().chain(&self.own)
    }

    /// Matches, best first.
    #[must_use]
    pub fn search(&self, _query: &Query<'_>) -> Vec<&Exercise> {
        Vec::new()
    }

    /// What may replace the exercise for this person (owned, allowed, at their level): its
    /// variation group first, then its pattern.
    #[must_use]
    pub fn alternatives(&self, _id: &str, _profile: &Profile) -> Vec<&Exercise> {
        Vec::new()
    }
}
