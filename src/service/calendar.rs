//! Time between workouts by the person's own calendar. The rules of the domain count whole days of
//! 24 hours; a person counts dates, also across a change of the clocks, and the plan's tag holds the
//! date. So what the rules are given is moved: as many times 24 hours back as there are dates.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::domain::progression::{LoadState, LoadStates};

const DAY_SECONDS: i64 = 86_400;

/// The state with its times moved, for a reading at `moment` on the date `today`.
#[must_use]
pub fn on(state: &LoadState, today: Date, moment: Timestamp, zone: &TimeZone) -> LoadState {
    let moved = |at: Timestamp| moved(at, today, moment, zone);
    let mut seen = state.clone();
    seen.last_at = seen.last_at.map(moved);
    seen.memory.manual_at = seen.memory.manual_at.map(moved);
    seen
}

/// Every load state with its times moved, for a reading at `moment` on the date `today`.
#[must_use]
pub fn all_on(states: &LoadStates, today: Date, moment: Timestamp, zone: &TimeZone) -> LoadStates {
    states.iter().map(|(key, state)| (key.clone(), on(state, today, moment, zone))).collect()
}

fn moved(at: Timestamp, today: Date, moment: Timestamp, zone: &TimeZone) -> Timestamp {
    let then = at.to_zoned(zone.clone()).date();
    let days = i64::from((today - then).get_days());
    let seconds = moment.as_second().saturating_sub(days.saturating_mul(DAY_SECONDS));
    Timestamp::from_second(seconds).unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_count_and_neither_hours_nor_the_change_of_clocks() {
        let zone = TimeZone::get("Europe/Berlin").unwrap();
        let at = |text: &str| text.parse::<jiff::Zoned>().unwrap();
        for (last, now, days) in [
            ("2026-03-16T23:30[Europe/Berlin]", "2026-03-17T00:10[Europe/Berlin]", 1),
            ("2026-03-16T06:00[Europe/Berlin]", "2026-03-16T23:59[Europe/Berlin]", 0),
            // 23 and 25 hours: the clocks change on 29 March and 25 October.
            ("2026-03-28T20:00[Europe/Berlin]", "2026-03-29T20:00[Europe/Berlin]", 1),
            ("2026-03-16T23:30[Europe/Berlin]", "2026-03-30T00:15[Europe/Berlin]", 14),
            ("2026-10-12T00:15[Europe/Berlin]", "2026-10-25T23:45[Europe/Berlin]", 13),
            ("2026-10-12T00:15[Europe/Berlin]", "2026-10-26T00:01[Europe/Berlin]", 14),
        ] {
            let (last, now) = (at(last), at(now));
            let seen = moved(last.timestamp(), now.date(), now.timestamp(), &zone);
            let counted = (now.timestamp().as_second() - seen.as_second()) / DAY_SECONDS;
            assert_eq!(counted, days, "{last} to {now}");
        }
    }
}
