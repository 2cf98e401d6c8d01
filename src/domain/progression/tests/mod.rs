//! The words that the tests are written in; the cases are in the files beside this one.

mod coach;
mod every_input;
mod stands;
mod table;

use std::str::FromStr;

use jiff::{SignedDuration, Timestamp};

use super::*;
use crate::domain::exercise::{BodyweightUse, Equipment, Level, Measure, Mechanic, Muscle, Pattern};
use crate::domain::loads::default_spec;
use crate::domain::profile::{Profile, Units};
use crate::domain::reason::tests::says_its_facts_alone;
use crate::domain::session::{Decision, LoggedSet, SetKind};
use crate::wording::Word as _;

/// A decision with its sentences in English; each says its facts and nothing else.
fn told(decision: Decision) -> Decision {
    assert_eq!((decision.because.as_str(), decision.flips_if.as_str()), ("", ""), "rules have no words");
    for reason in [&decision.reason, &decision.flips] {
        says_its_facts_alone(reason.as_ref().unwrap());
    }
    decision.worded()
}

pub(crate) fn exercise(id: &str, equipment: Equipment, bodyweight: BodyweightUse) -> Exercise {
    Exercise {
        id: id.to_owned(),
        name: id.to_owned(),
        aliases: vec![],
        primary_muscles: vec![Muscle::Quads],
        secondary_muscles: vec![],
        equipment: vec![equipment],
        pattern: Pattern::Squat,
        mechanic: Mechanic::Compound,
        unilateral: false,
        bodyweight,
        measure: Measure::Reps,
        level: Level::Beginner,
        rest_seconds: 120,
        reps_min: 5,
        reps_max: 8,
        variation_group: "g".to_owned(),
        contraindications: vec![],
        cues: vec![],
        rank: 1,
        own: false,
    }
}

fn day(n: i64) -> Timestamp {
    Timestamp::from_str("2026-01-05T18:00:00Z").unwrap() + SignedDuration::from_hours(24 * n)
}

/// `3x5-8@8 60` : sets, range, target RPE, load (`-` for none).
fn plan(id: &str, text: &str) -> Prescribed {
    let (shape, load) = text.split_once(' ').unwrap();
    let (n, rest) = shape.split_once('x').unwrap();
    let (range, rpe) = rest.split_once('@').unwrap();
    let (low, high) = range.split_once('-').unwrap();
    let set = PlannedSet {
        reps_min: low.parse().unwrap(),
        reps_max: high.parse().unwrap(),
        weight_kg: load.parse().ok(),
        rpe: rpe.parse().ok(),
    };
    Prescribed {
        exercise_id: id.to_owned(),
        name: id.to_owned(),
        group: None,
        rest_seconds: 120,
        note: None,
        sets: vec![set; n.parse().unwrap()],
    }
}

/// `60x8@8 60x8 20x5w 60x7! 60x15a` : load, count, RPE; w warm-up, a open-ended, ! pain.
fn lifted(id: &str, text: &str, on: i64) -> Vec<LoggedSet> {
    let (mut index, mut warm) = (0, 0);
    text.split_whitespace()
        .map(|word| {
            let core = word.trim_end_matches(['w', 'a', '!']);
            let (kg, rest) = core.split_once('x').unwrap();
            let (reps, rpe) = rest.split_once('@').map_or((rest, None), |(reps, rpe)| (reps, Some(rpe)));
            let warmup = word.contains('w');
            let counter = if warmup { &mut warm } else { &mut index };
            *counter += 1;
            LoggedSet {
                id: word.to_owned(),
                exercise_id: id.to_owned(),
                set_index: *counter,
                reps: reps.parse().ok(),
                duration_seconds: None,
                weight_kg: kg.parse().unwrap(),
                rpe: rpe.map(|rpe| rpe.parse().unwrap()),
                kind: match (warmup, word.contains('a')) {
                    (true, _) => SetKind::Warmup,
                    (_, true) => SetKind::Amrap,
                    _ => SetKind::Working,
                },
                pain: word.contains('!'),
                note: None,
                logged_at: day(on),
            }
        })
        .collect()
}

/// A person with one exercise, trained through the days.
#[derive(Debug)]
struct Lifter {
    exercise: Exercise,
    spec: LoadSpec,
    body: Option<f64>,
    state: Option<LoadState>,
}

impl Lifter {
    fn new(equipment: Equipment, bodyweight: BodyweightUse) -> Self {
        let spec = default_spec(equipment, Units::Kg);
        Self { exercise: exercise("lift", equipment, bodyweight), spec, body: Some(80.0), state: None }
    }

    fn context(&self, on: i64) -> Context<'_> {
        Context { exercise: &self.exercise, loads: &self.spec, bodyweight_kg: self.body, now: day(on) }
    }

    fn train(&mut self, on: i64, asked: &str, sets: &str) -> Decision {
        let (decision, state) =
            decide(self.state.as_ref(), &plan("lift", asked), &lifted("lift", sets, on), &self.context(on))
                .unwrap();
        self.state = Some(state);
        told(decision)
    }
}
