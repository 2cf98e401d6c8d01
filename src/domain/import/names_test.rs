//! What names of other programs are taken for.

use proptest::prelude::*;

use super::names::{Certainty, Titles};
use super::own;
use super::words::{is_move, words};
use crate::domain::catalogue::Catalogue;
use crate::domain::exercise::Exercise;

#[test]
fn names_of_other_programs_mean_exercises() {
    let catalogue = Catalogue::embedded();
    let titles = Titles::of(&catalogue);
    let mut wrong = Vec::new();
    for line in include_str!("names.tsv").lines().filter(|line| !line.starts_with('#')) {
        let mut cells = line.split('\t');
        let (name, id, certainty) = (cells.next().unwrap(), cells.next().unwrap(), cells.next().unwrap());
        let timed = catalogue.get(id).is_some_and(crate::domain::exercise::Exercise::is_timed);
        let found = titles.meant(name, timed);
        let got = (found.exercise.map_or("-", |exercise| exercise.id.as_str()), found.certainty.as_str());
        if got != (id, certainty) {
            wrong.push(format!("{name}: {got:?}, not {id} {certainty}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_exercise_of_the_catalogue_is_found_by_its_own_name() {
    let catalogue = Catalogue::embedded();
    let titles = Titles::of(&catalogue);
    for exercise in catalogue.iter() {
        let found = titles.meant(&exercise.name, exercise.is_timed());
        assert_eq!(found.exercise.map(|found| &found.id), Some(&exercise.id), "{}", exercise.name);
        assert_eq!(found.certainty, Certainty::Exact, "{}", exercise.name);
    }
}

#[test]
fn an_own_exercise_is_found_again_and_says_what_it_trains() {
    let catalogue = Catalogue::embedded();
    let titles = Titles::of(&catalogue);
    for (name, pattern) in [
        ("Zercher Squat (Barbell)", "squat"),
        ("Jefferson Curl", "elbow_flexion"),
        ("Sled Shove", "carry"),
        ("懸垂", "carry"),
    ] {
        assert_eq!(titles.meant(name, false).certainty, Certainty::None, "{name}");
        let own = own::exercise("my-own".into(), name, false, &catalogue);
        assert_eq!(own.pattern.as_str(), pattern, "{name}");
        let more = catalogue.with_own(vec![own]);
        let titles = Titles::of(&more);
        let found = titles.meant(name, false);
        assert_eq!(
            (found.exercise.map(|own| own.id.as_str()), found.certainty),
            (Some("my-own"), Certainty::Exact)
        );
    }
}

/// The words for the movement in a name.
fn moves(name: &str) -> Vec<String> {
    let mut found: Vec<String> = words(name).into_iter().filter(|word| is_move(word)).collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn bears(exercise: &Exercise, name: &str) -> bool {
    std::iter::once(&exercise.name).chain(&exercise.aliases).any(|title| moves(title) == moves(name))
}

/// Words for movements that programs write last.
const HEADS: [&str; 10] =
    ["row", "fly", "press", "curl", "raise", "squat", "deadlift", "pulldown", "crossover", "extension"];

#[test]
fn a_name_is_never_taken_for_another_movement() {
    let catalogue = Catalogue::embedded();
    let titles = Titles::of(&catalogue);
    let mut asked = 0;
    for (at, exercise) in catalogue.iter().enumerate() {
        let mut spoken: Vec<&str> = exercise.name.split(' ').collect();
        let Some(head) = spoken.pop() else { continue };
        let base = spoken.join(" ");
        let others = HEADS.iter().cycle().skip(at).take(3);
        for other in others.filter(|other| !other.eq_ignore_ascii_case(head)) {
            for name in [format!("{base} {other}"), format!("Single Arm {base} {other}")] {
                let found = titles.meant(&name, exercise.is_timed());
                asked += 1;
                if let Some(taken) = found.exercise {
                    assert!(
                        bears(taken, &name),
                        "{name} became {} ({})",
                        taken.name,
                        found.certainty.as_str()
                    );
                }
            }
        }
    }
    assert!(asked > 2000, "{asked}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn any_name_means_something_or_nothing(name in "\\PC{0,60}", timed: bool) {
        let catalogue = Catalogue::embedded();
        let found = Titles::of(&catalogue).meant(&name, timed);
        prop_assert_eq!(found.exercise.is_none(), found.certainty == Certainty::None);
        let _own = own::exercise("my-own".into(), &name, timed, &catalogue);
    }
}
