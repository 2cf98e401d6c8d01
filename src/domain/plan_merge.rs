//! A person's changes taken onto a plan that moved meanwhile: base, mine and theirs in, one plan out.
//! Where only one side changed something, that change stands; where both did, mine does, and it is
//! said where. Whether the outcome keeps the plan rules is for [`crate::domain::rules`].

use super::exercise::ExerciseId;
use super::plan::{PlanDoc, PlannedDay, PlannedExercise};

/// Something that both sides changed in different ways; mine was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overlap {
    /// The day's key.
    pub day: String,
    /// The exercise; none for the day itself.
    pub exercise: Option<ExerciseId>,
}

/// The outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// Mine on theirs.
    pub plan: PlanDoc,
    /// Where both had changed the same.
    pub overlaps: Vec<Overlap>,
}

/// Takes what changed from `base` to `mine` onto `theirs`.
#[must_use]
pub fn merge(base: &PlanDoc, mine: &PlanDoc, theirs: &PlanDoc) -> Merged {
    let mut overlaps = Vec::new();
    let key = |day: &PlannedDay| day.day.clone();
    let mut days = Vec::new();
    for day in order(&base.days, &mine.days, &theirs.days, key) {
        let three = Three { base: base.day(&day), mine: mine.day(&day), theirs: theirs.day(&day) };
        let mut clash = false;
        let both = |old: Option<&PlannedDay>, mine: &PlannedDay, theirs: &PlannedDay| {
            merge_day(old, mine, theirs, &mut overlaps)
        };
        days.extend(three.resolve(both, &mut clash));
        if clash {
            overlaps.push(Overlap { day, exercise: None });
        }
    }
    let split = if mine.split == base.split { theirs.split } else { mine.split };
    Merged { plan: PlanDoc { split, days }, overlaps }
}

/// One thing as it was, as I have it and as it stands now.
struct Three<'a, T> {
    base: Option<&'a T>,
    mine: Option<&'a T>,
    theirs: Option<&'a T>,
}

impl<T: PartialEq + Clone> Three<'_, T> {
    /// What stands; `clash` is set where both sides touched it and one of them has it no more.
    fn resolve(self, both: impl FnOnce(Option<&T>, &T, &T) -> T, clash: &mut bool) -> Option<T> {
        match (self.base, self.mine, self.theirs) {
            (base, Some(mine), Some(theirs)) => Some(both(base, mine, theirs)),
            (Some(base), Some(mine), None) => {
                *clash = mine != base;
                Some(mine.clone()).filter(|_| mine != base)
            }
            (Some(base), None, Some(theirs)) => {
                *clash = theirs != base;
                None
            }
            (None, Some(only), None) | (None, None, Some(only)) => Some(only.clone()),
            (_, None, None) => None,
        }
    }
}

/// Every key once: in their order as long as I left mine alone, else in mine, then what only the
/// other side has.
fn order<T>(base: &[T], mine: &[T], theirs: &[T], key: impl Fn(&T) -> String) -> Vec<String> {
    let keys = |items: &[T]| items.iter().map(&key).collect::<Vec<_>>();
    let (base, mine, theirs) = (keys(base), keys(mine), keys(theirs));
    let (lead, follow) = if mine == base { (theirs, mine) } else { (mine, theirs) };
    let mut all: Vec<String> = Vec::new();
    for key in lead.into_iter().chain(follow) {
        if !all.contains(&key) {
            all.push(key);
        }
    }
    all
}

/// Mine where I changed it, else theirs.
fn either<'a, T: PartialEq>(base: Option<&T>, mine: &'a T, theirs: &'a T) -> &'a T {
    if base == Some(mine) { theirs } else { mine }
}

fn merge_day(
    base: Option<&PlannedDay>,
    mine: &PlannedDay,
    theirs: &PlannedDay,
    overlaps: &mut Vec<Overlap>,
) -> PlannedDay {
    let before = base.map(|day| day.exercises.as_slice()).unwrap_or_default();
    let key = |exercise: &PlannedExercise| exercise.exercise_id.clone();
    let mut exercises = Vec::new();
    for id in order(before, &mine.exercises, &theirs.exercises, key) {
        let three = Three {
            base: with(before, &id),
            mine: with(&mine.exercises, &id),
            theirs: with(&theirs.exercises, &id),
        };
        let (mut clash, mut differ) = (false, false);
        let both = |base: Option<&PlannedExercise>, mine: &PlannedExercise, theirs: &PlannedExercise| {
            differ = mine != theirs && base != Some(mine) && base != Some(theirs);
            either(base, mine, theirs).clone()
        };
        exercises.extend(three.resolve(both, &mut clash));
        if clash || differ {
            overlaps.push(Overlap { day: mine.day.clone(), exercise: Some(id) });
        }
    }
    PlannedDay {
        day: mine.day.clone(),
        focus: either(base.map(|day| &day.focus), &mine.focus, &theirs.focus).clone(),
        weekday: *either(base.map(|day| &day.weekday), &mine.weekday, &theirs.weekday),
        exercises,
    }
}

fn with<'a>(exercises: &'a [PlannedExercise], id: &str) -> Option<&'a PlannedExercise> {
    exercises.iter().find(|exercise| exercise.exercise_id == id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::plan::{PlannedSet, Split};

    /// `A: squat 3, row 4 | B: dip 2`: days, exercises and their number of sets.
    fn plan(text: &str) -> PlanDoc {
        let set = PlannedSet { reps_min: 6, reps_max: 8, weight_kg: None, rpe: None };
        let exercise = |text: &str| {
            let (id, sets) = text.trim().split_once(' ').unwrap();
            PlannedExercise {
                exercise_id: id.into(),
                group: None,
                rest_seconds: None,
                note: None,
                sets: vec![set.clone(); sets.parse().unwrap()],
            }
        };
        let day = |text: &str| {
            let (key, rest) = text.split_once(':').unwrap();
            let exercises = rest.split(',').filter(|text| !text.trim().is_empty()).map(exercise).collect();
            PlannedDay { day: key.trim().into(), focus: String::new(), weekday: None, exercises }
        };
        PlanDoc { split: Split::Custom, days: text.split('|').map(day).collect() }
    }

    #[test]
    fn each_side_keeps_what_it_changed_alone_and_mine_wins_where_both_did() {
        // base, mine, theirs, merged, overlaps
        for (base, mine, theirs, merged, overlaps) in [
            ("A: s 3, r 4", "A: s 5, r 4", "A: s 3, r 2", "A: s 5, r 2", vec![]),
            ("A: s 3", "A: s 3, d 2", "A: s 3, p 2", "A: s 3, d 2, p 2", vec![]),
            ("A: s 3, r 4", "A: r 4, s 3", "A: s 3, r 2", "A: r 2, s 3", vec![]),
            ("A: s 3, r 4", "A: s 5, r 4", "A: r 4, s 3", "A: r 4, s 5", vec![]),
            ("A: s 3, r 4", "A: s 3", "A: s 3, r 4, p 1", "A: s 3, p 1", vec![]),
            ("A: s 3", "A: s 4", "A: s 5", "A: s 4", vec!["A s"]),
            ("A: s 3", "A: s 4", "A: s 4", "A: s 4", vec![]),
            ("A: s 3, r 4", "A: s 3", "A: s 3, r 5", "A: s 3", vec!["A r"]),
            ("A: s 3, r 4", "A: s 3, r 5", "A: s 3", "A: s 3, r 5", vec!["A r"]),
            ("A: s 3 | B: d 2", "A: s 3 | B: d 3", "A: s 4", "A: s 4 | B: d 3", vec!["B"]),
            ("A: s 3 | B: d 2", "A: s 3", "A: s 4 | B: d 2 | C: p 1", "A: s 4 | C: p 1", vec![]),
            ("A: s 3", "A: s 3 | B: d 2", "A: s 3 | B: p 2", "A: s 3 | B: d 2, p 2", vec![]),
        ] {
            let made = merge(&plan(base), &plan(mine), &plan(theirs));
            assert_eq!(made.plan, plan(merged), "{base} / {mine} / {theirs}");
            let said: Vec<String> = made
                .overlaps
                .iter()
                .map(|one| format!("{} {}", one.day, one.exercise.as_deref().unwrap_or("")).trim().to_owned())
                .collect();
            assert_eq!(said, overlaps, "{base} / {mine} / {theirs}");
        }
    }

    #[test]
    fn without_changes_of_mine_theirs_stands_and_the_other_way_round() {
        let (base, other) = (plan("A: s 3, r 4 | B: d 2"), plan("B: d 3 | C: p 1, s 2"));
        assert_eq!(merge(&base, &base, &other).plan, other);
        assert_eq!(merge(&base, &other, &base).plan, other);
        let focus = |plan: &PlanDoc, text: &str| {
            let mut plan = plan.clone();
            plan.days[0].focus = text.into();
            plan
        };
        assert_eq!(merge(&base, &base, &focus(&base, "Legs")).plan.days[0].focus, "Legs");
        assert_eq!(merge(&base, &focus(&base, "Mine"), &focus(&base, "Legs")).plan.days[0].focus, "Mine");
    }
}
