//! What sets lift, in words.

use super::{current, numbers, texts};

/// `60 kg × 8, 8, 7`; `12 reps` or `45 s` where there is no load.
#[must_use]
pub fn lifted(kg: f64, counts: &[u32], timed: bool) -> String {
    let unit = if timed { " s" } else { "" };
    let each: Vec<String> = counts.iter().map(|count| format!("{count}{unit}")).collect();
    let each = each.join(", ");
    match (kg > 0.0, timed, counts) {
        (true, ..) => format!("{} × {each}", numbers::weight(kg, current().units)),
        (false, true, _) => each,
        (false, false, [one]) => texts::with("workout-reps", &[("n", (*one).into())]),
        (false, false, _) => texts::with("workout-reps", &[("n", each.into())]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::language::Language;
    use crate::domain::profile::Units;
    use crate::wording::{Wording, within};

    #[test]
    fn a_load_is_said_only_where_there_is_one() {
        let pounds = Wording { language: Language::parse("de").unwrap(), units: Units::Lb };
        for (kg, counts, timed, english, german) in [
            (60.0, vec![8, 8, 7], false, "60 kg × 8, 8, 7", "132,3 lb × 8, 8, 7"),
            (0.0, vec![13], false, "13 reps", "13 Wdh."),
            (0.0, vec![12, 10], false, "12, 10 reps", "12, 10 Wdh."),
            (0.0, vec![45, 40], true, "45 s, 40 s", "45 s, 40 s"),
            (5.0, vec![45], true, "5 kg × 45 s", "11 lb × 45 s"),
        ] {
            assert_eq!(lifted(kg, &counts, timed), english);
            assert_eq!(within(pounds, || lifted(kg, &counts, timed)), german);
        }
    }
}
