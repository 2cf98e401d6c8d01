//! What is not said: an optional field may be missing or null, and both mean its default.

use serde::{Deserialize, Deserializer};

/// Reads null as the default of the field's type. Stands beside `#[serde(default)]`, which does the
/// same for a field that is missing.
pub(crate) fn null_as_default<'de, T, D>(from: D) -> Result<T, D::Error>
where
    T: Deserialize<'de> + Default,
    D: Deserializer<'de>,
{
    Option::deserialize(from).map(Option::unwrap_or_default)
}
