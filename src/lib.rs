//! Spotter, a self-hosted strength coach.
//!
//! Import law: `domain` ← `storage` ← `service` ← {`agents`, `web`} ← `app` ← {`cli`, `main`}; `wording`
//! stands on `domain` alone and serves `agents`, `web` and `cli`.
//! A module may use what stands to its left. `web` may also call the agents' driver; `agents`
//! never imports `web`. `tests/it/architecture.rs` reads the imports and fails on a breach.

#![cfg_attr(test, allow(clippy::too_many_lines, reason = "a test tells its story in one piece"))]

pub mod agents;
pub mod app;
pub mod cli;
pub mod clock;
pub mod config;
pub mod domain;
#[cfg(test)]
#[path = "../tests/it/support/figures.rs"]
mod figures;
pub mod service;
pub mod storage;
pub mod telemetry;
pub mod web;
pub mod wording;
