use proptest::prelude::*;

use super::*;
use crate::domain::exercise::{Contraindication, Equipment, Pattern};
use crate::domain::generator::sample;
use crate::domain::plan::Split;
use crate::domain::profile::{Experience, Limitation, Spared, Weekday};

const YEAR: i16 = 2030;

fn set(reps_min: u16, reps_max: u16, rpe: Option<f64>) -> PlannedSet {
    PlannedSet { reps_min, reps_max, weight_kg: None, rpe }
}

fn exercise(id: &str, sets: usize) -> PlannedExercise {
    PlannedExercise {
        exercise_id: id.into(),
        group: None,
        rest_seconds: Some(60),
        note: None,
        sets: vec![set(6, 10, Some(7.5)); sets],
    }
}

fn day(key: &str, weekday: Option<Weekday>, exercises: Vec<PlannedExercise>) -> PlannedDay {
    PlannedDay { day: key.into(), focus: "Work".into(), weekday, exercises }
}

/// Two quiet days that keep every rule but the weekly minimum.
fn base() -> PlanDoc {
    let one = day("Day1", Some(Weekday::Monday), vec![exercise("t-bench", 3), exercise("t-squat", 3)]);
    let two = day("Day2", Some(Weekday::Thursday), vec![exercise("t-deadlift", 3), exercise("t-plank", 2)]);
    PlanDoc { split: Split::Custom, days: vec![one, two] }
}

struct Check {
    profile: Profile,
    author: Author,
    cap: Option<LoadCap>,
}

impl Default for Check {
    fn default() -> Self {
        let profile = Profile { session_minutes: 30, ..Profile::default() };
        Self { profile, author: Author::Agent, cap: None }
    }
}

impl Check {
    /// Everything found but the weekly minimum, which the small plans here always miss.
    fn run(&self, plan: &PlanDoc) -> Vec<Violation> {
        let catalogue = sample::catalogue();
        let caps = |_: &PlannedExercise, _: &PlannedSet| self.cap;
        let (profile, author) = (&self.profile, self.author);
        let context = RuleContext { profile, catalogue: &catalogue, year: YEAR, author, caps: &caps };
        let mut found = check(plan, &context);
        found.retain(|one| one.reason.as_ref().is_none_or(|reason| reason.code != "rule_weekly_sets_below"));
        found
    }
}

/// The sentence, in English and kilograms.
fn said(found: &Violation) -> String {
    assert!(found.message.is_empty(), "a rule says facts: {found:?}");
    crate::wording::reason(found.reason.as_ref().unwrap())
}

type Edit = fn(&mut PlanDoc, &mut Check);

/// Each rule, where it is found, and the edit of [`base`] that breaks it.
const CASES: &[(&str, &str, Edit)] = &[
    ("empty_plan", "/days", |plan, _| plan.days.clear()),
    ("too_many_days", "/days", |plan, _| {
        plan.days = (1..=8).map(|n| day(&format!("Day{n}"), None, vec![exercise("t-plank", 1)])).collect();
    }),
    ("duplicate_day", "/days/1/day", |plan, _| plan.days[1].day = "Day1".into()),
    ("duplicate_weekday", "/days/1/weekday", |plan, _| plan.days[1].weekday = plan.days[0].weekday),
    ("empty_day", "/days/1/exercises", |plan, _| plan.days[1].exercises.clear()),
    ("text_length", "/days/0/day", |plan, _| plan.days[0].day = String::new()),
    ("text_length", "/days/0/focus", |plan, _| plan.days[0].focus = "é".repeat(101)),
    ("text_length", "/days/0/exercises/1/note", |plan, _| {
        plan.days[0].exercises[1].note = Some("n".repeat(501));
    }),
    ("text_length", "/days/0/exercises/0/group", |plan, _| {
        plan.days[0].exercises[0].group = Some("g".repeat(21));
    }),
    ("unknown_exercise", "/days/0/exercises/1/exercise_id", |plan, _| {
        plan.days[0].exercises[1].exercise_id = "nobody-knows".into();
    }),
    ("duplicate_exercise", "/days/0/exercises/1/exercise_id", |plan, _| {
        plan.days[0].exercises[1] = exercise("t-bench", 1);
    }),
    ("equipment_not_owned", "/days/0/exercises/0/exercise_id", |_, check| {
        check.profile.equipment.retain(|item| *item != Equipment::Bench);
    }),
    ("contraindicated", "/days/0/exercises/1/exercise_id", |_, check| {
        let pattern = Spared::Body(Contraindication::Knee);
        check.profile.limitations = vec![Limitation { pattern, note: None }];
    }),
    ("contraindicated", "/days/1/exercises/1/exercise_id", |_, check| {
        let pattern = Spared::Body(Contraindication::Pregnancy);
        check.profile.limitations = vec![Limitation { pattern, note: None }];
    }),
    ("contraindicated", "/days/1/exercises/0/exercise_id", |_, check| {
        let pattern = Spared::Movement(Pattern::Hinge);
        check.profile.limitations = vec![Limitation { pattern, note: None }];
    }),
    ("sets_out_of_range", "/days/1/exercises/0/sets", |plan, _| plan.days[1].exercises[0].sets.clear()),
    ("reps_out_of_range", "/days/0/exercises/0/sets/1/reps_min", |plan, _| {
        plan.days[0].exercises[0].sets[1].reps_min = 0;
    }),
    ("reps_out_of_range", "/days/0/exercises/0/sets/1/reps_max", |plan, _| {
        plan.days[0].exercises[0].sets[1].reps_max = 101;
    }),
    ("reps_out_of_range", "/days/0/exercises/0/sets/2/reps_min", |plan, _| {
        plan.days[0].exercises[0].sets[2] = set(11, 10, None);
    }),
    ("reps_out_of_range", "/days/1/exercises/1/sets/0/reps_max", |plan, check| {
        check.profile.session_minutes = 180;
        plan.days[1].exercises[1].sets[0].reps_max = 601;
    }),
    ("rpe_out_of_range", "/days/0/exercises/0/sets/0/rpe", |plan, _| {
        plan.days[0].exercises[0].sets[0].rpe = Some(10.5);
    }),
    ("rpe_out_of_range", "/days/0/exercises/0/sets/0/rpe", |plan, _| {
        plan.days[0].exercises[0].sets[0].rpe = Some(7.3);
    }),
    ("rpe_out_of_range", "/days/0/exercises/0/sets/0/rpe", |plan, _| {
        plan.days[0].exercises[0].sets[0].rpe = Some(f64::NAN);
    }),
    ("rest_out_of_range", "/days/1/exercises/1/rest_seconds", |plan, check| {
        check.profile.session_minutes = 180;
        plan.days[1].exercises[1].rest_seconds = Some(901);
    }),
    ("weight_out_of_range", "/days/0/exercises/0/sets/0/weight_kg", |plan, _| {
        plan.days[0].exercises[0].sets[0].weight_kg = Some(-2.5);
    }),
    ("weight_out_of_range", "/days/0/exercises/0/sets/0/weight_kg", |plan, _| {
        plan.days[0].exercises[0].sets[0].weight_kg = Some(f64::INFINITY);
    }),
    ("weekly_sets_over_limit", "/days", |plan, check| {
        check.profile.session_minutes = 180;
        plan.days[0].exercises[0] = exercise("t-bench", 16);
    }),
    ("weekly_sets_outside_band", "/days", |plan, check| {
        check.profile.session_minutes = 180;
        plan.days[0].exercises[0] = exercise("t-bench", 11);
    }),
    ("day_over_minutes", "/days/1/exercises", |_, check| check.profile.session_minutes = 12),
    ("day_too_long", "/days/0/exercises", |plan, check| {
        plan.days[1].exercises.truncate(1);
        check.profile.session_minutes = 9;
    }),
    ("load_over_cap", "/days/0/exercises/0/sets/2/weight_kg", |plan, check| {
        check.cap = Some(LoadCap { cap_kg: 110.0, last_kg: Some(100.0) });
        plan.days[0].exercises[0].sets[1].weight_kg = Some(110.0);
        plan.days[0].exercises[0].sets[2].weight_kg = Some(112.5);
    }),
    ("own_load_over_cap", "/days/0/exercises/0/sets/2/weight_kg", |plan, check| {
        check.author = Author::Person;
        check.cap = Some(LoadCap { cap_kg: 20.0, last_kg: None });
        plan.days[0].exercises[0].sets[2].weight_kg = Some(22.5);
    }),
    ("minor_limits", "/days/0/exercises/0/sets/0/reps_min", |plan, check| {
        check.profile.birth_year = Some(YEAR - 18);
        plan.days[0].exercises[0].sets[0].reps_min = 4;
    }),
    ("minor_limits", "/days/0/exercises/0/sets/0/rpe", |plan, check| {
        check.profile.birth_year = Some(YEAR - 18);
        plan.days[0].exercises[0].sets[0].rpe = Some(8.5);
    }),
    ("consecutive_days", "/days/1/exercises", |plan, _| {
        plan.days[0] = day("Day1", Some(Weekday::Sunday), vec![exercise("t-bench", 4)]);
        plan.days[1] = day("Day2", Some(Weekday::Monday), vec![exercise("t-push-up", 4)]);
    }),
    ("broken_superset", "/days/0/exercises/1/group", |plan, _| {
        plan.days[0].exercises[1].group = Some("A".into());
    }),
    ("too_many_exercises", "/days/0/exercises", |plan, check| {
        check.profile.session_minutes = 180;
        let ids = (0..21).map(|n| exercise(if n == 0 { "t-bench" } else { "t-plank" }, 1));
        plan.days[0].exercises = ids.collect();
    }),
];

#[test]
fn each_rule_is_found_where_it_is_broken() {
    let mut seen = std::collections::BTreeSet::new();
    for &(rule, pointer, edit) in CASES {
        let (mut plan, mut check) = (base(), Check::default());
        edit(&mut plan, &mut check);
        let found = check.run(&plan);
        let hit = found.iter().find(|one| one.rule == rule && one.pointer == pointer);
        let hit = hit.unwrap_or_else(|| panic!("{rule} at {pointer}: {found:#?}"));
        assert_eq!(hit.severity, PlanRule::parse(rule).unwrap().severity());
        assert!(said(hit).ends_with('.'), "{}", said(hit));
        if rule != "too_many_exercises" && !rule.starts_with("weekly") && !rule.starts_with("day_") {
            let others: Vec<_> = found.iter().filter(|one| one.rule != rule).collect();
            assert!(others.iter().all(|one| one.rule == "day_over_minutes"), "{rule}: {others:#?}");
        }
        seen.insert(rule);
    }
    let all: std::collections::BTreeSet<_> = PlanRule::ALL.iter().map(|rule| rule.as_str()).collect();
    assert_eq!(seen, all, "every rule has a case");
}

#[test]
fn a_plan_within_the_rules_has_no_violation() {
    assert_eq!(Check::default().run(&base()), vec![]);
    let mut plan = base();
    plan.days[0].exercises[0].sets[0].weight_kg = Some(500.0);
    assert_eq!(Check::default().run(&plan), vec![], "without a cap nothing is held against a load");
}

#[test]
fn limits_hold_up_to_their_edge() {
    let mut minor = Check::default();
    minor.profile.birth_year = Some(YEAR - 18);
    let mut plan = base();
    plan.days[0].exercises[0].sets[0] = set(5, 5, Some(8.0));
    assert_eq!(minor.run(&plan), vec![]);
    plan.days[0].exercises[0].sets[0] = set(1, 3, Some(10.0));
    minor.profile.birth_year = Some(YEAR - 19);
    assert_eq!(minor.run(&plan), vec![], "19 is adult");
    minor.profile.birth_year = None;
    assert_eq!(minor.run(&plan), vec![], "unknown is adult");

    // 120 + 5 × (40 + 60) = 620 s, and twice that is 1240 s: 1.5 × 14 min = 1260 s, 1.5 × 13 = 1170 s.
    let mut long = base();
    long.days[0].exercises = vec![exercise("t-bench", 5), exercise("t-squat", 5)];
    for (minutes, rule) in [(21, None), (20, Some("day_over_minutes")), (13, Some("day_too_long"))] {
        let mut check = Check::default();
        check.profile.session_minutes = minutes;
        let found: Vec<_> =
            check.run(&long).into_iter().filter(|one| one.pointer == "/days/0/exercises").collect();
        assert_eq!(found.first().map(|one| one.rule.as_str()), rule, "{minutes}");
    }

    let mut check = Check::default();
    check.profile.session_minutes = 180;
    check.profile.experience = Experience::Intermediate;
    long.days[0].exercises = vec![exercise("t-bench", 16)];
    assert_eq!(check.run(&long), vec![], "16 sets are in an intermediate's band");
    check.profile.experience = Experience::Beginner;
    long.days[0].exercises = vec![exercise("t-bench", 15)];
    assert!(!refuses(&check.run(&long)), "15 sets are a beginner's limit, not beyond it");
}

#[test]
fn days_apart_or_without_a_weekday_are_not_consecutive() {
    let pairs = [
        (Some(Weekday::Monday), Some(Weekday::Tuesday), true),
        (Some(Weekday::Tuesday), Some(Weekday::Monday), true),
        (Some(Weekday::Monday), Some(Weekday::Sunday), true),
        (Some(Weekday::Monday), Some(Weekday::Wednesday), false),
        (Some(Weekday::Monday), None, false),
        (None, None, false),
    ];
    for (one, two, expected) in pairs {
        let days = vec![
            day("Day1", one, vec![exercise("t-bench", 4)]),
            day("Day2", two, vec![exercise("t-push-up", 4)]),
        ];
        let found = Check::default().run(&PlanDoc { split: Split::Custom, days });
        assert_eq!(found.len(), usize::from(expected), "{one:?} {two:?}: {found:#?}");
    }
    let three = |weekday| day(&format!("{weekday}"), Some(weekday), vec![exercise("t-bench", 3)]);
    let days = vec![three(Weekday::Monday), three(Weekday::Tuesday)];
    assert_eq!(
        Check::default().run(&PlanDoc { split: Split::Custom, days }),
        vec![],
        "three sets may follow three"
    );
}

#[test]
fn sentences_name_the_exercise() {
    let mut plan = base();
    plan.days[0].exercises[0].sets[1].rpe = Some(11.0);
    let found = Check::default().run(&plan);
    assert_eq!(said(&found[0]), "Bench Press, set 2: RPE 11 is not one of 1 to 10 in halves.");

    let mut check = Check { cap: Some(LoadCap { cap_kg: 66.0, last_kg: Some(60.0) }), ..Check::default() };
    let mut plan = base();
    plan.days[0].exercises[0].sets[0].weight_kg = Some(70.0);
    let refused = check.run(&plan);
    assert_eq!(
        said(&refused[0]),
        "Bench Press, set 1: 70 kg is above 66 kg, at most 10% above the last 60 kg."
    );
    assert!(refuses(&refused));
    check.author = Author::Person;
    assert!(!refuses(&check.run(&plan)), "a person's own load only warns");
}

#[test]
fn the_table_lists_every_rule_once() {
    let listed: Vec<_> = RULES.iter().map(|info| info.rule).collect();
    assert_eq!(listed, PlanRule::ALL);
    let names: std::collections::BTreeSet<_> = RULES.iter().map(|info| info.says).collect();
    assert_eq!(names.len(), RULES.len());
}

prop_compose! {
    fn any_exercise()(
        id in prop::sample::select(vec!["t-bench", "t-squat", "t-plank", "t-pull-up", "nobody-knows"]),
        sets in prop::collection::vec(
            (0_u16..700, 0_u16..700, prop::option::of(-1e9_f64..1e9), prop::option::of(-5.0_f64..15.0)),
            0..25,
        ),
        rest_seconds in prop::option::of(any::<u32>()),
        note in prop::option::of(".{0,4}"),
    ) -> PlannedExercise {
        let sets = sets.into_iter().map(|(reps_min, reps_max, weight_kg, rpe)| {
            PlannedSet { reps_min, reps_max, weight_kg, rpe }
        });
        PlannedExercise { exercise_id: id.into(), group: None, rest_seconds, note, sets: sets.collect() }
    }
}

prop_compose! {
    fn any_day()(
        key in prop::sample::select(vec!["Day1", "Day2", ""]),
        weekday in prop::option::of(prop::sample::select(Weekday::ALL)),
        exercises in prop::collection::vec(any_exercise(), 0..6),
    ) -> PlannedDay {
        day(key, weekday, exercises)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_plan_is_judged_and_every_pointer_leads_into_it(
        days in prop::collection::vec(any_day(), 0..9),
        agent in any::<bool>(),
        birth_year in prop::option::of(1990_i16..YEAR),
    ) {
        let plan = PlanDoc { split: Split::Custom, days };
        let cap = Some(LoadCap { cap_kg: 60.0, last_kg: Some(55.0) });
        let author = if agent { Author::Agent } else { Author::Person };
        let check = Check { profile: Profile { birth_year, ..Profile::default() }, author, cap };
        let json = serde_json::to_value(&plan).unwrap();
        for one in check.run(&plan) {
            prop_assert!(json.pointer(&one.pointer).is_some(), "{one:?}");
            let rule = PlanRule::parse(&one.rule);
            prop_assert_eq!(rule.map(PlanRule::severity), Some(one.severity));
        }
    }

    #[test]
    fn an_agent_is_held_to_more_than_a_person(days in prop::collection::vec(any_day(), 0..5)) {
        let plan = PlanDoc { split: Split::Custom, days };
        let errors = |author| {
            let cap = Some(LoadCap { cap_kg: 60.0, last_kg: None });
            let found = Check { author, cap, ..Check::default() }.run(&plan);
            found.into_iter().filter(|one| one.severity == Severity::Error).collect::<Vec<_>>()
        };
        let agents = errors(Author::Agent);
        for one in errors(Author::Person) {
            prop_assert!(agents.contains(&one), "{one:?}");
        }
    }
}
