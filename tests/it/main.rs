//! The one integration binary.

#![allow(clippy::too_many_lines, reason = "a test tells its story in one piece")]
#![allow(
    clippy::needless_pass_by_value,
    reason = "helpers take the bodies that `json!` makes where they are called"
)]

#[cfg(test)]
mod agents;
#[cfg(test)]
mod api;
#[cfg(test)]
mod architecture;
#[cfg(test)]
mod cases;
#[cfg(test)]
mod cli;
#[cfg(test)]
mod crash;
#[cfg(test)]
mod data;
#[cfg(test)]
mod demo;
#[cfg(test)]
mod dependencies;
#[cfg(test)]
mod llm;
#[cfg(test)]
mod operations;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod people;
#[cfg(test)]
mod runs;
#[cfg(test)]
mod storage;
#[cfg(test)]
mod support;
