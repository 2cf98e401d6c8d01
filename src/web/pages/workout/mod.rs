//! The workout: choosing a day, the active screen, what finishing came to.

#[cfg(test)]
mod samples;
mod view;

pub use view::{
    ActivePage, Choice, DecisionCard, DonePage, ExerciseBlock, Recent, RecordLine, SetCard, StartPage,
    Suggestion,
};
