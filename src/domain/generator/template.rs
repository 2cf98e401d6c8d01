//! What the days of a split are made of: slots for movements, each for something.

use crate::domain::exercise::Pattern;

/// What a slot is for; the order in which slots are spared when minutes are short, last first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The day is about it; it is kept whenever the minutes hold it.
    Main,
    /// A second compound lift.
    Assist,
    /// Work for one muscle; the first to go.
    Isolation,
}

/// A place in a day for one exercise of a movement pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// The movement wanted.
    pub pattern: Pattern,
    /// What for.
    pub role: Role,
}

/// A day before it has exercises.
#[derive(Debug, Clone, Copy)]
pub struct Template {
    /// What the day is about, as shown.
    pub focus: &'static str,
    /// Its slots, in training order.
    pub slots: &'static [Slot],
}
