//! How strong people are when they begin, and how fast they gain: round numbers of the size that
//! strength standards give, as shares of bodyweight.

use crate::domain::exercise::{BodyweightUse, Equipment, Exercise, Pattern};
use crate::domain::profile::Experience;

/// Total load for one repetition of someone of this bodyweight (kilograms) and experience.
pub(super) fn one_rep_kg(exercise: &Exercise, bodyweight_kg: f64, experience: Experience) -> f64 {
    let trained: f64 = match experience {
        Experience::Beginner => 0.65,
        Experience::Intermediate => 1.0,
        Experience::Advanced => 1.25,
    };
    let share = match exercise.bodyweight {
        // Who is twice as strong does not do twice as many push-ups with an empty belt.
        BodyweightUse::Full => body_share(exercise.pattern) * trained.sqrt(),
        BodyweightUse::Assisted => 1.1 * trained.sqrt(),
        BodyweightUse::None => load_share(exercise.pattern) * in_hand(exercise.load_equipment()) * trained,
    };
    share * bodyweight_kg
}

/// Share of bodyweight on a bar.
const fn load_share(pattern: Pattern) -> f64 {
    match pattern {
        Pattern::Hinge | Pattern::HipExtension => 1.65,
        Pattern::Squat | Pattern::CalfRaise => 1.4,
        Pattern::Shrug => 1.3,
        Pattern::HorizontalPush => 1.1,
        Pattern::HorizontalPull | Pattern::Carry => 1.0,
        Pattern::VerticalPull | Pattern::Lunge => 0.95,
        Pattern::KneeExtension => 0.8,
        Pattern::VerticalPush | Pattern::BackExtension => 0.7,
        Pattern::TrunkFlexion | Pattern::KneeFlexion => 0.55,
        Pattern::HipAbduction | Pattern::HipAdduction | Pattern::TrunkStability => 0.5,
        Pattern::ElbowFlexion | Pattern::ElbowExtension => 0.48,
        Pattern::ShoulderRaise | Pattern::RearFly | Pattern::ChestFly | Pattern::TrunkRotation => 0.42,
        Pattern::Wrist => 0.35,
    }
}

/// Share of bodyweight that moves once, the body included.
const fn body_share(pattern: Pattern) -> f64 {
    match pattern {
        Pattern::VerticalPull => 1.3,
        Pattern::VerticalPush | Pattern::KneeFlexion => 1.25,
        Pattern::Squat | Pattern::CalfRaise | Pattern::Carry => 1.7,
        _ => 1.5,
    }
}

/// What one hand or one machine holds of what a bar would.
const fn in_hand(equipment: Equipment) -> f64 {
    match equipment {
        Equipment::Dumbbell | Equipment::Kettlebell => 0.42,
        Equipment::Cable => 0.85,
        Equipment::Machine => 1.15,
        _ => 1.0,
    }
}

/// What a hard set adds to strength, as a share, at first; and the most that training leads to, as
/// a multiple of the strength at the start.
pub(super) const fn gains(experience: Experience) -> (f64, f64) {
    match experience {
        Experience::Beginner => (0.004, 1.8),
        Experience::Intermediate => (0.0034, 1.4),
        Experience::Advanced => (0.0006, 1.12),
    }
}
