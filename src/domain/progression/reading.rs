//! What a session's sets say, read against its own prescription. No judgement here.

use super::{Context, Memory};
use crate::domain::exercise::Exercise;
use crate::domain::plan::{PlannedSet, Prescribed};
use crate::domain::session::LoggedSet;
use crate::domain::strength::e1rm;

/// Repetitions of a set, or its seconds for a timed exercise. The other of the two stands in where
/// only that was written; 0 where neither was.
#[must_use]
pub fn count(set: &LoggedSet, exercise: &Exercise) -> u32 {
    let reps = set.reps.map(u32::from);
    let seconds = set.duration_seconds;
    if exercise.is_timed() { seconds.or(reps) } else { reps.or(seconds) }.unwrap_or(0)
}

/// One working set beside what was asked of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Read<'a> {
    pub set: &'a LoggedSet,
    pub kg: f64,
    pub count: u32,
    pub bottom: u32,
    pub written_bottom: u32,
    pub top: u32,
    /// Heavier than prescribed.
    is_try: bool,
    asked_kg: Option<f64>,
    target: Option<f64>,
}

impl Read<'_> {
    /// It reached the bottom of the range.
    pub fn reached(&self) -> bool {
        self.count >= self.bottom
    }

    /// By how much the RPE was under its target, where both are known.
    pub fn under_target(&self) -> Option<f64> {
        self.target.zip(self.set.rpe).map(|(target, rpe)| target - rpe).filter(|under| under.is_finite())
    }
}

/// A whole exercise of a session. `asked` holds the sets that were prescribed and done, `all` every
/// working set of the exercise; neither is empty.
#[derive(Debug, Clone)]
pub(super) struct Reading<'a> {
    pub asked: Vec<Read<'a>>,
    pub all: Vec<Read<'a>>,
    pub prescribed: usize,
    pub complete: bool,
    /// The hardest load at which a set reached the bottom of the range, else the easiest.
    pub lifted_kg: f64,
}

impl<'a> Reading<'a> {
    /// None without a working set or without a prescription. `standing_kg` is asked of sets whose
    /// prescription names no load.
    pub fn of(
        planned: &Prescribed,
        sets: &'a [LoggedSet],
        context: &Context<'_>,
        memory: &Memory,
        standing_kg: Option<f64>,
    ) -> Option<Self> {
        let first = planned.sets.first()?;
        let mut working: Vec<&LoggedSet> =
            sets.iter().filter(|set| set.is_working() && set.exercise_id == context.exercise.id).collect();
        working.sort_by_key(|set| (set.set_index, set.logged_at));
        let asked_of = |set: &LoggedSet| {
            usize::from(set.set_index).checked_sub(1).and_then(|at| planned.sets.get(at)).unwrap_or(first)
        };
        let fewest = working.iter().map(|set| count(set, context.exercise)).min()?;
        let lowered = lowered_bottom(memory, fewest);
        let read = |set: &&'a LoggedSet| Read::of(set, asked_of(set), context, lowered, standing_kg);
        let all: Vec<Read<'a>> = working.iter().map(read).collect();
        let asked = matched(&all, planned.sets.len());
        let complete = asked.len() == planned.sets.len();
        let asked = if asked.is_empty() { all.clone() } else { asked };
        let lifted_kg = lifted(&all, context)?;
        Some(Self { asked, all, prescribed: planned.sets.len(), complete, lifted_kg })
    }

    /// Somewhere it hurt.
    pub fn pain(&self) -> bool {
        self.all.iter().any(|read| read.set.pain)
    }

    /// A prescribed set stayed under the bottom of the range. At a load heavier than the prescribed
    /// one that is only a try, as long as some set reached the bottom: the load lifted is then the
    /// heaviest that did.
    pub fn missed(&self) -> bool {
        let reached = self.all.iter().any(Read::reached);
        let excused = |read: &Read<'_>| reached && read.is_try;
        self.asked.iter().any(|read| !read.reached() && !excused(read))
    }

    /// Every prescribed set done, at or above its load, `extra` above the top of its range.
    pub fn all_at_top(&self, extra: u32, context: &Context<'_>) -> bool {
        let full = |read: &Read<'_>| {
            let light = read.asked_kg.is_some_and(|asked| context.is_harder(asked, read.kg));
            !light && read.count >= read.top.saturating_add(extra)
        };
        self.complete && self.asked.iter().all(full)
    }

    /// Every prescribed set done and at the bottom as written.
    pub fn all_at_written_bottom(&self) -> bool {
        self.complete && self.asked.iter().all(|read| read.count >= read.written_bottom)
    }

    /// Mean RPE, where given.
    pub fn mean_rpe(&self) -> Option<f64> {
        mean(self.asked.iter().filter_map(|read| read.set.rpe).filter(|rpe| rpe.is_finite()))
    }

    /// By how much the RPE was above its target on average, where both are known.
    pub fn mean_over_target(&self) -> Option<f64> {
        let over = self.asked.iter().filter_map(|read| Some(read.set.rpe? - read.target?));
        mean(over.filter(|over| over.is_finite()))
    }

    /// The best estimate of the day, kilograms of total load.
    pub fn best_e1rm(&self, context: &Context<'_>) -> Option<f64> {
        if context.exercise.is_timed() {
            return None;
        }
        self.all
            .iter()
            .filter_map(|read| e1rm(context.total_kg(read.kg)?, read.count, read.set.rpe))
            .max_by(f64::total_cmp)
    }

    pub fn counts(&self) -> Vec<u32> {
        self.asked.iter().map(|read| read.count).collect()
    }
}

impl<'a> Read<'a> {
    fn of(
        set: &'a LoggedSet,
        asked: &PlannedSet,
        context: &Context<'_>,
        lowered: Option<u16>,
        standing_kg: Option<f64>,
    ) -> Self {
        let bottom = lowered.map_or(asked.reps_min, |lowered| lowered.min(asked.reps_min));
        let kg = Context::sane(set.weight_kg);
        let asked_kg = asked.weight_kg.or(standing_kg).filter(|kg| kg.is_finite());
        Self {
            set,
            kg,
            count: count(set, context.exercise),
            bottom: bottom.into(),
            written_bottom: asked.reps_min.into(),
            top: asked.reps_max.max(asked.reps_min).into(),
            is_try: asked_kg.is_some_and(|asked| context.is_harder(kg, asked)),
            asked_kg,
            target: asked.rpe,
        }
    }
}

/// In the first session after a big step the bottom is what that session's worst set reached.
fn lowered_bottom(memory: &Memory, fewest: u32) -> Option<u16> {
    if memory.after_big_step {
        Some(u16::try_from(fewest).unwrap_or(u16::MAX).max(3))
    } else {
        memory.lowered_bottom
    }
}

/// The first set at each prescribed index.
fn matched<'a>(all: &[Read<'a>], prescribed: usize) -> Vec<Read<'a>> {
    let mut next = 0;
    let mut matched = Vec::new();
    for read in all {
        let index = usize::from(read.set.set_index);
        if index > next && index <= prescribed {
            next = index;
            matched.push(*read);
        }
    }
    matched
}

fn lifted(all: &[Read<'_>], context: &Context<'_>) -> Option<f64> {
    let harder = |a: f64, b: f64| if context.is_harder(b, a) { b } else { a };
    let reached = all.iter().filter(|read| read.reached()).map(|read| read.kg).reduce(harder);
    reached.or_else(|| all.iter().map(|read| read.kg).reduce(|a, b| context.easier_of(a, b)))
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, n) = values.fold((0.0, 0u32), |(sum, n), value| (sum + value, n.saturating_add(1)));
    (n > 0).then(|| sum / f64::from(n))
}
