//! Numbers and loads as a language writes them.

use super::texts;
use crate::domain::profile::Units;
use crate::domain::units;

/// A number with at most `digits` decimals, no trailing zeros, and the language's decimal sign.
#[must_use]
pub fn number(value: f64, digits: usize) -> String {
    units::number(value, digits).replace('.', texts::say("language-decimal"))
}

/// A load in the units, without the unit: `62.5`.
#[must_use]
pub fn load(kg: f64, units: Units) -> String {
    units::load(kg, units).replace('.', texts::say("language-decimal"))
}

/// A load with its unit: `62.5 kg`.
#[must_use]
pub fn weight(kg: f64, units: Units) -> String {
    format!("{} {units}", load(kg, units))
}

/// `2:30`; hours as `1:02:30`.
#[must_use]
pub fn clock(seconds: i64) -> String {
    let seconds = seconds.max(0);
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{rest:02}") } else { format!("{minutes}:{rest:02}") }
}

/// What a person typed as a number, with a point or a comma for the decimals.
#[must_use]
pub fn typed(text: &str) -> Option<f64> {
    text.trim().replace(',', ".").parse().ok().filter(|value: &f64| value.is_finite())
}

/// The language of whom it is said to writes decimals with this.
#[must_use]
pub fn decimal() -> &'static str {
    texts::say("language-decimal")
}
