//! Records: what a session lifted beyond everything before it, by the order in which sessions began;
//! and found again for the sessions after one whose sets changed.

use crate::domain::session::{Record, RecordKind, SessionSummary};
use crate::domain::summary::{self, Bests};
use crate::service::athlete::Athlete;
use crate::service::core::Write;
use crate::service::error::Result;
use crate::storage::sessions::{self as storage, Session};
use crate::storage::sets::{self, StoredSet};
use crate::storage::totals;

/// The records of a session, by exercise. The first time is no record.
pub async fn of(
    write: &mut Write,
    session: &Session,
    athlete: &Athlete,
    stored: &[StoredSet],
) -> Result<Vec<Record>> {
    let mut ids: Vec<&str> = stored.iter().map(|stored| stored.set.exercise_id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut found = Vec::new();
    for id in ids {
        found.extend(of_exercise(write, session, athlete, stored, id).await?);
    }
    Ok(found)
}

/// Finds the records of an exercise anew in every completed session after this one.
pub async fn follow(
    write: &mut Write,
    session: &Session,
    athlete: &Athlete,
    exercise_id: &str,
) -> Result<()> {
    let user_id = write.user_id.clone();
    let place = (session.started_at, session.id.as_str());
    for mut later in storage::completed_after(&mut write.tx, &user_id, exercise_id, place).await? {
        let stored = sets::of_session(&mut write.tx, &later.id).await?;
        let found = of_exercise(write, &later, athlete, &stored, exercise_id).await?;
        if later.summary.as_mut().is_some_and(|summary| replaced(summary, exercise_id, found)) {
            storage::update(&mut write.tx, &mut later).await?;
        }
    }
    Ok(())
}

/// Whether that changed anything.
fn replaced(summary: &mut SessionSummary, exercise_id: &str, found: Vec<Record>) -> bool {
    let (old, mut others): (Vec<_>, Vec<_>) =
        summary.records.drain(..).partition(|record| record.exercise_id == exercise_id);
    let changed = old != found;
    others.extend(found);
    others.sort_by(|one, other| one.exercise_id.cmp(&other.exercise_id));
    summary.records = others;
    changed
}

async fn of_exercise(
    write: &mut Write,
    session: &Session,
    athlete: &Athlete,
    stored: &[StoredSet],
    id: &str,
) -> Result<Vec<Record>> {
    let own = bests(stored.iter().filter(|stored| stored.set.exercise_id == id), athlete, id);
    let before = before(write, session, athlete, id).await?;
    let count = own.count.map(|(count, set)| (f64::from(count), set));
    let rows = [
        (RecordKind::E1rm, own.e1rm, before.e1rm),
        (RecordKind::Weight, own.weight, before.weight),
        (RecordKind::Reps, count, before.count),
    ];
    Ok(rows.into_iter().filter_map(|(kind, best, before)| record(id, kind, best, before)).collect())
}

fn bests<'a>(sets: impl Iterator<Item = &'a StoredSet>, athlete: &Athlete, id: &str) -> Bests {
    summary::bests(sets.map(|stored| (&stored.set, stored.bodyweight_kg)), athlete.catalogue.get(id))
}

/// The bests of everything before a session.
struct Before {
    e1rm: Option<f64>,
    weight: Option<f64>,
    count: Option<f64>,
}

/// Earlier days by their totals, the session's own day by the sets of the sessions before it.
async fn before(write: &mut Write, session: &Session, athlete: &Athlete, id: &str) -> Result<Before> {
    let user_id = write.user_id.clone();
    let (e1rm, weight, count) = totals::bests_before(&mut write.tx, &user_id, id, session.day).await?;
    let place = (session.day, session.started_at, session.id.as_str());
    let lifted = sets::of_day_before(&mut write.tx, &user_id, id, place).await?;
    let same_day = bests(lifted.iter(), athlete, id);
    let count = count.and_then(|count| u32::try_from(count).ok()).map(f64::from);
    Ok(Before {
        e1rm: greater(e1rm, same_day.e1rm.map(|(kg, _)| kg)),
        weight: greater(weight, same_day.weight.map(|(kg, _)| kg)),
        count: greater(count, same_day.count.map(|(count, _)| f64::from(count))),
    })
}

fn greater(one: Option<f64>, other: Option<f64>) -> Option<f64> {
    one.into_iter().chain(other).reduce(f64::max)
}

/// Within this many kilograms two lifts are one: a load typed in pounds, to a tenth, is up to half a
/// tenth (0.023 kg) beside the one that it is read from, and its estimate up to a third more.
const SAME: f64 = 0.035;

fn record(id: &str, kind: RecordKind, best: Option<(f64, String)>, before: Option<f64>) -> Option<Record> {
    let (value, set_id) = best?;
    let previous = before?;
    (value > previous + SAME).then(|| Record {
        exercise_id: id.to_owned(),
        kind,
        value,
        previous: Some(previous),
        set_id,
    })
}
