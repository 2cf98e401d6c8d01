//! The rules that leave a load where it is: repetitions before a big step, nothing to add, hold.

use super::decide::{Case, Verdict};
use super::say::{amount, done_in, load, short};
use super::{Memory, Offer};
use crate::domain::policy::{EASY_OVER, MISSES, MOST_EXTRA, WORN_RPE};
use crate::domain::reason::Reason;
use crate::domain::session::Rule;
use crate::reason;

impl Case<'_> {
    /// The step is more than 10%: repetitions come first.
    pub(super) fn reps_first(&self, extra: u16, percent: f64, next: f64) -> Verdict {
        let context = self.context;
        let kg = context.nearest_loadable(self.reading.lifted_kg);
        let goal = amount(u32::from(self.from.reps_max) + u32::from(extra), context);
        let flips = reason!("flips_step", amount = goal.clone());
        let (done, next, load) = (done_in(&self.reading), load(next, context), load(kg, context));
        let reason = if percent.is_finite() {
            let percent = percent.round();
            reason!(
                "hold_reps_first",
                done = done,
                next = next,
                percent = percent,
                amount = goal,
                load = load
            )
        } else {
            reason!("hold_reps_before_big_step", done = done, next = next, amount = goal, load = load)
        };
        let memory = Memory { extra_reps: extra, ..self.carried() };
        Verdict { rule: Rule::Hold, kg, reason, flips, memory }
    }

    /// Repetitions to top + 5, then a harder variation.
    pub(super) fn nothing_to_add(&self) -> Verdict {
        let kg = self.context.nearest_loadable(self.reading.lifted_kg);
        let full = self.reading.all_at_top(MOST_EXTRA.into(), self.context);
        let goal = amount(u32::from(self.from.reps_max) + u32::from(MOST_EXTRA), self.context);
        let flips = reason!("flips_harder_variation", amount = goal.clone());
        let done = done_in(&self.reading);
        let reason = if full {
            reason!("hold_harder_variation", done = done)
        } else {
            reason!("hold_nothing_to_add", done = done, amount = goal)
        };
        let memory =
            Memory { extra_reps: MOST_EXTRA, offer: full.then_some(Offer::Harder), ..self.carried() };
        Verdict { rule: Rule::Hold, kg, reason, flips, memory }
    }

    /// The load lifted is above the one that stood: it went up within the session.
    fn moved_up(&self) -> bool {
        self.from.weight_kg.is_some_and(|from| self.context.is_harder(self.reading.lifted_kg, from))
    }

    pub(super) fn hold(&self) -> Verdict {
        let lifted = self.reading.lifted_kg;
        let missed = self.reading.missed();
        let kg =
            if missed { self.context.loadable_below(lifted) } else { self.context.nearest_loadable(lifted) };
        let reason = if missed { self.missed_once(kg) } else { self.stays(kg) };
        Verdict { rule: Rule::Hold, kg, reason, flips: self.would_move(), memory: self.carried() }
    }

    fn missed_once(&self, kg: f64) -> Reason {
        let (done, load) = (done_in(&self.reading), load(kg, self.context));
        let goal = amount(self.from.reps_min.into(), self.context);
        let miss = self.memory.misses.saturating_add(1);
        reason!("hold_missed", done = done, amount = goal, load = load, miss = miss, misses = MISSES)
    }

    /// Why a load stays though no set fell under the range.
    fn stays(&self, kg: f64) -> Reason {
        let (reading, context) = (&self.reading, self.context);
        let (done, load) = (done_in(reading), load(kg, context));
        let short = short(reading, self.memory.extra_reps.into());
        if self.moved_up() {
            reason!("hold_moved_up", done = done, load = load)
        } else if !reading.complete {
            let (sets, asked) = (reading.asked.len(), reading.prescribed);
            reason!("hold_unfinished", sets_done = sets, sets_asked = asked, load = load)
        } else if !short.is_empty() {
            self.one_more(done, load, short)
        } else if reading.all_at_top(0, context) {
            reason!("hold_hard_at_top", done = done, load = load)
        } else {
            reason!("hold_lighter", done = done, load = load)
        }
    }

    /// One repetition or second more on the sets that fell short.
    fn one_more(&self, done: Reason, load: Reason, sets: Vec<u16>) -> Reason {
        let n = sets.len();
        match (self.context.exercise.is_timed(), self.hard_sessions() == 1) {
            (false, false) => reason!("hold_one_rep_more", done = done, load = load, n = n, sets = sets),
            (true, false) => reason!("hold_one_second_more", done = done, load = load, n = n, sets = sets),
            (false, true) => {
                reason!("hold_one_rep_more_once_easier", done = done, load = load, n = n, sets = sets)
            }
            (true, true) => {
                reason!("hold_one_second_more_once_easier", done = done, load = load, n = n, sets = sets)
            }
        }
    }

    /// What would have moved a load that stays.
    fn would_move(&self) -> Reason {
        let (reading, context) = (&self.reading, self.context);
        if reading.missed() && context.easier(reading.lifted_kg).is_some() {
            return reason!("flips_worn_or_second_miss", rpe = WORN_RPE);
        }
        match self.from.rpe {
            Some(target) if reading.all_at_top(0, context) => {
                reason!("flips_easier", rpe = target + EASY_OVER)
            }
            _ => {
                let top = u32::from(self.from.reps_max) + u32::from(self.memory.extra_reps);
                reason!("flips_top", amount = amount(top, context))
            }
        }
    }
}
