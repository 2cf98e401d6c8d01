//! An exercise of the person's own for a name that nothing in the catalogue bears. What it trains is
//! guessed from the closest name; where nothing is close it counts for no muscle.

use super::names::{Asked, Gear, closest};
use crate::domain::catalogue::Catalogue;
use crate::domain::exercise::{
    BodyweightUse, Equipment, Exercise, ExerciseId, Level, Measure, Mechanic, Pattern,
};

/// Makes one. The generator of plans takes it last, and only for someone advanced.
#[must_use]
pub fn exercise(id: ExerciseId, name: &str, timed: bool, catalogue: &Catalogue) -> Exercise {
    let like = closest(name, catalogue);
    let (equipment, bodyweight) = load(name, like);
    let (reps_min, reps_max) = if timed { (20, 60) } else { (8, 12) };
    Exercise {
        name: name.to_owned(),
        aliases: Vec::new(),
        primary_muscles: like.map(|like| like.primary_muscles.clone()).unwrap_or_default(),
        secondary_muscles: like.map(|like| like.secondary_muscles.clone()).unwrap_or_default(),
        equipment: vec![equipment],
        pattern: like.map_or(Pattern::Carry, |like| like.pattern),
        mechanic: like.map_or(Mechanic::Isolation, |like| like.mechanic),
        unilateral: false,
        bodyweight,
        measure: if timed { Measure::Seconds } else { Measure::Reps },
        level: Level::Advanced,
        rest_seconds: like.map_or(120, |like| like.rest_seconds),
        reps_min,
        reps_max,
        variation_group: id.clone(),
        contraindications: like.map(|like| like.contraindications.clone()).unwrap_or_default(),
        cues: Vec::new(),
        rank: 5,
        own: true,
        id,
    }
}

fn load(name: &str, like: Option<&Exercise>) -> (Equipment, BodyweightUse) {
    match Asked::of(name).gear {
        Some(Gear::Item(item) | Gear::Akin(item)) => (item, BodyweightUse::None),
        Some(Gear::Body | Gear::Weighted) => (Equipment::Bodyweight, BodyweightUse::Full),
        Some(Gear::Assisted) => (Equipment::Machine, BodyweightUse::Assisted),
        None => like.map_or((Equipment::Bodyweight, BodyweightUse::None), |like| {
            (like.load_equipment(), like.bodyweight)
        }),
    }
}
