//! The workout: choosing a day, the active screen, what finishing came to.

mod act;
mod active;
mod blocks;
mod cards;
mod cut;
mod done;
mod fallback_next_set;
mod last;
mod offline_exercises;
#[cfg(test)]
mod samples;
mod start;
mod supersets;
mod swaps;
mod view;

pub use act::{finish, log, start, undo};
pub use active::{ahead, show};
pub use cut::remove;
pub use done::show as show_done;
pub use swaps::swap;
pub use view::{
    ActivePage, Choice, DecisionCard, DonePage, ExerciseBlock, NextUp, Offer, Rack, Recent, RecordLine,
    SetCard, StartPage, Suggestion,
};
