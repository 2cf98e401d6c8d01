//! Finding the exercise a person means by the words they used for it.

use super::ear::Ear;
use super::pattern::places;
use super::text::name_words;
use crate::domain::catalogue::names;

/// The candidate that shares the most words with the phrase, the shortest of equals. Every candidate is
/// an id and a name; it is known by its names in every language.
#[must_use]
pub fn best<'a>(phrase: &str, candidates: &[(&'a str, &'a str)], ear: &Ear) -> Option<(&'a str, &'a str)> {
    let said = name_words(phrase, ear);
    candidates
        .iter()
        .map(|(id, name)| {
            let mut words = [name_words(name, ear), name_words(id, ear)].concat();
            for named in names::everywhere(id) {
                let known_by = std::iter::once(&named.name).chain(&named.aliases);
                words.extend(known_by.flat_map(|name| name_words(name, ear)));
            }
            let shared = said.iter().filter(|word| words.contains(word)).count();
            (shared, std::cmp::Reverse(name_words(name, ear).len()), (*id, *name))
        })
        .filter(|(shared, ..)| *shared > 0 && (*shared * 2 >= said.len()))
        .max_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)))
        .map(|(.., found)| found)
}

/// What to take out and what to put in, as far as it was said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Exchange {
    pub old: Option<String>,
    pub new: Option<String>,
}

/// Reads "swap A for B", "replace A with B", "B instead of A", "an alternative to A", "take A out"; and,
/// where a language has its verbs last, "A for B swap".
#[must_use]
pub fn exchange(tokens: &[String], ear: &Ear) -> Exchange {
    let swap = &ear.swap;
    let part = |from: usize, to: usize| phrase(tokens.get(from..to).unwrap_or_default(), ear);
    let end = tokens.len();
    if let Some((at, behind)) = places(tokens, &swap.instead_of).first().copied() {
        return Exchange { old: part(behind, end), new: part(0, at) };
    }
    if let Some((_, behind)) = places(tokens, &swap.alternative).first().copied() {
        return Exchange { old: part(behind, end), new: None };
    }
    let Some((verb, behind)) = places(tokens, &swap.verbs).first().copied() else {
        return Exchange::default();
    };
    let joins = places(tokens, &swap.join);
    let join = |from: usize, to: usize| joins.iter().find(|(at, _)| (from..to).contains(at)).copied();
    let found = match join(behind, end) {
        Some((at, after)) => Exchange { old: part(behind, at), new: part(after, end) },
        None => Exchange { old: part(behind, end), new: None },
    };
    match join(0, verb) {
        _ if found.old.is_some() || !swap.verbs_last => found,
        Some((at, after)) => Exchange { old: part(0, at), new: part(after, verb) },
        None => Exchange { old: part(0, verb), new: None },
    }
}

/// The words of a phrase that can name an exercise; `None` when none is left.
fn phrase(tokens: &[String], ear: &Ear) -> Option<String> {
    let words: Vec<&str> =
        tokens.iter().map(String::as_str).filter(|word| !ear.swap.filler.is(word)).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agents::builtin::text::tokens;
    use crate::domain::language::Language;

    fn ear(tag: &str) -> &'static Ear {
        Ear::of(Language::parse(tag).unwrap()).unwrap()
    }

    #[test]
    fn exchanges_name_what_goes_and_what_comes() {
        let cases = [
            ("swap the back squat for leg press", Some("back squat"), Some("leg press")),
            ("replace bench with push-ups please", Some("bench"), Some("push ups")),
            ("can I do lunges instead of split squats?", Some("split squats"), Some("lunges")),
            ("an alternative to deadlifts", Some("deadlifts"), None),
            ("take deadlifts out of my plan", Some("deadlifts"), None),
            ("swap it", None, None),
            ("hello", None, None),
        ];
        for (said, old, new) in cases {
            let found = exchange(&tokens(said, ear("en")), ear("en"));
            assert_eq!((found.old.as_deref(), found.new.as_deref()), (old, new), "{said}");
        }
    }

    #[test]
    fn names_are_found_by_their_words() {
        let plan = [
            ("barbell-back-squat", "Back squat"),
            ("goblet-squat", "Goblet squat"),
            ("barbell-bench-press", "Bench press"),
        ];
        assert_eq!(best("squats", &plan, ear("en")).map(|f| f.0), Some("goblet-squat"));
        assert_eq!(best("back squats", &plan, ear("en")).map(|f| f.0), Some("barbell-back-squat"));
        assert_eq!(best("bench", &plan, ear("en")).map(|f| f.0), Some("barbell-bench-press"));
        assert_eq!(best("curl", &plan, ear("en")), None);
    }
    #[test]
    fn exchanges_are_understood_in_each_language() {
        let cases = [
            ("de", "Tausche Kniebeugen gegen Beinpresse", Some("kniebeugen"), Some("beinpresse")),
            (
                "de",
                "Kann ich Bankdrücken gegen Liegestütze tauschen?",
                Some("bankdruecken"),
                Some("liegestuetze"),
            ),
            ("de", "Beinpresse statt Kniebeugen", Some("kniebeugen"), Some("beinpresse")),
            ("de", "eine Alternative zu Kniebeugen", Some("kniebeugen"), None),
            ("es", "Cambia la sentadilla por la prensa", Some("sentadilla"), Some("prensa")),
            ("es", "prensa en lugar de sentadillas", Some("sentadillas"), Some("prensa")),
        ];
        for (language, said, old, new) in cases {
            let found = exchange(&tokens(said, ear(language)), ear(language));
            assert_eq!((found.old.as_deref(), found.new.as_deref()), (old, new), "{said}");
        }
    }

    #[test]
    fn an_exercise_is_known_by_its_names_in_every_language() {
        let plan = [("barbell-back-squat", "Kniebeuge"), ("barbell-bench-press", "Bankdrücken")];
        for (language, said, id) in [
            ("de", "Kniebeugen", "barbell-back-squat"),
            ("de", "bankdruecken", "barbell-bench-press"),
            ("en", "squats", "barbell-back-squat"),
            ("es", "press de banca", "barbell-bench-press"),
        ] {
            assert_eq!(best(said, &plan, ear(language)).map(|found| found.0), Some(id), "{said}");
        }
    }
}
