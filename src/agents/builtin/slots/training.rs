//! How a person wants to train: days, split, goal, minutes, equipment, weekdays.

use serde::Serialize;

use super::super::pattern::{has, matches, places};
use super::numbers::{self, Number};
use super::{Equipment, Slots, Weekday, tables};

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
pub fn durable(tokens: &[String]) -> bool {
    const PHRASES: &str = "from_now_on|from_now|now|anymore|any_more|always|bought|sold|permanently|\
        i_have|i_only_have|we_have|i_got|i_own|i_do_not_have|my_gym_has|my_gym|i_can_only|i_only_got|i_just_have|i_lost|going_forward";
    has(tokens, PHRASES)
}

/// Reads the slots of this file.
pub fn read(tokens: &[String], numbers: &[Number], slots: &mut Slots) {
    slots.days = numbers::days(tokens, numbers);
    slots.minutes = numbers::minutes(tokens, numbers);
    slots.split = first(tokens, tables::SPLITS);
    slots.goal = first(tokens, tables::GOALS);
    slots.equipment = gear(tokens);
    slots.muscle = first(tokens, tables::MUSCLES);
    slots.weekdays = weekdays(tokens);
    let counted = slots.weekdays.as_ref().and_then(|days| u8::try_from(days.len()).ok());
    slots.days = slots.days.or(counted);
    if slots.days.is_none() {
        slots.days_delta = days_delta(tokens);
    }
    if slots.minutes.is_none() {
        slots.minutes_delta = minutes_delta(tokens);
    }
}

/// The first entry whose phrase stands anywhere.
pub fn first<T: Copy>(tokens: &[String], table: tables::Table<T>) -> Option<T> {
    table.iter().find(|(phrases, _)| has(tokens, phrases)).map(|(_, value)| *value)
}

fn days_delta(tokens: &[String]) -> Option<i8> {
    const MORE: &[&str] = &[
        "another|extra|additional|more day|days",
        "add a|one day|days",
        "one_more_day|a_day_more|one_day_more",
        "more_often|more_frequently",
    ];
    const FEWER: &[&str] = &[
        "fewer|less day|days",
        "drop|remove|cut|skip|lose a|one day|days",
        "a_day_less|one_day_less|one_day_fewer|less_often",
        "too_many_days",
    ];
    let any = |patterns: &[&str]| patterns.iter().any(|pattern| matches(tokens, pattern));
    if any(FEWER) { Some(-1) } else { any(MORE).then_some(1) }
}

fn minutes_delta(tokens: &[String]) -> Option<i16> {
    let shorter =
        has(tokens, "shorter|quicker|too_long|takes_too_long|take_too_long|less_time|too_much_time");
    let longer = has(tokens, "longer|too_short|more_time");
    match (shorter, longer && !has(tokens, "any_longer")) {
        (true, _) => Some(-15),
        (false, true) => Some(15),
        (false, false) => None,
    }
}

fn weekdays(tokens: &[String]) -> Option<Vec<Weekday>> {
    let days: Vec<Weekday> =
        tables::WEEKDAYS.iter().filter(|(phrases, _)| has(tokens, phrases)).map(|(_, day)| *day).collect();
    (days.len() >= 2).then_some(days)
}

/// Whether equipment is spoken of as what there is to train with. A set that was lifted, a load that is
/// asked for, or a bench that was not liked today says nothing of that.
fn speaks_of_gear(tokens: &[String]) -> bool {
    let lifted = has(
        tokens,
        "did|lifted|hit|felt|feels|feel|like|liked|hated|enjoyed|how_much|how_heavy|my_bodyweight|go_up|goes_up|went_up",
    ) || matches(tokens, "can|could bench");
    !lifted || has(tokens, "have|has|got|own|only|just|without|no|bought|sold|lost|access")
}

fn gear(tokens: &[String]) -> Option<Gear> {
    if has(tokens, tables::FULL_GYM) {
        return Some(Gear { has: Equipment::ALL.to_vec(), ..Gear::default() });
    }
    let mut gear = Gear::default();
    if !speaks_of_gear(tokens) {
        return None;
    }
    let mut named: Vec<(usize, usize)> = Vec::new();
    for (phrases, item) in tables::EQUIPMENT {
        for (at, end) in places(tokens, phrases) {
            // The machine of "cable machine" is said already.
            if named.iter().any(|(from, to)| at >= *from && end <= *to && end - at < to - from) {
                continue;
            }
            named.push((at, end));
            let next = tokens.get(end).map_or("", String::as_str);
            let lift = ["press", "presses", "pressing", "row", "rows", "curl", "curls", "squat", "squats"];
            if lift.contains(&next) {
                continue;
            }
            // "No, dumbbells only" is an answer and then all there is.
            let alone = ["only", "alone"].contains(&next);
            let side = if negated(tokens, at) && !alone { &mut gear.lacks } else { &mut gear.has };
            if !side.contains(item) {
                side.push(*item);
            }
        }
    }
    gear.has.retain(|item| !gear.lacks.contains(item));
    gear.added = has(tokens, "bought|also|added|too|as_well|additionally|new|got_a|add|plus")
        && !has(tokens, "only|just|nothing_but");
    (gear != Gear { added: gear.added, ..Gear::default() }).then_some(gear)
}

/// "no barbell", "without a barbell", "do not have my barbell", "no barbell or cables".
fn negated(tokens: &[String], at: usize) -> bool {
    let before = tokens.get(at.saturating_sub(5)..at).unwrap_or_default();
    for word in before.iter().rev() {
        match word.as_str() {
            "no" | "without" | "not" | "lost" | "sold" | "broken" | "broke" | "lack" | "never" => {
                return true;
            }
            "only" | "just" | "but" | "with" | "now" => return false,
            _ => {}
        }
    }
    false
}
