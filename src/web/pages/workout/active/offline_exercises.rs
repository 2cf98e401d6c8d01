//! What the page knows of exercises that are not in the workout yet: enough for the script to draw one
//! where there is no signal to ask for it.

use super::parts::{fallback, label_of, rack, slot_of, step};
use crate::domain::exercise::Exercise;
use crate::domain::plan::Prescribed;
use crate::domain::profile::Units;
use crate::service::athlete::Athlete;
use crate::service::sessions;
use crate::web::pages::words;
use crate::web::pages::workout::view::{ExerciseBlock, Offer, Rack, SetCard};
use crate::wording::{exercises, texts};

/// One exercise; `comes` is what would be prescribed of it.
pub fn offer(athlete: &Athlete, exercise: &Exercise, comes: &Prescribed, units: Units) -> Offer {
    let first = comes.sets.first();
    let weight_kg = first.and_then(|set| set.weight_kg).unwrap_or(0.0);
    let count = first.map_or_else(|| fallback(exercise.is_timed()), |set| set.reps_min.into());
    Offer {
        id: exercise.id.clone(),
        name: exercises::name_of(exercise).to_owned(),
        weight: words::load(weight_kg, units),
        weight_kg: weight_kg.to_string(),
        count: count.to_string(),
        timed: exercise.is_timed(),
        rest_seconds: comes.rest_seconds,
        step: step(athlete, exercise, units),
        rack: rack(athlete, exercise),
    }
}

/// Every exercise the person has the equipment for, by name; nobody prescribed them.
pub fn all(athlete: &Athlete, units: Units) -> Vec<Offer> {
    let owned = athlete.catalogue.iter().filter(|exercise| athlete.profile.owns(exercise));
    let mut offers: Vec<Offer> =
        owned.map(|exercise| offer(athlete, exercise, &sessions::usual(athlete, exercise), units)).collect();
    offers.sort_by(|a, b| a.name.cmp(&b.name));
    offers
}

/// The one exercise with one card that the script fills: each value is its name in braces.
pub fn blank() -> ExerciseBlock {
    let card = SetCard {
        slot: slot_of("{id}", "working", "{n}"),
        kind: "working",
        label: label_of("{n}"),
        weight: "{weight}".into(),
        weight_kg: "{exact}".into(),
        count: "{count}".into(),
        ..SetCard::default()
    };
    ExerciseBlock {
        id: "{id}".into(),
        name: "{name}".into(),
        tag: String::new(),
        partner: String::new(),
        now: false,
        rack: Rack { least_kg: "{least}".into(), step_kg: "{by}".into(), plates: "{plates}".into() },
        hint: texts::with("workout-rest", &[("time", "{time}".into())]),
        last: String::new(),
        done: 0,
        total: 0,
        rest_seconds: 0,
        timed: false,
        count_name: "{counted}",
        count_step: "{turn}",
        step: "{step}".into(),
        extra: false,
        planned: 0,
        remove_key: String::new(),
        sets: vec![card],
    }
}
