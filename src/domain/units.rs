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

/// A sentence of the engine's, whose loads are kilograms, in the person's units: each number before `kg`.
/// Not for words of a person's own: those stay as they were written.
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
    }

    #[test]
    fn pounds_survive_a_round_trip() {
        for pounds in 0..2000 {
            let typed = f64::from(pounds) / 2.0;
            assert_eq!(load(to_kg(typed, Units::Lb), Units::Lb), number(typed, 1));
        }
    }
}
