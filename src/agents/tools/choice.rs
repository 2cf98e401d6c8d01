//! Which exercises an argument of a tool may name.

/// Which of the ids that make sense an argument may name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// What a set or a plan may name.
    Any,
    /// What the session prescribes.
    Prescribed,
    /// What may take the place of one of these.
    Replacement,
}
