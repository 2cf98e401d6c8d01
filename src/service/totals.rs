//! Running totals, made anew for one exercise and day or week in the transaction that changes a
//! set. They are computed from the sets every time, never added up, so they cannot drift.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::core::{Core, Write};
use super::error::{Error, Result};
use super::profiles;
use crate::domain::catalogue::Catalogue;
use crate::domain::exercise::Exercise;
use crate::domain::summary;
use crate::storage::sets::{self, StoredSet};
use crate::storage::totals::{self as storage, ExerciseBest, ExerciseDay, ExerciseWeek, TotalRow};
use crate::storage::users::{self, Counter};

/// Makes the totals of an exercise anew, on the day and in the week of a set that changed, from the
/// sets of that week.
pub async fn refresh(
    write: &mut Write,
    exercise_id: &str,
    exercise: Option<&Exercise>,
    (day, week_start): (Date, Date),
    lifted: &[StoredSet],
) -> Result<()> {
    let user_id = write.user_id.clone();
    put_week(write, exercise_id, week_start, lifted).await?;
    let best = day_of(lifted.iter().filter(|stored| stored.day == day), exercise, day);
    put_day(write, exercise_id, day, best.as_ref()).await?;
    Ok(users::bump(&mut write.tx, &user_id, Counter::Totals).await?)
}

async fn put_week(
    write: &mut Write,
    exercise_id: &str,
    week_start: Date,
    lifted: &[StoredSet],
) -> Result<()> {
    let week = week_of(exercise_id, lifted);
    Ok(storage::put_week(&mut write.tx, &write.user_id, week_start, &week).await?)
}

fn week_of(exercise_id: &str, lifted: &[StoredSet]) -> ExerciseWeek {
    let hard = lifted.iter().filter(|stored| stored.set.is_hard()).count();
    ExerciseWeek {
        exercise_id: exercise_id.to_owned(),
        hard_sets: i64::try_from(hard).unwrap_or(i64::MAX),
        volume_kg: summary::volume_of(lifted.iter().map(|stored| &stored.set)),
    }
}

/// Writes the bests of a day, where they are others than before, and the all-time bests with this day
/// among them. Those are looked up among all days only where this day had one of them and has it no
/// more.
async fn put_day(write: &mut Write, exercise_id: &str, day: Date, now: Option<&ExerciseDay>) -> Result<()> {
    let Write { tx, user_id, .. } = write;
    let (best, on_day) = storage::standing(tx, user_id, exercise_id, day).await?.unzip();
    let on_day = on_day.flatten();
    if best.is_some() && on_day.as_ref() == now {
        return Ok(());
    }
    storage::put_day(tx, user_id, exercise_id, day, now).await?;
    match best.as_ref().zip(now).and_then(|(best, now)| with_day(best, now, &day.to_string())) {
        None => Ok(storage::refresh_best(tx, user_id, exercise_id).await?),
        with if with == best => Ok(()),
        Some(with) => Ok(storage::put_best(tx, user_id, &with).await?),
    }
}

/// None where the day held a best and lost it. Of equal bests the earliest counts.
fn with_day(best: &ExerciseBest, now: &ExerciseDay, day: &str) -> Option<ExerciseBest> {
    let mut best = best.clone();
    let held = best.e1rm_day.as_deref() == Some(day);
    if held && now.e1rm_kg < best.e1rm_kg
        || best.top_weight_day == day && now.top_weight_kg < best.top_weight_kg
    {
        return None;
    }
    let earlier = best.e1rm_day.as_deref().is_none_or(|standing| day < standing);
    if now.e1rm_kg > best.e1rm_kg || now.e1rm_kg.is_some() && now.e1rm_kg == best.e1rm_kg && earlier {
        (best.e1rm_kg, best.e1rm_day) = (now.e1rm_kg, Some(day.to_owned()));
    }
    let even = now.top_weight_kg.total_cmp(&best.top_weight_kg);
    if even.is_gt() || even.is_eq() && day < best.top_weight_day.as_str() {
        (best.top_weight_kg, best.top_weight_day) = (now.top_weight_kg, day.to_owned());
    }
    if best.last_day.as_str() < day {
        day.clone_into(&mut best.last_day);
    }
    Some(best)
}

fn day_of<'a>(
    lifted: impl Iterator<Item = &'a StoredSet>,
    exercise: Option<&Exercise>,
    day: Date,
) -> Option<ExerciseDay> {
    let bests = summary::bests(lifted.map(|stored| (&stored.set, stored.bodyweight_kg)), exercise);
    let (top_reps, _) = bests.count?;
    Some(ExerciseDay {
        day,
        e1rm_kg: bests.e1rm.map(|(value, _)| value),
        top_weight_kg: bests.weight.map_or(0.0, |(value, _)| value),
        top_reps: i64::from(top_reps),
    })
}

/// What making totals anew came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Rebuilt {
    /// Accounts.
    pub people: usize,
    /// Totals there are now.
    pub rows: usize,
    /// Totals that were missing, too many or other than the sets say.
    pub differed: usize,
}

/// Makes every person's totals anew, one transaction a person.
pub async fn rebuild_all(core: &Core) -> Result<Rebuilt> {
    let mut whole = Rebuilt::default();
    let people = users::ids(&mut core.read().await?).await?;
    for user_id in people {
        match rebuild(core, &user_id).await {
            Ok(one) => {
                whole.people += 1;
                whole.rows += one.rows;
                whole.differed += one.differed;
            }
            // The account was deleted meanwhile.
            Err(Error::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(whole)
}

/// Throws a person's totals away and makes them from the sets.
pub async fn rebuild(core: &Core, user_id: &str) -> Result<Rebuilt> {
    let mut write = core.write(user_id).await?;
    let catalogue: Catalogue = profiles::catalogue(&core.catalogue, &mut write.tx, user_id).await?;
    let before = storage::all(&mut write.tx, user_id).await?;
    storage::clear(&mut write.tx, user_id).await?;
    let places = sets::days(&mut write.tx, user_id).await?;
    refresh_many(&mut write, &catalogue, &places).await?;
    let after = storage::all(&mut write.tx, user_id).await?;
    write.commit().await?;
    Ok(Rebuilt { people: 1, rows: after.len(), differed: differences(&before, &after) })
}

/// Makes the totals of many exercises, days and weeks anew, each once.
pub async fn refresh_many(
    write: &mut Write,
    catalogue: &Catalogue,
    places: &[(String, Date, Date)],
) -> Result<()> {
    for (exercise_id, weeks) in weeks_of(places) {
        refresh_weeks(write, exercise_id, catalogue.get(exercise_id), &weeks).await?;
        storage::refresh_best(&mut write.tx, &write.user_id, exercise_id).await?;
    }
    let user_id = write.user_id.clone();
    Ok(users::bump(&mut write.tx, &user_id, Counter::Totals).await?)
}

/// One exercise's weeks, and the days in them: read at once, and written at once where there is
/// something to keep.
async fn refresh_weeks(
    write: &mut Write,
    exercise_id: &str,
    exercise: Option<&Exercise>,
    weeks: &BTreeMap<Date, BTreeSet<Date>>,
) -> Result<()> {
    let user_id = write.user_id.clone();
    let Some((first, last)) = weeks.keys().next().copied().zip(weeks.keys().next_back().copied()) else {
        return Ok(());
    };
    let mut lifted: BTreeMap<Date, Vec<StoredSet>> = BTreeMap::new();
    for stored in sets::of_weeks(&mut write.tx, &user_id, exercise_id, (first, last)).await? {
        lifted.entry(stored.week_start).or_default().push(stored);
    }
    let (mut full_weeks, mut full_days) = (Vec::new(), Vec::new());
    for (monday, days) in weeks {
        let lifted = lifted.remove(monday).unwrap_or_default();
        let week = week_of(exercise_id, &lifted);
        if week.hard_sets == 0 {
            storage::put_week(&mut write.tx, &user_id, *monday, &week).await?;
        } else {
            full_weeks.push((*monday, week));
        }
        for day in days {
            match day_of(lifted.iter().filter(|stored| stored.day == *day), exercise, *day) {
                None => storage::put_day(&mut write.tx, &user_id, exercise_id, *day, None).await?,
                Some(best) => full_days.push(best),
            }
        }
    }
    storage::put_weeks(&mut write.tx, &user_id, &full_weeks).await?;
    Ok(storage::put_days(&mut write.tx, &user_id, exercise_id, &full_days).await?)
}

/// How many totals are in one list and not in the other. Sums of the same numbers may differ in
/// their last digits.
fn differences(before: &[TotalRow], after: &[TotalRow]) -> usize {
    let place = |row: &TotalRow| (row.kind.clone(), row.exercise_id.clone(), row.at.clone());
    let mut left: BTreeMap<_, _> = before.iter().map(|row| (place(row), row)).collect();
    let gone = |row: &TotalRow, left: &mut BTreeMap<_, &TotalRow>| {
        left.remove(&place(row)).is_none_or(|there| !is_same(there, row))
    };
    let changed = after.iter().filter(|row| gone(row, &mut left)).count();
    changed + left.len()
}

fn is_same(one: &TotalRow, other: &TotalRow) -> bool {
    let close = |a: f64, b: f64| (a - b).abs() <= 1e-9 * a.abs().max(1.0);
    let e1rm = match (one.e1rm_kg, other.e1rm_kg) {
        (Some(a), Some(b)) => close(a, b),
        (a, b) => a.is_none() && b.is_none(),
    };
    one.count == other.count && close(one.kg, other.kg) && e1rm
}

/// The days of each exercise by its weeks, each once.
fn weeks_of(places: &[(String, Date, Date)]) -> BTreeMap<&str, BTreeMap<Date, BTreeSet<Date>>> {
    let mut exercises: BTreeMap<&str, BTreeMap<Date, BTreeSet<Date>>> = BTreeMap::new();
    for (exercise_id, day, week_start) in places {
        exercises.entry(exercise_id).or_default().entry(*week_start).or_default().insert(*day);
    }
    exercises
}
