//! What is said beside a plan: slots that had no exercise, work the minutes do not hold, weekly
//! minimums that were missed.

use std::collections::BTreeMap;

use crate::domain::exercise::{Exercise, Muscle, Pattern};
use crate::domain::plan_math::weekly_band;
use crate::domain::profile::Profile;
use crate::domain::reason::Reason;
use crate::reason;

use super::fill::Gap;
use super::week::Week;

/// One note for each kind of slot that no exercise of its pattern could take, naming the days by their
/// focus.
pub fn gaps(gaps: &[Gap<'_>], week: &Week<'_>, focuses: &[String]) -> Vec<Reason> {
    let mut grouped: BTreeMap<(Pattern, bool, Option<&str>), Vec<&str>> = BTreeMap::new();
    for gap in gaps {
        let stands =
            gap.instead.filter(|other| week.open(gap.day).any(|entry| entry.exercise.id == other.id));
        let key = (gap.pattern, gap.further, stands.map(Exercise::fact));
        let days = grouped.entry(key).or_default();
        let day = focus(focuses, gap.day);
        if !days.contains(&day) {
            days.push(day);
        }
    }
    grouped.into_iter().map(|(key, days)| gap(key, days)).collect()
}

fn gap((pattern, further, instead): (Pattern, bool, Option<&str>), days: Vec<&str>) -> Reason {
    let pattern = pattern.as_str();
    match (further, instead) {
        (false, None) => reason!("note_slot_empty", focuses = days, pattern = pattern),
        (true, None) => reason!("note_further_slot_empty", focuses = days, pattern = pattern),
        (false, Some(name)) => {
            reason!("note_slot_filled", focuses = days, pattern = pattern, exercise = name)
        }
        (true, Some(name)) => {
            reason!("note_further_slot_filled", focuses = days, pattern = pattern, exercise = name)
        }
    }
}

/// What the minutes left out, and which muscles stay under their weekly minimum and why. `wanted`
/// is the week before it was trimmed to the minutes.
pub fn shortfalls(wanted: &Week<'_>, week: &Week<'_>, focuses: &[String], profile: &Profile) -> Vec<Reason> {
    let (least, _) = weekly_band(profile.experience);
    let minutes = profile.session_minutes;
    let short = |muscle: &Muscle| muscle.has_target() && week.total(*muscle) < least;
    let (by_minutes, by_choice): (Vec<Muscle>, Vec<Muscle>) = Muscle::ALL
        .iter()
        .copied()
        .filter(short)
        .partition(|muscle| wanted.total(*muscle) > week.total(*muscle));
    let under = |muscles: &[Muscle]| -> Vec<Reason> {
        let sets = |muscle: &Muscle| week.total(*muscle);
        let each = muscles
            .iter()
            .map(|muscle| reason!("note_sets_of_muscle", muscle = muscle.as_str(), sets = sets(muscle)));
        each.collect()
    };
    let mut notes = Vec::new();
    let left = left_out(wanted, week, focuses);
    if !left.is_empty() {
        notes.push(reason!("note_no_room", minutes = minutes, left_parts = left));
    }
    if !by_minutes.is_empty() {
        let parts = under(&by_minutes);
        notes.push(reason!("note_few_minutes", minutes = minutes, least = least, sets_parts = parts));
    }
    if !by_choice.is_empty() {
        let (days, parts) = (profile.days_per_week, under(&by_choice));
        notes.push(reason!("note_few_days", days = days, least = least, sets_parts = parts));
    }
    notes
}

fn focus(focuses: &[String], day: usize) -> &str {
    focuses.get(day).map_or("", String::as_str)
}

fn left_out(wanted: &Week<'_>, week: &Week<'_>, focuses: &[String]) -> Vec<Reason> {
    let pairs = wanted.entries.iter().zip(&week.entries);
    let dropped = pairs.filter(|(before, after)| before.sets > 0 && after.sets == 0);
    let left = dropped.map(|(before, _)| {
        let (exercise, focus) = (before.exercise.fact(), focus(focuses, before.day));
        reason!("note_exercise_of_day", exercise = exercise, focus = focus)
    });
    left.collect()
}
