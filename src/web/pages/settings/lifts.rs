//! What a person can lift, and what they load it with.

#[cfg(test)]
mod samples;

use serde::Serialize;

use crate::domain::catalogue::Catalogue;
use crate::domain::exercise::{Exercise, Measure};
use crate::domain::profile::{KnownLift, Units};
use crate::web::pages::visitor::Visitor;
use crate::web::pages::words::load;
use crate::wording::{exercises, numbers, sets};

/// A lift that the person said they can do.
#[derive(Debug, Clone, Serialize)]
pub struct LiftRow {
    id: String,
    name: String,
    /// `95 kg × 8`, or `12 reps` with the body alone.
    load: String,
}

/// An exercise to choose.
#[derive(Debug, Clone, Serialize)]
pub struct Offer {
    id: String,
    name: String,
}

/// Pairs of plates as they are typed: `25, 25, 20`, and `1,25; 2,5` where a comma is a decimal's.
pub fn plates(kg: &[f64], units: Units) -> String {
    kg.iter().map(|kg| load(*kg, units)).collect::<Vec<_>>().join(if numbers::decimal() == "," {
        "; "
    } else {
        ", "
    })
}

/// The lifts that the person said they can do, and what may be added.
pub fn lifts(visitor: &Visitor, catalogue: &Catalogue) -> (Vec<LiftRow>, Vec<Offer>) {
    let row = |lift: &KnownLift| LiftRow {
        id: lift.exercise_id.clone(),
        name: catalogue
            .get(&lift.exercise_id)
            .map_or(lift.exercise_id.as_str(), exercises::name_of)
            .to_owned(),
        load: sets::lifted(lift.weight_kg, &[lift.reps.into()], false),
    };
    let offer = |one: &Exercise| Offer { id: one.id.clone(), name: exercises::name_of(one).to_owned() };
    let mut offers: Vec<_> = catalogue.iter().filter(|one| one.measure == Measure::Reps).map(offer).collect();
    offers.sort_by(|one, other| one.name.cmp(&other.name));
    (visitor.profile.known_lifts.iter().map(row).collect(), offers)
}
