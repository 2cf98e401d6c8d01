//! Rules on the exercises of a day and their sets.

use crate::domain::exercise::{BodyweightUse, Equipment, Exercise};
use crate::domain::plan::{PlannedExercise, PlannedSet, Violation};
use crate::domain::profile::Profile;
use crate::domain::progression::within_cap;
use crate::domain::text::words;

use super::table::PlanRule;
use super::{Author, Day, LoadCap, RuleContext, limits, violation};

pub(super) fn check(at: usize, day: &Day<'_>, context: &RuleContext<'_>, found: &mut Vec<Violation>) {
    for (place, (planned, exercise)) in day.exercises.iter().enumerate() {
        let before = day.exercises.get(..place).unwrap_or_default();
        let line = Line {
            pointer: format!("/days/{at}/exercises/{place}"),
            name: exercise.map_or(planned.exercise_id.as_str(), |known| known.name.as_str()),
            planned,
            exercise: *exercise,
            context,
        };
        if before.iter().any(|(other, _)| other.exercise_id == planned.exercise_id) {
            let message = format!("{} stands twice in {}.", line.name, day.plan.called());
            found.push(line.violation(PlanRule::DuplicateExercise, "/exercise_id", message));
        }
        line.check_choice(found);
        line.check_numbers(found);
        for (index, set) in planned.sets.iter().enumerate() {
            line.check_set(index, set, found);
        }
    }
}

/// One exercise of a day under check.
struct Line<'a> {
    pointer: String,
    name: &'a str,
    planned: &'a PlannedExercise,
    exercise: Option<&'a Exercise>,
    context: &'a RuleContext<'a>,
}

impl Line<'_> {
    fn violation(&self, rule: PlanRule, field: &str, message: String) -> Violation {
        violation(rule, format!("{}{field}", self.pointer), message)
    }

    fn check_choice(&self, found: &mut Vec<Violation>) {
        let profile = self.context.profile;
        let Some(exercise) = self.exercise else {
            let message = format!("No exercise has the id {}.", self.name);
            found.push(self.violation(PlanRule::UnknownExercise, "/exercise_id", message));
            return;
        };
        if !profile.owns(exercise) {
            let needs = missing(exercise, profile).join(" and ");
            let message = format!("{} needs equipment you do not have: {needs}.", self.name);
            found.push(self.violation(PlanRule::EquipmentNotOwned, "/exercise_id", message));
        }
        if let Some(limitation) = profile.barred_by(exercise) {
            let spared = words(limitation.pattern.as_str());
            let message = format!("{} is ruled out by your limitation: {spared}.", self.name);
            found.push(self.violation(PlanRule::Contraindicated, "/exercise_id", message));
        }
    }

    fn check_numbers(&self, found: &mut Vec<Violation>) {
        let sets = self.planned.sets.len();
        if !limits::SETS.contains(&sets) {
            let (least, most) = (limits::SETS.start(), limits::SETS.end());
            let message = format!("{} has {sets} sets; {least} to {most} are allowed.", self.name);
            found.push(self.violation(PlanRule::SetsOutOfRange, "/sets", message));
        }
        if let Some(rest) = self.planned.rest_seconds.filter(|rest| !limits::REST_SECONDS.contains(rest)) {
            let most = limits::REST_SECONDS.end();
            let message = format!("{} rests {rest} seconds; {most} are the most.", self.name);
            found.push(self.violation(PlanRule::RestOutOfRange, "/rest_seconds", message));
        }
    }

    fn check_set(&self, index: usize, set: &PlannedSet, found: &mut Vec<Violation>) {
        self.check_reps(index, set, found);
        self.check_rpe(index, set, found);
        self.check_weight(index, set, found);
    }

    fn set_violation(&self, rule: PlanRule, index: usize, field: &str, says: &str) -> Violation {
        let message = format!("{}, set {}: {says}.", self.name, index + 1);
        self.violation(rule, &format!("/sets/{index}/{field}"), message)
    }

    fn check_reps(&self, index: usize, set: &PlannedSet, found: &mut Vec<Violation>) {
        let timed = self.exercise.is_some_and(Exercise::is_timed);
        let (range, unit) = if timed { (limits::SECONDS, "seconds") } else { (limits::REPS, "repetitions") };
        for (field, value) in [("reps_min", set.reps_min), ("reps_max", set.reps_max)] {
            if !range.contains(&value) {
                let says = format!("{value} {unit} are outside {} to {}", range.start(), range.end());
                found.push(self.set_violation(PlanRule::RepsOutOfRange, index, field, &says));
            }
        }
        if set.reps_min > set.reps_max {
            let says =
                format!("the range runs from {} to {}, the wrong way round", set.reps_min, set.reps_max);
            found.push(self.set_violation(PlanRule::RepsOutOfRange, index, "reps_min", &says));
        }
        let fewest = limits::MINOR_FEWEST_REPS;
        if !timed && set.reps_min < fewest && self.context.profile.is_minor(self.context.year) {
            let says = format!("at your age a set has at least {fewest} repetitions, not {}", set.reps_min);
            found.push(self.set_violation(PlanRule::MinorLimits, index, "reps_min", &says));
        }
    }

    fn check_rpe(&self, index: usize, set: &PlannedSet, found: &mut Vec<Violation>) {
        let Some(rpe) = set.rpe else { return };
        let halves = (rpe * 2.0).fract().abs() < f64::EPSILON;
        if !limits::RPE.contains(&rpe) || !halves {
            let says = format!("RPE {rpe} is not one of 1 to 10 in halves");
            found.push(self.set_violation(PlanRule::RpeOutOfRange, index, "rpe", &says));
        } else if rpe > limits::MINOR_MOST_RPE && self.context.profile.is_minor(self.context.year) {
            let says = format!("at your age the target is at most RPE {}, not {rpe}", limits::MINOR_MOST_RPE);
            found.push(self.set_violation(PlanRule::MinorLimits, index, "rpe", &says));
        }
    }

    fn check_weight(&self, index: usize, set: &PlannedSet, found: &mut Vec<Violation>) {
        let Some(weight) = set.weight_kg else { return };
        if !limits::WEIGHT_KG.contains(&weight) {
            let says = format!("{weight} kg is not a load of 0 to {} kg", limits::WEIGHT_KG.end());
            found.push(self.set_violation(PlanRule::WeightOutOfRange, index, "weight_kg", &says));
            return;
        }
        let Some(cap) = (self.context.caps)(self.planned, set) else { return };
        let Some(exercise) = self.exercise else { return };
        if !within_cap(weight, cap.cap_kg, exercise) {
            let rule = match self.context.author {
                Author::Agent => PlanRule::LoadOverCap,
                Author::Person => PlanRule::OwnLoadOverCap,
            };
            found.push(self.set_violation(rule, index, "weight_kg", &over(weight, cap, exercise)));
        }
    }
}

fn over(weight: f64, cap: LoadCap, exercise: &Exercise) -> String {
    if exercise.bodyweight == BodyweightUse::Assisted {
        return match cap.last_kg {
            Some(last) => format!(
                "{weight} kg of help is less than {} kg, too far below the last {last} kg",
                cap.cap_kg
            ),
            None => {
                format!("{weight} kg of help is less than {} kg, where to start without history", cap.cap_kg)
            }
        };
    }
    let because = match cap.last_kg {
        Some(last) => format!("at most 10% above the last {last} kg"),
        None => "where to start without history".to_owned(),
    };
    format!("{weight} kg is above {} kg, {because}", cap.cap_kg)
}

fn missing(exercise: &Exercise, profile: &Profile) -> Vec<String> {
    let lacks = |item: &&Equipment| **item != Equipment::Bodyweight && !profile.equipment.contains(item);
    exercise.equipment.iter().filter(lacks).map(|item| words(item.as_str())).collect()
}
