//! Writing a plan, in one transaction: own exercises, sessions, sets, totals, records, first loads.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use super::plan::{Plan, PlannedSession};
use super::{Choices, ImportReport, plan, report};
use crate::domain::exercise::Exercise;
use crate::domain::import::Sheet;
use crate::domain::progression::{self, LoadState, LoadStates, Memory, RangeKey};
use crate::domain::session::{Rule, SessionStatus};
use crate::domain::summary;
use crate::service::athlete::{Athlete, local_day, monday_of};
use crate::service::core::Write;
use crate::service::error::Result;
use crate::service::{profiles, safety, sessions, totals};
use crate::storage::profiles::insert_own_exercise;
use crate::storage::sessions::{self as session_storage, Session};
use crate::storage::sets::{self, StoredSet};
use crate::storage::users::{self, Counter};
use crate::storage::{exports, plans};

/// What was written of the body longer ago is history, not a symptom of today.
const RECENT: SignedDuration = SignedDuration::from_hours(7 * 24);
/// The effort at which a first load is prescribed.
const TARGET_RPE: f64 = 8.0;

/// Imports a file that was read before.
pub async fn run(write: &mut Write, sheet: Sheet, choices: Choices) -> Result<ImportReport> {
    let (user_id, core) = (write.user_id.clone(), write.core.clone());
    let mut athlete = Athlete::load(&mut write.tx, &core, &user_id).await?;
    let plan = plan::make(&mut write.tx, &user_id, &athlete, sheet, choices).await?;
    create_exercises(write, &plan).await?;
    athlete.catalogue = profiles::catalogue(&core.catalogue, &mut write.tx, &user_id).await?;
    if plan.sessions.is_empty() {
        return Ok(report::of(&plan, false));
    }
    store(write, &athlete, &plan).await?;
    heed(write, &athlete, &plan).await?;
    let places: BTreeSet<_> = plan.sessions.iter().flat_map(|planned| &planned.sets).map(place).collect();
    let places: Vec<_> = places.into_iter().collect();
    totals::refresh_many(write, &athlete.catalogue, &places).await?;
    let mut sessions = Vec::with_capacity(plan.sessions.len());
    for planned in &plan.sessions {
        sessions.push(summarise(write, &athlete, planned).await?);
    }
    follow_records(write, &athlete, &plan, &sessions).await?;
    begin_loads(write, &athlete, &plan).await?;
    users::bump(&mut write.tx, &user_id, Counter::Completed).await?;
    Ok(report::of(&plan, false))
}

fn place(stored: &StoredSet) -> (String, Date, Date) {
    (stored.set.exercise_id.clone(), stored.day, stored.week_start)
}

async fn create_exercises(write: &mut Write, plan: &Plan) -> Result<()> {
    let (user_id, now) = (write.user_id.clone(), write.core.clock.now());
    let used: BTreeSet<&str> = plan
        .sessions
        .iter()
        .flat_map(|session| &session.sets)
        .map(|one| one.set.exercise_id.as_str())
        .collect();
    let fresh = plan.map.values().filter(|mapped| mapped.fresh).filter_map(|mapped| mapped.exercise.as_ref());
    let needed: Vec<&Exercise> = fresh.filter(|exercise| used.contains(exercise.id.as_str())).collect();
    for exercise in &needed {
        insert_own_exercise(&mut write.tx, &user_id, exercise, now).await?;
    }
    if !needed.is_empty() {
        users::bump(&mut write.tx, &user_id, Counter::Catalogue).await?;
    }
    Ok(())
}

/// The new sessions, and all new sets.
async fn store(write: &mut Write, athlete: &Athlete, plan: &Plan) -> Result<()> {
    let user_id = write.user_id.clone();
    for planned in plan.sessions.iter().filter(|planned| !planned.known) {
        session_storage::insert(&mut write.tx, &user_id, &session(athlete, planned)).await?;
    }
    let all: Vec<&StoredSet> = plan.sessions.iter().flat_map(|planned| &planned.sets).collect();
    sets::insert_many(&mut write.tx, &user_id, &all).await?;
    Ok(())
}

/// Reads what was written lately, each thing once.
async fn heed(write: &mut Write, athlete: &Athlete, plan: &Plan) -> Result<()> {
    let recent = |at: Timestamp| athlete.now.duration_since(at) <= RECENT;
    let mut notes = BTreeSet::new();
    for planned in &plan.sessions {
        let workout = &planned.workout;
        notes.extend(workout.notes.as_deref().filter(|_| !planned.known && recent(workout.started_at)));
        let lately = planned.sets.iter().filter(|stored| recent(stored.set.logged_at));
        notes.extend(lately.filter_map(|stored| stored.set.note.as_deref()));
    }
    for note in notes {
        safety::heed(write, note).await?;
    }
    Ok(())
}

fn session(athlete: &Athlete, planned: &PlannedSession) -> Session {
    let workout = &planned.workout;
    let day = local_day(&athlete.profile, workout.started_at);
    Session {
        id: planned.id.clone(),
        status: SessionStatus::Completed,
        split_day: workout.split_day.clone(),
        plan_version: 0,
        prescribed: Vec::new(),
        states_before: LoadStates::new(),
        started_at: workout.started_at,
        ended_at: Some(workout.ended_at),
        day,
        week_start: monday_of(day),
        notes: workout.notes.clone(),
        summary: None,
        swapped: Vec::new(),
        ends_with_last_set: false,
        version: 1,
    }
}

/// Volume, duration and records; nothing was prescribed, so nothing is decided.
async fn summarise(write: &mut Write, athlete: &Athlete, planned: &PlannedSession) -> Result<Session> {
    let user_id = write.user_id.clone();
    let mut session = sessions::find(&mut write.tx, &user_id, &planned.id).await?;
    sessions::recount(write, &mut session, athlete).await?;
    session_storage::update(&mut write.tx, &mut session).await?;
    Ok(session)
}

/// Where a session stands in the order in which they began.
type Place = (Timestamp, String);

fn place_of(session: &Session) -> Place {
    (session.started_at, session.id.clone())
}

/// Workouts that were there and began after an imported one have it to beat now: of each imported
/// exercise the records from the first of them on are found anew.
async fn follow_records(
    write: &mut Write,
    athlete: &Athlete,
    plan: &Plan,
    sessions: &[Session],
) -> Result<()> {
    let user_id = write.user_id.clone();
    let mut others: BTreeSet<Place> = BTreeSet::new();
    for start in exports::starts(&mut write.tx, &user_id).await? {
        others.insert((start.started_at, start.id));
    }
    let mut imported: BTreeMap<&str, BTreeMap<Place, &Session>> = BTreeMap::new();
    for (planned, session) in plan.sessions.iter().zip(sessions) {
        others.remove(&place_of(session));
        for stored in &planned.sets {
            let of_exercise = imported.entry(&stored.set.exercise_id).or_default();
            of_exercise.insert(place_of(session), session);
        }
    }
    for (exercise_id, of_exercise) in imported {
        if let Some(session) = last_before_others(&of_exercise, &others) {
            sessions::follow_records(write, session, athlete, exercise_id).await?;
        }
    }
    Ok(())
}

/// The last imported session before the first other one that comes after an imported one; the records
/// of those up to it are as they were just counted.
fn last_before_others<'a>(
    imported: &BTreeMap<Place, &'a Session>,
    others: &BTreeSet<Place>,
) -> Option<&'a Session> {
    let (earliest, _) = imported.first_key_value()?;
    let next = others.range(earliest..).next()?;
    imported.range(..next).next_back().map(|(_, session)| *session)
}

/// For each exercise that has no load yet: where the engine begins, from its last imported session.
async fn begin_loads(write: &mut Write, athlete: &Athlete, plan: &Plan) -> Result<()> {
    let mut last: BTreeMap<&str, &PlannedSession> = BTreeMap::new();
    for planned in &plan.sessions {
        last.extend(planned.sets.iter().map(|stored| (stored.set.exercise_id.as_str(), planned)));
    }
    let mut moved = false;
    for (exercise_id, planned) in last {
        let Some(exercise) = athlete.catalogue.get(exercise_id) else { continue };
        if athlete.states.keys().any(|key| key.exercise_id == exercise_id) {
            continue;
        }
        let Some((key, state)) = first_load(athlete, exercise, planned) else { continue };
        let (user_id, now) = (write.user_id.clone(), write.core.clock.now());
        plans::put_load_state(&mut write.tx, &user_id, &key, &state, Some(&planned.id), now).await?;
        moved = true;
    }
    if moved {
        let user_id = write.user_id.clone();
        users::bump(&mut write.tx, &user_id, Counter::Progression).await?;
    }
    Ok(())
}

/// None where the sets give no estimate of strength.
fn first_load(
    athlete: &Athlete,
    exercise: &Exercise,
    planned: &PlannedSession,
) -> Option<(RangeKey, LoadState)> {
    let own = || planned.sets.iter().filter(|stored| stored.set.exercise_id == exercise.id);
    let bests = summary::bests(own().map(|stored| (&stored.set, stored.bodyweight_kg)), Some(exercise));
    let (e1rm_kg, _) = bests.e1rm?;
    let spec = athlete.loads(exercise);
    let context = athlete.context(exercise, &spec);
    let (reps_min, reps_max) = (exercise.reps_min, exercise.reps_max);
    let point =
        progression::starting(exercise, reps_min, reps_max, Some(TARGET_RPE), Some(e1rm_kg), &context);
    let memory = Memory { e1rm_kg: Some(e1rm_kg), ..Memory::default() };
    let last_at = own().map(|stored| stored.set.logged_at).max();
    let key = RangeKey { exercise_id: exercise.id.clone(), reps_min, reps_max };
    Some((key, LoadState { point, last_rule: Rule::Hold, last_at, memory }))
}
