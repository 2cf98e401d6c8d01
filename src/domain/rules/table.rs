//! Every plan rule with its id, its severity and what it says.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::exercise::vocabulary;
use crate::domain::plan::Severity;

vocabulary! {
    /// A plan rule. Its word is its stable id.
    PlanRule {
        EmptyPlan = "empty_plan", TooManyDays = "too_many_days", DuplicateDay = "duplicate_day",
        DuplicateWeekday = "duplicate_weekday", TooManyExercises = "too_many_exercises",
        TextLength = "text_length", UnknownExercise = "unknown_exercise",
        DuplicateExercise = "duplicate_exercise", EquipmentNotOwned = "equipment_not_owned",
        Contraindicated = "contraindicated", SetsOutOfRange = "sets_out_of_range",
        RepsOutOfRange = "reps_out_of_range", RpeOutOfRange = "rpe_out_of_range",
        RestOutOfRange = "rest_out_of_range", WeightOutOfRange = "weight_out_of_range",
        WeeklySetsOverLimit = "weekly_sets_over_limit", DayTooLong = "day_too_long",
        LoadOverCap = "load_over_cap", MinorLimits = "minor_limits", EmptyDay = "empty_day",
        WeeklySetsOutsideBand = "weekly_sets_outside_band", DayOverMinutes = "day_over_minutes",
        ConsecutiveDays = "consecutive_days", OwnLoadOverCap = "own_load_over_cap",
        BrokenSuperset = "broken_superset",
    }
}

/// One line of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleInfo {
    /// Which rule.
    pub rule: PlanRule,
    /// Errors refuse a plan, warnings show.
    pub severity: Severity,
    /// What it says.
    pub says: &'static str,
}

const fn error(rule: PlanRule, says: &'static str) -> RuleInfo {
    RuleInfo { rule, severity: Severity::Error, says }
}

const fn warning(rule: PlanRule, says: &'static str) -> RuleInfo {
    RuleInfo { rule, severity: Severity::Warning, says }
}

/// Every rule, errors first.
pub const RULES: &[RuleInfo] = &[
    error(PlanRule::EmptyPlan, "A plan has at least one training day."),
    error(PlanRule::TooManyDays, "A plan has at most seven training days."),
    error(PlanRule::DuplicateDay, "Each day has a key of its own."),
    error(PlanRule::DuplicateWeekday, "No two days share a weekday."),
    error(PlanRule::TooManyExercises, "A day has at most 20 exercises."),
    error(PlanRule::TextLength, "Keys, groups, focus and notes keep to their lengths."),
    error(PlanRule::UnknownExercise, "Every exercise is in the catalogue or the person's own."),
    error(PlanRule::DuplicateExercise, "No exercise stands twice in one day."),
    error(PlanRule::EquipmentNotOwned, "The person has everything an exercise needs."),
    error(PlanRule::Contraindicated, "No limitation of the person rules an exercise out."),
    error(PlanRule::SetsOutOfRange, "An exercise has 1 to 20 sets."),
    error(PlanRule::RepsOutOfRange, "A set has 1 to 100 repetitions (1 to 600 seconds), fewest first."),
    error(PlanRule::RpeOutOfRange, "A target RPE is 1 to 10, in halves."),
    error(PlanRule::RestOutOfRange, "A rest is at most 900 seconds."),
    error(PlanRule::WeightOutOfRange, "A load is 0 to 1000 kg."),
    error(PlanRule::WeeklySetsOverLimit, "No muscle gets more than 1.5 times its weekly maximum of sets."),
    error(PlanRule::DayTooLong, "No day takes more than 1.5 times the person's minutes."),
    error(PlanRule::LoadOverCap, "A coach's load is at most 10% above the last decided one, after rounding."),
    error(PlanRule::MinorLimits, "A minor's sets have at least 5 repetitions and at most RPE 8."),
    warning(PlanRule::EmptyDay, "A day should have an exercise."),
    warning(PlanRule::WeeklySetsOutsideBand, "Weekly sets of a muscle should lie in its band."),
    warning(PlanRule::DayOverMinutes, "A day should fit the person's minutes."),
    warning(
        PlanRule::ConsecutiveDays,
        "A muscle that is trained with 4 or more hard sets should rest the next day.",
    ),
    warning(PlanRule::OwnLoadOverCap, "A person's own load is more than 10% above the last decided one."),
    warning(PlanRule::BrokenSuperset, "A superset has two exercises or more, one after the other."),
];

impl PlanRule {
    /// Its severity, from the table.
    #[must_use]
    pub fn severity(self) -> Severity {
        RULES.iter().find(|info| info.rule == self).map_or(Severity::Error, |info| info.severity)
    }
}
