//! [`Word`]: what is answered, with the sentences and names in it put in. Rules leave the field of a
//! sentence empty beside its reason; what a row kept from before there were reasons stays as it is.

use crate::domain::exercise::Exercise;
use crate::domain::plan::{Prescribed, WeekDay, WeeklyPlan};

use super::exercises;

/// Puts words in, in the language and units of whom it is said to (`wording::current`).
pub trait Word {
    /// Puts the words in.
    fn word(&mut self);
}

impl<T: Word> Word for Vec<T> {
    fn word(&mut self) {
        self.iter_mut().for_each(Word::word);
    }
}

impl<T: Word> Word for Option<T> {
    fn word(&mut self) {
        self.iter_mut().for_each(Word::word);
    }
}

impl Word for Exercise {
    fn word(&mut self) {
        exercises::word(self);
    }
}

impl Word for Prescribed {
    fn word(&mut self) {
        if let Some(name) = exercises::name(&self.exercise_id) {
            name.clone_into(&mut self.name);
        }
    }
}

impl Word for WeekDay {
    fn word(&mut self) {
        self.exercises.word();
    }
}

impl Word for WeeklyPlan {
    fn word(&mut self) {
        self.days.word();
    }
}
