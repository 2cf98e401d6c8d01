//! getWeeklyPlan.

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Value, json};

use super::Scope;
use super::bounded::MOST_RESULT;
use super::spec::ReadTool;
use crate::agents::roster::Agent;
use crate::domain::plan::{Prescribed, WeekDay, WeeklyPlan};
use crate::service::{Result, plans};
use crate::wording::Word as _;

/// Reads this week's plan: days, exercises with their ids, sets with the engine's loads.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Args {}

/// How the exercises of a plan are written: the first that fits.
const FORMS: [fn(&Prescribed) -> Value; 3] = [exercise, short, |exercise| json!(exercise.exercise_id)];

/// getWeeklyPlan.
pub struct GetWeeklyPlan;

impl ReadTool for GetWeeklyPlan {
    type Args = Args;
    const NAME: &'static str = "getWeeklyPlan";
    const AGENTS: &'static [Agent] = &[Agent::Coach];

    /// The plan without what a model has no use for. No day and no exercise of it is ever left out: a model
    /// that saved what it had read would take them away.
    async fn answer(scope: &Scope<'_>, _args: Args) -> Result<Value> {
        let mut week = plans::week(scope.core, scope.user_id, None).await?.worded();
        week.meta.note_reasons.clear();
        let mut written = FORMS.iter().map(|form| whole(&week, *form));
        let fits = |value: &Value| value.to_string().len() <= MOST_RESULT;
        let first = written.next().unwrap_or_default();
        if fits(&first) {
            return Ok(first);
        }
        let mut shortened = written.find(fits).unwrap_or_default();
        if let Value::Object(fields) = &mut shortened {
            fields.insert("written_short".to_owned(), WRITTEN_SHORT.into());
        }
        Ok(shortened)
    }
}

/// What a model is told of a plan that is written short.
const WRITTEN_SHORT: &str = "To fit, sets are given as text or not at all. Write each set out to save it.";

fn whole(week: &WeeklyPlan, form: fn(&Prescribed) -> Value) -> Value {
    let days: Vec<_> = week.days.iter().map(|one| day(one, form)).collect();
    json!({
        "week_start": week.week_start,
        "split": week.split,
        "plan_version": week.plan_version,
        "days": days,
        "meta": week.meta,
    })
}

fn day(day: &WeekDay, form: fn(&Prescribed) -> Value) -> Value {
    let exercises: Vec<_> = day.exercises.iter().map(form).collect();
    json!({
        "day": day.day,
        "focus": day.focus,
        "weekday": day.weekday,
        "status": day.status,
        "estimated_minutes": day.estimated_minutes,
        "exercises": exercises,
    })
}

fn exercise(exercise: &Prescribed) -> Value {
    json!({
        "exercise_id": exercise.exercise_id,
        "name": exercise.name,
        "group": exercise.group,
        "rest_seconds": exercise.rest_seconds,
        "note": exercise.note,
        "sets": exercise.sets,
    })
}

/// One exercise with its sets as text: "3 x 6-10 at 60 kg, RPE 8".
fn short(exercise: &Prescribed) -> Value {
    let same = exercise.sets.chunk_by(|one, next| one == next);
    let sets: Vec<String> = same
        .filter_map(|sets| {
            let set = sets.first()?;
            let load = set.weight_kg.map(|load| format!(" at {load} kg")).unwrap_or_default();
            let rpe = set.rpe.map(|rpe| format!(", RPE {rpe}")).unwrap_or_default();
            Some(format!("{} x {}-{}{load}{rpe}", sets.len(), set.reps_min, set.reps_max))
        })
        .collect();
    json!({"exercise_id": exercise.exercise_id, "sets": sets.join("; ")})
}
