//! The bodyweight log: one a day. The profile follows the newest; sets keep their own day's.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::athlete::{Athlete, local_day};
use super::core::{Core, Write};
use super::error::{Error, FieldError, Result};
use super::json_input::day;
use super::pagination::{Ask, Page};
use super::profiles;
use crate::reason;
use crate::storage::{Conn, bodyweights as storage, profiles as profile_storage};

/// The first day that can be logged.
const FIRST_YEAR: i16 = 1900;

/// A day's bodyweight.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Bodyweight {
    /// The person's own day; not in the future.
    #[serde(deserialize_with = "day")]
    pub date: Date,
    /// 20 to 400 kg.
    #[schemars(range(min = 20.0, max = 400.0))]
    pub bodyweight_kg: f64,
}

/// A page of the log, newest day first.
pub async fn list(core: &Core, user_id: &str, ask: &Ask) -> Result<Page<Bodyweight>> {
    if !ask.after.is_empty() && ask.after.parse::<Date>().is_err() {
        return Err(Error::field("?cursor", "invalid", reason!("input_cursor")));
    }
    let rows = storage::page(&mut core.read().await?, user_id, &ask.after, ask.limit + 1).await?;
    let days = rows.into_iter().map(|(date, bodyweight_kg)| Bodyweight { date, bodyweight_kg }).collect();
    Ok(Page::keyed(days, ask, |row: &Bodyweight| row.date.to_string()))
}

/// Logs a day's bodyweight, in place of one that was there.
pub async fn log(write: &mut Write, entry: Bodyweight) -> Result<Bodyweight> {
    let user_id = write.user_id.clone();
    let mut profile = profiles::load(&mut write.tx, &user_id).await?.profile;
    let now = write.core.clock.now();
    check(&entry, local_day(&profile, now))?;
    storage::put(&mut write.tx, &user_id, entry.date, entry.bodyweight_kg).await?;
    let is_newest = storage::newest_day(&mut write.tx, &user_id).await? == Some(entry.date);
    if is_newest && profile.bodyweight_kg != Some(entry.bodyweight_kg) {
        profile.bodyweight_kg = Some(entry.bodyweight_kg);
        profile_storage::update(&mut write.tx, &user_id, &profile, now).await?;
    }
    Ok(entry)
}

fn check(entry: &Bodyweight, today: Date) -> Result<()> {
    let mut errors = Vec::new();
    if entry.date > today {
        let reason = reason!("bodyweight_in_the_future", today = today.to_string());
        errors.push(FieldError::new("/date", "in_the_future", reason));
    } else if entry.date.year() < FIRST_YEAR {
        errors.push(FieldError::new("/date", "out_of_range", reason!("bodyweight_too_long_ago")));
    }
    if !(20.0..=400.0).contains(&entry.bodyweight_kg) {
        let reason = reason!("input_load_between", least_kg = 20, most_kg = 400);
        errors.push(FieldError::new("/bodyweight_kg", "out_of_range", reason));
    }
    if errors.is_empty() { Ok(()) } else { Err(Error::Invalid(errors)) }
}

/// What a set of this day carries: the newest bodyweight on that day or before it, else the profile's.
pub async fn on_day(conn: &mut Conn, user_id: &str, athlete: &Athlete, day: Date) -> Result<Option<f64>> {
    let logged = match athlete.newest_bodyweight {
        Some((newest, _)) if day < newest => storage::as_of(conn, user_id, day).await?,
        newest => newest.map(|(_, kg)| kg),
    };
    Ok(logged.or(athlete.profile.bodyweight_kg))
}
