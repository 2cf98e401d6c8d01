//! The one integration binary.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says so by panicking"
)]

mod agents;
mod support;
#[cfg(test)]
mod architecture;
#[cfg(test)]
mod dependencies;
