//! A small catalogue made by hand for tests: one or two exercises a pattern, with ids that start
//! in `t-` so that they never meet the real ones.

use crate::domain::catalogue::Catalogue;
use crate::domain::exercise::{
    BodyweightUse, Contraindication as Spare, Equipment as E, Exercise, Level, Measure, Mechanic,
    Muscle as M, Pattern as P,
};

type Row = (&'static str, &'static str, P, &'static [M], &'static [M], &'static [E], u8, &'static [Spare]);

const ROWS: &[Row] = &[
    ("t-squat", "Back Squat", P::Squat, &[M::Quads], &[M::Glutes], &[E::Barbell], 1, &[Spare::Knee]),
    ("t-goblet", "Goblet Squat", P::Squat, &[M::Quads], &[M::Glutes], &[E::Dumbbell], 2, &[Spare::Knee]),
    ("t-air-squat", "Air Squat", P::Squat, &[M::Quads], &[M::Glutes], &[E::Bodyweight], 4, &[]),
    (
        "t-deadlift",
        "Deadlift",
        P::Hinge,
        &[M::Hamstrings],
        &[M::Glutes],
        &[E::Barbell],
        1,
        &[Spare::LowerBack],
    ),
    ("t-rdl", "Dumbbell Hinge", P::Hinge, &[M::Hamstrings], &[M::Glutes], &[E::Dumbbell], 2, &[]),
    ("t-lunge", "Lunge", P::Lunge, &[M::Quads, M::Glutes], &[], &[E::Bodyweight], 3, &[Spare::Knee]),
    (
        "t-bench",
        "Bench Press",
        P::HorizontalPush,
        &[M::Chest],
        &[M::Triceps],
        &[E::Barbell, E::Bench],
        1,
        &[],
    ),
    ("t-push-up", "Push-Up", P::HorizontalPush, &[M::Chest], &[M::Triceps], &[E::Bodyweight], 3, &[]),
    ("t-ohp", "Press", P::VerticalPush, &[M::Shoulders], &[M::Triceps], &[E::Barbell], 1, &[Spare::Overhead]),
    ("t-row", "Row", P::HorizontalPull, &[M::UpperBack], &[M::Lats, M::Biceps], &[E::Dumbbell], 1, &[]),
    (
        "t-bar-row",
        "Bar Row",
        P::HorizontalPull,
        &[M::UpperBack],
        &[M::Lats, M::Biceps],
        &[E::Barbell],
        2,
        &[],
    ),
    ("t-pull-up", "Pull-Up", P::VerticalPull, &[M::Lats], &[M::Biceps], &[E::PullUpBar], 1, &[]),
    ("t-pulldown", "Pulldown", P::VerticalPull, &[M::Lats], &[M::Biceps], &[E::Cable], 2, &[]),
    ("t-raise", "Lateral Raise", P::ShoulderRaise, &[M::Shoulders], &[], &[E::Dumbbell], 1, &[]),
    ("t-fly", "Fly", P::ChestFly, &[M::Chest], &[], &[E::Cable], 1, &[]),
    ("t-curl", "Curl", P::ElbowFlexion, &[M::Biceps], &[], &[E::Dumbbell], 1, &[]),
    ("t-extension", "Extension", P::ElbowExtension, &[M::Triceps], &[], &[E::Dumbbell], 1, &[]),
    ("t-leg-curl", "Leg Curl", P::KneeFlexion, &[M::Hamstrings], &[], &[E::Machine], 1, &[]),
    ("t-bridge", "Hip Bridge", P::HipExtension, &[M::Glutes], &[], &[E::Bodyweight], 2, &[]),
    ("t-calf", "Calf Raise", P::CalfRaise, &[M::Calves], &[], &[E::Bodyweight], 1, &[]),
    ("t-crunch", "Crunch", P::TrunkFlexion, &[M::Abs], &[], &[E::Bodyweight], 1, &[Spare::Pregnancy]),
    ("t-plank", "Plank", P::TrunkStability, &[M::Abs], &[], &[E::Bodyweight], 1, &[Spare::Pregnancy]),
];

/// The embedded catalogue with these beside it.
pub(crate) fn catalogue() -> Catalogue {
    Catalogue::embedded().with_own(ROWS.iter().map(exercise).collect())
}

fn exercise(&(id, name, pattern, primary, secondary, equipment, rank, spares): &Row) -> Exercise {
    let compound = matches!(
        pattern,
        P::Squat
            | P::Hinge
            | P::Lunge
            | P::HorizontalPush
            | P::VerticalPush
            | P::HorizontalPull
            | P::VerticalPull
    );
    let timed = pattern == P::TrunkStability;
    Exercise {
        id: id.to_owned(),
        name: name.to_owned(),
        aliases: vec![],
        primary_muscles: primary.to_vec(),
        secondary_muscles: secondary.to_vec(),
        equipment: equipment.to_vec(),
        pattern,
        mechanic: if compound { Mechanic::Compound } else { Mechanic::Isolation },
        unilateral: false,
        bodyweight: BodyweightUse::None,
        measure: if timed { Measure::Seconds } else { Measure::Reps },
        level: Level::Beginner,
        rest_seconds: if compound { 120 } else { 60 },
        reps_min: if timed { 20 } else { 8 },
        reps_max: if timed { 45 } else { 12 },
        variation_group: pattern.as_str().to_owned(),
        contraindications: spares.to_vec(),
        cues: vec!["Move well".to_owned(), "Breathe".to_owned()],
        rank,
        own: false,
    }
}
