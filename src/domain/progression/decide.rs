//! The table of rules: the first that matches decides.

use crate::domain::policy::HARD_RPE;
use jiff::Timestamp;

use super::layoff::{self, Current};
use super::reading::Reading;
use super::{Context, LoadState, Memory};
use crate::domain::loads::SAME_KG;
use crate::domain::plan::Prescribed;
use crate::domain::reason::Reason;
use crate::domain::session::{Decision, LoadPoint, LoggedSet, Rule};

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
    Some(case.decision(verdict))
}

/// Everything that the rules look at.
pub(super) struct Case<'a> {
    pub state: Option<&'a LoadState>,
    pub context: &'a Context<'a>,
    pub reading: Reading<'a>,
    /// What stood, after any pause.
    pub now: Option<Current>,
    pub memory: Memory,
    pub from: LoadPoint,
    pub last_at: Timestamp,
}

/// What a rule says.
pub(super) struct Verdict {
    pub rule: Rule,
    pub kg: f64,
    pub reason: Reason,
    pub flips: Reason,
    pub memory: Memory,
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
        let now = state.map(|state| layoff::at(state, context, began));
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

    /// What a session that leaves the load where it is hands on.
    pub(super) fn carried(&self) -> Memory {
        let reading = &self.reading;
        let missed = reading.missed();
        let top = reading.all_at_top(0, self.context);
        let lifted = Context::sane(reading.lifted_kg);
        let moved = self.from.weight_kg.is_some_and(|from| (from - lifted).abs() > SAME_KG);
        Memory {
            misses: if missed { self.memory.misses.saturating_add(1) } else { 0 },
            tops: if top { self.memory.tops.saturating_add(1) } else { 0 },
            deloads: if missed { self.memory.deloads } else { 0 },
            extra_reps: if moved { 0 } else { self.memory.extra_reps },
            lowered_bottom: self.lowered(),
            failed_kg: self.memory.failed_kg,
            ..Memory::default()
        }
    }

    /// What a session that moves the load hands on.
    pub(super) fn fresh(&self) -> Memory {
        Memory { deloads: self.memory.deloads, ..Memory::default() }
    }

    /// Sessions running that were a point of RPE or more harder than planned, without a miss. Who
    /// says nothing says nothing new.
    pub(super) fn hard_sessions(&self) -> u8 {
        match self.reading.mean_over_target() {
            _ if self.reading.missed() => 0,
            Some(over) if over >= HARD_RPE => self.memory.hard.saturating_add(1),
            Some(_) => 0,
            None => self.memory.hard,
        }
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

    fn decision(self, verdict: Verdict) -> (Decision, LoadState) {
        let next = LoadPoint { weight_kg: Some(verdict.kg), ..self.from.clone() };
        let memory = Memory {
            hard: self.hard_sessions(),
            last_counts: self.reading.counts(),
            base_counts: self.base_counts(),
            ramping: self.still_new(),
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
            reason: Some(verdict.reason),
            because: String::new(),
            flips: Some(verdict.flips),
            flips_if: String::new(),
        };
        let state = LoadState { point: next, last_rule: verdict.rule, last_at: Some(self.last_at), memory };
        (decision, state)
    }
}
