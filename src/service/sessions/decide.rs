//! What finishing a session decides, and decides again when a set arrives or changes later: always
//! from the load states as they were when the session began.

use std::collections::BTreeSet;

use super::{free, records};
use crate::domain::plan::{PlannedSet, Prescribed};
use crate::domain::progression::{self, Context, LoadState, RangeKey};
use crate::domain::session::{Decision, LoggedSet, SessionSummary, SetKind};
use crate::domain::summary;
use crate::service::athlete::{Athlete, key_of};
use crate::service::core::Write;
use crate::service::error::Result;
use crate::service::{calendar, plans as plan_service};
use crate::storage::plans;
use crate::storage::sessions::{self, Session};
use crate::storage::sets::{self, StoredSet};
use crate::storage::users::{self, Counter};

/// Makes the summary anew and writes the load states it decides.
pub async fn summarise(write: &mut Write, session: &mut Session, athlete: &Athlete) -> Result<()> {
    let stored = sets::of_session(&mut write.tx, &session.id).await?;
    let lifted: Vec<LoggedSet> = stored.iter().map(|stored| stored.set.clone()).collect();
    let free = judged_freely(write, session, athlete, &lifted).await?;
    let decisions = decisions(write, session, athlete, &lifted, &free).await?;
    session.summary = Some(summed(write, session, athlete, &stored, decisions).await?);
    Ok(())
}

/// What exercises that nobody prescribed are judged by: those of a free workout, and those that came
/// on top. Whoever logs a set was read without the states, and here every one that stands is needed.
async fn judged_freely(
    write: &mut Write,
    session: &mut Session,
    athlete: &Athlete,
    lifted: &[LoggedSet],
) -> Result<Vec<Prescribed>> {
    let asked = session.prescribed.iter().chain(&session.swapped).map(|asked| &asked.exercise_id);
    let asked: BTreeSet<String> = asked.cloned().collect();
    let decided = session.summary.iter().flat_map(|summary| &summary.decisions);
    let mut ids = lifted.iter().map(|set| &set.exercise_id).chain(decided.map(|made| &made.exercise_id));
    if ids.all(|id| asked.contains(id)) {
        return Ok(Vec::new());
    }
    let user_id = write.user_id.clone();
    let states = plans::load_states(&mut write.tx, &user_id).await?;
    let athlete = Athlete { states, ..athlete.clone() };
    let plan = plan_service::standing_of(&mut write.tx, &user_id, &athlete).await?.doc;
    Ok(free::judged(session, &athlete, &plan, lifted, &asked))
}

/// Makes the summary anew and decides nothing: a history from elsewhere was trained by another plan.
pub async fn recount(write: &mut Write, session: &mut Session, athlete: &Athlete) -> Result<()> {
    let stored = sets::of_session(&mut write.tx, &session.id).await?;
    let decided = session.summary.take().map(|summary| summary.decisions).unwrap_or_default();
    session.summary = Some(summed(write, session, athlete, &stored, decided).await?);
    Ok(())
}

async fn summed(
    write: &mut Write,
    session: &Session,
    athlete: &Athlete,
    stored: &[StoredSet],
    decisions: Vec<Decision>,
) -> Result<SessionSummary> {
    let lifted = || stored.iter().map(|stored| &stored.set);
    let ended = session.ended_at.unwrap_or(session.started_at);
    let hard = lifted().filter(|set| summary::is_hard(set)).count();
    Ok(SessionSummary {
        volume_kg: summary::volume_of(lifted()),
        working_sets: u32::try_from(hard).unwrap_or(u32::MAX),
        duration_seconds: ended.as_second() - session.started_at.as_second(),
        records: records::of(write, session, athlete, stored).await?,
        decisions,
    })
}

async fn decisions(
    write: &mut Write,
    session: &Session,
    athlete: &Athlete,
    lifted: &[LoggedSet],
    free: &[Prescribed],
) -> Result<Vec<Decision>> {
    let before = session.summary.as_ref().map(|summary| summary.decisions.clone()).unwrap_or_default();
    let mut made = Vec::new();
    let mut moved = false;
    for part in session.prescribed.iter().chain(&session.swapped).chain(free).flat_map(by_range) {
        let Some(exercise) = athlete.catalogue.get(&part.prescribed.exercise_id) else { continue };
        let spec = athlete.loads(exercise);
        let mut context = athlete.context(exercise, &spec);
        context.now = session.ended_at.unwrap_or(athlete.now);
        let state = session.states_before.get(&part.key);
        let sets = part.sets(lifted);
        if !is_ours(write, session, &part.key, state).await? {
            // A later session or the person's own load has this range now: what was decided stays.
            made.extend(before.iter().filter(|old| concerns(old, &part.key)).cloned());
            continue;
        }
        let decided = decide_by_calendar(state, &part.prescribed, &sets, &context, session, athlete);
        store(write, session, &part.key, state, decided.as_ref().map(|(_, next)| next)).await?;
        moved = true;
        made.extend(decided.map(|(decision, _)| decision));
    }
    if moved {
        let user_id = write.user_id.clone();
        users::bump(&mut write.tx, &user_id, Counter::Progression).await?;
    }
    Ok(made)
}

/// Decides with the days between by the person's own calendar, as the plan showed them.
fn decide_by_calendar(
    state: Option<&LoadState>,
    prescribed: &Prescribed,
    sets: &[LoggedSet],
    context: &Context<'_>,
    session: &Session,
    athlete: &Athlete,
) -> Option<(Decision, LoadState)> {
    let began = sets.iter().filter(|set| set.is_working()).map(|set| set.logged_at).min()?;
    let seen = state.map(|state| calendar::on(state, session.day, began, &athlete.profile.zone()));
    let (decision, mut next) = progression::decide(seen.as_ref(), prescribed, sets, context)?;
    next.memory.manual_at = next.memory.manual_at.and(state.and_then(|state| state.memory.manual_at));
    Some((decision, next))
}

fn concerns(decision: &Decision, key: &RangeKey) -> bool {
    decision.exercise_id == key.exercise_id
        && decision.next.reps_min == key.reps_min
        && decision.next.reps_max == key.reps_max
}

/// Whether this session may write the state: it wrote it last, nobody did since it began, or only a
/// session before it did, when a late set changed what that one decides.
async fn is_ours(
    write: &mut Write,
    session: &Session,
    key: &RangeKey,
    before: Option<&LoadState>,
) -> Result<bool> {
    let user_id = write.user_id.clone();
    let standing = plans::load_state(&mut write.tx, &user_id, key).await?;
    Ok(match standing {
        Some((_, Some(by))) if by == session.id => true,
        Some((state, by)) => before == Some(&state) || is_earlier(write, by, session).await?,
        None => before.is_none(),
    })
}

async fn is_earlier(write: &mut Write, other: Option<String>, session: &Session) -> Result<bool> {
    let Some(other) = other else { return Ok(false) };
    let user_id = write.user_id.clone();
    let other = sessions::get(&mut write.tx, &user_id, &other).await?;
    Ok(other.is_some_and(|other| other.started_at < session.started_at))
}

async fn store(
    write: &mut Write,
    session: &Session,
    key: &RangeKey,
    before: Option<&LoadState>,
    next: Option<&LoadState>,
) -> Result<()> {
    let user_id = write.user_id.clone();
    let now = write.core.clock.now();
    match (next, before) {
        (Some(next), _) => {
            plans::put_load_state(&mut write.tx, &user_id, key, next, Some(&session.id), now).await?;
        }
        (None, Some(before)) => {
            plans::put_load_state(&mut write.tx, &user_id, key, before, Some(&session.id), now).await?;
        }
        (None, None) => plans::delete_load_state(&mut write.tx, &user_id, key).await?,
    }
    Ok(())
}

/// The sets of an exercise that share a rep range.
struct Part {
    key: RangeKey,
    prescribed: Prescribed,
    /// Where each of them stands in the whole prescription, from 1.
    places: Vec<u16>,
    /// Sets beyond what is prescribed belong to the last part.
    last_place: Option<u16>,
}

impl Part {
    /// The logged sets of this part, numbered within it; warm-ups as they are.
    fn sets(&self, lifted: &[LoggedSet]) -> Vec<LoggedSet> {
        let own = lifted.iter().filter(|set| set.exercise_id == self.key.exercise_id);
        own.filter_map(|set| {
            if set.kind == SetKind::Warmup {
                return Some(set.clone());
            }
            let place = self.places.iter().position(|place| *place == set.set_index);
            let place = place.and_then(|place| u16::try_from(place + 1).ok()).or_else(|| self.beyond(set));
            place.map(|set_index| LoggedSet { set_index, ..set.clone() })
        })
        .collect()
    }

    fn beyond(&self, set: &LoggedSet) -> Option<u16> {
        let last = self.last_place?;
        let own = u16::try_from(self.places.len()).ok()?;
        (set.set_index > last).then(|| own.saturating_add(set.set_index - last))
    }
}

fn by_range(prescribed: &Prescribed) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for (at, set) in prescribed.sets.iter().enumerate() {
        let key = key_of(&prescribed.exercise_id, set);
        let place = u16::try_from(at + 1).unwrap_or(u16::MAX);
        match parts.iter_mut().find(|part| part.key == key) {
            Some(part) => {
                part.places.push(place);
                part.prescribed.sets.push(set.clone());
            }
            None => parts.push(first(prescribed, key, set, place)),
        }
    }
    let whole = u16::try_from(prescribed.sets.len()).ok();
    if let Some(last) = parts.last_mut() {
        last.last_place = whole;
    }
    parts
}

fn first(prescribed: &Prescribed, key: RangeKey, set: &PlannedSet, place: u16) -> Part {
    let part = Prescribed { sets: vec![set.clone()], ..prescribed.clone() };
    Part { key, prescribed: part, places: vec![place], last_place: None }
}
