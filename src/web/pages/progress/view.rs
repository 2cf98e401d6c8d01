//! Progress: strength, muscles against their bands, records.

#[cfg(test)]
mod samples;

use serde::Serialize;

use super::body::Region;
use super::graph::Graph;
use crate::web::pages::page::Page;
pub use crate::web::pages::workout::RecordLine;

/// The values of `progress.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ProgressPage {
    /// `week of 23 November`.
    pub week_words: String,
    /// Workouts this week.
    pub sessions: String,
    /// Weeks in a row.
    pub streak: String,
    /// Load times repetitions this week.
    pub volume: String,
    /// Lifts with an estimate.
    pub lifts: Vec<Lift>,
    /// Every muscle as a region of the map.
    pub regions: Vec<Region>,
    /// What the map's steps are called.
    pub levels: [&'static str; 5],
    /// Something was trained this week.
    pub trained: bool,
    /// Every muscle, in the same words.
    pub muscles: Vec<MuscleRow>,
    /// Sets and volume of the last weeks; none before the first set.
    pub graphs: Vec<Graph>,
    /// Bests.
    pub records: Vec<RecordLine>,
    /// A workout is active.
    pub resume: bool,
    /// The day that is next; empty when all are done.
    pub next_day: String,
    /// Its focus.
    pub next_focus: String,
    /// Idempotency key of its start form.
    pub key: String,
}

impl Page for ProgressPage {
    const TEMPLATE: &'static str = "progress.html";
}

/// One lift.
#[derive(Debug, Clone, Serialize)]
pub struct Lift {
    /// Exercise id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Estimated one-rep max in the person's units.
    pub e1rm: String,
    /// `+4.5 kg since 31 Aug`.
    pub words: String,
    /// What stands next; empty for nothing.
    pub next: String,
    /// Points of the line; empty with fewer than two.
    pub points: String,
    /// The last point.
    pub last_x: String,
    /// The last point.
    pub last_y: String,
    /// The line in words.
    pub trend_words: String,
}

/// One muscle of the week; lengths are 0 to 100.
#[derive(Debug, Clone, Serialize)]
pub struct MuscleRow {
    /// `rear_shoulders`.
    pub id: &'static str,
    /// `Rear shoulders`.
    pub name: String,
    /// Hard sets.
    pub sets: String,
    /// `10 to 16`.
    pub band: String,
    /// Where the band begins.
    pub band_x: String,
    /// How long it is.
    pub band_width: String,
    /// Length of the sets' bar.
    pub width: String,
    /// `none`, `under`, `in_range` or `over`.
    pub status: &'static str,
    /// `4 short`, `in range`, `2 over`.
    pub words: String,
    /// `good`, `wait`, `stop` or empty.
    pub tone: &'static str,
    /// `11 sets this week; 10 to 16 to aim at.`
    pub told: String,
    /// What was done for it this week.
    pub done: Vec<WorkLine>,
    /// What the plan holds for it.
    pub planned: Vec<WorkLine>,
}

/// An exercise behind a muscle's sets.
#[derive(Debug, Clone, Serialize)]
pub struct WorkLine {
    /// Exercise id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// `4 sets`.
    pub sets: String,
}
