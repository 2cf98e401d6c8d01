//! The plan rules: what a weekly plan must and should keep to, whoever wrote it and through
//! whichever door it comes. Pure: a plan and its context in, violations out. Errors refuse a plan,
//! warnings show; [`RULES`] lists them all. The rules bind what is prescribed, never what was
//! lifted.

mod exercises;
pub mod limits;
mod shape;
mod table;
#[cfg(test)]
mod tests;
mod week;

use super::catalogue::Catalogue;
use super::exercise::Exercise;
use super::plan::{PlanDoc, PlannedDay, PlannedExercise, PlannedSet, Severity, Violation};
use super::profile::Profile;
use super::reason::Reason;
use crate::reason;

pub use shape::{is_huge, is_key};
pub use table::{PlanRule, RULES, RuleInfo};

/// Who wrote the plan. A person's own load above the cap warns, an agent's is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Author {
    /// A person, on a page or through the API.
    Person,
    /// An agent, through a proposal.
    Agent,
}

/// The most that may be prescribed for an exercise and rep range, from the progression state.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LoadCap {
    /// Kilograms, already rounded to what can be loaded.
    pub cap_kg: f64,
    /// The load last decided, kilograms; none without history.
    pub last_kg: Option<f64>,
}

/// Answers the load cap of a prescribed set; `None` where nothing is known to hold it to.
pub type Caps<'a> = dyn Fn(&PlannedExercise, &PlannedSet) -> Option<LoadCap> + 'a;

/// What a plan is checked against.
#[derive(Clone, Copy)]
pub struct RuleContext<'a> {
    /// Whose plan.
    pub profile: &'a Profile,
    /// The catalogue, with the person's own exercises.
    pub catalogue: &'a Catalogue,
    /// The calendar year of the person's today; decides a minor's limits.
    pub year: i16,
    /// Who wrote the plan.
    pub author: Author,
    /// The load caps.
    pub caps: &'a Caps<'a>,
}

/// The caps of someone for whom nothing is known yet.
#[cfg(test)]
pub(crate) fn no_caps(_: &PlannedExercise, _: &PlannedSet) -> Option<LoadCap> {
    None
}

/// Every rule the plan breaks: day by day in the order of the plan, then the week as a whole.
#[must_use]
pub fn check(plan: &PlanDoc, context: &RuleContext<'_>) -> Vec<Violation> {
    let mut found = Vec::new();
    if shape::is_huge(plan) {
        return vec![violation(PlanRule::TooManyDays, "/days".to_owned(), reason!("rule_plan_huge"))];
    }
    shape::check(plan, &mut found);
    let days: Vec<Day<'_>> = plan.days.iter().map(|day| Day::resolve(day, context.catalogue)).collect();
    for (at, day) in days.iter().enumerate() {
        exercises::check(at, day, context, &mut found);
        week::check_minutes(at, day, context.profile, &mut found);
    }
    week::check_sets(&days, context.profile, &mut found);
    week::check_rest_days(&days, &mut found);
    found
}

/// Whether any of them refuses the plan.
#[must_use]
pub fn refuses(violations: &[Violation]) -> bool {
    violations.iter().any(|violation| violation.severity == Severity::Error)
}

/// A day whose exercises were looked up once.
struct Day<'a> {
    plan: &'a PlannedDay,
    exercises: Vec<(&'a PlannedExercise, Option<&'a Exercise>)>,
}

impl<'a> Day<'a> {
    fn resolve(plan: &'a PlannedDay, catalogue: &'a Catalogue) -> Self {
        let look_up = |planned: &'a PlannedExercise| (planned, catalogue.get(&planned.exercise_id));
        Self { plan, exercises: plan.exercises.iter().map(look_up).collect() }
    }

    /// The exercises the catalogue knows, with their number of sets.
    fn known(&self) -> impl Iterator<Item = (&'a Exercise, usize)> + '_ {
        self.exercises.iter().filter_map(|(planned, exercise)| Some(((*exercise)?, planned.sets.len())))
    }
}

fn violation(rule: PlanRule, pointer: String, reason: Reason) -> Violation {
    Violation {
        rule: rule.as_str().to_owned(),
        severity: rule.severity(),
        pointer,
        message: String::new(),
        reason: Some(reason),
    }
}
