//! What holds however it went.

use proptest::prelude::*;

use super::*;

fn any_set() -> impl Strategy<Value = LoggedSet> {
    let rpe = prop::option::of((2u8..=20).prop_map(|half| f64::from(half) / 2.0));
    (0u16..6, 0u16..30, prop_oneof![0.0..200.0f64, any::<f64>()], rpe, 0usize..4, prop::bool::weighted(0.05))
        .prop_map(|(set_index, reps, weight_kg, rpe, kind, pain)| LoggedSet {
            id: format!("{set_index}"),
            exercise_id: "lift".into(),
            set_index,
            reps: Some(reps),
            duration_seconds: None,
            weight_kg,
            rpe,
            kind: SetKind::ALL[kind],
            pain,
            note: None,
            logged_at: day(0),
        })
}

fn any_lifter() -> impl Strategy<Value = Lifter> {
    (0..Equipment::ALL.len(), 0..BodyweightUse::ALL.len(), prop::option::of(40.0..150.0f64)).prop_map(
        |(equipment, bodyweight, body)| Lifter {
            body,
            ..Lifter::new(Equipment::ALL[equipment], BodyweightUse::ALL[bodyweight])
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn however_it_went(
        lifter in any_lifter(),
        sessions in prop::collection::vec((prop::collection::vec(any_set(), 0..6), 1i64..40), 1..6),
        (low, width, n) in (1u16..15, 0u16..8, 1usize..5),
    ) {
        let (mut state, mut on): (Option<LoadState>, i64) = (None, 0);
        for (mut sets, pause) in sessions {
            on += pause;
            for set in &mut sets {
                set.logged_at = day(on);
            }
            let context = lifter.context(on);
            let mut planned = plan("lift", &format!("{n}x{low}-{}@8 -", low + width));
            let standing = state.as_ref().and_then(|state| current(state, &context).point.weight_kg);
            planned.sets.iter_mut().for_each(|set| set.weight_kg = standing);
            let before = state.as_ref().and_then(|state| state.point.weight_kg);
            let Some((decision, next)) = decide(state.as_ref(), &planned, &sets, &context) else {
                prop_assert!(!sets.iter().any(LoggedSet::is_working));
                continue;
            };
            let kg = decision.next.weight_kg.unwrap();
            prop_assert!(kg >= lifter.spec.least() && lifter.spec.is_loadable(kg), "{decision:?}");
            prop_assert!(decision.next.reps_max == planned.sets[0].reps_max);
            // Never more than one step above the hardest load lifted, but for a restored one.
            let hardest = sets.iter().filter(|set| set.is_working()).map(|set| Context::sane(set.weight_kg));
            let hardest = hardest.reduce(|a, b| if context.is_harder(a, b) { a } else { b }).unwrap();
            let step = context.harder(context.nearest_loadable(hardest)).unwrap_or(context.nearest_loadable(hardest));
            let restored = decision.rule == Rule::Return && before.is_some_and(|before| !context.is_harder(kg, before));
            prop_assert!(!context.is_harder(kg, step) || restored, "{decision:?}");
            if sets.iter().any(|set| set.pain && set.is_working()) {
                prop_assert_eq!(decision.rule, Rule::Hold);
            }
            told(decision);
            state = Some(next);
        }
    }

    #[test]
    fn warm_ups_change_nothing(sets in prop::collection::vec(any_set(), 1..6), warm in prop::collection::vec(any_set(), 0..4)) {
        let lifter = Lifter::new(Equipment::Barbell, BodyweightUse::None);
        let planned = plan("lift", "3x5-8@8 60");
        let mut more = sets.clone();
        more.extend(warm.into_iter().map(|set| LoggedSet { kind: SetKind::Warmup, ..set }));
        let (a, b) = (decide(None, &planned, &sets, &lifter.context(0)), decide(None, &planned, &more, &lifter.context(0)));
        prop_assert_eq!(a.map(|a| a.0), b.map(|b| b.0));
    }
}
