//! How training goes.

use axum::extract::State;
use http::HeaderMap;

use crate::service::progress::{self, Lift, Progress};
use crate::web::WebState;
use crate::web::auth::Reader;
use crate::web::extract::Ids;
use crate::web::reply::{Answer, Tagged};

/// The current week, lifts, records, streak.
pub async fn summary(
    State(state): State<WebState>,
    user: Reader,
    headers: HeaderMap,
) -> Answer<Tagged<Progress>> {
    let tag = progress::current_tag(&state, &user.user_id).await?;
    if let Some(unchanged) = Tagged::check(&headers, &tag) {
        return Ok(unchanged);
    }
    Ok(Tagged::Fresh(progress::summary(&state, &user.user_id).await?, tag))
}

/// One exercise.
pub async fn exercise(
    State(state): State<WebState>,
    user: Reader,
    headers: HeaderMap,
    Ids([id]): Ids<1>,
) -> Answer<Tagged<Lift>> {
    let tag = progress::exercise_tag(&state, &user.user_id, &id).await?;
    if let Some(unchanged) = Tagged::check(&headers, &tag) {
        return Ok(unchanged);
    }
    Ok(Tagged::Fresh(progress::exercise(&state, &user.user_id, &id).await?, tag))
}
