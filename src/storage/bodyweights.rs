//! Bodyweight by the person's own day; one a day.

use jiff::civil::Date;

use super::macros::{execute, fetch_all, fetch_optional};
use super::sessions::date;
use super::{Conn, ReadError, Tx};

/// Writes a day's bodyweight, in place of one that was there.
pub async fn put(tx: &mut Tx, user_id: &str, day: Date, bodyweight_kg: f64) -> Result<(), sqlx::Error> {
    execute!(
        tx,
        "INSERT INTO bodyweights (user_id, day, bodyweight_kg) VALUES ($1, $2, $3)
         ON CONFLICT (user_id, day) DO UPDATE SET bodyweight_kg = excluded.bodyweight_kg",
        user_id,
        day.to_string(),
        bodyweight_kg,
    )
    .map(drop)
}

/// The newest on a day or before it.
pub async fn as_of(conn: &mut Conn, user_id: &str, day: Date) -> Result<Option<f64>, sqlx::Error> {
    let row = fetch_optional!(
        conn,
        (f64,),
        "SELECT bodyweight_kg FROM bodyweights WHERE user_id = $1 AND day <= $2 ORDER BY day DESC LIMIT 1",
        user_id,
        day.to_string(),
    )?;
    Ok(row.map(|(kg,)| kg))
}

/// The newest day there is one of.
pub async fn newest_day(conn: &mut Conn, user_id: &str) -> Result<Option<Date>, ReadError> {
    let row = fetch_optional!(
        conn,
        (String,),
        "SELECT day FROM bodyweights WHERE user_id = $1 ORDER BY day DESC LIMIT 1",
        user_id,
    )?;
    Ok(row.map(|(day,)| date(&day)).transpose()?)
}

/// A page of days and bodyweights, newest first, before a day; the empty text begins at the start.
pub async fn page(
    conn: &mut Conn,
    user_id: &str,
    before: &str,
    limit: i64,
) -> Result<Vec<(Date, f64)>, ReadError> {
    let rows = fetch_all!(
        conn,
        (String, f64),
        "SELECT day, bodyweight_kg FROM bodyweights
         WHERE user_id = $1 AND ($2 = '' OR day < $2) ORDER BY day DESC LIMIT $3",
        user_id,
        before,
        limit,
    )?;
    rows.into_iter().map(|(day, kg)| Ok((date(&day)?, kg))).collect()
}
