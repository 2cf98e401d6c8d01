//! REST under /api/v1: one endpoint family a file.

pub mod bodyweight;
pub mod conversations;
pub mod copilot;
pub mod data;
pub mod exercises;
pub mod health;
pub mod login;
pub mod profile;
pub mod progress;
pub mod proposals;
pub mod runs;
pub mod safety;
pub mod sessions;
pub mod sets;
pub mod weekly_plan;
