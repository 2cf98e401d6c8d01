//! The Copilot's side: inside a session, beside the bar. The engine's suggestion is the fact, this
//! adds a sentence; what was lifted is proposed for logging with the numbers the person said.

use serde_json::{Map, Value, json};

use super::intent::{Intent, Understood, understand};
use super::names::{best, exchange};
use super::pattern::has;
use super::slots::{Slots, Units, numbers};
use super::turn::{Outcome, Step, Turn};
use super::words;
use crate::agents::roster::Agent;

/// The next step.
#[must_use]
pub fn step(turn: &Turn<'_>) -> Step {
    let Some(said) = understand(turn.text, Agent::Copilot) else {
        return Step::Say(words::say(words::COACH_ELSEWHERE));
    };
    turn.bounded(by_intent(turn, &said), words::NO_DATA)
}

fn by_intent(turn: &Turn<'_>, said: &Understood) -> Step {
    let say = |key: &str| Step::Say(words::say(key));
    match said.intent {
        Intent::Next if has(&said.tokens, &said.ear.words.rest) => rest(turn),
        Intent::Why | Intent::Next => suggestion(turn, None),
        Intent::FeltEasy => felt(turn, "heavier_kg"),
        Intent::FeltHeavy => felt(turn, "lighter_kg"),
        Intent::Log => log(turn, &said.slots),
        Intent::Swap => swap(turn, said),
        Intent::Session => session(turn),
        Intent::Pain => say(words::PAIN),
        Intent::Finish => say(words::FINISH),
        Intent::Help | Intent::Greeting => say(words::COPILOT_HELP),
        Intent::Thanks => say(words::THANKS),
        Intent::No => say(words::NO),
        _ => say(words::COACH_ELSEWHERE),
    }
}

/// The engine's next set, read once.
fn next_set<'t>(turn: &'t Turn<'_>) -> Result<&'t Value, Step> {
    if !turn.offers("suggestNextSet") {
        return Err(Step::Say(words::say(words::COACH_ELSEWHERE)));
    }
    if !turn.called("suggestNextSet") {
        return Err(turn.reads(&["suggestNextSet"]));
    }
    turn.data("suggestNextSet").ok_or_else(|| Step::Say(words::say(words::NO_DATA)))
}

/// The next set, unless the engine asks for nothing more.
fn asked_next<'t>(turn: &'t Turn<'_>) -> Result<&'t Value, Step> {
    next_set(turn).and_then(|next| if is_done(next) { Err(Step::Say(done(next))) } else { Ok(next) })
}

/// The next set, unless the one that was proposed in this turn has been decided.
fn undecided_next<'t>(turn: &'t Turn<'_>) -> Result<&'t Value, Step> {
    match turn.result("logSet") {
        Some(result) => Err(Step::Say(words::set_decided(&Outcome::read(result)))),
        None => asked_next(turn),
    }
}

/// One plain sentence out of the engine's own reason, and the rest; a text of our own before it.
fn suggestion(turn: &Turn<'_>, lead: Option<&str>) -> Step {
    let next = match asked_next(turn) {
        Ok(next) => next,
        Err(step) => return step,
    };
    let because = next.get("because").and_then(Value::as_str).map(words::sentence);
    let because = because.filter(|said| !said.is_empty()).unwrap_or_else(|| words::say(words::RULES));
    let rest = rest_of(next).filter(|seconds| *seconds > 0).map(words::rest);
    let said = lead.map(words::say).into_iter().chain([because]).chain(rest);
    Step::Say(said.collect::<Vec<_>>().join(" "))
}

fn rest_of(next: &Value) -> Option<i64> {
    next.get("rest_seconds").and_then(Value::as_u64).and_then(|seconds| i64::try_from(seconds).ok())
}

/// How long to rest, and what for.
fn rest(turn: &Turn<'_>) -> Step {
    let next = match asked_next(turn) {
        Ok(next) => next,
        Err(step) => return step,
    };
    let set = words::described(&lifted(next, &Slots::default(), turn.units()));
    Step::Say(words::rest_next(rest_of(next).unwrap_or(0), &set))
}

/// "That felt easy": one step the other way, if the engine says that the rules allow it.
fn felt(turn: &Turn<'_>, field: &str) -> Step {
    let next = match undecided_next(turn) {
        Ok(next) => next,
        Err(step) => return step,
    };
    let step = next.get(field).and_then(Value::as_f64).filter(|_| turn.offers("logSet"));
    let Some(kilograms) = step else {
        return suggestion(turn, Some(words::TELL_EFFORT));
    };
    let mut set = lifted(next, &Slots::default(), turn.units());
    set.insert("weight_kg".to_owned(), json!(kilograms));
    let text = words::step_proposed(&words::described(&set), field == "heavier_kg");
    Step::Call { text, calls: vec![turn.call("logSet", &set)] }
}

/// What the engine says when it asks for nothing more.
fn done(next: &Value) -> String {
    let because = next.get("because").and_then(Value::as_str).unwrap_or_default();
    let code = next.pointer("/reason/code").and_then(Value::as_str);
    let free = code == Some("next_nothing_prescribed");
    if free { words::sentence(because) } else { words::say(words::DONE_FOR_TODAY) }
}

fn is_done(next: &Value) -> bool {
    next.get("done").and_then(Value::as_bool).unwrap_or(false)
        || next.get("exercise_id").and_then(Value::as_str).is_none()
}

/// Proposes the suggested set with what the person said instead of it.
fn log(turn: &Turn<'_>, slots: &Slots) -> Step {
    if !turn.offers("logSet") {
        return Step::Say(words::say(words::COACH_ELSEWHERE));
    }
    let next = match undecided_next(turn) {
        Ok(next) => next,
        Err(step) => return step,
    };
    let set = lifted(next, slots, turn.units());
    let text = words::set_proposed(&words::described(&set));
    Step::Call { text, calls: vec![turn.call("logSet", &set)] }
}

fn lifted(next: &Value, slots: &Slots, units: Units) -> Map<String, Value> {
    let field = |key: &str| next.get(key).cloned().unwrap_or(Value::Null);
    let timed = next.get("duration_seconds").is_some_and(|seconds| !seconds.is_null());
    let load = slots.load.map(|(value, unit)| numbers::kilograms(value, unit.unwrap_or(units)));
    let load = load.filter(|kilograms| (0.0..=1000.0).contains(kilograms));
    let (reps, seconds) = if timed {
        let minutes = slots.minutes.map(|m| m.saturating_mul(60));
        let said = slots.seconds.or(minutes).or(slots.reps);
        (Value::Null, said.map_or_else(|| field("duration_seconds"), |s| json!(s)))
    } else {
        (slots.reps.map_or_else(|| field("reps"), |reps| json!(reps)), Value::Null)
    };
    let suggested = next.get("weight_kg").and_then(Value::as_f64).unwrap_or(0.0);
    let kind = next.get("kind").and_then(Value::as_str).unwrap_or("working");
    let index = next.get("set_index").filter(|i| !i.is_null()).cloned().unwrap_or(json!(1));
    // Warm-ups come before the first working set, so a load that is not the warm-up's, or an effort, is
    // that of the first.
    let skipped = kind == "warmup"
        && (slots.rpe.is_some() || load.is_some_and(|load| (load - suggested).abs() > suggested * 0.1));
    let (kind, index) = if skipped { ("working", json!(1)) } else { (kind, index) };
    let mut set = Map::new();
    set.insert("exercise_id".to_owned(), field("exercise_id"));
    set.insert("set_index".to_owned(), index);
    set.insert("kind".to_owned(), json!(kind));
    set.insert("reps".to_owned(), reps);
    set.insert("duration_seconds".to_owned(), seconds);
    set.insert("weight_kg".to_owned(), json!(load.unwrap_or(suggested)));
    set.insert("rpe".to_owned(), json!(slots.rpe));
    set
}

/// How much of the session is left.
fn session(turn: &Turn<'_>) -> Step {
    if !turn.offers("getSession") {
        return suggestion(turn, None);
    }
    if !turn.called("getSession") {
        return turn.reads(&["getSession"]);
    }
    let told = turn.data("getSession").map(words::session_left);
    Step::Say(told.unwrap_or_else(|| words::say(words::NO_DATA)))
}

/// Another exercise in the place of this one, among those the tool's schema allows.
fn swap(turn: &Turn<'_>, said: &Understood) -> Step {
    if !turn.offers("swapExercise") {
        return Step::Say(words::say(words::NO_SWAP_HERE));
    }
    if let Some(result) = turn.result("swapExercise") {
        return Step::Say(words::swap_decided(&Outcome::read(result)));
    }
    let reads = turn.missing(&["getSession", "suggestNextSet"]);
    if !reads.is_empty() {
        return turn.reads(&reads);
    }
    let wished = exchange(&said.tokens, said.ear);
    let session = turn.data("getSession").unwrap_or(&Value::Null);
    let today: Vec<(&str, &str)> = prescribed(session);
    let current =
        turn.data("suggestNextSet").and_then(|next| next.get("exercise_id")).and_then(Value::as_str);
    let named = wished.old.as_deref().and_then(|old| best(old, &today, said.ear)).map(|(id, _)| id);
    let Some(old) = named.or(current) else { return Step::Say(words::say(words::WHICH_EXERCISE)) };
    let free: Vec<(&str, &str)> = turn
        .choices("swapExercise", "replacement_id")
        .into_iter()
        .filter(|id| *id != old && !today.iter().any(|(known, _)| known == id))
        .map(|id| (id, id))
        .collect();
    let new = match wished.new.as_deref() {
        Some(new) => best(new, &free, said.ear).map(|(id, _)| id),
        None => instead(turn, said, old, &free),
    };
    let Some(new) = new else { return Step::Say(words::no_replacement(&words::exercise(old))) };
    let reason = words::swap_reason(&words::exercise(old));
    let fields = [("exercise_id", old), ("replacement_id", new), ("reason", reason.as_str())];
    let wanted = fields.into_iter().map(|(key, value)| (key.to_owned(), json!(value))).collect();
    let text = words::swap_proposed(&words::exercise(old), &words::exercise(new));
    Step::Call { text, calls: vec![turn.call("swapExercise", &wanted)] }
}

fn prescribed(session: &Value) -> Vec<(&str, &str)> {
    let list = session.get("prescribed").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    list.iter()
        .filter_map(|item| {
            let id = item.get("exercise_id").and_then(Value::as_str)?;
            Some((id, item.get("name").and_then(Value::as_str).unwrap_or(id)))
        })
        .collect()
}

/// The closest exercise that the engine names in its place, without what is taken; else the one
/// whose name is nearest.
fn instead<'a>(
    turn: &Turn<'_>,
    said: &Understood,
    old: &str,
    free: &[(&'a str, &'a str)],
) -> Option<&'a str> {
    let next = turn.data("suggestNextSet").unwrap_or(&Value::Null);
    let at_hand = next.get("exercise_id").and_then(Value::as_str) == Some(old);
    let named = next.get("alternatives").and_then(Value::as_array).filter(|_| at_hand);
    let offered: Vec<(&Value, &'a str)> = named
        .into_iter()
        .flatten()
        .filter_map(|one| {
            let id = one.get("exercise_id").and_then(Value::as_str)?;
            free.iter().find(|(known, _)| *known == id).map(|(known, _)| (one, *known))
        })
        .collect();
    let taken = taken(said);
    let needs = |one: &Value| {
        let gear = one.get("equipment").and_then(Value::as_array).into_iter().flatten();
        gear.filter_map(Value::as_str).any(|gear| taken.contains(&gear))
    };
    let without = offered.iter().find(|(one, _)| !needs(one)).or_else(|| offered.first());
    without.map(|(_, id)| *id).or_else(|| nearest(old, free).map(|(id, _)| id))
}

/// The equipment that somebody else has.
fn taken(said: &Understood) -> Vec<&'static str> {
    let stations = said.ear.swap.stations.iter().filter(|(words, _)| has(&said.tokens, words));
    stations.flat_map(|(_, gear)| gear.iter().map(|gear| gear.as_str())).collect()
}

/// The candidate whose slug shares the most words, the movement (its last word) counting double.
fn nearest<'a>(old: &str, free: &[(&'a str, &'a str)]) -> Option<(&'a str, &'a str)> {
    let words: Vec<&str> = old.split('-').collect();
    let score = |id: &str| {
        let other: Vec<&str> = id.split('-').collect();
        let shared = words.iter().filter(|word| other.contains(word)).count();
        shared + usize::from(words.last() == other.last())
    };
    free.iter().copied().filter(|(id, _)| score(id) > 0).max_by_key(|(id, _)| score(id))
}
