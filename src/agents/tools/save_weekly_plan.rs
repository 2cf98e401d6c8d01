//! saveWeeklyPlan (gated): a new version of the weekly plan.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::base::Base;
use super::card::{Card, EditableField, Edits};
use super::choice::Choice;
use super::spec::{Call, WriteTool};
use crate::agents::roster::Agent;
use crate::domain::catalogue::Catalogue;
use crate::domain::plan::{PlanDoc, PlanSource, PlannedDay, Split};
use crate::domain::plan_diff::{self, PlanDiff};
use crate::domain::plan_preview::PlanPreview;
use crate::domain::profile::Units;
use crate::domain::rules;
use crate::domain::set_bounds::PLANNED;
use crate::reason;
use crate::service::athlete::Athlete;
use crate::service::json_input::as_written;
use crate::service::precondition::IfMatch;
use crate::service::{Error, Result, Write, plans, simulation};
use crate::storage::sessions::Session;
use crate::wording::change::{balance, day_change, split_change};
use crate::wording::vocabulary::exercise as exercise_name;
use crate::wording::{Word as _, focus, texts};

/// Proposes a weekly plan; the person decides. Send every day, not only the changed ones. Leave
/// weight_kg null: the engine sets loads. Repetitions of a timed exercise are seconds; one group in
/// a day is a superset. Start from draftWeeklyPlan or getWeeklyPlan.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Args {
    /// How the week is split.
    pub split: Split,
    /// The training days.
    #[schemars(length(min = 1, max = 7))]
    pub days: Vec<PlannedDay>,
    /// One sentence for the person.
    #[schemars(length(max = 300))]
    pub reason: Option<String>,
}

/// saveWeeklyPlan.
pub struct SaveWeeklyPlan;

impl WriteTool for SaveWeeklyPlan {
    type Args = Args;
    type Preview = PlanPreview;
    const NAME: &'static str = "saveWeeklyPlan";
    const AGENTS: &'static [Agent] = &[Agent::Coach];
    const CHOICES: &'static [(&'static str, Choice)] = &[("exercise_id", Choice::Any)];
    const SEEN_AT: Option<&'static str> = Some("/plan");

    /// A plan that was read is often sent back as it came.
    fn tidy(args: &mut Value) {
        as_written(args);
    }

    /// Plan and progression.
    async fn base(write: &mut Write, _session: Option<&str>) -> Result<Base> {
        let version = plans::base_version(&mut write.tx, &write.user_id).await?;
        Ok(Base { resource: "plan".to_owned(), version, session: None })
    }

    /// What changes against today's plan, the warnings, weekly sets for each muscle before and after,
    /// and the main lifts in three futures.
    async fn preview(write: &mut Write, call: Call<'_>, args: &Args) -> Result<PlanPreview> {
        let user_id = write.user_id.clone();
        let doc = plan(args.split, args.days.clone());
        let athlete = Athlete::load(&mut write.tx, &write.core, &user_id).await?;
        let violations = plans::check_for(&athlete, &doc, call.author);
        if rules::refuses(&violations) {
            return Err(Error::Rules(violations));
        }
        let standing = plans::standing(&mut write.tx, &write.core, &user_id).await?;
        let diff = plan_diff::diff(&standing.doc, &doc, &athlete.catalogue);
        if diff.is_empty() && standing.version > 0 {
            return Err(Error::field("/days", "no_change", reason!("input_same_plan")));
        }
        let diff = if diff.is_empty() { whole(&doc, diff, &athlete.catalogue) } else { diff };
        let futures = Some(simulation::forecast(&athlete, &doc));
        let (lines, reason) = (Vec::new(), args.reason.clone());
        Ok(PlanPreview { lines, diff, warnings: violations, futures, reason })
    }

    /// Saves a new version of the plan, by the same rules as a person's own.
    async fn perform(
        write: &mut Write,
        call: Call<'_>,
        _found: Option<Session>,
        args: Args,
    ) -> Result<Value> {
        let doc = plan(args.split, args.days);
        let week = plans::save(write, doc, PlanSource::Coach, call.author, &IfMatch::Any).await?;
        Ok(json!({"plan_version": week.plan_version}))
    }

    fn word(plan: &mut PlanPreview, _exercise_id: &str) {
        plan.word();
    }

    fn card(plan: PlanPreview, _units: Units) -> Card {
        let muscles = balance(&plan.diff.sets_per_muscle);
        Card {
            warnings: plan.warnings.into_iter().map(|warning| warning.message).collect(),
            fields: split_change(&plan.diff).into_iter().collect(),
            days: plan.diff.days.into_iter().map(day_change).collect(),
            balanced: muscles.is_empty(),
            muscles,
            futures: plan.futures,
        }
    }

    fn fields(args: &Value, _units: Units) -> Vec<EditableField> {
        set_counts(args)
    }

    fn edit(args: &mut Value, edits: &Edits<'_>, _units: Units) {
        let days = args.get_mut("days").and_then(Value::as_array_mut);
        for (at, day) in days.into_iter().flatten().enumerate() {
            let Some(exercises) = day.get_mut("exercises").and_then(Value::as_array_mut) else { continue };
            let mut place = 0;
            exercises.retain_mut(|exercise| {
                let wanted = edits.text(&format!("sets.{at}.{place}")).parse().ok();
                place += 1;
                wanted.is_none_or(|wanted| hold_to(exercise, wanted))
            });
        }
    }
}

/// The plan that is meant: a model reads what days are about in the person's language, and gives it back so.
fn plan(split: Split, days: Vec<PlannedDay>) -> PlanDoc {
    let mut doc = PlanDoc { split, days };
    focus::unword(&mut doc);
    doc
}

/// A first plan that is the one made from the profile: all of it, so that there is something to read.
fn whole(doc: &PlanDoc, same: PlanDiff, catalogue: &Catalogue) -> PlanDiff {
    let nothing = PlanDoc { split: doc.split, days: Vec::new() };
    PlanDiff { days: plan_diff::diff(&nothing, doc, catalogue).days, ..same }
}

/// The sets of each exercise; none leaves it out.
fn set_counts(args: &Value) -> Vec<EditableField> {
    let mut fields = Vec::new();
    for (at, day) in list(args, "days").iter().enumerate() {
        let focus = day.get("focus").and_then(Value::as_str).unwrap_or_default();
        for (place, exercise) in list(day, "exercises").iter().enumerate() {
            let id = exercise.get("exercise_id").and_then(Value::as_str).unwrap_or_default();
            fields.push(EditableField {
                name: format!("sets.{at}.{place}"),
                label: format!("{}: {}", focus::named(focus), exercise_name(id)),
                value: list(exercise, "sets").len().to_string(),
                unit: texts::say("proposal-unit-sets"),
            });
        }
    }
    fields
}

fn list<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    value.get(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// So many sets of an exercise, the last one as often as needed; false for none.
fn hold_to(exercise: &mut Value, wanted: usize) -> bool {
    if let Some(sets) = exercise.get_mut("sets").and_then(Value::as_array_mut)
        && let Some(last) = sets.last().cloned()
    {
        // One more than a plan may hold is refused by its rules; that many are enough for them to see it.
        sets.resize(wanted.min(usize::from(PLANNED.most_sets) + 1), last);
    }
    wanted > 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agents::tools::card::typed;

    #[test]
    fn a_plan_has_as_many_sets_as_are_asked_for_and_none_leaves_an_exercise_out() {
        let one = |id: &str| json!({"exercise_id": id, "sets": [{"reps_min": 5}, {"reps_min": 8}]});
        let mut args = json!({"days": [{"focus": "A", "exercises": [one("a"), one("b"), one("c")]}]});
        assert_eq!(set_counts(&args)[1].name, "sets.0.1");
        let typed = typed(&[("sets.0.0", "3"), ("sets.0.1", "0"), ("sets.0.2", "2")]);
        SaveWeeklyPlan::edit(&mut args, &Edits(&typed), Units::Kg);
        let left = args["days"][0]["exercises"].as_array().unwrap();
        assert_eq!(
            left.iter().map(|one| one["exercise_id"].as_str().unwrap()).collect::<Vec<_>>(),
            ["a", "c"]
        );
        assert_eq!(left[0]["sets"], json!([{"reps_min": 5}, {"reps_min": 8}, {"reps_min": 8}]));
        assert_eq!(left[1], one("c"));
    }
}
