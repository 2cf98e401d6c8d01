//! Words the built-in coach knows, and the correction of near misses ("pln", "dumbell", "tommorow").

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::{phrases, slots};

/// Words that are right as they stand and are no near miss of a known word.
const COMMON: &str = "about above after again ahead ago all already also always another any anything around back \
    because been before being best better between both bottom but came change chair come could curl curls \
    deadlift deadlifts does doing done down each early either else enough even ever every everything feet felt \
    first floor form found four free friend from front full getting give goes going good great hard hate have \
    heart heavy hello here high hold home hour hours house idea inside into just keep kind know last late least \
    left lift lifts like little long look lose love lower lunge lunges made make many maybe mean meet might mind \
    more morning most much must need never nice night nine nobody none nothing number often okay once only other \
    over part people place plank planks plate play point press presses prime pull push quite rather read ready \
    real really right row rows run running said same says seems self sell send several shall shape should show \
    side since sleep slow small some something soon sort squat squats stand start state stay still stop story \
    such sure take talk tell than thank that their them then there these they thing things think this those \
    though through time times today together tonight top touch toward train training try trying turn two under \
    until upon upper used using very want warm was watch water way week weeks weight well went were what when \
    where which while white who whole whose will wise with without word words work worse worst would write wrong \
    year years yes yet your boring burpees dips leave leaves sense sends weather eats meal meals write joke money";

static KNOWN: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    let words = |text: &'static str| text.split([' ', '|', '_']).map(|w| w.trim_matches(['^', '$']));
    phrases::patterns().chain(slots::phrases()).flat_map(words).chain(COMMON.split_whitespace()).collect()
});

/// The word itself when it is known, short or far from every known word; else the nearest known one.
#[must_use]
pub fn correct(word: String) -> String {
    let length = word.chars().count();
    if !(4..=20).contains(&length)
        || KNOWN.contains(word.as_str())
        || word.contains(|c: char| c.is_ascii_digit())
        || word.strip_suffix('s').is_some_and(|stem| KNOWN.contains(stem))
    {
        return word;
    }
    let allowed = if length >= 7 { 2 } else { 1 };
    KNOWN
        .iter()
        .filter(|known| known.chars().count() >= 4 && known.chars().next() == word.chars().next())
        .map(|known| (distance(&word, known), *known))
        .filter(|(far, known)| *far <= allowed && (length > 4 || known.chars().count() >= 4))
        .min()
        .map_or(word, |(_, known)| known.to_owned())
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

    #[test]
    fn near_misses_are_put_right_and_words_of_their_own_are_not() {
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
            assert_eq!(correct(said.to_owned()), meant, "{said}");
        }
    }
}
