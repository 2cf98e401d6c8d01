//! The REST API, one file an endpoint family, through the router.

mod accounts;
mod agents;
mod backdated;
mod bad_input;
mod bodyweight;
mod calendar;
pub mod common;
mod etag;
mod exercises;
mod first_light;
mod histories;
mod idempotency;
mod late_sets;
mod manners;
mod offline;
mod openapi;
mod own_exercises;
mod plan_versions;
mod profile;
mod progress;
mod records;
mod sessions;
mod sets;
mod simulate;
mod swap;
mod totals;
mod weekly_plan;
