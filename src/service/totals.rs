//! Running totals, made anew for one exercise and day or week in the transaction that changes a
//! set. They are computed from the sets every time, never added up, so they cannot drift.

use jiff::civil::Date;

use super::core::{Core, Write};
use super::error::Result;
use super::profiles;
use crate::domain::catalogue::Catalogue;
use crate::domain::exercise::Exercise;
use crate::domain::summary;
use crate::storage::sets::{self, StoredSet};
use crate::storage::totals::{self as storage, ExerciseDay, ExerciseWeek};
use crate::storage::users::{self, Counter};

/// Makes the totals of an exercise anew, on the day and in the week of a set that changed.
pub async fn refresh(
    write: &mut Write,
    exercise_id: &str,
    exercise: Option<&Exercise>,
    day: Date,
    week_start: Date,
) -> Result<()> {
    refresh_week(write, exercise_id, week_start).await?;
    refresh_day(write, exercise_id, exercise, day).await?;
    let user_id = write.user_id.clone();
    storage::refresh_best(&mut write.tx, &user_id, exercise_id).await?;
    Ok(users::bump(&mut write.tx, &user_id, Counter::Totals).await?)
}

async fn refresh_week(write: &mut Write, exercise_id: &str, week_start: Date) -> Result<()> {
    let user_id = write.user_id.clone();
    let lifted = sets::of_week(&mut write.tx, &user_id, exercise_id, week_start).await?;
    let hard = lifted.iter().filter(|stored| summary::is_hard(&stored.set)).count();
    let week = ExerciseWeek {
        exercise_id: exercise_id.to_owned(),
        hard_sets: i64::try_from(hard).unwrap_or(i64::MAX),
        volume_kg: lifted.iter().map(|stored| summary::volume_kg(&stored.set)).sum(),
    };
    Ok(storage::put_week(&mut write.tx, &user_id, week_start, &week).await?)
}

async fn refresh_day(
    write: &mut Write,
    exercise_id: &str,
    exercise: Option<&Exercise>,
    day: Date,
) -> Result<()> {
    let user_id = write.user_id.clone();
    let lifted = sets::of_day(&mut write.tx, &user_id, exercise_id, day).await?;
    let best = day_of(&lifted, exercise, day);
    Ok(storage::put_day(&mut write.tx, &user_id, exercise_id, day, best.as_ref()).await?)
}

fn day_of(lifted: &[StoredSet], exercise: Option<&Exercise>, day: Date) -> Option<ExerciseDay> {
    let bests = summary::bests(lifted.iter().map(|stored| (&stored.set, stored.bodyweight_kg)), exercise);
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
    for (exercise_id, day, week_start) in sets::days(&mut write.tx, user_id).await? {
        refresh(&mut write, &exercise_id, catalogue.get(&exercise_id), day, week_start).await?;
    }
    write.commit().await
}
