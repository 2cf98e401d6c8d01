//! Load and repetitions of the next working set: what was prescribed, moved by how the last set went.

use super::{NextSetInput, OpenSet, work_sets};
use crate::domain::exercise::Exercise;
use crate::domain::loads::{SAME_KG, spec_for};
use crate::domain::plan::PlannedSet;
use crate::domain::policy::{MOST_RAISE, OVER_RPE, RAMP, UNDER_REPS, UNDER_RPE};
use crate::domain::profile::{LoadSpec, Profile};
use crate::domain::progression::{
    Context, Current, LoadState, RangeKey, count, current, known_e1rm, starting,
};
use crate::domain::session::{LoggedSet, SetKind};
use crate::domain::strength::{e1rm, weight_for};

/// One exercise of the session with everything that its load rests on.
#[derive(Debug)]
pub(super) struct Frame<'a> {
    pub exercise: &'a Exercise,
    pub line: OpenSet<'a>,
    /// What was decided for the range of this set.
    pub state: Option<&'a LoadState>,
    pub standing: Option<Current>,
    /// What stands for the exercise's other ranges today.
    others: Vec<(&'a PlannedSet, Current)>,
    /// The load to start from comes from an e1RM.
    pub known: Option<f64>,
    spec: LoadSpec,
    profile: &'a Profile,
    today: Vec<&'a LoggedSet>,
    now: jiff::Timestamp,
}

/// What to lift.
#[derive(Debug)]
pub(super) struct Aim {
    pub kg: f64,
    /// Repetitions or seconds.
    pub count: u16,
    pub kind: SetKind,
    /// How the last set went; none before the first.
    pub felt: Option<Felt>,
    /// As many as possible, stopping two short.
    pub open: bool,
}

/// How the last set of the exercise went.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Felt {
    /// This RPE over a target.
    Hard { rpe: f64, target: f64 },
    /// Fewer than the bottom of the range.
    Short { count: u32, bottom: u32 },
    /// It hurt today: nothing goes up any more.
    Pain,
    /// This RPE, far under a target.
    Easy { rpe: f64, target: f64 },
    /// This RPE, far under a target, but a step up would be too big.
    Light { rpe: f64, target: f64 },
    /// Far more than the top of a new range.
    Many { count: u32 },
    /// As planned.
    Right,
}

impl<'a> Frame<'a> {
    /// None for an exercise that the catalogue does not know.
    pub fn of(input: &NextSetInput<'a>, line: &OpenSet<'a>) -> Option<Self> {
        let exercise = input.catalogue.get(&line.planned.exercise_id)?;
        let state_of = |set: &PlannedSet| input.states.get(&RangeKey::at(&exercise.id, set));
        let state = state_of(line.set);
        let mut today: Vec<&LoggedSet> =
            work_sets(input.sets, &line.planned.exercise_id).filter(|set| set.is_working()).collect();
        today.sort_by_key(|set| (set.logged_at, set.set_index));
        let spec = spec_for(input.profile, exercise);
        let mut frame = Self {
            exercise,
            line: *line,
            state,
            standing: None,
            others: Vec::new(),
            known: None,
            spec,
            profile: input.profile,
            today,
            now: input.now,
        };
        let context = frame.context();
        let standing = state.map(|state| current(state, &context));
        let known = known_e1rm(input.states, input.profile, &context);
        let mut others: Vec<(&PlannedSet, Current)> = Vec::new();
        for set in &line.planned.sets {
            let is_new = !same_range(set, line.set) && !others.iter().any(|(one, _)| same_range(one, set));
            let standing = state_of(set).filter(|_| is_new).map(|state| current(state, &context));
            others.extend(standing.map(|standing| (set, standing)));
        }
        frame.standing = standing;
        frame.others = others;
        frame.known = known;
        Some(frame)
    }

    pub fn context(&self) -> Context<'_> {
        Context {
            exercise: self.exercise,
            loads: &self.spec,
            bodyweight_kg: self.profile.bodyweight_kg,
            now: self.now,
        }
    }

    /// No session found the load of this range yet, and nobody set it by hand.
    pub fn is_new(&self) -> bool {
        self.state.is_none_or(|state| state.memory.ramping)
    }

    /// What to lift in the next set.
    pub fn aim(&self) -> Aim {
        let open = self.is_open_ended();
        let (kg, felt) = match self.today.last() {
            None => (self.prescribed_kg(self.line.set), None),
            Some(last) => {
                let felt = self.felt(last);
                (self.moved(last, felt), Some(felt))
            }
        };
        let count = if open { self.top() } else { self.goal(kg) };
        let kind = if open { SetKind::Amrap } else { SetKind::Working };
        Aim { kg, count, kind, felt, open }
    }

    /// What stands today for the range of a set.
    fn standing_of(&self, set: &PlannedSet) -> Option<&Current> {
        if same_range(set, self.line.set) {
            return self.standing.as_ref();
        }
        self.others.iter().find(|(one, _)| same_range(one, set)).map(|(_, standing)| standing)
    }

    /// Where the sets that are prescribed in the range of this one stand, from 1.
    fn range(&self) -> impl Iterator<Item = u16> {
        let sets = (1u16..).zip(&self.line.planned.sets);
        sets.filter(|(_, set)| same_range(set, self.line.set)).map(|(index, _)| index)
    }

    /// How many they are.
    pub fn sets_in_range(&self) -> usize {
        self.range().count()
    }

    /// The session's own load; the standing or starting one where it names none.
    fn prescribed_kg(&self, set: &PlannedSet) -> f64 {
        let context = self.context();
        let standing = self.standing_of(set).and_then(|now| now.point.weight_kg);
        let start =
            || starting(self.exercise, set.reps_min, set.reps_max, set.rpe, self.known, &context).weight_kg;
        set.weight_kg.or(standing).or_else(start).map_or_else(|| self.spec.least(), Context::sane)
    }

    /// What was asked of a logged set.
    fn asked(&self, set: &LoggedSet) -> &'a PlannedSet {
        let sets = &self.line.planned.sets;
        usize::from(set.set_index).checked_sub(1).and_then(|at| sets.get(at)).unwrap_or(self.line.set)
    }

    fn felt(&self, last: &LoggedSet) -> Felt {
        let asked = self.asked(last);
        let done = count(last, self.exercise);
        let bottom = u32::from(self.bottom(asked));
        let gap = last.rpe.zip(asked.rpe);
        let many = u32::from(asked.reps_max.max(asked.reps_min)).saturating_add(UNDER_REPS);
        match gap {
            _ if done < bottom => Felt::Short { count: done, bottom },
            Some((rpe, target)) if rpe - target >= OVER_RPE && !self.says_hard() => {
                Felt::Hard { rpe, target }
            }
            _ if self.today.iter().any(|set| set.pain) => Felt::Pain,
            Some((rpe, target)) if target - rpe >= UNDER_RPE => {
                if self.may_step_up(last.weight_kg) {
                    Felt::Easy { rpe, target }
                } else {
                    Felt::Light { rpe, target }
                }
            }
            None if self.is_new() && last.rpe.is_none() && done >= many => Felt::Many { count: done },
            _ => Felt::Right,
        }
    }

    /// A high RPE that never came with a miss is how this person speaks: it lowers nothing.
    fn says_hard(&self) -> bool {
        self.standing.as_ref().is_some_and(|now| now.memory.says_hard())
    }

    /// Repetitions come before more than 10% above the prescribed load, within a session as well: a
    /// light dumbbell would go up, miss and be taken down for ever. For the same reason only an
    /// advance leads back to a load that a deload came from. A new range ramps, and what was
    /// prescribed may always be gone back to.
    fn may_step_up(&self, last_kg: f64) -> bool {
        let context = self.context();
        let from = Context::sane(last_kg);
        let prescribed = self.prescribed_kg(self.line.set);
        let most = context.effort(prescribed) * MOST_RAISE;
        let next = context.harder(from);
        let failed = self.standing.as_ref().and_then(|now| now.memory.failed_kg);
        let near = |next: f64| {
            let open = failed.is_none_or(|failed| context.is_harder(failed, next));
            (open && context.effort(next) <= most) || !context.is_harder(next, prescribed)
        };
        self.is_new() || next.is_some_and(near)
    }

    /// One step down or up from the last set, or what was prescribed where that differs by set.
    fn moved(&self, last: &LoggedSet, felt: Felt) -> f64 {
        let context = self.context();
        let asked = self.prescribed_kg(self.asked(last));
        let here = self.prescribed_kg(self.line.set);
        let base = if (asked - here).abs() <= SAME_KG { Context::sane(last.weight_kg) } else { here };
        match felt {
            Felt::Hard { .. } | Felt::Short { .. } => {
                context.easier(base).unwrap_or_else(|| context.nearest_loadable(base))
            }
            Felt::Easy { .. } | Felt::Many { .. } if self.is_new() => self.ramped(base),
            Felt::Easy { .. } | Felt::Many { .. } => {
                context.harder(base).unwrap_or_else(|| context.nearest_loadable(base))
            }
            Felt::Pain => context.loadable_below(base),
            Felt::Light { .. } | Felt::Right => context.nearest_loadable(base),
        }
    }

    /// One step or 15% up, whichever is more.
    fn ramped(&self, base: f64) -> f64 {
        let context = self.context();
        let Some(step) = context.harder(base) else { return context.nearest_loadable(base) };
        let share = context.scaled(base, RAMP);
        if context.is_harder(share, step) { share } else { step }
    }

    /// The last set of a new range, and nobody said how hard it is.
    fn is_open_ended(&self) -> bool {
        let last = self.range().last() == Some(self.line.index);
        let silent = self.today.iter().all(|set| set.rpe.is_none() && !set.pain);
        last && silent && self.is_new() && !self.exercise.is_timed()
    }

    fn bottom(&self, set: &PlannedSet) -> u16 {
        let Some(memory) = self.standing_of(set).map(|now| &now.memory) else {
            return set.reps_min;
        };
        let lowered = if memory.after_big_step { Some(3) } else { memory.lowered_bottom };
        lowered.map_or(set.reps_min, |lowered| lowered.min(set.reps_min))
    }

    /// The top of the range, raised where repetitions come before a big step.
    pub fn top(&self) -> u16 {
        let extra = self.standing.as_ref().map_or(0, |now| now.memory.extra_reps);
        self.line.set.reps_max.max(self.line.set.reps_min).saturating_add(extra)
    }

    /// One more than in this set last time with this load, within the range; the same where that
    /// was hard enough. A load lowered today keeps last time's count, but no more than was just
    /// done. A load without a last time takes what today's set left room for.
    fn goal(&self, kg: f64) -> u16 {
        let bottom = self.line.set.reps_min;
        let Some((last, before_kg)) = self.last_time() else {
            return self.room(kg);
        };
        let same = (before_kg - kg).abs() <= SAME_KG;
        let more = if same {
            let hard = self.standing.as_ref().is_some_and(|now| now.memory.was_hard());
            last.saturating_add(u32::from(!hard)).max(self.easy_room(kg).unwrap_or(0).into())
        } else if self.is_lowered(kg, before_kg) {
            let today = self.today.last().map_or(last, |set| count(set, self.exercise));
            last.min(today.max(bottom.into()))
        } else {
            return self.room(kg);
        };
        let floor = self.bottom(self.line.set).min(self.top());
        u16::try_from(more).unwrap_or(u16::MAX).clamp(floor, self.top())
    }

    /// As many as today's last set shows to be in it at the target RPE, within the range; its bottom
    /// for the first set, or where nobody said how hard it was. A load raised today so asks for what
    /// is due at it, and is not raised again at the bottom of the range.
    fn room(&self, kg: f64) -> u16 {
        let max = self.today.last().filter(|_| !self.exercise.is_timed()).and_then(|set| {
            let rpe = set.rpe.filter(|rpe| self.line.set.rpe.is_some_and(|target| *rpe <= target))?;
            e1rm(self.context().effort(Context::sane(set.weight_kg)), count(set, self.exercise), Some(rpe))
        });
        max.map_or(self.line.set.reps_min, |max| self.reps_for(max, kg))
    }

    /// The most repetitions of the range, raised top and all, that someone of this strength does at
    /// the target RPE.
    fn reps_for(&self, max: f64, kg: f64) -> u16 {
        let bottom = self.line.set.reps_min;
        let total = self.context().effort(kg);
        let fits = |reps: &u16| {
            let most = weight_for(max, (*reps).into(), self.line.set.rpe);
            most.is_some_and(|most| most + SAME_KG >= total)
        };
        (bottom..=self.top().max(bottom)).take_while(fits).last().unwrap_or(bottom)
    }

    /// Where the set before, or the session before, was 2 RPE or more under its target and the load
    /// stays: as many as that strength has in it, so that a light load does not cost a session a rep.
    fn easy_room(&self, kg: f64) -> Option<u16> {
        let target = self.line.set.rpe.filter(|_| !self.exercise.is_timed())?;
        let easy = |rpe: f64| target - rpe >= UNDER_RPE;
        if let Some(last) = self.today.last() {
            return last.rpe.filter(|rpe| easy(*rpe)).map(|_| self.room(kg));
        }
        let memory = &self.standing.as_ref()?.memory;
        let known = memory.e1rm_kg.filter(|_| memory.last_rpe.is_some_and(easy))?;
        Some(self.reps_for(known, kg))
    }

    /// What this set had last time, and the load it builds on.
    fn last_time(&self) -> Option<(u32, f64)> {
        let memory = &self.standing.as_ref()?.memory;
        let at = self.range().filter(|index| *index < self.line.index).count();
        let base = memory.base();
        // One set more than last time goes on from the last there was, without one rep more.
        let beyond = || base.last().map(|count| count.saturating_sub(1));
        base.get(at).copied().or_else(beyond).zip(memory.last_kg)
    }

    /// The session asks for last time's load, and this is less.
    fn is_lowered(&self, kg: f64, before_kg: f64) -> bool {
        let prescribed = self.prescribed_kg(self.line.set);
        (prescribed - before_kg).abs() <= SAME_KG && self.context().is_harder(prescribed, kg)
    }
}

fn same_range(one: &PlannedSet, other: &PlannedSet) -> bool {
    (one.reps_min, one.reps_max) == (other.reps_min, other.reps_max)
}
