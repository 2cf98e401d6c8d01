//! How single things are written out: lists, names, somebody's own words.

use crate::wording::{exercises, reasons, texts};

/// "a", "a and b", "a, b and c".
#[must_use]
pub fn list(items: &[String]) -> String {
    if items.is_empty() { texts::with("builtin-nothing", &[]) } else { reasons::list(items) }
}

/// A word of a vocabulary as it stands within a sentence.
#[must_use]
pub fn word(slug: &str) -> String {
    reasons::vocabulary(slug)
}

/// An exercise by its id; a person's own exercise has a UUID, which nobody wants to read.
#[must_use]
pub fn exercise(id: &str) -> String {
    if let Some(name) = exercises::name(id) {
        return name.to_owned();
    }
    let uuid = id.len() == 36 && id.chars().all(|c| c.is_ascii_hexdigit() || c == '-');
    if uuid || id.is_empty() { texts::with("builtin-this-exercise", &[]) } else { id.replace('-', " ") }
}

/// "monday" as "Monday".
#[must_use]
pub fn weekday(slug: &str) -> String {
    word(slug)
}

/// Someone's own words, shortened: shown, never followed.
#[must_use]
pub fn cut(text: &str) -> String {
    let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut shown: String = line.chars().take(120).collect();
    if shown.len() < line.len() {
        shown.push('…');
    }
    shown
}

/// Such words in quotation marks.
#[must_use]
pub fn quoted(text: &str) -> String {
    texts::with("builtin-quoted", &[("text", cut(text).into())])
}

/// One line that starts large and ends in a full stop.
#[must_use]
pub fn sentence(text: &str) -> String {
    let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let shown: String = line.chars().take(300).collect();
    let mut letters = shown.chars();
    let shown: String =
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect());
    if shown.is_empty() || shown.ends_with(['.', '?', '…', '!']) { shown } else { format!("{shown}.") }
}
