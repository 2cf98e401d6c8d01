//! What a run says of itself: the fixed text while coaching is stopped, and that a message is void.

use crate::agents::run::Run;
use crate::agents::run::event::RunEvent;
use crate::domain::safety::RedFlag;

/// What is said while coaching is stopped.
pub(super) fn locked_text(flag: &str) -> String {
    RedFlag::parse(flag)
        .map_or("Coaching is stopped until you say that it is resolved.", RedFlag::message)
        .to_owned()
}

/// The event that voids what was shown of a message.
pub(super) fn reset(run: &Run) -> RunEvent {
    RunEvent::StepReset { message_id: run.message_id() }
}
