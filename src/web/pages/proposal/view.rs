//! The proposal card: a change to a document. Its words come from the preview that was stored with
//! the proposal; nothing is computed again.

use serde::Serialize;

use crate::agents::tools::card::EditableField;
use crate::web::pages::charts::Chart;
use crate::web::pages::page::Page;
use crate::wording::change::{Balance, DayChange, FieldChange};

/// A proposal as shown.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ProposalCard {
    /// UUID.
    pub id: String,
    /// The run that waits for it; empty for none.
    pub run_id: String,
    /// What a confirm must name.
    pub digest: String,
    /// `proposed`, `executed` …
    pub status: &'static str,
    /// Whether it can still be decided on.
    pub open: bool,
    /// `A new weekly plan`.
    pub title: String,
    /// `Stands until 18:05.`
    pub until: String,
    /// What became of it.
    pub outcome: String,
    /// Where what was done can be seen; none before that.
    pub link: Option<Link>,
    /// Epoch milliseconds.
    pub expires_ms: i64,
    /// Shown first.
    pub warnings: Vec<String>,
    /// Fields from → to.
    pub fields: Vec<FieldChange>,
    /// Days that differ.
    pub days: Vec<DayChange>,
    /// Sets for each muscle before and after, where they change.
    pub muscles: Vec<Balance>,
    /// A plan that leaves the weekly sets of every muscle as they are.
    pub balanced: bool,
    /// The main lifts in the weeks to come; empty where the preview holds none.
    pub charts: Vec<Chart>,
    /// How many weeks they show.
    pub weeks: u8,
    /// What can be changed before it is confirmed.
    pub editable: Vec<EditableField>,
}

/// A way on.
#[derive(Debug, Clone, Serialize)]
pub struct Link {
    /// Where to.
    pub href: &'static str,
    /// Its words.
    pub words: String,
}

/// The values of `proposal.html`: one proposal alone.
#[derive(Debug, Clone, Serialize)]
pub struct ProposalPage {
    /// It.
    pub proposal: ProposalCard,
}

impl Page for ProposalPage {
    const TEMPLATE: &'static str = "proposal.html";
}

#[cfg(test)]
impl crate::web::pages::tests::Sample for ProposalPage {
    fn sample() -> Self {
        use crate::wording::change::ChangeLine;
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
