//! What the tests fill the charts of a page with.

use super::{Chart, FutureLine};
use crate::web::pages::tests::Sample;

impl Sample for Chart {
    fn sample() -> Self {
        let future = |scenario, name, points: &str, to: (&str, &str)| FutureLine {
            scenario,
            name,
            points: points.into(),
            last_x: "116".into(),
            last_y: to.1.into(),
            from: "60".into(),
            to: to.0.into(),
        };
        Self {
            name: "Barbell bench press".into(),
            words: "Barbell bench press, 8 weeks from 60 kg: to 70 kg if it goes well.".into(),
            unit: "kg",
            lines: vec![
                future("success", "Goes well", "4,30 60,20 116,4", ("70", "4")),
                future("mixed", "Mixed", "4,30 60,30 116,20", ("65", "20")),
                future("miss", "Misses", "4,30 60,44 116,56", ("48.5", "56")),
            ],
            rows: vec![
                vec!["60".into(), "60".into(), "60".into()],
                vec!["70".into(), "65".into(), "48.5".into()],
            ],
        }
    }
}
