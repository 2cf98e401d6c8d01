//! One person's half year: comes or does not, lifts what the engine asks, is judged by the rules.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use spotter::domain::catalogue::Catalogue;
use spotter::domain::exercise::{Exercise, Mechanic, Muscle};
use spotter::domain::lifter::Lifter;
use spotter::domain::loads::spec_for;
use spotter::domain::next_set::{NextSetInput, next_set};
use spotter::domain::plan::{PlanDoc, PlannedDay, Prescribed};
use spotter::domain::profile::Profile;
use spotter::domain::progression::{self, Context, LoadStates, RangeKey};
use spotter::domain::session::{Decision, LoggedSet, NextSet, SetKind};
use spotter::domain::strength::{total_load, weight_for};
use spotter::domain::summary;
use spotter::service::athlete::Athlete;
use spotter::service::plans::prescribe;

const MOST_SETS: usize = 150;
/// What a few sets leave of strength.
const TIRED: f64 = 0.95;

/// Someone before their first session.
pub struct Person {
    pub name: String,
    pub profile: Profile,
    pub plan: PlanDoc,
    pub lifter: Lifter,
    /// What they weigh, whether or not the profile says so; kilograms.
    pub weight: f64,
}

/// One exercise of one session, with what stood behind it.
#[derive(Debug, Clone)]
pub struct Turn {
    pub day: i64,
    pub decision: Decision,
    /// Working loads, counts and what was said of them, in order.
    pub sets: Vec<(f64, u32, Option<f64>)>,
    /// Everything that moved in each of them, kilograms.
    pub totals: Vec<f64>,
    /// Another variation was offered, since the load itself has nowhere to go.
    pub offered: bool,
    /// Everything that moved at the load asked for, at the lightest and the heaviest set, at the
    /// load lifted, at the next load, and one step above what was lifted; kilograms.
    pub asked: f64,
    pub lightest: f64,
    pub hardest: f64,
    pub lifted: f64,
    pub next: f64,
    pub step: f64,
    /// What stood before a pause lowered it.
    pub before_pause: f64,
    /// The range had no load yet.
    pub ramping: bool,
    /// Best estimate of the session.
    pub e1rm: Option<f64>,
    /// True strength after the session.
    pub strength: f64,
    /// That is enough for one repetition more at the target RPE, a little tired.
    pub able: bool,
}

/// What became of them.
pub struct Story {
    pub name: String,
    pub sessions: usize,
    /// Turns of each exercise and range, and whether it is a compound lift.
    pub lifts: BTreeMap<RangeKey, (bool, Vec<Turn>)>,
    /// Hard sets of each muscle with a target, week by week, and the band.
    pub weeks: Vec<BTreeMap<Muscle, f64>>,
    pub band: (f64, f64),
    /// What the plan itself holds for each of these muscles.
    pub planned: BTreeMap<Muscle, f64>,
}

struct Gym {
    catalogue: Catalogue,
    profile: Profile,
    plan: PlanDoc,
    lifter: Lifter,
    weight: f64,
    states: LoadStates,
    story: Story,
}

fn monday() -> Date {
    date(2026, 1, 5)
}

/// Some days at five, some later, so that two weeks are sometimes a little more than two weeks.
fn at(day: i64) -> Timestamp {
    let date = monday().checked_add(day.days()).unwrap();
    let began = date.at(17, 0, 0, 0).to_zoned(TimeZone::UTC).unwrap().timestamp();
    began + SignedDuration::from_mins(day * 37 % 180)
}

impl Person {
    pub fn train(self, weeks: i64) -> Story {
        let Self { name, profile, plan, lifter, weight } = self;
        let catalogue = Catalogue::embedded();
        let per_muscle = spotter::domain::plan_math::sets_per_muscle(&plan, &catalogue);
        let story = Story {
            name,
            sessions: 0,
            lifts: BTreeMap::new(),
            weeks: vec![BTreeMap::new(); usize::try_from(weeks).unwrap()],
            band: spotter::domain::plan_math::weekly_band(profile.experience),
            planned: per_muscle.into_iter().filter(|(muscle, _)| muscle.has_target()).collect(),
        };
        let mut gym = Gym { catalogue, profile, plan, lifter, weight, states: LoadStates::new(), story };
        for day in 0..weeks * 7 {
            gym.day(day);
        }
        gym.story
    }
}

impl Gym {
    fn day(&mut self, day: i64) {
        let planned =
            self.plan.days.iter().find(|one| one.weekday.is_some_and(|on| i64::from(on.offset()) == day % 7));
        if !self.lifter.comes_on(day, planned.is_some()) {
            return;
        }
        // Who comes on no planned day takes the first of the week.
        let Some(chosen) = planned.or(self.plan.days.first()).cloned() else { return };
        self.session(day, &chosen);
    }

    fn session(&mut self, day: i64, planned: &PlannedDay) {
        let mut now = at(day);
        let athlete = Athlete {
            profile: self.profile.clone(),
            catalogue: self.catalogue.clone(),
            newest_bodyweight: None,
            states: self.states.clone(),
            now,
            today: now.to_zoned(TimeZone::UTC).date(),
            joined: at(0).to_zoned(TimeZone::UTC).date(),
        };
        let prescribed: Vec<Prescribed> =
            planned.exercises.iter().map(|one| prescribe(one, &athlete)).collect();
        let keys: Vec<RangeKey> = prescribed.iter().filter_map(RangeKey::of).collect();
        let before: LoadStates = self
            .states
            .iter()
            .filter(|(key, _)| keys.contains(key))
            .map(|(key, state)| (key.clone(), state.clone()))
            .collect();
        self.lifter.arrive(now);
        let mut sets = Vec::new();
        for _ in 0..MOST_SETS {
            let next = next_set(&NextSetInput {
                prescribed: &prescribed,
                sets: &sets,
                catalogue: &self.catalogue,
                profile: &self.profile,
                states: &before,
                now,
            });
            if next.done {
                break;
            }
            now += SignedDuration::from_secs(60 + i64::from(next.rest_seconds));
            sets.push(self.set(&prescribed, &next, sets.len(), now));
        }
        self.story.sessions += 1;
        self.count(day, &sets);
        self.decide(day, &prescribed, &sets, now);
    }

    fn set(&mut self, prescribed: &[Prescribed], next: &NextSet, at: usize, now: Timestamp) -> LoggedSet {
        let id = next.exercise_id.clone().unwrap();
        let place = usize::from(next.set_index.unwrap()) - 1;
        let bottom = prescribed
            .iter()
            .find(|one| one.exercise_id == id)
            .and_then(|one| one.sets.get(place))
            .map_or(0, |set| set.reps_min);
        let did = self.lifter.lift(self.catalogue.get(&id).unwrap(), next, bottom);
        LoggedSet {
            id: at.to_string(),
            exercise_id: id,
            set_index: next.set_index.unwrap(),
            reps: did.reps,
            duration_seconds: did.duration_seconds,
            weight_kg: next.weight_kg.unwrap(),
            rpe: did.rpe,
            kind: next.kind,
            pain: false,
            note: None,
            logged_at: now,
        }
    }

    fn count(&mut self, day: i64, sets: &[LoggedSet]) {
        let week = &mut self.story.weeks[usize::try_from(day / 7).unwrap()];
        for set in sets.iter().filter(|set| set.is_hard()) {
            let exercise = self.catalogue.get(&set.exercise_id).unwrap();
            for muscle in Muscle::ALL.iter().filter(|muscle| muscle.has_target()) {
                *week.entry(*muscle).or_default() += exercise.share(*muscle);
            }
        }
    }

    fn decide(&mut self, day: i64, prescribed: &[Prescribed], sets: &[LoggedSet], now: Timestamp) {
        let decided =
            progression::decide_session(prescribed, sets, &self.catalogue, &self.profile, &self.states, now);
        for done in decided {
            let exercise = self.catalogue.get(&done.key.exercise_id).unwrap().clone();
            let turn = self.turn(day, &exercise, &done, sets);
            let compound = exercise.mechanic == Mechanic::Compound && !exercise.is_timed();
            let (_, turns) =
                self.story.lifts.entry(done.key.clone()).or_insert_with(|| (compound, Vec::new()));
            turns.push(turn);
            self.states.insert(done.key, done.state);
        }
    }

    fn turn(&self, day: i64, exercise: &Exercise, done: &progression::Finished, sets: &[LoggedSet]) -> Turn {
        let loads = spec_for(&self.profile, exercise);
        let body = self.profile.bodyweight_kg;
        let context = Context { exercise, loads: &loads, bodyweight_kg: body, now: at(day) };
        let total = |kg: f64| match exercise.bodyweight {
            spotter::domain::exercise::BodyweightUse::None => kg,
            spotter::domain::exercise::BodyweightUse::Full => body.unwrap_or(70.0) + kg,
            spotter::domain::exercise::BodyweightUse::Assisted => (body.unwrap_or(70.0) - kg).max(0.0),
        };
        let own: Vec<&LoggedSet> =
            sets.iter().filter(|set| set.exercise_id == exercise.id && set.kind != SetKind::Warmup).collect();
        let before = self.states.get(&done.key);
        let lifted = done.state.memory.last_kg.unwrap();
        let strength = self.lifter.strength_kg(&exercise.id).unwrap();
        let most = own.iter().map(|set| set.count()).max().unwrap_or(0);
        let moved = total_load(lifted, Some(self.weight), exercise.bodyweight);
        let more = weight_for(strength * TIRED, most + 1, done.decision.from.rpe);
        let best = own.iter().filter_map(|set| summary::e1rm_kg(set, exercise, body)).reduce(f64::max);
        Turn {
            day,
            sets: own.iter().map(|set| (set.weight_kg, set.count(), set.rpe)).collect(),
            totals: own.iter().map(|set| total(set.weight_kg)).collect(),
            offered: done.state.memory.offer.is_some(),
            asked: total(done.decision.from.weight_kg.unwrap_or(0.0)),
            lightest: own.iter().map(|set| total(set.weight_kg)).fold(f64::INFINITY, f64::min),
            hardest: own.iter().map(|set| total(set.weight_kg)).fold(0.0, f64::max),
            lifted: total(lifted),
            next: total(done.decision.next.weight_kg.unwrap()),
            step: context.harder(lifted).map_or(f64::INFINITY, total),
            before_pause: before.and_then(|state| state.point.weight_kg).map_or(0.0, total),
            ramping: before.is_none_or(|state| state.memory.ramping),
            e1rm: best,
            strength,
            able: moved.zip(more).is_none_or(|(moved, more)| more >= moved),
            decision: done.decision.clone(),
        }
    }
}
