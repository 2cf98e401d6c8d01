//! The note that a light week is due, from the loads that stand and the hard weeks behind.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::athlete::Athlete;
use super::error::Result;
use crate::domain::exercise::Mechanic;
use crate::domain::plan::PlanDoc;
use crate::domain::progression::{self, RangeKey};
use crate::storage::{Conn, totals};

/// Weeks looked back for hard ones: more do not change what is said.
const WEEKS: i64 = 12;

/// Whether the person's current week should be a light one, in one sentence.
pub(super) async fn note(
    conn: &mut Conn,
    user_id: &str,
    athlete: &Athlete,
    doc: &PlanDoc,
) -> Result<Option<String>> {
    let planned = doc.exercises().map(|exercise| exercise.sets.len()).sum();
    let monday = athlete.this_monday();
    let weeks = totals::hard_sets_by_week(conn, user_id, monday, WEEKS).await?;
    let is_main =
        |id: &str| athlete.catalogue.get(id).is_some_and(|found| found.mechanic == Mechanic::Compound);
    let main = doc.exercises().filter(|planned| is_main(&planned.exercise_id)).filter_map(|planned| {
        let state = athlete.states.get(&RangeKey::of(planned)?)?;
        Some((planned.exercise_id.as_str(), state))
    });
    Ok(progression::deload_week(main, hard_weeks(&weeks, monday, planned), athlete.now))
}

/// Hard weeks running up to the last one, of those with sets, newest first.
fn hard_weeks(weeks: &[(Date, i64)], monday: Date, planned: usize) -> usize {
    let expected = (1..).map_while(|back: i64| monday.checked_sub((7 * back).days()).ok());
    let hard = weeks
        .iter()
        .zip(expected)
        .take_while(|((week, sets), expected)| week == expected && progression::is_hard_week(*sets, planned));
    hard.count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn hard_weeks_are_counted_up_to_a_light_or_an_empty_one() {
        let monday = date(2026, 3, 16);
        // hard sets by weeks back, with 30 planned; hard weeks running
        let cases: [(&[(i64, i64)], usize); 5] = [
            (&[], 0),
            (&[(1, 30), (2, 20), (3, 31)], 3),
            (&[(1, 30), (2, 19), (3, 30)], 1), // a light one
            (&[(1, 30), (3, 30)], 1),          // a week off
            (&[(2, 30), (3, 30)], 0),          // last week was off
        ];
        for (done, hard) in cases {
            let weeks: Vec<_> = done
                .iter()
                .map(|(back, sets)| (monday.checked_sub((7 * back).days()).unwrap(), *sets))
                .collect();
            assert_eq!(hard_weeks(&weeks, monday, 30), hard, "{done:?}");
        }
    }
}
