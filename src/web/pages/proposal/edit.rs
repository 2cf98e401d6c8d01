//! Editing a proposal before it is confirmed: what of its arguments a person can turn, and the
//! arguments as they turned them. What they mean is judged by the gate, as any edit.

use axum::extract::State;
use serde::Serialize;
use serde_json::{Value, json};

use super::profile::name as name_of;
use super::{ProposalCard, own_path};
use crate::domain::profile::Units;
use crate::domain::proposal::Proposal;
use crate::domain::set_bounds::PLANNED;
use crate::service::proposals;
use crate::web::WebState;
use crate::web::extract::Ids;
use crate::web::pages::error::Paged;
use crate::web::pages::form::Fields;
use crate::web::pages::idempotent_form::{Leads, once};
use crate::web::pages::visitor::Visitor;
use crate::web::pages::words::{exercise as exercise_name, load, to_kg};
use crate::wording::{focus, texts};

/// Something of a proposal that can be turned.
#[derive(Debug, Clone, Serialize)]
pub struct EditableField {
    /// The field's name.
    pub name: String,
    /// What it turns.
    pub label: String,
    /// As it is proposed; empty for what is only kept or left out.
    pub value: String,
    /// `kg`, `reps`, `sets` or empty.
    pub unit: &'static str,
}

/// POST /proposals/{id}/edit: confirms with what was turned. The form's key is the digest of what it
/// was made from.
pub async fn edit(State(state): State<WebState>, visitor: Visitor, Ids([id]): Ids<1>, form: Fields) -> Paged {
    let found = proposals::get(&state.core, visitor.id(), &id).await?;
    let agents = state.agents()?.clone();
    once(&state, &visitor, &format!("/proposals/{id}/edit"), &form, async |write| {
        let args = edited_args(&found, &form, visitor.units());
        let (_, told) = agents.edit_in(write, &id, form.text("digest"), &args).await?.split()?;
        Ok(Leads::to(own_path(form.text("back"), "/coach")).then(move || told.publish(&agents)))
    })
    .await
}

/// Puts the knobs of an open proposal on its card.
pub fn fill(card: &mut ProposalCard, proposal: &Proposal, units: Units) {
    card.knobs = match proposal.tool.as_str() {
        "logSet" => set_knobs(&proposal.args, units),
        "saveWeeklyPlan" => plan_knobs(&proposal.args),
        "updateProfile" => profile_knobs(&proposal.args),
        _ => Vec::new(),
    };
}

fn set_knobs(args: &Value, units: Units) -> Vec<EditableField> {
    let knob = |name: &str, label: &str, value: String, unit| EditableField {
        name: name.to_owned(),
        label: label.to_owned(),
        value,
        unit,
    };
    let weight = args.get("weight_kg").and_then(Value::as_f64);
    let of_weight = |kg| knob("weight", texts::say("proposal-weight"), load(kg, units), units.as_str());
    let mut knobs: Vec<_> = weight.map(of_weight).into_iter().collect();
    let counts = [
        ("reps", texts::say("proposal-reps"), texts::say("proposal-unit-reps")),
        ("duration_seconds", texts::say("proposal-seconds"), "s"),
    ];
    for (field, label, unit) in counts {
        if let Some(count) = args.get(field).and_then(Value::as_u64) {
            knobs.push(knob(field, label, count.to_string(), unit));
        }
    }
    knobs
}

/// The sets of each exercise; none leaves it out.
fn plan_knobs(args: &Value) -> Vec<EditableField> {
    let mut knobs = Vec::new();
    for (at, day) in list(args, "days").iter().enumerate() {
        let focus = day.get("focus").and_then(Value::as_str).unwrap_or_default();
        for (place, exercise) in list(day, "exercises").iter().enumerate() {
            let id = exercise.get("exercise_id").and_then(Value::as_str).unwrap_or_default();
            knobs.push(EditableField {
                name: format!("sets.{at}.{place}"),
                label: format!("{}: {}", focus::named(focus), exercise_name(id)),
                value: list(exercise, "sets").len().to_string(),
                unit: texts::say("proposal-unit-sets"),
            });
        }
    }
    knobs
}

/// What changes, each of which can be left out.
fn profile_knobs(args: &Value) -> Vec<EditableField> {
    let fields = args.as_object().into_iter().flatten();
    let changes = fields.filter(|(name, value)| *name != "reason" && !value.is_null());
    let knob = |name: &String| EditableField {
        name: name.clone(),
        label: name_of(name),
        value: String::new(),
        unit: "",
    };
    changes.map(|(name, _)| knob(name)).collect()
}

fn list<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    value.get(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The arguments as they were turned. What was not touched stays to the letter; what is no number
/// goes on as it was typed, for the gate to refuse by its name.
fn edited_args(proposal: &Proposal, form: &Fields, units: Units) -> Value {
    let mut args = proposal.args.clone();
    match proposal.tool.as_str() {
        "logSet" => turn_set(&mut args, form, units),
        "saveWeeklyPlan" => turn_plan(&mut args, form),
        "updateProfile" => turn_profile(&mut args, form),
        _ => {}
    }
    args
}

fn turn_set(args: &mut Value, form: &Fields, units: Units) {
    for knob in set_knobs(args, units) {
        let typed = form.text(&knob.name);
        if typed.is_empty() || typed == knob.value {
            continue;
        }
        let number = form.number(&knob.name);
        let (field, value) = match (knob.name.as_str(), number) {
            ("weight", Ok(Some(typed))) => ("weight_kg", json!(to_kg(typed, units))),
            ("weight", _) => ("weight_kg", json!(typed)),
            (count, _) => (count, typed.parse::<u64>().map_or_else(|_| json!(typed), |count| json!(count))),
        };
        if let Some(place) = args.get_mut(field) {
            *place = value;
        }
    }
}

fn turn_plan(args: &mut Value, form: &Fields) {
    let days = args.get_mut("days").and_then(Value::as_array_mut);
    for (at, day) in days.into_iter().flatten().enumerate() {
        let Some(exercises) = day.get_mut("exercises").and_then(Value::as_array_mut) else { continue };
        let mut place = 0;
        exercises.retain_mut(|exercise| {
            let wanted = form.whole::<usize>(&format!("sets.{at}.{place}")).ok().flatten();
            place += 1;
            wanted.is_none_or(|wanted| hold_to(exercise, wanted))
        });
    }
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

fn turn_profile(args: &mut Value, form: &Fields) {
    let kept: Vec<&str> = form.all("keep").collect();
    if let Some(fields) = args.as_object_mut() {
        for (name, value) in fields.iter_mut() {
            if name != "reason" && !kept.contains(&name.as_str()) {
                *value = Value::Null;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bytes::Bytes;

    fn form(text: &'static str) -> Fields {
        Fields::read(Bytes::from_static(text.as_bytes()))
    }

    #[test]
    fn a_set_keeps_what_was_not_touched_to_the_letter() {
        let mut args =
            json!({"exercise_id": "pull-up", "weight_kg": 20.41, "reps": 8, "duration_seconds": null});
        turn_set(&mut args, &form("weight=45&reps=6"), Units::Lb);
        assert_eq!((&args["weight_kg"], &args["reps"]), (&json!(20.41), &json!(6)));
        turn_set(&mut args, &form("weight=heavy&reps=many"), Units::Kg);
        assert_eq!((&args["weight_kg"], &args["reps"]), (&json!("heavy"), &json!("many")));
    }

    #[test]
    fn a_plan_has_as_many_sets_as_are_asked_for_and_none_leaves_an_exercise_out() {
        let one = |id: &str| json!({"exercise_id": id, "sets": [{"reps_min": 5}, {"reps_min": 8}]});
        let mut args = json!({"days": [{"focus": "A", "exercises": [one("a"), one("b"), one("c")]}]});
        assert_eq!(plan_knobs(&args)[1].name, "sets.0.1");
        turn_plan(&mut args, &form("sets.0.0=3&sets.0.1=0&sets.0.2=2"));
        let left = args["days"][0]["exercises"].as_array().unwrap();
        assert_eq!(
            left.iter().map(|one| one["exercise_id"].as_str().unwrap()).collect::<Vec<_>>(),
            ["a", "c"]
        );
        assert_eq!(left[0]["sets"], json!([{"reps_min": 5}, {"reps_min": 8}, {"reps_min": 8}]));
        assert_eq!(left[1], one("c"));
    }

    #[test]
    fn of_a_profile_only_what_is_kept_changes() {
        let mut args = json!({"goal": "strength", "days_per_week": 4, "units": null, "reason": "asked"});
        let names: Vec<_> = profile_knobs(&args).into_iter().map(|knob| knob.name).collect();
        assert_eq!(names, ["goal", "days_per_week"]);
        turn_profile(&mut args, &form("keep=goal"));
        assert_eq!(
            args,
            json!({"goal": "strength", "days_per_week": null, "units": null, "reason": "asked"})
        );
    }
}
