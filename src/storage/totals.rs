//! Running totals: hard sets and volume of an exercise in a week, bests of an exercise on a day and
//! of all time. What they are is computed in `service::totals`; here they are only kept.

use std::collections::HashMap;

use jiff::civil::Date;

use super::macros::{MOST_ROWS, execute, fetch_all, fetch_built, fetch_optional, insert_rows};
use super::sessions::date;
use super::{Conn, ReadError, Tx};

/// One exercise in one week.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct ExerciseWeek {
    /// Which exercise.
    pub exercise_id: String,
    /// Hard sets.
    pub hard_sets: i64,
    /// Load times repetitions, kilograms.
    pub volume_kg: f64,
}

/// Bests of one exercise on one day.
#[derive(Debug, Clone, PartialEq)]
pub struct ExerciseDay {
    /// The person's own day.
    pub day: Date,
    /// Estimated one-repetition maximum, kilograms.
    pub e1rm_kg: Option<f64>,
    /// Heaviest load with a repetition, kilograms.
    pub top_weight_kg: f64,
    /// Most repetitions or seconds.
    pub top_reps: i64,
}

#[derive(sqlx::FromRow)]
struct DayRow {
    exercise_id: String,
    day: String,
    e1rm_kg: Option<f64>,
    top_weight_kg: f64,
    top_reps: i64,
}

impl TryFrom<DayRow> for (String, ExerciseDay) {
    type Error = serde_json::Error;
    fn try_from(row: DayRow) -> Result<Self, Self::Error> {
        let day = ExerciseDay {
            day: date(&row.day)?,
            e1rm_kg: row.e1rm_kg,
            top_weight_kg: row.top_weight_kg,
            top_reps: row.top_reps,
        };
        Ok((row.exercise_id, day))
    }
}

/// Bests of one exercise of all time.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct ExerciseBest {
    /// Which exercise.
    pub exercise_id: String,
    /// Kilograms.
    pub e1rm_kg: Option<f64>,
    /// The day of it.
    pub e1rm_day: Option<String>,
    /// Kilograms.
    pub top_weight_kg: f64,
    /// The day of it.
    pub top_weight_day: String,
    /// The last day it was lifted.
    pub last_day: String,
}

#[derive(sqlx::FromRow)]
struct StandingRow {
    #[sqlx(flatten)]
    best: ExerciseBest,
    day_e1rm_kg: Option<f64>,
    day_top_weight_kg: Option<f64>,
    day_top_reps: Option<i64>,
}

/// Writes one week of an exercise; no hard sets take it away.
pub async fn put_week(
    tx: &mut Tx,
    user_id: &str,
    week_start: Date,
    week: &ExerciseWeek,
) -> Result<(), sqlx::Error> {
    if week.hard_sets == 0 {
        return execute!(
            tx,
            "DELETE FROM exercise_weeks WHERE user_id = $1 AND week_start = $2 AND exercise_id = $3",
            user_id,
            week_start.to_string(),
            &week.exercise_id
        )
        .map(drop);
    }
    put_weeks(tx, user_id, &[(week_start, week.clone())]).await
}

/// Writes one day of an exercise; none takes it away.
pub async fn put_day(
    tx: &mut Tx,
    user_id: &str,
    exercise_id: &str,
    at: Date,
    day: Option<&ExerciseDay>,
) -> Result<(), sqlx::Error> {
    let Some(day) = day else {
        return execute!(
            tx,
            "DELETE FROM exercise_days WHERE user_id = $1 AND exercise_id = $2 AND day = $3",
            user_id,
            exercise_id,
            at.to_string()
        )
        .map(drop);
    };
    put_days(tx, user_id, exercise_id, std::slice::from_ref(day)).await
}

/// Writes many weeks that have hard sets, each once.
pub async fn put_weeks(
    tx: &mut Tx,
    user_id: &str,
    weeks: &[(Date, ExerciseWeek)],
) -> Result<(), sqlx::Error> {
    for rows in weeks.chunks(MOST_ROWS) {
        insert_rows!(
            tx,
            "INSERT INTO exercise_weeks (user_id, week_start, exercise_id, hard_sets, volume_kg) ",
            rows,
            |row| [user_id, row.0.to_string(), &row.1.exercise_id, row.1.hard_sets, row.1.volume_kg],
            " ON CONFLICT (user_id, week_start, exercise_id)
              DO UPDATE SET hard_sets = excluded.hard_sets, volume_kg = excluded.volume_kg"
        )?;
    }
    Ok(())
}

/// Writes many days of one exercise, each once.
pub async fn put_days(
    tx: &mut Tx,
    user_id: &str,
    exercise_id: &str,
    days: &[ExerciseDay],
) -> Result<(), sqlx::Error> {
    for rows in days.chunks(MOST_ROWS) {
        insert_rows!(
            tx,
            "INSERT INTO exercise_days (user_id, exercise_id, day, e1rm_kg, top_weight_kg, top_reps) ",
            rows,
            |row| [user_id, exercise_id, row.day.to_string(), row.e1rm_kg, row.top_weight_kg, row.top_reps],
            " ON CONFLICT (user_id, exercise_id, day) DO UPDATE SET
              e1rm_kg = excluded.e1rm_kg, top_weight_kg = excluded.top_weight_kg, top_reps = excluded.top_reps"
        )?;
    }
    Ok(())
}

/// Makes the all-time bests of an exercise anew from its days.
pub async fn refresh_best(tx: &mut Tx, user_id: &str, exercise_id: &str) -> Result<(), sqlx::Error> {
    execute!(tx, "DELETE FROM exercise_bests WHERE user_id = $1 AND exercise_id = $2", user_id, exercise_id)?;
    execute!(
        tx,
        "INSERT INTO exercise_bests
           (user_id, exercise_id, e1rm_kg, e1rm_day, top_weight_kg, top_weight_day, last_day)
         SELECT $1, $2,
           (SELECT e1rm_kg FROM exercise_days WHERE user_id = $1 AND exercise_id = $2 AND e1rm_kg IS NOT NULL
              ORDER BY e1rm_kg DESC, day LIMIT 1),
           (SELECT day FROM exercise_days WHERE user_id = $1 AND exercise_id = $2 AND e1rm_kg IS NOT NULL
              ORDER BY e1rm_kg DESC, day LIMIT 1),
           (SELECT top_weight_kg FROM exercise_days WHERE user_id = $1 AND exercise_id = $2
              ORDER BY top_weight_kg DESC, day LIMIT 1),
           (SELECT day FROM exercise_days WHERE user_id = $1 AND exercise_id = $2
              ORDER BY top_weight_kg DESC, day LIMIT 1),
           MAX(day)
         FROM exercise_days WHERE user_id = $1 AND exercise_id = $2 HAVING COUNT(*) > 0",
        user_id,
        exercise_id,
    )
    .map(drop)
}

/// Replaces the all-time bests of an exercise.
pub async fn put_best(tx: &mut Tx, user_id: &str, best: &ExerciseBest) -> Result<(), sqlx::Error> {
    execute!(
        tx,
        "UPDATE exercise_bests SET e1rm_kg = $3, e1rm_day = $4, top_weight_kg = $5, top_weight_day = $6,
           last_day = $7 WHERE user_id = $1 AND exercise_id = $2",
        user_id,
        &best.exercise_id,
        best.e1rm_kg,
        &best.e1rm_day,
        best.top_weight_kg,
        &best.top_weight_day,
        &best.last_day,
    )
    .map(drop)
}

/// What a person did in a week, by exercise.
pub async fn week(
    conn: &mut Conn,
    user_id: &str,
    week_start: Date,
) -> Result<Vec<ExerciseWeek>, sqlx::Error> {
    fetch_all!(
        conn,
        ExerciseWeek,
        "SELECT exercise_id, hard_sets, volume_kg FROM exercise_weeks
         WHERE user_id = $1 AND week_start = $2 ORDER BY exercise_id",
        user_id,
        week_start.to_string(),
    )
}

/// The last days of each exercise since a day, so many of each at most, oldest first.
pub async fn last_days(
    conn: &mut Conn,
    user_id: &str,
    exercises: &[&str],
    since: Date,
    limit: i64,
) -> Result<HashMap<String, Vec<ExerciseDay>>, ReadError> {
    let mut by_exercise: HashMap<String, Vec<ExerciseDay>> = HashMap::new();
    for exercises in exercises.chunks(MOST_ROWS / 4) {
        // Each by its own walk along the index: no more is read than is answered.
        let rows = fetch_built!(conn, DayRow, |query| {
            let mut parts = query.separated(" UNION ALL ");
            for exercise_id in exercises {
                parts.push(
                    "SELECT * FROM (SELECT exercise_id, day, e1rm_kg, top_weight_kg, top_reps
                     FROM exercise_days WHERE user_id = ",
                );
                parts.push_bind_unseparated(user_id).push_unseparated(" AND exercise_id = ");
                parts.push_bind_unseparated(*exercise_id).push_unseparated(" AND day >= ");
                parts.push_bind_unseparated(since.to_string()).push_unseparated(" ORDER BY day DESC LIMIT ");
                parts.push_bind_unseparated(limit).push_unseparated(") AS days");
            }
        })?;
        for row in rows {
            let (exercise_id, day) = row.try_into()?;
            by_exercise.entry(exercise_id).or_default().push(day);
        }
    }
    for days in by_exercise.values_mut() {
        days.sort_unstable_by_key(|one| one.day);
    }
    Ok(by_exercise)
}

/// The bests of an exercise before a day: e1RM, load, repetitions.
pub async fn bests_before(
    conn: &mut Conn,
    user_id: &str,
    exercise_id: &str,
    day: Date,
) -> Result<(Option<f64>, Option<f64>, Option<i64>), sqlx::Error> {
    let row = fetch_optional!(
        conn,
        (Option<f64>, Option<f64>, Option<i64>),
        "SELECT MAX(e1rm_kg), MAX(top_weight_kg), MAX(top_reps) FROM exercise_days
         WHERE user_id = $1 AND exercise_id = $2 AND day < $3",
        user_id,
        exercise_id,
        day.to_string(),
    )?;
    Ok(row.unwrap_or_default())
}

/// The exercises lifted last, with their bests.
pub async fn recent_bests(
    conn: &mut Conn,
    user_id: &str,
    limit: i64,
) -> Result<Vec<ExerciseBest>, sqlx::Error> {
    fetch_all!(
        conn,
        ExerciseBest,
        "SELECT exercise_id, e1rm_kg, e1rm_day, top_weight_kg, top_weight_day, last_day FROM exercise_bests
         WHERE user_id = $1 ORDER BY last_day DESC, exercise_id LIMIT $2",
        user_id,
        limit,
    )
}

/// The all-time bests of an exercise, and those of one day of it.
pub async fn standing(
    conn: &mut Conn,
    user_id: &str,
    exercise_id: &str,
    day: Date,
) -> Result<Option<(ExerciseBest, Option<ExerciseDay>)>, ReadError> {
    let row = fetch_optional!(
        conn,
        StandingRow,
        "SELECT b.exercise_id, b.e1rm_kg, b.e1rm_day, b.top_weight_kg, b.top_weight_day, b.last_day,
           d.e1rm_kg AS day_e1rm_kg, d.top_weight_kg AS day_top_weight_kg, d.top_reps AS day_top_reps
         FROM exercise_bests b LEFT JOIN exercise_days d
           ON d.user_id = b.user_id AND d.exercise_id = b.exercise_id AND d.day = $3
         WHERE b.user_id = $1 AND b.exercise_id = $2",
        user_id,
        exercise_id,
        day.to_string(),
    )?;
    Ok(row.map(|row| {
        let on_day = row.day_top_weight_kg.zip(row.day_top_reps).map(|(top_weight_kg, top_reps)| {
            ExerciseDay { day, e1rm_kg: row.day_e1rm_kg, top_weight_kg, top_reps }
        });
        (row.best, on_day)
    }))
}

/// Hard sets of each week that had any, newest first.
pub async fn weekly_sets(conn: &mut Conn, user_id: &str, limit: i64) -> Result<Vec<(Date, i64)>, ReadError> {
    let rows = fetch_all!(
        conn,
        (String, i64),
        "SELECT week_start, CAST(SUM(hard_sets) AS BIGINT) FROM exercise_weeks WHERE user_id = $1
         GROUP BY week_start ORDER BY week_start DESC LIMIT $2",
        user_id,
        limit,
    )?;
    rows.into_iter().map(|(week, sets)| Ok((date(&week)?, sets))).collect()
}

/// Takes every total of a person away, to make them anew.
pub async fn clear(tx: &mut Tx, user_id: &str) -> Result<(), sqlx::Error> {
    execute!(tx, "DELETE FROM exercise_weeks WHERE user_id = $1", user_id)?;
    execute!(tx, "DELETE FROM exercise_days WHERE user_id = $1", user_id)?;
    execute!(tx, "DELETE FROM exercise_bests WHERE user_id = $1", user_id).map(drop)
}

/// Every total of a person, one a row: which it is, and its numbers.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct TotalRow {
    /// `week`, `day` or `best`.
    pub kind: String,
    /// Which exercise.
    pub exercise_id: String,
    /// The week or day; of a best, the days it rests on.
    pub at: String,
    /// Hard sets of a week, most repetitions of a day.
    pub count: i64,
    /// Volume of a week; heaviest load of a day or of all time, kilograms.
    pub kg: f64,
    /// Estimated one-repetition maximum, kilograms.
    pub e1rm_kg: Option<f64>,
}

/// Every total of a person, in a fixed order.
pub async fn all(conn: &mut Conn, user_id: &str) -> Result<Vec<TotalRow>, sqlx::Error> {
    fetch_all!(
        conn,
        TotalRow,
        "SELECT 'week' AS kind, exercise_id, week_start AS at, hard_sets AS count, volume_kg AS kg,
           CAST(NULL AS DOUBLE PRECISION) AS e1rm_kg FROM exercise_weeks WHERE user_id = $1
         UNION ALL SELECT 'day', exercise_id, day, top_reps, top_weight_kg, e1rm_kg
           FROM exercise_days WHERE user_id = $1
         UNION ALL SELECT 'best', exercise_id,
           COALESCE(e1rm_day, '') || ' ' || top_weight_day || ' ' || last_day, 0, top_weight_kg, e1rm_kg
           FROM exercise_bests WHERE user_id = $1
         ORDER BY 1, 2, 3",
        user_id,
    )
}
