//! What several pages say about the days of a week's plan.

use jiff::civil::Date;

use super::words;
use crate::domain::plan::{DayStatus, WeekDay, WeeklyPlan};
use crate::wording::texts;

/// The day that is next: today's, else the first missed one, else the first to come. Days that were
/// before a person came are no debt, but who wants to train has them before a workout without a plan.
#[must_use]
pub fn next_day(week: &WeeklyPlan, today: Date) -> Option<&WeekDay> {
    let open = || week.days.iter().filter(|day| day.status != DayStatus::Done && !day.exercises.is_empty());
    open()
        .find(|day| day.date == Some(today))
        .or_else(|| open().find(|day| day.status == DayStatus::Missed))
        .or_else(|| open().find(|day| !is_before(day, today)))
        .or_else(|| open().next())
}

/// Whether a day was planned for a date on which the person was not here yet.
#[must_use]
pub fn is_before(day: &WeekDay, today: Date) -> bool {
    day.status == DayStatus::Upcoming && day.date.is_some_and(|date| date < today)
}

/// When it can be done: `Today`, `Wed 25 Nov`, or `Any day`, also where its date is over; when it was: `Mon 23 Nov`.
#[must_use]
pub fn when(day: &WeekDay, today: Date) -> String {
    match day.date {
        Some(date) if date < today && day.status != DayStatus::Done => texts::say("plan-any-day").to_owned(),
        _ => dated(day, today),
    }
}

/// Where it stands in the calendar: `Today`, `Mon 23 Nov`, or `Any day`.
#[must_use]
pub fn dated(day: &WeekDay, today: Date) -> String {
    match day.date {
        Some(date) if date == today => texts::say("plan-today").to_owned(),
        Some(date) => words::day(date),
        None => texts::say("plan-any-day").to_owned(),
    }
}

/// `55 min · 17 sets`.
#[must_use]
pub fn facts(day: &WeekDay) -> String {
    let sets = day.exercises.iter().map(|exercise| exercise.sets.len()).sum();
    let minutes = texts::with("plan-minutes", &[("n", day.estimated_minutes.into())]);
    format!("{minutes} · {}", words::count(sets, "count-sets"))
}

/// The status for a person.
#[must_use]
pub fn status_words(status: DayStatus) -> &'static str {
    match status {
        DayStatus::Done => texts::say("plan-day-done"),
        DayStatus::Missed => texts::say("plan-day-missed"),
        DayStatus::Upcoming => texts::say("plan-day-upcoming"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jiff::civil::date;

    use super::*;
    use crate::domain::plan::{PlanMeta, PlanSource, Prescribed, Split};
    use crate::domain::profile::{Experience, Goal};

    fn week(days: &[(i8, DayStatus)]) -> WeeklyPlan {
        let squat = Prescribed {
            exercise_id: "squat".into(),
            name: "Squat".into(),
            group: None,
            rest_seconds: 120,
            note: None,
            sets: vec![],
        };
        let day = |(at, status): &(i8, DayStatus)| WeekDay {
            day: format!("Day{at}"),
            focus: "Whole body".into(),
            weekday: None,
            date: Some(date(2026, 11, *at)),
            status: *status,
            estimated_minutes: 50,
            exercises: vec![squat.clone()],
        };
        WeeklyPlan {
            week_start: date(2026, 11, 23),
            split: Split::FullBody,
            plan_version: 1,
            days: days.iter().map(day).collect(),
            meta: PlanMeta {
                goal: Goal::Strength,
                experience: Experience::Beginner,
                days_per_week: 3,
                source: PlanSource::Generated,
                sets_per_muscle: BTreeMap::new(),
                notes: vec![],
                note_reasons: vec![],
                deload_suggested: None,
            },
        }
    }

    #[test]
    fn today_comes_first_then_what_was_missed_then_what_comes() {
        use DayStatus::{Done, Missed, Upcoming};
        let today = date(2026, 11, 25);
        for (days, next) in [
            (vec![(23, Missed), (25, Upcoming), (27, Upcoming)], Some("Day25")),
            (vec![(23, Missed), (25, Done), (27, Upcoming)], Some("Day23")),
            (vec![(23, Done), (25, Done), (27, Upcoming)], Some("Day27")),
            (vec![(23, Done), (25, Done)], None),
            (vec![], None),
            // Who came on Wednesday: Monday is no debt, and nothing is behind.
            (vec![(23, Upcoming), (25, Upcoming), (27, Upcoming)], Some("Day25")),
            (vec![(23, Upcoming), (25, Done), (27, Upcoming)], Some("Day27")),
            (vec![(23, Upcoming), (24, Upcoming), (27, Upcoming)], Some("Day27")),
            // Too late for all of it: who wants to train has the days before a workout without a plan.
            (vec![(23, Upcoming), (24, Upcoming)], Some("Day23")),
            (vec![(23, Done), (24, Upcoming)], Some("Day24")),
        ] {
            let week = week(&days);
            assert_eq!(next_day(&week, today).map(|day| day.day.as_str()), next, "{days:?}");
        }
    }

    #[test]
    fn what_can_still_be_done_never_has_a_date_that_is_over() {
        use DayStatus::{Done, Missed, Upcoming};
        let today = date(2026, 11, 25);
        for (day, offered, stands) in [
            ((23, Missed), "Any day", "Mon 23 Nov"),
            ((23, Upcoming), "Any day", "Mon 23 Nov"),
            ((23, Done), "Mon 23 Nov", "Mon 23 Nov"),
            ((25, Upcoming), "Today", "Today"),
            ((27, Upcoming), "Fri 27 Nov", "Fri 27 Nov"),
        ] {
            let week = week(&[day]);
            let words = (when(&week.days[0], today), dated(&week.days[0], today));
            assert_eq!(words, (offered.to_owned(), stands.to_owned()), "{day:?}");
        }
    }
}
