//! Every answer has its words put in where it is made ([`reply`](super::reply),
//! [`idempotency`](super::idempotency)): here, how that is done for what use cases answer. A type that
//! says nothing to people is listed, so that none is forgotten.

use crate::agents::driver::{RunStarted, RunView};
use crate::domain::session::LoggedSet;
use crate::service::bodyweight::Bodyweight;
use crate::service::conversations::{Conversation, ConversationView};
use crate::service::import::ImportReport;
use crate::service::pagination::Page;
use crate::service::plan_versions::VersionLine;
use crate::service::plans::{Checked, DraftedWeek};
use crate::service::profiles::VersionedProfile;
use crate::service::safety::SafetyState;
use crate::service::sessions::SessionView;
use crate::service::simulation::Simulation;
use crate::web::api::exercises::Items;
use crate::web::api::health::Health;
use crate::web::api::login::{LoginView, Me, TokenView};
use crate::web::api::sets::Deleted;
use crate::wording::{Word, exercises};

macro_rules! wordless {
    ($($answer:ty),+ $(,)?) => {
        $(impl Word for $answer {
            fn word(&mut self) {}
        })+
    };
}

wordless! {
    Bodyweight, Conversation, Deleted, Health, LoggedSet, LoginView, Me,
    RunStarted, RunView, SafetyState, TokenView, VersionLine, VersionedProfile,
}

impl<T: Word> Word for Page<T> {
    fn word(&mut self) {
        self.items.word();
    }
}

impl<T: Word> Word for Items<T> {
    fn word(&mut self) {
        self.items.word();
    }
}

impl Word for ImportReport {
    fn word(&mut self) {
        self.refused.word();
        for row in &mut self.exercises {
            if let (Some(name), Some(id)) = (&mut row.exercise_name, &row.exercise_id) {
                exercises::rename(name, id);
            }
        }
    }
}

impl Word for SessionView {
    fn word(&mut self) {
        self.prescribed.word();
        self.suggestion.word();
        self.summary.word();
    }
}

impl Word for ConversationView {
    fn word(&mut self) {
        self.proposals.word();
    }
}

impl Word for Checked {
    fn word(&mut self) {
        self.violations.word();
    }
}

impl Word for DraftedWeek {
    fn word(&mut self) {
        self.plan.word();
        self.warnings.word();
    }
}

impl Word for Simulation {
    fn word(&mut self) {
        self.weeks.word();
    }
}
