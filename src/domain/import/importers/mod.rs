//! The programs whose exports are read. Each has a file of its own that says how its CSV is written; the
//! reading itself is the same for all of them and stands beside this folder.

mod hevy;
mod strong;

use super::importer::Importer;

/// Every importer; a header is read by the first that knows it.
pub const IMPORTERS: &[&Importer] = &[&hevy::HEVY, &strong::STRONG];
