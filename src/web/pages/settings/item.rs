//! One value of a choice, as forms offer it.

use serde::Serialize;

/// One value of a choice.
#[derive(Debug, Clone, Serialize)]
pub struct Item {
    pub value: &'static str,
    pub label: String,
    pub chosen: bool,
}
