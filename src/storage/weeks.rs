//! Running totals read week by week, for drawing them.

use jiff::civil::Date;

use super::macros::fetch_all;
use super::sessions::date;
use super::{Conn, ReadError};

/// What was done in one week.
#[derive(Debug, Clone, PartialEq)]
pub struct WeekTotal {
    /// Its Monday.
    pub week_start: Date,
    /// Hard sets.
    pub hard_sets: i64,
    /// Load times repetitions, kilograms.
    pub volume_kg: f64,
}

#[derive(sqlx::FromRow)]
struct Row {
    week_start: String,
    hard_sets: i64,
    volume_kg: f64,
}

fn totals(rows: Vec<Row>) -> Result<Vec<WeekTotal>, ReadError> {
    let total = |row: Row| {
        let Row { week_start, hard_sets, volume_kg } = row;
        Ok(WeekTotal { week_start: date(&week_start)?, hard_sets, volume_kg })
    };
    rows.into_iter().map(total).collect()
}

/// The weeks of one exercise since a Monday, oldest first; only those that had hard sets.
pub async fn of_exercise(
    conn: &mut Conn,
    user_id: &str,
    exercise_id: &str,
    since: Date,
) -> Result<Vec<WeekTotal>, ReadError> {
    totals(fetch_all!(
        conn,
        Row,
        "SELECT week_start, hard_sets, volume_kg FROM exercise_weeks
         WHERE user_id = $1 AND week_start >= $2 AND exercise_id = $3 ORDER BY week_start",
        user_id,
        since.to_string(),
        exercise_id,
    )?)
}

/// The weeks of all exercises together.
pub async fn of_all(conn: &mut Conn, user_id: &str, since: Date) -> Result<Vec<WeekTotal>, ReadError> {
    totals(fetch_all!(
        conn,
        Row,
        "SELECT week_start, CAST(SUM(hard_sets) AS BIGINT) AS hard_sets, SUM(volume_kg) AS volume_kg
         FROM exercise_weeks WHERE user_id = $1 AND week_start >= $2
         GROUP BY week_start ORDER BY week_start",
        user_id,
        since.to_string(),
    )?)
}
