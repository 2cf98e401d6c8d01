//! What is read out of the answers of reading tools: the week, progress, exercises, a session.
//! Every answer is data of a shape that may lack anything; what lacks is left out.

use jiff::civil::Date;
use serde_json::Value;

use super::shown::{exercise, list, sentence, weekday, word};
use crate::domain::language::Language;
use crate::domain::units::from_kg;
use crate::wording::{self, exercises, numbers, texts};

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn items<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn weight(kg: f64) -> String {
    numbers::weight(kg, wording::current().units)
}

/// An exercise's name in the person's language; of one of their own the name that came with it.
fn name(item: &Value, id: &str) -> String {
    let (id, name) = (text(item, id), text(item, "name"));
    let named = exercises::name(id).filter(|_| wording::current().language != Language::default());
    match named {
        Some(named) => named.to_owned(),
        None if name.is_empty() => exercise(id),
        None => name.to_owned(),
    }
}

/// A prescription by the text for one with a load or the one without; nothing where there are no sets.
fn dose(planned: &Value, loaded: &str, bare: &str) -> Option<String> {
    let sets = items(planned, "sets");
    let first = sets.first()?;
    let number = |key: &str| first.get(key).and_then(Value::as_u64);
    let reps = match (number("reps_min"), number("reps_max")) {
        (Some(low), Some(high)) if low != high => format!("{low}–{high}"),
        (Some(reps), _) | (None, Some(reps)) => reps.to_string(),
        (None, None) => return None,
    };
    let mut facts = vec![
        ("exercise", name(planned, "exercise_id").into()),
        ("sets", sets.len().into()),
        ("reps", reps.into()),
    ];
    let load = first.get("weight_kg").and_then(Value::as_f64).filter(|load| *load > 0.0);
    facts.extend(load.map(|load| ("load", weight(load).into())));
    Some(texts::with(if load.is_some() { loaded } else { bare }, &facts))
}

/// "Back squat stands at 3 × 6–10 with 60 kg."
#[must_use]
pub fn stands(planned: &Value) -> Option<String> {
    dose(planned, "builtin-stands-loaded", "builtin-stands")
}

/// An exercise as prescribed: "Back squat 3 × 6–10 with 60 kg".
fn prescribed(planned: &Value) -> String {
    let said = dose(planned, "builtin-prescribed-loaded", "builtin-prescribed");
    said.unwrap_or_else(|| name(planned, "exercise_id"))
}

fn exercises_of(day: &Value) -> Vec<String> {
    items(day, "exercises").iter().map(prescribed).collect()
}

/// A day in one line.
#[must_use]
pub fn day_line(day: &Value) -> String {
    let key = match text(day, "status") {
        "done" => "builtin-day-done",
        "missed" => "builtin-day-missed",
        _ => "builtin-day",
    };
    let exercises = exercises_of(day).join(", ");
    texts::with(key, &[("day", day_name(day).into()), ("exercises", exercises.into())])
}

fn day_name(day: &Value) -> String {
    let focus = text(day, "focus");
    let focus = if focus.is_empty() { text(day, "day") } else { focus };
    match text(day, "weekday") {
        "" => focus.to_owned(),
        name => {
            let facts = [("weekday", weekday(name).into()), ("focus", focus.into())];
            texts::with("builtin-day-name", &facts)
        }
    }
}

/// The whole week.
#[must_use]
pub fn plan_lines(plan: &Value) -> String {
    let days = items(plan, "days");
    if days.is_empty() {
        return super::say("builtin-no-days");
    }
    let facts = [("split", text(plan, "split").into()), ("days", days.len().into())];
    let mut lines = vec![texts::with("builtin-week", &facts)];
    lines.extend(days.iter().map(|day| format!("- {}", day_line(day))));
    lines.join("\n")
}

/// The next training day, today's or a later one.
#[must_use]
pub fn next_day(plan: &Value, today: Date) -> String {
    let days = items(plan, "days");
    let over = |day: &Value| text(day, "date").parse::<Date>().is_ok_and(|date| date < today);
    let upcoming = days.iter().find(|day| matches!(text(day, "status"), "upcoming" | "") && !over(day));
    let Some(day) = upcoming else {
        return super::say(if days.is_empty() { "builtin-no-next" } else { "builtin-week-over" });
    };
    let date = text(day, "date");
    let mut facts = vec![("day", day_name(day).into()), ("exercises", list(&exercises_of(day)).into())];
    let key = if date.is_empty() { "builtin-next" } else { "builtin-next-dated" };
    facts.push(("date", date.into()));
    let minutes = day.get("estimated_minutes").and_then(Value::as_u64);
    let takes = minutes.map(|minutes| texts::with("builtin-takes", &[("minutes", minutes.into())]));
    std::iter::once(texts::with(key, &facts)).chain(takes).collect::<Vec<_>>().join(" ")
}

/// How the person is doing.
#[must_use]
pub fn progress(progress: &Value) -> String {
    let number = |key: &str| progress.get(key).and_then(Value::as_u64).unwrap_or(0);
    let mut said = vec![this_week(progress, number("sessions_completed"))];
    if number("streak_weeks") > 1 {
        said.push(texts::with("builtin-streak", &[("weeks", number("streak_weeks").into())]));
    }
    for (status, key) in [("under", "builtin-below"), ("over", "builtin-above")] {
        said.extend(
            muscles(progress, status).map(|muscles| texts::with(key, &[("muscles", muscles.into())])),
        );
    }
    let lifts: Vec<String> = items(progress, "lifts").iter().filter_map(lift).take(3).collect();
    if !lifts.is_empty() {
        said.push(texts::with("builtin-lifts", &[("lifts", list(&lifts).into())]));
    }
    said.join(" ")
}

fn this_week(progress: &Value, workouts: u64) -> String {
    if workouts == 0 {
        return super::say("builtin-no-workout");
    }
    let units = wording::current().units;
    let volume = progress.get("volume_kg").and_then(Value::as_f64).unwrap_or(0.0);
    let volume = format!("{} {units}", numbers::number(from_kg(volume, units), 0));
    texts::with("builtin-this-week", &[("workouts", workouts.into()), ("volume", volume.into())])
}

fn muscles(progress: &Value, status: &str) -> Option<String> {
    let names: Vec<String> = items(progress, "muscles")
        .iter()
        .filter(|muscle| text(muscle, "status") == status)
        .map(|muscle| word(text(muscle, "muscle")))
        .take(4)
        .collect();
    (!names.is_empty()).then(|| list(&names))
}

fn lift(lift: &Value) -> Option<String> {
    let best = lift.get("e1rm_kg").and_then(Value::as_f64)?;
    let first = lift.pointer("/trend/0/e1rm_kg").and_then(Value::as_f64);
    let change = first.map(|first| best - first).filter(|change| change.abs() >= 0.5);
    let mut facts = vec![("exercise", name(lift, "exercise_id").into()), ("weight", weight(best).into())];
    let Some(by) = change else { return Some(texts::with("builtin-lift", &facts)) };
    let sign = if by > 0.0 { "+" } else { "−" };
    let change = format!("{sign}{}", numbers::load(by.abs(), wording::current().units));
    facts.push(("change", change.into()));
    Some(texts::with("builtin-lift-changed", &facts))
}

/// Exercises found.
#[must_use]
pub fn found(answer: &Value) -> String {
    let line = |item: &Value| {
        let cue = items(item, "cues").first().and_then(Value::as_str).map(sentence).unwrap_or_default();
        let name = name(item, "id");
        if cue.is_empty() { format!("- {name}") } else { format!("- {name}: {cue}") }
    };
    let lines: Vec<String> = items(answer, "items").iter().take(8).map(line).collect();
    if lines.is_empty() {
        return super::say("builtin-none-found");
    }
    format!("{}\n{}", super::say("builtin-found"), lines.join("\n"))
}

/// What the profile holds, in short.
#[must_use]
pub fn profile_lines(profile: &Value) -> String {
    let number = |key: &str| profile.get(key).and_then(Value::as_u64).unwrap_or(0);
    let gear: Vec<String> = items(profile, "equipment").iter().filter_map(Value::as_str).map(word).collect();
    let spared: Vec<String> =
        items(profile, "limitations").iter().map(|item| word(text(item, "pattern"))).collect();
    let facts = [
        ("goal", word(text(profile, "goal")).into()),
        ("experience", word(text(profile, "experience")).into()),
        ("days", number("days_per_week").into()),
        ("minutes", number("session_minutes").into()),
        ("equipment", list(&gear).into()),
    ];
    let mut said = vec![texts::with("builtin-profile", &facts)];
    if !spared.is_empty() {
        said.push(texts::with("builtin-spared", &[("parts", list(&spared).into())]));
    }
    let notes = items(profile, "notes").len();
    if notes > 0 {
        said.push(texts::with("builtin-notes-on-file", &[("n", notes.into())]));
    }
    said.join(" ")
}

/// What is left of a session.
#[must_use]
pub fn session_left(session: &Value) -> String {
    let logged = items(session, "sets");
    let mut left = Vec::new();
    let (mut done, mut planned) = (0, 0);
    for item in items(session, "prescribed") {
        let sets = items(item, "sets").len();
        let of = |set: &&Value| {
            text(set, "exercise_id") == text(item, "exercise_id") && text(set, "kind") != "warmup"
        };
        let made = logged.iter().filter(of).count().min(sets);
        planned += sets;
        done += made;
        if made < sets {
            let facts = [("exercise", name(item, "exercise_id").into()), ("sets", (sets - made).into())];
            left.push(texts::with("builtin-left-exercise", &facts));
        }
    }
    match (planned, left.is_empty()) {
        (0, _) => texts::with("builtin-free-workout", &[("sets", logged.len().into())]),
        (_, true) => super::say(super::DONE_FOR_TODAY),
        _ => {
            let facts = [("done", done.into()), ("sets", planned.into()), ("exercises", list(&left).into())];
            texts::with("builtin-left", &facts)
        }
    }
}
