//! What the tests fill the lifts of a page with.

use super::{LiftRow, Offer};

impl LiftRow {
    /// A lift to look at.
    pub fn sample() -> Self {
        Self { id: "barbell-back-squat".into(), name: "Back <b>squat</b>".into(), load: "95 kg × 8".into() }
    }
}

impl Offer {
    /// An exercise to look at.
    pub fn sample() -> Self {
        Self { id: "pull-up".into(), name: "Pull-<b>up</b>".into() }
    }
}
