//! Sets: logged, edited, deleted. What was lifted can always be logged (laws L10, L13): after the
//! session ended, after its suggestion expired, out of order. Every change keeps totals, records,
//! decisions and the next suggestion right in its own transaction.

mod input;

use jiff::Timestamp;
use serde_json::json;

pub use input::{SetInput, SetPatch};

use super::athlete::{Athlete, local_day, monday_of};
use super::core::Write;
use super::error::{Conflict, Error, Result};
use super::sessions::{self, suggest_after};
use super::{bodyweight, proposals, safety, totals};
use crate::domain::exercise::Exercise;
use crate::domain::reason::Reason;
use crate::domain::session::{LoggedSet, SessionStatus};
use crate::domain::summary;
use crate::reason;
use crate::storage::sessions::{self as session_storage, Session};
use crate::storage::sets::{self as storage, StoredSet};
use crate::storage::users::{self, Counter};

/// Logs a set. The same id with equal content answers the set that is there; a taken place is a
/// conflict that shows who has it. A proposal it names is settled by it, and never refuses it.
pub async fn log(write: &mut Write, session_id: &str, input: SetInput) -> Result<LoggedSet> {
    let session = sessions::find(&mut write.tx, &write.user_id, session_id).await?;
    log_in(write, session, input).await
}

/// Logs a set in a session that was just read.
pub async fn log_in(write: &mut Write, session: Session, input: SetInput) -> Result<LoggedSet> {
    let user_id = write.user_id.clone();
    let athlete = Athlete::without_states(&mut write.tx, &write.core, &user_id).await?;
    // What is no id names no proposal, and a set is never refused for it.
    let proposal_id = input.proposal_id.clone().filter(|id| uuid::Uuid::try_parse(id).is_ok());
    let set = input.into_set(&athlete, &write.core.clock, &session)?;
    let stored = stored(write, &athlete, &session.id, set).await?;
    if !storage::insert(&mut write.tx, &user_id, &stored).await? {
        return already_there(write, &stored).await;
    }
    if let Some(proposal_id) = proposal_id {
        proposals::settle_with_set(write, &proposal_id, &session.id, &stored.set).await?;
    }
    heed(write, &stored.set, None).await?;
    refresh_dependents(write, session, &athlete, &Change { was: None, is: Some(&stored) }).await?;
    Ok(stored.set)
}

/// What is answered where the id or the place is taken.
async fn already_there(write: &mut Write, stored: &StoredSet) -> Result<LoggedSet> {
    let there = storage::by_id(&mut write.tx, &write.user_id, &stored.set.id).await?;
    let same =
        |there: &StoredSet| there.session_id == stored.session_id && same_content(&there.set, &stored.set);
    if let Some(there) = there.as_ref().filter(|there| same(there)) {
        return Ok(there.set.clone());
    }
    heed(write, &stored.set, None).await?;
    Err(match there {
        None => place_taken(write, stored).await?,
        Some(there) => taken("set-id-taken", reason!("conflict_set_id_of_another"), &there.set),
    })
}

/// Reads the note, also of a set that is refused: [`safety::refused`] keeps what it raises. A note
/// that the set had before was heard when it was written, and may have been resolved since.
async fn heed(write: &mut Write, set: &LoggedSet, before: Option<&LoggedSet>) -> Result<()> {
    match &set.note {
        Some(note) if before.is_none_or(|before| before.note.as_ref() != Some(note)) => {
            safety::heed(write, note).await
        }
        _ => Ok(()),
    }
}

/// The sets of one person's day carry that day's bodyweight.
async fn stored(write: &mut Write, athlete: &Athlete, session_id: &str, set: LoggedSet) -> Result<StoredSet> {
    let day = local_day(&athlete.profile, set.logged_at);
    let user_id = write.user_id.clone();
    let bodyweight_kg = bodyweight::on_day(&mut write.tx, &user_id, athlete, day).await?;
    Ok(StoredSet { set, session_id: session_id.to_owned(), day, week_start: monday_of(day), bodyweight_kg })
}

/// When it arrived does not matter: a retry says the same set.
fn same_content(there: &LoggedSet, set: &LoggedSet) -> bool {
    LoggedSet { logged_at: there.logged_at, ..set.clone() } == *there
}

fn taken(kind: &'static str, reason: Reason, there: &LoggedSet) -> Error {
    Conflict::new(kind, reason).with(json!({ "set": there })).into()
}

async fn place_taken(write: &mut Write, stored: &StoredSet) -> Result<Error> {
    let set = &stored.set;
    let warmup = set.is_warmup();
    let there =
        storage::at(&mut write.tx, &stored.session_id, &set.exercise_id, warmup, set.set_index).await?;
    Ok(there.map_or_else(
        || Conflict::new("set-id-taken", reason!("conflict_set_id_taken")).into(),
        |there| taken("set-index-taken", reason!("conflict_set_index_taken"), &there.set),
    ))
}

/// Changes a set. Totals, records and decisions follow.
pub async fn edit(write: &mut Write, session_id: &str, set_id: &str, patch: SetPatch) -> Result<LoggedSet> {
    let (session, mut stored) = find(write, session_id, set_id).await?;
    let user_id = write.user_id.clone();
    let athlete = Athlete::without_states(&mut write.tx, &write.core, &user_id).await?;
    let before = (stored.set.is_warmup(), stored.set.set_index);
    let changed = patch.applied_to(&stored.set, &athlete)?;
    if changed == stored.set {
        return Ok(changed);
    }
    let was = StoredSet { set: std::mem::replace(&mut stored.set, changed), ..stored.clone() };
    let after = (stored.set.is_warmup(), stored.set.set_index);
    if before != after
        && let Some(there) =
            storage::at(&mut write.tx, session_id, &stored.set.exercise_id, after.0, after.1).await?
    {
        heed(write, &stored.set, Some(&was.set)).await?;
        return Err(taken("set-index-taken", reason!("conflict_set_index_taken"), &there.set));
    }
    storage::update(&mut write.tx, &stored.set).await?;
    heed(write, &stored.set, Some(&was.set)).await?;
    refresh_dependents(write, session, &athlete, &Change { was: Some(&was), is: Some(&stored) }).await?;
    Ok(stored.set)
}

/// Takes a set away. Totals, records and decisions follow.
pub async fn delete(write: &mut Write, session_id: &str, set_id: &str) -> Result<()> {
    let (session, stored) = find(write, session_id, set_id).await?;
    let user_id = write.user_id.clone();
    let athlete = Athlete::without_states(&mut write.tx, &write.core, &user_id).await?;
    storage::delete(&mut write.tx, set_id).await?;
    refresh_dependents(write, session, &athlete, &Change { was: Some(&stored), is: None }).await
}

async fn find(write: &mut Write, session_id: &str, set_id: &str) -> Result<(Session, StoredSet)> {
    let user_id = write.user_id.clone();
    let session = sessions::find(&mut write.tx, &user_id, session_id).await?;
    let stored = storage::by_id(&mut write.tx, &user_id, set_id).await?;
    let stored = stored.filter(|stored| stored.session_id == session_id).ok_or(Error::NotFound)?;
    Ok((session, stored))
}

/// A set before and after a change: none before it is logged, none once it is deleted.
struct Change<'a> {
    was: Option<&'a StoredSet>,
    is: Option<&'a StoredSet>,
}

/// Brings everything that rests on the sets up to date, in this transaction.
async fn refresh_dependents(
    write: &mut Write,
    mut session: Session,
    athlete: &Athlete,
    change: &Change<'_>,
) -> Result<()> {
    let Some(stored) = change.is.or(change.was) else { return Ok(()) };
    let exercise_id = stored.set.exercise_id.as_str();
    let exercise = athlete.catalogue.get(exercise_id);
    let when = (stored.day, stored.week_start);
    let around =
        storage::around(&mut write.tx, &write.user_id, &session.id, (exercise_id, stored.week_start)).await?;
    totals::refresh(write, exercise_id, exercise, when, &around.week).await?;
    if session.status == SessionStatus::Completed {
        if session.ends_with_last_set {
            let logged = around.session.iter().map(|stored| stored.set.logged_at);
            session.ended_at = Some(sessions::last_set(&session, logged));
        }
        sessions::summarise(write, &mut session, athlete, Some(exercise_id)).await?;
        users::bump(&mut write.tx, &write.user_id, Counter::Completed).await?;
        session_storage::update(&mut write.tx, &mut session).await?;
        if change.moves_bests(stored, &around.week, exercise) {
            sessions::follow_records(write, &session, athlete, exercise_id).await?;
        }
    } else {
        session_storage::touch(&mut write.tx, &mut session).await?;
        if stored.week_start < athlete.this_monday() {
            // The plan looks back over the weeks that are over, whatever became of their workouts.
            users::bump(&mut write.tx, &write.user_id, Counter::Completed).await?;
        }
    }
    suggest_after(write, athlete, &session, around.session).await
}

impl Change<'_> {
    /// Whether the session's bests of that day are others now: later records rest on nothing else
    /// of it. `week` holds the exercise's sets as they are.
    fn moves_bests(&self, stored: &StoredSet, week: &[StoredSet], exercise: Option<&Exercise>) -> bool {
        let others = week.iter().filter(|other| {
            other.session_id == stored.session_id && other.day == stored.day && other.set.id != stored.set.id
        });
        let was = bests_of(others.clone().chain(self.was), exercise);
        was != bests_of(others.chain(self.is), exercise)
    }
}

/// The numbers of the bests: e1RM, load, repetitions or seconds.
fn bests_of<'a>(
    sets: impl Iterator<Item = &'a StoredSet>,
    exercise: Option<&Exercise>,
) -> (Option<f64>, Option<f64>, Option<u32>) {
    let bests = summary::bests(sets.map(|stored| (&stored.set, stored.bodyweight_kg)), exercise);
    (bests.e1rm.map(|(kg, _)| kg), bests.weight.map(|(kg, _)| kg), bests.count.map(|(count, _)| count))
}

/// A set's time is when it was lifted: never before the session began, never later than now.
pub(super) fn clamp(at: Option<Timestamp>, began: Timestamp, now: Timestamp) -> Timestamp {
    at.unwrap_or(now).max(began).min(now.max(began))
}
