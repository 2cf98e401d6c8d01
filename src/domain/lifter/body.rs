//! What a body can do and what training does to it. The numbers are round and of the size that
//! coaches see: an intermediate gains some 5 to 10% in twelve weeks, a third set costs about one
//! repetition, a month off costs some 5%.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::random::{Random, seed_for};
use super::start;
use crate::domain::exercise::{BodyweightUse, Exercise, ExerciseId, Pattern};
use crate::domain::profile::Experience;
use crate::domain::strength::{percent, total_load};

/// Deviation of a day's form, share of strength.
const DAY_SPREAD: f64 = 0.015;
/// Fatigue of the whole body that a hard set leaves, share of strength, and its half-life, days.
const WEAR: f64 = 0.0012;
const WEAR_HALF_LIFE_DAYS: f64 = 1.8;
/// Fatigue of a movement that a set leaves at failure, share of strength, and its half-life, seconds.
const LOCAL_WEAR: f64 = 0.03;
const LOCAL_HALF_LIFE_SECONDS: f64 = 200.0;
/// Hard sets of an exercise in a session that still add something.
const USEFUL_SETS: f64 = 6.0;
/// What training one exercise gives to others of its pattern.
const TRANSFER: f64 = 0.4;
/// Days without an exercise before strength goes, and what goes then a day.
const KEPT_DAYS: f64 = 10.0;
const LOST_A_DAY: f64 = 0.0025;
/// What is never lost, share of the strength at the start.
const KEPT: f64 = 0.85;
/// Nobody does more repetitions than this, or holds longer than that (seconds).
const MOST_REPS: f64 = 60.0;
const LONGEST_SECONDS: f64 = 600.0;
/// Seconds that a load of the whole one-repetition strength is held for.
const HOLD_SECONDS: f64 = 45.0;

#[derive(Debug, Clone)]
pub(super) struct Body {
    seed: u64,
    bodyweight_kg: f64,
    experience: Experience,
    lifts: BTreeMap<ExerciseId, Lift>,
    /// Share of strength gone for the whole body.
    wear: f64,
    /// Share of strength gone for each movement, within a session.
    local: BTreeMap<Pattern, f64>,
    /// The day's form, share of strength.
    form: f64,
    last_at: Option<Timestamp>,
}

/// True strength in one exercise.
#[derive(Debug, Clone)]
struct Lift {
    pattern: Pattern,
    one_rep_kg: f64,
    start_kg: f64,
    /// Hard sets since the last adaptation.
    stimulus: f64,
    /// Days since it was trained.
    idle_days: f64,
}

/// What is in someone before a set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Capacity {
    /// Repetitions or seconds to failure; below one repetition none.
    pub most: f64,
    pub timed: bool,
}

impl Capacity {
    /// The true RPE of a set of `done`: repetitions left below 10; a hold loses eight points over
    /// its whole length.
    pub fn rpe(&self, done: f64) -> f64 {
        let left = if self.timed { 8.0 * (1.0 - done / self.most.max(1.0)) } else { self.most - done };
        (10.0 - left).clamp(1.0, 10.0)
    }

    /// What may be done until it is this hard: the inverse of [`Capacity::rpe`].
    pub fn until(&self, rpe: f64) -> f64 {
        let left = 10.0 - rpe.clamp(1.0, 10.0);
        if self.timed { self.most * (1.0 - left / 8.0) } else { self.most - left }
    }

    pub const fn longest(&self) -> f64 {
        if self.timed { LONGEST_SECONDS } else { MOST_REPS }
    }
}

impl Body {
    pub fn new(seed: u64, bodyweight_kg: f64, experience: Experience) -> Self {
        let bodyweight_kg = if bodyweight_kg.is_finite() { bodyweight_kg.clamp(20.0, 400.0) } else { 78.0 };
        Self {
            seed,
            bodyweight_kg,
            experience,
            lifts: BTreeMap::new(),
            wear: 0.0,
            local: BTreeMap::new(),
            form: 0.0,
            last_at: None,
        }
    }

    pub const fn seed(&self) -> u64 {
        self.seed
    }

    pub fn strength_kg(&self, exercise_id: &str) -> Option<f64> {
        self.lifts.get(exercise_id).map(|lift| lift.one_rep_kg)
    }

    pub fn strengths(&self) -> BTreeMap<ExerciseId, f64> {
        self.lifts.iter().map(|(id, lift)| (id.clone(), lift.one_rep_kg)).collect()
    }

    pub fn set_strength(&mut self, exercise: &Exercise, one_rep_kg: f64) {
        if one_rep_kg.is_finite() && one_rep_kg > 0.0 {
            self.lifts.insert(exercise.id.clone(), Lift::new(exercise.pattern, one_rep_kg));
        }
    }

    /// Recovery, adaptation and decay since the last session; `form` is a standard normal.
    pub fn arrive(&mut self, at: Timestamp, form: f64) {
        let seconds = self.last_at.map_or(0, |last| at.as_second().saturating_sub(last.as_second()));
        let days = i32::try_from(seconds / 3600).map_or(3650.0, |hours| f64::from(hours.max(0)) / 24.0);
        self.wear *= (-days / WEAR_HALF_LIFE_DAYS).exp2();
        self.local.clear();
        self.form = form.clamp(-3.0, 3.0) * DAY_SPREAD;
        for lift in self.lifts.values_mut() {
            lift.adapt(days, self.experience);
        }
        self.last_at = Some(at);
    }

    /// Seconds between two sets.
    pub fn rest(&mut self, seconds: f64) {
        for share in self.local.values_mut() {
            *share *= (-seconds / LOCAL_HALF_LIFE_SECONDS).exp2();
        }
    }

    /// Repetitions or seconds to failure with this external load, now.
    pub fn capacity(&mut self, exercise: &Exercise, external_kg: f64) -> Capacity {
        let (one_rep, start) = self.lift_of(exercise);
        let fatigue = self.wear + self.local.get(&exercise.pattern).copied().unwrap_or(0.0);
        let able = one_rep * (1.0 + self.form - fatigue).max(0.5);
        let total = match total_load(external_kg, Some(self.bodyweight_kg), exercise.bodyweight) {
            // A band is not weighed: its pull, or what its help leaves, is taken as one that a
            // beginning strength does 15 with.
            Some(_) if exercise.bodyweight == BodyweightUse::Assisted && external_kg <= 0.0 => start / 1.5,
            Some(total) => total,
            None if exercise.bodyweight == BodyweightUse::None => start / 1.5,
            None => return Capacity { most: MOST_REPS, timed: exercise.is_timed() },
        };
        let share = total / able.max(1.0);
        let timed = exercise.is_timed();
        let most = if timed { HOLD_SECONDS / share.powi(2) } else { reps_to_failure(share) };
        let longest = if timed { LONGEST_SECONDS } else { MOST_REPS };
        Capacity { most: most.clamp(0.0, longest), timed }
    }

    /// A set of this true RPE was done.
    pub fn work(&mut self, exercise: &Exercise, rpe: f64) {
        let hard = ((rpe - 4.0) / 4.0).clamp(0.0, 1.0);
        self.wear += WEAR * hard;
        *self.local.entry(exercise.pattern).or_default() += LOCAL_WEAR * (rpe / 10.0).powi(2);
        for (id, lift) in self.lifts.iter_mut().filter(|(_, lift)| lift.pattern == exercise.pattern) {
            let own = *id == exercise.id;
            lift.stimulus += if own { hard } else { hard * TRANSFER };
            lift.idle_days = 0.0;
        }
    }

    /// Strength now and at the start, total kilograms for one repetition.
    fn lift_of(&mut self, exercise: &Exercise) -> (f64, f64) {
        let (seed, weight, experience) = (self.seed, self.bodyweight_kg, self.experience);
        let lift = self.lifts.entry(exercise.id.clone()).or_insert_with(|| {
            let own = Random::new(seed_for(seed, &exercise.id)).normal();
            let usual = start::one_rep_kg(exercise, weight, experience);
            Lift::new(exercise.pattern, usual * 0.06f64.mul_add(own, 1.0).max(0.6))
        });
        (lift.one_rep_kg, lift.start_kg)
    }
}

impl Lift {
    const fn new(pattern: Pattern, one_rep_kg: f64) -> Self {
        Self { pattern, one_rep_kg, start_kg: one_rep_kg, stimulus: 0.0, idle_days: 0.0 }
    }

    fn adapt(&mut self, days: f64, experience: Experience) {
        let (a_set, ceiling) = start::gains(experience);
        let room = ((ceiling - self.one_rep_kg / self.start_kg) / (ceiling - 1.0)).clamp(0.0, 1.0);
        self.one_rep_kg *= (a_set * room).mul_add(self.stimulus.min(USEFUL_SETS), 1.0);
        self.stimulus = 0.0;
        let lost = (self.idle_days + days - KEPT_DAYS).max(0.0) - (self.idle_days - KEPT_DAYS).max(0.0);
        self.idle_days += days;
        if lost > 0.0 {
            let left = self.one_rep_kg * (1.0 - LOST_A_DAY * lost.min(200.0));
            self.one_rep_kg = left.max(self.start_kg * KEPT).min(self.one_rep_kg);
        }
    }
}

/// Repetitions to failure at a share of the one-repetition maximum: the inverse of the chart, and
/// Epley's formula beyond it.
pub(super) fn reps_to_failure(share: f64) -> f64 {
    if share > 1.0 {
        return 0.0;
    }
    let tenths = (10..=150u8).map(|tenth| f64::from(tenth) / 10.0);
    let charted = tenths.take_while(|k| percent(*k).is_some_and(|at| at >= share)).last().unwrap_or(1.0);
    if charted < 15.0 { charted } else { (30.0 * (1.0 / share.max(0.01) - 1.0)).clamp(15.0, MOST_REPS) }
}
