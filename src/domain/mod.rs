//! Plain types and pure rules. No IO, no async, no clock, no SQL, no HTTP: time and randomness come
//! in as arguments, and the same input always gives the same answer.

pub mod catalogue;
pub mod exercise;
pub mod plan;
pub mod profile;
pub mod progression;
pub mod safety;
pub mod session;
