//! The one integration binary.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says so by panicking"
)]

mod agents;
#[cfg(test)]
mod architecture;
#[cfg(test)]
mod dependencies;
mod support;
