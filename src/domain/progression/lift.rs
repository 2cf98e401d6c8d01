//! Harder and easier, whatever the load means: for an assisted exercise less of it is harder, for a
//! bodyweight one the body is part of it.

use super::Context;
use crate::domain::exercise::BodyweightUse;
use crate::domain::loads::SAME_KG;
use crate::domain::policy::ASSUMED_BODYWEIGHT_KG;
use crate::domain::set_bounds::MOST_KG;
use crate::domain::strength::total_load;

impl Context<'_> {
    /// Everything that moves, kilograms. None if the bodyweight is needed and unknown.
    #[must_use]
    pub fn total_kg(&self, external_kg: f64) -> Option<f64> {
        total_load(external_kg, self.bodyweight_kg, self.exercise.bodyweight)
    }

    /// A weight as logged, made safe: finite, and a load that can be meant.
    pub(crate) fn sane(kg: f64) -> f64 {
        if kg.is_finite() { kg.clamp(0.0, MOST_KG) } else { 0.0 }
    }

    fn assisted(&self) -> bool {
        self.exercise.bodyweight == BodyweightUse::Assisted
    }

    fn body(&self) -> f64 {
        self.bodyweight_kg.filter(|kg| kg.is_finite() && *kg > 0.0).unwrap_or(ASSUMED_BODYWEIGHT_KG)
    }

    /// Everything that moves, with a bodyweight assumed where there is none; never below 0.
    pub(crate) fn effort(&self, external_kg: f64) -> f64 {
        match self.exercise.bodyweight {
            BodyweightUse::None => external_kg,
            BodyweightUse::Full => self.body() + external_kg,
            BodyweightUse::Assisted => (self.body() - external_kg).max(0.0),
        }
    }

    /// Whether `a` is clearly harder than `b`.
    pub(crate) fn is_harder(&self, a: f64, b: f64) -> bool {
        if self.assisted() { b - a > SAME_KG } else { a - b > SAME_KG }
    }

    /// The easier of two loads.
    pub(crate) fn easier_of(&self, a: f64, b: f64) -> f64 {
        if self.is_harder(a, b) { b } else { a }
    }

    /// One step harder; None with nothing to add (or no help left to take off).
    #[must_use]
    pub fn harder(&self, kg: f64) -> Option<f64> {
        if self.assisted() {
            // Help that is not weighed (a band) cannot be taken off in steps.
            self.loads.below(kg).filter(|_| self.loads.above(kg).is_some())
        } else {
            self.loads.above(kg)
        }
    }

    /// One step easier; None at the least load (or with the whole body carried).
    #[must_use]
    pub fn easier(&self, kg: f64) -> Option<f64> {
        if self.assisted() {
            self.loads.above(kg).filter(|more| *more <= self.body())
        } else {
            self.loads.below(kg)
        }
    }

    /// What can be loaded, not harder than `kg` unless that is below the least.
    pub(crate) fn loadable_below(&self, kg: f64) -> f64 {
        if self.assisted() { self.loads.up(kg) } else { self.loads.down(kg) }
    }

    /// The loadable weight nearest to `kg`.
    pub(crate) fn nearest_loadable(&self, kg: f64) -> f64 {
        self.loads.nearest(kg)
    }

    /// The load at which `factor` times as much moves as at `kg`, rounded to the easier side.
    pub(crate) fn scaled(&self, kg: f64, factor: f64) -> f64 {
        self.at_effort(self.effort(kg) * factor)
    }

    /// The load at which `total` moves, rounded to the easier side.
    pub(crate) fn at_effort(&self, total: f64) -> f64 {
        match self.exercise.bodyweight {
            BodyweightUse::None => self.loads.down(total),
            BodyweightUse::Full => self.loads.down(total - self.body()),
            BodyweightUse::Assisted => self.loads.up(self.body() - total),
        }
    }

    /// How much more moves one step up, percent; None with nothing to add.
    pub(crate) fn step_percent(&self, kg: f64) -> Option<f64> {
        let next = self.effort(self.harder(kg)?);
        let now = self.effort(kg);
        Some(if now > SAME_KG { (next - now) / now * 100.0 } else { f64::INFINITY })
    }
}
