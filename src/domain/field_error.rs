//! A bad field, as every door reports it.

/// One bad field.
#[derive(Debug, Clone, PartialEq, Eq, schemars::JsonSchema)]
pub struct FieldError {
    /// JSON pointer into the body, or `?name` for a query parameter.
    pub pointer: String,
    /// A stable word, for example `out_of_range`.
    pub code: &'static str,
    /// One plain sentence.
    pub message: String,
}

impl FieldError {
    /// A bad field.
    pub fn new(pointer: impl Into<String>, code: &'static str, message: impl Into<String>) -> Self {
        Self { pointer: pointer.into(), code, message: message.into() }
    }
}
