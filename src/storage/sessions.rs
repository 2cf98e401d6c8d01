//! Sessions: what was prescribed, when it ran, what it came to.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};

use super::macros::{execute, fetch_all, fetch_optional};
use super::{Conn, ReadError, Tx};
use crate::domain::plan::Prescribed;
use crate::domain::progression::{LoadState, LoadStates, RangeKey};
use crate::domain::session::{SessionStatus, SessionSummary};

/// A session without its sets.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    /// UUID.
    pub id: String,
    /// Active, completed or abandoned.
    pub status: SessionStatus,
    /// The plan's day; none for a free workout.
    pub split_day: Option<String>,
    /// The plan's version it was made from.
    pub plan_version: i64,
    /// Its own copy of what was prescribed.
    pub prescribed: Vec<Prescribed>,
    /// The load states as they were when it began, for what it prescribes.
    pub states_before: LoadStates,
    /// When it began.
    pub started_at: Timestamp,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// The person's own day it began on.
    pub day: Date,
    /// The Monday of that week.
    pub week_start: Date,
    /// In the person's words.
    pub notes: Option<String>,
    /// What it came to, once completed.
    pub summary: Option<SessionSummary>,
    /// What was prescribed of exercises that were swapped out of it.
    pub swapped: Vec<Prescribed>,
    /// Something newer took its place: it ended with its last set, whenever that arrives.
    pub ends_with_last_set: bool,
    /// Moves with every change of it or its sets.
    pub version: i64,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    status: String,
    split_day: Option<String>,
    plan_version: i64,
    prescribed: String,
    states_before: String,
    started_at: i64,
    ended_at: Option<i64>,
    day: String,
    week_start: String,
    notes: Option<String>,
    summary: Option<String>,
    swapped: Option<String>,
    ends_with_last_set: bool,
    version: i64,
}

fn bad(what: &str) -> serde_json::Error {
    <serde_json::Error as serde::de::Error>::custom(format!("a stored {what} cannot be read"))
}

pub(super) fn timestamp(millis: i64) -> Result<Timestamp, serde_json::Error> {
    Timestamp::from_millisecond(millis).map_err(|_| bad("time"))
}

pub(super) fn date(text: &str) -> Result<Date, serde_json::Error> {
    text.parse().map_err(|_| bad("date"))
}

impl TryFrom<Row> for Session {
    type Error = serde_json::Error;
    fn try_from(row: Row) -> Result<Self, Self::Error> {
        let states: Vec<(RangeKey, LoadState)> = serde_json::from_str(&row.states_before)?;
        Ok(Self {
            status: SessionStatus::parse(&row.status).ok_or_else(|| bad("status"))?,
            prescribed: serde_json::from_str(&row.prescribed)?,
            states_before: states.into_iter().collect(),
            started_at: timestamp(row.started_at)?,
            ended_at: row.ended_at.map(timestamp).transpose()?,
            day: date(&row.day)?,
            week_start: date(&row.week_start)?,
            summary: row.summary.as_deref().map(serde_json::from_str).transpose()?,
            swapped: row.swapped.as_deref().map(serde_json::from_str).transpose()?.unwrap_or_default(),
            ends_with_last_set: row.ends_with_last_set,
            id: row.id,
            split_day: row.split_day,
            plan_version: row.plan_version,
            notes: row.notes,
            version: row.version,
        })
    }
}

/// JSON has no maps with structured keys: the states are kept as a list of pairs.
fn states_text(states: &LoadStates) -> Result<String, serde_json::Error> {
    serde_json::to_string(&states.iter().collect::<Vec<_>>())
}

fn swapped_text(swapped: &[Prescribed]) -> Result<Option<String>, serde_json::Error> {
    (!swapped.is_empty()).then(|| serde_json::to_string(swapped)).transpose()
}

/// Adds a session; false when its id is taken.
pub async fn insert(tx: &mut Tx, user_id: &str, session: &Session) -> Result<bool, ReadError> {
    let added = execute!(
        tx,
        "INSERT INTO training_sessions (id, user_id, status, split_day, plan_version, prescribed, states_before,
           started_at, ended_at, day, week_start, notes, version, ends_with_last_set)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) ON CONFLICT (id) DO NOTHING",
        &session.id,
        user_id,
        session.status.as_str(),
        &session.split_day,
        session.plan_version,
        serde_json::to_string(&session.prescribed)?,
        states_text(&session.states_before)?,
        session.started_at.as_millisecond(),
        session.ended_at.map(Timestamp::as_millisecond),
        session.day.to_string(),
        session.week_start.to_string(),
        &session.notes,
        session.version,
        session.ends_with_last_set,
    )?;
    Ok(added == 1)
}

/// Writes everything of it that can change, and moves its version.
pub async fn update(tx: &mut Tx, session: &mut Session) -> Result<(), ReadError> {
    session.version += 1;
    execute!(
        tx,
        "UPDATE training_sessions SET status = $2, prescribed = $3, states_before = $4, ended_at = $5,
           notes = $6, summary = $7, version = $8, swapped = $9, ends_with_last_set = $10 WHERE id = $1",
        &session.id,
        session.status.as_str(),
        serde_json::to_string(&session.prescribed)?,
        states_text(&session.states_before)?,
        session.ended_at.map(Timestamp::as_millisecond),
        &session.notes,
        session.summary.as_ref().map(serde_json::to_string).transpose()?,
        session.version,
        swapped_text(&session.swapped)?,
        session.ends_with_last_set,
    )?;
    Ok(())
}

/// Moves its version, where nothing else of it changed.
pub async fn touch(tx: &mut Tx, session: &mut Session) -> Result<(), sqlx::Error> {
    session.version += 1;
    execute!(tx, "UPDATE training_sessions SET version = $2 WHERE id = $1", &session.id, session.version)
        .map(drop)
}

macro_rules! select {
    ($tail:literal) => {
        concat!(
            "SELECT id, status, split_day, plan_version, prescribed, states_before, started_at, ended_at,
               day, week_start, notes, summary, swapped, ends_with_last_set, version FROM training_sessions ",
            $tail
        )
    };
}

/// A session of a person.
pub async fn get(conn: &mut Conn, user_id: &str, id: &str) -> Result<Option<Session>, ReadError> {
    let row = fetch_optional!(conn, Row, select!("WHERE user_id = $1 AND id = $2"), user_id, id)?;
    Ok(row.map(Session::try_from).transpose()?)
}

/// The id of the active session of a person.
pub async fn active_id(conn: &mut Conn, user_id: &str) -> Result<Option<String>, sqlx::Error> {
    let row = fetch_optional!(
        conn,
        (String,),
        "SELECT id FROM training_sessions WHERE user_id = $1 AND status = 'active'",
        user_id
    )?;
    Ok(row.map(|(id,)| id))
}

/// The version of a session, by one indexed read.
pub async fn version(conn: &mut Conn, user_id: &str, id: &str) -> Result<Option<i64>, sqlx::Error> {
    let row = fetch_optional!(
        conn,
        (i64,),
        "SELECT version FROM training_sessions WHERE user_id = $1 AND id = $2",
        user_id,
        id
    )?;
    Ok(row.map(|(version,)| version))
}

/// A page of sessions, newest first, before a position (start in epoch milliseconds, and id).
pub async fn page(
    conn: &mut Conn,
    user_id: &str,
    before: (i64, &str),
    limit: i64,
) -> Result<Vec<Session>, ReadError> {
    let rows = fetch_all!(
        conn,
        Row,
        select!(
            "WHERE user_id = $1 AND (started_at < $2 OR (started_at = $2 AND id < $3))
             ORDER BY started_at DESC, id DESC LIMIT $4"
        ),
        user_id,
        before.0,
        before.1,
        limit,
    )?;
    rows.into_iter().map(|row| Ok(row.try_into()?)).collect()
}

/// The completed sessions of an exercise that began after a place in their order, oldest first.
pub async fn completed_after(
    conn: &mut Conn,
    user_id: &str,
    exercise_id: &str,
    (started_at, id): (Timestamp, &str),
) -> Result<Vec<Session>, ReadError> {
    let rows = fetch_all!(
        conn,
        Row,
        select!(
            "WHERE user_id = $1 AND status = 'completed' AND (started_at, id) > ($2, $3)
               AND EXISTS (SELECT 1 FROM sets WHERE sets.session_id = training_sessions.id
                 AND sets.exercise_id = $4)
             ORDER BY started_at, id"
        ),
        user_id,
        started_at.as_millisecond(),
        id,
        exercise_id,
    )?;
    rows.into_iter().map(|row| Ok(row.try_into()?)).collect()
}

/// What the completed sessions of an exercise before a place in their order came to, newest first.
pub async fn summaries_before(
    conn: &mut Conn,
    user_id: &str,
    exercise_id: &str,
    (started_at, id): (Timestamp, &str),
    limit: i64,
) -> Result<Vec<(String, SessionSummary)>, ReadError> {
    let rows = fetch_all!(
        conn,
        (String, String),
        "SELECT id, summary FROM training_sessions
         WHERE user_id = $1 AND status = 'completed' AND summary IS NOT NULL AND (started_at, id) < ($2, $3)
           AND EXISTS (SELECT 1 FROM sets WHERE sets.session_id = training_sessions.id
             AND sets.exercise_id = $4)
         ORDER BY started_at DESC, id DESC LIMIT $5",
        user_id,
        started_at.as_millisecond(),
        id,
        exercise_id,
        limit,
    )?;
    rows.into_iter().map(|(id, summary)| Ok((id, serde_json::from_str(&summary)?))).collect()
}

/// Keys of the plan's days that completed sessions of a week have done.
pub async fn done_days(conn: &mut Conn, user_id: &str, week_start: Date) -> Result<Vec<String>, sqlx::Error> {
    let rows = fetch_all!(
        conn,
        (String,),
        "SELECT DISTINCT split_day FROM training_sessions
         WHERE user_id = $1 AND status = 'completed' AND week_start = $2 AND split_day IS NOT NULL
         ORDER BY split_day",
        user_id,
        week_start.to_string(),
    )?;
    Ok(rows.into_iter().map(|(day,)| day).collect())
}

/// The week of the first session that was completed.
pub async fn first_week(conn: &mut Conn, user_id: &str) -> Result<Option<Date>, ReadError> {
    let row = fetch_optional!(
        conn,
        (String,),
        "SELECT week_start FROM training_sessions WHERE user_id = $1 AND status = 'completed'
         ORDER BY week_start LIMIT 1",
        user_id
    )?;
    Ok(row.map(|(week,)| date(&week)).transpose()?)
}

/// What the sessions that were completed and began on this day or later came to.
pub async fn summaries_since(
    conn: &mut Conn,
    user_id: &str,
    since: Date,
) -> Result<Vec<SessionSummary>, ReadError> {
    let rows = fetch_all!(
        conn,
        (String,),
        "SELECT summary FROM training_sessions WHERE user_id = $1 AND status = 'completed'
         AND week_start >= $2 AND day >= $3 AND summary IS NOT NULL",
        user_id,
        since.checked_sub(6.days()).unwrap_or(since).to_string(),
        since.to_string(),
    )?;
    rows.iter().map(|(summary,)| Ok(serde_json::from_str(summary)?)).collect()
}

/// How many weeks of each calendar year had a completed session, of the weeks before one, newest
/// first. A week belongs to the year of its Monday.
pub async fn weeks_by_year(
    conn: &mut Conn,
    user_id: &str,
    before: Date,
) -> Result<Vec<(String, i64)>, sqlx::Error> {
    fetch_all!(
        conn,
        (String, i64),
        "SELECT SUBSTR(week_start, 1, 4) AS year, COUNT(DISTINCT week_start) FROM training_sessions
         WHERE user_id = $1 AND status = 'completed' AND week_start < $2
         GROUP BY SUBSTR(week_start, 1, 4) ORDER BY year DESC",
        user_id,
        before.to_string(),
    )
}

/// How many sessions were completed in each week that had one, up to a week, newest first.
pub async fn weeks_trained(
    conn: &mut Conn,
    user_id: &str,
    until: Date,
    limit: i64,
) -> Result<Vec<(Date, i64)>, ReadError> {
    let rows = fetch_all!(
        conn,
        (String, i64),
        "SELECT week_start, COUNT(*) FROM training_sessions WHERE user_id = $1 AND status = 'completed'
         AND week_start <= $2 GROUP BY week_start ORDER BY week_start DESC LIMIT $3",
        user_id,
        until.to_string(),
        limit,
    )?;
    rows.into_iter().map(|(week, count)| Ok((date(&week)?, count))).collect()
}
