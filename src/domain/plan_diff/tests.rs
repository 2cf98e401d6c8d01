use proptest::prelude::*;

use super::*;
use crate::domain::generator::sample;
use crate::domain::plan::PlannedSet;
use crate::wording::{Word as _, plan_diff};

fn exercise(id: &str, sets: usize) -> PlannedExercise {
    let set = PlannedSet { reps_min: 6, reps_max: 10, weight_kg: None, rpe: Some(8.0) };
    PlannedExercise {
        exercise_id: id.into(),
        group: None,
        rest_seconds: Some(120),
        note: None,
        sets: vec![set; sets],
    }
}

fn day(key: &str, weekday: Weekday, exercises: Vec<PlannedExercise>) -> PlannedDay {
    PlannedDay { day: key.into(), focus: format!("{key} work"), weekday: Some(weekday), exercises }
}

fn base() -> PlanDoc {
    let one = day("Day1", Weekday::Monday, vec![exercise("t-bench", 3), exercise("t-squat", 3)]);
    let two = day("Day2", Weekday::Thursday, vec![exercise("t-deadlift", 2)]);
    PlanDoc { split: Split::FullBody, days: vec![one, two] }
}

/// In English and kilograms.
fn sentences(mut diff: PlanDiff) -> Vec<String> {
    diff.word();
    plan_diff::lines(&diff)
}

fn told(change: impl FnOnce(&mut PlanDoc)) -> Vec<String> {
    let mut after = base();
    change(&mut after);
    sentences(diff(&base(), &after, &sample::catalogue()))
}

#[test]
fn a_plan_does_not_differ_from_itself() {
    let same = diff(&base(), &base(), &sample::catalogue());
    assert!(same.is_empty());
    assert!(sentences(same.clone()).is_empty());
    assert!(same.sets_per_muscle.iter().all(|row| (row.before - row.after).abs() < f64::EPSILON));
}

#[test]
fn each_change_reads_as_a_sentence() {
    let sets = told(|plan| plan.days[0].exercises[0] = exercise("t-bench", 4));
    assert_eq!(sets[0], "Day1 (Day1 work): Bench Press: 3 sets → 4 sets.");
    assert_eq!(sets[1], "Weekly sets for chest: 3 → 4.");
    assert!(sets.contains(&"Weekly sets for triceps: 1.5 → 2.".to_owned()), "{sets:?}");

    let reps = told(|plan| {
        for set in &mut plan.days[0].exercises[0].sets {
            (set.reps_min, set.reps_max, set.rpe) = (8, 8, None);
        }
    });
    assert_eq!(reps, ["Day1 (Day1 work): Bench Press: 6–10 reps → 8 reps; RPE 8 → no RPE."]);

    let one_set = told(|plan| plan.days[0].exercises[0].sets[2].weight_kg = Some(62.5));
    let by = "load by progression";
    assert_eq!(one_set, [format!("Day1 (Day1 work): Bench Press: {by} → {by}, {by}, 62.5 kg.")]);

    let rest = told(|plan| plan.days[0].exercises[0].rest_seconds = Some(90));
    assert_eq!(rest, ["Day1 (Day1 work): Bench Press: rest 2:00 → rest 1:30."]);

    let own = told(|plan| plan.days[0].exercises[0].rest_seconds = None);
    assert_eq!(own, Vec::<String>::new(), "120 s is the bench press's own rest");

    let note = told(|plan| plan.days[0].exercises[0].note = Some("4 sets → 9 sets".into()));
    assert_eq!(note, ["Day1 (Day1 work): Bench Press: no note → note “4 sets → 9 sets”."], "words, not sets");

    let moved = told(|plan| plan.days[1].weekday = Some(Weekday::Friday));
    assert_eq!(moved, ["Day2 (Day2 work) moves from Thursday to Friday."]);

    let split = told(|plan| plan.split = Split::UpperLower);
    assert_eq!(split, ["Split: full body → upper/lower."]);

    let order = told(|plan| plan.days[0].exercises.reverse());
    assert_eq!(order, ["Day1 (Day1 work): exercises in another order."]);
}

#[test]
fn exercises_and_days_come_and_go() {
    let swap = told(|plan| plan.days[1].exercises[0] = exercise("t-plank", 2));
    let line = "2 sets of 6–10 reps at RPE 8, rest 2:00";
    assert_eq!(swap[0], format!("Day2 (Day2 work): − Deadlift, {line}."));
    assert_eq!(swap[1], "Day2 (Day2 work): + Plank, 2 sets of 6–10 s at RPE 8, rest 2:00.");

    let noted = told(|plan| {
        let plank = PlannedExercise { note: Some("Breathe.".into()), ..exercise("t-plank", 2) };
        plan.days[1].exercises.push(plank);
    });
    let line = "2 sets of 6–10 s at RPE 8, rest 2:00, note “Breathe.”";
    assert_eq!(noted[0], format!("Day2 (Day2 work): + Plank, {line}."), "what comes comes with its note");

    let gone = told(|plan| plan.days.truncate(1));
    assert_eq!(gone[0], "Day2 (Day2 work) is removed.");
    let new = told(|plan| plan.days.push(day("Day3", Weekday::Friday, vec![exercise("t-bench", 1)])));
    assert_eq!(new[0], "Day3 (Day3 work) is new, on Friday.");
    assert_eq!(new[1], "Day3 (Day3 work): + Bench Press, 1 set of 6–10 reps at RPE 8, rest 2:00.");
}

#[test]
fn a_diff_survives_json_and_odd_plans() {
    let mut odd = base();
    odd.days[0].exercises.push(exercise("nobody-knows", 0));
    odd.days[0].exercises.push(exercise("t-bench", 1));
    let found = diff(&base(), &odd, &sample::catalogue());
    assert_eq!(found.days[0].added.len(), 2);
    assert_eq!(found.days[0].added[0].name, "nobody-knows");
    let json = serde_json::to_string(&found).unwrap();
    assert_eq!(serde_json::from_str::<PlanDiff>(&json).unwrap(), found);
}

#[test]
fn a_diff_that_was_stored_in_words_keeps_them() {
    let old = r#"{"split": null, "sets_per_muscle": [], "days": [{"day": "Day1", "title": "A", "change": "changed",
        "weekday": null, "focus": null, "removed": [], "reordered": false,
        "added": [{"exercise_id": "row", "name": "Row", "prescription": "2 sets with 20 kg", "note": "note “20 kg”"}],
        "changed": [{"exercise_id": "bench", "name": "Bench",
            "fields": [{"field": "rest", "from": "rest 2:00", "to": "rest 1:30"}]}]}]}"#;
    let lines = sentences(serde_json::from_str(old).unwrap());
    let expected =
        ["Day1 (A): + Row, 2 sets with 20 kg, note “20 kg”.", "Day1 (A): Bench: rest 2:00 → rest 1:30."];
    assert_eq!(lines, expected);
}

prop_compose! {
    fn plans()(
        days in prop::collection::vec(
            (
                prop::option::of(prop::sample::select(Weekday::ALL)),
                prop::collection::vec((prop::sample::select(vec!["t-bench", "t-squat", "t-row"]), 0_usize..4), 0..4),
            ),
            0..4,
        ),
    ) -> PlanDoc {
        let days = days.into_iter().enumerate().map(|(at, (weekday, exercises))| PlannedDay {
            day: format!("Day{}", at + 1),
            focus: "Work".into(),
            weekday,
            exercises: exercises.into_iter().map(|(id, sets)| exercise(id, sets)).collect(),
        });
        PlanDoc { split: Split::Custom, days: days.collect() }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn only_equal_plans_do_not_differ_and_the_way_back_is_the_mirror(one in plans(), two in plans()) {
        let catalogue = sample::catalogue();
        let there = diff(&one, &two, &catalogue);
        let back = diff(&two, &one, &catalogue);
        prop_assert_eq!(there.is_empty(), one == two);
        prop_assert_eq!(there.days.len(), back.days.len());
        let count = |diff: &PlanDiff, of: fn(&DayDiff) -> usize| diff.days.iter().map(of).sum::<usize>();
        prop_assert_eq!(count(&there, |day| day.added.len()), count(&back, |day| day.removed.len()));
        prop_assert_eq!(count(&there, |day| day.changed.len()), count(&back, |day| day.changed.len()));
    }
}
