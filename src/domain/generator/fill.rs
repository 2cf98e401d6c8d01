//! Filling slots: the best exercise of the pattern for the person's equipment, level and
//! limitations, never the same one twice in a day.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::catalogue::Catalogue;
use crate::domain::exercise::{Exercise, Mechanic, Pattern};
use crate::domain::profile::Profile;

use super::prescription;
use super::tables::stand_ins;
use super::template::{Role, Slot, Template};
use super::week::{Entry, Week};

/// A slot that no exercise of its pattern could take.
#[derive(Debug, Clone, PartialEq)]
pub struct Gap<'a> {
    /// Day, from 0.
    pub day: usize,
    /// The movement that was wanted.
    pub pattern: Pattern,
    /// Other slots of the day did get an exercise of this pattern.
    pub further: bool,
    /// What took its place, from another pattern.
    pub instead: Option<&'a Exercise>,
}

/// A week whose slots have exercises, but no sets yet.
pub struct Filled<'a> {
    /// The exercises.
    pub week: Week<'a>,
    /// The slots that had to do with less.
    pub gaps: Vec<Gap<'a>>,
}

/// The exercises this person can do, by pattern, best first.
struct Pool<'a>(BTreeMap<Pattern, Vec<&'a Exercise>>);

impl<'a> Pool<'a> {
    fn new(profile: &Profile, catalogue: &'a Catalogue) -> Self {
        let level = profile.experience.level();
        let mut pool: BTreeMap<Pattern, Vec<&Exercise>> = BTreeMap::new();
        let fits = |exercise: &&Exercise| {
            exercise.level <= level && profile.owns(exercise) && profile.barred_by(exercise).is_none()
        };
        for exercise in catalogue.iter().filter(fits) {
            pool.entry(exercise.pattern).or_default().push(exercise);
        }
        for found in pool.values_mut() {
            found.sort_by_key(|exercise| exercise.rank);
        }
        Self(pool)
    }

    /// The first choice for a slot among what the day does not have yet. A main lift should be one
    /// that can be loaded and counted; the others rather vary over the week.
    fn pick(&self, pattern: Pattern, role: Role, day: &Ids<'a>, week: &Ids<'a>) -> Option<&'a Exercise> {
        let free = self.0.get(&pattern)?.iter().filter(|exercise| !day.contains(exercise.id.as_str()));
        free.min_by_key(|exercise| match role {
            Role::Main => (exercise.mechanic == Mechanic::Isolation || exercise.is_timed(), exercise.rank),
            _ => (false, exercise.rank.saturating_add(2 * u8::from(week.contains(exercise.id.as_str())))),
        })
        .copied()
    }
}

type Ids<'a> = BTreeSet<&'a str>;

/// Gives every slot of the week its exercise.
pub fn fill<'a>(templates: &[&Template], profile: &Profile, catalogue: &'a Catalogue) -> Filled<'a> {
    let pool = Pool::new(profile, catalogue);
    let mut used = Ids::new();
    let (mut entries, mut gaps) = (Vec::new(), Vec::new());
    for (day, template) in templates.iter().enumerate() {
        let (chosen, missing) = fill_day(day, template.slots, &pool, &used);
        used.extend(chosen.iter().flatten().map(|exercise| exercise.id.as_str()));
        let pairs = template.slots.iter().zip(chosen);
        entries.extend(pairs.filter_map(|(slot, found)| Some(entry(day, slot.role, found?, profile))));
        gaps.extend(missing);
    }
    entries.sort_by_key(|entry| (entry.day, entry.role));
    Filled { week: Week::new(entries, profile.experience), gaps }
}

fn entry<'a>(day: usize, role: Role, exercise: &'a Exercise, profile: &Profile) -> Entry<'a> {
    let role = if exercise.mechanic == Mechanic::Isolation { Role::Isolation } else { role };
    Entry::new(day, role, exercise, prescription::rest(profile.goal, role, exercise))
}

/// One day: first every slot by its own pattern, then stand-ins for those left, so that a stand-in
/// never takes the exercise another slot wants.
fn fill_day<'a>(
    day: usize,
    slots: &[Slot],
    pool: &Pool<'a>,
    week: &Ids<'a>,
) -> (Vec<Option<&'a Exercise>>, Vec<Gap<'a>>) {
    let mut today = Ids::new();
    let mut chosen: Vec<Option<&Exercise>> = Vec::with_capacity(slots.len());
    for slot in slots {
        let found = pool.pick(slot.pattern, slot.role, &today, week);
        today.extend(found.map(|exercise| exercise.id.as_str()));
        chosen.push(found);
    }
    let has: BTreeSet<Pattern> = chosen.iter().flatten().map(|exercise| exercise.pattern).collect();
    let mut gaps = Vec::new();
    for (slot, place) in slots.iter().zip(&mut chosen).filter(|(_, place)| place.is_none()) {
        let further = has.contains(&slot.pattern);
        let mut others = stand_ins(slot.pattern).iter();
        // A second slot of a pattern is a luxury: it stays empty rather than wander off.
        let instead =
            if further { None } else { others.find_map(|p| pool.pick(*p, slot.role, &today, week)) };
        today.extend(instead.map(|exercise| exercise.id.as_str()));
        *place = instead;
        gaps.push(Gap { day, pattern: slot.pattern, further, instead });
    }
    (chosen, gaps)
}
