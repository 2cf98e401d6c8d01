//! Giving sets: a descent that changes one exercise at a time (two, where one is stuck) until no
//! change brings the week nearer to its bands. The measure is a sum over muscles: sets missing below the band and sets
//! beyond it weigh heavily and by their square, distance from the aim inside it lightly, and every
//! exercise and set costs a little, so that work is shared out evenly and nothing is done for its
//! own sake.

use crate::domain::exercise::Muscle;
use crate::domain::plan_math::{weekly_band, weekly_limit};
use crate::domain::profile::Experience;

use super::template::Role;
use super::week::{Entry, Week};

/// Fewest sets an exercise is worth setting up for.
pub const FEWEST: u8 = 2;

/// More rounds than any week needs: each one lowers the measure.
const ROUNDS: usize = 600;

const BELOW: f64 = 4.0;
const BEYOND: f64 = 8.0;
const INSIDE: f64 = 0.25;
const SET_COST: f64 = 0.25;
const FEW_COST: f64 = 1.5;
const MANY_COST: f64 = 0.5;

/// Most sets of one exercise in a day.
const fn most(experience: Experience) -> u8 {
    match experience {
        Experience::Beginner => 4,
        _ => 5,
    }
}

/// Changes sets one exercise at a time while the week gets better, then two at once where one
/// alone is stuck. With a limit (seconds), no day grows beyond it.
pub fn balance(week: &mut Week<'_>, limit: Option<u64>) {
    if limit.is_none() {
        start(week);
    }
    for _ in 0..ROUNDS {
        if let Some((at, sets)) = best_change(week, limit) {
            week.set(at, sets);
        } else if let Some(changes) = best_exchange(week, limit) {
            for (at, sets) in changes {
                week.set(at, sets);
            }
        } else {
            break;
        }
    }
}

/// Where the descent begins: compound lifts have sets, isolation has none.
fn start(week: &mut Week<'_>) {
    for at in 0..week.entries.len() {
        let sets = match week.entries.get(at).map(|entry| entry.role) {
            Some(Role::Main) => 3,
            Some(Role::Assist) => 2,
            _ => 0,
        };
        week.set(at, sets);
    }
}

fn best_change(week: &Week<'_>, limit: Option<u64>) -> Option<(usize, u8)> {
    let mut best = (-1e-9, None);
    for (at, entry) in week.entries.iter().enumerate() {
        for sets in steps(entry, week.experience) {
            let gain = delta(week, entry, sets);
            if gain < best.0 && holds(week, entry, sets, limit) {
                best = (gain, Some((at, sets)));
            }
        }
    }
    best.1
}

/// More for a muscle that has too little, less of something that stands in its way.
fn best_exchange(week: &mut Week<'_>, limit: Option<u64>) -> Option<[Change; 2]> {
    let mut best = (-1e-9, None);
    for up in 0..week.entries.len() {
        let Some((sets, gain)) = raise(week, up) else { continue };
        let before = week.sets(up);
        week.set(up, sets);
        for (down, fewer, change) in reductions(week, up, limit) {
            if gain + change < best.0 {
                best = (gain + change, Some([(up, sets), (down, fewer)]));
            }
        }
        week.set(up, before);
    }
    best.1
}

/// One entry and the sets it gets.
type Change = (usize, u8);

/// The step up of an entry that trains a muscle below its band.
fn raise(week: &Week<'_>, at: usize) -> Option<(u8, f64)> {
    let (least, _) = weekly_band(week.experience);
    let entry = week.entries.get(at)?;
    let lacks = |&(muscle, _): &(Muscle, f64)| muscle.has_target() && week.total(muscle) < least;
    if !entry.shares().iter().any(lacks) {
        return None;
    }
    let sets = steps(entry, week.experience).find(|sets| *sets > entry.sets)?;
    Some((sets, delta(week, entry, sets)))
}

/// The steps down that others could take after `up` took one up. When minutes are short, a
/// compound lift never makes room for isolation, and the day that grew must still fit.
fn reductions(week: &Week<'_>, up: usize, limit: Option<u64>) -> Vec<(usize, u8, f64)> {
    let Some(raised) = week.entries.get(up) else { return Vec::new() };
    let over = limit.map_or(0, |limit| week.seconds(raised.day).saturating_sub(limit));
    let mut found = Vec::new();
    for (at, entry) in week.entries.iter().enumerate() {
        let may = at != up && (limit.is_none() || raised.role <= entry.role);
        let fewer = steps(entry, week.experience).find(|sets| *sets < entry.sets);
        let Some(fewer) = fewer.filter(|_| may) else { continue };
        let freed = entry.seconds(entry.sets) - entry.seconds(fewer);
        if over == 0 || (entry.day == raised.day && freed >= over) {
            found.push((at, fewer, delta(week, entry, fewer)));
        }
    }
    found
}

/// One step up and one step down, where they exist.
fn steps(entry: &Entry<'_>, experience: Experience) -> impl Iterator<Item = u8> + use<> {
    let up = match entry.sets {
        0 => Some(FEWEST),
        sets if sets < most(experience) => Some(sets + 1),
        _ => None,
    };
    let down = match entry.sets {
        sets if sets > FEWEST => Some(sets - 1),
        FEWEST if entry.role != Role::Main => Some(0),
        _ => None,
    };
    up.into_iter().chain(down)
}

fn holds(week: &Week<'_>, entry: &Entry<'_>, sets: u8, limit: Option<u64>) -> bool {
    let Some(limit) = limit else { return true };
    if sets <= entry.sets {
        return true;
    }
    week.seconds(entry.day) + entry.seconds(sets) - entry.seconds(entry.sets) <= limit
}

/// How much the measure changes when an entry gets that many sets; negative is better.
pub fn delta(week: &Week<'_>, entry: &Entry<'_>, sets: u8) -> f64 {
    let change = f64::from(sets) - f64::from(entry.sets);
    let muscles = entry.shares().iter().map(|&(muscle, share)| {
        let now = week.total(muscle);
        distance(muscle, now + change * share, week.experience) - distance(muscle, now, week.experience)
    });
    muscles.sum::<f64>() + cost(entry.role, sets) - cost(entry.role, entry.sets)
}

/// How far a muscle's weekly sets are from where they should be.
fn distance(muscle: Muscle, sets: f64, experience: Experience) -> f64 {
    let (least, most) = weekly_band(experience);
    let beyond = BEYOND * wrong((sets - most).max(0.0));
    if !muscle.has_target() {
        return beyond;
    }
    let aim = f64::midpoint(least, most);
    beyond + BELOW * wrong((least - sets).max(0.0)) + INSIDE * (aim - sets).powi(2)
}

/// Sets outside the band weigh by their square, and by themselves so that half a set still counts.
fn wrong(sets: f64) -> f64 {
    sets + sets.powi(2)
}

/// What an exercise costs for itself. Isolation must earn its place most; three sets are the
/// natural number of a main lift, and beyond three another exercise soon serves better.
fn cost(role: Role, sets: u8) -> f64 {
    if sets == 0 {
        return 0.0;
    }
    let (open, natural) = match role {
        Role::Main => (0.0, 3.0),
        Role::Assist => (1.0, 2.0),
        Role::Isolation => (1.5, 2.0),
    };
    let sets = f64::from(sets);
    open + SET_COST * sets + FEW_COST * (natural - sets).max(0.0) + MANY_COST * (sets - 3.0).max(0.0).powi(2)
}

/// Takes sets away until no muscle is beyond what the rules refuse. The descent already keeps away
/// from there; this holds for catalogues of any shape.
pub fn respect_limit(week: &mut Week<'_>) {
    let limit = weekly_limit(week.experience);
    while let Some(muscle) = Muscle::ALL.iter().copied().find(|muscle| week.total(*muscle) > limit) {
        let trains = |entry: &Entry<'_>| entry.sets > 0 && entry.exercise.share(muscle) > 0.0;
        let users = week.entries.iter().enumerate().filter(|(_, entry)| trains(entry));
        let Some(at) = users.max_by_key(|(_, entry)| entry.sets).map(|(at, _)| at) else { return };
        week.set(at, week.sets(at).saturating_sub(1));
    }
}
