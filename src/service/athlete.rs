//! Everything the pure rules need to know of a person, read once for a use case.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};

use super::calendar;
use super::core::Core;
use super::error::{Error, Result};
use super::profiles;
use crate::domain::catalogue::Catalogue;
use crate::domain::current_load;
pub use crate::domain::current_load::key_of;
use crate::domain::exercise::Exercise;
use crate::domain::loads;
use crate::domain::plan::{PlannedExercise, PlannedSet};
use crate::domain::profile::{LoadSpec, Profile};
use crate::domain::progression::{self, Context, LoadState, LoadStates, RangeKey};
use crate::domain::rules::LoadCap;
use crate::domain::session::LoadPoint;
use crate::reason;
use crate::storage::profiles::{self as stored_profiles, Known};
use crate::storage::{Conn, plans};

/// A person as the rules see them at one moment.
#[derive(Debug, Clone)]
pub struct Athlete {
    /// Who they are and what they have.
    pub profile: Profile,
    /// Exercises, their own among them.
    pub catalogue: Catalogue,
    /// The newest day of their bodyweight log, and the bodyweight of it.
    pub newest_bodyweight: Option<(Date, f64)>,
    /// The loads that stand.
    pub states: LoadStates,
    /// The moment.
    pub now: Timestamp,
    /// Their own calendar day.
    pub today: Date,
    /// The day on which their account was made: of what was planned before it nothing can be missed.
    pub joined: Date,
}

/// The Monday of the week a day is in.
#[must_use]
pub fn monday_of(day: Date) -> Date {
    let back = i64::from(day.weekday().to_monday_zero_offset());
    day.checked_sub(back.days()).unwrap_or(day)
}

impl Athlete {
    /// Reads the person.
    pub async fn load(conn: &mut Conn, core: &Core, user_id: &str) -> Result<Self> {
        let states = plans::load_states(conn, user_id).await?;
        Ok(Self { states, ..Self::without_states(conn, core, user_id).await? })
    }

    /// Reads the person without the loads that stand: enough for what happens inside a session,
    /// which rests on those from before it.
    pub async fn without_states(conn: &mut Conn, core: &Core, user_id: &str) -> Result<Self> {
        let known = stored_profiles::known(conn, user_id).await?.ok_or(Error::NotFound)?;
        let Known { profile, has_own, newest_bodyweight, joined_at } = known;
        let catalogue = if has_own {
            profiles::catalogue(&core.catalogue, conn, user_id).await?
        } else {
            core.catalogue.clone()
        };
        let now = core.clock.now();
        let today = local_day(&profile, now);
        let joined = local_day(&profile, joined_at);
        Ok(Self { profile, catalogue, newest_bodyweight, states: LoadStates::new(), now, today, joined })
    }

    /// The calendar year of their today.
    #[must_use]
    pub fn year(&self) -> i16 {
        self.today.year()
    }

    /// The Monday of their current week.
    #[must_use]
    pub fn this_monday(&self) -> Date {
        monday_of(self.today)
    }

    /// What the rules need beside the sets of an exercise.
    #[must_use]
    pub fn context<'a>(&'a self, exercise: &'a Exercise, loads: &'a LoadSpec) -> Context<'a> {
        Context { exercise, loads, bodyweight_kg: self.profile.bodyweight_kg, now: self.now }
    }

    /// What can be loaded for an exercise.
    #[must_use]
    pub fn loads(&self, exercise: &Exercise) -> LoadSpec {
        loads::spec_for(&self.profile, exercise)
    }

    /// The load that stands for a range now, or where it would start. None for an unknown exercise.
    #[must_use]
    pub fn point(&self, key: &RangeKey, rpe: Option<f64>) -> Option<LoadPoint> {
        let exercise = self.catalogue.get(&key.exercise_id)?;
        let spec = self.loads(exercise);
        let context = self.context(exercise, &spec);
        let state = self.state(key);
        Some(current_load::point(state.as_ref(), &self.states, &self.profile, key, rpe, &context))
    }

    /// The state of a range as it is read today, by the person's own calendar.
    #[must_use]
    pub fn state(&self, key: &RangeKey) -> Option<LoadState> {
        Some(self.read_today(self.states.get(key)?))
    }

    /// A state as it is read today, by the person's own calendar.
    #[must_use]
    pub fn read_today(&self, state: &LoadState) -> LoadState {
        calendar::on(state, self.today, self.now, &self.profile.zone())
    }

    /// The most an agent may prescribe for a set, and a person without a warning.
    #[must_use]
    pub fn cap(&self, planned: &PlannedExercise, set: &PlannedSet) -> Option<LoadCap> {
        let exercise = self.catalogue.get(&planned.exercise_id)?;
        let spec = self.loads(exercise);
        let context = self.context(exercise, &spec);
        let key = key_of(&planned.exercise_id, set);
        let state = self.state(&key);
        let start = current_load::start(&self.states, &self.profile, &key, set.rpe, &context);
        let cap_kg = progression::agent_cap_kg(state.as_ref(), &start, &context);
        Some(LoadCap { cap_kg, last_kg: state.and_then(|state| state.point.weight_kg) })
    }
}

/// The person's own calendar day at a moment.
#[must_use]
pub fn local_day(profile: &Profile, at: Timestamp) -> Date {
    at.to_zoned(profile.zone()).date()
}

/// A Monday, or 422 that says which Monday the day belongs to.
pub fn require_monday(day: Date) -> Result<Date> {
    let monday = monday_of(day);
    if monday == day {
        return Ok(day);
    }
    let reason = reason!("input_not_a_monday", day = day.to_string(), monday = monday.to_string());
    Err(Error::field("?week_start", "not_a_monday", reason))
}
