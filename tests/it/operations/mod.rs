//! What an operator does: copies, totals, probes, limits, a graceful stop.

mod connections;
mod copies;
mod limits;
mod metrics;
mod stop;
mod traces;
