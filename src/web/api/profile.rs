//! GET and PUT profile.

use axum::extract::State;
use http::HeaderMap;

use crate::domain::profile::Profile;
use crate::service::precondition::IfMatch;
use crate::service::profiles::{self, VersionedProfile};
use crate::web::WebState;
use crate::web::auth::{Reader, Writer};
use crate::web::extract::Body;
use crate::web::reply::{Answer, Saved, Tagged};

/// The profile and its tag.
pub async fn get(
    State(state): State<WebState>,
    user: Reader,
    headers: HeaderMap,
) -> Answer<Tagged<VersionedProfile>> {
    let tag = profiles::current_tag(&state, &user.user_id).await?;
    if let Some(unchanged) = Tagged::check(&headers, &tag) {
        return Ok(unchanged);
    }
    let profile = profiles::get(&state, &user.user_id).await?;
    let tag = profile.tag(&user.user_id);
    Ok(Tagged::Fresh(profile, tag))
}

/// Replaces the profile; needs If-Match. An answer may be sent back as it came: its `version` is
/// left to If-Match.
pub async fn put(
    State(state): State<WebState>,
    user: Writer,
    if_match: IfMatch,
    body: Body<Profile>,
) -> Answer<Saved<VersionedProfile>> {
    let mut write = state.write(&user.user_id).await?;
    let current = profiles::load(&mut write.tx, &user.user_id).await?.tag(&user.user_id);
    if_match.require(&current)?;
    let profile = body.parse_without(&["version"])?;
    let profile = profiles::replace(&mut write, profile, &if_match).await?;
    write.commit().await?;
    let tag = profile.tag(&user.user_id);
    Ok(Saved(profile, tag))
}
