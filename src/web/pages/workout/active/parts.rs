//! What stands on every set's card, whether the server draws it or the script does: labels, names of counts, steps and
//! racks.

use crate::domain::exercise::{Equipment, Exercise};
use crate::domain::loads;
use crate::domain::profile::Units;
use crate::domain::session::SetKind;
use crate::service::athlete::Athlete;
use crate::web::pages::words;
use crate::web::pages::workout::view::Rack;
use crate::wording::texts;

/// `Reps` or `Seconds`.
#[must_use]
pub fn count_name(timed: bool) -> &'static str {
    if timed { texts::say("workout-seconds-name") } else { texts::say("workout-reps-name") }
}

/// What the stepper of repetitions or seconds adds.
#[must_use]
pub fn count_step(timed: bool) -> &'static str {
    if timed { "5" } else { "1" }
}

/// `Set 2` of a number that is text.
pub fn label_of(n: &str) -> String {
    texts::with("workout-set", &[("n", n.into())])
}

/// `Set 2`, `Warm-up 1`.
pub fn label(kind: SetKind, index: u16) -> String {
    let n = [("n", index.into())];
    if kind.is_warmup() { texts::with("workout-warmup", &n) } else { texts::with("workout-set", &n) }
}

/// Part of a card's id.
pub fn slot_of(id: &str, kind: &str, index: &str) -> String {
    format!("{id}-{kind}-{index}")
}

/// Repetitions or seconds where nothing says how many.
pub const fn fallback(timed: bool) -> u32 {
    if timed { 30 } else { 8 }
}

/// What the load's stepper adds, in the person's units.
pub fn step(athlete: &Athlete, exercise: &Exercise, units: Units) -> String {
    let step = athlete.loads(exercise).step_kg;
    words::load(if step > 0.0 { step } else { 1.0 }, units)
}

/// What can be loaded. A bar without plates of its own takes a gym's.
pub fn rack(athlete: &Athlete, exercise: &Exercise) -> Rack {
    let spec = athlete.loads(exercise);
    let bar = exercise.load_equipment() == Equipment::Barbell;
    let usual = || loads::default_spec(Equipment::Barbell, athlete.profile.units).plates_kg;
    let plates = spec.plates_kg.clone().or_else(usual).filter(|_| bar).unwrap_or_default();
    let texts: Vec<String> = plates.iter().map(ToString::to_string).collect();
    Rack {
        least_kg: spec.least().to_string(),
        step_kg: spec.step_kg.max(0.0).to_string(),
        plates: texts.join(" "),
    }
}
