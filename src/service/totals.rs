//! Running totals, made anew for one exercise and day or week in the transaction that changes a
//! set. They are computed from the sets every time, never added up, so they cannot drift.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::core::{Core, Write};
use super::error::Result;
use super::profiles;
use crate::domain::catalogue::Catalogue;
use crate::domain::exercise::Exercise;
use crate::domain::summary;
use crate::storage::sets::{self, StoredSet};
use crate::storage::totals::{self as storage, ExerciseBest, ExerciseDay, ExerciseWeek};
use crate::storage::users::{self, Counter};

/// Makes the totals of an exercise anew, on the day and in the week of a set that changed.
pub async fn refresh(
    write: &mut Write,
    exercise_id: &str,
    exercise: Option<&Exercise>,
    day: Date,
    week_start: Date,
) -> Result<()> {
    let user_id = write.user_id.clone();
    let lifted = sets::of_week(&mut write.tx, &user_id, exercise_id, week_start).await?;
    put_week(write, exercise_id, week_start, &lifted).await?;
    let best = put_day(write, exercise_id, exercise, day, &lifted).await?;
    refresh_best(write, exercise_id, day, best.as_ref()).await?;
    Ok(users::bump(&mut write.tx, &user_id, Counter::Totals).await?)
}

async fn put_week(
    write: &mut Write,
    exercise_id: &str,
    week_start: Date,
    lifted: &[StoredSet],
) -> Result<()> {
    let hard = lifted.iter().filter(|stored| summary::is_hard(&stored.set)).count();
    let week = ExerciseWeek {
        exercise_id: exercise_id.to_owned(),
        hard_sets: i64::try_from(hard).unwrap_or(i64::MAX),
        volume_kg: lifted.iter().map(|stored| summary::volume_kg(&stored.set)).sum(),
    };
    Ok(storage::put_week(&mut write.tx, &write.user_id, week_start, &week).await?)
}

/// Writes the day's bests from the sets of its week.
async fn put_day(
    write: &mut Write,
    exercise_id: &str,
    exercise: Option<&Exercise>,
    day: Date,
    lifted: &[StoredSet],
) -> Result<Option<ExerciseDay>> {
    let best = day_of(lifted.iter().filter(|stored| stored.day == day), exercise, day);
    storage::put_day(&mut write.tx, &write.user_id, exercise_id, day, best.as_ref()).await?;
    Ok(best)
}

/// The all-time bests stand unless this day has one of them, had one, or is the newest.
async fn refresh_best(
    write: &mut Write,
    exercise_id: &str,
    day: Date,
    now: Option<&ExerciseDay>,
) -> Result<()> {
    let standing = storage::best(&mut write.tx, &write.user_id, exercise_id).await?;
    if standing.zip(now).is_some_and(|(best, now)| stands(&best, now, &day.to_string())) {
        return Ok(());
    }
    Ok(storage::refresh_best(&mut write.tx, &write.user_id, exercise_id).await?)
}

fn stands(best: &ExerciseBest, now: &ExerciseDay, day: &str) -> bool {
    let is_best_day = best.e1rm_day.as_deref() == Some(day) || best.top_weight_day == day;
    let beaten = now.e1rm_kg.is_some_and(|kg| best.e1rm_kg.is_none_or(|best| kg >= best))
        || now.top_weight_kg >= best.top_weight_kg;
    !is_best_day && !beaten && best.last_day.as_str() >= day
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

/// Throws a person's totals away and makes them from the sets.
pub async fn rebuild(core: &Core, user_id: &str) -> Result<()> {
    let mut write = core.write(user_id).await?;
    let catalogue: Catalogue = profiles::catalogue(&core.catalogue, &mut write.tx, user_id).await?;
    storage::clear(&mut write.tx, user_id).await?;
    let mut exercises = BTreeSet::new();
    for ((exercise_id, week_start), days) in weeks_of(sets::days(&mut write.tx, user_id).await?) {
        let lifted = sets::of_week(&mut write.tx, user_id, &exercise_id, week_start).await?;
        put_week(&mut write, &exercise_id, week_start, &lifted).await?;
        for day in days {
            put_day(&mut write, &exercise_id, catalogue.get(&exercise_id), day, &lifted).await?;
        }
        exercises.insert(exercise_id);
    }
    for exercise_id in exercises {
        storage::refresh_best(&mut write.tx, user_id, &exercise_id).await?;
    }
    users::bump(&mut write.tx, user_id, Counter::Totals).await?;
    write.commit().await
}

/// The days of each exercise by its weeks.
fn weeks_of(days: Vec<(String, Date, Date)>) -> BTreeMap<(String, Date), Vec<Date>> {
    let mut weeks: BTreeMap<(String, Date), Vec<Date>> = BTreeMap::new();
    for (exercise_id, day, week_start) in days {
        weeks.entry((exercise_id, week_start)).or_default().push(day);
    }
    weeks
}
