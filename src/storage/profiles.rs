//! Profiles, and the exercises that a person added.

use jiff::Timestamp;
use jiff::civil::Date;

use super::macros::{execute, fetch_all, fetch_optional};
use super::sessions::{date, timestamp};
use super::{Conn, Tx};
use crate::domain::exercise::Exercise;
use crate::domain::profile::Profile;

/// What reading or writing a row comes to.
pub type ReadResult<T> = Result<T, crate::storage::ReadError>;

/// The profile and its version.
pub async fn get(conn: &mut Conn, user_id: &str) -> ReadResult<Option<(Profile, i64)>> {
    let row = fetch_optional!(
        conn,
        (String, i64),
        "SELECT p.body, u.profile_version FROM profiles p JOIN users u ON u.id = p.user_id
         WHERE p.user_id = $1",
        user_id,
    )?;
    row.map(|(body, version)| Ok((serde_json::from_str(&body)?, version))).transpose()
}

/// What most of what a person does needs of them, by one read.
#[derive(Debug)]
pub struct Known {
    /// Who they are.
    pub profile: Profile,
    /// They added an exercise at some time.
    pub has_own: bool,
    /// The newest day of the bodyweight log, and the bodyweight of it.
    pub newest_bodyweight: Option<(Date, f64)>,
    /// When the account was made.
    pub joined_at: Timestamp,
}

type KnownRow = (String, i64, Option<String>, Option<f64>, i64);

/// What is known of a person.
pub async fn known(conn: &mut Conn, user_id: &str) -> ReadResult<Option<Known>> {
    let row = fetch_optional!(
        conn,
        KnownRow,
        "SELECT p.body, u.catalogue_version, b.day, b.bodyweight_kg, u.created_at
         FROM profiles p JOIN users u ON u.id = p.user_id
         LEFT JOIN bodyweights b ON b.user_id = p.user_id
           AND b.day = (SELECT MAX(newest.day) FROM bodyweights newest WHERE newest.user_id = p.user_id)
         WHERE p.user_id = $1",
        user_id,
    )?;
    let known = |(body, catalogue, day, kg, made): KnownRow| {
        let day = day.as_deref().map(date).transpose()?;
        let (profile, has_own) = (serde_json::from_str(&body)?, catalogue > 0);
        let joined_at = timestamp(made)?;
        Ok(Known { profile, has_own, newest_bodyweight: day.zip(kg), joined_at })
    };
    row.map(known).transpose()
}

/// Adds the first profile of an account.
pub async fn insert(tx: &mut Tx, user_id: &str, profile: &Profile, now: Timestamp) -> ReadResult<()> {
    execute!(
        tx,
        "INSERT INTO profiles (user_id, body, updated_at) VALUES ($1, $2, $3)",
        user_id,
        serde_json::to_string(profile)?,
        now.as_millisecond(),
    )?;
    Ok(())
}

/// Replaces the profile and moves its version.
pub async fn update(tx: &mut Tx, user_id: &str, profile: &Profile, now: Timestamp) -> ReadResult<()> {
    let body = serde_json::to_string(profile)?;
    execute!(
        tx,
        "UPDATE profiles SET body = $2, updated_at = $3 WHERE user_id = $1",
        user_id,
        body,
        now.as_millisecond(),
    )?;
    execute!(
        tx,
        "UPDATE users SET profile_version = profile_version + 1, time_zone = $2 WHERE id = $1",
        user_id,
        &profile.time_zone,
    )?;
    Ok(())
}

/// The exercises that a person added, oldest first.
pub async fn own_exercises(conn: &mut Conn, user_id: &str) -> ReadResult<Vec<Exercise>> {
    let rows = fetch_all!(
        conn,
        (String,),
        "SELECT body FROM own_exercises WHERE user_id = $1 ORDER BY created_at, id",
        user_id
    )?;
    rows.iter().map(|(body,)| Ok(serde_json::from_str(body)?)).collect()
}

/// Adds an exercise of a person's own.
pub async fn insert_own_exercise(
    tx: &mut Tx,
    user_id: &str,
    exercise: &Exercise,
    now: Timestamp,
) -> ReadResult<()> {
    execute!(
        tx,
        "INSERT INTO own_exercises (id, user_id, body, created_at) VALUES ($1, $2, $3, $4)",
        &exercise.id,
        user_id,
        serde_json::to_string(exercise)?,
        now.as_millisecond(),
    )?;
    Ok(())
}
