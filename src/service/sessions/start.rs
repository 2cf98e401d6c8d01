//! Beginning a session.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::view::shown;
use super::{SessionView, find, finish, load, suggest};
use crate::domain::plan::Prescribed;
use crate::domain::progression::LoadStates;
use crate::domain::rules::is_key;
use crate::domain::session::{NextSet, SessionStatus};
use crate::reason;
use crate::service::athlete::{Athlete, key_of, local_day, monday_of};
use crate::service::core::{Core, Write};
use crate::service::error::{Conflict, Error, Result};
use crate::service::{client_time, plans, safety};
use crate::storage::Conn;
use crate::storage::sessions::{self as storage, Session};

/// What a session is begun with.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StartSession {
    /// A day of the plan ("Day1"); null for a free workout.
    #[serde(default)]
    pub split_day: Option<String>,
    /// The client's own UUID, when it began without signal. It is then never refused: an older
    /// active session is completed as of its last set, and beside a newer one it is itself stored as
    /// completed as of its last set.
    #[serde(default)]
    #[schemars(regex(
        pattern = "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"
    ))]
    pub id: Option<String>,
    /// When it began, if that was earlier; brought into what is possible, never later than now.
    #[serde(default, deserialize_with = "client_time::lenient")]
    pub started_at: Option<Timestamp>,
}

/// Begins a session and suggests its first set. The same client id again answers the same session.
pub async fn start(write: &mut Write, mut ask: StartSession) -> Result<SessionView> {
    let user_id = write.user_id.clone();
    if let Some(id) = &mut ask.id {
        *id = client_id("/id", id)?;
        if storage::get(&mut write.tx, &user_id, id).await?.is_some() {
            return load(&mut write.tx, &user_id, id).await;
        }
    }
    let now = write.core.clock.now();
    let started_at = ask.started_at.unwrap_or(now).clamp(client_time::EARLIEST, now);
    let room = make_room(write, started_at, ask.id.is_some()).await?;
    let athlete = as_it_began(Athlete::load(&mut write.tx, &write.core, &user_id).await?, started_at);
    let who = (user_id.as_str(), &athlete);
    let mut session = new_session(&mut write.tx, &write.core, who, ask, started_at).await?;
    if room == Room::AfterTheFact {
        session.status = SessionStatus::Completed;
        session.ends_with_last_set = true;
    }
    if !storage::insert(&mut write.tx, &user_id, &session).await? {
        return Err(Conflict::new("id-taken", reason!("conflict_id_taken")).into());
    }
    match room {
        Room::Active => suggest::renew_suggestion(write, &session.id).await?,
        Room::AfterTheFact => {
            let ended = session.started_at;
            finish::complete(write, &mut session, ended).await?;
        }
    }
    load(&mut write.tx, &user_id, &session.id).await
}

/// Begins a session while none is active: a conflict otherwise, under a client's own id too, and a day that is
/// gone is refused. For a start with signal that may have to be told again.
pub async fn start_next(write: &mut Write, mut ask: StartSession) -> Result<SessionView> {
    let user_id = write.user_id.clone();
    match storage::active_id(&mut write.tx, &user_id).await? {
        Some(active) if ask.id.as_ref() != Some(&active) => return Err(is_active(&active)),
        // What began under it is over.
        None if used(write, ask.id.as_deref()).await? => ask.id = None,
        _ => {}
    }
    let wanted = ask.split_day.is_some();
    let session = start(write, ask).await?;
    if wanted && session.prescribed.is_empty() {
        return Err(no_such_day());
    }
    Ok(session)
}

async fn used(write: &mut Write, id: Option<&str>) -> Result<bool> {
    let Some(id) = id else { return Ok(false) };
    let (id, user_id) = (client_id("/id", id)?, write.user_id.clone());
    Ok(storage::get(&mut write.tx, &user_id, &id).await?.is_some())
}

fn no_such_day() -> Error {
    Error::field("/split_day", "unknown_day", reason!("session_no_such_day"))
}

fn is_active(active: &str) -> Error {
    let members = json!({ "active_session_id": active });
    Conflict::new("session-active", reason!("conflict_session_active")).with(members).into()
}

/// The person as they were when it began: their day, and the loads that stood. What was lifted later,
/// when a session arrives out of order, is no history of its own, and a pause since then is none.
fn as_it_began(mut athlete: Athlete, began: Timestamp) -> Athlete {
    athlete.now = began;
    athlete.today = local_day(&athlete.profile, began);
    athlete.states.retain(|_, state| state.stood_at(began));
    athlete
}

/// Where a session that begins belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Room {
    /// It is the one at hand.
    Active,
    /// It began offline before the one that is active, and is over: it ends with its last set.
    AfterTheFact,
}

async fn make_room(write: &mut Write, started_at: Timestamp, began_offline: bool) -> Result<Room> {
    let user_id = write.user_id.clone();
    let Some(active) = storage::active_id(&mut write.tx, &user_id).await? else { return Ok(Room::Active) };
    if began_offline {
        let standing = find(&mut write.tx, &user_id, &active).await?;
        if started_at < standing.started_at {
            return Ok(Room::AfterTheFact);
        }
        finish::complete_as_of_last_set(write, &active).await?;
        return Ok(Room::Active);
    }
    Err(is_active(&active))
}

/// The session that would begin now with this day, and its first set unless coaching is stopped.
/// Nothing is written: it is for a device that keeps it for when there is no signal.
pub async fn ahead(
    core: &Core,
    user_id: &str,
    split_day: Option<String>,
) -> Result<(SessionView, Option<NextSet>)> {
    let mut conn = core.read().await?;
    let athlete = Athlete::load(&mut conn, core, user_id).await?;
    let ask = StartSession { split_day, ..StartSession::default() };
    let session = new_session(&mut conn, core, (user_id, &athlete), ask, athlete.now).await?;
    let stopped = safety::locked(&mut conn, user_id).await?.is_some();
    let next = (!stopped).then(|| suggest::next_after(&athlete, &session, &[]));
    Ok((shown(session, Vec::new(), None), next))
}

async fn new_session(
    conn: &mut Conn,
    core: &Core,
    (user_id, athlete): (&str, &Athlete),
    ask: StartSession,
    started_at: Timestamp,
) -> Result<Session> {
    let week = plans::week_in(conn, user_id, athlete, None).await?;
    let prescribed = match &ask.split_day {
        None => Vec::new(),
        Some(key) => match week.day(key) {
            Some(day) => day.exercises.clone(),
            // It began offline, from a plan that has changed since: never refused.
            None if ask.id.is_some() => Vec::new(),
            None => return Err(no_such_day()),
        },
    };
    let day = local_day(&athlete.profile, started_at);
    Ok(Session {
        id: ask.id.unwrap_or_else(|| core.clock.new_id()),
        status: SessionStatus::Active,
        // What no plan can have for a key is no day at all.
        split_day: ask.split_day.filter(|key| is_key(key)),
        plan_version: week.plan_version,
        states_before: states_for(&prescribed, &athlete.states, started_at),
        prescribed,
        started_at,
        ended_at: None,
        day,
        week_start: monday_of(day),
        notes: None,
        summary: None,
        swapped: Vec::new(),
        ends_with_last_set: false,
        version: 1,
    })
}

/// The states behind what is prescribed, for a session that began at this moment: what was lifted
/// later, when it arrives out of order, is no history of its own.
pub(super) fn states_for(prescribed: &[Prescribed], states: &LoadStates, began: Timestamp) -> LoadStates {
    let keys = prescribed
        .iter()
        .flat_map(|exercise| exercise.sets.iter().map(|set| key_of(&exercise.exercise_id, set)));
    let stood = keys.filter_map(|key| states.get(&key).map(|state| (key, state)));
    stood.filter(|(_, state)| state.stood_at(began)).map(|(key, state)| (key, state.clone())).collect()
}

/// A client's id must be a UUID; it is kept in small letters.
pub fn client_id(pointer: &str, id: &str) -> Result<String> {
    match uuid::Uuid::try_parse(id) {
        Ok(parsed) if parsed.to_string().eq_ignore_ascii_case(id) => Ok(parsed.to_string()),
        _ => Err(Error::field(pointer, "not_a_uuid", reason!("input_not_a_uuid"))),
    }
}
