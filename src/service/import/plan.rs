//! What an import comes to: which workouts and sets are new, and what each would be.

use std::collections::{HashMap, HashSet};

use super::map::{self, Map};
use super::{Choices, ids};
use crate::domain::exercise::Exercise;
use crate::domain::import::{ReadSet, Refusal, Sheet, Workout};
use crate::domain::session::{LoggedSet, SetKind};
use crate::service::athlete::{Athlete, local_day, monday_of};
use crate::service::bodyweight;
use crate::service::error::Result;
use crate::storage::sets::StoredSet;
use crate::storage::{Conn, exports, sets};

/// Most sets of one exercise in a workout, warm-ups apart.
const MOST_SETS: u16 = 100;

/// A workout with something new in it.
#[derive(Debug)]
pub struct PlannedSession {
    /// Its id, made from when it began.
    pub id: String,
    /// It was imported before, and only some of its sets are new.
    pub known: bool,
    /// As the file has it.
    pub workout: Workout,
    /// The sets that are new.
    pub sets: Vec<StoredSet>,
}

/// Everything that an import would write.
#[derive(Debug)]
pub struct Plan {
    /// As read; its workouts are in `sessions`.
    pub sheet: Sheet,
    /// What each name becomes.
    pub map: Map,
    /// What is new.
    pub sessions: Vec<PlannedSession>,
    /// Workouts of the file.
    pub workouts: usize,
    /// Sets that are there already.
    pub known_sets: usize,
    /// Sets of names that are left out.
    pub skipped_sets: usize,
}

/// What is there already.
struct There {
    /// The session that began in a minute.
    by_minute: HashMap<i64, String>,
}

/// The sets of a workout that was imported before.
#[derive(Default)]
struct Before {
    ids: HashSet<String>,
    places: HashSet<(String, bool, u16)>,
}

impl FromIterator<StoredSet> for Before {
    fn from_iter<T: IntoIterator<Item = StoredSet>>(all: T) -> Self {
        let mut before = Self::default();
        for StoredSet { set, .. } in all {
            before.places.insert(place(&set));
            before.ids.insert(set.id);
        }
        before
    }
}

impl Before {
    /// It is there: the same row of the file, or the same set under another program's name for it.
    fn has(&self, set: &LoggedSet) -> bool {
        self.ids.contains(&set.id) || self.places.contains(&place(set))
    }
}

fn place(set: &LoggedSet) -> (String, bool, u16) {
    (set.exercise_id.clone(), set.kind == SetKind::Warmup, set.set_index)
}

/// Makes the plan, from reads alone.
pub async fn make(
    conn: &mut Conn,
    user_id: &str,
    athlete: &Athlete,
    mut sheet: Sheet,
    choices: Choices,
) -> Result<Plan> {
    let map = map::of(&sheet, &athlete.catalogue, choices);
    let starts = exports::starts(conn, user_id).await?;
    let there =
        There { by_minute: starts.into_iter().map(|(millis, id)| (ids::minute(millis), id)).collect() };
    let workouts = std::mem::take(&mut sheet.workouts);
    let mut plan =
        Plan { sheet, map, sessions: Vec::new(), workouts: workouts.len(), known_sets: 0, skipped_sets: 0 };
    for workout in workouts {
        let id = ids::session(user_id, workout.started_at);
        let standing = there.by_minute.get(&ids::minute(workout.started_at.as_millisecond()));
        if standing.is_some_and(|standing| *standing != id) {
            // It was logged here, or is this very history come back from an export.
            plan.known_sets += workout.sets.len();
            continue;
        }
        let before = match standing {
            Some(_) => sets::of_session(conn, &id).await?.into_iter().collect(),
            None => Before::default(),
        };
        let day = local_day(&athlete.profile, workout.started_at);
        let bodyweight_kg = bodyweight::on_day(conn, user_id, &athlete.profile, day).await?;
        plan.add(id, standing.is_some(), workout, &before, athlete, bodyweight_kg);
    }
    Ok(plan)
}

impl Plan {
    fn add(
        &mut self,
        id: String,
        known: bool,
        workout: Workout,
        before: &Before,
        athlete: &Athlete,
        bodyweight_kg: Option<f64>,
    ) {
        let mut nth: HashMap<&str, usize> = HashMap::new();
        let mut places: HashMap<(&str, bool), u16> = HashMap::new();
        let mut fresh = Vec::new();
        for set in &workout.sets {
            let count = nth.entry(&set.exercise).or_default();
            let set_id = ids::set(&id, workout.started_at, &set.exercise, *count);
            *count += 1;
            let Some(exercise) = self.map.get(&set.exercise).and_then(|mapped| mapped.exercise.as_ref())
            else {
                self.skipped_sets += 1;
                continue;
            };
            let place = places.entry((&exercise.id, set.kind == SetKind::Warmup)).or_default();
            *place += 1;
            match logged(set, set_id, exercise, *place) {
                Err(refusal) => self.sheet.refused.push(refusal),
                Ok(set) if before.has(&set) => self.known_sets += 1,
                Ok(set) => fresh.push(stored(athlete, &id, set, bodyweight_kg)),
            }
        }
        if !fresh.is_empty() {
            self.sessions.push(PlannedSession { id, known, workout, sets: fresh });
        }
    }
}

/// The set, or why its exercise does not take it.
fn logged(
    set: &ReadSet,
    id: String,
    exercise: &Exercise,
    set_index: u16,
) -> std::result::Result<LoggedSet, Refusal> {
    let refuse = |reason: String| Refusal { line: set.line, column: String::new(), reason };
    if set_index > MOST_SETS {
        return Err(refuse(format!("A workout keeps {MOST_SETS} sets of an exercise.")));
    }
    let timed = exercise.is_timed();
    if timed && set.seconds.is_none() {
        return Err(refuse(format!("{} is timed, and the row has no seconds.", exercise.name)));
    }
    if !timed && set.reps.is_none() {
        return Err(refuse(format!("{} counts repetitions, and the row has none.", exercise.name)));
    }
    Ok(LoggedSet {
        id,
        exercise_id: exercise.id.clone(),
        set_index,
        reps: set.reps.filter(|_| !timed),
        duration_seconds: set.seconds.filter(|_| timed),
        weight_kg: set.weight_kg,
        rpe: set.rpe,
        kind: set.kind,
        pain: false,
        note: set.note.clone(),
        logged_at: set.at,
    })
}

fn stored(athlete: &Athlete, session_id: &str, set: LoggedSet, bodyweight_kg: Option<f64>) -> StoredSet {
    let day = local_day(&athlete.profile, set.logged_at);
    StoredSet { set, session_id: session_id.to_owned(), day, week_start: monday_of(day), bodyweight_kg }
}
