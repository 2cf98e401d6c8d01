//! What use cases answer to tools and over HTTP alike, with its words put in.

use crate::service::progress::{Best, Lift, Progress};
use crate::service::sessions::{Alternative, NextSetOptions};
use crate::wording::{Word, exercises};

impl Word for Lift {
    fn word(&mut self) {
        exercises::rename(&mut self.name, &self.exercise_id);
    }
}

impl Word for Best {
    fn word(&mut self) {
        exercises::rename(&mut self.name, &self.exercise_id);
    }
}

impl Word for Progress {
    fn word(&mut self) {
        self.lifts.word();
        self.records.word();
    }
}

impl Word for Alternative {
    fn word(&mut self) {
        exercises::rename(&mut self.name, &self.exercise_id);
    }
}

impl Word for NextSetOptions {
    fn word(&mut self) {
        self.next.word();
        self.alternatives.word();
    }
}
