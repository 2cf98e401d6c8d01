//! Loads that someone writes into a plan. One that differs from the engine's becomes a manual
//! decision; a plan itself holds none.

use std::collections::BTreeMap;

use super::athlete::{Athlete, key_of};
use super::core::Write;
use super::error::Result;
use crate::domain::plan::PlanDoc;
use crate::domain::progression::{self, LoadStates, RangeKey};
use crate::storage::plans as storage;
use crate::storage::users::{self, Counter};

/// Loads are compared to the gram.
const SAME_KG: f64 = 0.001;

/// The loads that a plan would decide.
#[must_use]
pub fn decided(athlete: &Athlete, doc: &PlanDoc) -> LoadStates {
    let mut wanted = BTreeMap::new();
    for planned in doc.exercises() {
        for set in &planned.sets {
            let key = key_of(&planned.exercise_id, set);
            let Some(weight) = set.weight_kg.filter(|_| !wanted.contains_key(&key)) else { continue };
            let stands = athlete.point(&key, set.rpe).and_then(|point| point.weight_kg);
            if stands.is_none_or(|stands| (stands - weight).abs() > SAME_KG) {
                wanted.insert(key, weight);
            }
        }
    }
    let decide = |(key, weight): (RangeKey, f64)| {
        let exercise = athlete.catalogue.get(&key.exercise_id)?;
        let spec = athlete.loads(exercise);
        let context = athlete.context(exercise, &spec);
        let (_, state) = progression::manual(athlete.states.get(&key), &key, weight, &context);
        Some((key, state))
    };
    wanted.into_iter().filter_map(decide).collect()
}

/// Keeps them.
pub(super) async fn keep(write: &mut Write, athlete: &mut Athlete, doc: &PlanDoc) -> Result<()> {
    let decided = decided(athlete, doc);
    if decided.is_empty() {
        return Ok(());
    }
    for (key, state) in &decided {
        storage::put_load_state(&mut write.tx, &write.user_id, key, state, None, athlete.now).await?;
    }
    athlete.states.extend(decided);
    Ok(users::bump(&mut write.tx, &write.user_id, Counter::Progression).await?)
}
