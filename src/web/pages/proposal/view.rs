//! The proposal card: a change to a document. Its words come from the preview that was stored with
//! the proposal; nothing is computed again.

#[cfg(test)]
mod samples;

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
