//! What the tests fill `progress_lift.html` with: every part of it is there to see.

use super::LiftPage;
use crate::web::pages::progress::graph::Graph;
use crate::web::pages::tests::Sample;
use crate::web::pages::workout::RecordLine;

impl Sample for LiftPage {
    fn sample() -> Self {
        let bars = Graph { id: "sets", points: String::new(), ..Graph::sample() };
        Self {
            name: "<b>Barbell</b> bench press".into(),
            next: "Next: 82.5 kg × 6–8".into(),
            graphs: vec![Graph { bars: vec![], ..Graph::sample() }, bars],
            records: vec![RecordLine { name: "Bench".into(), words: "e1RM 101 kg · 23 Nov".into() }],
            empty: false,
        }
    }
}
