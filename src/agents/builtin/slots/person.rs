//! The person and what they lifted: limitations, bodyweight, units, experience, and a set's numbers.

use super::super::ear::{Ear, Person};
use super::super::pattern::{any, behind, has, matches, places};
use super::numbers::{self, Number};
use super::{Contraindication, Slots, Units, training::first};
use crate::domain::set_bounds::{LEAST_RPE, LOGGED, MOST_RPE};

/// Reads the slots of this file.
pub fn read(tokens: &[String], numbers: &[Number], ear: &Ear, slots: &mut Slots) {
    slots.experience = first(tokens, &ear.person.experience);
    limitations(tokens, &ear.person, slots);
    slots.bodyweight = bodyweight(tokens, numbers, ear);
    slots.units = units(tokens, numbers, &ear.person);
    slots.birth_year = birth_year(tokens, numbers, &ear.person);
    lifted(tokens, numbers, ear, slots);
}

fn limitations(tokens: &[String], ear: &Person, slots: &mut Slots) {
    let is_said = |phrases: &str, part: Contraindication| {
        places(tokens, phrases).iter().any(|place| is_body(tokens, *place, part, ear))
    };
    let named = ear.body_parts.iter().filter(|(phrases, part)| is_said(phrases, *part));
    let mut parts: Vec<Contraindication> = named.map(|(_, part)| *part).collect();
    if has(tokens, &ear.pregnant) {
        parts.push(Contraindication::Pregnancy);
    }
    if has(tokens, &ear.healed) {
        slots.healed = parts;
    } else if has(tokens, &ear.hurts) || parts == [Contraindication::Pregnancy] {
        slots.limitations = parts;
    }
}

/// "upper back" has no limitation of its own, "come back" and "back squat" are no body part.
fn is_body(tokens: &[String], (at, end): (usize, usize), part: Contraindication, ear: &Person) -> bool {
    let before = at.checked_sub(1).and_then(|i| tokens.get(i)).map_or("", String::as_str);
    let next = tokens.get(end).map_or("", String::as_str);
    if part == Contraindication::Overhead {
        return !ear.raises.is(next);
    }
    !ear.lifts.is(next) && !ear.motions.is(before)
}

fn bodyweight(tokens: &[String], numbers: &[Number], ear: &Ear) -> Option<(f64, Option<Units>)> {
    let weight = |n: &Number| numbers::weight(tokens, *n, &ear.numbers);
    let am = |n: &Number| tokens.get(..n.at).is_some_and(|head| matches(head, &ear.person.am));
    let is_weight = |n: &Number| am(n) && weight(n).is_some();
    if !any(tokens, &ear.person.weighs) && !numbers.iter().any(is_weight) {
        return None;
    }
    let bare = || numbers.first().map(|n| (n.value, None));
    let with_unit = numbers.iter().find_map(weight);
    with_unit
        .map(|(value, unit)| (value, Some(unit)))
        .or_else(bare)
        .filter(|(value, _)| (20.0..=900.0).contains(value))
}

fn units(tokens: &[String], numbers: &[Number], ear: &Person) -> Option<Units> {
    let free = |phrases: &str| {
        places(tokens, phrases).iter().any(|(at, _)| numbers.iter().all(|number| number.end != *at))
    };
    if !has(tokens, &ear.units_asked) {
        return None;
    }
    if free(&ear.lb) { Some(Units::Lb) } else { free(&ear.kg).then_some(Units::Kg) }
}

fn birth_year(tokens: &[String], numbers: &[Number], ear: &Person) -> Option<u16> {
    if !has(tokens, &ear.born) {
        return None;
    }
    numbers.iter().find(|n| (1900.0..=2100.0).contains(&n.value)).and_then(|n| numbers::whole(n.value))
}

/// A set's numbers: "100 kg x 5", "5 reps at 100", "8 at rpe 9", "2 in reserve".
fn lifted(tokens: &[String], numbers: &[Number], ear: &Ear, slots: &mut Slots) {
    let set = &ear.lifted;
    let word = |at: usize| tokens.get(at).map_or("", String::as_str);
    let before = |n: &Number| n.at.checked_sub(1).map_or("", word);
    let mut left: Vec<Number> = Vec::new();
    for n in numbers {
        let next = word(n.end);
        let effort = set.rpe.is(before(n))
            || set.rpe.is(next)
            || (set.rpe_is.is(before(n)) && n.at >= 2 && set.rpe.is(word(n.at - 2)));
        if set.set.is(before(n)) {
            continue;
        }
        if effort
            && slots.rpe.is_none()
            && (LEAST_RPE..=MOST_RPE).contains(&n.value)
            && !(set.rpe.is(next) && left_is_rpe(numbers, n, tokens, ear))
        {
            slots.rpe = Some((n.value * 2.0).round() / 2.0);
        } else if behind(tokens, n.end, &set.in_reserve).is_some() {
            slots.rpe = (0.0..=9.0).contains(&n.value).then(|| 10.0 - (n.value * 2.0).round() / 2.0);
        } else if let Some((value, unit)) = numbers::weight(tokens, *n, &ear.numbers) {
            slots.load = slots.load.or(Some((value, Some(unit))));
        } else if set.reps.is(next) {
            slots.reps = slots.reps.or(numbers::whole(n.value).filter(|reps| LOGGED.has_reps(*reps)));
        } else if set.seconds.is(next) {
            slots.seconds = slots.seconds.or(numbers::whole(n.value));
        } else if !set.counts_else.is(next) {
            left.push(*n);
        }
    }
    bare(&left, slots);
}

/// In "8 rpe 9" the mark belongs to the number behind it.
fn left_is_rpe(numbers: &[Number], n: &Number, tokens: &[String], ear: &Ear) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", String::as_str);
    let filler = usize::from(ear.lifted.rpe_is.is(word(n.end + 1)));
    ear.lifted.rpe.is(word(n.end)) && numbers.iter().any(|m| m.at == n.end + 1 + filler)
}

/// Numbers without a word of their own: load and reps when there are two, reps when there is one.
fn bare(left: &[Number], slots: &mut Slots) {
    match left {
        [one]
            if slots.reps.is_none()
                && one.value <= f64::from(LOGGED.most_reps)
                && one.value.fract() == 0.0 =>
        {
            slots.reps = numbers::whole(one.value);
        }
        [one] if slots.load.is_none() => slots.load = Some((one.value, None)),
        [a, b] if slots.load.is_none() && slots.reps.is_none() => {
            let (load, reps) = if a.value < b.value && b.value > 30.0 { (b, a) } else { (a, b) };
            slots.load = Some((load.value, None));
            slots.reps = numbers::whole(reps.value).filter(|reps| LOGGED.has_reps(*reps));
        }
        _ => {}
    }
}
