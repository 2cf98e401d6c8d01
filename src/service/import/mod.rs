//! Taking in what another program exported. A plan is made first, from reads alone: which name means
//! which exercise, which workouts and sets are new. A dry run answers that plan; a real run writes it in
//! one transaction. Ids come from what is imported, so the same workout is never there twice.
//!
//! Imported workouts decide no loads by themselves. Where an exercise has no load yet, the last
//! imported session of it says where the engine begins.

mod ids;
mod known;
mod map;
mod plan;
mod report;
mod write;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use report::{ImportReport, ImportedExercise};
pub use write::run;

use super::athlete::Athlete;
use super::core::Core;
use super::error::{Error, Result};
use super::profiles;
use crate::domain::exercise::vocabulary;
use crate::domain::import::{self, Reading, Sheet};
use crate::domain::profile::Units;

vocabulary! {
    /// What becomes of a name that means no exercise: an exercise of the person's own, or nothing.
    Unknown { Create = "create", Skip = "skip" }
}

vocabulary! {
    /// Whether a name that only likely means an exercise is taken for it.
    Likely { Accept = "accept", Unknown = "unknown" }
}

/// What the person chose.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Choices {
    /// Of weights whose column names no unit; the profile's when absent.
    pub units: Option<Units>,
    /// Names that mean no exercise: created when absent.
    pub unknown: Option<Unknown>,
    /// Names that likely mean one: accepted when absent.
    pub likely: Option<Likely>,
}

/// What an import would do; nothing is written.
pub async fn preview(core: &Core, user_id: &str, file: Vec<u8>, choices: Choices) -> Result<ImportReport> {
    let sheet = read(core, user_id, file, choices).await?;
    let mut conn = core.read().await?;
    let athlete = Athlete::load(&mut conn, core, user_id).await?;
    let plan = plan::make(&mut conn, user_id, &athlete, sheet, choices).await?;
    Ok(report::of(&plan, true))
}

/// Reads the file, off the async threads and before any write begins: nobody waits for it.
pub async fn read(core: &Core, user_id: &str, file: Vec<u8>, choices: Choices) -> Result<Sheet> {
    let profile = profiles::load(&mut core.read().await?, user_id).await?.profile;
    let reading = Reading {
        units: choices.units.unwrap_or(profile.units),
        zone: profile.zone(),
        now: core.clock.now(),
    };
    let read = tokio::task::spawn_blocking(move || import::read(&file, &reading));
    match read.await {
        Ok(Ok(sheet)) => Ok(sheet),
        Ok(Err(why)) => Err(Error::field("", "unreadable_file", why.0)),
        Err(_) => Err(Error::Busy),
    }
}
