//! Numbers, units, dates and vocabulary as a person reads them. Pure; the one place where kilograms
//! become pounds on a page and back.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::domain::loads::KG_PER_LB;
use crate::domain::plan::PlannedSet;
use crate::domain::profile::Units;
use crate::web::texts;

/// A number with at most `digits` decimals and no trailing zeros.
#[must_use]
pub fn number(value: f64, digits: usize) -> String {
    let text = format!("{value:.digits$}");
    let short = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    if short == "-0" { "0".to_owned() } else { short.to_owned() }
}

/// A load in the person's units, without the unit.
#[must_use]
pub fn load(kg: f64, units: Units) -> String {
    match units {
        Units::Kg => number(kg, 2),
        Units::Lb => number(kg / KG_PER_LB, 1),
    }
}

/// A load with its unit: `60 kg`.
#[must_use]
pub fn weight(kg: f64, units: Units) -> String {
    format!("{} {units}", load(kg, units))
}

/// A sentence of the engine's, whose loads are kilograms, in the person's units: each number before `kg`.
#[must_use]
pub fn in_units(sentence: &str, units: Units) -> String {
    if units == Units::Kg {
        return sentence.to_owned();
    }
    let mut said = String::with_capacity(sentence.len());
    let mut pieces = sentence.split(" kg").peekable();
    while let Some(piece) = pieces.next() {
        let digits = piece.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == '.').len();
        let (words, value) = piece.split_at(digits);
        match (pieces.peek(), value.parse::<f64>()) {
            (None, _) => said.push_str(piece),
            (Some(_), Ok(kg)) => said.extend([words, weight(kg, units).as_str()]),
            (Some(_), Err(_)) => said.extend([piece, " kg"]),
        }
    }
    said
}

/// An estimate with its unit, to one decimal: `101.3 kg`.
#[must_use]
pub fn rounded(kg: f64, units: Units) -> String {
    weight((kg * 10.0).round() / 10.0, units)
}

/// A large sum of load in the person's units: `12 430`.
#[must_use]
pub fn volume(kg: f64, units: Units) -> String {
    let value = if units == Units::Lb { kg / KG_PER_LB } else { kg };
    let digits = number(value.max(0.0), 0);
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push('\u{202f}');
        }
        grouped.push(digit);
    }
    grouped
}

/// Kilograms from what the person typed in their units.
#[must_use]
pub fn to_kg(value: f64, units: Units) -> f64 {
    if units == Units::Lb { value * KG_PER_LB } else { value }
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

/// `2:30`; hours as `1:02:30`.
#[must_use]
pub fn clock(seconds: i64) -> String {
    let seconds = seconds.max(0);
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{rest:02}") } else { format!("{minutes}:{rest:02}") }
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

/// `lower_back` reads `Lower back`; a word without a text of its own keeps its letters.
#[must_use]
pub fn plain(word: &str) -> String {
    let key = format!("word-{}", word.replace('_', "-"));
    if texts::known(&key) {
        return texts::with(&key, &[]);
    }
    let mut letters = word.chars();
    let rest = letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>());
    rest.unwrap_or_default().replace('_', " ")
}

/// A split by name: `Upper/lower`.
#[must_use]
pub fn split(word: &str) -> String {
    match word {
        "upper_lower" => texts::say("split-upper-lower").to_owned(),
        "push_pull_legs" => texts::say("split-push-pull-legs").to_owned(),
        "push_pull_legs_upper_lower" => texts::say("split-push-pull-legs-upper-lower").to_owned(),
        other => plain(other),
    }
}

/// `1 set`, `2 sets`: a text of one argument, `n`.
#[must_use]
pub fn count(n: usize, key: &'static str) -> String {
    texts::with(key, &[("n", n.into())])
}

/// `Mon 23 Nov`.
#[must_use]
pub fn day(date: Date) -> String {
    let weekday = texts::with(&format!("weekday-short-{}", date.weekday().to_monday_one_offset()), &[]);
    dated(date, &weekday, &short_month(date))
}

/// `Monday 23 November`.
#[must_use]
pub fn long_day(date: Date) -> String {
    let weekday = WEEKDAYS.get(usize::from(date.weekday().to_monday_zero_offset().unsigned_abs()));
    dated(date, &weekday.map_or_else(String::new, |name| plain(name)), &month(date))
}

/// `23 November`.
#[must_use]
pub fn day_month(date: Date) -> String {
    texts::with("date-day-month", &[("day", date.day().into()), ("month", month(date).into())])
}

/// `23 Nov`.
#[must_use]
pub fn short_day_month(date: Date) -> String {
    texts::with("date-day-month", &[("day", date.day().into()), ("month", short_month(date).into())])
}

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

fn month(date: Date) -> String {
    texts::with(&format!("month-{}", date.month()), &[])
}

fn short_month(date: Date) -> String {
    texts::with(&format!("month-short-{}", date.month()), &[])
}

fn dated(date: Date, weekday: &str, month: &str) -> String {
    let parts = [("weekday", weekday.into()), ("day", date.day().into()), ("month", month.into())];
    texts::with("date-day", &parts)
}

/// `Mon 23 Nov, 18:05` in the person's zone.
#[must_use]
pub fn moment(at: Timestamp, zone: &TimeZone) -> String {
    let at = at.to_zoned(zone.clone());
    let (day, time) = (day(at.date()), at.strftime("%H:%M").to_string());
    texts::with("date-moment", &[("day", day.into()), ("time", time.into())])
}

/// The same from epoch milliseconds.
#[must_use]
pub fn moment_ms(ms: i64, zone: &TimeZone) -> String {
    Timestamp::from_millisecond(ms).map_or_else(|_| String::new(), |at| moment(at, zone))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_of_the_engine_is_said_in_the_persons_units() {
        let said = "5 reps were under 8: 20 kg now, 2.5 kg less. Help of 12 kg";
        assert_eq!(in_units(said, Units::Kg), said);
        let pounds = "5 reps were under 8: 44.1 lb now, 5.5 lb less. Help of 26.5 lb";
        assert_eq!(in_units(said, Units::Lb), pounds);
        for odd in ["", "no kg here", "a kg", "60 kgs", "(at 10 % of it)"] {
            assert!(!in_units(odd, Units::Lb).is_empty() || odd.is_empty(), "{odd}");
        }
        assert_eq!(in_units("no kg here", Units::Lb), "no kg here");
    }

    #[test]
    fn numbers_read_as_a_person_writes_them() {
        for (value, digits, text) in [
            (60.0, 2, "60"),
            (62.5, 2, "62.5"),
            (1.25, 2, "1.25"),
            (0.0, 1, "0"),
            (-0.001, 1, "0"),
            (100.0, 0, "100"),
        ] {
            assert_eq!(number(value, digits), text);
        }
        assert_eq!(volume(1_234_567.0, Units::Kg), "1\u{202f}234\u{202f}567");
        assert_eq!(volume(950.4, Units::Kg), "950");
    }

    #[test]
    fn pounds_survive_a_round_trip() {
        for pounds in 0..2000 {
            let typed = f64::from(pounds) / 2.0;
            assert_eq!(load(to_kg(typed, Units::Lb), Units::Lb), number(typed, 1));
        }
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
        assert_eq!(
            (plain("pull_up_bar"), split("upper_lower")),
            ("Pull-up bar".into(), "Upper/lower".into())
        );
    }
}
