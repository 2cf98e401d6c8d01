//! The rules that leave a load where it is: repetitions before a big step, nothing to add, hold.

use super::decide::{Case, Verdict};
use super::say::{amount, done, load, number, short};
use super::{Memory, Offer};
use crate::domain::session::Rule;

/// How far above the top a set is ever asked to go before a step or a harder variation.
pub(super) const MOST_EXTRA: u16 = 5;

impl Case<'_> {
    /// The step is more than 10%: repetitions come first.
    pub(super) fn reps_first(&self, extra: u16, percent: f64, next: f64) -> Verdict {
        let kg = self.context.settle(self.reading.lifted_kg);
        let goal = amount(u32::from(self.from.reps_max) + u32::from(extra), self.context);
        let step = if percent.is_finite() {
            format!("{}% more", number(percent.round()))
        } else {
            "a big step".to_owned()
        };
        let because = format!(
            "{}: {} would be {step}, so first every set to {goal} with {}.",
            done(&self.reading),
            load(next, self.context),
            load(kg, self.context)
        );
        let flips_if = format!("Every set at {goal} would have taken the step.");
        let memory = Memory { extra_reps: extra, ..self.carried() };
        Verdict { rule: Rule::Hold, kg, because, flips_if, memory }
    }

    /// Repetitions to top + 5, then a harder variation.
    pub(super) fn nothing_to_add(&self) -> Verdict {
        let kg = self.context.settle(self.reading.lifted_kg);
        let full = self.reading.all_at_top(MOST_EXTRA.into(), self.context);
        let goal = amount(u32::from(self.from.reps_max) + u32::from(MOST_EXTRA), self.context);
        let because = if full {
            format!("{}: there is nothing to add, so it is time for a harder variation.", done(&self.reading))
        } else {
            format!("{}: there is nothing to add, so every set goes on to {goal}.", done(&self.reading))
        };
        let flips_if =
            format!("Every set at {goal} brings a harder variation; a load to add would be taken.");
        let memory =
            Memory { extra_reps: MOST_EXTRA, offer: full.then_some(Offer::Harder), ..self.carried() };
        Verdict { rule: Rule::Hold, kg, because, flips_if, memory }
    }

    /// The load lifted is above the one that stood: it went up within the session.
    fn moved_up(&self) -> bool {
        self.from.weight_kg.is_some_and(|from| self.context.is_harder(self.reading.lifted_kg, from))
    }

    pub(super) fn hold(&self) -> Verdict {
        let (reading, context) = (&self.reading, self.context);
        let lifted = reading.lifted_kg;
        let missed = reading.missed();
        let kg = if missed { context.settle_down(lifted) } else { context.settle(lifted) };
        let extra = self.memory.extra_reps;
        let at = load(kg, context);
        let done = done(reading);
        let unit = if context.exercise.is_timed() { "a second" } else { "one rep" };
        let because = if missed {
            let goal = amount(self.from.reps_min.into(), context);
            format!("{done}, under {goal}: stay at {at} and bring every set into the range (miss 1 of 2).")
        } else if self.moved_up() {
            format!("{done}: you moved up to {at} today; stay there.")
        } else if !reading.complete {
            format!(
                "{} of {} sets done: stay at {at} and finish them all.",
                reading.asked.len(),
                reading.prescribed
            )
        } else if let Some(short) = short(reading, extra.into()) {
            let when = if self.hard_sessions() == 1 { " once it is easier" } else { "" };
            format!("{done}: stay at {at}, {unit} more on {short}{when}.")
        } else if reading.all_at_top(0, context) {
            format!("{done}: every set is at the top but it was hard, so {at} once more.")
        } else {
            format!("{done}, lighter than planned: stay at {at}.")
        };
        Verdict { rule: Rule::Hold, kg, because, flips_if: self.would_move(), memory: self.carried() }
    }

    /// What would have moved a load that stays.
    fn would_move(&self) -> String {
        let (reading, context) = (&self.reading, self.context);
        if reading.missed() && context.easier(reading.lifted_kg).is_some() {
            return "A mean RPE of 9.5, or a miss the time before, would have lowered it.".to_owned();
        }
        match self.from.rpe {
            Some(target) if reading.all_at_top(0, context) => {
                format!("A mean RPE of {} or less would have moved it up.", number(target + 0.5))
            }
            _ => {
                let top = u32::from(self.from.reps_max) + u32::from(self.memory.extra_reps);
                format!("Every set at {} with the planned load would have moved it up.", amount(top, context))
            }
        }
    }
}
