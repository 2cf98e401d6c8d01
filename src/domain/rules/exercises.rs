//! Rules on the exercises of a day and their sets.

use crate::domain::exercise::{BodyweightUse, Equipment, Exercise};
use crate::domain::plan::{PlannedExercise, PlannedSet, Violation};
use crate::domain::profile::Profile;
use crate::domain::progression::within_cap;
use crate::domain::reason::Reason;
use crate::reason;

use super::table::PlanRule;
use super::{Author, Day, LoadCap, RuleContext, limits, violation};

pub(super) fn check(at: usize, day: &Day<'_>, context: &RuleContext<'_>, found: &mut Vec<Violation>) {
    for (place, (planned, exercise)) in day.exercises.iter().enumerate() {
        let before = day.exercises.get(..place).unwrap_or_default();
        let line = Line {
            pointer: format!("/days/{at}/exercises/{place}"),
            name: exercise.map_or(planned.exercise_id.as_str(), Exercise::fact),
            planned,
            exercise: *exercise,
            context,
        };
        if before.iter().any(|(other, _)| other.exercise_id == planned.exercise_id) {
            let reason = reason!("rule_exercise_twice", exercise = line.name, focus = day.plan.called());
            found.push(line.violation(PlanRule::DuplicateExercise, "/exercise_id", reason));
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
    /// As a reason names the exercise.
    name: &'a str,
    planned: &'a PlannedExercise,
    exercise: Option<&'a Exercise>,
    context: &'a RuleContext<'a>,
}

impl Line<'_> {
    fn violation(&self, rule: PlanRule, field: &str, reason: Reason) -> Violation {
        violation(rule, format!("{}{field}", self.pointer), reason)
    }

    fn check_choice(&self, found: &mut Vec<Violation>) {
        let profile = self.context.profile;
        let Some(exercise) = self.exercise else {
            let reason = reason!("rule_unknown_exercise", id = self.name);
            found.push(self.violation(PlanRule::UnknownExercise, "/exercise_id", reason));
            return;
        };
        if !profile.owns(exercise) {
            let needs = missing(exercise, profile);
            let reason = reason!("rule_equipment_not_owned", exercise = self.name, equipment = needs);
            found.push(self.violation(PlanRule::EquipmentNotOwned, "/exercise_id", reason));
        }
        if let Some(limitation) = profile.barred_by(exercise) {
            let spared = limitation.pattern.as_str();
            let reason = reason!("rule_contraindicated", exercise = self.name, limitation = spared);
            found.push(self.violation(PlanRule::Contraindicated, "/exercise_id", reason));
        }
    }

    fn check_numbers(&self, found: &mut Vec<Violation>) {
        let sets = self.planned.sets.len();
        if !limits::SETS.contains(&sets) {
            let (least, most) = (*limits::SETS.start(), *limits::SETS.end());
            let reason = reason!(
                "rule_sets_out_of_range",
                exercise = self.name,
                sets = sets,
                least = least,
                most = most
            );
            found.push(self.violation(PlanRule::SetsOutOfRange, "/sets", reason));
        }
        if let Some(rest) = self.planned.rest_seconds.filter(|rest| !limits::REST_SECONDS.contains(rest)) {
            let most = *limits::REST_SECONDS.end();
            let reason = reason!("rule_rest_too_long", exercise = self.name, seconds = rest, most = most);
            found.push(self.violation(PlanRule::RestOutOfRange, "/rest_seconds", reason));
        }
    }

    fn check_set(&self, index: usize, set: &PlannedSet, found: &mut Vec<Violation>) {
        self.check_reps(index, set, found);
        self.check_rpe(index, set, found);
        self.check_weight(index, set, found);
    }

    fn set_violation(&self, rule: PlanRule, index: usize, field: &str, reason: Reason) -> Violation {
        self.violation(rule, &format!("/sets/{index}/{field}"), reason)
    }

    fn check_reps(&self, index: usize, set: &PlannedSet, found: &mut Vec<Violation>) {
        let (exercise, n) = (self.name, index + 1);
        for (field, value) in [("reps_min", set.reps_min), ("reps_max", set.reps_max)] {
            if let Some(reason) = self.out_of_range(n, value) {
                found.push(self.set_violation(PlanRule::RepsOutOfRange, index, field, reason));
            }
        }
        let (from, to) = (set.reps_min, set.reps_max);
        if from > to {
            let reason = reason!("rule_range_reversed", exercise = exercise, n = n, from = from, to = to);
            found.push(self.set_violation(PlanRule::RepsOutOfRange, index, "reps_min", reason));
        }
        let least = limits::MINOR_FEWEST_REPS;
        if !self.timed() && from < least && self.context.profile.is_minor(self.context.year) {
            let reason = reason!("rule_minor_reps", exercise = exercise, n = n, least = least, reps = from);
            found.push(self.set_violation(PlanRule::MinorLimits, index, "reps_min", reason));
        }
    }

    fn timed(&self) -> bool {
        self.exercise.is_some_and(Exercise::is_timed)
    }

    /// Why so many repetitions or seconds are no set's.
    fn out_of_range(&self, n: usize, value: u16) -> Option<Reason> {
        let (exercise, timed) = (self.name, self.timed());
        let range = if timed { limits::SECONDS } else { limits::REPS };
        let (least, most) = (*range.start(), *range.end());
        if range.contains(&value) {
            return None;
        }
        Some(if timed {
            reason!(
                "rule_seconds_out_of_range",
                exercise = exercise,
                n = n,
                count = value,
                least = least,
                most = most
            )
        } else {
            reason!(
                "rule_reps_out_of_range",
                exercise = exercise,
                n = n,
                count = value,
                least = least,
                most = most
            )
        })
    }

    fn check_rpe(&self, index: usize, set: &PlannedSet, found: &mut Vec<Violation>) {
        let Some(rpe) = set.rpe else { return };
        let (exercise, n) = (self.name, index + 1);
        let halves = (rpe * 2.0).fract().abs() < f64::EPSILON;
        if !limits::RPE.contains(&rpe) || !halves {
            let reason = reason!("rule_rpe_out_of_range", exercise = exercise, n = n, rpe = rpe);
            found.push(self.set_violation(PlanRule::RpeOutOfRange, index, "rpe", reason));
        } else if rpe > limits::MINOR_MOST_RPE && self.context.profile.is_minor(self.context.year) {
            let most = limits::MINOR_MOST_RPE;
            let reason = reason!("rule_minor_rpe", exercise = exercise, n = n, most = most, rpe = rpe);
            found.push(self.set_violation(PlanRule::MinorLimits, index, "rpe", reason));
        }
    }

    fn check_weight(&self, index: usize, set: &PlannedSet, found: &mut Vec<Violation>) {
        let Some(weight) = set.weight_kg else { return };
        if !limits::WEIGHT_KG.contains(&weight) {
            let reason = reason!(
                "rule_weight_out_of_range",
                exercise = self.name,
                n = index + 1,
                weight_kg = weight,
                most_kg = *limits::WEIGHT_KG.end(),
            );
            found.push(self.set_violation(PlanRule::WeightOutOfRange, index, "weight_kg", reason));
            return;
        }
        let Some(cap) = (self.context.caps)(self.planned, set) else { return };
        let Some(exercise) = self.exercise else { return };
        if !within_cap(weight, cap.cap_kg, exercise) {
            let rule = match self.context.author {
                Author::Agent => PlanRule::LoadOverCap,
                Author::Person => PlanRule::OwnLoadOverCap,
            };
            let reason = over(exercise, index + 1, weight, cap);
            found.push(self.set_violation(rule, index, "weight_kg", reason));
        }
    }
}

/// A load beyond its cap; of help by a machine, one that is too little.
fn over(exercise: &Exercise, n: usize, weight_kg: f64, LoadCap { cap_kg, last_kg }: LoadCap) -> Reason {
    let name = exercise.fact();
    match (exercise.bodyweight == BodyweightUse::Assisted, last_kg) {
        (true, Some(last_kg)) => reason!(
            "rule_help_under_last",
            exercise = name,
            n = n,
            weight_kg = weight_kg,
            cap_kg = cap_kg,
            last_kg = last_kg
        ),
        (true, None) => {
            reason!("rule_help_under_start", exercise = name, n = n, weight_kg = weight_kg, cap_kg = cap_kg)
        }
        (false, Some(last_kg)) => reason!(
            "rule_load_over_last",
            exercise = name,
            n = n,
            weight_kg = weight_kg,
            cap_kg = cap_kg,
            last_kg = last_kg
        ),
        (false, None) => {
            reason!("rule_load_over_start", exercise = name, n = n, weight_kg = weight_kg, cap_kg = cap_kg)
        }
    }
}

fn missing(exercise: &Exercise, profile: &Profile) -> Vec<&'static str> {
    let lacks = |item: &&Equipment| **item != Equipment::Bodyweight && !profile.equipment.contains(item);
    exercise.equipment.iter().filter(lacks).map(|item| item.as_str()).collect()
}
