//! What a session leaves to build on: whether it found the load of a new range, and the counts that
//! double progression goes on from.

use super::Context;
use super::decide::Case;
use super::reading::Read;
use crate::domain::loads::SAME_KG;
use crate::domain::policy::{UNDER_REPS, UNDER_RPE};

impl Case<'_> {
    /// The range had no load of its own before, and this session has not found it either.
    pub(super) fn still_new(&self) -> bool {
        let was_new = self.state.is_none_or(|state| state.memory.ramping);
        let can_rise = self.context.harder(Context::sane(self.reading.lifted_kg)).is_some();
        was_new && can_rise && !self.found()
    }

    /// A set less than 2 RPE under its target, or one under the range, found the load. Where nobody
    /// said how hard it was, the last set of the prescription says it: less than three above the top.
    /// An open-ended set speaks by its repetitions alone, since it was to be hard.
    fn found(&self) -> bool {
        let reading = &self.reading;
        let many = |read: &Read<'_>| read.count >= read.top.saturating_add(UNDER_REPS);
        let open = |read: &Read<'_>| read.set.kind.is_open_ended() && many(read);
        let near =
            |read: &Read<'_>| !open(read) && read.under_target().is_some_and(|under| under < UNDER_RPE);
        let silent = reading.asked.iter().all(|read| read.set.rpe.is_none() || open(read));
        reading.missed()
            || reading.asked.iter().any(near)
            || silent && reading.complete && !reading.asked.last().is_some_and(many)
    }

    /// The counts at the load lifted. A set that was done lighter keeps the one it had at that load,
    /// else is taken to have had the fewest there: neither a step down nor one up within a session
    /// starts the repetitions anew.
    pub(super) fn base_counts(&self) -> Vec<u32> {
        let (reading, lifted) = (&self.reading, self.reading.lifted_kg);
        let light = |read: &Read<'_>| self.context.is_harder(lifted, read.kg);
        let there = reading.asked.iter().filter(|read| !light(read)).map(|read| read.count).min();
        let same = self.memory.last_kg.is_some_and(|before| (before - lifted).abs() <= SAME_KG);
        let before = |at: usize| self.memory.base().get(at).copied().filter(|_| same);
        let base = |(at, read): (usize, &Read<'_>)| {
            if light(read) { before(at).or(there).unwrap_or(read.count) } else { read.count }
        };
        reading.asked.iter().enumerate().map(base).collect()
    }
}
