//! What stands behind the numbers of progress: which exercises trained a muscle this week and which
//! are planned for it, and one lift week by week. Read from running totals.

use std::collections::BTreeMap;

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::athlete::Athlete;
use super::core::Core;
use super::error::Result;
use super::plans;
use super::progress::{self, Best, Lift};
use crate::domain::exercise::{ExerciseId, Muscle};
use crate::storage::{totals, weeks};

pub use crate::storage::weeks::WeekTotal;

/// Weeks that are drawn.
pub const WEEKS: i64 = 12;

/// An exercise's share of a muscle's week.
#[derive(Debug, Clone, PartialEq)]
pub struct Work {
    /// Which exercise.
    pub exercise_id: ExerciseId,
    /// Its name.
    pub name: String,
    /// Hard sets; half of them where the muscle only helps.
    pub sets: f64,
}

/// One muscle's week.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MuscleWork {
    /// What was done, most sets first.
    pub done: Vec<Work>,
    /// What the plan holds for it, most sets first.
    pub planned: Vec<Work>,
}

/// One lift in full.
#[derive(Debug, Clone, PartialEq)]
pub struct LiftHistory {
    /// Its trend and what stands next.
    pub lift: Lift,
    /// The last weeks, oldest first, empty ones with 0.
    pub weeks: Vec<WeekTotal>,
    /// Its bests.
    pub records: Vec<Best>,
}

/// Which exercises stand behind each muscle's sets this week.
pub async fn by_muscle(core: &Core, user_id: &str) -> Result<BTreeMap<Muscle, MuscleWork>> {
    let mut conn = core.read().await?;
    let athlete = Athlete::without_states(&mut conn, core, user_id).await?;
    let done = totals::week(&mut conn, user_id, athlete.this_monday()).await?;
    let plan = plans::standing_of(&mut conn, user_id, &athlete).await?.doc;
    let mut muscles: BTreeMap<Muscle, MuscleWork> = BTreeMap::new();
    for week in &done {
        let sets = f64::from(u32::try_from(week.hard_sets).unwrap_or(0));
        add(&mut muscles, &athlete, &week.exercise_id, sets, |work| &mut work.done);
    }
    for planned in plan.exercises() {
        let sets = f64::from(u32::try_from(planned.sets.len()).unwrap_or(0));
        add(&mut muscles, &athlete, &planned.exercise_id, sets, |work| &mut work.planned);
    }
    for work in muscles.values_mut().flat_map(|work| [&mut work.done, &mut work.planned]) {
        work.sort_by(|one, other| other.sets.total_cmp(&one.sets));
    }
    Ok(muscles)
}

fn add(
    muscles: &mut BTreeMap<Muscle, MuscleWork>,
    athlete: &Athlete,
    id: &str,
    sets: f64,
    list: impl Fn(&mut MuscleWork) -> &mut Vec<Work>,
) {
    let Some(exercise) = athlete.catalogue.get(id) else { return };
    for &muscle in Muscle::ALL.iter().filter(|muscle| exercise.share(**muscle) > 0.0) {
        let share = sets * exercise.share(muscle);
        let works = list(muscles.entry(muscle).or_default());
        match works.iter_mut().find(|work| work.exercise_id == id) {
            Some(work) => work.sets += share,
            None => works.push(Work { exercise_id: id.to_owned(), name: exercise.name.clone(), sets: share }),
        }
    }
}

/// One exercise in full. Unknown ones are not found.
pub async fn history(core: &Core, user_id: &str, exercise_id: &str) -> Result<LiftHistory> {
    let lift = progress::exercise(core, user_id, exercise_id).await?;
    let mut conn = core.read().await?;
    let athlete = Athlete::without_states(&mut conn, core, user_id).await?;
    let first = first_week(&athlete);
    let found = weeks::of_exercise(&mut conn, user_id, exercise_id, first).await?;
    let best = totals::standing(&mut conn, user_id, exercise_id, athlete.today).await?;
    let records = best.map_or_else(Vec::new, |(best, _)| progress::records(&best, &athlete));
    Ok(LiftHistory { lift, weeks: filled(&found, first), records })
}

/// The last weeks of everything, oldest first, empty ones with 0.
pub async fn weeks_of_all(core: &Core, user_id: &str) -> Result<Vec<WeekTotal>> {
    let mut conn = core.read().await?;
    let athlete = Athlete::without_states(&mut conn, core, user_id).await?;
    let first = first_week(&athlete);
    Ok(filled(&weeks::of_all(&mut conn, user_id, first).await?, first))
}

fn first_week(athlete: &Athlete) -> Date {
    let monday = athlete.this_monday();
    monday.checked_sub((7 * (WEEKS - 1)).days()).unwrap_or(monday)
}

/// Every week from the first on, none left out.
fn filled(found: &[WeekTotal], first: Date) -> Vec<WeekTotal> {
    let mondays = (0..WEEKS).filter_map(|week| first.checked_add((7 * week).days()).ok());
    let week = |week_start| {
        let known = found.iter().find(|total| total.week_start == week_start).cloned();
        known.unwrap_or(WeekTotal { week_start, hard_sets: 0, volume_kg: 0.0 })
    };
    mondays.map(week).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn weeks_without_a_set_are_drawn_as_nothing() {
        let first = date(2026, 3, 2);
        let total = WeekTotal { week_start: date(2026, 3, 16), hard_sets: 4, volume_kg: 900.0 };
        let weeks = filled(std::slice::from_ref(&total), first);
        assert_eq!(weeks.len(), usize::try_from(WEEKS).unwrap());
        assert_eq!((weeks[0].week_start, weeks[0].hard_sets), (first, 0));
        assert_eq!(weeks[2], total);
        assert!(filled(&[], first).iter().all(|week| week.hard_sets == 0));
    }
}
