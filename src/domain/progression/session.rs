//! A whole session at once: one decision for each exercise with a working set.

use std::collections::BTreeSet;

use super::{Context, LoadState, LoadStates, RangeKey, decide};
use crate::domain::catalogue::Catalogue;
use crate::domain::loads::spec_for;
use crate::domain::plan::Prescribed;
use crate::domain::profile::Profile;
use crate::domain::session::{Decision, LoggedSet};

/// One exercise of a finished session.
#[derive(Debug, Clone, PartialEq)]
pub struct Finished {
    /// Whose state moved.
    pub key: RangeKey,
    /// What was decided.
    pub decision: Decision,
    /// What stands from now on.
    pub state: LoadState,
}

/// Decides every exercise of a session, in the order of its prescription. `states` are those from
/// before the session, so that deciding it again after a late set gives the same answer as deciding
/// it once; the bodyweight is the profile's. An exercise that is prescribed twice is decided once,
/// so there is at most one advance for it. Exercises that the catalogue does not know, or that were
/// not prescribed, are left alone.
#[must_use]
pub fn decide_session(
    prescribed: &[Prescribed],
    sets: &[LoggedSet],
    catalogue: &Catalogue,
    profile: &Profile,
    states: &LoadStates,
    now: jiff::Timestamp,
) -> Vec<Finished> {
    let mut seen = BTreeSet::new();
    let finish = |planned: &Prescribed| {
        let exercise = catalogue.get(&planned.exercise_id)?;
        let loads = spec_for(profile, exercise);
        let context = Context { exercise, loads: &loads, bodyweight_kg: profile.bodyweight_kg, now };
        let key = RangeKey::of(planned)?;
        let (decision, state) = decide(states.get(&key), planned, sets, &context)?;
        Some(Finished { key, decision, state })
    };
    prescribed.iter().filter(|planned| seen.insert(planned.exercise_id.clone())).filter_map(finish).collect()
}
