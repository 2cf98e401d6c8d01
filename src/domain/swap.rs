//! Swapping an exercise inside a session: whether the replacement will do, and what is prescribed
//! of it. Pure; loads are the engine's and are filled in by the caller.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::exercise::{Exercise, ExerciseId};
use super::field_error::FieldError;
use super::plan::{PlannedExercise, PlannedSet, Prescribed};
use super::profile::Profile;
use super::rules::limits;
use crate::reason;

/// Proposes another exercise in the place of one of this workout; the person decides. What was
/// logged of the old one stays, and the engine sets the loads of the new one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SwapExerciseArgs {
    /// Id of an exercise of this session.
    pub exercise_id: ExerciseId,
    /// Id of what takes its place.
    pub replacement_id: ExerciseId,
    /// One sentence for the person.
    #[serde(default)]
    #[schemars(length(max = 300))]
    pub reason: Option<String>,
}

/// What a person is shown of a swap.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SwapPreview {
    /// The name of what goes.
    pub exercise: String,
    /// Its sets that were logged and stay.
    pub sets_logged: usize,
    /// What comes, with the engine's loads.
    pub replacement: Prescribed,
}

/// Why the replacement will not do, with pointers into the request. `today` is what the session
/// prescribes.
#[must_use]
pub fn faults(
    replacement: Option<&Exercise>,
    replacement_id: &str,
    today: &[Prescribed],
    profile: &Profile,
) -> Vec<FieldError> {
    let at_fault = |code, reason| FieldError::new("/replacement_id", code, reason);
    let Some(exercise) = replacement else {
        return vec![at_fault("unknown_exercise", reason!("swap_unknown_exercise", id = replacement_id))];
    };
    let mut found = Vec::new();
    if today.iter().any(|planned| planned.exercise_id == exercise.id) {
        found.push(at_fault("duplicate_exercise", reason!("swap_duplicate", exercise = exercise.fact())));
    }
    if !profile.owns(exercise) {
        found.push(at_fault("equipment_not_owned", reason!("swap_equipment", exercise = exercise.fact())));
    }
    if let Some(limitation) = profile.barred_by(exercise) {
        let spared = limitation.pattern.as_str();
        let reason = reason!("swap_contraindicated", exercise = exercise.fact(), limitation = spared);
        found.push(at_fault("contraindicated", reason));
    }
    found
}

/// What is prescribed of the replacement: the sets that are left of the old exercise, in its ranges
/// where both count the same and in the replacement's own where they do not.
#[must_use]
pub fn replacement(
    old: &Prescribed,
    done: usize,
    exercise: &Exercise,
    was_timed: bool,
    minor: bool,
) -> PlannedExercise {
    let own = exercise.is_timed() != was_timed;
    let fewest = if minor && !exercise.is_timed() { limits::MINOR_FEWEST_REPS } else { 1 };
    let set = |set: &PlannedSet| {
        let (least, most) =
            if own { (exercise.reps_min, exercise.reps_max) } else { (set.reps_min, set.reps_max) };
        let reps_min = least.max(fewest);
        PlannedSet { reps_min, reps_max: most.max(reps_min), weight_kg: None, rpe: set.rpe }
    };
    PlannedExercise {
        exercise_id: exercise.id.clone(),
        group: old.group.clone(),
        rest_seconds: Some(old.rest_seconds),
        note: None,
        sets: old.sets.iter().skip(done).map(set).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::catalogue::Catalogue;
    use crate::domain::exercise::{Contraindication, Equipment};
    use crate::domain::profile::{Limitation, Spared};

    fn squats(sets: usize) -> Prescribed {
        let set = PlannedSet { reps_min: 3, reps_max: 6, weight_kg: Some(100.0), rpe: Some(8.0) };
        Prescribed {
            exercise_id: "barbell-back-squat".into(),
            name: "Barbell back squat".into(),
            group: Some("A".into()),
            rest_seconds: 180,
            note: Some("slow".into()),
            sets: vec![set; sets],
        }
    }

    #[test]
    fn the_sets_that_are_left_go_over_in_a_range_that_fits() {
        let catalogue = Catalogue::embedded();
        let cases = [
            ("leg-press", 0, false, 3, (3, 6)),
            ("leg-press", 2, false, 1, (3, 6)),
            ("leg-press", 0, true, 3, (5, 6)),
            ("wall-sit", 1, false, 2, (20, 45)),
            ("wall-sit", 1, true, 2, (20, 45)),
        ];
        for (id, done, minor, left, range) in cases {
            let made = replacement(&squats(3), done, catalogue.get(id).unwrap(), false, minor);
            assert_eq!(made.sets.len(), left, "{id} after {done}");
            assert!(made.sets.iter().all(|set| (set.reps_min, set.reps_max) == range), "{id}: {made:?}");
            assert!(made.sets.iter().all(|set| set.weight_kg.is_none() && set.rpe == Some(8.0)));
            assert_eq!((made.group.as_deref(), made.rest_seconds), (Some("A"), Some(180)));
            assert_eq!(made.note, None, "a note is about the exercise it was written for");
        }
    }

    #[test]
    fn a_replacement_must_suit_the_person_and_be_new_to_the_session() {
        let catalogue = Catalogue::embedded();
        let knee = Limitation { pattern: Spared::Body(Contraindication::Knee), note: None };
        let home = Profile { equipment: vec![Equipment::Dumbbell], ..Profile::default() };
        let sore = Profile { limitations: vec![knee], ..Profile::default() };
        for (id, profile, expected) in [
            ("leg-press", Profile::default(), vec![]),
            ("no-such", Profile::default(), vec!["unknown_exercise"]),
            ("barbell-back-squat", Profile::default(), vec!["duplicate_exercise"]),
            ("leg-press", home, vec!["equipment_not_owned"]),
            ("leg-press", sore, vec!["contraindicated"]),
        ] {
            let found = faults(catalogue.get(id), id, &[squats(3)], &profile);
            let codes: Vec<_> = found.iter().map(|fault| fault.code).collect();
            assert_eq!(codes, expected, "{id}");
        }
    }
}
