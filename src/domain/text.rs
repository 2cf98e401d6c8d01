//! Words for people, made from the vocabulary's slugs.

/// A slug as words: `upper_back` → `upper back`.
#[must_use]
pub(crate) fn words(slug: &str) -> String {
    slug.replace('_', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_become_words() {
        assert_eq!(words("rear_shoulders"), "rear shoulders");
    }
}
