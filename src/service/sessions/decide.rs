//! What finishing a session decides, and decides again when a set arrives or changes later: always
//! from the load states as they were when the session began.

use std::collections::BTreeSet;

use super::{records, unprescribed};
use crate::domain::plan::Prescribed;
use crate::domain::progression::{self, Context, LoadState, RangeKey};
use crate::domain::session::{Decision, LoggedSet, Rule, SessionSummary};
use crate::domain::summary;
use crate::service::athlete::Athlete;
use crate::service::core::Write;
use crate::service::error::Result;
use crate::service::{calendar, plans as plan_service};
use crate::storage::plans;
use crate::storage::sessions::{self, Session};
use crate::storage::sets::{self, StoredSet};
use crate::storage::users::{self, Counter};

/// Sessions of an exercise that are looked through for the one that decided a load.
const FAR_BACK: i64 = 100;

/// Makes the summary anew and writes the load states it decides: all of them, or those of the one
/// exercise that changed, so that a profile that has changed since says nothing of the others.
pub async fn summarise(
    write: &mut Write,
    session: &mut Session,
    athlete: &Athlete,
    changed: Option<&str>,
) -> Result<()> {
    let stored = sets::of_session(&mut write.tx, &session.id).await?;
    let lifted: Vec<LoggedSet> = stored.iter().map(|stored| stored.set.clone()).collect();
    let free = judged_freely(write, session, athlete, &lifted).await?;
    let decisions = decisions(write, session, athlete, (&lifted, changed), &free).await?;
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
    Ok(unprescribed::judged(session, &athlete, &plan, lifted, &asked))
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
    let hard = lifted().filter(|set| set.is_hard()).count();
    Ok(SessionSummary {
        volume_kg: summary::volume_of(lifted()),
        working_sets: u32::try_from(hard).unwrap_or(u32::MAX),
        duration_seconds: ended.as_second() - session.started_at.as_second(),
        records: records::of(write, session, athlete, stored).await?,
        decisions,
    })
}

/// What a session is judged by: all that was prescribed, also of what was cut short or swapped out.
fn asked(session: &Session) -> impl Iterator<Item = &Prescribed> {
    let whole = |planned: &&Prescribed| {
        let cut = session.swapped.iter().find(|one| one.exercise_id == planned.exercise_id);
        cut.is_some_and(|cut| cut.sets.len() > planned.sets.len())
    };
    // The first of an exercise is the one that counts.
    let cut = move |planned: &'_ &Prescribed| !whole(planned);
    session.prescribed.iter().filter(cut).chain(&session.swapped)
}

async fn decisions(
    write: &mut Write,
    session: &Session,
    athlete: &Athlete,
    (lifted, changed): (&[LoggedSet], Option<&str>),
    free: &[Prescribed],
) -> Result<Vec<Decision>> {
    let before = session.summary.as_ref().map(|summary| summary.decisions.clone()).unwrap_or_default();
    let mut made = Vec::new();
    let mut moved = false;
    for part in progression::parts(asked(session).chain(free)) {
        let kept = before.iter().filter(|old| concerns(old, &part.key)).cloned();
        if changed.is_some_and(|changed| changed != part.key.exercise_id) {
            made.extend(kept);
            continue;
        }
        let Some(exercise) = athlete.catalogue.get(&part.key.exercise_id) else { continue };
        let state = session.states_before.get(&part.key);
        let standing = plans::load_state(&mut write.tx, &write.user_id, &part.key).await?;
        if !is_ours(write, session, standing.as_ref(), state).await? {
            // A later session or the person's own load has this range now: what was decided stays.
            made.extend(kept);
            continue;
        }
        let spec = athlete.loads(exercise);
        let mut context = athlete.context(exercise, &spec);
        context.now = session.ended_at.unwrap_or(athlete.now);
        let sets = part.sets(lifted);
        let decided = decide_by_calendar(state, &part.prescribed, &sets, &context, session, athlete);
        let was_ours = standing.is_some_and(|(_, by)| by.as_ref() == Some(&session.id));
        if decided.is_none() && !was_ours {
            // Who skips an exercise takes nothing from the session that has it.
            continue;
        }
        store(write, session, &part.key, state, decided.as_ref().map(|(_, next)| next)).await?;
        moved = true;
        made.extend(decided.map(|(decision, _)| decision));
    }
    if moved {
        users::bump(&mut write.tx, &write.user_id, Counter::Progression).await?;
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
    standing: Option<&(LoadState, Option<String>)>,
    before: Option<&LoadState>,
) -> Result<bool> {
    Ok(match standing {
        Some((_, Some(by))) if *by == session.id => true,
        Some((state, by)) => before == Some(state) || is_earlier(write, by.as_deref(), session).await?,
        None => before.is_none(),
    })
}

async fn is_earlier(write: &mut Write, other: Option<&str>, session: &Session) -> Result<bool> {
    let Some(other) = other else { return Ok(false) };
    let other = sessions::get(&mut write.tx, &write.user_id, other).await?;
    Ok(other.is_some_and(|other| other.started_at < session.started_at))
}

/// Writes what was decided, or gives back what stood before to whoever decided that.
async fn store(
    write: &mut Write,
    session: &Session,
    key: &RangeKey,
    before: Option<&LoadState>,
    next: Option<&LoadState>,
) -> Result<()> {
    let now = write.core.clock.now();
    let (state, by) = match (next, before) {
        (Some(next), _) => (next, Some(session.id.clone())),
        (None, Some(before)) => (before, decider_before(write, session, key, before).await?),
        (None, None) => return Ok(plans::delete_load_state(&mut write.tx, &write.user_id, key).await?),
    };
    Ok(plans::put_load_state(&mut write.tx, &write.user_id, key, state, by.as_deref(), now).await?)
}

/// The session before this one whose decision stood; none where the person wrote the load themselves.
async fn decider_before(
    write: &mut Write,
    session: &Session,
    key: &RangeKey,
    before: &LoadState,
) -> Result<Option<String>> {
    if before.last_rule == Rule::Manual {
        return Ok(None);
    }
    let place = (session.started_at, session.id.as_str());
    let earlier =
        sessions::summaries_before(&mut write.tx, &write.user_id, &key.exercise_id, place, FAR_BACK).await?;
    let decides = |summary: &SessionSummary| summary.decisions.iter().any(|made| concerns(made, key));
    Ok(earlier.into_iter().find(|(_, summary)| decides(summary)).map(|(id, _)| id))
}
