//! The workout: choosing a day, the active screen, what finishing came to.

mod act;
mod active;
mod blocks;
mod done;
mod last;
#[cfg(test)]
mod samples;
mod start;
mod swaps;
mod view;

pub use act::{finish, log, start, undo};
pub use active::show;
pub use done::show as show_done;
pub use swaps::swap;
pub use view::{
    ActivePage, Choice, DecisionCard, DonePage, ExerciseBlock, Offer, Recent, RecordLine, SetCard, StartPage,
    Suggestion,
};
