//! getWeeklyPlan.

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Value, json};

use super::Scope;
use crate::domain::plan::{Prescribed, WeekDay};
use crate::service::{Result, plans};

/// Reads this week's plan: days, exercises with their ids, sets with the engine's loads.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Args {}

/// The plan without what a model has no use for.
pub async fn read(scope: &Scope<'_>) -> Result<Value> {
    let week = plans::week(scope.core, scope.user_id, None).await?;
    let days: Vec<_> = week.days.iter().map(day).collect();
    Ok(json!({
        "week_start": week.week_start,
        "split": week.split,
        "plan_version": week.plan_version,
        "days": days,
        "meta": week.meta,
    }))
}

fn day(day: &WeekDay) -> Value {
    let exercises: Vec<_> = day.exercises.iter().map(exercise).collect();
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
