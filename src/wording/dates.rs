//! Days, months and moments as a language writes them.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::texts;
use crate::domain::profile::Weekday;

/// `Mon 23 Nov`.
#[must_use]
pub fn day(date: Date) -> String {
    let weekday = texts::with(&format!("weekday-short-{}", date.weekday().to_monday_one_offset()), &[]);
    dated(date, &weekday, &short_month(date))
}

/// `Monday 23 November`.
#[must_use]
pub fn long_day(date: Date) -> String {
    let weekday = Weekday::ALL.get(usize::from(date.weekday().to_monday_zero_offset().unsigned_abs()));
    let weekday = weekday.map_or_else(String::new, |day| texts::with(&format!("word-{day}"), &[]));
    dated_as("date-long-day", date, &weekday, &month(date))
}

/// `23 November`.
#[must_use]
pub fn day_month(date: Date) -> String {
    texts::with("date-day-month", &[("day", date.day().into()), ("month", month(date).into())])
}

/// `23 Nov`.
#[must_use]
pub fn short_day_month(date: Date) -> String {
    let parts = [("day", date.day().into()), ("month", short_month(date).into())];
    texts::with("date-short-day-month", &parts)
}

/// `23 – 29 November`, or `30 November – 6 December`.
#[must_use]
pub fn span(from: Date, to: Date) -> String {
    if from.month() != to.month() {
        return texts::with("date-span", &[("from", day_month(from).into()), ("to", day_month(to).into())]);
    }
    let parts = [("from", from.day().into()), ("to", to.day().into()), ("month", month(to).into())];
    texts::with("date-span-in-month", &parts)
}

/// `Mon 23 Nov, 18:05` in the person's zone.
#[must_use]
pub fn moment(at: Timestamp, zone: &TimeZone) -> String {
    let at = at.to_zoned(zone.clone());
    let (day, time) = (day(at.date()), at.strftime("%H:%M").to_string());
    texts::with("date-moment", &[("day", day.into()), ("time", time.into())])
}

/// The moment of epoch milliseconds; of none that is out of range.
#[must_use]
pub fn moment_ms(ms: i64, zone: &TimeZone) -> String {
    Timestamp::from_millisecond(ms).map_or_else(|_| String::new(), |at| moment(at, zone))
}

fn month(date: Date) -> String {
    texts::with(&format!("month-{}", date.month()), &[])
}

fn short_month(date: Date) -> String {
    texts::with(&format!("month-short-{}", date.month()), &[])
}

fn dated(date: Date, weekday: &str, month: &str) -> String {
    dated_as("date-day", date, weekday, month)
}

fn dated_as(key: &str, date: Date, weekday: &str, month: &str) -> String {
    let parts = [("weekday", weekday.into()), ("day", date.day().into()), ("month", month.into())];
    texts::with(key, &parts)
}
