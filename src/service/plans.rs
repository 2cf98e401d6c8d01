//! The standing weekly plan: seen week by week with the engine's loads, drafted, checked, saved.

use std::collections::BTreeMap;

use jiff::ToSpan as _;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::athlete::{Athlete, require_monday};
use super::core::{Core, Write};
use super::error::{Error, Result};
use super::precondition::{IfMatch, Tag};
use super::{json_input, manual_loads, profiles};
use crate::domain::current_load;
use crate::domain::deload_week::{self, Trained};
use crate::domain::exercise::{Equipment, Muscle};
use crate::domain::generator;
use crate::domain::plan::{
    DayStatus, DeloadWeek, PlanDoc, PlanMeta, PlanSource, PlannedDay, PlannedExercise, PlannedSet,
    Prescribed, Split, Violation, WeekDay, WeeklyPlan,
};
use crate::domain::profile::{Goal, Profile, SplitPreference};
use crate::domain::reason::Reason;
use crate::domain::rules::{self, Author, RuleContext};
use crate::domain::session::Rule;
use crate::domain::{plan_math, policy};
use crate::storage::plans::SavedPlan;
use crate::storage::users::Versions;
use crate::storage::{Conn, plans as storage, sessions, totals, users};

/// Weeks looked back over for a deload week.
const DELOAD_WEEKS: i64 = 12;

/// The plan that stands, as written.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// As written, without loads.
    pub doc: PlanDoc,
    /// 0 while nothing was saved.
    pub version: i64,
    /// Where it came from.
    pub source: PlanSource,
    /// What the generator noted.
    pub notes: Vec<Reason>,
}

/// What may be tried out in a draft; every field overrides the profile's.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct DraftOverrides {
    /// 2 to 6.
    #[schemars(range(min = 2, max = 6))]
    pub days_per_week: Option<u8>,
    /// Preferred split.
    #[serde(alias = "split_preference")]
    pub split: Option<SplitPreference>,
    /// What for.
    pub goal: Option<Goal>,
    /// 20 to 180.
    #[schemars(range(min = 20, max = 180))]
    pub session_minutes: Option<u16>,
    /// Equipment at hand.
    pub equipment: Option<Vec<Equipment>>,
}

/// A plan that was made but not saved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Draft {
    /// How the week is split.
    pub split: Split,
    /// As a plan is written.
    pub days: Vec<PlannedDay>,
    /// What the generator noted, worded for whom it is said to.
    pub notes: Vec<String>,
    /// The notes as facts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub note_reasons: Vec<Reason>,
    /// Rules it brushes against.
    pub warnings: Vec<Violation>,
    /// Weekly hard sets for each muscle.
    pub sets_per_muscle: BTreeMap<Muscle, f64>,
}

/// What the rules say of a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Checked {
    /// Rules it breaks or brushes against.
    pub violations: Vec<Violation>,
    /// Weekly hard sets for each muscle.
    pub sets_per_muscle: BTreeMap<Muscle, f64>,
    /// Minutes that each day takes, in the plan's order.
    pub estimated_minutes: Vec<u32>,
}

/// The current tag of plan and summary, by one indexed read.
pub async fn current_tag(core: &Core, user_id: &str) -> Result<Tag> {
    tag_in(&mut core.read().await?, core, user_id).await
}

/// The tag of plan and summary inside a read or a write: of exactly what that write leaves.
pub async fn tag_in(conn: &mut Conn, core: &Core, user_id: &str) -> Result<Tag> {
    let versions = users::versions(conn, user_id).await?.ok_or(Error::NotFound)?;
    Ok(tag(core, user_id, &versions))
}

/// Covers plan, profile, progression, completed sessions, catalogue and the person's own date.
pub(super) fn tag(core: &Core, user_id: &str, versions: &Versions) -> Tag {
    let zone = jiff::tz::TimeZone::get(&versions.time_zone).unwrap_or(jiff::tz::TimeZone::UTC);
    let today = core.clock.now().to_zoned(zone).date();
    let Versions {
        plan_version,
        profile_version,
        progression_version,
        completed_version,
        catalogue_version,
        ..
    } = versions;
    Tag::of(
        user_id,
        format_args!(
            "plan.{plan_version}.{profile_version}.{progression_version}.{completed_version}.{catalogue_version}.{today}"
        ),
    )
}

/// What a proposal about the plan is bound to: plan and progression.
pub async fn base_version(conn: &mut Conn, user_id: &str) -> Result<String> {
    let versions = users::versions(conn, user_id).await?.ok_or(Error::NotFound)?;
    Ok(format!("{}.{}", versions.plan_version, versions.progression_version))
}

/// The plan that stands; made from the profile while none is saved.
pub async fn standing(conn: &mut Conn, core: &Core, user_id: &str) -> Result<Standing> {
    let athlete = Athlete::load(conn, core, user_id).await?;
    standing_of(conn, user_id, &athlete).await
}

/// The standing plan of a person read before; made from the profile while none is saved.
pub async fn standing_of(conn: &mut Conn, user_id: &str, athlete: &Athlete) -> Result<Standing> {
    if let Some(SavedPlan { doc, version, source }) = storage::newest(conn, user_id).await? {
        return Ok(Standing { doc, version, source, notes: Vec::new() });
    }
    let made = generator::generate(&athlete.profile, &athlete.catalogue, athlete.year());
    Ok(Standing { doc: made.plan, version: 0, source: PlanSource::Generated, notes: made.notes })
}

/// The plan in one week; without a Monday, the person's current week.
pub async fn week(core: &Core, user_id: &str, week_start: Option<Date>) -> Result<WeeklyPlan> {
    let mut conn = core.read().await?;
    let athlete = Athlete::load(&mut conn, core, user_id).await?;
    week_in(&mut conn, user_id, &athlete, week_start).await
}

/// The plan in one week, inside a read or a write, for a person read before.
pub async fn week_in(
    conn: &mut Conn,
    user_id: &str,
    athlete: &Athlete,
    week_start: Option<Date>,
) -> Result<WeeklyPlan> {
    let monday = week_start.map_or_else(|| Ok(athlete.this_monday()), require_monday)?;
    let standing = standing_of(conn, user_id, athlete).await?;
    let done = sessions::done_days(conn, user_id, monday).await?;
    let days = standing.doc.days.iter().map(|day| week_day(day, monday, &done, athlete)).collect();
    let deload_suggested = if monday == athlete.this_monday() {
        deload_week(conn, user_id, athlete, &standing.doc).await?
    } else {
        None
    };
    Ok(WeeklyPlan {
        week_start: monday,
        split: standing.doc.split,
        plan_version: standing.version,
        days,
        meta: PlanMeta { deload_suggested, ..meta(standing, athlete) },
    })
}

/// Looks back over the last weeks, and the deloads of the last days.
async fn deload_week(
    conn: &mut Conn,
    user_id: &str,
    athlete: &Athlete,
    doc: &PlanDoc,
) -> Result<Option<DeloadWeek>> {
    let since = athlete.today.checked_sub(policy::WINDOW_DAYS.days()).unwrap_or(athlete.today);
    let summaries = sessions::summaries_since(conn, user_id, since).await?;
    let decisions = summaries.iter().flat_map(|summary| &summary.decisions);
    let deloads = decisions.filter(|decision| decision.rule == Rule::Deload);
    let deloaded = deloads.map(|decision| decision.exercise_id.clone()).collect();
    let weeks = totals::weekly_sets(conn, user_id, DELOAD_WEEKS).await?;
    let trained = Trained { deloaded: &deloaded, weeks: &weeks, this_monday: athlete.this_monday() };
    Ok(deload_week::suggested(doc, &athlete.catalogue, &trained))
}

fn meta(standing: Standing, athlete: &Athlete) -> PlanMeta {
    PlanMeta {
        goal: athlete.profile.goal,
        experience: athlete.profile.experience,
        days_per_week: u8::try_from(standing.doc.days.len()).unwrap_or(u8::MAX),
        source: standing.source,
        sets_per_muscle: plan_math::sets_per_muscle(&standing.doc, &athlete.catalogue),
        notes: Vec::new(),
        note_reasons: standing.notes,
        deload_suggested: None,
    }
}

fn week_day(day: &PlannedDay, monday: Date, done: &[String], athlete: &Athlete) -> WeekDay {
    let date = day.weekday.and_then(|weekday| monday.checked_add(i64::from(weekday.offset()).days()).ok());
    let status = if done.contains(&day.day) {
        DayStatus::Done
    } else if date.is_some_and(|date| date < athlete.today && date >= athlete.joined) {
        DayStatus::Missed
    } else {
        DayStatus::Upcoming
    };
    WeekDay {
        day: day.day.clone(),
        focus: day.called().to_owned(),
        weekday: day.weekday,
        date,
        status,
        estimated_minutes: plan_math::estimated_minutes(&day.exercises, &athlete.catalogue),
        exercises: day.exercises.iter().map(|planned| prescribe(planned, athlete)).collect(),
    }
}

/// Fills a planned exercise with its name, rest and the loads that stand.
#[must_use]
pub fn prescribe(planned: &PlannedExercise, athlete: &Athlete) -> Prescribed {
    current_load::prescribe(planned, &athlete.catalogue, |key, rpe| athlete.point(key, rpe))
}

/// What the rules say of a plan by this author.
#[must_use]
pub fn check_for(athlete: &Athlete, doc: &PlanDoc, author: Author) -> Vec<Violation> {
    let caps = |planned: &PlannedExercise, set: &PlannedSet| athlete.cap(planned, set);
    rules::check(
        doc,
        &RuleContext {
            profile: &athlete.profile,
            catalogue: &athlete.catalogue,
            year: athlete.year(),
            author,
            caps: &caps,
        },
    )
}

/// What the rules say of a plan.
pub async fn check(
    conn: &mut Conn,
    core: &Core,
    user_id: &str,
    doc: &PlanDoc,
    author: Author,
) -> Result<Checked> {
    let athlete = Athlete::load(conn, core, user_id).await?;
    Ok(Checked {
        violations: check_for(&athlete, doc, author),
        sets_per_muscle: plan_math::sets_per_muscle(doc, &athlete.catalogue),
        estimated_minutes: doc
            .days
            .iter()
            .map(|day| plan_math::estimated_minutes(&day.exercises, &athlete.catalogue))
            .collect(),
    })
}

/// A week that was made but not saved, with the loads that stand.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct DraftedWeek {
    /// The plan, in the person's current week.
    #[serde(flatten)]
    pub plan: WeeklyPlan,
    /// Rules it brushes against.
    pub warnings: Vec<Violation>,
}

/// Makes a plan from the profile with any of its fields overridden; saves nothing.
pub async fn draft_week(core: &Core, user_id: &str, overrides: &Map<String, Value>) -> Result<DraftedWeek> {
    let mut conn = core.read().await?;
    let mut athlete = Athlete::load(&mut conn, core, user_id).await?;
    athlete.profile = merged(&athlete.profile, overrides)?;
    let (made, warnings) = generated(&athlete)?;
    let standing = Standing { doc: made.plan, version: 0, source: PlanSource::Generated, notes: made.notes };
    let monday = athlete.this_monday();
    let days = standing.doc.days.iter().map(|day| week_day(day, monday, &[], &athlete)).collect();
    let split = standing.doc.split;
    let meta = meta(standing, &athlete);
    Ok(DraftedWeek { plan: WeeklyPlan { week_start: monday, split, plan_version: 0, days, meta }, warnings })
}

fn merged(profile: &Profile, overrides: &Map<String, Value>) -> Result<Profile> {
    let mut value = serde_json::to_value(profile)?;
    if let Value::Object(fields) = &mut value {
        if overrides.contains_key("days_per_week") {
            // The days that were chosen belong to the number that was chosen with them.
            fields.insert("weekdays".to_owned(), Value::Null);
        }
        for (name, change) in
            overrides.iter().filter(|(name, to)| !to.is_null() || profiles::can_be_null(name))
        {
            let name = if name == "split" { "split_preference" } else { name };
            fields.insert(name.to_owned(), change.clone());
        }
        fields.remove("version");
    }
    json_input::read(&value).map_err(Error::Invalid)
}

fn generated(athlete: &Athlete) -> Result<(generator::Generated, Vec<Violation>)> {
    let errors = athlete.profile.check();
    if !errors.is_empty() {
        return Err(Error::Invalid(errors));
    }
    let made = generator::generate(&athlete.profile, &athlete.catalogue, athlete.year());
    let warnings = check_for(athlete, &made.plan, Author::Person);
    Ok((made, warnings))
}

/// Makes a plan from the profile and some overrides; saves nothing.
pub async fn draft(core: &Core, user_id: &str, overrides: DraftOverrides) -> Result<Draft> {
    let mut conn = core.read().await?;
    let mut athlete = Athlete::load(&mut conn, core, user_id).await?;
    overridden(&mut athlete.profile, overrides);
    let (made, warnings) = generated(&athlete)?;
    let sets_per_muscle = plan_math::sets_per_muscle(&made.plan, &athlete.catalogue);
    Ok(Draft {
        split: made.plan.split,
        days: made.plan.days,
        notes: Vec::new(),
        note_reasons: made.notes,
        warnings,
        sets_per_muscle,
    })
}

fn overridden(profile: &mut Profile, overrides: DraftOverrides) {
    if let Some(days) = overrides.days_per_week {
        if days != profile.days_per_week {
            profile.weekdays = None;
        }
        profile.days_per_week = days;
    }
    if let Some(split) = overrides.split {
        profile.split_preference = split;
    }
    if let Some(goal) = overrides.goal {
        profile.goal = goal;
    }
    if let Some(minutes) = overrides.session_minutes {
        profile.session_minutes = minutes;
    }
    if let Some(equipment) = overrides.equipment {
        profile.equipment = equipment;
    }
}

/// Saves a new version of the plan. A plan with errors is refused as a whole. A load that differs
/// from the engine's becomes a manual decision; what is stored holds no loads.
pub async fn save(
    write: &mut Write,
    doc: PlanDoc,
    source: PlanSource,
    author: Author,
    if_match: &IfMatch,
) -> Result<WeeklyPlan> {
    let user_id = write.user_id.clone();
    let versions = users::versions(&mut write.tx, &user_id).await?.ok_or(Error::NotFound)?;
    if_match.honour(&tag(&write.core, &write.user_id, &versions))?;
    let mut athlete = Athlete::load(&mut write.tx, &write.core, &user_id).await?;
    let violations = check_for(&athlete, &doc, author);
    if rules::refuses(&violations) {
        return Err(Error::Rules(violations));
    }
    manual_loads::keep(write, &mut athlete, &doc).await?;
    let plan = SavedPlan { doc: without_loads(doc), version: versions.plan_version + 1, source };
    storage::insert(&mut write.tx, &user_id, &plan, athlete.now).await?;
    week_in(&mut write.tx, &user_id, &athlete, None).await
}

fn without_loads(mut doc: PlanDoc) -> PlanDoc {
    let exercises = doc.days.iter_mut().flat_map(|day| &mut day.exercises);
    for exercise in exercises {
        // A group without a name is none.
        exercise.group = exercise.group.take().filter(|group| !group.trim().is_empty());
        for set in &mut exercise.sets {
            set.weight_kg = None;
        }
    }
    doc
}
