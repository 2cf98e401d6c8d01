//! REST under /api/v1: one endpoint family a file.

pub mod profile;
