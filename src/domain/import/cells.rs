//! One cell each: numbers, moments, durations, kinds of sets. Each gives the reason why it was not
//! understood.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::Reading;
use crate::domain::loads::KG_PER_LB;
use crate::domain::profile::Units;
use crate::domain::reason::Reason;
use crate::domain::session::SetKind;
use crate::domain::set_bounds::{LOGGED, MOST_KG, is_load, is_rpe};
use crate::reason;

/// How dates are written by more programs than one, and by those that the file was opened in meanwhile.
const DATES: [&str; 9] = [
    "%d %b %Y, %H:%M",
    "%d %B %Y, %H:%M",
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%d %H:%M",
    "%Y-%m-%dT%H:%M:%S",
    "%Y-%m-%dT%H:%M",
    "%b %d, %Y, %I:%M %p",
    "%B %d, %Y, %I:%M %p",
    "%d %b %Y %H:%M",
];
/// The file may be of a place whose clock is ahead of the person's.
const AHEAD: SignedDuration = SignedDuration::from_hours(24);

/// What a cell says, or why that was not understood.
pub type Said<T> = Result<T, Reason>;

/// A number; empty is none. Decimal points and commas, and thousands between them, are understood.
pub fn number(text: &str) -> Said<Option<f64>> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    if text.is_empty() {
        return Ok(None);
    }
    let plain = match (text.rfind(','), text.rfind('.')) {
        (Some(comma), Some(point)) if comma > point => text.replace('.', "").replace(',', "."),
        (Some(_), Some(_)) => text.replace(',', ""),
        (Some(_), None) => text.replace(',', "."),
        _ => text.clone(),
    };
    let digits = plain.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+'));
    let value = plain.parse::<f64>().ok().filter(|value| digits && value.is_finite());
    value.map(|value| Some(value + 0.0)).ok_or_else(|| reason!("import_not_a_number", text = shown(&text)))
}

/// A short piece of a cell, to be quoted in a sentence.
fn shown(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(40).collect()
}

/// External load in kilograms; empty is none at all.
pub fn weight(text: &str, units: Units) -> Said<f64> {
    let written = number(text)?.unwrap_or(0.0);
    let kg = match units {
        Units::Kg => written,
        Units::Lb => (written * KG_PER_LB * 100.0).round() / 100.0,
    };
    if is_load(kg) { Ok(kg) } else { Err(reason!("import_load_range", most_kg = MOST_KG)) }
}

/// Repetitions; empty is none.
pub fn reps(text: &str) -> Said<Option<u16>> {
    let Some(value) = number(text)? else { return Ok(None) };
    let whole = format!("{value}").parse::<u16>().ok().filter(|whole| LOGGED.has_reps(*whole));
    whole.map(Some).ok_or_else(|| reason!("import_reps_range", most = LOGGED.most_reps))
}

/// Seconds; empty is none.
pub fn seconds(text: &str) -> Said<Option<u32>> {
    let Some(value) = number(text)? else { return Ok(None) };
    if !(0.0..=f64::from(LOGGED.most_seconds)).contains(&value) {
        return Err(reason!("import_seconds_range", most = LOGGED.most_seconds));
    }
    Ok(format!("{value:.0}").parse().ok())
}

/// How hard it was, to the nearest half; empty and 0 are none.
pub fn rpe(text: &str) -> Said<Option<f64>> {
    let Some(value) = number(text)?.filter(|value| *value != 0.0) else { return Ok(None) };
    let half = (value * 2.0).round() / 2.0;
    if is_rpe(half) { Ok(Some(half)) } else { Err(reason!("import_rpe_range")) }
}

/// A unit of weight; empty is none.
pub fn unit(text: &str) -> Said<Option<Units>> {
    match text.to_lowercase().as_str() {
        "" => Ok(None),
        "kg" | "kgs" => Ok(Some(Units::Kg)),
        "lb" | "lbs" => Ok(Some(Units::Lb)),
        _ => Err(reason!("import_no_unit", text = shown(text))),
    }
}

/// What the set was for, in the program's words or in everybody's. None for a row that is no set.
pub fn kind(text: &str, own: &[(&str, Option<SetKind>)]) -> Said<Option<SetKind>> {
    let word = text.to_lowercase();
    if let Some((_, kind)) = own.iter().find(|(known, _)| *known == word) {
        return Ok(*kind);
    }
    if let Some(kind) = SetKind::ALL.iter().find(|kind| kind.spellings().contains(&word.as_str())) {
        return Ok(Some(*kind));
    }
    let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { Ok(Some(SetKind::Working)) } else { Err(reason!("import_no_kind", text = shown(text))) }
}

/// A moment, and how the file wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// When it was.
    pub at: Timestamp,
    /// What the clock on the person's wall said; none where the file tells the moment itself.
    pub civil: Option<DateTime>,
}

/// A moment in the person's own time. Years before 1970 and days to come are refused.
/// They are written in one of these ways, or in one that everybody uses.
pub fn moment(text: &str, dates: &[&str], reading: &Reading) -> Said<Moment> {
    let found = match text.parse::<Timestamp>() {
        Ok(at) => Some(Moment { at, civil: None }),
        Err(_) => local(text, dates, &reading.zone),
    };
    let Some(found) = found else {
        return Err(reason!("import_not_a_date", text = shown(text)));
    };
    if found.at < Timestamp::UNIX_EPOCH
        || reading.now.checked_add(AHEAD).is_ok_and(|latest| found.at > latest)
    {
        return Err(reason!("import_impossible_day", text = shown(text)));
    }
    Ok(found)
}

fn local(text: &str, dates: &[&str], zone: &TimeZone) -> Option<Moment> {
    let parsed = |format: &&str| {
        let time = jiff::fmt::strtime::parse(*format, text).ok()?;
        time.to_datetime().ok()
    };
    let civil: DateTime = dates.iter().chain(&DATES).find_map(parsed)?;
    let zoned = civil.to_zoned(zone.clone()).ok()?;
    Some(Moment { at: zoned.timestamp(), civil: Some(civil) })
}

/// Which set of its exercise it is; empty is not said.
pub fn set_index(text: &str) -> Said<Option<u16>> {
    if text.is_empty() {
        return Ok(None);
    }
    let index = text.parse::<u16>().ok().filter(|index| LOGGED.has_index(*index));
    index.map(Some).ok_or_else(|| reason!("set_index_range", most = LOGGED.most_sets))
}

/// Yes or no; empty is no.
pub fn yes(text: &str) -> Said<bool> {
    match text.to_lowercase().as_str() {
        "" | "false" | "0" | "no" => Ok(false),
        "true" | "1" | "yes" => Ok(true),
        _ => Err(reason!("import_neither", text = shown(text))),
    }
}

/// `1h 5m`, `45min`, `90s` or bare seconds. None when it is not understood: it refuses no row.
pub fn duration(text: &str) -> Option<SignedDuration> {
    let (mut total, mut digits) = (0_i64, String::new());
    let mut unit = String::new();
    let mut add = |digits: &mut String, unit: &mut String| -> Option<()> {
        let much: i64 = digits.parse().ok()?;
        let each = match unit.as_str() {
            "h" | "hr" | "hrs" => 3600,
            "m" | "min" | "mins" => 60,
            "" | "s" | "sec" | "secs" => 1,
            _ => return None,
        };
        total = total.checked_add(much.checked_mul(each)?)?;
        digits.clear();
        unit.clear();
        Some(())
    };
    for character in text.to_lowercase().chars().filter(|c| !c.is_whitespace()) {
        if character.is_ascii_digit() {
            if !unit.is_empty() {
                add(&mut digits, &mut unit)?;
            }
            digits.push(character);
        } else {
            unit.push(character);
        }
    }
    add(&mut digits, &mut unit)?;
    (1..=86_400).contains(&total).then(|| SignedDuration::from_secs(total))
}

/// Free text as it is, at most so many characters; empty is none.
pub fn verbatim(text: &str, most: usize) -> Option<String> {
    let clean: String = text.chars().filter(|c| *c != '\0').take(most).collect();
    Some(clean).filter(|clean| !clean.is_empty())
}

/// Free text without control characters, at most so many characters; empty is none.
pub fn words(text: &str, most: usize) -> Option<String> {
    let clean: String = text.chars().filter(|c| !c.is_control() || *c == '\n').take(most).collect();
    Some(clean.trim().to_owned()).filter(|clean| !clean.is_empty())
}
