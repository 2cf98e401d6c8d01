//! The arithmetic of a plan: weekly sets for each muscle, how long a day takes, and the band of
//! weekly sets that fits a person's experience. It refuses to judge: limits live in
//! [`crate::domain::rules`].

use crate::domain::policy::{SET_SECONDS, SETUP_SECONDS, UNKNOWN_REST_SECONDS};
use std::collections::BTreeMap;

use super::catalogue::Catalogue;
use super::exercise::{Exercise, Muscle};
use super::plan::{PlanDoc, PlannedExercise};
use super::profile::Experience;

/// Weekly hard sets that a muscle aims at, fewest and most.
#[must_use]
pub const fn weekly_band(experience: Experience) -> (f64, f64) {
    match experience {
        Experience::Beginner => (6.0, 10.0),
        Experience::Intermediate => (10.0, 16.0),
        Experience::Advanced => (12.0, 20.0),
    }
}

/// Weekly sets beyond which a plan is refused: one and a half times the band's most.
#[must_use]
pub const fn weekly_limit(experience: Experience) -> f64 {
    weekly_band(experience).1 * 1.5
}

/// Weekly hard sets for each muscle the plan trains: 1 for a primary muscle, 0.5 for a secondary
/// one. Every prescribed set is a hard set; exercises the catalogue does not know count nothing.
#[must_use]
pub fn sets_per_muscle(plan: &PlanDoc, catalogue: &Catalogue) -> BTreeMap<Muscle, f64> {
    let mut totals = BTreeMap::new();
    for planned in plan.exercises() {
        if let Some(exercise) = catalogue.get(&planned.exercise_id) {
            add_sets(&mut totals, exercise, planned.sets.len());
        }
    }
    totals
}

/// Adds `sets` of one exercise to running totals.
pub(crate) fn add_sets(totals: &mut BTreeMap<Muscle, f64>, exercise: &Exercise, sets: usize) {
    if sets == 0 {
        return;
    }
    for &muscle in Muscle::ALL {
        let share = exercise.share(muscle);
        if share > 0.0 {
            *totals.entry(muscle).or_insert(0.0) += share * count(sets);
        }
    }
}

/// A number of sets as a float; plans hold far fewer than 2³² of them.
pub(crate) fn count(sets: usize) -> f64 {
    u32::try_from(sets).map_or(f64::from(u32::MAX), f64::from)
}

/// Seconds one set lasts, without its rest. `most` is the top of its range.
#[must_use]
pub fn set_seconds(timed: bool, most: u16) -> u32 {
    if timed { SET_SECONDS.max(u32::from(most)) } else { SET_SECONDS }
}

/// Seconds that one exercise of a day takes: set-up, then each set with its rest. `exercise` is
/// what the catalogue says, if it knows it.
#[must_use]
pub fn exercise_seconds(planned: &PlannedExercise, exercise: Option<&Exercise>) -> u64 {
    let own_rest = exercise.map_or(UNKNOWN_REST_SECONDS, |known| known.rest_seconds);
    let rest = u64::from(planned.rest_seconds.unwrap_or(own_rest));
    let timed = exercise.is_some_and(Exercise::is_timed);
    let sets: u64 = planned.sets.iter().map(|set| u64::from(set_seconds(timed, set.reps_max)) + rest).sum();
    u64::from(SETUP_SECONDS) + sets
}

/// Seconds that a day's exercises take.
#[must_use]
pub fn estimated_seconds(exercises: &[PlannedExercise], catalogue: &Catalogue) -> u64 {
    exercises.iter().map(|planned| exercise_seconds(planned, catalogue.get(&planned.exercise_id))).sum()
}

/// Minutes that a day's exercises take, rounded up.
#[must_use]
pub fn estimated_minutes(exercises: &[PlannedExercise], catalogue: &Catalogue) -> u32 {
    u32::try_from(estimated_seconds(exercises, catalogue).div_ceil(60)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::generator::sample;
    use crate::domain::plan::{PlannedDay, PlannedSet, Split};

    fn planned(id: &str, sets: usize, rest: Option<u32>, most: u16) -> PlannedExercise {
        let set = PlannedSet { reps_min: 5, reps_max: most, weight_kg: None, rpe: None };
        PlannedExercise {
            exercise_id: id.into(),
            group: None,
            rest_seconds: rest,
            note: None,
            sets: vec![set; sets],
        }
    }

    fn week(exercises: Vec<PlannedExercise>) -> PlanDoc {
        let day = PlannedDay { day: "Day1".into(), focus: "All".into(), weekday: None, exercises };
        PlanDoc { split: Split::Custom, days: vec![day] }
    }

    #[test]
    fn a_day_is_set_up_and_sets_with_their_rest() {
        let catalogue = sample::catalogue();
        let cases: [(&str, Vec<PlannedExercise>, u32); 6] = [
            ("nothing takes no time", vec![], 0),
            ("120 + 3 × (40 + 180) = 780 s", vec![planned("t-squat", 3, Some(180), 8)], 13),
            ("null takes the exercise's own rest, 120 s", vec![planned("t-squat", 3, None, 8)], 10),
            ("a plank of 90 s counts its 90 s", vec![planned("t-plank", 2, Some(60), 90)], 7),
            ("a plank of 20 s counts 40 s", vec![planned("t-plank", 2, Some(60), 20)], 6),
            ("an unknown exercise rests 120 s", vec![planned("nobody-knows", 3, None, 8)], 10),
        ];
        for (why, exercises, minutes) in cases {
            assert_eq!(estimated_minutes(&exercises, &catalogue), minutes, "{why}");
        }
    }

    #[test]
    fn a_secondary_muscle_counts_half() {
        let catalogue = sample::catalogue();
        let plan = week(vec![planned("t-bench", 3, None, 8), planned("nobody-knows", 3, None, 8)]);
        let totals = sets_per_muscle(&plan, &catalogue);
        assert_eq!(totals.get(&Muscle::Chest), Some(&3.0));
        assert_eq!(totals.get(&Muscle::Triceps), Some(&1.5));
        assert_eq!(totals.get(&Muscle::Quads), None);
    }

    #[test]
    fn bands_rise_with_experience() {
        let bands: Vec<_> = Experience::ALL.iter().map(|level| weekly_band(*level)).collect();
        assert_eq!(bands, [(6.0, 10.0), (10.0, 16.0), (12.0, 20.0)]);
        let limits: Vec<_> = Experience::ALL.iter().map(|level| weekly_limit(*level)).collect();
        assert_eq!(limits, [15.0, 24.0, 30.0]);
    }
}
