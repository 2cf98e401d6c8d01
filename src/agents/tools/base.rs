//! What a proposal is based on.

/// What a gated tool works on, and the state of it that a proposal is based on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base {
    /// `plan`, `profile` or `session:<id>`.
    pub resource: String,
    /// Its version.
    pub version: String,
}
