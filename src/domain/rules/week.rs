//! Rules on time and on the week as a whole: minutes, weekly sets, rest between days.

use std::collections::BTreeMap;

use crate::domain::exercise::Muscle;
use crate::domain::plan::Violation;
use crate::domain::plan_math::{add_sets, exercise_seconds, weekly_band, weekly_limit};
use crate::domain::profile::{Profile, Weekday};
use crate::reason;

use super::table::PlanRule;
use super::{Day, limits, violation};

/// The day against the person's minutes.
pub(super) fn check_minutes(at: usize, day: &Day<'_>, profile: &Profile, found: &mut Vec<Violation>) {
    let lines = day.exercises.iter();
    let seconds: u64 = lines.map(|(planned, exercise)| exercise_seconds(planned, *exercise)).sum();
    let has = profile.session_minutes;
    let allowed = u64::from(has) * 60;
    // Half of an even number of seconds: 1.5 times the minutes, without a float.
    let rule = match seconds {
        _ if seconds > allowed + allowed / 2 => PlanRule::DayTooLong,
        _ if seconds > allowed => PlanRule::DayOverMinutes,
        _ => return,
    };
    let takes = seconds.div_ceil(60);
    let reason = reason!("rule_day_minutes", focus = day.plan.called(), takes = takes, minutes = has);
    found.push(violation(rule, format!("/days/{at}/exercises"), reason));
}

/// Weekly sets of every muscle against the band and the limit.
pub(super) fn check_sets(days: &[Day<'_>], profile: &Profile, found: &mut Vec<Violation>) {
    let mut totals = BTreeMap::new();
    for (exercise, sets) in days.iter().flat_map(Day::known) {
        add_sets(&mut totals, exercise, sets);
    }
    let (least, most) = weekly_band(profile.experience);
    let limit = weekly_limit(profile.experience);
    for &muscle in Muscle::ALL {
        let sets = totals.get(&muscle).copied().unwrap_or(0.0);
        let name = muscle.as_str();
        let (rule, reason) = if sets > limit {
            let reason = reason!("rule_weekly_sets_over_limit", sets = sets, muscle = name, most = limit);
            (PlanRule::WeeklySetsOverLimit, reason)
        } else if sets > most {
            let reason =
                reason!("rule_weekly_sets_above", sets = sets, muscle = name, least = least, most = most);
            (PlanRule::WeeklySetsOutsideBand, reason)
        } else if muscle.has_target() && sets < least {
            let reason =
                reason!("rule_weekly_sets_below", sets = sets, muscle = name, least = least, most = most);
            (PlanRule::WeeklySetsOutsideBand, reason)
        } else {
            continue;
        };
        found.push(violation(rule, "/days".to_owned(), reason));
    }
}

/// A muscle trained hard on a day should rest the next. The week comes round: Monday follows
/// Sunday.
pub(super) fn check_rest_days(days: &[Day<'_>], found: &mut Vec<Violation>) {
    for day in days {
        for (at, next) in days.iter().enumerate() {
            if follows(day.plan.weekday, next.plan.weekday) {
                check_pair(day, at, next, found);
            }
        }
    }
}

fn check_pair(day: &Day<'_>, at: usize, next: &Day<'_>, found: &mut Vec<Violation>) {
    let (before, after) = (hard_sets(day), hard_sets(next));
    for (muscle, sets) in before {
        let again = after.get(&muscle).copied().unwrap_or(0);
        if sets >= limits::CONSECUTIVE_SETS && again >= limits::CONSECUTIVE_SETS {
            let reason = reason!(
                "rule_without_rest",
                muscle_capital = muscle.as_str(),
                sets = sets,
                focus = day.plan.called(),
                again = again,
                next_focus = next.plan.called(),
            );
            found.push(violation(PlanRule::ConsecutiveDays, format!("/days/{at}/exercises"), reason));
        }
    }
}

fn follows(day: Option<Weekday>, next: Option<Weekday>) -> bool {
    matches!((day, next), (Some(day), Some(next)) if (day.offset() + 1) % 7 == next.offset())
}

/// Sets of each muscle that is primary in them.
fn hard_sets(day: &Day<'_>) -> BTreeMap<Muscle, usize> {
    let mut sets = BTreeMap::new();
    for (exercise, count) in day.known() {
        for &muscle in Muscle::ALL.iter().filter(|muscle| exercise.primary_muscles.contains(muscle)) {
            *sets.entry(muscle).or_insert(0) += count;
        }
    }
    sets
}
