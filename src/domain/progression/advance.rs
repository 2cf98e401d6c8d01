//! The rules that move a load: deload, restore after a pause, advance; and pain, which forbids it.

use super::decide::{Case, Verdict};
use super::reading::Read;
use super::say::{amount, done_in, load};
use super::{Context, Memory, Offer};
use crate::domain::loads::SAME_KG;
use crate::domain::policy::{EASY_OVER, MOST_EXTRA, UNDER_REPS, WORN_RPE};
use crate::domain::session::Rule;
use crate::domain::strength::weight_for;
use crate::reason;

impl Case<'_> {
    pub(super) fn pain(&self) -> Option<Verdict> {
        if !self.reading.pain() {
            return None;
        }
        let lifted = self.reading.lifted_kg;
        let standing = self.from.weight_kg.map_or(lifted, Context::sane);
        let kg = self.context.loadable_below(self.context.easier_of(standing, lifted));
        let reason = reason!("hold_pain", load = load(kg, self.context));
        let memory = Memory { tops: 0, ..self.carried() };
        let flips = reason!("flips_without_pain");
        Some(Verdict { rule: Rule::Hold, kg, reason, flips, memory })
    }

    pub(super) fn deload(&self) -> Option<Verdict> {
        let reading = &self.reading;
        let worn = reading.mean_rpe().is_some_and(|rpe| rpe >= WORN_RPE);
        if !reading.missed() || !(self.memory.misses > 0 || worn) {
            return None;
        }
        let lifted = Context::sane(reading.lifted_kg);
        let twice = self.memory.misses > 0;
        let flips = reason!("flips_in_range", amount = amount(self.from.reps_min.into(), self.context));
        let base = Memory { misses: 0, tops: 0, ..self.fresh() };
        if self.context.easier(lifted).is_none() {
            let kg = self.context.loadable_below(lifted);
            let memory = Memory { offer: Some(Offer::Easier), ..base };
            let (done, load) = (done_in(reading), load(kg, self.context));
            let reason = if twice {
                reason!("hold_least_after_two_misses", done = done, load = load)
            } else {
                reason!("hold_least_after_hard_miss", done = done, load = load)
            };
            return Some(Verdict { rule: Rule::Hold, kg, reason, flips, memory });
        }
        let kg = self.deloaded(lifted);
        let (done, load) = (done_in(reading), load(kg, self.context));
        let reason = if twice {
            reason!("deload_after_two_misses", done = done, load = load)
        } else {
            reason!("deload_after_hard_miss", done = done, load = load)
        };
        let deloads = self.memory.deloads.saturating_add(1);
        let memory = Memory { deloads, failed_kg: Some(lifted), ..base };
        Some(Verdict { rule: Rule::Deload, kg, reason, flips, memory })
    }

    /// 90%, rounded down and at least a step; the second in a row goes to what the e1RM gives, if
    /// that is easier.
    fn deloaded(&self, lifted: f64) -> f64 {
        let context = self.context;
        let mut kg = context.scaled(lifted, 0.9);
        if !context.is_harder(lifted, kg) {
            kg = context.easier(lifted).unwrap_or(kg);
        }
        let e1rm = self.reading.best_e1rm(context).or(self.memory.e1rm_kg);
        let given = e1rm.and_then(|max| weight_for(max, self.from.reps_min.into(), self.from.rpe));
        match given {
            Some(total) if self.memory.deloads > 0 => context.easier_of(kg, context.at_effort(total)),
            _ => kg,
        }
    }

    /// All sets at the top in the first session back bring the load from before the pause.
    pub(super) fn restore(&self) -> Option<Verdict> {
        let back = self.now.as_ref().is_some_and(|now| now.first_back);
        let before =
            self.state?.point.weight_kg.map(|kg| self.context.nearest_loadable(Context::sane(kg)))?;
        let lighter = self.context.is_harder(before, self.reading.lifted_kg);
        if !(back && lighter && self.reading.all_at_top(0, self.context)) {
            return None;
        }
        let (done, load) = (done_in(&self.reading), load(before, self.context));
        let reason = reason!("return_earned", done = done, load = load);
        let flips = reason!("flips_short_of_top");
        let memory = Memory { misses: 0, tops: 0, ..self.fresh() };
        Some(Verdict { rule: Rule::Return, kg: before, reason, flips, memory })
    }

    pub(super) fn advance(&self) -> Option<Verdict> {
        let (reading, context) = (&self.reading, self.context);
        let at_top = reading.all_at_top(0, context);
        let easy = reading.mean_over_target().is_none_or(|over| over <= EASY_OVER);
        let earned = at_top && (easy || self.memory.tops > 0);
        let ramped = self.open_ended_top();
        if !(earned || ramped) {
            return None;
        }
        let lifted = reading.lifted_kg;
        let Some(next) = context.harder(lifted) else {
            return Some(self.nothing_to_add());
        };
        if self.is_far_above(next) {
            return None;
        }
        let percent = context.step_percent(lifted).unwrap_or(0.0);
        let extra = extra_reps(percent);
        if !ramped && !reading.all_at_top(extra.into(), context) && extra > 0 {
            return Some(self.reps_first(extra, percent, next));
        }
        let top = amount(u32::from(self.from.reps_max.max(self.from.reps_min)) + u32::from(extra), context);
        let reason = reason!("advance_earned", done = done_in(reading), load = load(next, context));
        let load = load(lifted, context);
        let flips = match self.from.rpe {
            Some(rpe) => reason!("flips_short_or_hard", amount = top, rpe = rpe + EASY_OVER, load = load),
            None => reason!("flips_short", amount = top, load = load),
        };
        let memory = Memory { after_big_step: percent > 10.0, ..Memory::default() };
        Some(Verdict { rule: Rule::Advance, kg: next, reason, flips, memory })
    }

    /// The load went up within the session, and a step more would be over 10% above its lightest
    /// set: what it went up to is enough for one session. A new range ramps.
    fn is_far_above(&self, next: f64) -> bool {
        let context = self.context;
        let sets = self.reading.asked.iter().map(|read| read.kg);
        let Some(lightest) = sets.reduce(|a, b| context.easier_of(a, b)) else { return false };
        let moved = context.is_harder(self.reading.lifted_kg, lightest);
        moved && !self.is_ramping() && context.effort(next) > context.effort(lightest) * 1.1 + SAME_KG
    }

    /// No session before this one found the load of the range.
    fn is_ramping(&self) -> bool {
        self.state.is_none_or(|state| state.memory.ramping)
    }

    /// Without RPEs the last set of a new range was open-ended; three above the top show that the
    /// load is far too light.
    fn open_ended_top(&self) -> bool {
        let reading = &self.reading;
        let open = |last: &Read<'_>| {
            last.set.kind.is_open_ended() && last.count >= last.top.saturating_add(UNDER_REPS)
        };
        self.is_ramping() && reading.complete && !reading.missed() && reading.asked.last().is_some_and(open)
    }
}

/// Repetitions above the top that a step of this size asks for first: ⌈(step% − 10) ÷ 3⌉, at most 5.
fn extra_reps(percent: f64) -> u16 {
    (0..MOST_EXTRA)
        .find(|extra| percent <= 3.0f64.mul_add(f64::from(*extra), 10.0) + 1e-9)
        .unwrap_or(MOST_EXTRA)
}
