//! The weekly plan: read with its tag, replaced under If-Match, drafted, checked.

use std::borrow::Cow;

use axum::extract::State;
use http::HeaderMap;
use jiff::civil::Date;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::domain::plan::{PlanDoc, PlanSource, WeeklyPlan};
use crate::domain::profile::Profile;
use crate::domain::rules::Author;
use crate::service::conform::takes_null;
use crate::service::json_input::maybe_day;
use crate::service::pagination::Page;
use crate::service::plan_versions::{self, Restore, VersionLine};
use crate::service::plans::{self, Checked, DraftedWeek};
use crate::service::precondition::IfMatch;
use crate::service::simulation::{self, Simulate, Simulation};
use crate::web::WebState;
use crate::web::api::sessions::Paging;
use crate::web::auth::{Reader, Writer};
use crate::web::extract::{Body, Params, PlanBody};
use crate::web::idempotency::{Done, Key, once};
use crate::web::reply::{Answer, Reply, Saved, Tagged, Written};
use crate::wording::focus;

/// Fields of the profile to plan with instead; absent ones stay.
#[derive(Debug, Deserialize)]
pub struct Overrides(Map<String, Value>);

impl JsonSchema for Overrides {
    fn schema_name() -> Cow<'static, str> {
        "ProfileOverrides".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = Profile::json_schema(generator);
        schema.remove("required");
        if let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) {
            for property in properties.values_mut().filter(|property| !takes_null(property)) {
                *property = json!({"anyOf": [property.take(), {"type": "null"}]});
            }
        }
        schema.insert("additionalProperties".to_owned(), false.into());
        schema
    }
}

/// Which week.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Week {
    /// A Monday; the current week when absent.
    #[serde(default, deserialize_with = "maybe_day")]
    week_start: Option<Date>,
}

/// The plan in one week, with the loads that stand.
pub async fn get(
    State(state): State<WebState>,
    user: Reader,
    headers: HeaderMap,
    Params(week): Params<Week>,
) -> Answer<Tagged<WeeklyPlan>> {
    let tag = plans::current_tag(&state, &user.user_id).await?;
    if let Some(monday) = week.week_start {
        crate::service::athlete::require_monday(monday)?;
    }
    if let Some(unchanged) = Tagged::check(&headers, &tag) {
        return Ok(unchanged);
    }
    Ok(Tagged::Fresh(plans::week(&state, &user.user_id, week.week_start).await?, tag))
}

/// Replaces the standing plan; needs If-Match. What GET answered may be sent back, changed.
pub async fn put(
    State(state): State<WebState>,
    user: Writer,
    if_match: IfMatch,
    body: PlanBody,
) -> Answer<Saved<WeeklyPlan>> {
    if_match.require(&plans::current_tag(&state, &user.user_id).await?)?;
    let mut doc: PlanDoc = body.parse()?;
    focus::unword(&mut doc);
    let mut write = state.write(&user.user_id).await?;
    let plan = plans::save(&mut write, doc, PlanSource::User, Author::Person, &if_match).await?;
    let tag = plans::tag_in(&mut write.tx, &state, &user.user_id).await?;
    write.commit().await?;
    Ok(Saved(plan, tag))
}

/// Makes a plan from the profile, any of whose fields the body overrides; saves nothing.
pub async fn draft(
    State(state): State<WebState>,
    user: Reader,
    body: Body<Overrides>,
) -> Answer<Reply<DraftedWeek>> {
    Ok(Reply(plans::draft_week(&state, &user.user_id, &body.parse()?.0).await?))
}

/// Runs plan and progression forward from the coming week; saves nothing.
pub async fn simulate(
    State(state): State<WebState>,
    user: Reader,
    body: Body<Simulate>,
) -> Answer<Reply<Simulation>> {
    Ok(Reply(simulation::simulate(&state, &user.user_id, body.parse()?).await?))
}

/// What the plan rules say of a plan; saves nothing.
pub async fn check(State(state): State<WebState>, user: Reader, body: PlanBody) -> Answer<Reply<Checked>> {
    let doc: PlanDoc = body.parse()?;
    let mut conn = state.read().await?;
    Ok(Reply(plans::check(&mut conn, &state, &user.user_id, &doc, Author::Person).await?))
}

/// The versions that were saved, newest first.
pub async fn versions(
    State(state): State<WebState>,
    user: Reader,
    Params(paging): Params<Paging>,
) -> Answer<Reply<Page<VersionLine>>> {
    Ok(Reply(plan_versions::list(&state, &user.user_id, &paging.ask()?).await?))
}

/// Makes an old version the standing plan again, as a new version; needs If-Match.
pub async fn restore(
    State(state): State<WebState>,
    user: Writer,
    key: Key,
    if_match: IfMatch,
    body: Body<Restore>,
) -> Answer<Written<WeeklyPlan>> {
    once(&state, &user.user_id, &key, &body.bytes, async |write| {
        if_match.require(&plans::tag_in(&mut write.tx, &state, &user.user_id).await?)?;
        let plan = plan_versions::restore(write, body.parse()?, &if_match).await?;
        Ok(Done::new(plan).tagged(&plans::tag_in(&mut write.tx, &state, &user.user_id).await?))
    })
    .await
}
