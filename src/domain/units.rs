//! Loads as a person reads them. Inside everything is kilograms; this is the one place where they
//! become pounds in words, for pages and for the built-in coach alike.

use super::loads::KG_PER_LB;
use super::profile::Units;

/// A number with at most `digits` decimals and no trailing zeros.
#[must_use]
pub fn number(value: f64, digits: usize) -> String {
    let text = format!("{value:.digits$}");
    let short = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    if short == "-0" { "0".to_owned() } else { short.to_owned() }
}

/// Kilograms as a number in the units.
#[must_use]
pub fn from_kg(kg: f64, units: Units) -> f64 {
    if units == Units::Lb { kg / KG_PER_LB } else { kg }
}

/// Kilograms from a number in the units.
#[must_use]
pub fn to_kg(value: f64, units: Units) -> f64 {
    if units == Units::Lb { value * KG_PER_LB } else { value }
}

/// A load in the person's units, without the unit.
#[must_use]
pub fn load(kg: f64, units: Units) -> String {
    number(from_kg(kg, units), if units == Units::Lb { 1 } else { 2 })
}

/// A load with its unit: `60 kg`.
#[must_use]
pub fn weight(kg: f64, units: Units) -> String {
    format!("{} {units}", load(kg, units))
}

#[cfg(test)]
mod tests {
    use super::*;

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
    }

    #[test]
    fn pounds_survive_a_round_trip() {
        for pounds in 0..2000 {
            let typed = f64::from(pounds) / 2.0;
            assert_eq!(load(to_kg(typed, Units::Lb), Units::Lb), number(typed, 1));
        }
    }
}
