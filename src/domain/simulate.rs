//! Plan and progression run forward: what the coming weeks would look like if everything went as
//! asked, if everything was missed, or something of both. Pure and deterministic; the sets are done
//! one by one as the engine asks them, and decided by the same rules as real ones.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::catalogue::Catalogue;
use super::current_load;
use super::exercise::{ExerciseId, Muscle, vocabulary};
use super::loads::spec_for;
use super::next_set::{NextSetInput, next_set};
use super::plan::{PlanDoc, PlannedDay, Prescribed};
use super::plan_math;
use super::profile::Profile;
use super::progression::{self, Context, LoadStates, RangeKey};
use super::reason::Reason;
use super::session::{LoadPoint, LoggedSet, NextSet, Rule};

/// More sets than any day has.
const MOST_SETS: usize = 500;
/// When a simulated session begins.
const HOUR: i8 = 12;

vocabulary! {
    /// How it goes: every set as asked, every set one short of its range, or a third of the sessions
    /// short, another day's each week.
    Scenario { Success = "success", Miss = "miss", Mixed = "mixed" }
}

/// Where it begins.
#[derive(Debug, Clone)]
pub struct Beginning<'a> {
    /// The plan.
    pub plan: &'a PlanDoc,
    /// Who trains.
    pub profile: &'a Profile,
    /// Their exercises.
    pub catalogue: &'a Catalogue,
    /// The loads that stand.
    pub states: LoadStates,
    /// The Monday of the first week.
    pub monday: Date,
}

/// One exercise of a simulated week: its first session with it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SimulatedExercise {
    /// Which exercise.
    pub exercise_id: ExerciseId,
    /// Its name.
    pub name: String,
    /// The prescribed load, kilograms.
    pub weight_kg: Option<f64>,
    /// Fewest repetitions (seconds for a timed exercise).
    pub reps_min: u16,
    /// Most repetitions.
    pub reps_max: u16,
    /// What was done, set by set: repetitions or seconds.
    pub reps: Vec<u32>,
    /// The rule that decided what comes next.
    pub rule: Option<Rule>,
    /// The load that stands after it, kilograms.
    pub next_kg: Option<f64>,
    /// Why, as facts.
    pub reason: Option<Reason>,
    /// Why, in one sentence.
    pub because: Option<String>,
}

/// One simulated day.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SimulatedDay {
    /// Its key.
    pub day: String,
    /// When.
    pub date: Date,
    /// Set-up, sets and rests.
    pub minutes: u32,
    /// In order.
    pub exercises: Vec<SimulatedExercise>,
}

/// One simulated week.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SimulatedWeek {
    /// From 1.
    pub week: u8,
    /// Its Monday.
    pub week_start: Date,
    /// All of its days together.
    pub minutes: u32,
    /// The training days.
    pub days: Vec<SimulatedDay>,
    /// Hard sets done for each muscle.
    pub sets_per_muscle: BTreeMap<Muscle, f64>,
    /// Every exercise once, at its first session of the week.
    pub exercises: Vec<SimulatedExercise>,
}

/// Runs the weeks forward.
#[must_use]
pub fn weeks(beginning: &Beginning<'_>, weeks: u8, scenario: Scenario) -> Vec<SimulatedWeek> {
    let mut run = Run { states: beginning.states.clone(), scenario, beginning };
    (1..=weeks).filter_map(|week| run.week(week)).collect()
}

struct Run<'a> {
    beginning: &'a Beginning<'a>,
    states: LoadStates,
    scenario: Scenario,
}

impl Run<'_> {
    fn week(&mut self, week: u8) -> Option<SimulatedWeek> {
        let monday = self.beginning.monday.checked_add((7 * (i64::from(week) - 1)).days()).ok()?;
        let mut planned: Vec<(i8, &PlannedDay)> = (0_i8..).zip(&self.beginning.plan.days).collect();
        for (offset, day) in &mut planned {
            *offset = day.weekday.map_or((*offset).min(6), super::profile::Weekday::offset);
        }
        planned.sort_by_key(|(offset, _)| *offset);
        let mut days = Vec::with_capacity(planned.len());
        for (place, (offset, day)) in planned.into_iter().enumerate() {
            let date = monday.checked_add(i64::from(offset).days()).ok()?;
            // Not always the same day's, whatever the number of days.
            let third = (usize::from(week) + place) % 3 == 2;
            days.push(self.day(day, date, third)?);
        }
        Some(SimulatedWeek {
            week,
            week_start: monday,
            minutes: days.iter().map(|day| day.minutes).sum(),
            sets_per_muscle: self.sets_per_muscle(&days),
            exercises: once_each(&days),
            days,
        })
    }

    fn day(&mut self, day: &PlannedDay, date: Date, third: bool) -> Option<SimulatedDay> {
        let began = date.at(HOUR, 0, 0, 0).to_zoned(TimeZone::UTC).ok()?.timestamp();
        let catalogue = self.beginning.catalogue;
        let prescribed: Vec<Prescribed> = day
            .exercises
            .iter()
            .map(|planned| {
                current_load::prescribe(planned, catalogue, |key, rpe| self.point(key, rpe, began))
            })
            .collect();
        let short = match self.scenario {
            Scenario::Success => false,
            Scenario::Miss => true,
            Scenario::Mixed => third,
        };
        let sets = self.lift(&prescribed, began, short);
        let decided = progression::decide_session(
            &prescribed,
            &sets,
            catalogue,
            self.beginning.profile,
            &self.states,
            began,
        );
        let exercises = prescribed.iter().map(|planned| shown(planned, &sets, &decided)).collect();
        self.states.extend(decided.into_iter().map(|finished| (finished.key, finished.state)));
        let minutes = plan_math::estimated_minutes(&day.exercises, catalogue);
        Some(SimulatedDay { day: day.day.clone(), date, minutes, exercises })
    }

    fn point(&self, key: &RangeKey, rpe: Option<f64>, now: Timestamp) -> Option<LoadPoint> {
        let exercise = self.beginning.catalogue.get(&key.exercise_id)?;
        let profile = self.beginning.profile;
        let loads = spec_for(profile, exercise);
        let context = Context { exercise, loads: &loads, bodyweight_kg: profile.bodyweight_kg, now };
        Some(current_load::point(self.states.get(key), &self.states, profile, key, rpe, &context))
    }

    /// Every set as the engine asks it, three minutes apart.
    fn lift(&self, prescribed: &[Prescribed], began: Timestamp, short: bool) -> Vec<LoggedSet> {
        let mut sets: Vec<LoggedSet> = Vec::new();
        let mut now = began;
        while sets.len() < MOST_SETS {
            let next = next_set(&NextSetInput {
                prescribed,
                sets: &sets,
                catalogue: self.beginning.catalogue,
                profile: self.beginning.profile,
                states: &self.states,
                now: began,
            });
            let Some(set) = done(&next, prescribed, short, now, sets.len()) else { break };
            sets.push(set);
            now = now.checked_add(SignedDuration::from_secs(180)).unwrap_or(now);
        }
        sets
    }

    fn sets_per_muscle(&self, days: &[SimulatedDay]) -> BTreeMap<Muscle, f64> {
        let mut totals = BTreeMap::new();
        for line in days.iter().flat_map(|day| &day.exercises) {
            if let Some(exercise) = self.beginning.catalogue.get(&line.exercise_id) {
                let hard = line.reps.iter().filter(|count| **count > 0).count();
                plan_math::add_sets(&mut totals, exercise, hard);
            }
        }
        totals
    }
}

/// The set as it is done; None when nothing is asked.
fn done(
    next: &NextSet,
    prescribed: &[Prescribed],
    short: bool,
    at: Timestamp,
    n: usize,
) -> Option<LoggedSet> {
    let (exercise_id, set_index) = (next.exercise_id.clone()?, next.set_index?);
    let planned = prescribed.iter().find(|planned| planned.exercise_id == exercise_id)?;
    let bottom = planned.sets.get(usize::from(set_index).checked_sub(1)?).map_or(1, |set| set.reps_min);
    let asked = next.duration_seconds.or(next.reps.map(u32::from)).unwrap_or(0);
    let misses = short && !next.kind.is_warmup();
    let count = if misses { u32::from(bottom.saturating_sub(1)) } else { asked };
    Some(LoggedSet {
        id: format!("simulated-{n}"),
        exercise_id,
        set_index,
        reps: next.reps.map(|_| u16::try_from(count).unwrap_or(u16::MAX)),
        duration_seconds: next.duration_seconds.map(|_| count),
        weight_kg: next.weight_kg.unwrap_or(0.0),
        rpe: if misses { None } else { next.rpe },
        kind: next.kind,
        pain: false,
        note: None,
        logged_at: at,
    })
}

fn shown(planned: &Prescribed, sets: &[LoggedSet], decided: &[progression::Finished]) -> SimulatedExercise {
    let own = sets.iter().filter(|set| set.exercise_id == planned.exercise_id && set.is_working());
    let made = decided.iter().find(|finished| finished.key.exercise_id == planned.exercise_id);
    let first = planned.sets.first();
    SimulatedExercise {
        exercise_id: planned.exercise_id.clone(),
        name: planned.name.clone(),
        weight_kg: first.and_then(|set| set.weight_kg),
        reps_min: first.map_or(0, |set| set.reps_min),
        reps_max: first.map_or(0, |set| set.reps_max),
        reps: own.map(LoggedSet::count).collect(),
        rule: made.map(|finished| finished.decision.rule),
        next_kg: made.and_then(|finished| finished.decision.next.weight_kg),
        reason: made.and_then(|finished| finished.decision.reason.clone()),
        because: None,
    }
}

fn once_each(days: &[SimulatedDay]) -> Vec<SimulatedExercise> {
    let mut seen: Vec<SimulatedExercise> = Vec::new();
    for line in days.iter().flat_map(|day| &day.exercises) {
        if !seen.iter().any(|known| known.exercise_id == line.exercise_id) {
            seen.push(line.clone());
        }
    }
    seen
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::exercise::Equipment;
    use crate::domain::generator::generate;
    use crate::domain::plan::{PlannedExercise, PlannedSet, Split};
    use crate::domain::profile::KnownLift;

    const SQUAT: &str = "barbell-back-squat";

    fn run(profile: &Profile, many: u8, scenario: Scenario) -> Vec<SimulatedWeek> {
        let catalogue = Catalogue::embedded();
        let plan = generate(profile, &catalogue, 2026).plan;
        let states = LoadStates::new();
        let monday = date(2026, 3, 23);
        weeks(&Beginning { plan: &plan, profile, catalogue: &catalogue, states, monday }, many, scenario)
    }

    fn squatter() -> Profile {
        let squat = KnownLift { exercise_id: SQUAT.into(), weight_kg: 80.0, reps: 8 };
        Profile { known_lifts: vec![squat], bodyweight_kg: Some(80.0), ..Profile::default() }
    }

    /// The load prescribed of the squat, week by week.
    fn squats(weeks: &[SimulatedWeek]) -> Vec<f64> {
        let lines = weeks.iter().flat_map(|week| &week.exercises).filter(|line| line.exercise_id == SQUAT);
        lines.map(|line| line.weight_kg.unwrap()).collect()
    }

    fn rules(weeks: &[SimulatedWeek]) -> Vec<Rule> {
        weeks
            .iter()
            .flat_map(|week| &week.days)
            .flat_map(|day| &day.exercises)
            .filter_map(|l| l.rule)
            .collect()
    }

    #[test]
    fn who_does_what_is_asked_gets_stronger_and_who_misses_gets_lighter() {
        let up = run(&squatter(), 12, Scenario::Success);
        let kg = squats(&up);
        assert_eq!(kg.len(), 12);
        assert!(kg.is_sorted() && kg.last() > kg.first(), "{kg:?}");
        assert!(rules(&up).contains(&Rule::Advance) && !rules(&up).contains(&Rule::Deload));
        let down = run(&squatter(), 12, Scenario::Miss);
        let kg = squats(&down);
        assert!(kg.is_sorted_by(|a, b| a >= b) && kg.last() < kg.first(), "{kg:?}");
        assert!(rules(&down).contains(&Rule::Deload) && !rules(&down).contains(&Rule::Advance));
        // One session in three short is neither progress nor decline.
        let mixed = rules(&run(&squatter(), 12, Scenario::Mixed));
        assert!(mixed.contains(&Rule::Hold) && !mixed.contains(&Rule::Deload), "{mixed:?}");
    }

    #[test]
    fn in_the_middle_every_day_falls_short_now_and_then_and_none_always() {
        for days_per_week in 2..=6 {
            let made = run(&Profile { days_per_week, ..squatter() }, 12, Scenario::Mixed);
            for place in 0..usize::from(days_per_week) {
                let short = |week: &&SimulatedWeek| {
                    let lines = &week.days[place].exercises;
                    lines.iter().all(|line| line.reps.iter().all(|reps| *reps < u32::from(line.reps_min)))
                };
                assert_eq!(made.iter().filter(short).count(), 4, "day {place} of {days_per_week}");
            }
        }
    }

    #[test]
    fn an_exercise_of_two_ranges_goes_on_in_both() {
        let set = |reps_min, reps_max| PlannedSet { reps_min, reps_max, weight_kg: None, rpe: Some(8.0) };
        let squat = PlannedExercise {
            exercise_id: SQUAT.to_owned(),
            group: None,
            rest_seconds: None,
            note: None,
            sets: vec![set(3, 5), set(8, 12), set(8, 12)],
        };
        let day =
            PlannedDay { day: "Day1".into(), focus: String::new(), weekday: None, exercises: vec![squat] };
        let plan = PlanDoc { split: Split::Custom, days: vec![day] };
        let (catalogue, profile, states) = (Catalogue::embedded(), squatter(), LoadStates::new());
        let beginning = Beginning {
            plan: &plan,
            profile: &profile,
            catalogue: &catalogue,
            states,
            monday: date(2026, 3, 23),
        };
        let mut run = Run { states: LoadStates::new(), scenario: Scenario::Success, beginning: &beginning };
        let load = |run: &Run<'_>, reps_min, reps_max| {
            let key = RangeKey { exercise_id: SQUAT.to_owned(), reps_min, reps_max };
            run.states.get(&key).and_then(|state| state.point.weight_kg)
        };
        run.week(1).unwrap();
        let first = (load(&run, 3, 5), load(&run, 8, 12));
        for week in 2..=10 {
            run.week(week).unwrap();
        }
        let last = (load(&run, 3, 5), load(&run, 8, 12));
        assert!(first.0.is_some() && first.1.is_some(), "each is decided: {first:?}");
        assert!(last.0 > first.0 && last.1 > first.1 && last.0 > last.1, "{first:?} to {last:?}");
    }

    #[test]
    fn every_week_is_whole_and_the_same_again() {
        for equipment in [Equipment::ALL.to_vec(), vec![], vec![Equipment::Dumbbell], vec![Equipment::Band]] {
            for scenario in Scenario::ALL {
                for days_per_week in 2..=6 {
                    let profile =
                        Profile { equipment: equipment.clone(), days_per_week, ..Profile::default() };
                    let made = run(&profile, 4, *scenario);
                    assert_eq!(made.len(), 4);
                    for week in &made {
                        assert_eq!(week.days.len(), usize::from(days_per_week));
                        assert!(week.minutes > 0 && !week.sets_per_muscle.is_empty());
                        assert!(week.days.is_sorted_by_key(|day| day.date));
                        let lines = week.days.iter().flat_map(|day| &day.exercises);
                        assert!(lines.clone().all(|line| !line.reps.is_empty() && line.rule.is_some()));
                    }
                    assert_eq!(made, run(&profile, 4, *scenario));
                }
            }
        }
    }
}
