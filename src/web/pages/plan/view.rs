//! The weekly plan. Its client keeps the ETag of the plan it shows and asks with If-None-Match.

#[cfg(test)]
mod samples;

use serde::Serialize;

use crate::domain::plan_diff::PlanDiff;
use crate::web::pages::charts::Chart;
use crate::web::pages::page::Page;
use crate::wording::Word as _;
use crate::wording::change::{self, Balance, DayChange, FieldChange};

/// The values of `plan.html`.
#[derive(Debug, Clone, Serialize)]
pub struct PlanPage {
    /// The plan's entity tag, unquoted.
    pub etag: String,
    /// The Monday, ISO.
    pub week_start: String,
    /// `23 – 29 November`.
    pub week_words: String,
    /// The Monday before, ISO.
    pub previous: String,
    /// The Monday after, ISO.
    pub following: String,
    /// It is this week.
    pub current: bool,
    /// `Upper lower`.
    pub split: String,
    /// `made from your profile`.
    pub source: String,
    /// What the generator noted.
    pub notes: Vec<String>,
    /// The training days.
    pub days: Vec<DayCard>,
    /// The day that is next; empty in other weeks and when all is done.
    pub next_day: String,
    /// Its focus.
    pub next_focus: String,
    /// Weekly sets.
    pub muscles: Vec<MuscleSets>,
    /// Idempotency key of the start form.
    pub key: String,
    /// A workout is active.
    pub resume: bool,
    /// The coach can be asked.
    pub ask: bool,
    /// The weeks to come; none beside another week than this.
    pub futures: Option<Futures>,
}

/// The main lifts in three futures.
#[derive(Debug, Clone, Serialize)]
pub struct Futures {
    /// Part of ids on the page.
    pub id: &'static str,
    /// How many weeks.
    pub weeks: u8,
    /// One a lift.
    pub charts: Vec<Chart>,
}

/// What changes between two plans, day by day.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PlanDiffView {
    /// Nothing does.
    pub empty: bool,
    /// The split.
    pub fields: Vec<FieldChange>,
    /// Days that differ.
    pub days: Vec<DayChange>,
    /// Weekly sets that change.
    pub muscles: Vec<Balance>,
}

impl PlanDiffView {
    /// In the person's words.
    #[must_use]
    pub fn of(diff: PlanDiff) -> Self {
        let diff = diff.worded();
        Self {
            empty: diff.is_empty(),
            fields: change::split_change(&diff).into_iter().collect(),
            muscles: change::balance(&diff.sets_per_muscle),
            days: diff.days.into_iter().map(change::day_change).collect(),
        }
    }
}

impl Page for PlanPage {
    const TEMPLATE: &'static str = "plan.html";
}

/// One training day.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DayCard {
    /// `Day1`.
    pub key: String,
    /// What it is about.
    pub focus: String,
    /// `Mon 23 Nov`, `Today`, or `Any day`.
    pub when: String,
    /// When it is, on paper, which is read on other days, too; empty where it is no different.
    pub on_paper: String,
    /// `upcoming`, `done`, `missed` or `rest`.
    pub status: &'static str,
    /// The status as a word for a person.
    pub status_words: &'static str,
    /// `55 min · 17 sets`.
    pub facts: String,
    /// In order.
    pub exercises: Vec<ExerciseLine>,
    /// Idempotency key of its own start form.
    pub form_key: String,
}

impl DayCard {
    /// A day without training.
    #[must_use]
    pub fn rest(when: String) -> Self {
        Self { when, status: "rest", ..Self::default() }
    }
}

/// One exercise of a day.
#[derive(Debug, Clone, Serialize)]
pub struct ExerciseLine {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Superset.
    pub group: Option<String>,
    /// `4 × 6–8`.
    pub sets: String,
    /// `82.5 kg`; empty when the engine has none yet.
    pub weight: String,
    /// `RPE 8 · rest 2:30`.
    pub hint: String,
    /// A note.
    pub note: Option<String>,
    /// A box a set to write in on paper, with its range.
    pub boxes: Vec<String>,
}

/// Weekly sets of a muscle.
#[derive(Debug, Clone, Serialize)]
pub struct MuscleSets {
    /// Its name.
    pub name: String,
    /// Hard sets.
    pub sets: String,
}
