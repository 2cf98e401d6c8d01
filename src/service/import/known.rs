//! What of a file is there already. A workout that was imported before has the id that its file gives it;
//! one that was logged here, or imported in another way, is known by when it began and what was lifted.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use jiff::civil::Date;

use super::ids;
use super::map::Map;
use crate::domain::import::{Identity, Workout};
use crate::domain::session::LoggedSet;
use crate::service::error::Result;
use crate::storage::Conn;
use crate::storage::exports::{self, Start};
use crate::storage::sets::{self, StoredSet};

/// Clocks differ by whole quarters of an hour, 26 hours at most.
const QUARTER: i64 = 15;
const FARTHEST: i64 = 26 * 60;

/// What a workout of the file is.
pub enum Known {
    /// Not there: it would have this id.
    New(String),
    /// Imported before under this id, with these sets.
    Before(String, Before),
    /// It was logged here, or is this very history come back from an export.
    Whole,
}

/// The sets of a workout that was imported before.
pub struct Before {
    /// When it began; by the file's clock and the person's of today that may be another moment.
    pub started_at: Timestamp,
    ids: HashSet<String>,
    places: HashSet<(String, bool, u16)>,
}

impl Before {
    fn of(started_at: Timestamp, sets: Vec<StoredSet>) -> Self {
        let places = sets.iter().map(|stored| place(&stored.set)).collect();
        Self { started_at, places, ids: sets.into_iter().map(|stored| stored.set.id).collect() }
    }

    /// It is there: the same row of the file, or the same set under another program's name for it.
    pub fn has(&self, set: &LoggedSet) -> bool {
        self.ids.contains(&set.id) || self.places.contains(&place(set))
    }
}

fn place(set: &LoggedSet) -> (String, bool, u16) {
    (set.exercise_id.clone(), set.is_warmup(), set.set_index)
}

/// The sessions of a person, and which of them the file has named.
pub struct There<'a> {
    user_id: &'a str,
    starts: HashMap<String, Timestamp>,
    by_minute: HashMap<i64, Vec<String>>,
    /// Imported by the moment they began in, as all once were.
    by_day: HashMap<Date, Vec<(i64, String)>>,
    named: HashSet<String>,
}

impl<'a> There<'a> {
    /// Reads them.
    pub async fn of(conn: &mut Conn, user_id: &'a str) -> Result<Self> {
        let mut there = Self {
            user_id,
            starts: HashMap::new(),
            by_minute: HashMap::new(),
            by_day: HashMap::new(),
            named: HashSet::new(),
        };
        for Start { id, started_at, day } in exports::starts(conn, user_id).await? {
            let minute = ids::minute(started_at.as_millisecond());
            if ids::instant(user_id, minute) == id {
                there.by_day.entry(day).or_default().push((minute, id.clone()));
            }
            there.by_minute.entry(minute).or_default().push(id.clone());
            there.starts.insert(id, started_at);
        }
        Ok(there)
    }

    /// What a workout is; whatever it is, no other of the file is the same.
    pub async fn find(&mut self, conn: &mut Conn, workout: &Workout, day: Date, map: &Map) -> Result<Known> {
        let id = ids::session(self.user_id, workout);
        if let Identity::Ours(exported) = &workout.identity
            && self.starts.contains_key(exported)
        {
            self.named.insert(exported.clone());
            return Ok(Known::Whole);
        }
        if let Some(started_at) = self.starts.get(&id).copied() {
            return self.before(conn, id, started_at).await;
        }
        let began = ids::minute(workout.started_at.as_millisecond());
        match &workout.identity {
            Identity::Ours(_) => Ok(match self.alike_at(conn, began, workout, map).await? {
                Some(standing) => {
                    self.named.insert(standing);
                    Known::Whole
                }
                None => Known::New(id),
            }),
            Identity::Civil(_) | Identity::Instant(_) => {
                let imported = self.imported(conn, began, day, workout, map).await?;
                let standing = imported.and_then(|id| Some((self.starts.get(&id).copied()?, id)));
                if let Some((started_at, id)) = standing {
                    return self.before(conn, id, started_at).await;
                }
                Ok(if self.is_taken(began) { Known::Whole } else { Known::New(id) })
            }
        }
    }

    async fn before(&mut self, conn: &mut Conn, id: String, started_at: Timestamp) -> Result<Known> {
        let before = Before::of(started_at, sets::of_session(conn, &id).await?);
        self.named.insert(id.clone());
        Ok(Known::Before(id, before))
    }

    /// A session that began in this minute with nothing but what this workout has.
    async fn alike_at(
        &self,
        conn: &mut Conn,
        began: i64,
        workout: &Workout,
        map: &Map,
    ) -> Result<Option<String>> {
        for id in self.by_minute.get(&began).into_iter().flatten() {
            if !self.named.contains(id) && is_within(&sets::of_session(conn, id).await?, workout, map) {
                return Ok(Some(id.clone()));
            }
        }
        Ok(None)
    }

    /// The session that a workout became when imports were known by the moment they began in. The
    /// person's clock may have been another: then the file's day is still the day it was kept under,
    /// and nothing was lifted in it that is not in this workout.
    async fn imported(
        &self,
        conn: &mut Conn,
        began: i64,
        day: Date,
        workout: &Workout,
        map: &Map,
    ) -> Result<Option<String>> {
        let shift = |minute: &i64| (minute - began).abs();
        let fits = |minute: &i64| shift(minute) % QUARTER == 0 && shift(minute) <= FARTHEST;
        let of_day = self.by_day.get(&day).into_iter().flatten();
        let mut near: Vec<_> =
            of_day.filter(|(minute, id)| fits(minute) && !self.named.contains(id)).collect();
        near.sort_by_key(|(minute, _)| shift(minute));
        for (_, id) in &near {
            if is_within(&sets::of_session(conn, id).await?, workout, map) {
                return Ok(Some(id.clone()));
            }
        }
        Ok(near.first().filter(|(minute, _)| *minute == began).map(|(_, id)| id.clone()))
    }

    /// A session of another kind began in this minute. One that a file wrote another minute for is
    /// another workout, which the person's clock has moved here.
    fn is_taken(&self, began: i64) -> bool {
        let standing = self.by_minute.get(&began).into_iter().flatten();
        standing.into_iter().any(|id| !self.named.contains(id) && !ids::is_civil(self.user_id, id))
    }
}

/// Whether a session has sets, and each of them is in the workout.
fn is_within(standing: &[StoredSet], workout: &Workout, map: &Map) -> bool {
    let mut lifted: Vec<_> = workout
        .sets
        .iter()
        .filter_map(|set| {
            let exercise = map.get(&set.exercise)?.exercise.as_ref()?;
            let timed = exercise.is_timed();
            let (reps, seconds) = (set.reps.filter(|_| !timed), set.seconds.filter(|_| timed));
            Some((exercise.id.as_str(), set.kind, grams(set.weight_kg), reps, seconds))
        })
        .collect();
    let mut take = |set: &LoggedSet| {
        let wanted =
            (set.exercise_id.as_str(), set.kind, grams(set.weight_kg), set.reps, set.duration_seconds);
        let at = lifted.iter().position(|lifted| *lifted == wanted);
        at.map(|at| lifted.swap_remove(at)).is_some()
    };
    !standing.is_empty() && standing.iter().all(|stored| take(&stored.set))
}

/// Loads as they are compared: 61.23 kg is the same however it was reckoned.
fn grams(kg: f64) -> String {
    format!("{kg:.3}")
}
