//! What is written beside an exercise: repetitions, RPE and rest, by goal and experience.

use crate::domain::exercise::{BodyweightUse, Equipment, Exercise, Mechanic, Pattern};
use crate::domain::plan::{PlannedExercise, PlannedSet};
use crate::domain::profile::{Experience, Goal, Profile};
use crate::domain::rules::limits;

use super::template::Role;
use super::week::Entry;

/// How hard this person trains.
#[derive(Debug, Clone, Copy)]
pub struct Dose {
    goal: Goal,
    rpe: f64,
    fewest_reps: u16,
}

impl Dose {
    /// The dose for a profile; a minor's is gentler.
    pub fn of(profile: &Profile, year: i16) -> Self {
        let rpe: f64 = match profile.experience {
            Experience::Beginner => 7.0,
            Experience::Intermediate => 8.0,
            Experience::Advanced => 8.5,
        };
        let minor = profile.is_minor(year);
        let rpe = if minor { rpe.min(limits::MINOR_MOST_RPE) } else { rpe };
        Self { goal: profile.goal, rpe, fewest_reps: if minor { limits::MINOR_FEWEST_REPS } else { 1 } }
    }

    /// The exercise as prescribed, without a load.
    pub fn prescribe(self, entry: &Entry<'_>) -> PlannedExercise {
        let (reps_min, reps_max) = self.range(entry);
        let set = PlannedSet { reps_min, reps_max, weight_kg: None, rpe: Some(self.rpe) };
        PlannedExercise {
            exercise_id: entry.exercise.id.clone(),
            group: None,
            rest_seconds: Some(entry.rest),
            note: None,
            sets: vec![set; usize::from(entry.sets)],
        }
    }

    fn range(self, entry: &Entry<'_>) -> (u16, u16) {
        if entry.exercise.is_timed() {
            return seconds(entry.exercise);
        }
        let heavy = self.goal == Goal::Hypertrophy && lifts_the_body(entry.exercise);
        let (least, most) = reps(self.goal, heavy || is_main_lift(entry));
        (least.max(self.fewest_reps), most.max(self.fewest_reps))
    }
}

/// A timed exercise keeps the range of its own, within what the rules take.
fn seconds(exercise: &Exercise) -> (u16, u16) {
    let most = exercise.reps_max.clamp(limits::TIMED_FEWEST, *limits::SECONDS.end());
    (exercise.reps_min.clamp(limits::TIMED_FEWEST, most), most)
}

/// Few people have ten pull-ups or dips: for muscle they take the range of the main lifts, from
/// which they go on with a belt or a harder variation.
fn lifts_the_body(exercise: &Exercise) -> bool {
    let hangs = matches!(exercise.load_equipment(), Equipment::PullUpBar | Equipment::DipBars);
    exercise.bodyweight == BodyweightUse::Full
        && exercise.mechanic == Mechanic::Compound
        && (hangs || exercise.pattern == Pattern::VerticalPull)
}

/// Three heavy repetitions need something to load: a push-up in a main slot takes the range of
/// the other lifts.
fn is_main_lift(entry: &Entry<'_>) -> bool {
    entry.role == Role::Main && entry.exercise.load_equipment() != Equipment::Bodyweight
}

const fn reps(goal: Goal, main: bool) -> (u16, u16) {
    match (goal, main) {
        (Goal::Strength, true) => (3, 6),
        (Goal::Strength, false) | (Goal::Hypertrophy, true) => (6, 10),
        (Goal::Hypertrophy, false) => (10, 15),
        (Goal::GeneralFitness, _) => (8, 12),
    }
}

/// Rest after a set, seconds: the exercise's own, held within what goal and slot ask for.
pub fn rest(goal: Goal, role: Role, exercise: &Exercise) -> u32 {
    let (least, most) = match (goal, role) {
        (Goal::Strength, Role::Main) => (150, 180),
        (Goal::Strength, Role::Assist) | (Goal::Hypertrophy, Role::Main) => (90, 120),
        (Goal::Hypertrophy, Role::Assist) | (Goal::GeneralFitness, Role::Main) => (75, 90),
        (Goal::GeneralFitness, Role::Assist) => (60, 75),
        (_, Role::Isolation) => (45, 75),
    };
    exercise.rest_seconds.clamp(least, most)
}
