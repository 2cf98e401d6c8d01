//! The schema: what every database is brought up to, and what a copy is checked against.

use sqlx::migrate::Migrator;

/// Every migration this binary knows.
pub(super) static MIGRATOR: Migrator = sqlx::migrate!("./migrations");
