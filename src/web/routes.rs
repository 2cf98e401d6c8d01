//! The whole route table.

use aide::axum::ApiRouter;
use aide::axum::routing::get_with;

use super::WebState;
use super::api::profile;

/// Everything under /api/v1.
pub fn api() -> ApiRouter<WebState> {
    ApiRouter::new().api_route(
        "/api/v1/profile",
        get_with(profile::get, |op| op.summary("The profile"))
            .put_with(profile::put, |op| op.summary("Replace the profile")),
    )
}
