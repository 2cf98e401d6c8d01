//! What the tests fill `import.html` with: every part of it is there to see.

use super::{ImportPage, NameRow, RefusedRow};
use crate::web::pages::tests::Sample;

impl Sample for ImportPage {
    fn sample() -> Self {
        let row = |name: &str, becomes: &str, sure| NameRow {
            name: name.into(),
            becomes: becomes.into(),
            sure,
            sets: 12,
        };
        Self {
            lead: "120 sets in 9 workouts are new.".into(),
            anything: true,
            key: "0123456789abcdef".into(),
            ticket: "ticket".into(),
            names: vec![
                row("Bench Press (Barbell)", "Barbell bench press", "the same"),
                row("Sled Shove", "your own exercise", "not known"),
            ],
            refused: vec![RefusedRow { line: 7, reason: "It has neither repetitions nor seconds.".into() }],
            refused_more: 3,
            ..Self::default()
        }
    }
}
