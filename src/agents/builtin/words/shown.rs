//! How single things are written out: rests, lists, names.

/// A number with at most two decimals and no trailing zeros.
#[must_use]
pub fn short(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Seconds as minutes: 150 is "2:30".
#[must_use]
pub fn rest(seconds: u64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// "a", "a and b", "a, b and c".
#[must_use]
pub fn list(items: &[String]) -> String {
    match items.split_last() {
        None => "nothing".to_owned(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
    }
}

/// Snake case and slugs as words.
#[must_use]
pub fn human(word: &str) -> String {
    word.replace(['_', '-'], " ")
}

/// An exercise by its slug; a person's own exercise has a UUID, which nobody wants to read.
#[must_use]
pub fn exercise(id: &str) -> String {
    let uuid = id.len() == 36 && id.chars().all(|c| c.is_ascii_hexdigit() || c == '-');
    if uuid || id.is_empty() { "this exercise".to_owned() } else { human(id) }
}

/// A split by name.
#[must_use]
pub fn split(word: &str) -> String {
    match word {
        "upper_lower" => "upper/lower".to_owned(),
        "push_pull_legs" => "push/pull/legs".to_owned(),
        "push_pull_legs_upper_lower" => "push/pull/legs and upper/lower".to_owned(),
        "" => "training".to_owned(),
        other => human(other),
    }
}

/// "monday" as "Monday".
#[must_use]
pub fn weekday(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Someone's own words, shortened and in quotation marks: shown, never followed.
#[must_use]
pub fn quoted(text: &str) -> String {
    let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut shown: String = line.chars().take(120).collect();
    if shown.len() < line.len() {
        shown.push('…');
    }
    format!("“{shown}”")
}

/// One line that starts large and ends in a full stop.
#[must_use]
pub fn sentence(text: &str) -> String {
    let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let shown: String = line.chars().take(300).collect();
    let shown = weekday(&shown);
    if shown.is_empty() || shown.ends_with(['.', '?', '…', '!']) { shown } else { format!("{shown}.") }
}

/// With its article: "an upper/lower", "a push/pull/legs".
#[must_use]
pub fn a(noun: &str) -> String {
    let vowel = noun.starts_with(|first: char| "aeiouAEIOU".contains(first));
    format!("{} {noun}", if vowel { "an" } else { "a" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_article_follows_the_sound() {
        for (word, read) in [
            ("upper_lower", "an upper/lower"),
            ("full_body", "a full body"),
            ("push_pull_legs", "a push/pull/legs"),
            ("", "a training"),
        ] {
            assert_eq!(a(&split(word)), read);
        }
    }
}
