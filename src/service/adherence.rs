//! How much of what was planned was trained, over the last full weeks.

use jiff::ToSpan as _;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::athlete::monday_of;
use crate::domain::plan::{PlanDoc, PlannedDay};

/// Full weeks it is about.
const ADHERENCE_WEEKS: i64 = 4;

/// How much of what was planned was trained, over the last four full weeks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Adherence {
    /// Training days of these weeks by the plan that stands; 0 before the first full week.
    pub planned: i64,
    /// Sessions completed, at most the planned ones of each week.
    pub completed: i64,
}

/// Days of a week as the plan stands.
#[derive(Debug)]
pub(super) struct Planned {
    /// Of a whole week.
    days: i64,
    /// The week in which the account was made, and what of it came after: nothing was missed before.
    joined: (Date, i64),
}

impl Planned {
    pub(super) fn of(plan: &PlanDoc, joined: Date) -> Self {
        let offset = joined.weekday().to_monday_zero_offset();
        let after = |day: &&PlannedDay| day.weekday.is_none_or(|weekday| weekday.offset() >= offset);
        let count = |number: usize| i64::try_from(number).unwrap_or(0);
        let due = count(plan.days.iter().filter(after).count()).min(7 - i64::from(offset));
        Self { days: count(plan.days.len()), joined: (monday_of(joined), due) }
    }

    /// Of one week in which so many were trained.
    fn in_week(&self, week: Date, trained: i64) -> i64 {
        let (joined, due) = self.joined;
        if week == joined { due.max(trained.min(self.days)) } else { self.days }
    }
}

/// `first` is the week of the first session ever; nothing was missed before it.
#[must_use]
pub(super) fn adherence(
    trained: &[(Date, i64)],
    first: Option<Date>,
    monday: Date,
    plan: &Planned,
) -> Adherence {
    let earliest =
        monday.checked_sub((7 * ADHERENCE_WEEKS).days()).unwrap_or(monday).max(first.unwrap_or(monday));
    let weeks = i64::from((monday - earliest).get_days()) / 7;
    let full = (0..weeks).filter_map(|week| earliest.checked_add((7 * week).days()).ok());
    let of_week = |week: Date| {
        let count = trained.iter().find(|(other, _)| *other == week).map_or(0, |(_, count)| *count);
        let planned = plan.in_week(week, count);
        (planned, count.min(planned))
    };
    let (planned, completed) = full.map(of_week).fold((0, 0), |sum, week| (sum.0 + week.0, sum.1 + week.1));
    Adherence { planned, completed }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    type Case<'a> = (&'a [(i64, i64)], Option<i64>, i64, i64);

    #[test]
    fn adherence_is_about_full_weeks_since_the_first_session() {
        let monday = date(2026, 3, 16);
        let week = |back: i64| monday.checked_sub((7 * back).days()).unwrap();
        // sessions by weeks back, the first week ever, planned, completed, with three days a week
        let cases: [Case<'_>; 7] = [
            (&[], None, 0, 0),
            (&[(0, 2)], Some(0), 0, 0),         // the first week is not over
            (&[(0, 1), (1, 3)], Some(1), 3, 3), // one full week
            (&[(1, 2), (2, 3), (3, 1), (4, 3)], Some(9), 12, 9), // four weeks
            (&[(2, 3), (4, 3), (5, 3)], Some(5), 12, 6), // two of them missed
            (&[(1, 5), (2, 3)], Some(2), 6, 6), // more than planned is no more than all
            (&[(7, 3)], Some(7), 12, 0),
        ];
        for (done, first, planned, completed) in cases {
            let trained: Vec<(Date, i64)> = done.iter().map(|(back, count)| (week(*back), *count)).collect();
            let plan = Planned { days: 3, joined: (week(50), 1) };
            let got = adherence(&trained, first.map(week), monday, &plan);
            assert_eq!(got, Adherence { planned, completed }, "{done:?}");
        }
    }

    #[test]
    fn nothing_of_the_week_was_missed_before_the_account() {
        let monday = date(2026, 3, 16);
        let before = date(2026, 3, 9);
        // planned after joining, sessions in that week, planned and completed of it, with three days a week
        for (due, done, planned, completed) in
            [(0, 1, 1, 1), (1, 1, 1, 1), (2, 1, 2, 1), (0, 4, 3, 3), (3, 2, 3, 2)]
        {
            let plan = Planned { days: 3, joined: (before, due) };
            let got = adherence(&[(before, done)], Some(before), monday, &plan);
            assert_eq!(got, Adherence { planned, completed }, "{due} due, {done} done");
        }
    }
}
