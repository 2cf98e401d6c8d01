//! draftWeeklyPlan.

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

use super::Scope;
use super::bounded::MOST_DRAFT;
use super::spec::ReadTool;
use crate::agents::roster::Agent;
use crate::domain::exercise::Equipment;
use crate::domain::profile::{Goal, SplitPreference};
use crate::service::Result;
use crate::service::plans::{self, Draft, DraftOverrides};
use crate::wording::{self, Word};

/// Makes a weekly plan by the rules and saves nothing. Give only what should differ from the
/// profile, null for the rest. Pass its split and days to saveWeeklyPlan to propose it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Args {
    /// Training days a week.
    #[schemars(range(min = 2, max = 6))]
    pub days_per_week: Option<u8>,
    /// Preferred split.
    pub split: Option<SplitPreference>,
    /// What for.
    pub goal: Option<Goal>,
    /// Minutes for a session.
    #[schemars(range(min = 20, max = 180))]
    pub session_minutes: Option<u16>,
    /// Equipment to use.
    #[schemars(length(max = 20))]
    pub equipment: Option<Vec<Equipment>>,
}

/// draftWeeklyPlan.
pub struct DraftWeeklyPlan;

impl ReadTool for DraftWeeklyPlan {
    type Args = Args;
    const NAME: &'static str = "draftWeeklyPlan";
    const AGENTS: &'static [Agent] = &[Agent::Coach];
    const MOST: usize = MOST_DRAFT;

    /// A plan as it is written, with what the generator noted.
    async fn answer(scope: &Scope<'_>, args: Args) -> Result<Value> {
        let overrides = DraftOverrides {
            days_per_week: args.days_per_week,
            split: args.split,
            goal: args.goal,
            session_minutes: args.session_minutes,
            equipment: args.equipment,
        };
        let mut draft = plans::draft(scope.core, scope.user_id, overrides).await?.worded();
        // A model reads the sentences; the facts would only cost it room.
        draft.note_reasons.clear();
        draft.warnings.iter_mut().for_each(|warning| warning.reason = None);
        Ok(serde_json::to_value(draft)?)
    }
}

impl Word for Draft {
    fn word(&mut self) {
        self.days.word();
        self.notes = self.note_reasons.iter().map(wording::reason).collect();
        self.warnings.word();
    }
}
