//! The workout: choosing a day, the active screen, what finishing came to.

mod act;
mod active;
mod cut;
mod done;
mod last;
#[cfg(test)]
mod samples;
mod start;
mod view;

pub use act::{finish, log, start, undo};
pub use active::{ahead, show, swap};
pub use cut::remove;
pub use done::show as show_done;
pub use view::{
    ActivePage, Choice, DecisionCard, DonePage, ExerciseBlock, NextUp, Offer, Rack, Recent, RecordLine,
    SetCard, StartPage, Suggestion,
};
