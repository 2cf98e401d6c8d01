//! Sets: what was lifted. Unique by session, exercise, warm-up or not, and index.

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::civil::Date;

use super::macros::{MOST_ROWS, execute, fetch_all, fetch_built, fetch_optional, insert_rows};
use super::sessions::{date, timestamp};
use super::{Conn, ReadError, Tx};
use crate::domain::session::{LoggedSet, SetKind};

/// A set with what is kept beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredSet {
    /// The set.
    pub set: LoggedSet,
    /// The session it belongs to.
    pub session_id: String,
    /// The person's own day.
    pub day: Date,
    /// The Monday of that week.
    pub week_start: Date,
    /// Bodyweight of that day, kilograms.
    pub bodyweight_kg: Option<f64>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    session_id: String,
    exercise_id: String,
    set_index: i64,
    reps: Option<i64>,
    duration_seconds: Option<i64>,
    weight_kg: f64,
    rpe: Option<f64>,
    kind: String,
    pain: bool,
    note: Option<String>,
    logged_at: i64,
    day: String,
    week_start: String,
    bodyweight_kg: Option<f64>,
}

impl TryFrom<Row> for StoredSet {
    type Error = serde_json::Error;
    fn try_from(row: Row) -> Result<Self, Self::Error> {
        let set = LoggedSet {
            id: row.id,
            exercise_id: row.exercise_id,
            set_index: u16::try_from(row.set_index).unwrap_or(u16::MAX),
            reps: row.reps.and_then(|reps| u16::try_from(reps).ok()),
            duration_seconds: row.duration_seconds.and_then(|seconds| u32::try_from(seconds).ok()),
            weight_kg: row.weight_kg,
            rpe: row.rpe,
            kind: SetKind::parse(&row.kind).unwrap_or(SetKind::Working),
            pain: row.pain,
            note: row.note,
            logged_at: timestamp(row.logged_at)?,
        };
        Ok(Self {
            set,
            session_id: row.session_id,
            day: date(&row.day)?,
            week_start: date(&row.week_start)?,
            bodyweight_kg: row.bodyweight_kg,
        })
    }
}

macro_rules! select {
    ($tail:literal) => {
        concat!(
            "SELECT id, session_id, exercise_id, set_index, reps, duration_seconds, weight_kg, rpe, kind,
               pain, note, logged_at, day, week_start, bodyweight_kg FROM sets ",
            $tail
        )
    };
}

/// Adds a set; false when its id or its place is taken.
pub async fn insert(tx: &mut Tx, user_id: &str, stored: &StoredSet) -> Result<bool, sqlx::Error> {
    Ok(insert_many(tx, user_id, &[stored]).await? == 1)
}

/// Adds many sets and answers how many; those whose id or place is taken are left out.
pub async fn insert_many(tx: &mut Tx, user_id: &str, sets: &[&StoredSet]) -> Result<u64, sqlx::Error> {
    let mut added = 0;
    for rows in sets.chunks(MOST_ROWS) {
        added += insert_rows!(
            tx,
            "INSERT INTO sets (id, session_id, user_id, exercise_id, warmup, set_index, reps, duration_seconds,
               weight_kg, rpe, kind, pain, note, logged_at, day, week_start, bodyweight_kg) ",
            rows,
            |row| [
                &row.set.id,
                &row.session_id,
                user_id,
                &row.set.exercise_id,
                row.set.is_warmup(),
                i64::from(row.set.set_index),
                row.set.reps.map(i64::from),
                row.set.duration_seconds.map(i64::from),
                row.set.weight_kg,
                row.set.rpe,
                row.set.kind.as_str(),
                row.set.pain,
                &row.set.note,
                row.set.logged_at.as_millisecond(),
                row.day.to_string(),
                row.week_start.to_string(),
                row.bodyweight_kg,
            ],
            " ON CONFLICT DO NOTHING"
        )?;
    }
    Ok(added)
}

/// Replaces a set by its id.
pub async fn update(tx: &mut Tx, set: &LoggedSet) -> Result<(), sqlx::Error> {
    execute!(
        tx,
        "UPDATE sets SET warmup = $2, set_index = $3, reps = $4, duration_seconds = $5, weight_kg = $6,
           rpe = $7, kind = $8, pain = $9, note = $10 WHERE id = $1",
        &set.id,
        set.is_warmup(),
        i64::from(set.set_index),
        set.reps.map(i64::from),
        set.duration_seconds.map(i64::from),
        set.weight_kg,
        set.rpe,
        set.kind.as_str(),
        set.pain,
        &set.note,
    )
    .map(drop)
}

/// Takes a set away.
pub async fn delete(tx: &mut Tx, id: &str) -> Result<(), sqlx::Error> {
    execute!(tx, "DELETE FROM sets WHERE id = $1", id).map(drop)
}

/// A person's set by its id.
pub async fn by_id(conn: &mut Conn, user_id: &str, id: &str) -> Result<Option<StoredSet>, ReadError> {
    let row = fetch_optional!(conn, Row, select!("WHERE user_id = $1 AND id = $2"), user_id, id)?;
    Ok(row.map(StoredSet::try_from).transpose()?)
}

/// The set at a place of a session.
pub async fn at(
    conn: &mut Conn,
    session_id: &str,
    exercise_id: &str,
    warmup: bool,
    set_index: u16,
) -> Result<Option<StoredSet>, ReadError> {
    let row = fetch_optional!(
        conn,
        Row,
        select!("WHERE session_id = $1 AND exercise_id = $2 AND warmup = $3 AND set_index = $4"),
        session_id,
        exercise_id,
        warmup,
        i64::from(set_index),
    )?;
    Ok(row.map(StoredSet::try_from).transpose()?)
}

/// The sets of a session in the order they were lifted.
pub async fn of_session(conn: &mut Conn, session_id: &str) -> Result<Vec<StoredSet>, ReadError> {
    let rows = fetch_all!(
        conn,
        Row,
        select!("WHERE session_id = $1 ORDER BY logged_at, exercise_id, warmup DESC, set_index"),
        session_id
    )?;
    rows.into_iter().map(|row| Ok(row.try_into()?)).collect()
}

/// The sets of many sessions, by session and each in the order they were lifted.
pub async fn of_sessions(
    conn: &mut Conn,
    ids: &[&str],
) -> Result<HashMap<String, Vec<StoredSet>>, ReadError> {
    let mut by_session: HashMap<String, Vec<StoredSet>> = HashMap::new();
    for ids in ids.chunks(MOST_ROWS) {
        let rows = fetch_built!(conn, Row, |query| {
            query.push(select!("WHERE session_id IN ("));
            let mut list = query.separated(", ");
            for id in ids {
                list.push_bind(*id);
            }
            query.push(") ORDER BY logged_at, exercise_id, warmup DESC, set_index");
        })?;
        for row in rows {
            let stored = StoredSet::try_from(row)?;
            by_session.entry(stored.session_id.clone()).or_default().push(stored);
        }
    }
    Ok(by_session)
}

/// The sets of a session, and those of one exercise in one week, by one read.
#[derive(Debug)]
pub struct Around {
    /// In the order they were lifted.
    pub session: Vec<StoredSet>,
    /// By when they were lifted, then by id.
    pub week: Vec<StoredSet>,
}

/// Two walks, each along its own index: as one condition with OR, or with the person in the first, it
/// would read their every set.
macro_rules! around {
    () => {
        concat!(
            select!("WHERE session_id = $2 UNION ALL "),
            select!("WHERE user_id = $1 AND exercise_id = $3 AND week_start = $4 AND session_id <> $2"),
            " ORDER BY logged_at, id"
        )
    };
}

/// What stands around a set of this exercise, week and session.
pub async fn around(
    conn: &mut Conn,
    user_id: &str,
    session_id: &str,
    (exercise_id, week_start): (&str, Date),
) -> Result<Around, ReadError> {
    let rows = fetch_all!(conn, Row, around!(), user_id, session_id, exercise_id, week_start.to_string())?;
    let all = rows.into_iter().map(StoredSet::try_from).collect::<Result<Vec<_>, _>>()?;
    let mut session: Vec<_> = all.iter().filter(|stored| stored.session_id == session_id).cloned().collect();
    session.sort_by(|one, other| as_lifted(&one.set).cmp(&as_lifted(&other.set)));
    let in_week =
        |stored: &StoredSet| stored.set.exercise_id == exercise_id && stored.week_start == week_start;
    Ok(Around { session, week: all.into_iter().filter(in_week).collect() })
}

/// The order of [`of_session`].
fn as_lifted(set: &LoggedSet) -> (Timestamp, &str, bool, u16) {
    (set.logged_at, &set.exercise_id, !set.is_warmup(), set.set_index)
}

/// The sets of one exercise since the day of a session, of sessions that began before it and by the
/// next day at the latest: a workout may run past midnight.
pub async fn of_day_before(
    conn: &mut Conn,
    user_id: &str,
    exercise_id: &str,
    (day, started_at, id): (Date, Timestamp, &str),
) -> Result<Vec<StoredSet>, ReadError> {
    let next = day.tomorrow().unwrap_or(day);
    let rows = fetch_all!(
        conn,
        Row,
        select!(
            "WHERE user_id = $1 AND exercise_id = $2 AND day >= $3 AND day <= $4
               AND EXISTS (SELECT 1 FROM training_sessions earlier WHERE earlier.id = sets.session_id
                 AND (earlier.started_at, earlier.id) < ($5, $6))
             ORDER BY logged_at, sets.id"
        ),
        user_id,
        exercise_id,
        day.to_string(),
        next.to_string(),
        started_at.as_millisecond(),
        id,
    )?;
    rows.into_iter().map(|row| Ok(row.try_into()?)).collect()
}

/// The sets of one exercise from one week to another, both included.
pub async fn of_weeks(
    conn: &mut Conn,
    user_id: &str,
    exercise_id: &str,
    (first, last): (Date, Date),
) -> Result<Vec<StoredSet>, ReadError> {
    let rows = fetch_all!(
        conn,
        Row,
        select!(
            "WHERE user_id = $1 AND exercise_id = $2 AND week_start >= $3 AND week_start <= $4
             ORDER BY logged_at, id"
        ),
        user_id,
        exercise_id,
        first.to_string(),
        last.to_string()
    )?;
    rows.into_iter().map(|row| Ok(row.try_into()?)).collect()
}

/// Every exercise and day of a person that has sets.
pub async fn days(conn: &mut Conn, user_id: &str) -> Result<Vec<(String, Date, Date)>, ReadError> {
    let rows = fetch_all!(
        conn,
        (String, String, String),
        "SELECT DISTINCT exercise_id, day, week_start FROM sets WHERE user_id = $1
         ORDER BY exercise_id, day, week_start",
        user_id
    )?;
    rows.into_iter().map(|(id, day, week)| Ok((id, date(&day)?, date(&week)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::Db;
    use super::*;

    #[tokio::test]
    async fn what_stands_around_a_set_is_found_by_indexes_however_many_sets_there_are() {
        let db = Db::open_narrow("sqlite::memory:").await.unwrap();
        let mut tx = db.begin().await.unwrap();
        let query = sqlx::AssertSqlSafe(format!("EXPLAIN QUERY PLAN {}", around!()));
        let rows = fetch_all!(tx, (i64, i64, i64, String), query).unwrap();
        let steps: Vec<_> =
            rows.into_iter().map(|(.., step)| step).filter(|step| step.contains("sets")).collect();
        assert_eq!(steps.len(), 2, "{steps:?}");
        assert!(steps[0].contains("(session_id=?"), "{steps:?}");
        assert!(steps[1].contains("(user_id=? AND week_start=? AND exercise_id=?)"), "{steps:?}");
    }
}
