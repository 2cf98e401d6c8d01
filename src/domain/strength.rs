//! How strong a set was: the estimated one-repetition maximum (e1RM) and its inverse. Owns the
//! chart; refuses to guess where no chart reaches (0 repetitions, more than 15 in the tank).
//!
//! Loads here are whatever moved: for a bodyweight exercise the caller adds the body first, see
//! [`total_load`].

use super::exercise::BodyweightUse;

/// Share of the one-repetition maximum that can be lifted for k = 1 to 10 repetitions to failure:
/// the RTS chart of Mike Tuchscherer.
const CHART: [f64; 10] = [1.0, 0.955, 0.922, 0.892, 0.863, 0.837, 0.811, 0.786, 0.762, 0.739];

/// The last k with an estimate.
const LAST: f64 = 15.0;

/// Share of the one-repetition maximum, 0 to 1, for `k` repetitions to failure: the RTS chart up to
/// 10, Epley (1 ÷ (1 + k/30)) for 11 to 15, straight lines between, so that half steps are the
/// midpoints of their neighbours. None below 1 and beyond 15.
#[must_use]
pub fn percent(k: f64) -> Option<f64> {
    if !(1.0..=LAST).contains(&k) {
        return None;
    }
    let whole = k.floor();
    let low = at(whole);
    let high = at(whole + 1.0);
    Some((high - low).mul_add(k - whole, low))
}

/// The value for a whole k of 1 or more.
fn at(k: f64) -> f64 {
    CHART
        .iter()
        .zip(1u8..)
        .find_map(|(share, n)| (f64::from(n) >= k).then_some(*share))
        .unwrap_or_else(|| 1.0 / (1.0 + k / 30.0))
}

/// Repetitions to failure: those done and those left, `reps + (10 − RPE)`. Without an RPE none are
/// taken to be left. None for 0 repetitions and for an RPE outside 1 to 10.
#[must_use]
pub fn to_failure(reps: u32, rpe: Option<f64>) -> Option<f64> {
    let left = match rpe {
        None => 0.0,
        Some(rpe) if (1.0..=10.0).contains(&rpe) => 10.0 - rpe,
        Some(_) => return None,
    };
    (reps > 0).then(|| f64::from(reps) + left)
}

/// The one-repetition maximum that a set speaks of, in the unit of `weight`. None where there is no
/// estimate: no load, no repetition, or more than 15 to failure.
#[must_use]
pub fn e1rm(weight: f64, reps: u32, rpe: Option<f64>) -> Option<f64> {
    let share = percent(to_failure(reps, rpe)?)?;
    (weight.is_finite() && weight > 0.0).then(|| weight / share)
}

/// The load that someone with this one-repetition maximum lifts for `reps` at `rpe`: the inverse
/// of [`e1rm`], unrounded.
#[must_use]
pub fn weight_for(e1rm: f64, reps: u32, rpe: Option<f64>) -> Option<f64> {
    let share = percent(to_failure(reps, rpe)?)?;
    (e1rm.is_finite() && e1rm > 0.0).then_some(e1rm * share)
}

/// What moves when `external_kg` is on the bar, belt or stack: an exercise of the whole body adds
/// the bodyweight, an assisted one takes the help off it. None if the bodyweight is needed and
/// unknown, or nothing is left to lift.
#[must_use]
pub fn total_load(external_kg: f64, bodyweight_kg: Option<f64>, bodyweight: BodyweightUse) -> Option<f64> {
    let total = match bodyweight {
        BodyweightUse::None => external_kg,
        BodyweightUse::Full => bodyweight_kg? + external_kg,
        BodyweightUse::Assisted => bodyweight_kg? - external_kg,
    };
    (total.is_finite() && total > 0.0).then_some(total)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn chart_as_a_coach_knows_it() {
        // weight, reps, RPE, e1RM
        let cases = [
            (100.0, 1, Some(10.0), Some(100.0)),
            (95.5, 2, None, Some(100.0)),
            (86.3, 5, Some(10.0), Some(100.0)),
            (81.1, 5, Some(8.0), Some(100.0)),
            (79.85, 5, Some(7.5), Some(100.0)), // midpoint of 81.1 and 78.6
            (73.9, 10, None, Some(100.0)),
            (100.0, 12, None, Some(140.0)), // Epley
            (100.0, 15, None, Some(150.0)),
            (100.0, 10, Some(9.5), Some(200.0 / (0.739 + 30.0 / 41.0))),
            (100.0, 16, None, None),
            (100.0, 12, Some(6.5), None), // 15.5 in the tank
            (100.0, 0, Some(8.0), None),
            (0.0, 5, Some(8.0), None),
            (f64::NAN, 5, None, None),
            (100.0, 5, Some(11.0), None),
        ];
        for (weight, reps, rpe, want) in cases {
            let got = e1rm(weight, reps, rpe);
            let close = match (got, want) {
                (Some(a), Some(b)) => (a - b).abs() < 1e-9,
                (a, b) => a.is_none() && b.is_none(),
            };
            assert!(close, "{weight} × {reps} at {rpe:?}: {got:?}, not {want:?}");
        }
    }

    #[test]
    fn strictly_rising_in_k_over_every_half_step() {
        let estimates: Vec<f64> =
            (2..=30u8).map(|half| 1.0 / percent(f64::from(half) / 2.0).unwrap()).collect();
        assert!(estimates.windows(2).all(|pair| pair[0] < pair[1]), "{estimates:?}");
    }

    #[test]
    fn half_steps_are_midpoints() {
        for whole in 1..15u8 {
            let k = f64::from(whole);
            let (a, b, c) = (percent(k).unwrap(), percent(k + 0.5).unwrap(), percent(k + 1.0).unwrap());
            assert!((f64::midpoint(a, c) - b).abs() < 1e-12, "{k}");
        }
    }

    #[test]
    fn the_body_counts() {
        let cases = [
            (20.0, Some(80.0), BodyweightUse::Full, Some(100.0)),
            (30.0, Some(80.0), BodyweightUse::Assisted, Some(50.0)),
            (30.0, None, BodyweightUse::None, Some(30.0)),
            (20.0, None, BodyweightUse::Full, None),
            (90.0, Some(80.0), BodyweightUse::Assisted, None),
        ];
        for (external, body, role, want) in cases {
            assert_eq!(total_load(external, body, role), want);
        }
    }

    proptest! {
        #[test]
        fn inverse_and_total(weight in 0.5..1000.0f64, reps in 0u32..40, half in 0u8..=24) {
            let rpe = (half > 0).then(|| f64::from(half) / 2.0);
            if let Some(max) = e1rm(weight, reps, rpe) {
                prop_assert!(max >= weight - 1e-9);
                prop_assert!((weight_for(max, reps, rpe).unwrap() - weight).abs() < 1e-9);
            }
        }
    }
}
