//! The plan generator: a profile and a catalogue in, a weekly plan and notes on it out. Pure and
//! deterministic: the same input always gives the same plan, and every valid profile gives one.
//! It writes no loads; those live in the progression state.
//!
//! The way of a plan: [`split`] picks the kind of week, [`tables`] its days and slots, [`fill`] gives each slot an
//! exercise, [`volume`] gives each exercise its sets so that every muscle comes into its weekly
//! band, [`time`] trims each day to the person's minutes, [`prescription`] writes repetitions, RPE
//! and rest, and [`notes`] says what could not be had.

mod fill;
mod notes;
mod prescription;
#[cfg(test)]
pub(crate) mod sample;
pub mod split;
mod tables;
pub mod template;
#[cfg(test)]
mod tests;
mod time;
mod volume;
mod week;
mod weekdays;

use super::catalogue::Catalogue;
use super::plan::{PlanDoc, PlannedDay};
use super::profile::Profile;
use super::reason::Reason;
pub use split::focuses;

/// A plan fresh from the generator.
#[derive(Debug, Clone, PartialEq)]
pub struct Generated {
    /// The plan, without loads.
    pub plan: PlanDoc,
    /// One for each thing that could not be had: a preference, a slot, a weekly minimum.
    pub notes: Vec<Reason>,
}

/// Makes the weekly plan for a profile. `year` is the calendar year of the person's today; it
/// decides whether a minor's limits hold.
#[must_use]
pub fn generate(profile: &Profile, catalogue: &Catalogue, year: i16) -> Generated {
    let days = profile.days_per_week.clamp(2, 6);
    let (split, misfit) = split::choose(profile.split_preference, days, profile.experience);
    let templates: Vec<_> = tables::templates(split, days).collect();
    let (weekdays, moved) = weekdays::choose(profile.weekdays.as_deref(), days);

    let filled = fill::fill(&templates, profile, catalogue);
    let mut week = filled.week;
    volume::balance(&mut week, None);
    let wanted = week.clone();
    time::fit(&mut week, u64::from(profile.session_minutes) * 60);
    volume::respect_limit(&mut week);

    let mut notes: Vec<Reason> = misfit.into_iter().chain(moved).collect();
    let focuses: Vec<String> = templates.iter().map(|day| split::focus(day, &templates)).collect();
    notes.extend(notes::gaps(&filled.gaps, &week, &focuses));
    notes.extend(notes::shortfalls(&wanted, &week, &focuses, profile));

    let dose = prescription::Dose::of(profile, year);
    let days = focuses.into_iter().zip(weekdays).enumerate().map(|(at, (focus, weekday))| PlannedDay {
        day: format!("Day{}", at + 1),
        focus,
        weekday: Some(weekday),
        exercises: week.open(at).map(|entry| dose.prescribe(entry)).collect(),
    });
    Generated { plan: PlanDoc { split, days: days.collect() }, notes }
}
