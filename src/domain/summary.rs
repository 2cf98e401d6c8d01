//! What sets come to: hard sets, volume, estimated maxima, bests of a day. Pure.

use super::exercise::Exercise;
use super::session::{LoggedSet, SetKind};
use super::strength;

/// Whether a set counts towards weekly sets and volume.
#[must_use]
pub fn is_hard(set: &LoggedSet) -> bool {
    set.kind != SetKind::Warmup && set.count() > 0
}

/// External load times repetitions of a hard set, kilograms; a timed set has none.
#[must_use]
pub fn volume_kg(set: &LoggedSet) -> f64 {
    match set.reps {
        Some(reps) if is_hard(set) => set.weight_kg * f64::from(reps),
        _ => 0.0,
    }
}

/// Estimated one-repetition maximum of a hard set, kilograms of total load; none beyond 15
/// repetitions in the tank, for a timed set, or where the body takes part and its weight is unknown.
#[must_use]
pub fn e1rm_kg(set: &LoggedSet, exercise: &Exercise, bodyweight_kg: Option<f64>) -> Option<f64> {
    let reps = u32::from(set.reps?);
    if !is_hard(set) {
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
    for (set, bodyweight) in sets.filter(|(set, _)| is_hard(set)) {
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
