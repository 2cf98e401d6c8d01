//! Three futures of a plan in a few numbers: its main lifts, week by week, if every set is done, if
//! every third workout falls short, and if all of them do. Small enough to be kept with a proposal.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::deload_week::is_main;
use super::exercise::{Exercise, ExerciseId, vocabulary};
use super::simulate::{Beginning, Scenario, SimulatedExercise, SimulatedWeek, weeks};

/// How far ahead.
pub const WEEKS: u8 = 8;
/// Lifts that stand for the plan.
const MOST_LIFTS: usize = 3;

vocabulary! {
    /// What a line counts.
    Measure { Kg = "kg", Reps = "reps", Seconds = "seconds" }
}

/// One lift of one future.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LiftLine {
    /// Which exercise.
    pub exercise_id: ExerciseId,
    /// Its name.
    pub name: String,
    /// The load; repetitions or seconds where no future changes the load.
    pub measure: Measure,
    /// One value a week.
    pub values: Vec<f64>,
}

/// The main lifts in each of the three futures, in the same order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Futures {
    /// How many weeks.
    pub weeks: u8,
    /// Every set is done as asked.
    pub success: Vec<LiftLine>,
    /// Every third workout falls short.
    pub mixed: Vec<LiftLine>,
    /// Every workout falls short.
    pub miss: Vec<LiftLine>,
}

/// Runs the plan forward three times.
#[must_use]
pub fn forecast(beginning: &Beginning<'_>) -> Futures {
    let run = |scenario| weeks(beginning, WEEKS, scenario);
    let runs = [run(Scenario::Success), run(Scenario::Mixed), run(Scenario::Miss)];
    let mut lines = runs.each_ref().map(|_| Vec::new());
    for exercise in lifts(beginning) {
        let measure = measure(exercise, &runs);
        for (line, weeks) in lines.iter_mut().zip(&runs) {
            line.push(LiftLine {
                exercise_id: exercise.id.clone(),
                name: exercise.name.clone(),
                measure,
                values: seen(weeks, exercise).map(|found| value(found, measure)).collect(),
            });
        }
    }
    let [success, mixed, miss] = lines;
    Futures { weeks: WEEKS, success, mixed, miss }
}

/// The first main lift of each day, then what comes after; no exercise twice.
fn lifts<'a>(beginning: &Beginning<'a>) -> Vec<&'a Exercise> {
    let days = beginning.plan.days.iter();
    let mut placed: Vec<(bool, usize, &Exercise)> = Vec::new();
    for (place, planned) in days.flat_map(|day| day.exercises.iter().enumerate()) {
        let known = beginning.catalogue.get(&planned.exercise_id);
        let fresh = known.filter(|new| !placed.iter().any(|(_, _, old)| old.id == new.id));
        placed.extend(fresh.map(|exercise| (!is_main(exercise), place, exercise)));
    }
    placed.sort_by_key(|(other, place, _)| (*other, *place));
    placed.into_iter().take(MOST_LIFTS).map(|(_, _, exercise)| exercise).collect()
}

fn seen<'w>(
    weeks: &'w [SimulatedWeek],
    exercise: &'w Exercise,
) -> impl Iterator<Item = &'w SimulatedExercise> {
    weeks.iter().filter_map(|week| week.exercises.iter().find(|line| line.exercise_id == exercise.id))
}

/// A load that stands still in every future says nothing; then what is done with it does.
fn measure(exercise: &Exercise, runs: &[Vec<SimulatedWeek>; 3]) -> Measure {
    let mut loads = runs.iter().flat_map(|weeks| seen(weeks, exercise)).map(|line| line.weight_kg);
    let first = loads.next().flatten();
    match (loads.any(|load| load != first), exercise.is_timed()) {
        (true, _) => Measure::Kg,
        (false, true) => Measure::Seconds,
        (false, false) => Measure::Reps,
    }
}

fn value(line: &SimulatedExercise, measure: Measure) -> f64 {
    match measure {
        Measure::Kg => line.weight_kg.unwrap_or(0.0),
        Measure::Reps | Measure::Seconds => line.reps.iter().max().map_or(0.0, |most| f64::from(*most)),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::catalogue::Catalogue;
    use crate::domain::exercise::Equipment;
    use crate::domain::generator::generate;
    use crate::domain::profile::{KnownLift, Profile};
    use crate::domain::progression::LoadStates;

    fn seen_by(profile: &Profile) -> Futures {
        let catalogue = Catalogue::embedded();
        let plan = generate(profile, &catalogue, 2026).plan;
        let monday = date(2026, 3, 23);
        let states = LoadStates::new();
        forecast(&Beginning { plan: &plan, profile, catalogue: &catalogue, states, monday })
    }

    #[test]
    fn the_futures_of_a_squat_part() {
        let squat = KnownLift { exercise_id: "barbell-back-squat".into(), weight_kg: 80.0, reps: 8 };
        let seen = seen_by(&Profile { known_lifts: vec![squat], ..Profile::default() });
        let last = |lines: &[LiftLine]| {
            let line = lines.iter().find(|line| line.exercise_id == "barbell-back-squat").unwrap();
            assert_eq!((line.measure, line.values.len()), (Measure::Kg, usize::from(WEEKS)));
            *line.values.last().unwrap()
        };
        let (up, middle, down) = (last(&seen.success), last(&seen.mixed), last(&seen.miss));
        assert!(down < middle && middle <= up && down < up, "{down} {middle} {up}");
    }

    #[test]
    fn whoever_trains_with_whatever_gets_three_whole_lines() {
        for equipment in [Equipment::ALL.to_vec(), vec![], vec![Equipment::Dumbbell], vec![Equipment::Band]] {
            for days_per_week in 2..=6 {
                let profile = Profile { equipment: equipment.clone(), days_per_week, ..Profile::default() };
                let seen = seen_by(&profile);
                for lines in [&seen.success, &seen.mixed, &seen.miss] {
                    assert_eq!(lines.len(), MOST_LIFTS, "{equipment:?}");
                    assert!(lines.iter().all(|line| line.values.len() == usize::from(WEEKS)));
                    let mut ids: Vec<&str> = lines.iter().map(|line| line.exercise_id.as_str()).collect();
                    ids.dedup();
                    assert_eq!(ids.len(), MOST_LIFTS);
                }
                let moves = |at: usize| seen.success[at].values != seen.miss[at].values;
                assert!((0..MOST_LIFTS).any(moves), "nothing to see: {seen:?}");
                assert!(serde_json::to_string(&seen).unwrap().len() < 2_000);
            }
        }
    }
}
