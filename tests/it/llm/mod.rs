//! A scripted model server behind the real adapter, driver, gate, database, router and streams.

mod bounds;
mod calls;
mod copilot;
mod decisions;
mod faults;
mod gate;
mod history;
mod limits;
mod notes;
mod pounds;
mod previews;
mod real_model;
mod safety;
mod secrets;
mod stops;
mod streams;

use serde_json::{Value, json};

use crate::support::llm::{Reply, call};

/// A write: five days a week instead of three.
fn five_days() -> Reply {
    call("updateProfile", &json!({"days_per_week": 5}))
}

/// The drafted week of a new account as saveWeeklyPlan takes it.
fn plan_args(draft: &Value) -> Value {
    json!({"split": draft["split"], "days": draft["days"], "reason": "You asked for it."})
}
