//! The engine's next set, and its standing offer as a proposal.

use super::find;
use crate::domain::next_set::{self, NextSetInput};
use crate::domain::session::{LoggedSet, NextSet, SessionStatus};
use crate::service::athlete::Athlete;
use crate::service::core::{Core, Write};
use crate::service::error::Result;
use crate::service::safety::SafetyState;
use crate::service::{calendar, proposals, safety};
use crate::storage::sessions::Session;
use crate::storage::sets::{self, StoredSet};
use crate::storage::{Conn, sessions as storage};

/// The engine's next set of a session, inside a read or a write.
pub async fn next_set_of(conn: &mut Conn, athlete: &Athlete, session: &Session) -> Result<NextSet> {
    let stored = sets::of_session(conn, &session.id).await?;
    let lifted: Vec<_> = stored.into_iter().map(|stored| stored.set).collect();
    Ok(next_after(athlete, session, &lifted))
}

/// The engine's next set after what was lifted.
pub(super) fn next_after(athlete: &Athlete, session: &Session, lifted: &[LoggedSet]) -> NextSet {
    // A pause is counted up to the day the session began on, also once midnight has passed.
    let zone = athlete.profile.zone();
    let states = calendar::all_on(&session.states_before, session.day, athlete.now, &zone);
    next_set::next_set(&NextSetInput {
        prescribed: &session.prescribed,
        sets: lifted,
        catalogue: &athlete.catalogue,
        profile: &athlete.profile,
        states: &states,
        now: athlete.now,
    })
}

/// The engine's next set of a session; refused while coaching is locked.
pub async fn next_set(core: &Core, user_id: &str, id: &str) -> Result<NextSet> {
    let mut conn = core.read().await?;
    let session = find(&mut conn, user_id, id).await?;
    safety::refuse_locked(&mut conn, user_id).await?;
    let athlete = Athlete::without_states(&mut conn, core, user_id).await?;
    next_set_of(&mut conn, &athlete, &session).await
}

/// Whether there is nothing to suggest after these sets, so that a read need not write: everything
/// prescribed is done, or coaching is locked.
pub(super) async fn is_nothing_due(
    conn: &mut Conn,
    core: &Core,
    user_id: &str,
    (session, lifted): (&Session, &[LoggedSet]),
) -> Result<bool> {
    if safety::locked(conn, user_id).await?.is_some() {
        return Ok(true);
    }
    let athlete = Athlete::without_states(conn, core, user_id).await?;
    Ok(next_after(&athlete, session, lifted).done)
}

/// The person says that a red flag is resolved. The session at hand has its suggestion again at
/// once, so that its tag tells of it.
pub async fn resume_coaching(write: &mut Write) -> Result<SafetyState> {
    let user_id = write.user_id.clone();
    let was_locked = safety::locked(&mut write.tx, &user_id).await?.is_some();
    let state = safety::resolve(write).await?;
    if was_locked && let Some(active) = storage::active_id(&mut write.tx, &user_id).await? {
        renew_suggestion(write, &active).await?;
    }
    Ok(state)
}

/// Puts the engine's next set up as the session's one open proposal, in place of the one before.
/// A session that has ended has none.
pub async fn renew_suggestion(write: &mut Write, id: &str) -> Result<()> {
    let user_id = write.user_id.clone();
    let session = find(&mut write.tx, &user_id, id).await?;
    if session.status != SessionStatus::Active {
        return Ok(());
    }
    let athlete = Athlete::without_states(&mut write.tx, &write.core, &user_id).await?;
    suggest_for(write, &athlete, &session).await
}

/// Renews the suggestion for whoever has just read the person and has the session as it is stored now.
pub(super) async fn suggest_for(write: &mut Write, athlete: &Athlete, session: &Session) -> Result<()> {
    let lifted = sets::of_session(&mut write.tx, &session.id).await?;
    suggest_after(write, athlete, session, lifted).await
}

/// Renews the suggestion for whoever has the session's sets too.
pub async fn suggest_after(
    write: &mut Write,
    athlete: &Athlete,
    session: &Session,
    lifted: Vec<StoredSet>,
) -> Result<()> {
    if session.status != SessionStatus::Active {
        return Ok(());
    }
    if !write.core.agents {
        return proposals::supersede_session(write, &session.id).await;
    }
    let lifted: Vec<_> = lifted.into_iter().map(|stored| stored.set).collect();
    let next = next_after(athlete, session, &lifted);
    proposals::suggest(write, athlete, &session.id, &next, session.version).await
}
