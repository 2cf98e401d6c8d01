//! The person and what they lifted: limitations, bodyweight, units, experience, and a set's numbers.

use super::super::pattern::{has, matches, places};
use super::numbers::{self, Number};
use super::{Contraindication, Slots, Units, tables, training::first};

/// Reads the slots of this file.
pub fn read(tokens: &[String], numbers: &[Number], slots: &mut Slots) {
    slots.experience = first(tokens, tables::EXPERIENCE);
    limitations(tokens, slots);
    slots.bodyweight = bodyweight(tokens, numbers);
    slots.units = units(tokens, numbers);
    slots.birth_year = birth_year(tokens, numbers);
    lifted(tokens, numbers, slots);
}

fn limitations(tokens: &[String], slots: &mut Slots) {
    let mut parts: Vec<Contraindication> = tables::BODY_PARTS
        .iter()
        .filter(|(phrases, part)| places(tokens, phrases).iter().any(|place| is_body(tokens, *place, *part)))
        .map(|(_, part)| *part)
        .collect();
    if has(tokens, tables::PREGNANT) {
        parts.push(Contraindication::Pregnancy);
    }
    if has(tokens, tables::HEALED) {
        slots.healed = parts;
    } else if has(tokens, tables::HURTS) || parts == [Contraindication::Pregnancy] {
        slots.limitations = parts;
    }
}

/// "upper back" has no limitation of its own, "come back" and "back squat" are no body part.
fn is_body(tokens: &[String], (at, end): (usize, usize), part: Contraindication) -> bool {
    let before = at.checked_sub(1).and_then(|i| tokens.get(i)).map_or("", String::as_str);
    let next = tokens.get(end).map_or("", String::as_str);
    let lift = ["press", "presses", "raise", "raises", "thrust", "thrusts", "squat", "squats", "extension"];
    if part == Contraindication::Overhead {
        return !["raise", "raises", "extension"].contains(&next);
    }
    let motion = ["upper", "come", "came", "go", "get", "switch", "going", "mid", "middle"].contains(&before);
    !lift.contains(&next) && !motion
}

fn bodyweight(tokens: &[String], numbers: &[Number]) -> Option<(f64, Option<Units>)> {
    let said =
        ["i weigh|weighed", "my weight|bodyweight", "bodyweight|body_weight|body_weight_kg is|to|of|kg"];
    let am = |n: &Number| tokens.get(..n.at).is_some_and(|head| matches(head, "i_am$"));
    let is_weight = |n: &Number| am(n) && numbers::weight(tokens, *n).is_some();
    if !said.iter().any(|pattern| matches(tokens, pattern)) && !numbers.iter().any(is_weight) {
        return None;
    }
    let with_unit = numbers.iter().find_map(|n| numbers::weight(tokens, *n));
    let bare = || numbers.first().map(|n| (n.value, None));
    with_unit
        .map(|(value, unit)| (value, Some(unit)))
        .or_else(bare)
        .filter(|(value, _)| (20.0..=900.0).contains(value))
}

fn units(tokens: &[String], numbers: &[Number]) -> Option<Units> {
    let free = |phrases: &str| {
        places(tokens, phrases).iter().any(|(at, _)| numbers.iter().all(|number| number.end != *at))
    };
    let asked = has(
        tokens,
        "please|see|like|use|switch|show|display|units|unit|in|prefer|want|change|set|think|using",
    );
    if !asked {
        return None;
    }
    if free("pounds|lb|lbs|imperial|pound") {
        Some(Units::Lb)
    } else {
        free("kilos|kilograms|kg|kgs|kilo|metric").then_some(Units::Kg)
    }
}

fn birth_year(tokens: &[String], numbers: &[Number]) -> Option<u16> {
    if !has(tokens, "born|birth_year|birth|year_of_birth") {
        return None;
    }
    numbers.iter().find(|n| (1900.0..=2100.0).contains(&n.value)).and_then(|n| numbers::whole(n.value))
}

/// A set's numbers: "100 kg x 5", "5 reps at 100", "8 at rpe 9", "2 in reserve".
fn lifted(tokens: &[String], numbers: &[Number], slots: &mut Slots) {
    let word = |at: usize| tokens.get(at).map_or("", String::as_str);
    let before = |n: &Number| n.at.checked_sub(1).map_or("", word);
    let mut left: Vec<Number> = Vec::new();
    for n in numbers {
        let next = word(n.end);
        let effort = before(n) == "rpe"
            || next == "rpe"
            || (["of", "was", "is", "at"].contains(&before(n)) && n.at >= 2 && word(n.at - 2) == "rpe");
        if before(n) == "set" {
            continue;
        }
        if effort
            && slots.rpe.is_none()
            && (1.0..=10.0).contains(&n.value)
            && !(next == "rpe" && left_is_rpe(numbers, n, tokens))
        {
            slots.rpe = Some((n.value * 2.0).round() / 2.0);
        } else if in_reserve(tokens, n.end) {
            slots.rpe = (0.0..=9.0).contains(&n.value).then(|| 10.0 - (n.value * 2.0).round() / 2.0);
        } else if let Some((value, unit)) = numbers::weight(tokens, *n) {
            slots.load = slots.load.or(Some((value, Some(unit))));
        } else if ["rep", "reps", "repetitions", "times"].contains(&next) {
            slots.reps = slots.reps.or(numbers::whole(n.value).filter(|reps| *reps <= 100));
        } else if ["seconds", "sec", "secs", "second", "s"].contains(&next) {
            slots.seconds = slots.seconds.or(numbers::whole(n.value));
        } else if !["day", "days", "minutes", "min", "mins", "minute", "hour", "hours", "sets"]
            .contains(&next)
        {
            left.push(*n);
        }
    }
    bare(&left, slots);
}

/// In "8 rpe 9" the mark belongs to the number behind it.
fn left_is_rpe(numbers: &[Number], n: &Number, tokens: &[String]) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", String::as_str);
    let filler = usize::from(["is", "was", "of", "at"].contains(&word(n.end + 1)));
    word(n.end) == "rpe" && numbers.iter().any(|m| m.at == n.end + 1 + filler)
}

/// "2 in reserve", "2 reps in the tank", "2 rir".
fn in_reserve(tokens: &[String], at: usize) -> bool {
    const PHRASES: &str = "rir|in_reserve|reps_in_reserve|rep_in_reserve|in_the_tank|left_in_the_tank|\
        reps_in_the_tank|rep_in_the_tank|reps_left_in_the_tank|more_in_the_tank|left_in_me";
    places(tokens, PHRASES).iter().any(|(start, _)| *start == at)
}

/// Numbers without a word of their own: load and reps when there are two, reps when there is one.
fn bare(left: &[Number], slots: &mut Slots) {
    match left {
        [one] if slots.reps.is_none() && one.value <= 100.0 && one.value.fract() == 0.0 => {
            slots.reps = numbers::whole(one.value);
        }
        [one] if slots.load.is_none() => slots.load = Some((one.value, None)),
        [a, b] if slots.load.is_none() && slots.reps.is_none() => {
            let (load, reps) = if a.value < b.value && b.value > 30.0 { (b, a) } else { (a, b) };
            slots.load = Some((load.value, None));
            slots.reps = numbers::whole(reps.value).filter(|reps| *reps <= 100);
        }
        _ => {}
    }
}
