//! The week under construction: which exercises stand on which day, and how many sets each has.

use crate::domain::exercise::{Exercise, Muscle};
use crate::domain::plan_math::set_seconds;
use crate::domain::policy::SETUP_SECONDS;
use crate::domain::profile::Experience;

use super::template::Role;

/// One exercise of a day, with the sets given to it so far; none means it is not in the plan.
#[derive(Debug, Clone)]
pub struct Entry<'a> {
    /// Day, from 0.
    pub day: usize,
    /// What its slot is for; [`Role::Isolation`] for every single-joint exercise.
    pub role: Role,
    /// The exercise.
    pub exercise: &'a Exercise,
    /// Sets, 0 while unused.
    pub sets: u8,
    /// Rest after a set, seconds.
    pub rest: u32,
    shares: Vec<(Muscle, f64)>,
}

impl<'a> Entry<'a> {
    /// An entry without sets.
    pub fn new(day: usize, role: Role, exercise: &'a Exercise, rest: u32) -> Self {
        let shares = Muscle::ALL.iter().map(|&muscle| (muscle, exercise.share(muscle)));
        let shares = shares.filter(|(_, share)| *share > 0.0).collect();
        Self { day, role, exercise, sets: 0, rest, shares }
    }

    /// Seconds it would take with that many sets.
    pub fn seconds(&self, sets: u8) -> u64 {
        if sets == 0 {
            return 0;
        }
        let one = set_seconds(self.exercise.is_timed(), self.exercise.reps_max) + self.rest;
        u64::from(SETUP_SECONDS) + u64::from(sets) * u64::from(one)
    }

    /// The muscles it trains, each with what one set gives it.
    pub fn shares(&self) -> &[(Muscle, f64)] {
        &self.shares
    }
}

/// Weekly sets for each muscle.
#[derive(Debug, Clone, Default)]
pub struct Totals([f64; Muscle::ALL.len()]);

impl Totals {
    /// Sets of a muscle.
    pub fn get(&self, muscle: Muscle) -> f64 {
        self.0.get(muscle as usize).copied().unwrap_or(0.0)
    }

    fn add(&mut self, muscle: Muscle, sets: f64) {
        if let Some(total) = self.0.get_mut(muscle as usize) {
            *total += sets;
        }
    }
}

/// The whole week.
#[derive(Debug, Clone)]
pub struct Week<'a> {
    /// Every exercise that has a slot, by day and then in training order.
    pub entries: Vec<Entry<'a>>,
    /// Whose week it is; decides the band.
    pub experience: Experience,
    totals: Totals,
}

impl<'a> Week<'a> {
    /// A week in which nothing has sets yet.
    pub fn new(entries: Vec<Entry<'a>>, experience: Experience) -> Self {
        Self { entries, experience, totals: Totals::default() }
    }

    /// Weekly sets of a muscle.
    pub fn total(&self, muscle: Muscle) -> f64 {
        self.totals.get(muscle)
    }

    /// Sets of one entry; 0 for none.
    pub fn sets(&self, at: usize) -> u8 {
        self.entries.get(at).map_or(0, |entry| entry.sets)
    }

    /// Gives an entry its sets and keeps the totals.
    pub fn set(&mut self, at: usize, sets: u8) {
        let Some(entry) = self.entries.get_mut(at) else { return };
        let change = f64::from(sets) - f64::from(entry.sets);
        entry.sets = sets;
        for &(muscle, share) in &entry.shares {
            self.totals.add(muscle, change * share);
        }
    }

    /// The exercises of a day that have sets.
    pub fn open(&self, day: usize) -> impl Iterator<Item = &Entry<'a>> {
        self.entries.iter().filter(move |entry| entry.day == day && entry.sets > 0)
    }

    /// Seconds a day takes.
    pub fn seconds(&self, day: usize) -> u64 {
        self.open(day).map(|entry| entry.seconds(entry.sets)).sum()
    }

    /// How many days have a slot.
    pub fn days(&self) -> usize {
        self.entries.iter().map(|entry| entry.day + 1).max().unwrap_or(0)
    }
}
