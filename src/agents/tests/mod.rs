//! The agents against a scripted model and a real database: gate, runs, streams.

mod copilot;
mod gate;
mod limits;
mod runs;
mod safety;
mod script;
mod streams;
mod support;
