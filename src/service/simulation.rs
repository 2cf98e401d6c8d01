//! The standing plan run forward from the coming week; saves nothing.

use jiff::ToSpan as _;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::athlete::Athlete;
use super::core::Core;
use super::error::{Error, Result};
use super::{calendar, manual_loads, plans};
use crate::domain::forecast::{self, Futures};
use crate::domain::plan::PlanDoc;
use crate::domain::progression::LoadStates;
use crate::domain::simulate::{Beginning, Scenario, SimulatedWeek, weeks};
use crate::reason;

/// Fewest and most weeks.
const WEEKS: std::ops::RangeInclusive<u8> = 4..=12;

/// How far, and how it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Simulate {
    /// 4 to 12.
    #[schemars(range(min = 4, max = 12))]
    pub weeks: u8,
    /// How it goes.
    pub scenario: Scenario,
}

/// The weeks to come.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Simulation {
    /// In order.
    pub weeks: Vec<SimulatedWeek>,
}

/// Runs plan and progression forward from the coming Monday.
pub async fn simulate(core: &Core, user_id: &str, ask: Simulate) -> Result<Simulation> {
    if !WEEKS.contains(&ask.weeks) {
        return Err(Error::field(
            "/weeks",
            "out_of_range",
            reason!("simulation_weeks", least = *WEEKS.start(), most = *WEEKS.end()),
        ));
    }
    let mut conn = core.read().await?;
    let athlete = Athlete::load(&mut conn, core, user_id).await?;
    let plan = plans::standing_of(&mut conn, user_id, &athlete).await?.doc;
    Ok(Simulation { weeks: weeks(&beginning(&athlete, &athlete.states, &plan), ask.weeks, ask.scenario) })
}

/// What the main lifts of the plan that stands would come to.
pub async fn standing_futures(core: &Core, user_id: &str) -> Result<Futures> {
    let mut conn = core.read().await?;
    let athlete = Athlete::load(&mut conn, core, user_id).await?;
    let plan = plans::standing_of(&mut conn, user_id, &athlete).await?.doc;
    Ok(forecast(&athlete, &plan))
}

/// What the main lifts of a plan would come to, with the loads that it would decide.
#[must_use]
pub fn forecast(athlete: &Athlete, plan: &PlanDoc) -> Futures {
    let mut states = athlete.states.clone();
    states.extend(manual_loads::decided(athlete, plan));
    forecast::forecast(&beginning(athlete, &states, plan))
}

/// A plan and the loads that stand, from the coming Monday on.
fn beginning<'a>(athlete: &'a Athlete, states: &LoadStates, plan: &'a PlanDoc) -> Beginning<'a> {
    let this_monday = athlete.this_monday();
    Beginning {
        plan,
        profile: &athlete.profile,
        catalogue: &athlete.catalogue,
        states: calendar::all_on(states, athlete.today, athlete.now, &athlete.profile.zone()),
        monday: this_monday.checked_add(7.days()).unwrap_or(this_monday),
    }
}
