//! saveWeeklyPlan (gated).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::base::Base;
use crate::domain::catalogue::Catalogue;
use crate::domain::plan::{PlanDoc, PlanSource, PlannedDay, Split};
use crate::domain::plan_diff::{self, PlanDiff};
use crate::domain::plan_preview::PlanPreview;
use crate::domain::rules::{self, Author};
use crate::reason;
use crate::service::athlete::Athlete;
use crate::service::precondition::IfMatch;
use crate::service::{Error, Result, Write, plans, simulation};
use crate::wording::focus;

/// Proposes a weekly plan; the person decides. Send every day, not only the changed ones. Leave
/// weight_kg null: the engine sets loads. Repetitions of a timed exercise are seconds; one group in
/// a day is a superset. Start from draftWeeklyPlan or getWeeklyPlan.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Args {
    /// How the week is split.
    pub split: Split,
    /// The training days.
    #[schemars(length(min = 1, max = 7))]
    pub days: Vec<PlannedDay>,
    /// One sentence for the person.
    #[schemars(length(max = 300))]
    pub reason: Option<String>,
}

/// Plan and progression.
pub async fn base(write: &mut Write) -> Result<Base> {
    let version = plans::base_version(&mut write.tx, &write.user_id).await?;
    Ok(Base { resource: "plan".to_owned(), version, session: None })
}

/// What changes against today's plan, the warnings, weekly sets for each muscle before and after,
/// and the main lifts in three futures.
pub async fn preview(write: &mut Write, author: Author, args: &Args) -> Result<Value> {
    let user_id = write.user_id.clone();
    let doc = plan(args.split, args.days.clone());
    let athlete = Athlete::load(&mut write.tx, &write.core, &user_id).await?;
    let violations = plans::check_for(&athlete, &doc, author);
    if rules::refuses(&violations) {
        return Err(Error::Rules(violations));
    }
    let standing = plans::standing(&mut write.tx, &write.core, &user_id).await?;
    let diff = plan_diff::diff(&standing.doc, &doc, &athlete.catalogue);
    if diff.is_empty() && standing.version > 0 {
        return Err(Error::field("/days", "no_change", reason!("input_same_plan")));
    }
    let diff = if diff.is_empty() { whole(&doc, diff, &athlete.catalogue) } else { diff };
    let futures = Some(simulation::forecast(&athlete, &doc));
    let (lines, reason) = (Vec::new(), args.reason.clone());
    Ok(serde_json::to_value(PlanPreview { lines, diff, warnings: violations, futures, reason })?)
}

/// The plan that is meant: a model reads what days are about in the person's language, and gives it back so.
fn plan(split: Split, days: Vec<PlannedDay>) -> PlanDoc {
    let mut doc = PlanDoc { split, days };
    focus::unword(&mut doc);
    doc
}

/// A first plan that is the one made from the profile: all of it, so that there is something to read.
fn whole(doc: &PlanDoc, same: PlanDiff, catalogue: &Catalogue) -> PlanDiff {
    let nothing = PlanDoc { split: doc.split, days: Vec::new() };
    PlanDiff { days: plan_diff::diff(&nothing, doc, catalogue).days, ..same }
}

/// Saves a new version of the plan, by the same rules as a person's own.
pub async fn perform(write: &mut Write, author: Author, args: Args) -> Result<Value> {
    let doc = plan(args.split, args.days);
    let week = plans::save(write, doc, PlanSource::Coach, author, &IfMatch::Any).await?;
    Ok(json!({"plan_version": week.plan_version}))
}
