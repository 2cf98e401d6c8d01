//! Today: what is next, how the week stands, one thing worth knowing.

#[cfg(test)]
mod samples;

use serde::Serialize;

use crate::web::pages::page::Page;

/// The values of `today.html`.
#[derive(Debug, Clone, Serialize)]
pub struct TodayPage {
    /// `Monday 23 November`.
    pub date: String,
    /// What is next.
    pub next: Next,
    /// Monday to Sunday.
    pub week: Vec<Mark>,
    /// `2 of 4 done`.
    pub week_words: String,
    /// One thing.
    pub worth: Worth,
    /// Idempotency key of the start form.
    pub key: String,
}

impl Page for TodayPage {
    const TEMPLATE: &'static str = "today.html";
}

/// What to do next.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Next {
    /// `Next, today`, `Next, Wed 25 Nov`, `Going on now`.
    pub when: String,
    /// The day's focus.
    pub title: String,
    /// `55 min · 5 exercises`.
    pub facts: String,
    /// The exercises.
    pub lines: Vec<Line>,
    /// Said under them.
    pub more: String,
    /// The plan's key of the day; empty for a free workout.
    pub day: String,
    /// The one action's words.
    pub action: String,
    /// A workout is active: go on with it.
    pub resume: bool,
    /// Its id.
    pub session: String,
    /// Its sets so far.
    pub logged: usize,
}

/// A name and its numbers.
#[derive(Debug, Clone, Serialize)]
pub struct Line {
    /// Name.
    pub name: String,
    /// `3 × 8–10 · 60 kg`.
    pub sets: String,
}

/// One of the week's seven marks.
#[derive(Debug, Clone, Serialize)]
pub struct Mark {
    /// `M`.
    pub letter: char,
    /// `done`, `missed`, `planned` or `rest`.
    pub state: &'static str,
    /// It is today.
    pub today: bool,
    /// For who cannot see it: `Monday: Upper A, done`.
    pub words: String,
}

/// One thing worth knowing.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Worth {
    /// `good`, `wait` or empty.
    pub tone: &'static str,
    /// A few words.
    pub title: String,
    /// One or two sentences.
    pub text: String,
    /// Where more is; empty for nowhere.
    pub href: &'static str,
    /// The link's words.
    pub link: &'static str,
}
