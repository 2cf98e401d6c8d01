use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;
use crate::domain::exercise::{Contraindication, Equipment, Exercise, Mechanic, Muscle, Pattern};
use crate::domain::plan::{Severity, Split};
use crate::domain::plan_math::{estimated_minutes, sets_per_muscle, weekly_band};
use crate::domain::profile::{Experience, Goal, Limitation, Spared, SplitPreference, Weekday};
use crate::domain::rules::{Author, RuleContext, check, no_caps};

const YEAR: i16 = 2030;

fn gyms() -> [(&'static str, Vec<Equipment>); 8] {
    use Equipment::{
        Band, Barbell, Bench, Bodyweight, Cable, DipBars, Dumbbell, Kettlebell, Machine, PullUpBar,
    };
    [
        ("full gym", Equipment::ALL.to_vec()),
        ("nothing", vec![]),
        ("body and bar", vec![Bodyweight, PullUpBar, DipBars]),
        ("dumbbells", vec![Dumbbell]),
        ("dumbbells and bench", vec![Dumbbell, Bench, PullUpBar]),
        ("barbell garage", vec![Barbell, Bench, PullUpBar]),
        ("bands and a kettlebell", vec![Band, Kettlebell]),
        ("machines and cables", vec![Machine, Cable]),
    ]
}

/// The notes as sentences, in English.
fn notes(made: &Generated) -> Vec<String> {
    made.notes.iter().map(crate::wording::reason).collect()
}

/// Everything that must be true of any generated plan.
fn must_hold(profile: &Profile, catalogue: &Catalogue, made: &Generated, what: &str) {
    let caps = &no_caps;
    let context = RuleContext { profile, catalogue, year: YEAR, author: Author::Agent, caps };
    let found = check(&made.plan, &context);
    let errors: Vec<_> = found.iter().filter(|one| one.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{what}: {errors:#?}\n{:#?}", made.plan);
    assert_eq!(made.plan.days.len(), usize::from(profile.days_per_week), "{what}");
    for (at, day) in made.plan.days.iter().enumerate() {
        assert_eq!(day.day, format!("Day{}", at + 1));
        assert!(day.weekday.is_some());
        let minutes = estimated_minutes(&day.exercises, catalogue);
        assert!(minutes <= u32::from(profile.session_minutes), "{what}: {} takes {minutes}", day.day);
        for exercise in &day.exercises {
            let known = catalogue.get(&exercise.exercise_id).unwrap();
            assert!(known.level <= profile.experience.level(), "{what}: {} is too hard", known.id);
            for set in &exercise.sets {
                assert_eq!(set.weight_kg, None);
                assert!(set.rpe.is_some_and(|rpe| (7.0..=8.5).contains(&rpe)));
                let range = (set.reps_min, set.reps_max);
                let minor = profile.is_minor(YEAR);
                let ranges: &[(u16, u16)] = match profile.goal {
                    Goal::Strength if minor => &[(5, 6), (6, 10)],
                    Goal::Strength => &[(3, 6), (6, 10)],
                    Goal::Hypertrophy => &[(6, 10), (10, 15)],
                    Goal::GeneralFitness => &[(8, 12)],
                };
                assert!(known.is_timed() || ranges.contains(&range), "{what}: {range:?}");
            }
        }
    }
    assert!(made.plan.days.is_sorted_by_key(|day| day.weekday));
    let (least, _) = weekly_band(profile.experience);
    let totals = sets_per_muscle(&made.plan, catalogue);
    let notes = notes(made);
    for muscle in Muscle::ALL.iter().filter(|muscle| muscle.has_target()) {
        let sets = totals.get(muscle).copied().unwrap_or(0.0);
        let said = format!("{} {sets}", muscle.as_str().replace('_', " "));
        let said_so = notes.iter().any(|note| note.contains(&said));
        assert!(sets >= least || said_so, "{what}: {said} is under {least} without a note: {notes:#?}");
    }
}

fn each_profile(visit: impl Fn(&Profile, &str) + Sync) {
    std::thread::scope(|scope| {
        for (name, equipment) in gyms() {
            let visit = &visit;
            scope.spawn(move || {
                for &split_preference in SplitPreference::ALL {
                    for days_per_week in 2..=6 {
                        for &experience in Experience::ALL {
                            for &goal in Goal::ALL {
                                for session_minutes in [30, 60, 90] {
                                    let equipment = equipment.clone();
                                    let profile = Profile {
experience,
goal,
days_per_week,
session_minutes,
equipment,
split_preference,
                                        ..Profile::default()
                                    };
                                    let what = format!(
                                        "{name}, {split_preference} {days_per_week} {experience} {goal} {session_minutes}"
                                    );
                                    visit(&profile, &what);
                                }
                            }
                        }
                    }
                }
            });
        }
    });
}

#[test]
fn every_split_day_goal_and_gym_gives_a_plan_within_the_rules() {
    let catalogue = Catalogue::embedded();
    each_profile(|profile, what| {
        let made = generate(profile, &catalogue, YEAR);
        must_hold(profile, &catalogue, &made, what);
    });
}

/// The muscles that a movement is there for have their weekly minimum without it.
fn is_enough_without(pattern: Pattern, profile: &Profile, catalogue: &Catalogue, made: &Generated) -> bool {
    let (least, _) = weekly_band(profile.experience);
    let totals = sets_per_muscle(&made.plan, catalogue);
    let has_enough = |muscle: &&Muscle| totals.get(muscle).copied().unwrap_or(0.0) >= least;
    let mut of = catalogue.iter().filter(|exercise| exercise.pattern == pattern && profile.owns(exercise));
    of.any(|exercise| {
        exercise.primary_muscles.iter().filter(|muscle| muscle.has_target()).all(|m| has_enough(&m))
    })
}

#[test]
fn every_slot_has_its_movement_or_a_note_or_enough_sets_without_it() {
    let catalogue = Catalogue::embedded();
    each_profile(|profile, what| {
        let made = generate(profile, &catalogue, YEAR);
        let notes = notes(&made);
        let (split, _) = split::choose(profile.split_preference, profile.days_per_week, profile.experience);
        for (day, template) in made.plan.days.iter().zip(tables::templates(split, profile.days_per_week)) {
            let known = day.exercises.iter().filter_map(|planned| catalogue.get(&planned.exercise_id));
            let mut free: Vec<Pattern> = known.map(|exercise| exercise.pattern).collect();
            for slot in template.slots {
                if let Some(at) = free.iter().position(|pattern| *pattern == slot.pattern) {
                    free.swap_remove(at);
                    continue;
                }
                let pattern = slot.pattern.as_str().replace('_', " ");
                let says = |note: &String| {
                    let names = note.contains(&format!("{pattern} exercise")) && note.contains(&day.day);
                    names || note.contains("leave no room") || note.contains("fewer weekly sets")
                };
                let known = notes.iter().any(says);
                let enough = is_enough_without(slot.pattern, profile, &catalogue, &made);
                assert!(known || enough, "{what}: {} has no {pattern}: {notes:#?}", day.day);
            }
        }
    });
}

#[test]
fn every_limitation_and_a_minor_give_a_plan_within_the_rules() {
    let catalogue = Catalogue::embedded();
    let body = Contraindication::ALL.iter().map(|part| Spared::Body(*part));
    let spared: Vec<_> = body.chain(Pattern::ALL.iter().map(|pattern| Spared::Movement(*pattern))).collect();
    for pattern in spared {
        for birth_year in [None, Some(YEAR - 15)] {
            for (name, equipment) in gyms() {
                let limitations = vec![Limitation { pattern, note: None }];
                let (goal, experience) = (Goal::Strength, Experience::Advanced);
                let days_per_week = 4;
                let profile = Profile {
                    experience,
                    goal,
                    days_per_week,
                    equipment,
                    birth_year,
                    limitations,
                    ..Profile::default()
                };
                let made = generate(&profile, &catalogue, YEAR);
                must_hold(&profile, &catalogue, &made, &format!("{name} sparing {}", pattern.as_str()));
            }
        }
    }
}

#[test]
fn a_catalogue_without_an_exercise_still_gives_days_and_says_why() {
    let none = vec![];
    let limitations =
        Pattern::ALL.iter().map(|p| Limitation { pattern: Spared::Movement(*p), note: None }).collect();
    let profile = Profile { equipment: none, limitations, ..Profile::default() };
    let made = generate(&profile, &sample::catalogue(), YEAR);
    assert!(made.plan.days.iter().all(|day| day.exercises.is_empty()));
    assert!(
        notes(&made)
            .iter()
            .any(|note| note.starts_with("Full body A") && note.contains("no squat exercise fits"))
    );
    must_hold(&profile, &sample::catalogue(), &made, "nothing at all");
}

#[test]
fn dropped_isolation_goes_before_compound_lifts() {
    let catalogue = Catalogue::embedded();
    let profile = |session_minutes| Profile {
        session_minutes,
        experience: Experience::Intermediate,
        goal: Goal::Hypertrophy,
        days_per_week: 4,
        ..Profile::default()
    };
    let compound = |exercise: &&Exercise| exercise.mechanic == Mechanic::Compound;
    let count = |minutes, kind: &dyn Fn(&&Exercise) -> bool| {
        let plan = generate(&profile(minutes), &catalogue, YEAR).plan;
        plan.exercises().filter_map(|planned| catalogue.get(&planned.exercise_id)).filter(kind).count()
    };
    let isolation = |exercise: &&Exercise| exercise.mechanic == Mechanic::Isolation;
    assert!(count(30, &isolation) < count(90, &isolation));
    assert!(count(30, &compound) >= 4, "each day keeps its main work");
    let short = generate(&profile(30), &catalogue, YEAR);
    assert!(
        notes(&short).iter().any(|note| note.contains("30 minutes a day hold fewer")),
        "{:#?}",
        notes(&short)
    );
}

#[test]
fn enough_minutes_and_a_full_gym_bring_every_muscle_into_its_band() {
    let catalogue = Catalogue::embedded();
    for &experience in Experience::ALL {
        for days_per_week in 3..=6 {
            let profile = Profile { experience, days_per_week, session_minutes: 150, ..Profile::default() };
            let made = generate(&profile, &catalogue, YEAR);
            let totals = sets_per_muscle(&made.plan, &catalogue);
            let (least, most) = weekly_band(experience);
            for muscle in Muscle::ALL {
                let sets = totals.get(muscle).copied().unwrap_or(0.0);
                assert!(sets <= most, "{experience} {days_per_week}: {muscle} {sets}");
                assert!(
                    sets >= least || !muscle.has_target(),
                    "{experience} {days_per_week}: {muscle} {sets}"
                );
            }
        }
    }
}

#[test]
fn a_full_gym_and_an_hour_leave_no_warning() {
    let catalogue = Catalogue::embedded();
    for days_per_week in 3..=6 {
        let profile = Profile { days_per_week, ..Profile::default() };
        let made = generate(&profile, &catalogue, YEAR);
        let (author, caps) = (Author::Person, &no_caps);
        let context = RuleContext { profile: &profile, catalogue: &catalogue, year: YEAR, author, caps };
        assert_eq!(check(&made.plan, &context), vec![], "{days_per_week} days");
        assert_eq!(notes(&made), Vec::<String>::new(), "{days_per_week} days");
    }
}

#[test]
fn the_week_follows_split_and_weekdays() {
    let catalogue = Catalogue::embedded();
    let weekdays = Some(vec![Weekday::Sunday, Weekday::Tuesday, Weekday::Thursday]);
    let profile = Profile { weekdays, split_preference: SplitPreference::PushPullLegs, ..Profile::default() };
    let made = generate(&profile, &catalogue, YEAR);
    assert_eq!(made.plan.split, Split::PushPullLegs);
    let days: Vec<_> = made.plan.days.iter().filter_map(|day| day.weekday).collect();
    assert_eq!(days, [Weekday::Tuesday, Weekday::Thursday, Weekday::Sunday]);
    let misfit = Profile { days_per_week: 4, weekdays: None, ..profile };
    let made = generate(&misfit, &catalogue, YEAR);
    assert_eq!(made.plan.split, Split::UpperLower);
    assert_eq!(notes(&made)[0], "Push/pull/legs does not fit 4 days a week, so this plan is upper/lower.");
}

#[test]
fn slots_take_the_best_exercise_and_name_what_is_missing() {
    let base = sample::catalogue();
    let mut only: Vec<Exercise> =
        base.iter().filter(|exercise| exercise.id.starts_with("t-")).cloned().collect();
    // Whatever else the catalogue holds, a first choice of rank 0 wins its slot.
    for exercise in only.iter_mut().filter(|exercise| exercise.id == "t-goblet") {
        exercise.rank = 0;
    }
    let profile = Profile { equipment: vec![Equipment::Dumbbell], ..Profile::default() };
    let catalogue = Catalogue::embedded().with_own(only);
    let made = generate(&profile, &catalogue, YEAR);
    assert_eq!(made.plan.days[0].exercises[0].exercise_id, "t-goblet");
    let spared = Limitation { pattern: Spared::Movement(Pattern::VerticalPush), note: None };
    let made =
        generate(&Profile { limitations: vec![spared], ..Profile::default() }, &Catalogue::embedded(), YEAR);
    let gap =
        "Full body B and Full body C: no vertical push exercise fits your equipment, level and limitations;";
    assert!(notes(&made).iter().any(|note| note.starts_with(gap)), "{:#?}", notes(&made));
}

prop_compose! {
    fn profiles()(
        experience in prop::sample::select(Experience::ALL),
        goal in prop::sample::select(Goal::ALL),
        days_per_week in 2_u8..=6,
        session_minutes in 20_u16..=180,
        equipment in prop::sample::subsequence(Equipment::ALL, 0..=Equipment::ALL.len()),
        split_preference in prop::sample::select(SplitPreference::ALL),
        birth_year in prop::option::of(1930_i16..=YEAR),
        weekdays in prop::option::of(prop::sample::subsequence(Weekday::ALL, 0..=7)),
        spared in prop::sample::subsequence(Pattern::ALL, 0..=20),
    ) -> Profile {
        let limitations = spared.into_iter().map(|p| Limitation { pattern: Spared::Movement(p), note: None });
        Profile {
            experience, goal, days_per_week, session_minutes, equipment, split_preference, birth_year, weekdays,
            limitations: limitations.collect(), ..Profile::default()
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_profile_gives_the_same_sound_plan_each_time(profile in profiles()) {
        let catalogue = Catalogue::embedded();
        let made = generate(&profile, &catalogue, YEAR);
        must_hold(&profile, &catalogue, &made, "any profile");
        prop_assert_eq!(&made, &generate(&profile, &catalogue, YEAR));
        let unique: BTreeSet<_> = notes(&made).into_iter().collect();
        prop_assert_eq!(unique.len(), made.notes.len(), "a note is said once");
        let by_day: BTreeMap<_, _> = made.plan.days.iter().map(|day| (day.weekday, &day.day)).collect();
        prop_assert_eq!(by_day.len(), made.plan.days.len());
    }
}
