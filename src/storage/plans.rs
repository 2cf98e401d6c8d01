//! Plan versions and the load states that fill them.

use jiff::Timestamp;

use super::macros::{execute, fetch_all, fetch_optional};
use super::sessions::timestamp;
use super::{Conn, ReadError, Tx};
use crate::domain::plan::{PlanDoc, PlanSource};
use crate::domain::progression::{LoadState, LoadStates, RangeKey};

/// A saved version of the plan.
#[derive(Debug, Clone, PartialEq)]
pub struct SavedPlan {
    /// As written, without loads.
    pub doc: PlanDoc,
    /// From 1.
    pub version: i64,
    /// Where it came from.
    pub source: PlanSource,
}

/// A saved version with when it was saved.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanVersion {
    /// The plan.
    pub plan: SavedPlan,
    /// When it was saved.
    pub created_at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct VersionRow {
    body: String,
    version: i64,
    source: String,
    created_at: i64,
}

impl TryFrom<VersionRow> for PlanVersion {
    type Error = serde_json::Error;
    fn try_from(row: VersionRow) -> Result<Self, Self::Error> {
        let source = PlanSource::parse(&row.source).unwrap_or(PlanSource::User);
        let plan = SavedPlan { doc: serde_json::from_str(&row.body)?, version: row.version, source };
        Ok(Self { plan, created_at: timestamp(row.created_at)? })
    }
}

/// One saved version.
pub async fn version(conn: &mut Conn, user_id: &str, version: i64) -> Result<Option<PlanVersion>, ReadError> {
    let row = fetch_optional!(
        conn,
        VersionRow,
        "SELECT body, version, source, created_at FROM plan_versions WHERE user_id = $1 AND version = $2",
        user_id,
        version,
    )?;
    Ok(row.map(PlanVersion::try_from).transpose()?)
}

/// A page of versions, newest first, before one.
pub async fn versions(
    conn: &mut Conn,
    user_id: &str,
    before: i64,
    limit: i64,
) -> Result<Vec<PlanVersion>, ReadError> {
    let rows = fetch_all!(
        conn,
        VersionRow,
        "SELECT body, version, source, created_at FROM plan_versions
         WHERE user_id = $1 AND version < $2 ORDER BY version DESC LIMIT $3",
        user_id,
        before,
        limit,
    )?;
    rows.into_iter().map(|row| Ok(row.try_into()?)).collect()
}

/// The newest version; none while nothing was saved.
pub async fn newest(conn: &mut Conn, user_id: &str) -> Result<Option<SavedPlan>, ReadError> {
    Ok(versions(conn, user_id, i64::MAX, 1).await?.pop().map(|newest| newest.plan))
}

/// Adds a version and makes it the standing one.
pub async fn insert(tx: &mut Tx, user_id: &str, plan: &SavedPlan, now: Timestamp) -> Result<(), ReadError> {
    execute!(
        tx,
        "INSERT INTO plan_versions (user_id, version, body, source, created_at) VALUES ($1, $2, $3, $4, $5)",
        user_id,
        plan.version,
        serde_json::to_string(&plan.doc)?,
        plan.source.as_str(),
        now.as_millisecond(),
    )?;
    execute!(tx, "UPDATE users SET plan_version = $2 WHERE id = $1", user_id, plan.version)?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct StateRow {
    exercise_id: String,
    reps_min: i64,
    reps_max: i64,
    body: String,
}

impl TryFrom<StateRow> for (RangeKey, LoadState) {
    type Error = serde_json::Error;
    fn try_from(row: StateRow) -> Result<Self, Self::Error> {
        let key = RangeKey {
            exercise_id: row.exercise_id,
            reps_min: u16::try_from(row.reps_min).unwrap_or(u16::MAX),
            reps_max: u16::try_from(row.reps_max).unwrap_or(u16::MAX),
        };
        Ok((key, serde_json::from_str(&row.body)?))
    }
}

/// Every load state of a person.
pub async fn load_states(conn: &mut Conn, user_id: &str) -> Result<LoadStates, ReadError> {
    let rows = fetch_all!(
        conn,
        StateRow,
        "SELECT exercise_id, reps_min, reps_max, body FROM load_states WHERE user_id = $1
         ORDER BY exercise_id, reps_min, reps_max",
        user_id,
    )?;
    rows.into_iter().map(|row| Ok(row.try_into()?)).collect()
}

/// The state of one key, and the session that decided it (none: by hand).
pub async fn load_state(
    conn: &mut Conn,
    user_id: &str,
    key: &RangeKey,
) -> Result<Option<(LoadState, Option<String>)>, ReadError> {
    let row = fetch_optional!(
        conn,
        (String, Option<String>),
        "SELECT body, session_id FROM load_states
         WHERE user_id = $1 AND exercise_id = $2 AND reps_min = $3 AND reps_max = $4",
        user_id,
        &key.exercise_id,
        i64::from(key.reps_min),
        i64::from(key.reps_max),
    )?;
    row.map(|(body, session)| Ok((serde_json::from_str(&body)?, session))).transpose()
}

/// Writes the state of one key.
pub async fn put_load_state(
    tx: &mut Tx,
    user_id: &str,
    key: &RangeKey,
    state: &LoadState,
    session_id: Option<&str>,
    now: Timestamp,
) -> Result<(), ReadError> {
    execute!(
        tx,
        "INSERT INTO load_states (user_id, exercise_id, reps_min, reps_max, body, session_id, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (user_id, exercise_id, reps_min, reps_max)
         DO UPDATE SET body = excluded.body, session_id = excluded.session_id, updated_at = excluded.updated_at",
        user_id,
        &key.exercise_id,
        i64::from(key.reps_min),
        i64::from(key.reps_max),
        serde_json::to_string(state)?,
        session_id,
        now.as_millisecond(),
    )?;
    Ok(())
}

/// Takes a state away, when the sets it rested on are gone.
pub async fn delete_load_state(tx: &mut Tx, user_id: &str, key: &RangeKey) -> Result<(), sqlx::Error> {
    execute!(
        tx,
        "DELETE FROM load_states WHERE user_id = $1 AND exercise_id = $2 AND reps_min = $3 AND reps_max = $4",
        user_id,
        &key.exercise_id,
        i64::from(key.reps_min),
        i64::from(key.reps_max),
    )
    .map(drop)
}
