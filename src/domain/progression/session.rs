//! A whole session at once: one decision for each exercise and rep range with a working set.

use std::collections::BTreeSet;

use super::{Context, LoadState, LoadStates, RangeKey, decide};
use crate::domain::catalogue::Catalogue;
use crate::domain::loads::spec_for;
use crate::domain::plan::{PlannedSet, Prescribed};
use crate::domain::profile::Profile;
use crate::domain::session::{Decision, LoggedSet};

/// One exercise and rep range of a finished session.
#[derive(Debug, Clone, PartialEq)]
pub struct Finished {
    /// Whose state moved.
    pub key: RangeKey,
    /// What was decided.
    pub decision: Decision,
    /// What stands from now on.
    pub state: LoadState,
}

/// Decides every exercise and range of a session, in the order of its prescription. `states` are
/// those from before the session, so that deciding it again after a late set gives the same answer
/// as deciding it once; the bodyweight is the profile's. Exercises that the catalogue does not know,
/// or that were not prescribed, are left alone.
#[must_use]
pub fn decide_session(
    prescribed: &[Prescribed],
    sets: &[LoggedSet],
    catalogue: &Catalogue,
    profile: &Profile,
    states: &LoadStates,
    now: jiff::Timestamp,
) -> Vec<Finished> {
    let finish = |part: Part| {
        let exercise = catalogue.get(&part.key.exercise_id)?;
        let loads = spec_for(profile, exercise);
        let context = Context { exercise, loads: &loads, bodyweight_kg: profile.bodyweight_kg, now };
        let sets = part.sets(sets);
        let (decision, state) = decide(states.get(&part.key), &part.prescribed, &sets, &context)?;
        Some(Finished { key: part.key, decision, state })
    };
    parts(prescribed).into_iter().filter_map(finish).collect()
}

/// The sets of an exercise that share a rep range: what is decided at once.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Which exercise and range.
    pub key: RangeKey,
    /// What was prescribed of it.
    pub prescribed: Prescribed,
    /// Where each of its sets stands in the whole prescription, from 1.
    places: Vec<u16>,
    /// Sets beyond what is prescribed belong to the last part.
    last_place: Option<u16>,
}

/// The parts of a session, in the order of its prescription. An exercise that is prescribed twice
/// counts once, so there is at most one advance for a range of it.
#[must_use]
pub fn parts<'a>(prescribed: impl IntoIterator<Item = &'a Prescribed>) -> Vec<Part> {
    let mut seen = BTreeSet::new();
    let once = prescribed.into_iter().filter(|planned| seen.insert(planned.exercise_id.as_str()));
    once.flat_map(by_range).collect()
}

impl Part {
    /// The logged sets of this part, numbered within it; warm-ups as they are.
    #[must_use]
    pub fn sets(&self, lifted: &[LoggedSet]) -> Vec<LoggedSet> {
        let own = lifted.iter().filter(|set| set.exercise_id == self.key.exercise_id);
        let is_whole = self.last_place.map(usize::from) == Some(self.places.len());
        own.filter_map(|set| {
            if is_whole || set.is_warmup() {
                return Some(set.clone());
            }
            let place = self.places.iter().position(|place| *place == set.set_index);
            let place = place.and_then(|place| u16::try_from(place + 1).ok()).or_else(|| self.beyond(set));
            place.map(|set_index| LoggedSet { set_index, ..set.clone() })
        })
        .collect()
    }

    fn beyond(&self, set: &LoggedSet) -> Option<u16> {
        let last = self.last_place?;
        let own = u16::try_from(self.places.len()).ok()?;
        (set.set_index > last).then(|| own.saturating_add(set.set_index - last))
    }
}

fn by_range(prescribed: &Prescribed) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for (at, set) in prescribed.sets.iter().enumerate() {
        let key = RangeKey::at(&prescribed.exercise_id, set);
        let place = u16::try_from(at + 1).unwrap_or(u16::MAX);
        match parts.iter_mut().find(|part| part.key == key) {
            Some(part) => {
                part.places.push(place);
                part.prescribed.sets.push(set.clone());
            }
            None => parts.push(first(prescribed, key, set, place)),
        }
    }
    let whole = u16::try_from(prescribed.sets.len()).ok();
    if let Some(last) = parts.last_mut() {
        last.last_place = whole;
    }
    parts
}

fn first(prescribed: &Prescribed, key: RangeKey, set: &PlannedSet, place: u16) -> Part {
    let part = Prescribed { sets: vec![set.clone()], ..prescribed.clone() };
    Part { key, prescribed: part, places: vec![place], last_place: None }
}
