//! What became of a proposal, in a word.

use super::texts;
use crate::domain::proposal::ProposalStatus;

/// `declined`, in the person's language.
#[must_use]
pub fn became(status: ProposalStatus) -> &'static str {
    texts::say(match status {
        ProposalStatus::Proposed => "coach-outcome-waits",
        ProposalStatus::Executed => "coach-outcome-confirmed",
        ProposalStatus::Failed => "coach-outcome-failed",
        ProposalStatus::Declined => "coach-outcome-declined",
        ProposalStatus::Expired => "coach-outcome-expired",
        ProposalStatus::Superseded => "coach-outcome-superseded",
    })
}
