//! The catalogue: every exercise a person can train, found by id, words, muscle or equipment, and
//! what may stand in for it.
//!
//! It owns the embedded data (`exercises.json`, our own words) and the person's own exercises
//! beside it. It refuses to choose: which exercise fills a slot of a plan is the generator's matter.

mod alternatives;
pub mod names;
mod search;

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use super::exercise::{Exercise, ExerciseId};
use super::profile::Profile;

pub use search::Query;

const DATA: &str = include_str!("exercises.json");

/// Parsed once. The data is part of the binary and checked by the schema test, so a file that does
/// not parse cannot leave the house; should it happen all the same, the catalogue is empty.
static EMBEDDED: LazyLock<Arc<IndexedExercises>> =
    LazyLock::new(|| Arc::new(IndexedExercises::new(serde_json::from_str(DATA).unwrap_or_default())));

/// Exercises in a stable order with an index by id.
#[derive(Debug, Default)]
struct IndexedExercises {
    exercises: Vec<Exercise>,
    by_id: HashMap<ExerciseId, usize>,
}

impl IndexedExercises {
    fn new(exercises: Vec<Exercise>) -> Self {
        let by_id = exercises.iter().enumerate().map(|(at, exercise)| (exercise.id.clone(), at)).collect();
        Self { exercises, by_id }
    }

    fn get(&self, id: &str) -> Option<&Exercise> {
        self.by_id.get(id).and_then(|at| self.exercises.get(*at))
    }
}

/// The embedded exercises together with a person's own. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Catalogue {
    base: Arc<IndexedExercises>,
    own: Arc<IndexedExercises>,
}

impl Catalogue {
    /// The embedded catalogue, loaded once.
    #[must_use]
    pub fn embedded() -> Self {
        Self { base: Arc::clone(&EMBEDDED), own: Arc::default() }
    }

    /// The catalogue with a person's own exercises, in place of any it had. An own exercise
    /// with the id of an embedded one stays hidden behind it.
    #[must_use]
    pub fn with_own(&self, own: Vec<Exercise>) -> Self {
        let own = own.into_iter().filter(|exercise| self.base.get(&exercise.id).is_none()).collect();
        Self { base: Arc::clone(&self.base), own: Arc::new(IndexedExercises::new(own)) }
    }

    /// The exercise with this id, in constant time.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Exercise> {
        self.base.get(id).or_else(|| self.own.get(id))
    }

    /// Every exercise, own ones last, in a stable order.
    pub fn iter(&self) -> impl Iterator<Item = &Exercise> {
        self.base.exercises.iter().chain(&self.own.exercises)
    }

    /// Matches, best first: a primary muscle before a secondary one, then the closest name, then
    /// rank, then the order of the catalogue. An empty query gives everything.
    #[must_use]
    pub fn search(&self, query: &Query<'_>) -> Vec<&Exercise> {
        search::search(self.iter(), query)
    }

    /// What may replace the exercise for this person (owned, allowed, at their level): its
    /// variation group first, then its pattern, each by closeness and rank. Empty for an unknown id.
    #[must_use]
    pub fn alternatives(&self, id: &str, profile: &Profile) -> Vec<&Exercise> {
        self.get(id).map(|exercise| alternatives::of(exercise, self.iter(), profile)).unwrap_or_default()
    }
}

#[cfg(test)]
mod schema_test;
