//! The web: REST, pages and streams. Handlers extract, call one use case and wrap its answer; no
//! rule lives here.

pub mod api;
pub mod assets;
pub mod auth;
pub mod cookies;
pub mod document;
pub mod etag;
pub mod extract;
pub mod idempotency;
pub mod listen;
pub mod metrics;
pub mod pages;
pub mod pending_uploads;
pub mod problem;
pub mod rate;
pub mod reply;
pub mod route;
pub mod routes;
pub mod security;
pub mod speech;
pub mod sse;
pub mod state;
pub mod throttle;
pub mod upload;
mod worded;

pub use problem::Problem;
pub use state::WebState;
