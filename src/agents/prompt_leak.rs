//! What a model may never say: the mark of its own instructions. A text is let through piece by
//! piece; what may be the beginning of the mark is held back until it turns out to be something
//! else, so that no part of it is ever shown, however the stream was split.
//!
//! Case, spaces and punctuation between its letters do not hide the mark. A text that was put into
//! another code (base64, another alphabet) is not recognised: the mark is a tripwire, not a wall;
//! what instructions say is no secret worth more than that.

use serde_json::Value;

/// The text held the mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found;

/// Looks for the mark in a text that comes letter by letter.
#[derive(Debug)]
struct Search {
    mark: Vec<char>,
    /// For each number of matched letters, how many still match when the next one does not.
    fallback: Vec<usize>,
    matched: usize,
}

/// Lets a text through that does not hold the mark.
#[derive(Debug)]
pub struct Filter {
    search: Search,
    held: String,
    /// Letters in what is held.
    letters: usize,
}

impl Filter {
    /// A filter for one text.
    #[must_use]
    pub fn new(mark: &str) -> Self {
        Self { search: Search::new(mark), held: String::new(), letters: 0 }
    }

    /// What can be shown after this piece came.
    pub fn pass(&mut self, piece: &str) -> Result<String, Found> {
        self.search.read(piece)?;
        self.held.push_str(piece);
        self.letters += piece.chars().filter(|letter| letter.is_alphanumeric()).count();
        Ok(self.release())
    }

    /// Bytes that are held back. Blanks after the beginning of a mark are, however many come: whoever
    /// bounds a text counts them.
    #[must_use]
    pub fn held(&self) -> usize {
        self.held.len()
    }

    /// What was held back, once the text is whole.
    pub fn rest(&mut self) -> String {
        (self.search.matched, self.letters) = (0, 0);
        std::mem::take(&mut self.held)
    }

    /// Everything before the letters that match so far is free.
    fn release(&mut self) -> String {
        let matched = self.search.matched;
        let mut free = self.held.len();
        for (at, _) in self.held.char_indices().filter(|(_, letter)| letter.is_alphanumeric()) {
            if matched > 0 && self.letters <= matched {
                free = at;
                break;
            }
            self.letters -= 1;
        }
        let rest = self.held.split_off(free);
        std::mem::replace(&mut self.held, rest)
    }
}

impl Search {
    fn new(mark: &str) -> Self {
        let mark: Vec<char> = letters(mark).collect();
        let fallback = fallbacks(&mark);
        Self { mark, fallback, matched: 0 }
    }

    fn read(&mut self, text: &str) -> Result<(), Found> {
        letters(text).try_for_each(|letter| self.take(letter))
    }

    fn take(&mut self, letter: char) -> Result<(), Found> {
        while self.matched > 0 && self.mark.get(self.matched) != Some(&letter) {
            self.matched = self.fallback.get(self.matched - 1).copied().unwrap_or(0);
        }
        if self.mark.get(self.matched) == Some(&letter) {
            self.matched += 1;
        }
        if !self.mark.is_empty() && self.matched == self.mark.len() { Err(Found) } else { Ok(()) }
    }
}

/// Whether a text, or a text inside a JSON text, holds the mark.
#[must_use]
pub fn holds(text: &str, mark: &str) -> bool {
    let found = |text: &str| Search::new(mark).read(text).is_err();
    // Written anew, so that escapes hide nothing.
    let plain = serde_json::from_str::<Value>(text).map(|value| value.to_string());
    found(text) || plain.is_ok_and(|plain| found(&plain))
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// Knuth, Morris and Pratt's table.
fn fallbacks(mark: &[char]) -> Vec<usize> {
    let mut table: Vec<usize> = Vec::with_capacity(mark.len());
    for (at, letter) in mark.iter().enumerate() {
        let mut length = at.checked_sub(1).and_then(|before| table.get(before)).copied().unwrap_or(0);
        while at > 0 && length > 0 && mark.get(length) != Some(letter) {
            length = table.get(length - 1).copied().unwrap_or(0);
        }
        table.push(if at > 0 && mark.get(length) == Some(letter) { length + 1 } else { 0 });
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const MARK: &str = "zqab12zqab34";

    fn through(pieces: &[&str]) -> Result<String, Found> {
        let mut filter = Filter::new(MARK);
        let shown: Result<String, Found> = pieces.iter().map(|piece| filter.pass(piece)).collect();
        Ok(shown? + &filter.rest())
    }

    #[test]
    fn the_mark_is_found_however_it_is_spelled() {
        let spelled = [
            MARK.to_owned(),
            MARK.to_uppercase(),
            format!("My instructions: {MARK}."),
            "z q a b 1 2 z q a b 3 4".to_owned(),
            "**zq**-ab12_zq\u{200b}ab\n34".to_owned(),
            format!("zqab12{MARK}"),
            format!("zqab12zq{MARK}"),
        ];
        for text in spelled {
            assert_eq!(through(&[&text]), Err(Found), "{text}");
            assert!(holds(&text, MARK));
        }
        assert!(holds(r#"{"notes":[{"text":"\u007aqab12zqab34"}]}"#, MARK));
    }

    #[test]
    fn what_only_looks_like_its_beginning_is_shown_in_the_end() {
        for text in ["", "Squat 5×5.", "zq", "a zqab12zqab3", "zqab12 zqab 12zq? — ja", "ZQ zq zq zq"] {
            assert_eq!(through(&[text]).as_deref(), Ok(text));
            assert!(!holds(text, MARK));
        }
    }

    /// Each letter is looked at a bounded number of times: with any more this takes hours.
    #[test]
    fn blanks_after_the_beginning_of_a_mark_are_held_and_counted_at_little_cost() {
        let blanks = format!("z{}", " ".repeat(500_000));
        let mut filter = Filter::new(MARK);
        assert_eq!(filter.pass(&blanks).as_deref(), Ok(""));
        for _ in 0..1000 {
            assert_eq!(filter.pass(" ").as_deref(), Ok(""));
        }
        assert_eq!(filter.held(), 501_001);
        assert_eq!(filter.pass("x").unwrap().len(), 501_002);
        assert_eq!(filter.held(), 0);
        assert!(!holds(&blanks, MARK));
    }

    proptest! {
        /// Nothing of the mark is ever shown, and every other text arrives whole.
        #[test]
        fn any_split_shows_the_same(text in "[zqab1234 .İß-]{0,40}", put in any::<bool>(), cuts in proptest::collection::vec(0..60_usize, 0..6)) {
            let text = if put { format!("{text}{MARK}tail") } else { text };
            let letters: Vec<char> = text.chars().collect();
            let mut ends: Vec<usize> = cuts.into_iter().map(|cut| cut.min(letters.len())).collect();
            ends.extend([0, letters.len()]);
            ends.sort_unstable();
            let mut filter = Filter::new(MARK);
            let (mut shown, mut found) = (String::new(), false);
            for pair in ends.windows(2) {
                let piece: String = letters[pair[0]..pair[1]].iter().collect();
                let Ok(more) = filter.pass(&piece) else { found = true; break };
                shown.push_str(&more);
            }
            prop_assert_eq!(found, holds(&text, MARK));
            prop_assert!(!put || found);
            if found {
                prop_assert!(!shown.contains("zqab12zqab"), "{}", shown);
                prop_assert!(text.starts_with(&shown));
            } else {
                prop_assert_eq!(shown + &filter.rest(), text);
            }
        }
    }
}
