//! The contracts of the gated tools, as committed. A proposal keeps the hash of the contract that
//! its arguments were checked against.

use sha2::{Digest as _, Sha256};

/// Name and contract text of every tool that writes.
const GATED: [(&str, &str); 4] = [
    ("saveWeeklyPlan", include_str!("../../../tools/saveWeeklyPlan.json")),
    ("updateProfile", include_str!("../../../tools/updateProfile.json")),
    ("logSet", include_str!("../../../tools/logSet.json")),
    ("swapExercise", include_str!("../../../tools/swapExercise.json")),
];

/// SHA-256 in hex of a gated tool's contract; None for a tool that is not gated.
#[must_use]
pub fn schema_hash(tool: &str) -> Option<String> {
    let (_, text) = GATED.iter().find(|(name, _)| *name == tool)?;
    Some(hex::encode(Sha256::digest(text.as_bytes())))
}
