//! What an import comes to: which workouts and sets are new, and what each would be.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use jiff::civil::Date;

use super::known::{Before, Known, There};
use super::map::{self, Map};
use super::{Choices, ids};
use crate::domain::exercise::Exercise;
use crate::domain::import::{ReadSet, Refusal, Sheet, Workout};
use crate::domain::session::LoggedSet;
use crate::domain::set_bounds::LOGGED;
use crate::reason;
use crate::service::athlete::{Athlete, local_day, monday_of};
use crate::service::error::Result;
use crate::storage::sets::StoredSet;
use crate::storage::{Conn, exports};

/// A workout with something new in it.
#[derive(Debug)]
pub struct PlannedSession {
    /// Its id, made from what tells it from all others.
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

/// The bodyweight of each day.
struct Bodyweights {
    logged: BTreeMap<Date, f64>,
    profile: Option<f64>,
}

impl Bodyweights {
    /// The newest on that day or before it, else the profile's.
    fn on(&self, day: Date) -> Option<f64> {
        self.logged.range(..=day).next_back().map(|(_, kg)| *kg).or(self.profile)
    }
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
    let mut there = There::of(conn, user_id).await?;
    let logged = exports::bodyweights(conn, user_id).await?.into_iter().collect();
    let bodyweights = Bodyweights { logged, profile: athlete.profile.bodyweight_kg };
    let workouts = std::mem::take(&mut sheet.workouts);
    let mut plan =
        Plan { sheet, map, sessions: Vec::new(), workouts: workouts.len(), known_sets: 0, skipped_sets: 0 };
    for workout in workouts {
        let day = local_day(&athlete.profile, workout.started_at);
        let (id, before) = match there.find(conn, &workout, day, &plan.map).await? {
            Known::New(id) => (id, None),
            Known::Before(id, before) => (id, Some(before)),
            Known::Whole => {
                plan.known_sets += workout.sets.len();
                continue;
            }
        };
        plan.add(id, workout, before.as_ref(), athlete, bodyweights.on(day));
    }
    Ok(plan)
}

impl Plan {
    fn add(
        &mut self,
        id: String,
        workout: Workout,
        before: Option<&Before>,
        athlete: &Athlete,
        bodyweight_kg: Option<f64>,
    ) {
        let mut numbers = Numbers::default();
        let mut fresh = Vec::new();
        let moved = before.map(|before| before.started_at.duration_since(workout.started_at));
        for set in &workout.sets {
            let set_id = numbers.id(&id, set);
            let Some(exercise) = self.map.get(&set.exercise).and_then(|mapped| mapped.exercise.as_ref())
            else {
                self.skipped_sets += 1;
                continue;
            };
            if !numbers.used.insert(set_id.clone()) {
                // The same row of an export, twice in the file.
                self.known_sets += 1;
                continue;
            }
            match logged(set, set_id, exercise, numbers.index(exercise, set)) {
                Err(refusal) => self.sheet.refused.push(refusal),
                Ok(set) if before.is_some_and(|before| before.has(&set)) => self.known_sets += 1,
                Ok(mut set) => {
                    let at = moved.and_then(|moved| set.logged_at.checked_add(moved).ok());
                    set.logged_at = at.unwrap_or(set.logged_at);
                    fresh.push(stored(athlete, &id, set, bodyweight_kg));
                }
            }
        }
        if !fresh.is_empty() {
            self.sessions.push(PlannedSession { id, known: before.is_some(), workout, sets: fresh });
        }
    }
}

/// How the sets of a workout are numbered.
#[derive(Default)]
struct Numbers {
    nth: HashMap<String, usize>,
    used: HashSet<String>,
    places: HashMap<(String, bool), BTreeSet<u16>>,
}

impl Numbers {
    fn id(&mut self, session_id: &str, set: &ReadSet) -> String {
        if let Some(ours) = &set.ours {
            return ids::our_set(session_id, &ours.id);
        }
        let nth = self.nth.entry(set.exercise.clone()).or_default();
        let id = ids::set(session_id, &set.exercise, *nth);
        *nth += 1;
        id
    }

    /// The number it had, where it is known and free; else the next.
    fn index(&mut self, exercise: &Exercise, set: &ReadSet) -> u16 {
        let place = (exercise.id.clone(), set.kind.is_warmup());
        let taken = self.places.entry(place).or_default();
        let own = set.ours.as_ref().and_then(|ours| ours.set_index).filter(|own| !taken.contains(own));
        let next = || taken.last().map_or(1, |last| last.saturating_add(1));
        let index = own.unwrap_or_else(next);
        taken.insert(index);
        index
    }
}

/// The set, or why its exercise does not take it.
fn logged(
    set: &ReadSet,
    id: String,
    exercise: &Exercise,
    set_index: u16,
) -> std::result::Result<LoggedSet, Refusal> {
    let refuse = |reason| Refusal::of_row(set.line, reason);
    if set_index > LOGGED.most_sets {
        return Err(refuse(reason!("import_most_sets", most = LOGGED.most_sets)));
    }
    let timed = exercise.is_timed();
    if timed && set.seconds.is_none() {
        return Err(refuse(reason!("import_timed_without_seconds", exercise = exercise.fact())));
    }
    if !timed && set.reps.is_none() {
        return Err(refuse(reason!("import_counted_without_reps", exercise = exercise.fact())));
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
        pain: set.ours.as_ref().is_some_and(|ours| ours.pain),
        note: set.note.clone(),
        logged_at: set.at,
    })
}

fn stored(athlete: &Athlete, session_id: &str, set: LoggedSet, bodyweight_kg: Option<f64>) -> StoredSet {
    let day = local_day(&athlete.profile, set.logged_at);
    StoredSet { set, session_id: session_id.to_owned(), day, week_start: monday_of(day), bodyweight_kg }
}
