//! What is said beside a plan: slots that had no exercise, work the minutes do not hold, weekly
//! minimums that were missed.

use std::collections::BTreeMap;

use crate::domain::exercise::{Muscle, Pattern};
use crate::domain::plan_math::weekly_band;
use crate::domain::profile::Profile;
use crate::domain::text::words;

use super::fill::Gap;
use super::week::Week;

/// One sentence for each kind of slot that no exercise of its pattern could take, naming the days by
/// their focus.
pub fn gaps(gaps: &[Gap<'_>], week: &Week<'_>, focuses: &[String]) -> Vec<String> {
    let mut grouped: BTreeMap<(Pattern, bool, Option<&str>), Vec<&str>> = BTreeMap::new();
    for gap in gaps {
        let stands =
            gap.instead.filter(|other| week.open(gap.day).any(|entry| entry.exercise.id == other.id));
        let key = (gap.pattern, gap.further, stands.map(|exercise| exercise.name.as_str()));
        let days = grouped.entry(key).or_default();
        let day = focus(focuses, gap.day);
        if !days.contains(&day) {
            days.push(day);
        }
    }
    grouped.iter().map(|(key, days)| gap(*key, days)).collect()
}

fn gap((pattern, further, instead): (Pattern, bool, Option<&str>), days: &[&str]) -> String {
    let (pattern, days) = (words(pattern.as_str()), days.join(", "));
    let which = if further { "no further" } else { "no" };
    let then =
        instead.map_or_else(|| "the slot stays empty".to_owned(), |name| format!("{name} takes its place"));
    format!("{days}: {which} {pattern} exercise fits your equipment, level and limitations; {then}.")
}

/// What the minutes left out, and which muscles stay under their weekly minimum and why. `wanted`
/// is the week before it was trimmed to the minutes.
pub fn shortfalls(wanted: &Week<'_>, week: &Week<'_>, focuses: &[String], profile: &Profile) -> Vec<String> {
    let (least, _) = weekly_band(profile.experience);
    let minutes = profile.session_minutes;
    let short = |muscle: &Muscle| muscle.has_target() && week.total(*muscle) < least;
    let (by_minutes, by_choice): (Vec<Muscle>, Vec<Muscle>) = Muscle::ALL
        .iter()
        .copied()
        .filter(short)
        .partition(|muscle| wanted.total(*muscle) > week.total(*muscle));
    let under = |muscles: &[Muscle]| {
        let each = muscles.iter().map(|muscle| format!("{} {}", words(muscle.as_str()), week.total(*muscle)));
        each.collect::<Vec<_>>().join(", ")
    };
    let mut notes = Vec::new();
    let left = left_out(wanted, week, focuses);
    if !left.is_empty() {
        notes.push(format!("{minutes} minutes a day leave no room for {}.", left.join(", ")));
    }
    if !by_minutes.is_empty() {
        notes.push(format!(
            "{minutes} minutes a day hold fewer weekly sets than the minimum of {least} for: {}.",
            under(&by_minutes)
        ));
    }
    if !by_choice.is_empty() {
        let days = profile.days_per_week;
        notes.push(format!(
            "{days} days with the exercises that fit you give fewer weekly sets than the minimum of {least} for: {}.",
            under(&by_choice)
        ));
    }
    notes
}

fn focus(focuses: &[String], day: usize) -> &str {
    focuses.get(day).map_or("", String::as_str)
}

fn left_out(wanted: &Week<'_>, week: &Week<'_>, focuses: &[String]) -> Vec<String> {
    let pairs = wanted.entries.iter().zip(&week.entries);
    let dropped = pairs.filter(|(before, after)| before.sets > 0 && after.sets == 0);
    dropped.map(|(before, _)| format!("{} ({})", before.exercise.name, focus(focuses, before.day))).collect()
}
