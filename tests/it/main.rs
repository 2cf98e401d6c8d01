//! The one integration binary.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says so by panicking"
)]

#[cfg(test)]
mod agents;
#[cfg(test)]
mod api;
#[cfg(test)]
mod architecture;
#[cfg(test)]
mod cli;
#[cfg(test)]
mod crash;
#[cfg(test)]
mod dependencies;
#[cfg(test)]
mod llm;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod support;
