//! A simulated person who trains by the plan, through the use cases that everyone trains through:
//! begins the planned session, does what the engine asks set by set, finishes. Moves the fake clock
//! of its core as it goes.

use jiff::civil::Date;
use jiff::{SignedDuration, ToSpan as _};

use crate::domain::exercise::Exercise;
use crate::domain::lifter::Lifter;
use crate::domain::plan::DayStatus;
use crate::domain::session::{NextSet, SessionStatus};
use crate::service::athlete::Athlete;
use crate::service::core::{Core, Write};
use crate::service::error::{Error, Result};
use crate::service::plans;
use crate::service::sessions::{self, PatchSession, StartSession};
use crate::service::sets::{self, SetInput};
use crate::storage::sessions::Session;

/// When sessions begin, hour of the person's day.
const HOUR: i8 = 17;
/// More sets than any session has: the engine must have said that it is done.
const MOST_SETS: usize = 150;
/// A remark is written under every so many sessions.
const REMARK_EVERY: usize = 9;

/// A person, their account and a core on a fake clock.
#[derive(Debug)]
pub struct Training {
    /// On a fake clock, which training moves.
    pub core: Core,
    /// Whose account.
    pub user_id: String,
    /// Who lifts.
    pub lifter: Lifter,
    remarks: Vec<&'static str>,
    sessions: usize,
}

impl Training {
    /// An account that exists, its core on a fake clock, and who lifts.
    #[must_use]
    pub const fn new(core: Core, user_id: String, lifter: Lifter) -> Self {
        Self { core, user_id, lifter, remarks: Vec::new(), sessions: 0 }
    }

    /// Writes these in turn under every ninth session.
    #[must_use]
    pub fn remarking(mut self, remarks: Vec<&'static str>) -> Self {
        self.remarks = remarks;
        self
    }

    /// Sessions completed so far.
    #[must_use]
    pub const fn sessions(&self) -> usize {
        self.sessions
    }

    /// Trains from `from` up to, but not on, `until`, both of the person's own calendar.
    pub async fn through(&mut self, from: Date, until: Date) -> Result<()> {
        let mut day = from;
        while day < until {
            self.day(day).await?;
            let Ok(next) = day.checked_add(1.day()) else { break };
            day = next;
        }
        Ok(())
    }

    /// One day: trains what is planned for it, or the next open day of the week for someone who
    /// keeps no weekdays, if they come at all.
    pub async fn day(&mut self, day: Date) -> Result<()> {
        let athlete = Athlete::load(&mut self.core.read().await?, &self.core, &self.user_id).await?;
        let minute = day.day().unsigned_abs() % 40;
        let began = day.at(HOUR, i8::try_from(minute).unwrap_or(0), 0, 0).to_zoned(athlete.profile.zone());
        let Ok(began) = began else { return Ok(()) };
        self.core.clock.set(began.timestamp());
        let week = plans::week(&self.core, &self.user_id, None).await?;
        let open = || week.days.iter().filter(|one| one.status != DayStatus::Done);
        let planned = open().find(|one| one.date == Some(day));
        let number = began.timestamp().as_second().div_euclid(86_400);
        if !self.lifter.comes_on(number, planned.is_some()) {
            return Ok(());
        }
        let chosen = planned.or_else(|| open().next()).or_else(|| week.days.first());
        let Some(chosen) = chosen.map(|one| one.day.clone()) else { return Ok(()) };
        self.session(chosen).await
    }

    /// One session now, in one transaction.
    async fn session(&mut self, split_day: String) -> Result<()> {
        let clock = self.core.clock.clone();
        let mut write = self.core.write(&self.user_id).await?;
        let ask = StartSession { split_day: Some(split_day), id: None, started_at: Some(clock.now()) };
        let id = sessions::start(&mut write, ask).await?.id;
        self.lifter.arrive(clock.now());
        clock.advance(SignedDuration::from_mins(6));
        let mut athlete = Athlete::load(&mut write.tx, &write.core, &self.user_id).await?;
        // What is prescribed and what stood before it do not change while it is lifted.
        let session = sessions::find(&mut write.tx, &self.user_id, &id).await?;
        for _ in 0..MOST_SETS {
            athlete.now = clock.now();
            let next = sessions::next_set_of(&mut write.tx, &athlete, &session).await?;
            let exercise = next.exercise_id.as_deref().and_then(|id| athlete.catalogue.get(id));
            let Some(exercise) = exercise.filter(|_| !next.done) else { break };
            self.set(&mut write, &session, &next, exercise).await?;
        }
        clock.advance(SignedDuration::from_mins(2));
        let notes = self.remark();
        let end = PatchSession { status: Some(SessionStatus::Completed), notes: notes.map(Some) };
        sessions::patch(&mut write, &id, end).await?;
        write.commit().await?;
        self.sessions += 1;
        Ok(())
    }

    async fn set(
        &mut self,
        write: &mut Write,
        session: &Session,
        next: &NextSet,
        exercise: &Exercise,
    ) -> Result<()> {
        let did = self.lifter.lift(exercise, next, bottom(session, next));
        let lasted = did.duration_seconds.unwrap_or_else(|| 10 + 3 * u32::from(did.reps.unwrap_or(0)));
        let rested = if next.kind.is_warmup() { next.rest_seconds.min(60) } else { next.rest_seconds };
        write.core.clock.advance(SignedDuration::from_secs(i64::from(lasted) + i64::from(rested)));
        let input = SetInput {
            id: None,
            exercise_id: exercise.id.clone(),
            set_index: next.set_index.ok_or(Error::NotFound)?,
            reps: did.reps,
            duration_seconds: did.duration_seconds,
            weight_kg: next.weight_kg,
            rpe: did.rpe,
            kind: Some(next.kind),
            pain: None,
            note: None,
            logged_at: Some(write.core.clock.now()),
            proposal_id: None,
        };
        sets::log(write, &session.id, input).await.map(drop)
    }

    fn remark(&self) -> Option<String> {
        let turn =
            (self.sessions % REMARK_EVERY == REMARK_EVERY / 2).then_some(self.sessions / REMARK_EVERY)?;
        self.remarks.get(turn.checked_rem(self.remarks.len())?).map(|text| (*text).to_owned())
    }
}

/// The fewest repetitions or seconds of the prescribed set.
fn bottom(session: &Session, next: &NextSet) -> u16 {
    let place = next.set_index.map_or(0, |index| usize::from(index).saturating_sub(1));
    let planned = session.prescribed.iter().find(|one| Some(&one.exercise_id) == next.exercise_id.as_ref());
    planned.and_then(|one| one.sets.get(place)).map_or(0, |set| set.reps_min)
}
