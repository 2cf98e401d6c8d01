//! What sets come to: hard sets, volume, estimated maxima, bests of a day. Pure.

use super::exercise::Exercise;
use super::session::LoggedSet;
use super::strength;

/// External load times repetitions of a hard set, kilograms; a timed set has none.
#[must_use]
pub fn volume_kg(set: &LoggedSet) -> f64 {
    match set.reps {
        Some(reps) if set.is_hard() => set.weight_kg * f64::from(reps),
        _ => 0.0,
    }
}

/// External load times repetitions of many sets, kilograms. Nothing comes to zero: the standard sum
/// of no floats is a negative one, which JSON shows.
#[must_use]
pub fn volume_of<'a>(sets: impl Iterator<Item = &'a LoggedSet>) -> f64 {
    sets.map(volume_kg).fold(0.0, |sum, kg| sum + kg)
}

/// Estimated one-repetition maximum of a hard set, kilograms of total load; none beyond 15
/// repetitions in the tank, for a timed set, where the body takes part and its weight is unknown, and
/// for an exercise of which it would say nothing, see [`Exercise::has_e1rm`].
#[must_use]
pub fn e1rm_kg(set: &LoggedSet, exercise: &Exercise, bodyweight_kg: Option<f64>) -> Option<f64> {
    let reps = u32::from(set.reps?);
    if !set.is_hard() || !exercise.has_e1rm() {
        return None;
    }
    let total = strength::total_load(set.weight_kg, bodyweight_kg, exercise.bodyweight)?;
    strength::e1rm(total, reps, set.rpe).filter(|value| value.is_finite() && *value > 0.0)
}

/// Bests of one exercise among some sets.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Bests {
    /// Kilograms, and the set.
    pub e1rm: Option<(f64, String)>,
    /// Heaviest load with a repetition, kilograms, and the set.
    pub weight: Option<(f64, String)>,
    /// Most repetitions or seconds, and the set.
    pub count: Option<(u32, String)>,
}

/// Finds the bests among hard sets; the first of equals stands.
#[must_use]
pub fn bests<'a>(
    sets: impl Iterator<Item = (&'a LoggedSet, Option<f64>)>,
    exercise: Option<&Exercise>,
) -> Bests {
    let mut found = Bests::default();
    for (set, bodyweight) in sets.filter(|(set, _)| set.is_hard()) {
        if let Some(value) = exercise.and_then(|exercise| e1rm_kg(set, exercise, bodyweight)) {
            keep(&mut found.e1rm, value, &set.id);
        }
        keep(&mut found.weight, set.weight_kg, &set.id);
        keep(&mut found.count, set.count(), &set.id);
    }
    found
}

fn keep<T: PartialOrd>(best: &mut Option<(T, String)>, value: T, id: &str) {
    if best.as_ref().is_none_or(|(standing, _)| value > *standing) {
        *best = Some((value, id.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::catalogue::Catalogue;
    use crate::domain::session::SetKind;

    fn set(weight_kg: f64, reps: u16, kind: SetKind) -> LoggedSet {
        LoggedSet {
            id: format!("{weight_kg}x{reps}"),
            exercise_id: String::new(),
            set_index: 1,
            reps: Some(reps),
            duration_seconds: None,
            weight_kg,
            rpe: None,
            kind,
            pain: false,
            note: None,
            logged_at: jiff::Timestamp::UNIX_EPOCH,
        }
    }

    #[test]
    fn a_maximum_is_given_where_it_says_something() {
        let catalogue = Catalogue::embedded();
        // exercise, load, whether the body's weight is known, whether there is an estimate
        let cases = [
            ("barbell-back-squat", 100.0, true, true),
            ("barbell-back-squat", 100.0, false, true),
            ("pull-up", 0.0, true, true),
            ("pull-up", 0.0, false, false), // nobody knows what moved
            ("dip", 10.0, true, true),
            ("push-up", 0.0, true, true),
            ("crunch", 0.0, true, false), // 117 kg for a crunch
            ("reverse-crunch", 0.0, true, false),
            ("hanging-knee-raise", 0.0, true, false),
            ("bodyweight-calf-raise", 0.0, true, false),
            ("cable-crunch", 40.0, true, true), // what moves is on the stack
            ("assisted-pull-up", 30.0, true, true),
            ("band-assisted-pull-up", 0.0, true, false), // nobody weighs a band
            ("band-row", 0.0, true, false),
        ];
        for (id, kg, known, given) in cases {
            let exercise = catalogue.get(id).unwrap_or_else(|| panic!("{id}"));
            let got = e1rm_kg(&set(kg, 5, SetKind::Working), exercise, known.then_some(80.0));
            assert_eq!(got.is_some(), given, "{id}: {got:?}");
        }
    }

    #[test]
    fn warm_ups_and_empty_sets_come_to_nothing() {
        let catalogue = Catalogue::embedded();
        let squat = catalogue.get("barbell-back-squat");
        let sets =
            [set(200.0, 5, SetKind::Warmup), set(150.0, 0, SetKind::Working), set(100.0, 5, SetKind::Drop)];
        let got = bests(sets.iter().map(|set| (set, None)), squat);
        assert_eq!(got.weight, Some((100.0, "100x5".to_owned())));
        assert_eq!(sets.iter().map(volume_kg).collect::<Vec<_>>(), [0.0, 0.0, 500.0]);
    }
}
