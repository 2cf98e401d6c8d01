//! A simulated person who trains: true strength that adapts and decays, fatigue, good and bad days,
//! missed days, an RPE that is misjudged or left out. Pure and deterministic: the same seed and the
//! same training give the same answers. Owns only how a body and a habit behave; it refuses to know
//! the rules, so that rules are tried against something that did not read them.

mod body;
mod habit;
mod random;
mod start;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use jiff::Timestamp;

pub use habit::{Attendance, RpeHabit};

use self::body::{Body, Capacity};
use self::random::Random;
use super::exercise::{Exercise, ExerciseId};
use super::profile::Experience;
use super::session::NextSet;

/// Repetitions that a person leaves in an open-ended set ("stop two short").
const LEFT_IN_OPEN_SET: f64 = 2.0;

/// How much harder than its target a set may get before a person ends it, points of RPE.
const PAST_TARGET: f64 = 1.0;

/// What a person made of a set that was asked of them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Attempt {
    /// Repetitions done, 0 to 100; None for a timed exercise.
    pub reps: Option<u16>,
    /// Seconds held, for a timed exercise.
    pub duration_seconds: Option<u32>,
    /// How hard they say it was, 1 to 10 in halves, if they say so.
    pub rpe: Option<f64>,
}

/// A person. Made with [`Lifter::typical`] and bent with the other constructors' knobs.
#[derive(Debug, Clone)]
pub struct Lifter {
    body: Body,
    attendance: Attendance,
    rpe: RpeHabit,
    random: Random,
    last_day: Option<i64>,
}

impl Lifter {
    /// An intermediate person of 78 kg who misses one planned session in sixteen and judges RPE to
    /// half a point as a rule, leaving it out now and then.
    #[must_use]
    pub fn typical(seed: u64) -> Self {
        Self {
            body: Body::new(seed, 78.0, Experience::Intermediate),
            attendance: Attendance::Planned { missed: 1.0 / 16.0 },
            rpe: RpeHabit::Judged { bias: 0.0, spread: 0.35, missing: 0.08 },
            random: Random::new(seed),
            last_day: None,
        }
    }

    /// Another bodyweight, kilograms (20 to 400), and experience; to be called before any training.
    #[must_use]
    pub fn built(mut self, bodyweight_kg: f64, experience: Experience) -> Self {
        self.body = Body::new(self.body.seed(), bodyweight_kg, experience);
        self
    }

    /// Comes by another rule.
    #[must_use]
    pub const fn attending(mut self, attendance: Attendance) -> Self {
        self.attendance = attendance;
        self
    }

    /// Speaks of effort in another way.
    #[must_use]
    pub const fn judging(mut self, rpe: RpeHabit) -> Self {
        self.rpe = rpe;
        self
    }

    /// Never gives an RPE.
    #[must_use]
    pub const fn never_gives_rpe(self) -> Self {
        self.judging(RpeHabit::Never)
    }

    /// Says 9.5 after every set.
    #[must_use]
    pub const fn always_says_9_5(self) -> Self {
        self.judging(RpeHabit::Always(9.5))
    }

    /// Comes every so many days whatever the plan says; 0 counts as 1.
    #[must_use]
    pub const fn trains_every_n_days(self, days: u16) -> Self {
        self.attending(Attendance::EveryDays(days))
    }

    /// Is this strong in an exercise: kilograms of total load for one repetition.
    #[must_use]
    pub fn with_strength(mut self, exercise: &Exercise, one_rep_kg: f64) -> Self {
        self.body.set_strength(exercise, one_rep_kg);
        self
    }

    /// True strength, kilograms of total load for one fresh repetition on an average day. None for
    /// an exercise that this person never tried.
    #[must_use]
    pub fn strength_kg(&self, exercise_id: &str) -> Option<f64> {
        self.body.strength_kg(exercise_id)
    }

    /// True strength in everything tried, as [`Lifter::strength_kg`].
    #[must_use]
    pub fn strengths(&self) -> BTreeMap<ExerciseId, f64> {
        self.body.strengths()
    }

    /// Whether they come on this day; to be asked once a day, in order. `day` counts days from any
    /// fixed one; `planned` says that the plan has a session for it.
    pub fn comes_on(&mut self, day: i64, planned: bool) -> bool {
        let since = self.last_day.map(|last| day.saturating_sub(last));
        let comes = self.attendance.comes(since, planned, &mut self.random);
        if comes {
            self.last_day = Some(day);
        }
        comes
    }

    /// Comes into the gym: what the time since the last session did to body and strength happens
    /// now, and the day's form is drawn. To be called before the first set of a session.
    pub fn arrive(&mut self, at: Timestamp) {
        let form = self.random.normal();
        self.body.arrive(at, form);
    }

    /// Rests as told, then lifts what was asked: that many repetitions or seconds, or fewer once it
    /// gets a point harder than it should; an open-ended set up to two short of failure. Down to
    /// `bottom`, the fewest of the prescribed range, they go on as long as it moves. Warm-ups are
    /// done as told and without a word.
    pub fn lift(&mut self, exercise: &Exercise, asked: &NextSet, bottom: u16) -> Attempt {
        self.body.rest(f64::from(asked.rest_seconds));
        let can = self.body.capacity(exercise, asked.weight_kg.unwrap_or(0.0));
        let goal = goal(asked, &can);
        let stop = asked.rpe.filter(|rpe| rpe.is_finite() && self.rpe.heeds());
        let enough = stop.map_or(can.most, |rpe| can.until(rpe + PAST_TARGET)).max(bottom.into());
        let done = goal.min(enough.floor()).min(can.most.floor()).clamp(0.0, can.longest());
        if asked.kind.is_warmup() {
            return attempt(exercise, done, None);
        }
        let rpe = can.rpe(done);
        self.body.work(exercise, rpe);
        attempt(exercise, done, self.rpe.reported(rpe, &mut self.random))
    }
}

/// What they go for: repetitions, or seconds.
fn goal(asked: &NextSet, can: &Capacity) -> f64 {
    if asked.kind.is_open_ended() {
        return (can.most - LEFT_IN_OPEN_SET).floor().max(1.0);
    }
    let seconds = asked.duration_seconds.and_then(|seconds| u16::try_from(seconds).ok());
    let count = if can.timed { seconds.or(asked.reps) } else { asked.reps.or(seconds) };
    f64::from(count.unwrap_or(1))
}

fn attempt(exercise: &Exercise, done: f64, rpe: Option<f64>) -> Attempt {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 3600, whole")]
    let count = done.clamp(0.0, 3600.0) as u16;
    let timed = exercise.is_timed();
    Attempt { reps: (!timed).then_some(count), duration_seconds: timed.then_some(count.into()), rpe }
}
