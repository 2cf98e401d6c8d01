//! How a person wants to train: days, split, goal, minutes, equipment, weekdays.

use serde::Serialize;

use super::super::ear::{Ear, Table};
use super::super::pattern::{any, has, places};
use super::numbers::{self, Number};
use super::{Equipment, Slots, Weekday};

/// What was said of equipment.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Gear {
    /// Named as being there.
    pub has: Vec<Equipment>,
    /// Named as not being there.
    pub lacks: Vec<Equipment>,
    /// `has` comes on top of what was there before ("I bought a kettlebell").
    pub added: bool,
}

impl Gear {
    /// The equipment that follows, given what was there before. Bodyweight is always in it.
    #[must_use]
    pub fn on_top_of(&self, before: &[Equipment]) -> Vec<Equipment> {
        let keep = self.added || self.has.is_empty();
        Equipment::ALL
            .iter()
            .copied()
            .filter(|item| {
                *item == Equipment::Bodyweight
                    || (!self.lacks.contains(item)
                        && (self.has.contains(item) || (keep && before.contains(item))))
            })
            .collect()
    }
}

/// Meant for longer than one plan.
pub fn durable(tokens: &[String], ear: &Ear) -> bool {
    has(tokens, &ear.training.durable)
}

/// Reads the slots of this file.
pub fn read(tokens: &[String], numbers: &[Number], ear: &Ear, slots: &mut Slots) {
    slots.days = numbers::days(tokens, numbers, &ear.numbers);
    slots.minutes = numbers::minutes(tokens, numbers, &ear.numbers);
    slots.split = first(tokens, &ear.training.splits);
    slots.goal = first(tokens, &ear.training.goals);
    slots.equipment = gear(tokens, ear);
    slots.muscle = first(tokens, &ear.training.muscles);
    slots.weekdays = weekdays(tokens, ear);
    let counted = slots.weekdays.as_ref().and_then(|days| u8::try_from(days.len()).ok());
    slots.days = slots.days.or(counted);
    if slots.days.is_none() {
        slots.days_delta = days_delta(tokens, ear);
    }
    if slots.minutes.is_none() {
        slots.minutes_delta = minutes_delta(tokens, ear);
    }
}

/// The first entry whose phrase stands anywhere.
pub fn first<T: Copy>(tokens: &[String], table: &Table<T>) -> Option<T> {
    table.iter().find(|(phrases, _)| has(tokens, phrases)).map(|(_, value)| *value)
}

fn days_delta(tokens: &[String], ear: &Ear) -> Option<i8> {
    if any(tokens, &ear.training.fewer_days) {
        return Some(-1);
    }
    any(tokens, &ear.training.more_days).then_some(1)
}

fn minutes_delta(tokens: &[String], ear: &Ear) -> Option<i16> {
    let shorter = has(tokens, &ear.training.shorter);
    let longer = has(tokens, &ear.training.longer) && !has(tokens, &ear.training.not_longer);
    match (shorter, longer) {
        (true, _) => Some(-15),
        (false, true) => Some(15),
        (false, false) => None,
    }
}

fn weekdays(tokens: &[String], ear: &Ear) -> Option<Vec<Weekday>> {
    let named = ear.training.weekdays.iter().filter(|(phrases, _)| has(tokens, phrases));
    let days: Vec<Weekday> = named.map(|(_, day)| *day).collect();
    (days.len() >= 2).then_some(days)
}

/// Whether equipment is spoken of as what there is to train with. A set that was lifted, a load that is
/// asked for, or a bench that was not liked today says nothing of that.
fn speaks_of_gear(tokens: &[String], ear: &Ear) -> bool {
    let lifted = has(tokens, &ear.gear.lifted) || any(tokens, &ear.gear.can_lift);
    !lifted || has(tokens, &ear.gear.owns)
}

fn gear(tokens: &[String], ear: &Ear) -> Option<Gear> {
    if has(tokens, &ear.gear.full_gym) {
        return Some(Gear { has: Equipment::ALL.to_vec(), ..Gear::default() });
    }
    let mut gear = Gear::default();
    if !speaks_of_gear(tokens, ear) {
        return None;
    }
    let mut named: Vec<(usize, usize)> = Vec::new();
    for (phrases, item) in &ear.gear.equipment {
        for (at, end) in places(tokens, phrases) {
            // The machine of "cable machine" is said already.
            if named.iter().any(|(from, to)| at >= *from && end <= *to && end - at < to - from) {
                continue;
            }
            named.push((at, end));
            let next = tokens.get(end).map_or("", String::as_str);
            if ear.gear.lifts.is(next) {
                continue;
            }
            // "No, dumbbells only" is an answer and then all there is.
            let side = if negated(tokens, at, ear) && !ear.gear.alone.is(next) {
                &mut gear.lacks
            } else {
                &mut gear.has
            };
            if !side.contains(item) {
                side.push(*item);
            }
        }
    }
    gear.has.retain(|item| !gear.lacks.contains(item));
    gear.added = has(tokens, &ear.gear.added) && !has(tokens, &ear.gear.only);
    (gear != Gear { added: gear.added, ..Gear::default() }).then_some(gear)
}

/// "no barbell", "without a barbell", "do not have my barbell", "no barbell or cables".
fn negated(tokens: &[String], at: usize, ear: &Ear) -> bool {
    let before = tokens.get(at.saturating_sub(5)..at).unwrap_or_default();
    for word in before.iter().rev() {
        if ear.gear.not.is(word) {
            return true;
        }
        if ear.gear.not_ends.is(word) {
            return false;
        }
    }
    false
}
