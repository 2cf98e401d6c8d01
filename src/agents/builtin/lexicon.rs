//! Near misses of the words that the built-in coach knows, put right ("pln", "dumbell", "tommorow").

use super::ear::Ear;

/// The word itself when it is known, short or far from every known word; else the nearest known one.
#[must_use]
pub fn correct(word: String, ear: &Ear) -> String {
    let length = word.chars().count();
    if !(4..=20).contains(&length)
        || ear.knows(&word)
        || word.contains(|c: char| c.is_ascii_digit())
        || ear
            .words
            .endings
            .iter()
            .any(|end| word.strip_suffix(end.as_str()).is_some_and(|stem| ear.knows(stem)))
    {
        return word;
    }
    let allowed = if length >= 7 { 2 } else { 1 };
    ear.known()
        .filter(|known| known.chars().count() >= 4 && known.chars().next() == word.chars().next())
        .map(|known| (distance(&word, known), known))
        .filter(|(far, known)| *far <= allowed && (length > 4 || known.chars().count() >= 4))
        .min()
        .map_or_else(|| word.clone(), |(_, known)| known.to_owned())
}

/// Edit distance in which a swap of neighbours counts once (optimal string alignment).
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let at = |line: &[usize], k: usize| line.get(k).copied().unwrap_or(usize::MAX / 2);
            let mut best =
                (at(&above, j) + usize::from(x != y)).min(at(&above, j + 1) + 1).min(at(&row, j) + 1);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x);
            if swapped {
                best = best.min(at(&before, j - 1) + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::language::Language;

    #[test]
    fn near_misses_are_put_right_and_words_of_their_own_are_not() {
        let english = Ear::of(Language::default()).unwrap();
        let cases = [
            ("dumbell", "dumbbell"),
            ("dumbels", "dumbbell"),
            ("plna", "plan"),
            ("progam", "program"),
            ("minuets", "minutes"),
            ("shoudler", "shoulder"),
            ("tommorow", "tomorrow"),
            ("there", "there"),
            ("right", "right"),
            ("squats", "squats"),
            ("xylophone", "xylophone"),
        ];
        for (said, meant) in cases {
            assert_eq!(correct(said.to_owned(), english), meant, "{said}");
        }
    }
}
