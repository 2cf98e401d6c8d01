//! What the tests fill `progress.html` with: every part of it is there to see.

use super::{Lift, MuscleRow, ProgressPage, WorkLine};
use crate::web::pages::progress::body::{self, Region};
use crate::web::pages::progress::graph::Graph;
use crate::web::pages::tests::Sample;
use crate::web::pages::workout::RecordLine;

impl Sample for ProgressPage {
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
            levels: body::levels(),
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
