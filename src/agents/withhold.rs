//! What a model may never say: the mark of its own instructions. A text is let through piece by
//! piece; what may be the beginning of the mark is held back until it turns out to be something
//! else, so that no part of it is ever shown, however the stream was split.
//!
//! Case, spaces and punctuation between its letters do not hide the mark. A text that was put into
//! another code (base64, another alphabet) is not recognised: the mark is a tripwire, not a wall;
//! what instructions say is no secret worth more than that.

use std::collections::VecDeque;

use serde_json::Value;

/// The text held the mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found;

/// Lets a text through that does not hold the mark.
#[derive(Debug)]
pub struct Filter {
    mark: Vec<char>,
    /// For each number of matched letters, how many still match when the next one does not.
    fallback: Vec<usize>,
    matched: usize,
    held: VecDeque<char>,
}

impl Filter {
    /// A filter for one text.
    #[must_use]
    pub fn new(mark: &str) -> Self {
        let mark: Vec<char> = letters(mark).collect();
        let fallback = fallbacks(&mark);
        Self { mark, fallback, matched: 0, held: VecDeque::new() }
    }

    /// What can be shown after this piece came.
    pub fn pass(&mut self, piece: &str) -> Result<String, Found> {
        let mut shown = String::new();
        for letter in piece.chars() {
            self.held.push_back(letter);
            for plain in letters(letter.encode_utf8(&mut [0; 4])) {
                self.take(plain)?;
            }
            self.release(&mut shown);
        }
        Ok(shown)
    }

    /// What was held back, once the text is whole.
    pub fn rest(&mut self) -> String {
        self.matched = 0;
        self.held.drain(..).collect()
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

    /// Everything before the letters that match so far is free.
    fn release(&mut self, shown: &mut String) {
        let counts = |letter: char| usize::from(letter.is_alphanumeric());
        let mut letters: usize = self.held.iter().copied().map(counts).sum();
        while let Some(first) = self.held.front().copied() {
            if letters <= self.matched && (self.matched > 0 && counts(first) == 1) {
                return;
            }
            letters -= counts(first);
            self.held.pop_front();
            shown.push(first);
        }
    }
}

/// Whether a text, or a text inside a JSON text, holds the mark.
#[must_use]
pub fn holds(text: &str, mark: &str) -> bool {
    let found = |text: &str| Filter::new(mark).pass(text).is_err();
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
