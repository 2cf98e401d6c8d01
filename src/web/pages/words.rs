//! Numbers, dates and vocabulary as a person reads them. Pure; loads are said by the domain.

use crate::agents::builtin;
use crate::domain::plan::PlannedSet;
use crate::domain::profile::Units;
pub use crate::domain::units::{from_kg, to_kg};
pub use crate::wording::dates::{day, day_month, long_day, moment, moment_ms, short_day_month};
pub use crate::wording::numbers::{clock, load, number, weight};
use crate::wording::texts;
pub use crate::wording::vocabulary::{count, exercise, plain, split};

/// An estimate with its unit, to one decimal: `101.3 kg`.
#[must_use]
pub fn rounded(kg: f64, units: Units) -> String {
    weight((kg * 10.0).round() / 10.0, units)
}

/// A large sum of load in the person's units: `12 430`.
#[must_use]
pub fn volume(kg: f64, units: Units) -> String {
    let digits = crate::domain::units::number(from_kg(kg, units).max(0.0), 0);
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push('\u{202f}');
        }
        grouped.push(digit);
    }
    grouped
}

/// A change of load in words: `+2.5 kg`, `−5 kg`, `held`.
#[must_use]
pub fn change(from_kg: f64, to_kg: f64, units: Units) -> String {
    let by = to_kg - from_kg;
    if by.abs() < 0.01 {
        return texts::say("change-held").to_owned();
    }
    format!("{}{}", if by > 0.0 { "+" } else { "−" }, weight(by.abs(), units))
}

/// `8` or `8–10`.
#[must_use]
pub fn range(least: u16, most: u16) -> String {
    if least == most { least.to_string() } else { format!("{least}–{most}") }
}

/// `3 × 8–10`, or each range where sets differ.
#[must_use]
pub fn sets(sets: &[PlannedSet], timed: bool) -> String {
    let unit = if timed { " s" } else { "" };
    let ranges: Vec<String> = sets.iter().map(|set| range(set.reps_min, set.reps_max)).collect();
    match ranges.first() {
        Some(first) if ranges.iter().all(|range| range == first) => {
            format!("{} × {first}{unit}", ranges.len())
        }
        Some(_) => format!("{}{unit}", ranges.join(", ")),
        None => String::new(),
    }
}

/// Who answers: a model by its name, the built-in coach in the person's language.
#[must_use]
pub fn answerer(model: &str) -> String {
    if model == builtin::NAME { texts::say("coach-built-in").to_owned() } else { model.to_owned() }
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;

    #[test]
    fn large_sums_are_grouped() {
        assert_eq!(volume(1_234_567.0, Units::Kg), "1\u{202f}234\u{202f}567");
        assert_eq!(volume(950.4, Units::Kg), "950");
        assert_eq!(volume(1_000.0, Units::Lb), "2\u{202f}205");
    }

    #[test]
    fn changes_say_direction_and_size() {
        assert_eq!(change(60.0, 62.5, Units::Kg), "+2.5 kg");
        assert_eq!(change(60.0, 54.0, Units::Kg), "−6 kg");
        assert_eq!(change(60.0, 60.0, Units::Lb), "held");
    }

    #[test]
    fn days_are_said_by_name() {
        let date = jiff::civil::date(2026, 11, 23);
        assert_eq!((day(date), long_day(date)), ("Mon 23 Nov".into(), "Monday 23 November".into()));
        assert_eq!((day_month(date), short_day_month(date)), ("23 November".into(), "23 Nov".into()));
        let sunday = jiff::civil::date(2027, 5, 2);
        assert_eq!((day(sunday), long_day(sunday)), ("Sun 2 May".into(), "Sunday 2 May".into()));
        assert_eq!(moment_ms(1_795_457_100_000, &TimeZone::UTC), "Mon 23 Nov, 18:05");
        assert_eq!(plain("a_word_of_no_text"), "A word of no text");
    }

    #[test]
    fn times_and_ranges() {
        assert_eq!((clock(150), clock(3750), clock(-1)), ("2:30".into(), "1:02:30".into(), "0:00".into()));
        assert_eq!((range(8, 8), range(8, 10)), ("8".to_owned(), "8–10".to_owned()));
        assert_eq!(
            (count(1, "count-sets"), count(3, "count-sets")),
            ("1 set".to_owned(), "3 sets".to_owned())
        );
        assert_eq!(plain("rear_shoulders"), "Rear shoulders");
        for (id, name) in [
            ("barbell-back-squat", "Barbell back squat"),
            ("01930000-0000-7000-8000-000000000001", "An exercise of your own"),
            ("no-such-lift", "No such lift"),
        ] {
            assert_eq!(exercise(id), name);
        }
        assert_eq!(
            (plain("pull_up_bar"), split("upper_lower")),
            ("Pull-up bar".into(), "Upper/lower".into())
        );
    }
}
