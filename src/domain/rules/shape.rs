//! Rules on the shape of a plan: days, keys, weekdays, lengths.

use crate::domain::plan::{PlanDoc, PlannedDay, PlannedExercise, Violation};

use crate::domain::text::capitalised;

use super::table::PlanRule;
use super::{limits, violation};

/// What is said of a plan that is no plan.
pub(super) const HUGE: &str = "The plan is far beyond what a week can hold.";

/// More than any rule need look at: such a plan costs nothing to refuse.
#[must_use]
pub fn is_huge(plan: &PlanDoc) -> bool {
    let exercises: usize = plan.days.iter().map(|day| day.exercises.len()).sum();
    let sets: usize = plan.exercises().map(|exercise| exercise.sets.len()).sum();
    plan.days.len() > 50 || exercises > 500 || sets > 5000
}

pub(super) fn check(plan: &PlanDoc, found: &mut Vec<Violation>) {
    if plan.days.is_empty() {
        let message = "The plan has no training day.".to_owned();
        found.push(violation(PlanRule::EmptyPlan, "/days".to_owned(), message));
    }
    if plan.days.len() > *limits::DAYS.end() {
        let message = format!("The plan has {} training days; a week has seven.", plan.days.len());
        found.push(violation(PlanRule::TooManyDays, "/days".to_owned(), message));
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
        let fault = if all == 1 { "has one exercise" } else { "is interrupted by another exercise" };
        if all == 1 || together < all {
            let message = format!("Superset {name} of {} {fault}.", day.called());
            let pointer = format!("/days/{at}/exercises/{place}/group");
            found.push(violation(PlanRule::BrokenSuperset, pointer, message));
        }
    }
}

fn check_unique(at: usize, day: &PlannedDay, before: &[PlannedDay], found: &mut Vec<Violation>) {
    if before.iter().any(|other| other.day == day.day) {
        let message = format!("Two days have the key {}.", day.day);
        found.push(violation(PlanRule::DuplicateDay, format!("/days/{at}/day"), message));
    }
    let Some(weekday) = day.weekday else { return };
    if let Some(other) = before.iter().find(|other| other.weekday == Some(weekday)) {
        let weekday = capitalised(weekday.as_str());
        let message = format!("{} and {} are both on {weekday}.", other.called(), day.called());
        found.push(violation(PlanRule::DuplicateWeekday, format!("/days/{at}/weekday"), message));
    }
}

fn check_size(at: usize, day: &PlannedDay, found: &mut Vec<Violation>) {
    let pointer = format!("/days/{at}/exercises");
    if day.exercises.is_empty() {
        found.push(violation(PlanRule::EmptyDay, pointer, format!("{} has no exercise.", day.called())));
    } else if day.exercises.len() > limits::EXERCISES_MOST {
        let (many, most) = (day.exercises.len(), limits::EXERCISES_MOST);
        let message = format!("{} has {many} exercises; {most} are the most.", day.called());
        found.push(violation(PlanRule::TooManyExercises, pointer, message));
    }
}

/// Whether a text can be the key of a day.
#[must_use]
pub fn is_key(text: &str) -> bool {
    (1..=limits::KEY_CHARS).contains(&text.chars().count()) && !text.contains('\0')
}

fn check_text(at: usize, day: &PlannedDay, found: &mut Vec<Violation>) {
    if !is_key(&day.day) {
        let most = limits::KEY_CHARS;
        let message = format!("A day's key has 1 to {most} characters, none of them NUL.");
        found.push(violation(PlanRule::TextLength, format!("/days/{at}/day"), message));
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

fn longer(text: &str, most: usize, what: &str, pointer: String, found: &mut Vec<Violation>) {
    let length = text.chars().count();
    if text.contains('\0') {
        let message = format!("The {what} holds a NUL character.");
        found.push(violation(PlanRule::TextLength, pointer, message));
    } else if length > most {
        let message = format!("The {what} has {length} characters; {most} are the most.");
        found.push(violation(PlanRule::TextLength, pointer, message));
    }
}
