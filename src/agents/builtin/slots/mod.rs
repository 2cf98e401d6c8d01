//! What an utterance says beside its intent: days, minutes, goal, equipment and the like, each only
//! if it was said. Refuses to guess: a slot that is not in the words stays empty.

pub mod numbers;
mod person;
mod training;

use serde::Serialize;

use super::ear::Ear;

pub use crate::domain::exercise::{Contraindication, Equipment, Muscle};
pub use crate::domain::profile::{Experience, Goal, SplitPreference, Units, Weekday};

pub use training::Gear;

/// Everything that can be said in one message. Weights are kilograms unless they carry a unit.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Slots {
    /// Training days a week as said, 1 to 7; a plan takes 2 to 6.
    pub days: Option<u8>,
    /// One day more or fewer than now.
    pub days_delta: Option<i8>,
    /// How to split the week.
    pub split: Option<SplitPreference>,
    /// What for.
    pub goal: Option<Goal>,
    /// Minutes a session, as said.
    pub minutes: Option<u16>,
    /// Minutes more or fewer than now.
    pub minutes_delta: Option<i16>,
    /// What there is to train with.
    pub equipment: Option<Gear>,
    /// On which days.
    pub weekdays: Option<Vec<Weekday>>,
    /// What to spare.
    pub limitations: Vec<Contraindication>,
    /// What need no longer be spared.
    pub healed: Vec<Contraindication>,
    /// Bodyweight and its unit, if one was said.
    pub bodyweight: Option<(f64, Option<Units>)>,
    /// Units to show.
    pub units: Option<Units>,
    /// Training experience.
    pub experience: Option<Experience>,
    /// Year of birth.
    pub birth_year: Option<u16>,
    /// A muscle, when exercises are looked for.
    pub muscle: Option<Muscle>,
    /// Repetitions lifted.
    pub reps: Option<u16>,
    /// Seconds held.
    pub seconds: Option<u16>,
    /// Load lifted and its unit, if one was said.
    pub load: Option<(f64, Option<Units>)>,
    /// Effort, 1 to 10 in halves.
    pub rpe: Option<f64>,
    /// "From now on", "I only have": meant for longer than one plan.
    pub durable: bool,
}

impl Slots {
    /// Reads all of them.
    #[must_use]
    pub fn read(tokens: &[String], ear: &Ear) -> Self {
        let numbers = numbers::scan(tokens, &ear.numbers);
        let mut slots = Self { durable: training::durable(tokens, ear), ..Self::default() };
        training::read(tokens, &numbers, ear, &mut slots);
        person::read(tokens, &numbers, ear, &mut slots);
        if slots.bodyweight.is_some() {
            slots.units = None;
            slots.equipment = slots.equipment.filter(|gear| gear.has != [Equipment::Bodyweight]);
        }
        slots
    }

    /// Whether anything that shapes a plan was said.
    #[must_use]
    pub const fn shapes_plan(&self) -> bool {
        self.days.is_some()
            || self.days_delta.is_some()
            || self.split.is_some()
            || self.goal.is_some()
            || self.minutes.is_some()
            || self.minutes_delta.is_some()
            || self.equipment.is_some()
            || self.weekdays.is_some()
    }

    /// Whether anything that belongs into the profile was said.
    #[must_use]
    pub const fn shapes_profile(&self) -> bool {
        self.days.is_some()
            || self.goal.is_some()
            || self.minutes.is_some()
            || self.equipment.is_some()
            || self.weekdays.is_some()
            || !self.limitations.is_empty()
            || !self.healed.is_empty()
            || self.bodyweight.is_some()
            || self.units.is_some()
            || self.experience.is_some()
            || self.birth_year.is_some()
    }

    /// This message on top of an earlier one: what is said now wins.
    #[must_use]
    pub fn over(self, earlier: Self) -> Self {
        let days_known = self.days.is_some();
        Self {
            days: self.days.or(earlier.days),
            split: self.split.or(earlier.split),
            goal: self.goal.or(earlier.goal),
            minutes: self.minutes.or(earlier.minutes),
            equipment: self.equipment.or(earlier.equipment),
            weekdays: self.weekdays.or(earlier.weekdays.filter(|_| !days_known)),
            limitations: [earlier.limitations, self.limitations.clone()].concat(),
            ..self
        }
    }
}
