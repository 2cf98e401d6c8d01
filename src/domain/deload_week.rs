//! When a week of lighter training is worth suggesting: half the main lifts had to be lightened
//! within a week, or six hard weeks were trained in a row. Pure; it suggests and changes nothing.

use crate::domain::policy::{FEWEST_LIFTS, HARD_SHARE, HARD_WEEKS};
use std::collections::BTreeSet;

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::catalogue::Catalogue;
use super::exercise::{Exercise, ExerciseId, Mechanic, Pattern};
use super::plan::{DeloadWeek, PlanDoc};
use crate::reason;

/// What was trained.
#[derive(Debug, Clone, Copy)]
pub struct Trained<'a> {
    /// Exercises that were deloaded within the window.
    pub deloaded: &'a BTreeSet<ExerciseId>,
    /// Hard sets of each week that had any, in any order.
    pub weeks: &'a [(Date, i64)],
    /// The Monday of the current week; it is not over, and not counted.
    pub this_monday: Date,
}

/// Whether a deload week is worth suggesting for someone on this plan.
#[must_use]
pub fn suggested(plan: &PlanDoc, catalogue: &Catalogue, trained: &Trained<'_>) -> Option<DeloadWeek> {
    let main = main_lifts(plan, catalogue);
    let lightened = main.iter().filter(|id| trained.deloaded.contains(**id)).count();
    if lightened >= FEWEST_LIFTS && 2 * lightened >= main.len() {
        let why = reason!("deload_week_lifts", lightened = lightened, main_lifts = main.len());
        return Some(DeloadWeek::of(why));
    }
    let weeks = hard_weeks(plan, trained);
    (weeks >= HARD_WEEKS).then(|| DeloadWeek::of(reason!("deload_week_hard", weeks = weeks)))
}

/// The compound lifts of the big patterns.
fn main_lifts<'a>(plan: &'a PlanDoc, catalogue: &Catalogue) -> BTreeSet<&'a str> {
    let ids = plan.exercises().map(|planned| planned.exercise_id.as_str());
    ids.filter(|id| catalogue.get(id).is_some_and(is_main)).collect()
}

/// Whether it is a compound lift of one of the big patterns.
#[must_use]
pub fn is_main(exercise: &Exercise) -> bool {
    let big = matches!(
        exercise.pattern,
        Pattern::Squat
            | Pattern::Hinge
            | Pattern::HorizontalPush
            | Pattern::VerticalPush
            | Pattern::HorizontalPull
            | Pattern::VerticalPull
    );
    big && exercise.mechanic == Mechanic::Compound
}

/// Hard weeks in a row, back from last week.
fn hard_weeks(plan: &PlanDoc, trained: &Trained<'_>) -> usize {
    let planned: usize = plan.exercises().map(|planned| planned.sets.len()).sum();
    let enough = super::plan_math::count(planned) * HARD_SHARE;
    let sets_of = |monday: Date| {
        let found = trained.weeks.iter().find(|(week, _)| *week == monday);
        found.and_then(|(_, sets)| u32::try_from(*sets).ok()).map_or(0.0, f64::from)
    };
    let back = (1_i64..=52).map_while(|n| trained.this_monday.checked_sub((7 * n).days()).ok());
    if planned == 0 { 0 } else { back.take_while(|monday| sets_of(*monday) >= enough).count() }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::plan::{PlannedDay, PlannedExercise, PlannedSet, Split};

    const MAIN: [&str; 4] = ["barbell-back-squat", "barbell-bench-press", "barbell-deadlift", "barbell-row"];

    fn plan(ids: &[&str]) -> PlanDoc {
        let set = PlannedSet { reps_min: 5, reps_max: 8, weight_kg: None, rpe: None };
        let exercise = |id: &&str| PlannedExercise {
            exercise_id: (*id).to_owned(),
            group: None,
            rest_seconds: None,
            note: None,
            sets: vec![set.clone(); 2],
        };
        let exercises = ids.iter().map(exercise).collect();
        let day = PlannedDay { day: "Day1".into(), focus: "All".into(), weekday: None, exercises };
        PlanDoc { split: Split::Custom, days: vec![day] }
    }

    fn because(plan: &PlanDoc, deloaded: &[&str], weeks: &[(i64, i64)]) -> Option<String> {
        let this_monday = date(2026, 3, 16);
        let deloaded = deloaded.iter().map(|id| (*id).to_owned()).collect();
        let weeks: Vec<(Date, i64)> = weeks
            .iter()
            .map(|(back, sets)| (this_monday.checked_sub((7 * back).days()).unwrap(), *sets))
            .collect();
        let trained = Trained { deloaded: &deloaded, weeks: &weeks, this_monday };
        let found = suggested(plan, &Catalogue::embedded(), &trained)?;
        found.reason.as_ref().map(crate::wording::reason)
    }

    #[test]
    fn half_the_main_lifts_and_no_fewer() {
        let four = plan(&[MAIN[0], MAIN[1], MAIN[2], MAIN[3], "plank"]);
        assert_eq!(because(&four, &[MAIN[0]], &[]), None);
        assert_eq!(because(&four, &[MAIN[0], "plank"], &[]), None, "a plank is no main lift");
        assert!(because(&four, &MAIN[..2], &[]).unwrap().starts_with("2 of your 4 main lifts"));
        assert_eq!(because(&plan(&MAIN[..2]), &MAIN[..1], &[]), None, "one lift is that lift's own matter");
        assert_eq!(
            because(&plan(&MAIN[..3]), &MAIN[2..], &[]),
            None,
            "what is not in the plan does not count"
        );
    }

    #[test]
    fn six_hard_weeks_in_a_row_up_to_last_week() {
        let eight_sets = plan(&MAIN);
        let hard = |weeks: std::ops::RangeInclusive<i64>| weeks.map(|back| (back, 6)).collect::<Vec<_>>();
        assert_eq!(because(&eight_sets, &[], &hard(1..=5)), None);
        assert_eq!(because(&eight_sets, &[], &hard(0..=5)), None, "this week is not over");
        assert!(because(&eight_sets, &[], &hard(1..=6)).unwrap().starts_with("6 hard weeks"));
        assert!(because(&eight_sets, &[], &hard(1..=9)).unwrap().starts_with("9 hard weeks"));
        let mut rested = hard(1..=8);
        rested[2].1 = 5;
        assert_eq!(because(&eight_sets, &[], &rested), None, "an easy week begins the count anew");
        assert_eq!(because(&eight_sets, &[], &hard(2..=9)), None, "and so does one without training");
        assert_eq!(because(&plan(&[]), &[], &hard(1..=9)), None);
    }
}
