//! What the tests fill the graph of a page with.

use super::{FRAME, Graph, GraphRow};
use crate::web::pages::tests::Sample;

impl Sample for Graph {
    fn sample() -> Self {
        Self {
            id: "e1rm",
            title: "Estimated one-rep max".into(),
            words: "From 96.5 kg on Mon 31 Aug to 101 kg on Mon 23 Nov".into(),
            unit: "kg",
            most: "101 kg".into(),
            least: "96.5 kg".into(),
            from: "Mon 31 Aug".into(),
            to: "Mon 23 Nov".into(),
            points: "4,56 60,20 116,4".into(),
            last_x: "116".into(),
            last_y: "4".into(),
            bars: FRAME.bars(&[1.0, 2.0]),
            rows: vec![GraphRow { when: "Mon 23 Nov".into(), value: "101 kg".into() }],
        }
    }
}
