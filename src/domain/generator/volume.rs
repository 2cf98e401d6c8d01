//! Giving sets: a descent that changes one exercise at a time until no change brings the week
//! nearer to its bands. The measure is a sum over muscles: sets missing below the band and sets
//! beyond it weigh heavily and by their square, distance from the aim inside it lightly, and every
//! exercise and set costs a little, so that work is shared out evenly and nothing is done for its
//! own sake.

use crate::domain::exercise::Muscle;
use crate::domain::plan_math::{weekly_band, weekly_limit};
use crate::domain::profile::Experience;

use super::split::Role;
use super::week::{Entry, Week};

/// Fewest sets an exercise is worth setting up for.
pub const FEWEST: u8 = 2;

/// More rounds than any week needs: each one lowers the measure.
const ROUNDS: usize = 600;

const BELOW: f64 = 4.0;
const BEYOND: f64 = 8.0;
const INSIDE: f64 = 0.25;
const SET_COST: f64 = 0.1;

/// Most sets of one exercise in a day.
const fn most(experience: Experience) -> u8 {
    match experience {
        Experience::Beginner => 4,
        _ => 5,
    }
}

/// Changes sets one exercise at a time while the week gets better. With a limit (seconds), no day
/// grows beyond it.
pub fn balance(week: &mut Week<'_>, limit: Option<u64>) {
    if limit.is_none() {
        start(week);
    }
    for _ in 0..ROUNDS {
        let Some((at, sets)) = best_change(week, limit) else { break };
        week.set(at, sets);
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
    let beyond = BEYOND * (sets - most).max(0.0).powi(2);
    if !muscle.has_target() {
        return beyond;
    }
    let aim = least + (most - least) / 3.0;
    beyond + BELOW * (least - sets).max(0.0).powi(2) + INSIDE * (aim - sets).powi(2)
}

/// What an exercise costs for itself; isolation must earn its place most.
fn cost(role: Role, sets: u8) -> f64 {
    let open = match role {
        Role::Main => 0.0,
        Role::Assist => 1.0,
        Role::Isolation => 1.5,
    };
    if sets == 0 { 0.0 } else { open + SET_COST * f64::from(sets).powi(2) }
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
