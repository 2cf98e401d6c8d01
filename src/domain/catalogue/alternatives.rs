//! What may replace an exercise. Owns closeness; refuses what the person does not own, must spare
//! or is not ready for.

use crate::domain::exercise::{Exercise, Muscle};
use crate::domain::profile::Profile;

pub(super) fn of<'a>(
    wanted: &Exercise,
    exercises: impl Iterator<Item = &'a Exercise>,
    profile: &Profile,
) -> Vec<&'a Exercise> {
    let mut found: Vec<_> = exercises
        .filter(|other| other.id != wanted.id && is_open_to(other, profile))
        .filter_map(|other| Some(((kinship(wanted, other)?, distance(wanted, other), other.rank), other)))
        .collect();
    found.sort_by_key(|(key, _)| *key);
    found.into_iter().map(|(_, exercise)| exercise).collect()
}

fn is_open_to(exercise: &Exercise, profile: &Profile) -> bool {
    profile.owns(exercise)
        && profile.barred_by(exercise).is_none()
        && exercise.level <= profile.experience.level()
}

/// 0 within the variation group, 1 within the pattern, `None` beyond.
fn kinship(wanted: &Exercise, other: &Exercise) -> Option<u8> {
    if other.variation_group == wanted.variation_group {
        Some(0)
    } else if other.pattern == wanted.pattern {
        Some(1)
    } else {
        None
    }
}

/// How different the work is: a primary muscle that only one of them has counts double, then what
/// changes the way it is counted, then the way it is done.
fn distance(wanted: &Exercise, other: &Exercise) -> u32 {
    let only_one =
        |muscle: &&Muscle| wanted.primary_muscles.contains(muscle) != other.primary_muscles.contains(muscle);
    let muscles = Muscle::ALL.iter().filter(only_one).count();
    2 * u32::try_from(muscles).unwrap_or(u32::MAX / 4)
        + 2 * u32::from(wanted.measure != other.measure)
        + u32::from(wanted.mechanic != other.mechanic)
        + u32::from(wanted.unilateral != other.unilateral)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::domain::catalogue::Catalogue;
    use crate::domain::exercise::{Contraindication, Equipment, Level};
    use crate::domain::profile::{Experience, Limitation, Profile, Spared};

    fn ids(id: &str, profile: &Profile) -> Vec<String> {
        Catalogue::embedded().alternatives(id, profile).iter().map(|other| other.id.clone()).collect()
    }

    #[test]
    fn the_own_variation_group_comes_first() {
        let found = ids("barbell-bench-press", &Profile::default());
        assert_eq!(found.first().map(String::as_str), Some("dumbbell-bench-press"));
        let catalogue = Catalogue::embedded();
        let groups: Vec<_> = found
            .iter()
            .filter_map(|id| catalogue.get(id))
            .map(|other| other.variation_group == "flat-press")
            .collect();
        assert!(groups.contains(&true) && groups.contains(&false));
        assert!(groups.is_sorted_by(|a, b| a >= b), "{found:?}");
    }

    #[test]
    fn a_home_with_nothing_but_a_floor_still_has_one() {
        let profile = Profile { equipment: vec![], ..Profile::default() };
        for id in ["barbell-back-squat", "barbell-bench-press", "barbell-row", "pull-up", "overhead-press"] {
            assert!(!ids(id, &profile).is_empty(), "{id}");
        }
    }

    #[test]
    fn a_sore_knee_is_spared() {
        let knee = Limitation { pattern: Spared::Body(Contraindication::Knee), note: None };
        let profile = Profile { limitations: vec![knee], ..Profile::default() };
        let found = ids("barbell-back-squat", &profile);
        assert!(!found.is_empty());
        assert!(!found.contains(&"leg-press".to_owned()), "{found:?}");
    }

    #[test]
    fn an_unknown_exercise_has_none() {
        assert!(ids("no-such-thing", &Profile::default()).is_empty());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]
        #[test]
        fn never_itself_never_out_of_reach(
            pick in any::<prop::sample::Index>(),
            gear in prop::sample::subsequence(Equipment::ALL.to_vec(), 0..=Equipment::ALL.len()),
            level in prop::sample::select(Experience::ALL.to_vec()),
            spare in prop::option::of(prop::sample::select(Contraindication::ALL.to_vec())),
        ) {
            let catalogue = Catalogue::embedded();
            let all: Vec<_> = catalogue.iter().collect();
            let wanted = *pick.get(&all);
            let limitations =
                spare.map(|part| Limitation { pattern: Spared::Body(part), note: None }).into_iter().collect();
            let profile = Profile { equipment: gear, experience: level, limitations, ..Profile::default() };
            for other in catalogue.alternatives(&wanted.id, &profile) {
                prop_assert_ne!(&other.id, &wanted.id);
                prop_assert!(profile.owns(other) && profile.barred_by(other).is_none());
                prop_assert!(other.level <= profile.experience.level() && other.level <= Level::Advanced);
                prop_assert!(
                    other.pattern == wanted.pattern || other.variation_group == wanted.variation_group
                );
            }
        }
    }
}
