//! What a set is for, and all that follows from it: this file alone tells one kind from another. A new kind is a line
//! in the vocabulary, a row in each `match` here, its words in `wording::set_kinds` and their texts in each language.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::exercise::vocabulary;

vocabulary! {
    /// What a set is for. Only working, drop and amrap sets count as hard sets; progression reads
    /// working and amrap sets.
    SetKind { Working = "working", Warmup = "warmup", Drop = "drop", Amrap = "amrap" }
}

/// What a kind of set counts for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "a kind counts for each or not, whatever it is for the others"
)]
struct Counts {
    /// It stands on the way to the others: numbered apart from them, never prescribed, and it counts for nothing.
    warmup: bool,
    /// Weekly sets, volume, estimated maxima and records.
    hard: bool,
    /// What was prescribed: progression judges it, and the next time is shown it.
    working: bool,
    /// As many as go: it may end far above the range.
    open_ended: bool,
}

impl SetKind {
    const fn counts(self) -> Counts {
        let nothing = Counts { warmup: false, hard: false, working: false, open_ended: false };
        match self {
            Self::Working => Counts { hard: true, working: true, ..nothing },
            Self::Warmup => Counts { warmup: true, ..nothing },
            // The load was taken down because the set before it was done: it is work for the muscle, and says nothing
            // of the load that was asked for. What it lifted was lifted all the same, so it can be a record.
            Self::Drop => Counts { hard: true, ..nothing },
            Self::Amrap => Counts { hard: true, working: true, open_ended: true, ..nothing },
        }
    }

    /// On the way to the other sets; numbered apart from them.
    #[must_use]
    pub const fn is_warmup(self) -> bool {
        self.counts().warmup
    }

    /// Counts towards weekly sets, volume, estimated maxima and records.
    #[must_use]
    pub const fn is_hard(self) -> bool {
        self.counts().hard
    }

    /// Progression reads it.
    #[must_use]
    pub const fn is_working(self) -> bool {
        self.counts().working
    }

    /// As many as go.
    #[must_use]
    pub const fn is_open_ended(self) -> bool {
        self.counts().open_ended
    }

    /// How files spell it, Hevy's own word first: that one is written, all are read. A program's own
    /// words stand with its importer.
    #[must_use]
    pub const fn spellings(self) -> &'static [&'static str] {
        match self {
            Self::Working => &["normal", ""],
            Self::Warmup => &["warmup", "warm-up", "warm up"],
            Self::Drop => &["dropset", "drop", "drop set"],
            Self::Amrap => &["failure"],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_each_kind_counts_for() {
        for (kind, warmup, hard, working, open_ended) in [
            (SetKind::Working, false, true, true, false),
            (SetKind::Warmup, true, false, false, false),
            (SetKind::Drop, false, true, false, false),
            (SetKind::Amrap, false, true, true, true),
        ] {
            let is = (kind.is_warmup(), kind.is_hard(), kind.is_working(), kind.is_open_ended());
            assert_eq!(is, (warmup, hard, working, open_ended), "{kind}");
        }
    }

    #[test]
    fn what_is_asked_for_is_hard_and_a_warm_up_is_nothing_else() {
        for kind in SetKind::ALL {
            assert!(kind.is_hard() || !kind.is_working(), "{kind}: judged without counting");
            assert!(!kind.is_open_ended() || kind.is_working(), "{kind}");
            assert_ne!(kind.is_warmup(), kind.is_hard(), "{kind} is either on the way or there");
        }
    }

    #[test]
    fn no_spelling_is_of_two_kinds() {
        let mut all: Vec<_> = SetKind::ALL.iter().flat_map(|kind| kind.spellings()).collect();
        let many = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), many);
    }
}
