//! The versions of the plan: listed, and one of them made the standing plan again.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::athlete::Athlete;
use super::core::{Core, Write};
use super::error::{Error, Result};
use super::pagination::{Ask, Page};
use super::plans;
use super::precondition::{IfMatch, Tag};
use crate::domain::plan::{PlanSource, Split, Violation, WeeklyPlan};
use crate::domain::plan_diff::{self, PlanDiff};
use crate::domain::rules::Author;
use crate::reason;
use crate::storage::plans::{self as storage, PlanVersion};
use crate::storage::users;

/// A version as listed.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct VersionLine {
    /// From 1.
    pub plan_version: i64,
    /// Where it came from.
    pub source: PlanSource,
    /// When it was saved.
    pub created_at: Timestamp,
    /// How its week is split.
    pub split: Split,
    /// Its training days.
    pub days: usize,
    /// It is the standing plan.
    pub current: bool,
}

/// Which version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Restore {
    /// As listed.
    #[schemars(range(min = 1))]
    pub plan_version: i64,
}

/// A page of versions, newest first. None while nothing was saved.
pub async fn list(core: &Core, user_id: &str, ask: &Ask) -> Result<Page<VersionLine>> {
    let before = match ask.after.as_str() {
        "" => i64::MAX,
        text => text.parse().map_err(|_| Error::field("?cursor", "invalid", reason!("input_cursor")))?,
    };
    let mut conn = core.read().await?;
    let current = users::versions(&mut conn, user_id).await?.ok_or(Error::NotFound)?.plan_version;
    let rows = storage::versions(&mut conn, user_id, before, ask.limit + 1).await?;
    let lines = rows.iter().map(|row| line(row, current)).collect();
    Ok(Page::keyed(lines, ask, |line: &VersionLine| line.plan_version.to_string()))
}

fn line(row: &PlanVersion, current: i64) -> VersionLine {
    VersionLine {
        plan_version: row.plan.version,
        source: row.plan.source,
        created_at: row.created_at,
        split: row.plan.doc.split,
        days: row.plan.doc.days.len(),
        current: row.plan.version == current,
    }
}

/// A version beside the plan that stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// The version.
    pub line: VersionLine,
    /// What a save must name.
    pub tag: Tag,
    /// What would change if it were brought back.
    pub diff: PlanDiff,
    /// What the rules say of it for the person as they are now.
    pub violations: Vec<Violation>,
}

/// What bringing a version back would change.
pub async fn compare(core: &Core, user_id: &str, version: i64) -> Result<Compared> {
    let mut conn = core.read().await?;
    let tag = plans::tag_in(&mut conn, core, user_id).await?;
    let row = storage::version(&mut conn, user_id, version).await?.ok_or(Error::NotFound)?;
    let athlete = Athlete::load(&mut conn, core, user_id).await?;
    let today = plans::standing_of(&mut conn, user_id, &athlete).await?;
    Ok(Compared {
        line: line(&row, today.version),
        tag,
        diff: plan_diff::diff(&today.doc, &row.plan.doc, &athlete.catalogue),
        violations: plans::check_for(&athlete, &row.plan.doc, Author::Person),
    })
}

/// Saves an old version as a new one. The rules are run for the person as they are now: what has
/// come to break them since is refused, with pointers into the plan.
pub async fn restore(write: &mut Write, ask: Restore, if_match: &IfMatch) -> Result<WeeklyPlan> {
    let user_id = write.user_id.clone();
    let found = storage::version(&mut write.tx, &user_id, ask.plan_version).await?;
    let found = found
        .ok_or_else(|| Error::field("/plan_version", "unknown_version", reason!("plan_no_such_version")))?;
    plans::save(write, found.plan.doc, PlanSource::Restored, Author::Person, if_match).await
}
