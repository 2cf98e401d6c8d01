use proptest::prelude::*;

use super::*;

fn spec(min_kg: f64, step_kg: f64, plates: Option<&[f64]>) -> LoadSpec {
    LoadSpec { min_kg, step_kg, plates_kg: plates.map(<[f64]>::to_vec) }
}

#[test]
fn rounding_as_the_rack_allows() {
    let bar = default_spec(Equipment::Barbell, Units::Kg);
    let home = spec(20.0, 2.5, Some(&[10.0, 5.0, 5.0]));
    let dumbbell = default_spec(Equipment::Dumbbell, Units::Kg);
    // what, asked, down, nearest, next above, next below
    let cases = [
        ("bar", &bar, 61.0, 60.0, 60.0, Some(62.5), Some(60.0)),
        ("bar", &bar, 61.5, 60.0, 62.5, Some(62.5), Some(60.0)),
        ("bar", &bar, 60.0, 60.0, 60.0, Some(62.5), Some(57.5)),
        ("bar", &bar, 5.0, 20.0, 20.0, Some(20.0), None),
        ("bar", &bar, 20.0, 20.0, 20.0, Some(22.5), None),
        ("bar", &bar, 300.0, 300.0, 300.0, Some(302.5), Some(297.5)),
        ("home", &home, 46.0, 40.0, 50.0, Some(50.0), Some(40.0)),
        ("home", &home, 60.0, 60.0, 60.0, None, Some(50.0)),
        ("home", &home, 99.0, 60.0, 60.0, None, Some(60.0)),
        ("dumbbell", &dumbbell, 9.1, 8.0, 10.0, Some(10.0), Some(8.0)),
        ("dumbbell", &dumbbell, 2.0, 2.0, 2.0, Some(4.0), None),
    ];
    for (what, spec, asked, down, nearest, above, below) in cases {
        let got = (spec.down(asked), spec.nearest(asked), spec.above(asked), spec.below(asked));
        assert_eq!(got, (down, nearest, above, below), "{what} {asked}");
    }
}

#[test]
fn a_bigger_step_than_the_plates_is_kept() {
    let bar = spec(20.0, 5.0, Some(&[20.0, 10.0, 5.0, 2.5, 1.25]));
    assert_eq!((bar.down(64.0), bar.above(60.0)), (60.0, Some(65.0)));
}

#[test]
fn nothing_to_add() {
    let band = default_spec(Equipment::Band, Units::Kg);
    assert_eq!((band.down(0.0), band.above(0.0), band.below(0.0)), (0.0, None, None));
    let bare = spec(20.0, 2.5, Some(&[]));
    assert_eq!((bare.down(80.0), bare.above(20.0)), (20.0, None));
}

#[test]
fn pound_plates_in_kilograms() {
    let plates = [45.0, 45.0, 25.0, 10.0, 5.0, 2.5].map(|lb| lb * KG_PER_LB).to_vec();
    let bar = LoadSpec { min_kg: 45.0 * KG_PER_LB, step_kg: 5.0 * KG_PER_LB, plates_kg: Some(plates) };
    let next = bar.above(135.0 * KG_PER_LB).unwrap();
    assert!((next / KG_PER_LB - 140.0).abs() < 0.1, "{}", next / KG_PER_LB);
}

#[test]
fn gear_made_in_pounds_for_who_reads_pounds() {
    let pounds = |kg: f64| (kg / KG_PER_LB * 100.0).round() / 100.0;
    let bar = default_spec(Equipment::Barbell, Units::Lb);
    assert_eq!((pounds(bar.min_kg), pounds(bar.step_kg)), (45.0, 5.0));
    for (asked, nearest) in [(44.0, 45.0), (137.0, 135.0), (225.0, 225.0), (313.0, 315.0)] {
        let got = bar.nearest(asked * KG_PER_LB);
        assert!((got / KG_PER_LB - nearest).abs() < 0.1, "{asked}: {}", pounds(got));
    }
    for equipment in Equipment::ALL {
        let (metric, imperial) = (default_spec(*equipment, Units::Kg), default_spec(*equipment, Units::Lb));
        assert_eq!(metric.step_kg > 0.0, imperial.step_kg > 0.0, "{equipment}");
        assert!(
            pounds(imperial.step_kg).fract() == 0.0 && pounds(imperial.min_kg).fract() == 0.0,
            "{equipment}"
        );
    }
}

pub(crate) fn any_spec() -> impl Strategy<Value = LoadSpec> {
    let plates =
        prop::option::of(prop::collection::vec(prop_oneof![Just(1.25), Just(5.0), 0.0..60.0f64], 0..6));
    (0.0..60.0f64, 0.25..20.0f64, plates).prop_map(|(min_kg, step_kg, plates_kg)| LoadSpec {
        min_kg,
        step_kg,
        plates_kg,
    })
}

proptest! {
    #[test]
    fn every_answer_can_be_loaded(spec in any_spec(), kg in -50.0..1100.0f64) {
        let (down, nearest, up) = (spec.down(kg), spec.nearest(kg), spec.up(kg));
        for got in [down, nearest, up] {
            prop_assert!(got >= spec.least() - 1e-6 && spec.is_loadable(got), "{got}");
        }
        prop_assert!(down <= kg + SAME_KG || down <= spec.least() + 1e-6);
        prop_assert!(down <= nearest && nearest <= up);
        if let Some(above) = spec.above(kg) {
            prop_assert!(above > kg && spec.is_loadable(above));
        }
        if let Some(below) = spec.below(kg) {
            prop_assert!(below < kg && below >= spec.least() - 1e-6 && spec.is_loadable(below));
        }
    }

    #[test]
    fn up_then_down_comes_back(spec in any_spec(), kg in 0.0..500.0f64) {
        let here = spec.down(kg);
        if let Some(above) = spec.above(here) {
            prop_assert!((spec.below(above).unwrap() - here).abs() <= 2.0 * SAME_KG);
        }
    }

    #[test]
    fn total_on_nonsense(min in any::<f64>(), step in any::<f64>(), kg in any::<f64>(), plate in any::<f64>()) {
        for plates in [None, Some(vec![plate; 30])] {
            let spec = LoadSpec { min_kg: min, step_kg: step, plates_kg: plates };
            prop_assert!(spec.down(kg).is_finite() && spec.nearest(kg).is_finite());
            let _ = (spec.above(kg), spec.below(kg));
        }
    }
}
