//! Search by words, muscle and equipment. Owns how well a text matches a name.

use super::names;
use crate::domain::exercise::{Equipment, Exercise, Muscle};

/// What to look for; every part that is given must match.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Query<'a> {
    /// Words in name or aliases, case-insensitive; hyphens and a plural s do not matter.
    pub text: Option<&'a str>,
    /// A primary or secondary muscle (primary ones come first).
    pub muscle: Option<Muscle>,
    /// Something it needs.
    pub equipment: Option<Equipment>,
}

/// How well the words fit; lower is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Exact,
    Prefix,
    WordStarts,
    Anywhere,
}

pub(super) fn search<'a>(
    exercises: impl Iterator<Item = &'a Exercise>,
    query: &Query<'_>,
) -> Vec<&'a Exercise> {
    let text = query.text.map(str::trim).filter(|text| !text.is_empty());
    let needle = text.map(words).unwrap_or_default();
    if text.is_some() && needle.is_empty() {
        // Signs alone are no words, and so nothing has them.
        return Vec::new();
    }
    let mut found: Vec<_> = exercises
        .filter(|exercise| query.equipment.is_none_or(|item| exercise.equipment.contains(&item)))
        .filter_map(|exercise| {
            let muscle = muscle_order(exercise, query.muscle)?;
            let fit = text_fit(exercise, &needle)?;
            Some(((muscle, fit, exercise.rank), exercise))
        })
        .collect();
    found.sort_by_key(|(key, _)| *key);
    found.into_iter().map(|(_, exercise)| exercise).collect()
}

/// 0 for a primary muscle (or none asked), 1 for a secondary one, `None` for neither.
fn muscle_order(exercise: &Exercise, muscle: Option<Muscle>) -> Option<u8> {
    match muscle {
        None => Some(0),
        Some(muscle) if exercise.primary_muscles.contains(&muscle) => Some(0),
        Some(muscle) if exercise.secondary_muscles.contains(&muscle) => Some(1),
        Some(_) => None,
    }
}

/// Where the words were found; the catalogue's own words come before those of other languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Name,
    Alias,
    OtherLanguage,
}

/// The best fit over name and aliases; words may also be spread over them. An exercise that the words
/// do not fit is looked for by what it is called in the other languages.
fn text_fit(exercise: &Exercise, needle: &[String]) -> Option<(Fit, Place)> {
    if needle.is_empty() {
        return Some((Fit::Exact, Place::Name));
    }
    let found = titles_fit(&exercise.name, &exercise.aliases, needle);
    found.map(|(fit, alias)| (fit, if alias { Place::Alias } else { Place::Name })).or_else(|| {
        let elsewhere = names::everywhere(&exercise.id);
        let fits = elsewhere.filter_map(|named| titles_fit(&named.name, &named.aliases, needle));
        fits.map(|(fit, _)| (fit, Place::OtherLanguage)).min()
    })
}

/// How well the words fit, and whether an alias was needed for it.
fn titles_fit(name: &str, aliases: &[String], needle: &[String]) -> Option<(Fit, bool)> {
    let name = words(name);
    let aliases: Vec<_> = aliases.iter().map(|alias| words(alias)).collect();
    let by_name = title_fit(&name, needle).map(|fit| (fit, false));
    let by_alias = aliases.iter().filter_map(|alias| title_fit(alias, needle)).min().map(|fit| (fit, true));
    by_name.into_iter().chain(by_alias).min().or_else(|| {
        let all = aliases.concat().join(" ") + " " + &name.join(" ");
        needle.iter().all(|word| all.contains(word.as_str())).then_some((Fit::Anywhere, true))
    })
}

fn title_fit(title: &[String], needle: &[String]) -> Option<Fit> {
    let (text, wanted) = (title.join(" "), needle.join(" "));
    if text == wanted || title.concat() == needle.concat() {
        Some(Fit::Exact)
    } else if text.starts_with(&wanted) {
        Some(Fit::Prefix)
    } else if needle.iter().all(|word| title.iter().any(|part| part.starts_with(word.as_str()))) {
        Some(Fit::WordStarts)
    } else {
        None
    }
}

/// Lower-case words without punctuation, accents and a plural s, so that `Push-ups` finds `Push-up` and
/// `rucken` finds `Rücken`.
fn words(text: &str) -> Vec<String> {
    text.to_lowercase()
        .chars()
        .map(plain)
        .collect::<String>()
        .replace('ß', "ss")
        .replace(['\'', '’'], "")
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(singular)
        .collect()
}

/// A letter without its accent.
const fn plain(letter: char) -> char {
    match letter {
        'á' | 'à' | 'â' | 'ä' => 'a',
        'é' | 'è' | 'ê' => 'e',
        'í' | 'ì' | 'î' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ñ' => 'n',
        other => other,
    }
}

fn singular(word: &str) -> String {
    let stem = match word.strip_suffix("es") {
        Some(stem) if stem.ends_with("ss") || stem.ends_with("ch") => stem,
        _ => word.strip_suffix('s').unwrap_or(word),
    };
    // `press` and `biceps` keep theirs: cutting would make them match less, not more.
    if stem.ends_with('s') || stem.ends_with("cep") || stem.chars().count() < 2 { word } else { stem }
        .to_owned()
        .replace("sses", "ss")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::catalogue::Catalogue;

    fn ids(query: &Query<'_>) -> Vec<String> {
        Catalogue::embedded().search(query).iter().map(|exercise| exercise.id.clone()).collect()
    }

    fn first(text: &str) -> Option<String> {
        ids(&Query { text: Some(text), ..Query::default() }).into_iter().next()
    }

    #[test]
    fn the_lift_that_was_meant_comes_first() {
        for (text, id) in [
            ("back squat", "barbell-back-squat"),
            ("SQUAT", "barbell-back-squat"),
            ("Bench Press", "barbell-bench-press"),
            ("bench presses", "barbell-bench-press"),
            ("pullup", "pull-up"),
            ("pull ups", "pull-up"),
            ("push-ups", "push-up"),
            ("rdl", "barbell-romanian-deadlift"),
            ("deadlift", "barbell-deadlift"),
            ("ohp", "overhead-press"),
            ("lateral raises", "dumbbell-lateral-raise"),
            ("plank", "plank"),
            ("farmer's walk", "dumbbell-farmer-carry"),
            ("press leg", "leg-press"),
        ] {
            assert_eq!(first(text).as_deref(), Some(id), "{text}");
        }
    }

    #[test]
    fn a_lift_is_found_by_its_name_in_any_language() {
        for (text, id) in [
            ("Bankdrücken", "barbell-bench-press"),
            ("bankdrucken", "barbell-bench-press"),
            ("Kreuzheben", "barbell-deadlift"),
            ("peso muerto", "barbell-deadlift"),
            ("press de banca", "barbell-bench-press"),
            ("dominadas", "pull-up"),
            ("Klimmzug", "pull-up"),
        ] {
            assert_eq!(first(text).as_deref(), Some(id), "{text}");
        }
    }

    #[test]
    fn every_word_must_match() {
        assert!(ids(&Query { text: Some("squat trombone"), ..Query::default() }).is_empty());
    }

    #[test]
    fn blank_text_is_no_filter_and_signs_alone_match_nothing() {
        assert_eq!(ids(&Query { text: Some("  "), ..Query::default() }).len(), ids(&Query::default()).len());
        for signs in [" - ", "%%%", "🏋", "'"] {
            assert!(ids(&Query { text: Some(signs), ..Query::default() }).is_empty(), "{signs}");
        }
    }

    #[test]
    fn primary_muscles_come_before_secondary_ones() {
        let catalogue = Catalogue::embedded();
        let query = Query { muscle: Some(Muscle::Triceps), text: Some("press"), ..Query::default() };
        let shares: Vec<_> = catalogue.search(&query).iter().map(|e| e.share(Muscle::Triceps)).collect();
        assert!(shares.contains(&1.0) && shares.contains(&0.5));
        assert!(shares.is_sorted_by(|a, b| a >= b), "{shares:?}");
    }

    #[test]
    fn equipment_filters() {
        let catalogue = Catalogue::embedded();
        let query = Query { equipment: Some(Equipment::Kettlebell), ..Query::default() };
        let found = catalogue.search(&query);
        assert!(found.len() > 10 && found.iter().all(|e| e.equipment.contains(&Equipment::Kettlebell)));
    }
}
