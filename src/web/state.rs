//! What handlers share. Cheap to clone.

use std::sync::Arc;

use super::Problem;
use super::metrics::Door;
use super::pending_uploads::PendingUploads;
use super::rate::RateLimit;
use super::throttle::Throttle;
use crate::agents::driver::Agents;
use crate::service::Core;

/// Shared by all handlers.
#[derive(Debug, Clone)]
pub struct WebState {
    /// The use cases' handles.
    pub core: Core,
    /// Settings that shape answers.
    pub settings: Arc<Settings>,
    /// The agents; none when they are off, and then their routes are not there either.
    pub agents: Option<Agents>,
    /// Wrong passwords, slowed down.
    pub throttle: Arc<Throttle>,
    /// Requests of an account, limited.
    pub rate: Arc<RateLimit>,
    /// Files that were looked at and may be taken in.
    pub uploads: Arc<PendingUploads>,
}

/// Settings that shape answers.
#[derive(Debug)]
pub struct Settings {
    /// Where people reach it, without a trailing slash.
    pub public_url: String,
    /// Whether it is reached by https, so that cookies can say so.
    pub secure: bool,
    /// The one-time secret of the setup link.
    pub setup_secret: String,
    /// The secret of the demo's link and whom it signs in.
    pub demo: Option<DemoDoor>,
    /// `/metrics`, where a token opens it.
    pub metrics: Option<Door>,
}

/// The demo's link.
#[derive(Debug)]
pub struct DemoDoor {
    /// The link's secret.
    pub secret: String,
    /// The demo account.
    pub user_id: String,
}

impl std::ops::Deref for WebState {
    type Target = Core;
    fn deref(&self) -> &Core {
        &self.core
    }
}

impl WebState {
    /// The agents, or 404 when they are off.
    pub fn agents(&self) -> Result<&Agents, Problem> {
        self.agents.as_ref().ok_or_else(Problem::not_found)
    }
}
