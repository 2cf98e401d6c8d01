//! The table of rules: the first that matches decides.

use jiff::Timestamp;

use super::reading::Reading;
use super::ret::{self, Current};
use super::say::{amount, done, load, number, short};
use super::{Context, LoadState, Memory, Offer};
use crate::domain::plan::Prescribed;
use crate::domain::session::{Decision, LoadPoint, LoggedSet, Rule, SetKind};
use crate::domain::strength::weight_for;

/// How far above the top a set is ever asked to go before a step or a harder variation.
const MOST_EXTRA: u16 = 5;

/// Decides what comes after a session, from its own copy of the prescription. `state` is what stood
/// before that session. None without a working set of the exercise or without prescribed sets.
#[must_use]
pub fn decide(
    state: Option<&LoadState>,
    prescribed: &Prescribed,
    sets: &[LoggedSet],
    context: &Context<'_>,
) -> Option<(Decision, LoadState)> {
    let case = Case::of(state, prescribed, sets, context)?;
    let verdict = case.judge();
    Some(case.settle(verdict))
}

/// Everything that the rules look at.
struct Case<'a> {
    state: Option<&'a LoadState>,
    context: &'a Context<'a>,
    reading: Reading<'a>,
    /// What stood, after any pause.
    now: Option<Current>,
    memory: Memory,
    from: LoadPoint,
    last_at: Timestamp,
}

/// What a rule says.
struct Verdict {
    rule: Rule,
    kg: f64,
    because: String,
    flips_if: String,
    memory: Memory,
}

impl<'a> Case<'a> {
    fn of(
        state: Option<&'a LoadState>,
        prescribed: &Prescribed,
        sets: &'a [LoggedSet],
        context: &'a Context<'a>,
    ) -> Option<Self> {
        let first = prescribed.sets.first()?;
        let times = || {
            let own = sets.iter().filter(|set| set.is_working() && set.exercise_id == context.exercise.id);
            own.map(|set| set.logged_at)
        };
        let (began, ended) = (times().min()?, times().max()?);
        let now = state.map(|state| ret::at(state, context, began));
        let memory = now.as_ref().map(|now| now.memory.clone()).unwrap_or_default();
        let standing = now.as_ref().and_then(|now| now.point.weight_kg);
        let reading = Reading::of(prescribed, sets, context, &memory, standing)?;
        let from = LoadPoint {
            weight_kg: first.weight_kg.or(standing),
            reps_min: first.reps_min,
            reps_max: first.reps_max,
            rpe: first.rpe,
        };
        let last_at = state.and_then(|state| state.last_at).map_or(ended, |last| last.max(ended));
        Some(Self { state, context, reading, now, memory, from, last_at })
    }

    /// First match wins.
    fn judge(&self) -> Verdict {
        self.pain()
            .or_else(|| self.deload())
            .or_else(|| self.restore())
            .or_else(|| self.advance())
            .unwrap_or_else(|| self.hold())
    }

    fn pain(&self) -> Option<Verdict> {
        if !self.reading.pain() {
            return None;
        }
        let lifted = self.reading.lifted_kg;
        let standing = self.from.weight_kg.map_or(lifted, Context::sane);
        let kg = self.context.settle_down(self.context.easier_of(standing, lifted));
        let because = format!(
            "You reported pain, so it stays at {}; if it comes again, swap the exercise or have it looked at.",
            load(kg, self.context)
        );
        let memory = Memory { tops: 0, ..self.carried() };
        let flips_if = "Without pain the repetitions would have decided.".to_owned();
        Some(Verdict { rule: Rule::Hold, kg, because, flips_if, memory })
    }

    fn deload(&self) -> Option<Verdict> {
        let reading = &self.reading;
        let worn = reading.mean_rpe().is_some_and(|rpe| rpe >= 9.5);
        if !reading.missed() || !(self.memory.misses > 0 || worn) {
            return None;
        }
        let lifted = Context::sane(reading.lifted_kg);
        let why = if self.memory.misses > 0 { "under the range twice running" } else { "a miss at this effort" };
        let bottom = amount(self.from.reps_min.into(), self.context);
        let flips_if = format!("With every set at {bottom} or more the load would have stayed.");
        let base = Memory { misses: 0, tops: 0, ..self.fresh() };
        if self.context.easier(lifted).is_none() {
            let kg = self.context.settle_down(lifted);
            let memory = Memory { offer: Some(Offer::Easier), ..base };
            let because = format!(
                "{}: {why}, and {} is the least there is, so it stays; an easier variation would help.",
                done(reading),
                load(kg, self.context)
            );
            return Some(Verdict { rule: Rule::Hold, kg, because, flips_if, memory });
        }
        let kg = self.deloaded(lifted);
        let because = format!("{}: {why}, so it goes down to {}.", done(reading), load(kg, self.context));
        let memory = Memory { deloads: self.memory.deloads.saturating_add(1), ..base };
        Some(Verdict { rule: Rule::Deload, kg, because, flips_if, memory })
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
    fn restore(&self) -> Option<Verdict> {
        let back = self.now.as_ref().is_some_and(|now| now.first_back);
        let before = self.state?.point.weight_kg.map(|kg| self.context.settle(Context::sane(kg)))?;
        let lighter = self.context.is_harder(before, self.reading.lifted_kg);
        if !(back && lighter && self.reading.all_at_top(0, self.context)) {
            return None;
        }
        let because = format!(
            "{} in the first session back: {} from before the pause is yours again.",
            done(&self.reading),
            load(before, self.context)
        );
        let flips_if = "Any set short of the top would have kept the lighter load.".to_owned();
        let memory = Memory { misses: 0, tops: 0, ..self.fresh() };
        Some(Verdict { rule: Rule::Return, kg: before, because, flips_if, memory })
    }

    fn advance(&self) -> Option<Verdict> {
        let (reading, context) = (&self.reading, self.context);
        let at_top = reading.all_at_top(0, context);
        let easy = reading.mean_over_target().is_none_or(|over| over <= 0.5);
        let earned = at_top && (easy || self.memory.tops > 0);
        if !(earned || self.open_ended_top()) {
            return None;
        }
        let lifted = reading.lifted_kg;
        let Some(next) = context.harder(lifted) else {
            return Some(self.nothing_to_add());
        };
        let percent = context.step_percent(lifted).unwrap_or(0.0);
        let extra = extra_reps(percent);
        if !reading.all_at_top(extra.into(), context) && extra > 0 {
            return Some(self.reps_first(extra, percent, next));
        }
        let top = amount(u32::from(self.from.reps_max.max(self.from.reps_min)) + u32::from(extra), context);
        let because = format!("{}: every set earned it, so it goes up to {}.", done(reading), load(next, context));
        let flips_if = match self.from.rpe {
            Some(rpe) => format!(
                "A set under {top}, or a mean RPE above {}, would have kept {}.",
                number(rpe + 0.5),
                load(lifted, context)
            ),
            None => format!("A set under {top} would have kept {}.", load(lifted, context)),
        };
        let memory = Memory { after_big_step: percent > 10.0, ..Memory::default() };
        Some(Verdict { rule: Rule::Advance, kg: next, because, flips_if, memory })
    }

    /// Without RPEs the last set of a new range was open-ended; three above the top show that the
    /// load is far too light.
    fn open_ended_top(&self) -> bool {
        let reading = &self.reading;
        let open = |last: &super::reading::Read<'_>| {
            last.set.kind == SetKind::Amrap && last.set.rpe.is_none() && last.count >= last.top.saturating_add(3)
        };
        self.state.is_none() && reading.complete && !reading.missed() && reading.asked.last().is_some_and(open)
    }

    /// The step is more than 10%: repetitions come first.
    fn reps_first(&self, extra: u16, percent: f64, next: f64) -> Verdict {
        let kg = self.context.settle(self.reading.lifted_kg);
        let goal = amount(u32::from(self.from.reps_max) + u32::from(extra), self.context);
        let step = if percent.is_finite() { format!("{}% more", number(percent.round())) } else { "a big step".to_owned() };
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
    fn nothing_to_add(&self) -> Verdict {
        let kg = self.context.settle(self.reading.lifted_kg);
        let full = self.reading.all_at_top(MOST_EXTRA.into(), self.context);
        let goal = amount(u32::from(self.from.reps_max) + u32::from(MOST_EXTRA), self.context);
        let because = if full {
            format!("{}: there is nothing to add, so it is time for a harder variation.", done(&self.reading))
        } else {
            format!("{}: there is nothing to add, so every set goes on to {goal}.", done(&self.reading))
        };
        let flips_if = format!("Every set at {goal} brings a harder variation; a load to add would be taken.");
        let memory =
            Memory { extra_reps: MOST_EXTRA, offer: full.then_some(Offer::Harder), ..self.carried() };
        Verdict { rule: Rule::Hold, kg, because, flips_if, memory }
    }

    fn hold(&self) -> Verdict {
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
        } else if !reading.complete {
            format!("{} of {} sets done: stay at {at} and finish them all.", reading.asked.len(), reading.prescribed)
        } else if let Some(short) = short(reading, extra.into()) {
            format!("{done}: stay at {at}, {unit} more on {short}.")
        } else if reading.all_at_top(0, context) {
            format!("{done}: every set is at the top but it was hard, so {at} once more.")
        } else {
            format!("{done}, lighter than planned: stay at {at}.")
        };
        let top = amount(u32::from(self.from.reps_max) + u32::from(extra), context);
        let flips_if = if missed {
            "A set under the range again next time would lower the load.".to_owned()
        } else {
            format!("Every set at {top} with the planned load would have moved it up.")
        };
        Verdict { rule: Rule::Hold, kg, because, flips_if, memory: self.carried() }
    }

    /// What a session that leaves the load where it is hands on.
    fn carried(&self) -> Memory {
        let reading = &self.reading;
        let missed = reading.missed();
        let top = reading.all_at_top(0, self.context);
        let moved = self.from.weight_kg.is_some_and(|from| self.context.is_harder(from, reading.lifted_kg));
        Memory {
            misses: if missed { self.memory.misses.saturating_add(1) } else { 0 },
            tops: if top { self.memory.tops.saturating_add(1) } else { 0 },
            deloads: if missed { self.memory.deloads } else { 0 },
            extra_reps: if moved { 0 } else { self.memory.extra_reps },
            lowered_bottom: self.lowered(),
            ..Memory::default()
        }
    }

    /// What a session that moves the load hands on.
    fn fresh(&self) -> Memory {
        Memory { deloads: self.memory.deloads, ..Memory::default() }
    }

    /// The lowered bottom, as long as it is needed.
    fn lowered(&self) -> Option<u16> {
        if self.reading.all_at_written_bottom() {
            return None;
        }
        let lowest = self.reading.asked.iter().map(|read| read.bottom).min()?;
        let lowest = u16::try_from(lowest).unwrap_or(u16::MAX);
        (lowest < self.from.reps_min).then_some(lowest)
    }

    fn settle(self, verdict: Verdict) -> (Decision, LoadState) {
        let next = LoadPoint { weight_kg: Some(verdict.kg), ..self.from.clone() };
        let memory = Memory {
            last_counts: self.reading.counts(),
            last_rpe: self.reading.mean_rpe(),
            last_kg: Some(self.reading.lifted_kg),
            e1rm_kg: self.reading.best_e1rm(self.context).or(self.memory.e1rm_kg),
            manual_at: self.memory.manual_at,
            ..verdict.memory
        };
        let decision = Decision {
            exercise_id: self.context.exercise.id.clone(),
            rule: verdict.rule,
            from: self.from,
            next: next.clone(),
            set_ids: self.reading.all.iter().map(|read| read.set.id.clone()).collect(),
            because: verdict.because,
            flips_if: verdict.flips_if,
        };
        let state =
            LoadState { point: next, last_rule: verdict.rule, last_at: Some(self.last_at), memory };
        (decision, state)
    }
}

/// Repetitions above the top that a step of this size asks for first: ⌈(step% − 10) ÷ 3⌉, at most 5.
fn extra_reps(percent: f64) -> u16 {
    (0..MOST_EXTRA).find(|extra| percent <= 3.0f64.mul_add(f64::from(*extra), 10.0) + 1e-9).unwrap_or(MOST_EXTRA)
}
