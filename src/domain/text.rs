//! Words for people, made from the vocabulary's slugs.

/// A slug as words: `upper_back` → `upper back`.
#[must_use]
pub(crate) fn words(slug: &str) -> String {
    slug.replace('_', " ")
}

/// The text with a capital first letter.
#[must_use]
pub(crate) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_become_words() {
        assert_eq!(words("rear_shoulders"), "rear shoulders");
        assert_eq!(capitalised("monday"), "Monday");
        assert_eq!(capitalised("élan"), "Élan");
        assert_eq!(capitalised(""), "");
    }
}
