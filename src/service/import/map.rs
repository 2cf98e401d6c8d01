//! Which exercise each name of the file becomes.

use std::collections::BTreeMap;

use super::{Choices, Likely, Unknown};
use crate::clock::Clock;
use crate::domain::catalogue::Catalogue;
use crate::domain::exercise::Exercise;
use crate::domain::import::names::{Certainty, meant};
use crate::domain::import::{ReadSet, Sheet, own};

/// What a name of the file becomes.
#[derive(Debug, Clone)]
pub struct Mapped {
    /// How sure the match is.
    pub certainty: Certainty,
    /// The exercise; none where the name is left out.
    pub exercise: Option<Exercise>,
    /// The exercise is the person's own and not there yet.
    pub fresh: bool,
    /// Sets of this name in the file.
    pub sets: usize,
}

/// By the file's name.
pub type Map = BTreeMap<String, Mapped>;

/// Decides for every name.
pub fn of(sheet: &Sheet, catalogue: &Catalogue, clock: &Clock, choices: Choices) -> Map {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for set in sheet.workouts.iter().flat_map(|workout| &workout.sets) {
        let (all, timed) = counts.entry(&set.exercise).or_default();
        *all += 1;
        *timed += usize::from(is_timed(set));
    }
    let decide = |(name, (sets, timed)): (&str, (usize, usize))| {
        let mapped = decide(name, timed * 2 > sets, catalogue, clock, choices);
        (name.to_owned(), Mapped { sets, ..mapped })
    };
    counts.into_iter().map(decide).collect()
}

/// Whether a set counts seconds and nothing else.
pub fn is_timed(set: &ReadSet) -> bool {
    set.reps.is_none() && set.seconds.is_some()
}

fn decide(name: &str, timed: bool, catalogue: &Catalogue, clock: &Clock, choices: Choices) -> Mapped {
    let found = meant(name, timed, catalogue);
    let taken = match found.certainty {
        Certainty::Exact => true,
        Certainty::Likely => choices.likely != Some(Likely::Unknown),
        Certainty::None => false,
    };
    if let Some(exercise) = found.exercise.filter(|_| taken) {
        return Mapped {
            certainty: found.certainty,
            exercise: Some(exercise.clone()),
            fresh: false,
            sets: 0,
        };
    }
    let made = (choices.unknown != Some(Unknown::Skip))
        .then(|| own::exercise(clock.new_id(), name, timed, catalogue));
    Mapped { certainty: found.certainty, fresh: made.is_some(), exercise: made, sets: 0 }
}
