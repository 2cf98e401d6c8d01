//! The catalogue: list, one, what may replace it.

use axum::extract::State;
use http::HeaderMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::exercise::{Equipment, Exercise, Muscle};
use crate::service::exercises::{self, Find, NewExercise};
use crate::service::pagination::{Ask, Page};
use crate::web::WebState;
use crate::web::auth::{Reader, Writer};
use crate::web::extract::{Body, Ids, Params};
use crate::web::idempotency::{Done, Key, once};
use crate::web::reply::{Answer, Created, Reply, Tagged};

/// What to look for.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Search {
    /// Words in name or aliases.
    q: Option<String>,
    /// A muscle it trains.
    muscle: Option<Muscle>,
    /// Something it needs.
    equipment: Option<Equipment>,
    /// Where the last page ended.
    cursor: Option<String>,
    /// 1 to 200.
    #[schemars(range(min = 1, max = 200))]
    limit: Option<i64>,
}

/// Exercises that match, best first.
pub async fn list(
    State(state): State<WebState>,
    user: Reader,
    headers: HeaderMap,
    Params(search): Params<Search>,
) -> Answer<Tagged<Page<Exercise>>> {
    let ask = Ask::new(search.cursor.as_deref(), search.limit)?;
    let tag = exercises::current_tag(&state, &user.user_id).await?;
    if let Some(unchanged) = Tagged::check(&headers, &tag) {
        return Ok(unchanged);
    }
    let find = Find { text: search.q.as_deref(), muscle: search.muscle, equipment: search.equipment };
    let page = exercises::list(&state, &user.user_id, &find, &ask).await?;
    Ok(Tagged::Fresh(page, tag))
}

/// Adds an exercise of the person's own. An answer may be sent as it came: `id` and `own` are not read.
pub async fn create(
    State(state): State<WebState>,
    user: Writer,
    key: Key,
    body: Body<NewExercise>,
) -> Answer<Created<Exercise>> {
    once(&state, &user.user_id, &key, &body.bytes, async |write| {
        let exercise = exercises::add(write, body.parse_without(&["id", "own"])?).await?;
        let place = format!("/api/v1/exercises/{}", exercise.id);
        Ok(Done::new(exercise).at(&place))
    })
    .await
}

/// One exercise.
pub async fn get(
    State(state): State<WebState>,
    user: Reader,
    headers: HeaderMap,
    Ids([id]): Ids<1>,
) -> Answer<Tagged<Exercise>> {
    let tag = exercises::current_tag(&state, &user.user_id).await?;
    // Of the catalogue's own it is known without a read that they are there.
    if state.catalogue.get(&id).is_some()
        && let Some(unchanged) = Tagged::check(&headers, &tag)
    {
        return Ok(unchanged);
    }
    let exercise = exercises::get(&state, &user.user_id, &id).await?;
    Ok(Tagged::check(&headers, &tag).unwrap_or(Tagged::Fresh(exercise, tag)))
}

/// A short list.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ItemsOf{T}")]
pub struct Items<T> {
    /// The entries.
    pub items: Vec<T>,
    /// Always null: it is short.
    pub next_cursor: Option<String>,
}

impl<T> Items<T> {
    /// A list that is always whole.
    #[must_use]
    pub const fn whole(items: Vec<T>) -> Self {
        Self { items, next_cursor: None }
    }
}

/// What may replace it, closest first.
pub async fn alternatives(
    State(state): State<WebState>,
    user: Reader,
    Ids([id]): Ids<1>,
) -> Answer<Reply<Items<Exercise>>> {
    Ok(Reply(Items::whole(exercises::alternatives(&state, &user.user_id, &id).await?)))
}
