//! What changes between two plans, in words: numbers with their units, prescriptions in one line, and
//! the whole change as sentences.

use super::{Word, current, exercises, focus, numbers, reasons, texts};
use crate::domain::plan_diff::{
    DayChange, DayDiff, ExerciseChange, ExerciseField, ExerciseLine, PlanDiff, Prescription,
};
use crate::domain::plan_preview::PlanPreview;
use crate::domain::profile::Weekday;

impl Word for PlanPreview {
    fn word(&mut self) {
        self.diff.word();
        self.warnings.word();
        if self.lines.is_empty() {
            self.lines = lines(&self.diff);
        }
        self.futures.word();
    }
}

impl Word for PlanDiff {
    fn word(&mut self) {
        self.days.word();
    }
}

impl Word for DayDiff {
    fn word(&mut self) {
        focus::word(&mut self.title);
        if let Some(change) = &mut self.focus {
            focus::word(&mut change.from);
            focus::word(&mut change.to);
        }
        self.added.word();
        self.removed.word();
        self.changed.word();
    }
}

impl Word for ExerciseLine {
    fn word(&mut self) {
        exercises::rename(&mut self.name, &self.exercise_id);
        if let Some(values) = &self.values {
            self.prescription = prescription(values);
            self.note = values.note.as_deref().map(note);
        }
    }
}

impl Word for ExerciseChange {
    fn word(&mut self) {
        exercises::rename(&mut self.name, &self.exercise_id);
        let Some(values) = &self.values else { return };
        for change in &mut self.fields {
            change.from = field(change.field, &values.from);
            change.to = field(change.field, &values.to);
        }
    }
}

/// One field of what is written of an exercise, with its unit.
fn field(field: ExerciseField, of: &Prescription) -> String {
    match field {
        ExerciseField::Sets => texts::with("count-sets", &[("n", of.sets.len().into())]),
        ExerciseField::Reps => {
            let range = |(least, most)| {
                if least == most { format!("{least}") } else { format!("{least}–{most}") }
            };
            let key = if of.timed { "diff-seconds" } else { "diff-reps" };
            texts::with(key, &[("range", each(of.ranges(), range).into())])
        }
        ExerciseField::Rpe => each(of.rpes(), |rpe| match rpe {
            Some(rpe) => texts::with("plan-rpe", &[("rpe", numbers::number(rpe, 2).into())]),
            None => texts::say("diff-no-rpe").to_owned(),
        }),
        ExerciseField::Rest => match of.rest_seconds {
            Some(seconds) => texts::with("plan-rest", &[("time", numbers::clock(seconds.into()).into())]),
            None => texts::say("diff-own-rest").to_owned(),
        },
        ExerciseField::Weight => each(of.loads(), |kg| match kg {
            Some(kg) => numbers::weight(kg, current().units),
            None => texts::say("diff-load-by-progression").to_owned(),
        }),
        ExerciseField::Group => of.group.clone().unwrap_or_else(|| texts::say("diff-no-group").to_owned()),
        ExerciseField::Note => of.note.as_deref().map_or_else(|| texts::say("diff-no-note").to_owned(), note),
    }
}

/// In quotes, so that nobody takes what a note says for a number of the plan.
fn note(text: &str) -> String {
    texts::with("diff-note", &[("note", text.into())])
}

/// What the sets say, one after the other.
fn each<T>(values: Vec<T>, says: impl Fn(T) -> String) -> String {
    if values.is_empty() {
        return texts::say("diff-none").to_owned();
    }
    values.into_iter().map(says).collect::<Vec<_>>().join(", ")
}

/// What is written of an exercise in one line; a load and an RPE only where one is written.
fn prescription(of: &Prescription) -> String {
    let loaded = of.sets.iter().any(|set| set.weight_kg.is_some());
    let rated = of.sets.iter().any(|set| set.rpe.is_some());
    let key = match (loaded, rated) {
        (false, false) => "diff-line",
        (true, false) => "diff-line-load",
        (false, true) => "diff-line-rpe",
        (true, true) => "diff-line-load-rpe",
    };
    let part = |which| field(which, of);
    let parts = [
        ("sets", part(ExerciseField::Sets).into()),
        ("reps", part(ExerciseField::Reps).into()),
        ("load", part(ExerciseField::Weight).into()),
        ("rpe", part(ExerciseField::Rpe).into()),
        ("rest", part(ExerciseField::Rest).into()),
    ];
    texts::with(key, &parts)
}

/// A worded diff as sentences, one a line.
#[must_use]
pub fn lines(diff: &PlanDiff) -> Vec<String> {
    let split = diff.split.as_ref().map(|change| {
        let (from, to) = (reasons::vocabulary(change.from.as_str()), reasons::vocabulary(change.to.as_str()));
        texts::with("diff-split", &[("from", from.into()), ("to", to.into())])
    });
    let sets = diff.sets_per_muscle.iter().filter(|row| (row.before - row.after).abs() > f64::EPSILON);
    let sets = sets.map(|row| {
        let (before, after) = (numbers::number(row.before, 2), numbers::number(row.after, 2));
        let muscle = reasons::vocabulary(row.muscle.as_str());
        let parts = [("muscle", muscle.into()), ("before", before.into()), ("after", after.into())];
        texts::with("diff-weekly-sets", &parts)
    });
    split.into_iter().chain(diff.days.iter().flat_map(day)).chain(sets).collect()
}

fn day(day: &DayDiff) -> Vec<String> {
    let name = format!("{} ({})", day.day, day.title);
    let say =
        |key: &str, line: String| texts::with(key, &[("day", name.as_str().into()), ("line", line.into())]);
    let mut lines = match day.change {
        DayChange::Added => vec![new(&name, day)],
        DayChange::Removed => return vec![texts::with("diff-day-removed", &[("day", name.into())])],
        DayChange::Changed => moved(&name, day),
    };
    lines.extend(day.removed.iter().map(|gone| say("diff-exercise-goes", whole(gone))));
    lines.extend(day.added.iter().map(|new| say("diff-exercise-comes", whole(new))));
    lines.extend(day.changed.iter().map(|exercise| say("diff-exercise-changes", changed(exercise))));
    if day.reordered {
        lines.push(texts::with("diff-day-reordered", &[("day", name.as_str().into())]));
    }
    lines
}

fn new(name: &str, day: &DayDiff) -> String {
    match day.weekday.as_ref().and_then(|change| change.to) {
        Some(weekday) => {
            let weekday = reasons::vocabulary(weekday.as_str());
            texts::with("diff-day-new-on", &[("day", name.into()), ("weekday", weekday.into())])
        }
        None => texts::with("diff-day-new", &[("day", name.into())]),
    }
}

fn moved(name: &str, day: &DayDiff) -> Vec<String> {
    let weekday = day.weekday.as_ref().map(|change| weekday_moved(name, change.from, change.to));
    let focus = day.focus.as_ref().map(|change| {
        texts::with("diff-day-was", &[("day", name.into()), ("focus", change.from.as_str().into())])
    });
    weekday.into_iter().chain(focus).collect()
}

fn weekday_moved(name: &str, from: Option<Weekday>, to: Option<Weekday>) -> String {
    let named = |weekday: Weekday| reasons::vocabulary(weekday.as_str());
    match (from, to) {
        (Some(from), Some(to)) => {
            let parts = [("day", name.into()), ("from", named(from).into()), ("to", named(to).into())];
            texts::with("diff-day-moves", &parts)
        }
        (Some(from), None) => {
            texts::with("diff-day-unfixed", &[("day", name.into()), ("from", named(from).into())])
        }
        (None, to) => {
            let to = to.map_or_else(String::new, named);
            texts::with("diff-day-fixed", &[("day", name.into()), ("to", to.into())])
        }
    }
}

/// An exercise that comes or goes, with all that is written of it.
fn whole(line: &ExerciseLine) -> String {
    let parts = [Some(&line.name), Some(&line.prescription), line.note.as_ref()];
    parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(", ")
}

fn changed(exercise: &ExerciseChange) -> String {
    let each = exercise.fields.iter().map(|field| format!("{} → {}", field.from, field.to));
    format!("{}: {}", exercise.name, each.collect::<Vec<_>>().join("; "))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::catalogue::Catalogue;
    use crate::domain::language::Language;
    use crate::domain::plan::{PlanDoc, PlannedDay, PlannedExercise, PlannedSet, Split};
    use crate::domain::plan_diff::diff;
    use crate::domain::profile::Units;
    use crate::wording::{Wording, within};

    fn plan(focus: &str, weight_kg: f64, note: Option<&str>) -> PlanDoc {
        let set = PlannedSet { reps_min: 6, reps_max: 8, weight_kg: Some(weight_kg), rpe: Some(8.5) };
        let squat = PlannedExercise {
            exercise_id: "barbell-back-squat".into(),
            group: None,
            rest_seconds: Some(150),
            note: note.map(str::to_owned),
            sets: vec![set; 3],
        };
        let (day, weekday) = ("Day1".to_owned(), Some(Weekday::Monday));
        let day = PlannedDay { day, focus: focus.into(), weekday, exercises: vec![squat] };
        PlanDoc { split: Split::FullBody, days: vec![day] }
    }

    fn preview(before: &PlanDoc, after: &PlanDoc) -> PlanPreview {
        let diff = diff(before, after, &Catalogue::embedded());
        PlanPreview { lines: vec![], diff, warnings: vec![], futures: None, reason: None }
    }

    #[test]
    fn one_stored_preview_is_said_in_each_language_and_unit() {
        let nothing = PlanDoc { split: Split::FullBody, days: vec![] };
        let stored = preview(&nothing, &plan("Upper body A", 62.5, Some("20 kg plates")));
        let kept = serde_json::to_value(&stored).unwrap();
        assert!(kept.get("lines").is_none(), "no words are stored: {kept}");
        let say = |tag: &str, units| {
            let wording = Wording { language: Language::parse(tag).unwrap(), units };
            let shown: PlanPreview = serde_json::from_value(kept.clone()).unwrap();
            within(wording, || shown.worded()).lines[..2].join(" ")
        };
        assert_eq!(
            say("en", Units::Kg),
            "Day1 (Upper body A) is new, on Monday. Day1 (Upper body A): + Barbell back squat, 3 sets of 6–8 reps \
             with 62.5 kg at RPE 8.5, rest 2:30, note “20 kg plates”."
        );
        let german = say("de", Units::Lb);
        assert!(german.starts_with("Day1 (Oberkörper A) ist neu, am Montag."), "{german}");
        let line = "3 Sätze mit 6–8 Wdh. und 137,8 lb bei RPE 8,5, Pause 2:30, Notiz „20 kg plates“.";
        assert!(german.ends_with(line) && !german.contains("Barbell"), "{german}");
        let spanish = say("es", Units::Kg);
        assert!(spanish.starts_with("Day1 (Torso A) es nuevo, el lunes."), "{spanish}");
    }

    #[test]
    fn a_change_names_only_what_a_person_reads_otherwise() {
        let (before, after) = (plan("Upper body A", 60.0, None), plan("Mine", 62.5, Some("slow")));
        let lines = preview(&before, &after).worded().lines;
        let changes = "60 kg → 62.5 kg; no note → note “slow”";
        let expected =
            ["Day1 (Mine) was Upper body A.", &format!("Day1 (Mine): Barbell back squat: {changes}.")];
        assert_eq!(lines, expected);
    }

    #[test]
    fn what_was_stored_in_words_stays() {
        let change = json!({"exercise_id": "my-row", "name": "Row", "fields": [
            {"field": "weight", "from": "60 kg", "to": "70 kg"}]});
        let old: ExerciseChange = serde_json::from_value(change.clone()).unwrap();
        let pounds = Wording { units: Units::Lb, ..Wording::default() };
        assert_eq!(serde_json::to_value(within(pounds, || old.worded())).unwrap(), change);
    }
}
