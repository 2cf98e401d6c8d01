//! The sets as CSV, in Hevy's columns and its way of writing dates. Columns of our own say what those
//! cannot; an import prefers them.

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::{Out, PAGE};
use crate::domain::catalogue::Catalogue;
use crate::domain::session::{LoggedSet, SetKind};
use crate::service::athlete::Athlete;
use crate::service::core::Core;
use crate::service::error::{Error, Result};
use crate::storage::sessions::{self, Session};
use crate::storage::sets;

const WIDTH: usize = 22;
const COLUMNS: [&str; WIDTH] = [
    "title",
    "start_time",
    "end_time",
    "description",
    "exercise_title",
    "superset_id",
    "exercise_notes",
    "set_index",
    "set_type",
    "weight_kg",
    "reps",
    "distance_km",
    "duration_seconds",
    "rpe",
    "spotter_session_id",
    "spotter_started_at",
    "spotter_ended_at",
    "spotter_split_day",
    "spotter_set_id",
    "spotter_set_index",
    "spotter_pain",
    "spotter_logged_at",
];

/// Writes every set of a person, newest session first.
pub async fn write(core: &Core, user_id: &str, out: &Out) -> Result<()> {
    let athlete = Athlete::without_states(&mut core.read().await?, core, user_id).await?;
    let zone = athlete.profile.zone();
    out.send(lines(&[COLUMNS.map(str::to_owned)])?).await?;
    let mut before = (i64::MAX, String::new());
    loop {
        let mut conn = core.read().await?;
        let page = sessions::page(&mut conn, user_id, (before.0, &before.1), PAGE).await?;
        let Some(last) = page.last() else { return Ok(()) };
        before = (last.started_at.as_millisecond(), last.id.clone());
        let ids: Vec<&str> = page.iter().map(|session| session.id.as_str()).collect();
        let mut lifted = sets::of_sessions(&mut conn, &ids).await?;
        drop(conn);
        let mut rows = Vec::new();
        for session in &page {
            let lifted = lifted.remove(&session.id).unwrap_or_default();
            let mut counts: HashMap<String, usize> = HashMap::new();
            let end = session.ended_at.or_else(|| lifted.last().map(|stored| stored.set.logged_at));
            for stored in &lifted {
                let nth = counts.entry(stored.set.exercise_id.clone()).or_default();
                rows.push(row(session, end, &stored.set, *nth, &athlete.catalogue, &zone));
                *nth += 1;
            }
        }
        out.send(lines(&rows)?).await?;
    }
}

fn lines(rows: &[[String; WIDTH]]) -> Result<Vec<u8>> {
    let mut file = csv::Writer::from_writer(Vec::new());
    let written = rows.iter().try_for_each(|row| file.write_record(row));
    written.map_err(|_| Error::Busy).and_then(|()| file.into_inner().map_err(|_| Error::Busy))
}

fn row(
    session: &Session,
    end: Option<Timestamp>,
    set: &LoggedSet,
    nth: usize,
    catalogue: &Catalogue,
    zone: &TimeZone,
) -> [String; WIDTH] {
    let when = |at: Timestamp| at.to_zoned(zone.clone()).strftime("%-d %b %Y, %H:%M").to_string();
    let name = catalogue.get(&set.exercise_id).map_or(&set.exercise_id, |exercise| &exercise.name);
    [
        session.split_day.clone().unwrap_or_else(|| "Workout".to_owned()),
        when(session.started_at),
        end.map(when).unwrap_or_default(),
        session.notes.clone().unwrap_or_default(),
        name.clone(),
        String::new(),
        set.note.clone().unwrap_or_default(),
        nth.to_string(),
        kind(set.kind).to_owned(),
        set.weight_kg.to_string(),
        set.reps.map(|reps| reps.to_string()).unwrap_or_default(),
        String::new(),
        set.duration_seconds.map(|seconds| seconds.to_string()).unwrap_or_default(),
        set.rpe.map(|rpe| rpe.to_string()).unwrap_or_default(),
        session.id.clone(),
        session.started_at.to_string(),
        session.ended_at.map(|at| at.to_string()).unwrap_or_default(),
        session.split_day.clone().unwrap_or_default(),
        set.id.clone(),
        set.set_index.to_string(),
        set.pain.to_string(),
        set.logged_at.to_string(),
    ]
}

/// Hevy's word.
fn kind(kind: SetKind) -> &'static str {
    kind.spellings().first().copied().unwrap_or_default()
}
