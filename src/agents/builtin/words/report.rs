//! What is read out of the answers of reading tools: the week, progress, exercises, a session.
//! Every answer is data of a shape that may lack anything; what lacks is left out.

use jiff::civil::Date;
use serde_json::Value;

use super::shown::{exercise, human, list, sentence, split, weekday};
use crate::domain::profile::Units;
use crate::domain::units::{from_kg, load as bare, number as rounded, weight};

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn items<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// "3 × 8–12 with 60 kg".
#[must_use]
pub fn dose(planned: &Value, units: Units) -> String {
    let sets = items(planned, "sets");
    let Some(first) = sets.first() else { return String::new() };
    let number = |key: &str| first.get(key).and_then(Value::as_u64);
    let reps = match (number("reps_min"), number("reps_max")) {
        (Some(low), Some(high)) if low != high => format!(" × {low}–{high}"),
        (Some(reps), _) | (None, Some(reps)) => format!(" × {reps}"),
        (None, None) => String::new(),
    };
    let load = first.get("weight_kg").and_then(Value::as_f64).filter(|load| *load > 0.0);
    let load = load.map_or_else(String::new, |load| format!(" with {}", weight(load, units)));
    format!(" {}{reps}{load}", sets.len())
}

/// An exercise as prescribed: "Back squat 3 × 6–10 with 60 kg".
fn prescribed(planned: &Value, units: Units) -> String {
    let name = text(planned, "name");
    let name = if name.is_empty() { exercise(text(planned, "exercise_id")) } else { name.to_owned() };
    format!("{name}{}", dose(planned, units))
}

/// A day in one line.
#[must_use]
pub fn day_line(day: &Value, units: Units) -> String {
    let exercises: Vec<String> = items(day, "exercises").iter().map(|one| prescribed(one, units)).collect();
    format!("{}: {}", day_name(day), exercises.join(", "))
}

fn day_name(day: &Value) -> String {
    let focus = text(day, "focus");
    let focus = if focus.is_empty() { text(day, "day") } else { focus };
    match text(day, "weekday") {
        "" => focus.to_owned(),
        name => format!("{}, {focus}", weekday(name)),
    }
}

/// The whole week.
#[must_use]
pub fn plan_lines(plan: &Value, units: Units) -> String {
    let days = items(plan, "days");
    if days.is_empty() {
        return "Your week has no training days yet. Say “make me a plan”.".to_owned();
    }
    let mut lines =
        vec![format!("Your week is {} on {}.", split(text(plan, "split")), super::count(days.len(), "day"))];
    lines.extend(days.iter().map(|day| {
        let mark = match text(day, "status") {
            "done" => " (done)",
            "missed" => " (missed)",
            _ => "",
        };
        format!("- {}{mark}", day_line(day, units))
    }));
    lines.join("\n")
}

/// The next training day, today's or a later one.
#[must_use]
pub fn next_day(plan: &Value, units: Units, today: Date) -> String {
    let days = items(plan, "days");
    let over = |day: &Value| text(day, "date").parse::<Date>().is_ok_and(|date| date < today);
    let upcoming = days.iter().find(|day| matches!(text(day, "status"), "upcoming" | "") && !over(day));
    match upcoming {
        Some(day) => {
            let date = text(day, "date");
            let date = if date.is_empty() { String::new() } else { format!(" ({date})") };
            let minutes = day.get("estimated_minutes").and_then(Value::as_u64);
            let minutes = minutes.map_or_else(String::new, |m| format!(" It takes about {m} minutes."));
            let exercises: Vec<String> =
                items(day, "exercises").iter().map(|one| prescribed(one, units)).collect();
            format!("Next is {}{date}: {}.{minutes}", day_name(day), list(&exercises))
        }
        None if days.is_empty() => {
            "There is no training day in your week yet. Say “make me a plan”.".to_owned()
        }
        None => "Everything planned for this week is behind you. The next week begins on Monday.".to_owned(),
    }
}

/// How the person is doing.
#[must_use]
pub fn progress(progress: &Value, units: Units) -> String {
    let number = |key: &str| progress.get(key).and_then(Value::as_u64).unwrap_or(0);
    let mut parts = Vec::new();
    let done = usize::try_from(number("sessions_completed")).unwrap_or(usize::MAX);
    let volume = progress.get("volume_kg").and_then(Value::as_f64).unwrap_or(0.0);
    parts.push(if done == 0 {
        "No workout is finished this week so far.".to_owned()
    } else {
        let moved = rounded(from_kg(volume, units), 0);
        format!("This week: {} finished, {moved} {units} moved.", super::count(done, "workout"))
    });
    if number("streak_weeks") > 1 {
        parts.push(format!("That makes {} weeks in a row.", number("streak_weeks")));
    }
    parts
        .extend(muscles(progress, "under").map(|names| format!("Below their weekly range so far: {names}.")));
    parts.extend(muscles(progress, "over").map(|names| format!("Above it: {names}.")));
    let lifts: Vec<String> =
        items(progress, "lifts").iter().filter_map(|one| lift(one, units)).take(3).collect();
    if !lifts.is_empty() {
        parts.push(format!("Estimated one-rep maximum: {}.", list(&lifts)));
    }
    parts.join(" ")
}

fn muscles(progress: &Value, status: &str) -> Option<String> {
    let names: Vec<String> = items(progress, "muscles")
        .iter()
        .filter(|muscle| text(muscle, "status") == status)
        .map(|muscle| human(text(muscle, "muscle")))
        .take(4)
        .collect();
    (!names.is_empty()).then(|| list(&names))
}

fn lift(lift: &Value, units: Units) -> Option<String> {
    let best = lift.get("e1rm_kg").and_then(Value::as_f64)?;
    let first = lift.pointer("/trend/0/e1rm_kg").and_then(Value::as_f64);
    let change = first.map(|first| best - first).filter(|change| change.abs() >= 0.5);
    let change = change.map_or_else(String::new, |by| {
        let sign = if by > 0.0 { "+" } else { "−" };
        format!(" ({sign}{})", bare(by.abs(), units))
    });
    Some(format!("{} {}{change}", text(lift, "name"), weight(best, units)))
}

/// Exercises found.
#[must_use]
pub fn found(answer: &Value) -> String {
    let lines: Vec<String> = items(answer, "items")
        .iter()
        .take(8)
        .map(|item| {
            let cue = items(item, "cues").first().and_then(Value::as_str).map(sentence).unwrap_or_default();
            let name = text(item, "name");
            let name = if name.is_empty() { exercise(text(item, "id")) } else { name.to_owned() };
            if cue.is_empty() { format!("- {name}") } else { format!("- {name}: {cue}") }
        })
        .collect();
    if lines.is_empty() {
        return "I found no exercise that fits. Try another muscle or other equipment.".to_owned();
    }
    format!("These fit:\n{}", lines.join("\n"))
}

/// What the profile holds, in short.
#[must_use]
pub fn profile_lines(profile: &Value) -> String {
    let words = |key: &str| -> Vec<String> {
        items(profile, key).iter().filter_map(Value::as_str).map(human).collect()
    };
    let spared: Vec<String> =
        items(profile, "limitations").iter().map(|item| human(text(item, "pattern"))).collect();
    let number = |key: &str| profile.get(key).and_then(Value::as_u64).unwrap_or(0);
    let mut parts = vec![format!(
        "You train for {} as {}, {} days a week, {} minutes, with {}.",
        human(text(profile, "goal")),
        human(text(profile, "experience")),
        number("days_per_week"),
        number("session_minutes"),
        list(&words("equipment"))
    )];
    if !spared.is_empty() {
        parts.push(format!("I spare: {}.", list(&spared)));
    }
    let notes = items(profile, "notes").len();
    if notes > 0 {
        parts.push(format!("{} on file.", super::count(notes, "note")));
    }
    parts.join(" ")
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
            let name = text(item, "name");
            let name = if name.is_empty() { exercise(text(item, "exercise_id")) } else { name.to_owned() };
            left.push(format!("{name} ({})", super::count(sets - made, "set")));
        }
    }
    match (planned, left.is_empty()) {
        (0, _) => format!("This is a free workout; {} logged so far.", super::count(logged.len(), "set")),
        (_, true) => super::DONE_FOR_TODAY.to_owned(),
        _ => format!("{done} of {} done. Left: {}.", super::count(planned, "set"), list(&left)),
    }
}
