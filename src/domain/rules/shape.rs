//! Rules on the shape of a plan: days, keys, weekdays, lengths.

use crate::domain::plan::{PlanDoc, PlannedDay, PlannedExercise, Violation};

use crate::reason;

use super::table::PlanRule;
use super::{limits, violation};

/// More than any rule need look at: such a plan costs nothing to refuse.
#[must_use]
pub fn is_huge(plan: &PlanDoc) -> bool {
    let exercises: usize = plan.days.iter().map(|day| day.exercises.len()).sum();
    let sets: usize = plan.exercises().map(|exercise| exercise.sets.len()).sum();
    plan.days.len() > 50 || exercises > 500 || sets > 5000
}

pub(super) fn check(plan: &PlanDoc, found: &mut Vec<Violation>) {
    if plan.days.is_empty() {
        found.push(violation(PlanRule::EmptyPlan, "/days".to_owned(), reason!("rule_no_day")));
    }
    if plan.days.len() > *limits::DAYS.end() {
        let reason = reason!("rule_too_many_days", days = plan.days.len());
        found.push(violation(PlanRule::TooManyDays, "/days".to_owned(), reason));
    }
    for (at, day) in plan.days.iter().enumerate() {
        let before = plan.days.get(..at).unwrap_or_default();
        check_unique(at, day, before, found);
        check_size(at, day, found);
        check_text(at, day, found);
        check_supersets(at, day, found);
    }
}

/// A group's exercises stand together, and there is more than one of them.
fn check_supersets(at: usize, day: &PlannedDay, found: &mut Vec<Violation>) {
    let named = |exercise: &PlannedExercise| {
        let group = exercise.group.clone()?;
        (!group.trim().is_empty() && group.chars().count() <= limits::KEY_CHARS).then_some(group)
    };
    let groups: Vec<Option<String>> = day.exercises.iter().map(named).collect();
    for (place, group) in groups.iter().enumerate() {
        let Some(name) = group.as_ref().filter(|_| !groups.iter().take(place).any(|other| other == group))
        else {
            continue;
        };
        let together = groups.iter().skip(place).take_while(|other| *other == group).count();
        let all = groups.iter().filter(|other| *other == group).count();
        let (group, focus) = (name.as_str(), day.called());
        let reason = match all {
            1 => reason!("rule_superset_of_one", group = group, focus = focus),
            all if together < all => reason!("rule_superset_interrupted", group = group, focus = focus),
            _ => continue,
        };
        let pointer = format!("/days/{at}/exercises/{place}/group");
        found.push(violation(PlanRule::BrokenSuperset, pointer, reason));
    }
}

fn check_unique(at: usize, day: &PlannedDay, before: &[PlannedDay], found: &mut Vec<Violation>) {
    if before.iter().any(|other| other.day == day.day) {
        let reason = reason!("rule_key_twice", key = day.day.as_str());
        found.push(violation(PlanRule::DuplicateDay, format!("/days/{at}/day"), reason));
    }
    let Some(weekday) = day.weekday else { return };
    if let Some(other) = before.iter().find(|other| other.weekday == Some(weekday)) {
        let focuses = vec![other.called(), day.called()];
        let reason = reason!("rule_weekday_twice", focuses = focuses, weekday = weekday.as_str());
        found.push(violation(PlanRule::DuplicateWeekday, format!("/days/{at}/weekday"), reason));
    }
}

fn check_size(at: usize, day: &PlannedDay, found: &mut Vec<Violation>) {
    let pointer = format!("/days/{at}/exercises");
    let (focus, count) = (day.called(), day.exercises.len());
    if count == 0 {
        found.push(violation(PlanRule::EmptyDay, pointer, reason!("rule_empty_day", focus = focus)));
    } else if count > limits::EXERCISES_MOST {
        let most = limits::EXERCISES_MOST;
        let reason = reason!("rule_too_many_exercises", focus = focus, count = count, most = most);
        found.push(violation(PlanRule::TooManyExercises, pointer, reason));
    }
}

/// Whether a text can be the key of a day.
#[must_use]
pub fn is_key(text: &str) -> bool {
    (1..=limits::KEY_CHARS).contains(&text.chars().count()) && !text.contains('\0')
}

fn check_text(at: usize, day: &PlannedDay, found: &mut Vec<Violation>) {
    if !is_key(&day.day) {
        let reason = reason!("rule_key_length", most = limits::KEY_CHARS);
        found.push(violation(PlanRule::TextLength, format!("/days/{at}/day"), reason));
    }
    longer(&day.focus, limits::FOCUS_CHARS, "focus", format!("/days/{at}/focus"), found);
    for (place, exercise) in day.exercises.iter().enumerate() {
        check_exercise_text(exercise, &format!("/days/{at}/exercises/{place}"), found);
    }
}

fn check_exercise_text(exercise: &PlannedExercise, pointer: &str, found: &mut Vec<Violation>) {
    let note = exercise.note.as_deref().unwrap_or_default();
    let group = exercise.group.as_deref().unwrap_or_default();
    longer(note, limits::NOTE_CHARS, "note", format!("{pointer}/note"), found);
    longer(group, limits::KEY_CHARS, "group", format!("{pointer}/group"), found);
}

fn longer(text: &str, most: usize, field: &str, pointer: String, found: &mut Vec<Violation>) {
    let length = text.chars().count();
    if text.contains('\0') {
        found.push(violation(PlanRule::TextLength, pointer, reason!("rule_text_nul", field = field)));
    } else if length > most {
        let reason = reason!("rule_text_long", field = field, length = length, most = most);
        found.push(violation(PlanRule::TextLength, pointer, reason));
    }
}
