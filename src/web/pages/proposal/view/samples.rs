//! What the tests fill `proposal.html` with: every part of it is there to see.

use super::{ProposalCard, ProposalPage};
use crate::agents::tools::card::EditableField;
use crate::web::pages::charts::Chart;
use crate::web::pages::tests::Sample;
use crate::wording::change::{Balance, ChangeLine, DayChange, FieldChange};

impl Sample for ProposalPage {
    fn sample() -> Self {
        let line = |name: &str, detail: &str| ChangeLine { name: name.into(), detail: detail.into() };
        let balance = |name: &str, before: &str, after: &str, widths: (&str, &str)| Balance {
            name: name.into(),
            before: before.into(),
            after: after.into(),
            before_width: widths.0.into(),
            after_width: widths.1.into(),
        };
        let change = FieldChange { name: "Split".into(), from: "Full body".into(), to: "Upper/lower".into() };
        let day = DayChange {
            title: "Upper A".into(),
            words: "new, on Monday".into(),
            removed: vec![line("Machine chest press", "3 sets of 8–12 reps")],
            added: vec![
                line("Barbell bench press", "4 sets of 6–8 reps at RPE 8, rest 2:30"),
                line("Barbell row", "4 sets of 6–8 reps"),
            ],
            changed: vec![line("Lat pulldown", "3 sets → 4 sets")],
        };
        Self {
            proposal: ProposalCard {
                id: "01930000-0000-7000-8000-000000000001".into(),
                run_id: String::new(),
                digest: "ab".repeat(32),
                status: "proposed",
                open: true,
                title: "A new weekly plan".into(),
                until: "It stands until tomorrow, 18:05.".into(),
                outcome: String::new(),
                link: None,
                expires_ms: 1_795_000_000_000,
                warnings: vec!["Shoulders: 17 weekly sets, the band ends at 16.".into()],
                fields: vec![change],
                days: vec![day.clone(), DayChange { title: "Lower A".into(), removed: vec![], ..day }],
                balanced: false,
                editable: vec![
                    EditableField {
                        name: "sets.0.0".into(),
                        label: "Upper A: Barbell row".into(),
                        value: "4".into(),
                        unit: "sets",
                    },
                    EditableField {
                        name: "goal".into(),
                        label: "Goal".into(),
                        value: String::new(),
                        unit: "",
                    },
                ],
                weeks: 8,
                charts: vec![Chart::sample(), Chart::sample()],
                muscles: vec![
                    balance("Chest", "8", "12", ("40", "60")),
                    balance("Quads", "12", "10", ("60", "50")),
                ],
            },
        }
    }
}
