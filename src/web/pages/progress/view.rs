//! Progress: strength, muscles against their bands, records.

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

#[cfg(test)]
impl crate::web::pages::tests::Sample for ProgressPage {
    fn sample() -> Self {
        let lift = |name: &str, e1rm: &str| Lift {
            id: name.to_lowercase(),
            name: name.into(),
            e1rm: e1rm.into(),
            words: "+4.5 kg since 31 Aug".into(),
            next: "Next: 82.5 kg × 6–8".into(),
            points: "3,30 30,26 60,20 90,12 117,6".into(),
            last_x: "117".into(),
            last_y: "6".into(),
            trend_words: "From 96.5 kg on 31 Aug to 101 kg on 23 Nov".into(),
        };
        let muscle = |id, name: &str, sets: &str, status, words: &str, tone, width: &str| MuscleRow {
            id,
            name: name.into(),
            sets: sets.into(),
            band: "10 to 16".into(),
            band_x: "50".into(),
            band_width: "30".into(),
            width: width.into(),
            status,
            words: words.into(),
            tone,
            told: "11 sets this week; 10 to 16 to aim at.".into(),
            done: vec![WorkLine { id: "bench".into(), name: "Bench press".into(), sets: "4 sets".into() }],
            planned: vec![WorkLine { id: "dip".into(), name: "Dip".into(), sets: "3 sets".into() }],
        };
        let region = |id, level| Region {
            id,
            words: format!("{id}: 11 sets, in range"),
            level,
            row: 0,
            column: level,
            back: level > 1,
            paths: &["M1 80L40 80L40 110Z"],
        };
        Self {
            week_words: "week of 23 November".into(),
            sessions: "2".into(),
            streak: "12".into(),
            volume: "12 430".into(),
            lifts: vec![lift("Barbell bench press", "101"), lift("Barbell back squat", "142.5")],
            muscles: vec![
                muscle("chest", "Chest", "11", "in_range", "In range", "good", "55"),
                muscle("lats", "Lats", "6", "under", "4 short", "wait", "30"),
                muscle("quads", "Quads", "18", "over", "2 over", "stop", "90"),
                muscle("calves", "Calves", "0", "none", "None yet", "", "0"),
            ],
            regions: vec![region("chest", 0), region("quads", 1), region("lats", 2), region("calves", 3)],
            levels: super::body::levels(),
            trained: true,
            graphs: vec![Graph::sample()],
            records: vec![RecordLine {
                name: "Barbell bench press".into(),
                words: "e1RM 101 kg, before 99.5 kg".into(),
            }],
            resume: false,
            next_day: "Day1".into(),
            next_focus: "Upper A".into(),
            key: "0198".repeat(5),
        }
    }
}
