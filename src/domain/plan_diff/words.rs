//! The words of a diff: numbers with their units, and whole sentences.

use crate::domain::exercise::Exercise;
use crate::domain::plan::{PlannedExercise, PlannedSet};
use crate::domain::profile::Weekday;
use crate::domain::text;

use super::{DayChange, DayDiff, ExerciseChange, ExerciseField, ExerciseLine, PlanDiff};

/// One field of an exercise, with its unit.
pub(super) fn field(field: ExerciseField, planned: &PlannedExercise, known: Option<&Exercise>) -> String {
    let unit = if known.is_some_and(Exercise::is_timed) { "s" } else { "reps" };
    match field {
        ExerciseField::Sets => sets(planned),
        ExerciseField::Reps => format!("{} {unit}", each(planned, range)),
        ExerciseField::Rpe => {
            each(planned, |set| set.rpe.map_or("no RPE".to_owned(), |rpe| format!("RPE {rpe}")))
        }
        ExerciseField::Rest => rest(planned, known),
        ExerciseField::Weight => each(planned, weight),
        ExerciseField::Group => planned.group.clone().unwrap_or_else(|| "no superset".to_owned()),
        ExerciseField::Note => planned.note.as_deref().map_or_else(|| "no note".to_owned(), note),
    }
}

/// In quotes, so that nobody takes what a note says for a number of the plan.
pub(super) fn note(text: &str) -> String {
    format!("note “{text}”")
}

fn sets(planned: &PlannedExercise) -> String {
    match planned.sets.len() {
        1 => "1 set".to_owned(),
        many => format!("{many} sets"),
    }
}

fn range(set: &PlannedSet) -> String {
    match (set.reps_min, set.reps_max) {
        (least, most) if least == most => most.to_string(),
        (least, most) => format!("{least}–{most}"),
    }
}

fn weight(set: &PlannedSet) -> String {
    set.weight_kg.map_or_else(|| "load by progression".to_owned(), |kg| format!("{kg} kg"))
}

fn rest(planned: &PlannedExercise, known: Option<&Exercise>) -> String {
    match planned.rest_seconds.or(known.map(|exercise| exercise.rest_seconds)) {
        Some(seconds) => format!("rest {}:{:02}", seconds / 60, seconds % 60),
        None => "its own rest".to_owned(),
    }
}

/// What the sets say: once if they agree, else set by set.
fn each(planned: &PlannedExercise, says: impl Fn(&PlannedSet) -> String) -> String {
    let all: Vec<String> = planned.sets.iter().map(says).collect();
    match all.split_first() {
        None => "none".to_owned(),
        Some((first, others)) if others.iter().all(|other| other == first) => first.clone(),
        Some(_) => all.join(", "),
    }
}

/// An exercise's prescription in one line; a load only where one is written.
pub(super) fn prescription(planned: &PlannedExercise, known: Option<&Exercise>) -> String {
    let part = |which| field(which, planned, known);
    let mut text = format!("{} of {}", part(ExerciseField::Sets), part(ExerciseField::Reps));
    if planned.sets.iter().any(|set| set.weight_kg.is_some()) {
        text = format!("{text} with {}", part(ExerciseField::Weight));
    }
    if planned.sets.iter().any(|set| set.rpe.is_some()) {
        text = format!("{text} at {}", part(ExerciseField::Rpe));
    }
    format!("{text}, {}", part(ExerciseField::Rest))
}

/// The whole diff, one sentence a line.
pub(super) fn lines(diff: &PlanDiff) -> Vec<String> {
    let split = diff.split.as_ref().map(|change| {
        format!("Split: {} → {}.", text::words(change.from.as_str()), text::words(change.to.as_str()))
    });
    let sets = diff.sets_per_muscle.iter().filter(|row| (row.before - row.after).abs() > f64::EPSILON);
    let sets = sets.map(|row| {
        let muscle = text::words(row.muscle.as_str());
        format!("Weekly sets for {muscle}: {} → {}.", row.before, row.after)
    });
    split.into_iter().chain(diff.days.iter().flat_map(day)).chain(sets).collect()
}

fn day(day: &DayDiff) -> Vec<String> {
    let name = format!("{} ({})", day.day, day.title);
    let mut lines = match day.change {
        DayChange::Added => vec![format!("{name} is new{}.", on(day))],
        DayChange::Removed => return vec![format!("{name} is removed.")],
        DayChange::Changed => moved(&name, day),
    };
    lines.extend(day.removed.iter().map(|gone| format!("{name}: − {}.", whole(gone))));
    lines.extend(day.added.iter().map(|new| format!("{name}: + {}.", whole(new))));
    lines.extend(day.changed.iter().map(|exercise| format!("{name}: {}.", changed(exercise))));
    if day.reordered {
        lines.push(format!("{name}: exercises in another order."));
    }
    lines
}

/// An exercise that comes or goes, with all that is written of it.
fn whole(line: &ExerciseLine) -> String {
    let parts = [Some(&line.name), Some(&line.prescription), line.note.as_ref()];
    parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(", ")
}

fn on(day: &DayDiff) -> String {
    let weekday = day.weekday.as_ref().and_then(|change| change.to);
    weekday.map_or_else(String::new, |weekday| format!(", on {}", text::capitalised(weekday.as_str())))
}

fn moved(name: &str, day: &DayDiff) -> Vec<String> {
    let date = |weekday: Option<Weekday>| {
        weekday.map_or_else(|| "no fixed day".to_owned(), |weekday| text::capitalised(weekday.as_str()))
    };
    let weekday =
        day.weekday.as_ref().map(|c| format!("{name} moves from {} to {}.", date(c.from), date(c.to)));
    let focus = day.focus.as_ref().map(|change| format!("{name} was {}.", change.from));
    weekday.into_iter().chain(focus).collect()
}

fn changed(exercise: &ExerciseChange) -> String {
    let each = exercise.fields.iter().map(|field| format!("{} → {}", field.from, field.to));
    format!("{}: {}", exercise.name, each.collect::<Vec<_>>().join("; "))
}
