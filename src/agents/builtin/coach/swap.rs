//! Swapping an exercise in the standing plan: the same plan with one exercise replaced, proposed
//! like any other plan. Loads are left to the engine.

use serde_json::{Map, Value, json};

use crate::agents::builtin::intent::Understood;
use crate::agents::builtin::names::{best, exchange};
use crate::agents::builtin::turn::{Outcome, Step, Turn};
use crate::agents::builtin::words;

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn items<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The next step of the swap.
#[must_use]
pub fn step(turn: &Turn<'_>, said: &Understood) -> Step {
    if !turn.offers("saveWeeklyPlan") || !turn.offers("getWeeklyPlan") {
        return Step::Say(words::say(words::NO_SWAP_HERE));
    }
    let wished = exchange(&said.tokens, said.ear);
    let Some(old) = wished.old else { return Step::Say(words::say(words::WHICH_EXERCISE)) };
    if let Some(result) = turn.result("saveWeeklyPlan") {
        return Step::Say(words::swap_decided(&Outcome::read(result)));
    }
    if !turn.called("getWeeklyPlan") {
        return read(turn, wished.new.as_deref().unwrap_or(&old));
    }
    let Some(plan) = turn.data("getWeeklyPlan") else { return Step::Say(words::say(words::NO_DATA)) };
    let in_plan = exercises(plan);
    let Some((old_id, old_name)) = best(&old, &in_plan, said.ear) else {
        let names: Vec<String> = in_plan.iter().map(|(_, name)| (*name).to_owned()).collect();
        return Step::Say(words::not_in_plan(&old, &names));
    };
    match wished.new {
        Some(new) => {
            let candidates = items(turn.nth_result("getExercises", 0).unwrap_or(&Value::Null), "items");
            let named: Vec<(&str, &str)> =
                candidates.iter().map(|item| (text(item, "id"), text(item, "name"))).collect();
            let id = best(&new, &named, said.ear).map(|(id, _)| id);
            let item = candidates.iter().find(|item| Some(text(item, "id")) == id);
            offer(turn, plan, (old_id, old_name), item)
        }
        None => alike(turn, plan, (old_id, old_name)),
    }
}

fn read(turn: &Turn<'_>, query: &str) -> Step {
    let mut calls = vec![turn.call("getWeeklyPlan", &Map::new())];
    if turn.offers("getProfile") {
        calls.push(turn.call("getProfile", &Map::new()));
    }
    if turn.offers("getExercises") {
        calls.push(look_up(turn, "query", query));
    }
    Step::Call { text: String::new(), calls }
}

fn look_up(turn: &Turn<'_>, field: &str, value: &str) -> crate::agents::model::Call {
    let mut wanted = Map::new();
    wanted.insert(field.to_owned(), json!(value));
    wanted.insert("limit".to_owned(), json!(20));
    turn.call("getExercises", &wanted)
}

/// Id and name of every exercise of the week, once.
fn exercises(plan: &Value) -> Vec<(&str, &str)> {
    let mut all: Vec<(&str, &str)> = Vec::new();
    for exercise in items(plan, "days").iter().flat_map(|day| items(day, "exercises")) {
        let id = text(exercise, "exercise_id");
        if !all.iter().any(|(known, _)| *known == id) {
            all.push((id, if text(exercise, "name").is_empty() { id } else { text(exercise, "name") }));
        }
    }
    all
}

/// No replacement was named: look for one that trains the same muscle.
fn alike(turn: &Turn<'_>, plan: &Value, old: (&str, &str)) -> Step {
    let known = items(turn.nth_result("getExercises", 0).unwrap_or(&Value::Null), "items");
    let entry = known.iter().find(|item| text(item, "id") == old.0);
    let muscle = entry.and_then(|item| items(item, "primary_muscles").first()).and_then(Value::as_str);
    let (Some(entry), Some(muscle)) = (entry, muscle) else {
        return Step::Say(words::no_replacement(old.1));
    };
    if turn.times("getExercises") < 2 {
        return Step::Call { text: String::new(), calls: vec![look_up(turn, "muscle", muscle)] };
    }
    let found = items(turn.nth_result("getExercises", 1).unwrap_or(&Value::Null), "items");
    let taken = exercises(plan);
    let profile = turn.data("getProfile");
    let fits = |item: &&Value| {
        !taken.iter().any(|(id, _)| *id == text(item, "id"))
            && text(item, "measure") == text(entry, "measure")
            && profile.is_none_or(|profile| suits(item, profile))
    };
    let same_pattern = |item: &&Value| text(item, "pattern") == text(entry, "pattern");
    let choice = found.iter().filter(fits).find(same_pattern).or_else(|| found.iter().find(fits));
    offer(turn, plan, old, choice)
}

/// Owned, at the person's level and not ruled out by a limitation.
fn suits(item: &Value, profile: &Value) -> bool {
    let words = |value: &Value, key: &str| -> Vec<String> {
        items(value, key).iter().filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let owned = words(profile, "equipment");
    let spared: Vec<&str> = items(profile, "limitations").iter().map(|item| text(item, "pattern")).collect();
    let level = |word: &str| {
        ["beginner", "intermediate", "advanced"].iter().position(|known| *known == word).unwrap_or(0)
    };
    words(item, "equipment").iter().all(|need| need == "bodyweight" || owned.contains(need))
        && !words(item, "contraindications").iter().any(|part| spared.contains(&part.as_str()))
        && !spared.contains(&text(item, "pattern"))
        && level(text(item, "level")) <= level(text(profile, "experience"))
}

fn offer(turn: &Turn<'_>, plan: &Value, old: (&str, &str), new: Option<&Value>) -> Step {
    let Some(new) = new.filter(|new| !text(new, "id").is_empty() && text(new, "id") != old.0) else {
        return Step::Say(words::no_replacement(old.1));
    };
    let name = if text(new, "name").is_empty() { text(new, "id") } else { text(new, "name") };
    let days: Vec<Value> = items(plan, "days").iter().map(|day| written(day, old.0, new)).collect();
    let mut wanted = Map::new();
    wanted.insert("split".to_owned(), plan.get("split").cloned().unwrap_or(Value::Null));
    wanted.insert("days".to_owned(), Value::Array(days));
    wanted.insert("reason".to_owned(), json!(words::swap_plan_reason(old.1, name)));
    Step::Call { text: words::swap_proposed(old.1, name), calls: vec![turn.call("saveWeeklyPlan", &wanted)] }
}

/// A day of the answered plan as it is written, with the exercise replaced unless the day has the
/// new one already.
fn written(day: &Value, old: &str, new: &Value) -> Value {
    let has_new = items(day, "exercises").iter().any(|item| text(item, "exercise_id") == text(new, "id"));
    let exercises: Vec<Value> = items(day, "exercises")
        .iter()
        .map(|item| {
            let swapped = !has_new && text(item, "exercise_id") == old;
            let timed = swapped && text(new, "measure") == "seconds";
            let field = |key: &str| item.get(key).filter(|_| !swapped).cloned().unwrap_or(Value::Null);
            json!({
                "exercise_id": if swapped { text(new, "id") } else { text(item, "exercise_id") },
                "group": item.get("group").cloned().unwrap_or(Value::Null),
                "rest_seconds": field("rest_seconds"),
                "note": field("note"),
                "sets": items(item, "sets").iter().map(|set| planned(set, timed)).collect::<Vec<_>>(),
            })
        })
        .collect();
    json!({
        "day": day.get("day").cloned().unwrap_or(Value::Null),
        "focus": day.get("focus").cloned().unwrap_or(Value::Null),
        "weekday": day.get("weekday").cloned().unwrap_or(Value::Null),
        "exercises": exercises,
    })
}

/// A set as written: no load, and seconds where a timed exercise takes the place.
fn planned(set: &Value, timed: bool) -> Value {
    let field = |key: &str| set.get(key).cloned().unwrap_or(Value::Null);
    let (low, high) = if timed { (json!(20), json!(40)) } else { (field("reps_min"), field("reps_max")) };
    json!({"reps_min": low, "reps_max": high, "weight_kg": null, "rpe": field("rpe")})
}
