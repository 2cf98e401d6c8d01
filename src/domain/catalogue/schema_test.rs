//! The embedded data keeps its promises: shape, ranges, and something to do for everyone.

use std::collections::{BTreeMap, BTreeSet};

use super::{Catalogue, DATA};
use crate::domain::exercise::{BodyweightUse, Equipment, Exercise, Level, Measure, Mechanic, Pattern};
use crate::domain::profile::Profile;

fn all() -> Vec<Exercise> {
    serde_json::from_str(DATA).expect("exercises.json is a list of exercises")
}

fn is_slug(id: &str) -> bool {
    id.split('-')
        .all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()))
}

fn has_repeats<T: Ord>(items: &[T]) -> bool {
    items.iter().collect::<BTreeSet<_>>().len() != items.len()
}

#[test]
fn the_embedded_catalogue_holds_all_of_the_file() {
    let file = all();
    assert!(file.len() >= 180, "only {}", file.len());
    assert!(Catalogue::embedded().iter().eq(file.iter()));
    assert!(file.iter().all(|exercise| Catalogue::embedded().get(&exercise.id) == Some(exercise)));
}

#[test]
fn ids_names_and_cues_are_unique() {
    let file = all();
    let lower = |text: &String| text.to_lowercase();
    assert!(!has_repeats(&file.iter().map(|e| &e.id).collect::<Vec<_>>()), "ids");
    assert!(!has_repeats(&file.iter().map(|e| lower(&e.name)).collect::<Vec<_>>()), "names");
    assert!(!has_repeats(&file.iter().map(|e| &e.cues).collect::<Vec<_>>()), "lists of cues");
    for exercise in &file {
        assert!(is_slug(&exercise.id), "{}", exercise.id);
        assert!(is_slug(&exercise.variation_group), "{}", exercise.variation_group);
        assert!(!has_repeats(&exercise.cues) && !has_repeats(&exercise.aliases), "{}", exercise.id);
    }
}

#[test]
fn fields_are_filled_and_sane() {
    for e in all() {
        let id = &e.id;
        assert!(!e.name.trim().is_empty() && e.name.len() <= 60, "{id}: name");
        assert!(e.aliases.iter().all(|alias| !alias.trim().is_empty() && *alias != e.name), "{id}: aliases");
        assert!(!e.primary_muscles.is_empty() && e.primary_muscles.len() <= 3, "{id}: primary muscles");
        let muscles = [e.primary_muscles.clone(), e.secondary_muscles.clone()].concat();
        assert!(!has_repeats(&muscles), "{id}: muscle twice");
        assert!(!e.equipment.is_empty() && !has_repeats(&e.equipment), "{id}: equipment");
        assert!((30..=300).contains(&e.rest_seconds), "{id}: rest");
        assert!(e.reps_min >= 1 && e.reps_min < e.reps_max, "{id}: range");
        assert!(e.reps_max <= if e.measure == Measure::Seconds { 120 } else { 30 }, "{id}: range");
        assert!((2..=4).contains(&e.cues.len()), "{id}: cues");
        assert!(e.cues.iter().all(|cue| (8..=80).contains(&cue.len()) && !cue.ends_with('.')), "{id}: cues");
        assert!((1..=5).contains(&e.rank) && !e.own, "{id}: rank, own");
        assert!(!has_repeats(&e.contraindications), "{id}: contraindications");
    }
}

#[test]
fn what_carries_the_load_is_named_first() {
    let frames = [Equipment::Bench, Equipment::PullUpBar, Equipment::DipBars];
    for e in all() {
        assert!(!frames.contains(&e.equipment[0]), "{}", e.id);
        let body = e.equipment[0] == Equipment::Bodyweight;
        assert_eq!(body, e.bodyweight == BodyweightUse::Full, "{}", e.id);
    }
}

#[test]
fn a_belt_is_worn_where_the_body_hangs() {
    let cases = [
        ("pull-up", Equipment::PullUpBar),
        ("chin-up", Equipment::PullUpBar),
        ("dip", Equipment::DipBars),
        ("foot-assisted-pull-up", Equipment::Bodyweight), // a harder variation comes first
        ("push-up", Equipment::Bodyweight),
        ("band-assisted-pull-up", Equipment::Band),
        ("barbell-bench-press", Equipment::Barbell),
    ];
    let catalogue = Catalogue::embedded();
    for (id, carries) in cases {
        assert_eq!(catalogue.get(id).unwrap().load_equipment(), carries, "{id}");
    }
    let adds =
        |id: &str| crate::domain::loads::spec_for(&Profile::default(), catalogue.get(id).unwrap()).above(0.0);
    assert_eq!((adds("pull-up"), adds("push-up")), (Some(2.5), None));
}

#[test]
fn main_patterns_are_compound() {
    for e in all() {
        let main = matches!(
            e.pattern,
            Pattern::Squat
                | Pattern::Hinge
                | Pattern::Lunge
                | Pattern::HorizontalPush
                | Pattern::HorizontalPull
        );
        assert!(!main || e.mechanic == Mechanic::Compound, "{}", e.id);
    }
}

#[test]
fn a_variation_group_stays_within_its_pattern_and_offers_a_choice() {
    let mut groups: BTreeMap<String, Vec<Exercise>> = BTreeMap::new();
    for exercise in all() {
        groups.entry(exercise.variation_group.clone()).or_default().push(exercise);
    }
    for (group, members) in groups {
        assert!(members.len() >= 2, "{group} has one member");
        let patterns: BTreeSet<_> = members.iter().map(|e| e.pattern).collect();
        assert_eq!(patterns.len(), 1, "{group}: {patterns:?}");
    }
}

#[test]
fn every_pattern_has_a_first_choice_and_something_for_a_beginner() {
    let file = all();
    for pattern in Pattern::ALL {
        let of: Vec<_> = file.iter().filter(|e| e.pattern == *pattern).collect();
        assert!(of.iter().any(|e| e.rank == 1), "{pattern}: no first choice");
        assert!(of.iter().any(|e| e.level == Level::Beginner), "{pattern}: nothing for a beginner");
    }
}

/// Eight places people train in; bodyweight is always there.
const PLACES: [(&str, &[Equipment]); 8] = [
    ("barbell gym", &[Equipment::Barbell, Equipment::Bench]),
    ("dumbbells at home", &[Equipment::Dumbbell]),
    ("dumbbells and a bench", &[Equipment::Dumbbell, Equipment::Bench]),
    ("kettlebells", &[Equipment::Kettlebell]),
    ("cables and machines", &[Equipment::Cable, Equipment::Machine]),
    ("bands", &[Equipment::Band]),
    ("bars in the park", &[Equipment::PullUpBar, Equipment::DipBars]),
    ("nothing but the body", &[]),
];

const TRUNK: &[Pattern] = &[Pattern::TrunkFlexion, Pattern::TrunkStability, Pattern::TrunkRotation];
const MAIN: [&[Pattern]; 7] = [
    &[Pattern::Squat],
    &[Pattern::Hinge],
    &[Pattern::Lunge],
    &[Pattern::HorizontalPush],
    &[Pattern::VerticalPush],
    &[Pattern::HorizontalPull, Pattern::VerticalPull],
    TRUNK,
];

fn open_to<'a>(file: &'a [Exercise], place: &[Equipment]) -> Vec<&'a Exercise> {
    let profile = Profile { equipment: place.to_vec(), ..Profile::default() };
    file.iter().filter(|exercise| profile.owns(exercise)).collect()
}

#[test]
fn a_beginner_can_fill_every_main_slot_anywhere() {
    let file = all();
    for (place, gear) in PLACES {
        let here = open_to(&file, gear);
        for slot in MAIN {
            let beginner = |e: &&Exercise| slot.contains(&e.pattern) && e.level == Level::Beginner;
            assert!(here.iter().copied().any(|e| beginner(&e)), "{place}: no beginner's choice for {slot:?}");
        }
    }
}

#[test]
fn every_place_loads_every_pattern_with_what_it_has() {
    let file = all();
    for (place, gear) in PLACES.into_iter().filter(|(_, gear)| !gear.is_empty()) {
        let here = open_to(&file, gear);
        let loaded = here.iter().filter(|e| e.equipment.iter().any(|item| gear.contains(item)));
        let patterns: BTreeSet<_> = loaded.map(|e| e.pattern).collect();
        let wanted = if gear.contains(&Equipment::PullUpBar) { 5 } else { Pattern::ALL.len() };
        assert!(patterns.len() >= wanted, "{place}: only {patterns:?}");
    }
}

#[test]
fn nothing_but_the_body_covers_every_pattern() {
    let file = all();
    let here: BTreeSet<_> = open_to(&file, &[]).iter().map(|e| e.pattern).collect();
    let missing: Vec<_> = Pattern::ALL.iter().filter(|pattern| !here.contains(pattern)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
