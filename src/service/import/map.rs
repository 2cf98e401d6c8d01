//! Which exercise each name of the file becomes.

use std::collections::{BTreeMap, BTreeSet};

use super::{Choices, Likely, Unknown};
use crate::domain::catalogue::Catalogue;
use crate::domain::exercise::Exercise;
use crate::domain::import::names::{Certainty, Titles};
use crate::domain::import::{ReadSet, Sheet, own};
use crate::domain::own_exercise::mint_id;
use crate::service::exercises::MOST_OWN;

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
pub fn of(sheet: &Sheet, catalogue: &Catalogue, choices: Choices) -> Map {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for set in sheet.workouts.iter().flat_map(|workout| &workout.sets) {
        let (all, timed) = counts.entry(&set.exercise).or_default();
        *all += 1;
        *timed += usize::from(is_timed(set));
    }
    let own = catalogue.iter().filter(|exercise| exercise.own).count();
    let mut minted: BTreeSet<String> = BTreeSet::new();
    let titles = Titles::of(catalogue);
    let mut map = Map::new();
    for (name, (sets, timed)) in counts {
        let timed = timed * 2 > sets;
        let mapped = decide(name, timed, &titles, choices);
        let wanted = mapped.exercise.is_none() && choices.unknown != Some(Unknown::Skip);
        let made = (wanted && own + minted.len() < MOST_OWN).then(|| {
            let id = mint_id(name, |id| catalogue.get(id).is_some() || minted.contains(id));
            own::exercise(id, name, timed, catalogue)
        });
        minted.extend(made.iter().map(|exercise| exercise.id.clone()));
        let fresh = made.is_some();
        map.insert(name.to_owned(), Mapped { sets, fresh, exercise: mapped.exercise.or(made), ..mapped });
    }
    map
}

/// Whether a set counts seconds and nothing else.
pub fn is_timed(set: &ReadSet) -> bool {
    set.reps.is_none() && set.seconds.is_some()
}

/// What of the catalogue a name is taken for.
fn decide(name: &str, timed: bool, titles: &Titles<'_>, choices: Choices) -> Mapped {
    let found = titles.meant(name, timed);
    let taken = match found.certainty {
        Certainty::Exact => true,
        Certainty::Likely => choices.likely != Some(Likely::Unknown),
        Certainty::None => false,
    };
    let exercise = found.exercise.filter(|_| taken).cloned();
    Mapped { certainty: found.certainty, exercise, fresh: false, sets: 0 }
}
