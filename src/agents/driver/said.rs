//! What a run says of itself, in the person's language: the fixed texts while coaching is stopped, why a
//! turn has no answer, and that a message is void.

use super::Agents;
use super::persist::Loaded;
use crate::agents::model::ModelError;
use crate::agents::run::Run;
use crate::agents::run::event::RunEvent;
use crate::domain::safety::RedFlag;
use crate::service::{Result, profiles};
use crate::storage::Conn;
use crate::wording::{Wording, texts};

impl Agents {
    /// How the person of a run reads: as their profile says, else as the request that began it.
    pub(super) async fn wording(&self, conn: &mut Conn, loaded: &Loaded) -> Result<Wording> {
        let profile = profiles::load(conn, &loaded.row.user_id).await?.profile;
        Ok(Wording::of(&profile, loaded.run.language))
    }
}

/// The fixed text of a red flag.
pub(super) fn flag_text(flag: RedFlag) -> String {
    let key = match flag {
        RedFlag::ChestPain => "safety-chest-pain",
        RedFlag::Fainting => "safety-fainting",
        RedFlag::DizzinessBalance => "safety-dizziness-balance",
        RedFlag::SaddleNumbness => "safety-saddle-numbness",
        RedFlag::BladderBowel => "safety-bladder-bowel",
        RedFlag::DarkUrine => "safety-dark-urine",
        RedFlag::PregnancyBleeding => "safety-pregnancy-bleeding",
        RedFlag::PregnancyFluid => "safety-pregnancy-fluid",
        RedFlag::PregnancyContractions => "safety-pregnancy-contractions",
    };
    texts::with(key, &[])
}

/// What is said while coaching is stopped.
pub(super) fn locked_text(flag: &str) -> String {
    RedFlag::parse(flag).map_or_else(|| texts::with("safety-stopped", &[]), flag_text)
}

/// Why the model gave no answer. What a server said of itself stays in its own words.
pub(super) fn failure(error: &ModelError) -> String {
    let seconds = |after: &std::time::Duration| vec![("seconds", after.as_secs().into())];
    let (key, facts) = match error {
        ModelError::Unauthorized { status } => {
            ("agents-model-unauthorized", vec![("status", u64::from(*status).into())])
        }
        ModelError::RateLimited { .. } => ("agents-model-rate-limited", Vec::new()),
        ModelError::Server { status, detail, .. } => (
            "agents-model-failed",
            vec![("status", u64::from(*status).into()), ("detail", detail.as_str().into())],
        ),
        ModelError::Refused { status, detail } => (
            "agents-model-refused",
            vec![("status", u64::from(*status).into()), ("detail", detail.as_str().into())],
        ),
        ModelError::Unreachable { detail } => {
            ("agents-model-unreachable", vec![("detail", detail.as_str().into())])
        }
        ModelError::Protocol { detail } => {
            ("agents-model-protocol", vec![("detail", detail.as_str().into())])
        }
        ModelError::Cut => ("agents-model-cut", Vec::new()),
        ModelError::Stalled { after } => ("agents-model-stalled", seconds(after)),
        ModelError::OutOfTime { after } => ("agents-model-out-of-time", seconds(after)),
        ModelError::Withheld => ("agents-model-withheld", Vec::new()),
        ModelError::Cancelled => ("agents-model-cancelled", Vec::new()),
    };
    texts::with(key, &facts)
}

/// The event that voids what was shown of a message.
pub(super) fn reset(run: &Run) -> RunEvent {
    RunEvent::StepReset { message_id: run.message_id() }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::domain::language::Language;
    use crate::wording::within;

    #[test]
    fn every_flag_s_text_says_stop_and_who_to_call_in_every_language() {
        for language in Language::all() {
            let mut all = std::collections::BTreeSet::new();
            for flag in RedFlag::ALL {
                let said = within(Wording { language, ..Wording::default() }, || flag_text(*flag));
                let stop = match language.tag() {
                    "en" => "Stop training now",
                    "de" => "Hör jetzt sofort mit dem Training auf",
                    "es" => "Deja de entrenar ahora",
                    other => panic!("how does {other} say stop?"),
                };
                assert!(said.starts_with(stop), "{language} {flag}: {said}");
                assert!(
                    ["112", "911", "999"].iter().all(|number| said.contains(number)),
                    "{language} {flag}"
                );
                assert!(!said.contains("you have a") && !said.contains("  "), "{language} {flag}");
                assert!(all.insert(said), "{language} {flag} says what another says");
            }
        }
    }

    #[test]
    fn a_fault_of_a_model_is_said_in_english_as_it_is_logged() {
        let detail = "no such model".to_owned();
        let after = Duration::from_secs(30);
        for error in [
            ModelError::Unauthorized { status: 401 },
            ModelError::RateLimited { retry_after: None },
            ModelError::Server { status: 503, retry_after: None, detail: detail.clone() },
            ModelError::Refused { status: 404, detail: detail.clone() },
            ModelError::Unreachable { detail: detail.clone() },
            ModelError::Protocol { detail },
            ModelError::Cut,
            ModelError::Stalled { after },
            ModelError::OutOfTime { after },
            ModelError::Withheld,
            ModelError::Cancelled,
        ] {
            assert_eq!(failure(&error), error.to_string());
        }
    }
}
