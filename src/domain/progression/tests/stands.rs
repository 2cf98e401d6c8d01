//! What stands without a session: after a pause, by hand, at the start, and what an agent may ask.

use super::table::follow;
use super::*;

#[test]
fn coming_back() {
    let trained = || {
        let mut lifter = Lifter::new(Equipment::Barbell, BodyweightUse::None);
        lifter.train(0, "3x5-8@8 100", "100x6 100x6 100x4");
        lifter
    };
    // days away, what stands, whether the miss is still counted
    for (days, stands, misses) in
        [(13, 100.0, 1), (14, 90.0, 0), (27, 90.0, 0), (28, 80.0, 0), (400, 80.0, 0)]
    {
        let lifter = trained();
        let now = current(lifter.state.as_ref().unwrap(), &lifter.context(days));
        assert_eq!(now.point.weight_kg, Some(stands), "{days} days");
        assert_eq!((now.memory.misses, now.returned.is_some()), (misses, stands < 100.0), "{days} days");
        if let Some(returned) = now.returned.map(told) {
            let because = format!("{days} days since the last time, so you come back at {stands} kg.");
            let flips_if = "Every set at 8 reps in the first session back restores 100 kg.";
            assert_eq!((returned.because, returned.flips_if.as_str()), (because, flips_if));
        }
    }
    let back = |asked, sets, rule, next| follow("back", trained(), &[(20, asked, sets, rule, next, "")]);
    back("3x5-8@8 90", "90x8 90x8 90x8", Rule::Return, 100.0);
    back("3x5-8@8 90", "90x8 90x8 90x7", Rule::Hold, 90.0);
    back("3x5-8@8 90", "90x4 90x4 90x4", Rule::Hold, 90.0); // the miss before the pause is cleared
    back("3x5-8@8 90", "100x8 100x8 100x8", Rule::Advance, 102.5);
}

#[test]
fn a_load_set_by_hand_stands_through_the_pause() {
    let mut lifter = Lifter::new(Equipment::Barbell, BodyweightUse::None);
    lifter.train(0, "3x5-8@8 100", "100x6 100x6 100x4");
    let key = RangeKey { exercise_id: "lift".into(), reps_min: 5, reps_max: 8 };
    let (decision, state) = manual(lifter.state.as_ref(), &key, 95.0, &lifter.context(20));
    assert_eq!((decision.rule, decision.from.weight_kg), (Rule::Manual, Some(90.0)));
    let decision = told(decision);
    assert_eq!(decision.because, "You set 95 kg yourself.");
    assert_eq!(decision.flips_if, "Leaving the load empty would have kept 90 kg.");
    let first = told(manual(None, &key, 95.0, &lifter.context(20)).0);
    assert_eq!(first.flips_if, "Leaving the load empty leaves it to the engine.");
    assert_eq!(current(&state, &lifter.context(21)).point.weight_kg, Some(95.0));
    assert_eq!(current(&state, &lifter.context(34)).point.weight_kg, Some(85.0));
}

#[test]
fn where_a_range_starts_and_what_an_agent_may_ask() {
    let lifter = Lifter::new(Equipment::Barbell, BodyweightUse::None);
    let context = lifter.context(0);
    let start = |known| starting(&lifter.exercise, 5, 8, Some(8.0), known, &context);
    assert_eq!(start(None).weight_kg, Some(20.0));
    assert_eq!(start(Some(100.0)).weight_kg, Some(80.0)); // 81.1 rounded down
    assert!((agent_cap_kg(None, &start(None), &context) - 20.0).abs() < 1e-9);
    for (stands, cap) in [(100.0, 110.0), (62.5, 67.5), (20.0, 20.0)] {
        let point = LoadPoint { weight_kg: Some(stands), ..start(None) };
        let state = LoadState::new(point, Rule::Hold, Some(day(0)));
        assert!((agent_cap_kg(Some(&state), &start(None), &context) - cap).abs() < 1e-9, "{stands}");
    }
    let profile: Profile = serde_json::from_value(serde_json::json!({
        "experience": "beginner", "goal": "strength", "days_per_week": 3, "session_minutes": 60,
        "equipment": [], "known_lifts": [{"exercise_id": "lift", "weight_kg": 100.0, "reps": 5}]
    }))
    .unwrap();
    let known = known_e1rm(&LoadStates::new(), &profile, &context).unwrap();
    assert!((known - 100.0 / 0.863).abs() < 1e-9);
}

#[test]
fn a_state_from_before_the_memory_is_read() {
    let old = r#"{"point":{"weight_kg":60.0,"reps_min":5,"reps_max":8},"last_rule":"hold","last_at":null}"#;
    let state: LoadState = serde_json::from_str(old).unwrap();
    assert_eq!(state.memory, Memory::default());
    let again: LoadState = serde_json::from_str(&serde_json::to_string(&state).unwrap()).unwrap();
    assert_eq!(again, state);
}

#[test]
fn a_whole_session_decides_each_exercise_once() {
    let catalogue = crate::domain::catalogue::Catalogue::embedded().with_own(vec![
        exercise("one", Equipment::Barbell, BodyweightUse::None),
        exercise("two", Equipment::Barbell, BodyweightUse::None),
    ]);
    let planned = ["one", "two", "one", "ghost"].map(|id| plan(id, "2x5-8@8 60"));
    let mut sets = lifted("one", "60x8 60x8", 0);
    sets.extend(lifted("ghost", "60x8 60x8", 0));
    let decide = |sets: &[LoggedSet]| {
        decide_session(&planned, sets, &catalogue, &Profile::default(), &LoadStates::new(), day(0))
    };
    let done = decide(&sets);
    assert_eq!(done.iter().map(|one| one.key.exercise_id.as_str()).collect::<Vec<_>>(), ["one"]);
    assert_eq!(done[0].state.point, done[0].decision.next);
    sets.extend(lifted("two", "60x8 60x7", 0));
    assert_eq!(
        decide(&sets).iter().map(|one| one.decision.rule).collect::<Vec<_>>(),
        [Rule::Advance, Rule::Hold]
    );
}

#[test]
fn a_whole_session_decides_each_range_by_its_own_sets() {
    let catalogue = crate::domain::catalogue::Catalogue::embedded().with_own(vec![exercise(
        "one",
        Equipment::Barbell,
        BodyweightUse::None,
    )]);
    let mut planned = plan("one", "1x3-5@8 100");
    planned.sets.extend(plan("one", "2x8-12@8 70").sets);
    let sets = lifted("one", "100x4@8 70x12@8 70x12@8 70x11@8", 0);
    let done = decide_session(&[planned], &sets, &catalogue, &Profile::default(), &LoadStates::new(), day(0));
    let of = |at: usize| {
        let Decision { rule, next, set_ids, .. } = &done[at].decision;
        (done[at].key.reps_min, *rule, next.weight_kg, set_ids.len())
    };
    assert_eq!(done.len(), 2);
    assert_eq!(of(0), (3, Rule::Hold, Some(100.0), 1));
    // The set beyond the prescription belongs to the last range, and takes nothing from it.
    assert_eq!(of(1), (8, Rule::Advance, Some(72.5), 3));
}
