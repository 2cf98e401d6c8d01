//! The agents against a scripted model, without HTTP between: gate, runs, streams.

mod checked;
mod copilot;
mod gate;
mod injection;
mod limits;
mod safety;
mod script;
mod streams;
mod support;
mod turns;
mod withheld;
