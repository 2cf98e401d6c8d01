//! getProfile.

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

use super::Scope;
use crate::service::{Result, profiles};

/// Reads the person's profile. Call it before you propose a plan or a change of the profile.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Args {}

/// The profile with its version.
pub async fn read(scope: &Scope<'_>) -> Result<Value> {
    Ok(serde_json::to_value(profiles::get(scope.core, scope.user_id).await?)?)
}
