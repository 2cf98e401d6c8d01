//! Running totals over random histories in which people travel and clocks change: a set counts on the
//! day it was where the person was, and what was added up along the way is what the sets come to.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use spotter::domain::session::{SessionStatus, SetKind};
use spotter::service::athlete::monday_of;
use spotter::service::precondition::IfMatch;
use spotter::service::sessions::{self, PatchSession, StartSession};
use spotter::service::sets::{self, SetInput, SetPatch};
use spotter::service::{accounts, profiles, progress, totals};
use spotter::storage::Conn;
use spotter::storage::totals::{self as storage, ExerciseDay};

use super::common::{BENCH, SQUAT};
use crate::support::app::TestApp;

const CASES: u32 = 32;
/// Clocks change in New York on the 8th, in Berlin on the 29th of March, in Auckland on the 5th of April.
const START: &str = "2026-03-06T20:00:00Z";
const ZONES: [&str; 6] =
    ["UTC", "America/New_York", "Europe/Berlin", "Pacific/Auckland", "Pacific/Honolulu", "Asia/Kolkata"];

#[derive(Debug, Clone)]
enum Act {
    /// Begins a workout, on a phone that has been offline for so many minutes.
    Start {
        offline: i64,
    },
    /// Logs a set, lifted so many minutes ago, in one of the last workouts.
    Log {
        workout: usize,
        squat: bool,
        warmup: bool,
        reps: u16,
        kg: u16,
        ago: i64,
    },
    Edit {
        nth: usize,
        reps: u16,
        kg: u16,
        warmup: bool,
    },
    Delete {
        nth: usize,
    },
    End {
        completed: bool,
    },
    Wait {
        minutes: i64,
    },
    Travel {
        zone: usize,
    },
}

fn act() -> impl Strategy<Value = Act> {
    let (reps, kg, ago) = (0..=12_u16, 0..=120_u16, 0..=2000_i64);
    prop_oneof![
        2 => (0..=3000_i64).prop_map(|offline| Act::Start { offline }),
        8 => (0..3_usize, any::<bool>(), prop::bool::weighted(0.2), reps.clone(), kg.clone(), ago)
            .prop_map(|(workout, squat, warmup, reps, kg, ago)| Act::Log { workout, squat, warmup, reps, kg, ago }),
        3 => (0..20_usize, reps, kg, prop::bool::weighted(0.2))
            .prop_map(|(nth, reps, kg, warmup)| Act::Edit { nth, reps, kg, warmup }),
        2 => (0..20_usize).prop_map(|nth| Act::Delete { nth }),
        2 => prop::bool::weighted(0.8).prop_map(|completed| Act::End { completed }),
        3 => (0..=9000_i64).prop_map(|minutes| Act::Wait { minutes }),
        2 => (0..ZONES.len()).prop_map(|zone| Act::Travel { zone }),
    ]
}

/// A set as it should count.
#[derive(Debug, Clone)]
struct Counted {
    session: String,
    exercise: &'static str,
    day: Date,
    warmup: bool,
    reps: u16,
    kg: f64,
}

/// A person and a plain model of what they lifted.
struct History<'a> {
    app: &'a TestApp,
    user: String,
    zone: TimeZone,
    workouts: Vec<(String, Timestamp)>,
    sets: BTreeMap<String, Counted>,
    index: u16,
}

impl History<'_> {
    async fn apply(&mut self, act: Act) {
        let now = self.app.clock.now();
        match act {
            Act::Wait { minutes } => self.app.clock.advance(SignedDuration::from_mins(minutes)),
            Act::Travel { zone } => self.travel(ZONES[zone]).await,
            Act::Start { offline } => self.start(now - SignedDuration::from_mins(offline)).await,
            Act::End { completed } => self.end(completed).await,
            Act::Log { workout, squat, warmup, reps, kg, ago } => {
                let at = now - SignedDuration::from_mins(ago);
                let (exercise, kg) = (if squat { SQUAT } else { BENCH }, f64::from(kg) + 0.1);
                self.log(workout, at, (exercise, warmup, reps, kg)).await;
            }
            Act::Edit { nth, reps, kg, warmup } => self.edit(nth, reps, f64::from(kg) + 0.3, warmup).await,
            Act::Delete { nth } => self.delete(nth).await,
        }
    }

    async fn travel(&mut self, zone: &str) {
        let mut write = self.app.core.write(&self.user).await.unwrap();
        let profile = profiles::get(&self.app.core, &self.user).await.unwrap().profile;
        let profile = spotter::domain::profile::Profile { time_zone: zone.to_owned(), ..profile };
        profiles::replace(&mut write, profile, &IfMatch::Any).await.unwrap();
        write.commit().await.unwrap();
        self.zone = TimeZone::get(zone).unwrap();
    }

    async fn start(&mut self, at: Timestamp) {
        let mut write = self.app.core.write(&self.user).await.unwrap();
        let id = Some(uuid::Uuid::new_v4().to_string());
        let ask = StartSession { split_day: None, id, started_at: Some(at) };
        let session = sessions::start(&mut write, ask).await.unwrap();
        write.commit().await.unwrap();
        self.workouts.insert(0, (session.id, session.started_at));
    }

    async fn end(&mut self, completed: bool) {
        let Ok(active) = sessions::active(&self.app.core, &self.user).await else { return };
        let status = if completed { SessionStatus::Completed } else { SessionStatus::Abandoned };
        let mut write = self.app.core.write(&self.user).await.unwrap();
        let patch = PatchSession { status: Some(status), ..PatchSession::default() };
        sessions::patch(&mut write, &active.id, patch).await.unwrap();
        write.commit().await.unwrap();
    }

    async fn log(&mut self, workout: usize, at: Timestamp, what: (&'static str, bool, u16, f64)) {
        let Some((session, began)) = self.workouts.get(workout).cloned() else { return };
        let (exercise, warmup, reps, kg) = what;
        self.index = self.index % 100 + 1;
        let input = SetInput {
            id: None,
            exercise_id: exercise.to_owned(),
            set_index: self.index,
            reps: Some(reps),
            duration_seconds: None,
            weight_kg: Some(kg),
            rpe: None,
            kind: Some(if warmup { SetKind::Warmup } else { SetKind::Working }),
            pain: None,
            note: None,
            logged_at: Some(at),
            proposal_id: None,
        };
        let mut write = self.app.core.write(&self.user).await.unwrap();
        let set = sets::log(&mut write, &session, input).await.unwrap();
        write.commit().await.unwrap();
        // When it was lifted, brought into its workout; the day is the one where the person is now.
        let day = at.max(began).to_zoned(self.zone.clone()).date();
        self.sets.insert(set.id, Counted { session, exercise, day, warmup, reps, kg });
    }

    fn nth(&self, nth: usize) -> Option<(String, String)> {
        let (id, set) = self.sets.iter().nth(nth % self.sets.len().max(1))?;
        Some((set.session.clone(), id.clone()))
    }

    async fn edit(&mut self, nth: usize, reps: u16, kg: f64, warmup: bool) {
        let Some((session, id)) = self.nth(nth) else { return };
        let kind = if warmup { SetKind::Warmup } else { SetKind::Working };
        let patch =
            SetPatch { reps: Some(reps), weight_kg: Some(kg), kind: Some(kind), ..SetPatch::default() };
        let mut write = self.app.core.write(&self.user).await.unwrap();
        sets::edit(&mut write, &session, &id, patch).await.unwrap();
        write.commit().await.unwrap();
        let set = self.sets.get_mut(&id).unwrap();
        (set.reps, set.kg, set.warmup) = (reps, kg, warmup);
    }

    async fn delete(&mut self, nth: usize) {
        let Some((session, id)) = self.nth(nth) else { return };
        let mut write = self.app.core.write(&self.user).await.unwrap();
        sets::delete(&mut write, &session, &id).await.unwrap();
        write.commit().await.unwrap();
        self.sets.remove(&id);
    }

    /// Every total of every week and day from before the start on, and what the summary makes of it.
    async fn totals(&self) -> Vec<String> {
        let mut conn = self.app.core.read().await.unwrap();
        let first = monday_of(START.parse::<Timestamp>().unwrap().to_zoned(TimeZone::UTC).date());
        let mut all = Vec::new();
        for back in -2..40 {
            let monday = first.checked_add((7 * back).days()).unwrap();
            all.push(format!("{:?}", storage::week(&mut conn, &self.user, monday).await.unwrap()));
        }
        for exercise in [SQUAT, BENCH] {
            let since = first.checked_sub(30.days()).unwrap();
            all.push(format!("{:?}", all_days(&mut conn, &self.user, exercise, since).await));
            all.push(format!(
                "{:?}",
                storage::standing(&mut conn, &self.user, exercise, first).await.unwrap()
            ));
        }
        drop(conn);
        all.push(format!("{:?}", progress::summary(&self.app.core, &self.user).await.unwrap()));
        all
    }

    async fn check(&self) {
        let running = self.totals().await;
        totals::rebuild(&self.app.core, &self.user).await.unwrap();
        assert_eq!(running, self.totals().await);
        let mut conn = self.app.core.read().await.unwrap();
        let mut weeks: BTreeMap<(Date, &str), (i64, f64)> = BTreeMap::new();
        let mut days: BTreeMap<(&str, Date), f64> = BTreeMap::new();
        for set in self.sets.values().filter(|set| !set.warmup && set.reps > 0) {
            let week = weeks.entry((monday_of(set.day), set.exercise)).or_default();
            *week = (week.0 + 1, week.1 + f64::from(set.reps) * set.kg);
            let top = days.entry((set.exercise, set.day)).or_default();
            *top = top.max(set.kg);
        }
        for ((monday, exercise), (sets, volume)) in weeks {
            let week = storage::week(&mut conn, &self.user, monday).await.unwrap();
            let found = week.iter().find(|one| one.exercise_id == exercise).unwrap();
            assert!(found.hard_sets == sets && (found.volume_kg - volume).abs() < 1e-6, "{monday} {found:?}");
        }
        for exercise in [SQUAT, BENCH] {
            let since = START.parse::<Timestamp>().unwrap().to_zoned(TimeZone::UTC).date();
            let since = since.checked_sub(30.days()).unwrap();
            let found = all_days(&mut conn, &self.user, exercise, since).await;
            let found: Vec<_> = found.iter().map(|day| ((exercise, day.day), day.top_weight_kg)).collect();
            let own = days.iter().filter(|((id, _), _)| *id == exercise).map(|(key, top)| (*key, *top));
            assert_eq!(found, own.collect::<Vec<_>>());
        }
    }
}

#[test]
fn running_totals_are_what_the_sets_come_to_wherever_one_travels() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let app = runtime.block_on(TestApp::start());
    let mut runner = TestRunner::new(Config { cases: CASES, failure_persistence: None, ..Config::default() });
    let outcome = runner.run(&prop::collection::vec(act(), 5..50), |acts| {
        runtime.block_on(async {
            app.clock.set(START.parse().unwrap());
            let name = uuid::Uuid::new_v4().to_string();
            let user = accounts::create(&app.core, &name, None).await.unwrap().id;
            let (workouts, sets) = (Vec::new(), BTreeMap::new());
            let mut history = History { app: &app, user, zone: TimeZone::UTC, workouts, sets, index: 0 };
            for act in acts {
                history.apply(act).await;
            }
            history.check().await;
        });
        Ok(())
    });
    if let Err(failed) = outcome {
        panic!("{failed}");
    }
}

/// Every day of an exercise since a day, oldest first.
async fn all_days(conn: &mut Conn, user: &str, exercise: &str, since: Date) -> Vec<ExerciseDay> {
    let found = storage::last_days(conn, user, &[exercise], since, 10_000).await.unwrap();
    found.into_values().next().unwrap_or_default()
}
